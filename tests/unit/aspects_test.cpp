// Proves that each aspect of coverage makes the difference by itself: everything else equal, it alone turns cover into a gap.

#include <algorithm>

#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

/// The target old#t and the source new#s. The source's duty is mapped to contain the target's, and all else is equal unless a test
/// says otherwise; so nothing but what the test says can make the gap.
struct Two {
    std::string t_inside = {}, s_inside = {};          ///< inside the provision
    std::string t_attributes = {}, s_attributes = {};  ///< on it
    std::string t_modality = "must", s_modality = "must";
    std::string relation = "superset-of", reading = "loose", relates = "duty";
    std::string s_head = in_force + version_1, s_more = {};                                             ///< around the source
    std::string s_law = R"(force="binding" jurisdiction="EU" issuer="parliament" bearer="developer")";  ///< what the source is
    std::vector<std::string> files = {};                                                                ///< further ones
};
Gap judged(const Two& two, const Ask& ask = {}) {
    std::vector<std::string> files{law("old", duty("t", two.t_inside, two.t_attributes, two.t_modality)),
                                   instrument("new", two.s_law, duty("s", two.s_inside, two.s_attributes, two.s_modality) + two.s_more, two.s_head),
                                   mappings("m", row("1", {"new@1#s"}, two.relation, {"old@1#t"}), two.reading, two.relates)};
    files.insert(files.end(), two.files.begin(), two.files.end());
    const World w(files);
    return w.gap("old", "new@1#s", ask);
}

/// "covered", or the aspects that are not, with what was found: "trigger: falls-short".
std::string in_gap(const Gap& g) {
    std::vector<std::string> out;
    for (const auto& a : all_words<Aspect>()) {
        const auto f = g.verdict(*from_word<Aspect>(a)).finding;
        if (f != Finding::covered) out.push_back(a + ": " + std::string(word(f)));
    }
    // an answer that calls itself covered has every aspect, and the other way round
    CHECK(g.covered() == out.empty());
    return out.empty() ? "covered" : join(out);
}
std::string found(const Two& two, const Ask& ask = {}) { return in_gap(judged(two, ask)); }

const std::string more_than = when(compute("more-than", "1e25")), at_least = when(compute("at-least", "1e25"));
const std::string open = when(R"(<is fact="open-weights"/>)");

}  // namespace

TEST_CASE("aspects: with everything equal the target is covered") {
    CHECK(found(Two{}) == "covered");
    CHECK(found({.relation = "equal-to"}) == "covered");
}

TEST_CASE("aspects: duty: only certain containment is cover") {
    CHECK(found({.relation = "subset-of"}) == "duty: at-least-partly");
    CHECK(found({.relation = "subset-of", .reading = "strict"}) == "duty: partly");
    CHECK(found({.relation = "intersects-with"}) == "duty: at-least-partly");
    CHECK(found({.relation = "intersects-with", .reading = "strict"}) == "duty: partly");
}

namespace {

/// Is old#t covered by a mapping with these attributes, the source's end pinned so?
bool covered_by_mapping(const std::string& attributes, const std::string& pin) {
    const std::string rows = "<mapping id=\"1\" relation=\"superset-of\" " + attributes + "><source ref=\"new@1#s\" " + pin + "/><target ref=\"old@1#t\"/><rationale>R</rationale></mapping>";
    return World({law("old", duty("t")), law("new", duty("s")), mappings("m", rows)}).gap("old", "new").covered();
}

}  // namespace

// Known faults: once the engine is right, the decorator falls away.
TEST_CASE("aspects: duty: a mapping made for another wording is no certain cover") {
    REQUIRE(covered_by_mapping("", ""));
    CHECK_FALSE(covered_by_mapping("", R"(fingerprint="0123456789abcdef")"));  // the source changed after it was compared
}
TEST_CASE("aspects: duty: a disputed mapping is no certain cover") { CHECK_FALSE(covered_by_mapping(R"(status="disputed")", "")); }

