// Proves that the trigger aspect calls a target covered only if the source, or several together, ask in every case in which it asks.

#include "two_norms.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string more_than = when(compute("more-than", "1e25")), at_least = when(compute("at-least", "1e25"));
const std::string open = when(R"(<is fact="open-weights"/>)"), closed = when(R"(<not><is fact="open-weights"/></not>)");
const std::string severe = when(R"(<test id="severe">harm could be severe</test>)"), wide = when(R"(<test id="wide">harm could be wide</test>)");
const std::string escape = R"(<escape competitor="yes"><summary>Unless others do not.</summary></escape>)", unless = "<unless><summary>Not for research.</summary></unless>";
const std::string named = R"(clarity="named")", quantity = R"(clarity="quantity")";
const std::string two_versions = in_force + R"(<version id="0" in-force-from="2023-01-01"/><version id="1" in-force-from="2024-01-01"/>)";

/// Both norms under a condition that is as checkable as the other.
Two both(const std::string& t, const std::string& s, const std::string& clarity = named) { return {.t_inside = t, .s_inside = s, .t_attributes = clarity, .s_attributes = clarity}; }

/// "falls-short: why", and the case if there is one: "falls-short: why | case".
std::string trigger(const Gap& g) {
    const auto& v = g.verdict(Aspect::trigger);
    // what rests on the independence of tests is only not excluded, and never more than open
    CHECK(g.witness.starts_with("Not excluded: ") == (v.finding == Finding::undetermined && !g.witness.empty()));
    return std::string(word(v.finding)) + ": " + v.reason + (g.witness.empty() ? "" : " | " + g.witness);
}
std::string trigger(const Two& two, const Ask& ask = {}) { return trigger(judged(two, ask)); }

}  // namespace

TEST_CASE("aspects: trigger: 'more than 10^25' does not cover 'at least 10^25'; the other way round it does") {
    CHECK(found(both(at_least, more_than, quantity)) == "trigger: falls-short");
    CHECK(found(both(more_than, at_least, quantity)) == "covered");
    CHECK(found({.t_inside = more_than}) == "covered");
    CHECK(trigger(both(at_least, more_than)) == "falls-short: it asks only when training compute is more than 10^25 FLOP | a case in which training compute is 10^25 FLOP");
    CHECK(trigger({.s_inside = more_than}) == "falls-short: it asks only when training compute is more than 10^25 FLOP | a case in which training compute is 5 x 10^24 FLOP");
    CHECK(trigger(both(more_than, at_least)) == "covered: it asks whenever the target does");
    CHECK(trigger({.t_inside = more_than}) == "covered: it asks always");
}

TEST_CASE("aspects: trigger: facts are independent of one another, so a case in which they part is certain") {
    CHECK(trigger(both(more_than, open)) == "falls-short: it asks only when open weights | a case in which it is not so that open weights; training compute is 2 x 10^25 FLOP");
    CHECK(trigger(both(open, more_than)) == "falls-short: it asks only when training compute is more than 10^25 FLOP | a case in which open weights; training compute is 5 x 10^24 FLOP");
}

TEST_CASE("aspects: trigger: tests that only judgement settles may hang together, so a case in which they part is not excluded, and never cover") {
    CHECK(found(both(severe, wide)) == "trigger: undetermined");
    CHECK(trigger(both(severe, wide)) == "undetermined: that it asks whenever the target does is not shown: it asks only when harm could be wide | "
                                         "Not excluded: a case in which harm could be severe; it is not so that harm could be wide");
    CHECK(found(both(more_than, severe)) == "trigger: undetermined");
    CHECK(found(both(severe, more_than)) == "trigger: undetermined");
    CHECK(found(both(severe, severe)) == "covered");
    // where the target asks always there is nothing that a test could hang together with
    CHECK(trigger({.s_inside = severe}) == "falls-short: it asks only when harm could be severe | a case in which it is not so that harm could be severe");
}