TEST_CASE("aspects: trigger: 'more than 10^25' does not cover 'at least 10^25'; the other way round it does") {
    CHECK(found({.t_inside = at_least, .s_inside = more_than, .t_attributes = R"(clarity="quantity")", .s_attributes = R"(clarity="quantity")"}) == "trigger: falls-short");
    CHECK(found({.t_inside = more_than, .s_inside = at_least, .t_attributes = R"(clarity="quantity")", .s_attributes = R"(clarity="quantity")"}) == "covered");
    CHECK(found({.t_inside = more_than}) == "covered");
    CHECK(found({.s_inside = more_than}) == "trigger: falls-short");
    CHECK(judged({.s_inside = more_than}).verdict(Aspect::trigger).reason == "it asks only when training compute is more than 10^25 FLOP, the target always");
}

TEST_CASE("aspects: trigger: what cannot be compared is open, never cover") {
    const std::string named = R"(clarity="named")";
    CHECK(found({.t_inside = more_than, .s_inside = open, .t_attributes = named, .s_attributes = named}) == "trigger: undetermined");
    CHECK(found({.t_inside = open, .s_inside = more_than, .t_attributes = named, .s_attributes = named}) == "trigger: undetermined");
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
    const std::string escape = R"(<escape competitor="yes"><summary>Unless others do not.</summary></escape>)", unless = "<unless><summary>Not for research.</summary></unless>";
    CHECK(found({.s_inside = escape}) == "trigger: falls-short");
    CHECK(judged({.s_inside = escape}).verdict(Aspect::trigger).reason == "it has a way out that the target has not: Unless others do not.");
    CHECK(found({.t_inside = escape}) == "covered");
    CHECK(found({.t_inside = escape, .s_inside = escape}) == "covered");
    CHECK(found({.s_inside = unless}) == "trigger: falls-short");
    CHECK(found({.t_inside = unless, .s_inside = unless}) == "covered");
    CHECK(found({.t_inside = unless, .s_inside = "<unless><summary>Not at night.</summary></unless>"}) == "trigger: falls-short");
}

TEST_CASE("aspects: trigger: a way out or an exception around the source is one of the source") {
    for (const std::string way : {R"(<escape competitor="no"><summary>Unless it costs too much.</summary></escape>)", "<unless><summary>Not for research.</summary></unless>"}) {
        const World w({law("old", duty("t")), law("new", duty("p", way + duty("s"))), mappings("m", row("1", {"new@1#s"}, "superset-of", {"old@1#t"}))});
        CHECK(in_gap(w.gap("old", "new@1#s")) == "trigger: falls-short");
    }
}