TEST_CASE("aspects: trigger: one name for two tests does not make them one") {
    CHECK(found(both(severe, when(R"(<test id="severe">everybody dies</test>)"))) == "trigger: undetermined");
}

TEST_CASE("aspects: trigger: two instruments' levels of one name are not one level: it is a problem of the corpus, or no cover") {
    const std::string scheme = R"(<scheme id="tiers" label="Tiers"><level id="high" label="High"><summary>S</summary></level></scheme>)", high = when(R"(<reaches scheme="tiers" level="high"/>)");
    const Corpus c(read({law("old", duty("t", high), in_force + version_1 + scheme), law("new", duty("s", high), in_force + version_1 + scheme), vocabulary, usual_parties}));
    const auto problems = check(c);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().code == "repeated-name");
}

TEST_CASE("aspects: trigger: a condition around the source narrows it") {
    const World w({law("old", duty("t")), law("new", duty("p", more_than + duty("s"))), mappings("m", row("1", {"new@1#s"}, "superset-of", {"old@1#t"}))});
    CHECK(in_gap(w.gap("old", "new@1#s")) == "trigger: falls-short");
}

TEST_CASE("aspects: trigger: a way out or an exception that the source has and the target has not") {
    CHECK(found({.s_inside = escape}) == "trigger: falls-short");
    CHECK(trigger({.s_inside = escape}) == "falls-short: it has a way out: Unless others do not. | a case in which the exception applies (Unless others do not)");
    CHECK(found({.t_inside = escape}) == "covered");
    CHECK(found({.t_inside = escape, .s_inside = escape}) == "covered");
    CHECK(trigger({.s_inside = unless}) == "falls-short: an exception applies: Not for research. | a case in which the exception applies (Not for research)");
    CHECK(found({.t_inside = unless, .s_inside = unless}) == "covered");
    CHECK(found({.t_inside = unless, .s_inside = "<unless><summary>Not at night.</summary></unless>"}) == "trigger: falls-short");
    CHECK(trigger({.t_inside = unless, .s_inside = unless}) == "covered: it asks whenever the target does");
}

TEST_CASE("aspects: trigger: a way out or an exception around the source is one of the source") {
    for (const std::string& way : {escape, unless}) {
        const World w({law("old", duty("t")), law("new", duty("p", way + duty("s"))), mappings("m", row("1", {"new@1#s"}, "superset-of", {"old@1#t"}))});
        CHECK(in_gap(w.gap("old", "new@1#s")) == "trigger: falls-short");
    }
}