TEST_CASE("aspects: trigger: an exemption takes cases out of the source, while it stands") {
    const std::string out = provision("out", R"(norm="exemption")", R"(<exempts ref="#s"/>)");
    CHECK(found({.s_more = out}) == "trigger: falls-short");
    CHECK(judged({.s_more = out}).verdict(Aspect::trigger).reason == "The new, s. out takes cases out of it: Do out.");
    const std::string two = in_force + R"(<version id="0" in-force-from="2023-01-01"/><version id="1" in-force-from="2024-01-01"/>)";
    CHECK(found({.s_head = two, .s_more = provision("out", R"(norm="exemption" until="0")", R"(<exempts ref="#s"/>)")}) == "covered");
}

TEST_CASE("aspects: trigger: an exemption made by another act counts, however many versions either has") {
    const std::string two = in_force + R"(<version id="0" in-force-from="2023-01-01"/><version id="1" in-force-from="2024-01-01"/>)";
    CHECK(found({.s_head = two, .files = {law("relief", provision("out", R"(norm="exemption")", R"(<exempts ref="new#s"/>)"))}}) == "trigger: falls-short");
}

TEST_CASE("aspects: trigger: what was compared as whole norms has its conditions compared already") {
    CHECK(found({.s_inside = more_than, .relates = "whole"}) == "covered");
}

TEST_CASE("aspects: trigger: a chain of one whole-norm and one duty mapping leaves the conditions of the latter to be compared") {
    const World w({law("old", duty("t")), law("middle", duty("x", more_than)), law("new", duty("s", more_than)), mappings("whole", row("1", {"new@1#s"}, "equal-to", {"middle@1#x"}), "loose", "whole"),
                   mappings("duty", row("1", {"middle@1#x"}, "superset-of", {"old@1#t"}))});
    CHECK_FALSE(w.gap("old", "new").covered());
}

TEST_CASE("aspects: modality: a 'should' does not stand in for a 'must', and recommending or permitting covers nothing at all") {
    CHECK(found({.s_modality = "should"}) == "modality: falls-short");
    CHECK(judged({.s_modality = "should"}).verdict(Aspect::modality).reason == "it says 'should' where the target says 'must'");
    CHECK(found({.t_modality = "should", .s_modality = "should"}) == "covered");
    CHECK(found({.t_modality = "should"}) == "covered");
    for (const std::string target : {"must", "should"})
        for (const std::string source : {"may", "recommends"}) CHECK(found({.t_modality = target, .s_modality = source}) == "modality: falls-short");
}

TEST_CASE("aspects: modality: a power, a definition or a permission is not a duty, whatever is mapped") {
    for (const std::string norm : {"power", "definition", "permission", "right", "deemed-compliance"}) {
        const World w({law("old", duty("t")), law("new", provision("s", "norm=\"" + norm + "\"")), mappings("m", row("1", {"new@1#s"}, "superset-of", {"old@1#t"}))});
        CHECK(in_gap(w.gap("old", "new")) == "modality: falls-short");
    }
}

TEST_CASE("aspects: time: not yet, no longer, suspended, an open date") {
    const auto in_time = [](const std::string& attributes, const std::string& head = in_force + version_1, const std::string& inside = "") { return found({.s_inside = inside, .s_attributes = attributes, .s_head = head}); };
    CHECK(in_time("") == "covered");
    CHECK(in_time(R"(applies-from="2026-06-02")") == "time: falls-short");
    CHECK(in_time(R"(applies-from="2026-06-01")") == "covered");
    CHECK(in_time(R"(in-force-from="2026-06-02")") == "time: falls-short");
    CHECK(in_time(R"(applies-from="2026-05-01..2026-06-30")") == "time: undetermined");
    CHECK(in_time("", in_force + version_1, R"(<date for="applies-from"><within amount="1" unit="month" event="opening"/></date>)") == "time: undetermined");
    CHECK(in_time("", R"(<status value="in-force" from="2024-01-01" until="2025-12-31"/><status value="suspended" from="2026-01-01"/>)" + version_1) == "time: falls-short");
    CHECK(in_time("", R"(<status value="adopted" from="2024-01-01"/>)" + version_1) == "time: falls-short");
    CHECK(in_time("", in_force + version_1 + R"(<version id="2" in-force-from="2026-01-01"/>)") == "time: falls-short");  // asked as new@1
}

TEST_CASE("aspects: time: while models already on the market have time left, cover is open") {
    CHECK(found({.s_attributes = R"(legacy-until="2027-08-02")"}) == "time: undetermined");
    CHECK(found({.s_attributes = R"(legacy-until="2026-06-01")"}) == "covered");
    CHECK(found({.s_inside = R"(<date for="legacy-until"><within amount="2" unit="year" event="opening"/></date>)"}) == "time: undetermined");
}

TEST_CASE("aspects: oversight: a function in weaker hands, hands not stated, hands as far") {
    const auto verified = [](const std::string& target, const std::string& source) {
        const auto cell = [](const std::string& how) { return how.empty() ? "" : "<holds function=\"verify\" " + how + "/>"; };
        return found({.t_inside = cell(target), .s_inside = cell(source)}, {.developer = "lab"});
    };
    // the lab is recorded as no developer here, so that the bearer is open in every case alike
    const std::string bearer = "bearer: undetermined";
    const std::string agency = R"(party="agency")", board = R"(party="board")", nobody = R"(state="nobody")", unknown = R"(state="unknown")";
    CHECK(verified(agency, agency) == bearer);
    CHECK(verified(agency, board) == bearer + ", oversight: falls-short");
    CHECK(verified(agency, nobody) == bearer + ", oversight: falls-short");
    CHECK(verified(agency, unknown) == bearer + ", oversight: undetermined");
    CHECK(verified(agency, "") == bearer + ", oversight: undetermined");
    CHECK(verified(board, nobody) == bearer + ", oversight: falls-short");
    CHECK(verified(board, agency) == bearer);
    CHECK(verified(nobody, nobody) == bearer);
    CHECK(verified(nobody, "") == bearer);
}

TEST_CASE("aspects: oversight: every function but drafting counts") {
    for (const auto& f : all_words<Function>()) {
        const auto cell = [&](const std::string& who) { return "<holds function=\"" + f + "\" party=\"" + who + "\"/>"; };
        CHECK(found({.t_inside = cell("agency"), .s_inside = cell("bearer")}) == (f == "draft" ? "covered" : "oversight: falls-short"));
    }
}

TEST_CASE("aspects: clarity: a less checkable test stands in for a more checkable one") {
    const auto clear = [](const std::string& target, const std::string& source) {
        return found({.t_inside = more_than, .s_inside = more_than, .t_attributes = "clarity=\"" + target + "\"", .s_attributes = source.empty() ? "" : "clarity=\"" + source + "\""});
    };
    const std::vector<std::string> words = all_words<Clarity>();
    for (std::size_t t = 0; t < words.size(); ++t)
        for (std::size_t s = 0; s < words.size(); ++s) CHECK(clear(words[t], words[s]) == (s <= t ? "covered" : "clarity: falls-short"));
    CHECK(clear("named", "") == "clarity: undetermined");
    CHECK(found({.t_inside = more_than, .t_attributes = R"(clarity="quantity")"}) == "covered");  // the source asks always
}

TEST_CASE("aspects: clarity: that the target's test was not graded does not make it no test") {
    CHECK(found({.t_inside = more_than, .s_inside = more_than, .s_attributes = R"(clarity="qualitative")"}) == "clarity: undetermined");
    CHECK(found({.t_inside = more_than, .s_inside = more_than, .s_attributes = R"(clarity="quantity")"}) == "covered");
}

TEST_CASE("aspects: of a set of sources taken together the weakest counts, for every aspect but the duty") {
    const auto set = [](const std::string& inside, const std::string& attributes, const std::string& modality) {
        const World w({law("old", duty("t")), law("new", duty("s") + duty("z", inside, attributes, modality)), mappings("m", row("1", {"new@1#s", "new@1#z"}, "superset-of", {"old@1#t"}))});
        return in_gap(w.gap("old", "new"));
    };
    CHECK(set("", "", "must") == "covered");
    CHECK(set(more_than, "", "must") == "trigger: falls-short");
    CHECK(set("", R"(bearer="large-developer")", "must") == "bearer: falls-short");
    CHECK(set("", R"(applies-from="2030-01-01")", "must") == "time: falls-short");
    CHECK(set("", "", "should") == "modality: falls-short");
}

TEST_CASE("aspects: a whole, or a set with that whole, is no firmer than the part of it that covers") {
    // the mapping is from the part; its condition, modality, date and way out must not vanish because what is around it has none
    const auto by_part = [](const std::string& inside, const std::string& attributes, const std::string& modality) {
        const World w({law("old", duty("t") + duty("u")), law("new", duty("p", duty("s", inside, attributes, modality)) + duty("q")),
                       mappings("m", row("1", {"new@1#s"}, "superset-of", {"old@1#t"}) + row("2", {"new@1#p", "new@1#q"}, "superset-of", {"old@1#u"}))});
        return w.gap("old#t", "new").covered();
    };
    CHECK(by_part("", "", "must"));
    CHECK_FALSE(by_part(more_than, "", "must"));
    CHECK_FALSE(by_part("", "", "should"));
    CHECK_FALSE(by_part("", R"(applies-from="2030-01-01")", "must"));
    CHECK_FALSE(by_part(R"(<escape competitor="yes"><summary>Unless others do not.</summary></escape>)", "", "must"));
    CHECK_FALSE(by_part("<unless><summary>Not for research.</summary></unless>", "", "must"));
    // the whole without a set around it
    const World w({law("old", duty("t")), law("new", duty("p", duty("s", "", "", "should"))), mappings("m", row("1", {"new@1#s"}, "superset-of", {"old@1#t"}))});
    CHECK_FALSE(w.gap("old", "new").covered());
}

TEST_CASE("aspects: what was taken out of a text between two versions is not covered by the heading it stood under") {
    const std::string two = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2025-01-01"/>)";
    const World w({law("act", duty("p", duty("p-1") + duty("p-2"), R"(until="1")") + duty("p", duty("p-2"), R"(since="2")") + duty("q", duty("q-1")), two)});
    const auto answer = w.ask("act@1", "act@2");
    REQUIRE(answer.targets.size() == 5);
    for (const auto& g : answer.targets) CHECK(g.covered() == (w.corpus.provision(g.target.node).id[0] == 'q'));
}