TEST_CASE("aspects: trigger: an exemption takes cases out of the source, while it stands") {
    const auto out = [](const std::string& attributes, const std::string& inside = "") { return provision("out", R"(norm="exemption" )" + attributes, inside + R"(<exempts ref="#s"/>)"); };
    CHECK(trigger({.s_more = out("")}) == "falls-short: The new, s. out takes the case out: Do out. | a case in which the exception applies (Do out)");
    CHECK(trigger({.s_more = out("", open)}) == "falls-short: The new, s. out takes the case out: Do out. | a case in which open weights");
    CHECK(found({.t_inside = closed, .t_attributes = named, .s_more = out("", open)}) == "covered");
    CHECK(found({.s_head = two_versions, .s_more = out(R"(until="0")")}) == "covered");
    CHECK(found({.s_more = out(R"(applies-from="2026-06-02")")}) == "covered");
    CHECK(found({.s_more = out(R"(applies-from="2026-05-01..2026-07-01")")}) == "trigger: falls-short");
}

TEST_CASE("aspects: trigger: an exemption from the target that has not begun to apply takes nothing out of it yet") {
    const auto covered = [](const std::string& attributes) {
        const World w({law("old", duty("t") + provision("out", R"(norm="exemption" )" + attributes, open + R"(<exempts ref="#t"/>)")), law("new", duty("s", closed)), mappings("m", row("1", {"new@1#s"}, "superset-of", {"old@1#t"}))});
        return w.gap("old#t", "new").covered();
    };
    CHECK(covered(""));
    CHECK_FALSE(covered(R"(applies-from="2030-01-01")"));
    CHECK_FALSE(covered(R"(applies-from="2026-05-01..2026-07-01")"));
}

TEST_CASE("aspects: trigger: an exemption made by another act counts, however many versions either has") {
    CHECK(found({.s_head = two_versions, .files = {law("relief", provision("out", R"(norm="exemption")", R"(<exempts ref="new#s"/>)"))}}) == "trigger: falls-short");
    const std::string bill = R"(<status value="proposed" from="2024-01-01"/>)" + version_1;
    CHECK(found({.s_head = two_versions, .files = {law("relief", provision("out", R"(norm="exemption")", R"(<exempts ref="new#s"/>)"), bill)}}) == "covered");
}

TEST_CASE("aspects: trigger: what was compared as whole norms has its conditions compared already") {
    CHECK(found({.s_inside = more_than, .relates = "whole"}) == "covered");
}

TEST_CASE("aspects: trigger: a chain of one whole-norm and one duty mapping leaves the conditions of the latter to be compared") {
    const World w({law("old", duty("t")), law("middle", duty("x", more_than)), law("new", duty("s", more_than)), mappings("whole", row("1", {"new@1#s"}, "equal-to", {"middle@1#x"}), "loose", "whole"),
                   mappings("duty", row("1", {"middle@1#x"}, "superset-of", {"old@1#t"}))});
    CHECK_FALSE(w.gap("old", "new").covered());
}

TEST_CASE("aspects: trigger: a target that never asks is reported, and covered by nothing") {
    const std::string never = when("<all>" + compute("more-than", "1e25") + compute("less-than", "1e24") + "</all>");
    for (const std::string relates : {"duty", "whole"}) {
        CHECK(trigger({.t_inside = never, .relates = relates}) == "undetermined: as its conditions stand, there is no case in which the target asks, so there is nothing to compare");
        CHECK(trigger({.t_inside = more_than, .relates = relates}, {.facts = {"training-compute=1e24FLOP"}}) == "undetermined: by the facts given there is no case in which the target asks, so there is nothing to compare");
    }
    CHECK(trigger(both(never, never)).starts_with("undetermined: "));
    CHECK_FALSE(World({law("old", duty("t", never))}).gap("old", "old").covered());
}

TEST_CASE("aspects: trigger: facts of the case narrow what is left; what they do not touch stays a gap") {
    const auto with = [](const Two& two, const std::string& fact) { return trigger(two, {.facts = {fact}}); };
    const Two above{.s_inside = more_than};
    CHECK(with(above, "training-compute=2e25FLOP") == "covered: it asks whenever the target does");
    CHECK(with(above, "training-compute=1e24FLOP") == "falls-short: it asks only when training compute is more than 10^25 FLOP | a case in which all is as given");
    CHECK(with(above, "training-compute=1.0e25FLOP") == "falls-short: it asks only when training compute is more than 10^25 FLOP | a case in which training compute is 9.8 x 10^24 FLOP");  // rounded: it may be less
    CHECK(with(above, "open-weights=yes") == trigger(above));
    CHECK(with(both(severe, wide), "test:wide=yes") == "covered: it asks whenever the target does");
    CHECK(with(both(severe, wide), "test:wide=unknown") == trigger(both(severe, wide)));
    CHECK(with({.s_more = provision("out", R"(norm="exemption")", open + R"(<exempts ref="#s"/>)")}, "open-weights=no") == "covered: it asks whenever the target does");
    // what has no say in the question does not make a case
    CHECK(found(above, {.facts = {"training-compute=2e25FLOP", "open-weights=no"}}) == "covered");
}
