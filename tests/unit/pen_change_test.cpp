// Proves what a bill is said to change: which capture sets it breaks, which remain, which it adds; and what a document says of evaluations.

#include "lacuna/pen_change.hpp"

#include "random_rules.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string hands = R"(<oversight><holds function="define" state="not-applicable"/><holds function="evaluate" state="not-applicable"/><holds function="judge" party="lab"/><holds function="accept" state="not-applicable"/>
  <holds function="verify" state="not-applicable"/><holds function="amend" party="board"/><holds function="enforce" state="nobody"/></oversight>)";

std::string words(const Coalitions& all) {
    std::string out;
    for (const auto& c : all) out += (out.empty() ? "" : " | ") + (c.empty() ? "nobody" : join(c, "+"));
    return out.empty() ? "none" : out;
}

/// What a law in force changes about the only promise, against no law at all: "broken …; remaining …; added …".
std::string changes(const std::string& bill) {
    const auto promise = policy("p", "lab", duty("t"), in_force + version_1 + hands);
    const World without({promise, law("other", duty("x"))}), with({promise, law("other", duty("x")), law("bill", bill, in_force + version_1, "anyone"), mappings("m", row("1", {"bill@1#s"}, "superset-of", {"p@1#t"}))});
    const auto pens = [](const World& w) { return who_holds_the_pen(w.corpus, w.walk, w.ask("p", "binding", {.developer = "lab"}).question, IndependenceRule::strict); };
    const auto all = pen_changes(without.corpus, pens(without), with.corpus, pens(with));
    REQUIRE(all.size() == 1);
    return "broken " + words(all.front().broken) + "; remaining " + words(all.front().remaining) + "; added " + words(all.front().added);
}
std::string power(const std::string& holds) { return duty("s") + provision("power", R"(norm="power" bearer="agency")", R"(<guards ref="#s"/>)" + holds); }

}  // namespace

TEST_CASE("a bill that changes nothing breaks nothing") { CHECK(changes(duty("s")) == "broken none; remaining nobody; added none"); }

TEST_CASE("a bill that gives enforcement to somebody breaks 'void from the start', and what could void it before still can") {
    CHECK(changes(power(R"(<holds function="enforce" party="agency" reach="order" discretion="must"/>)")) == "broken nobody; remaining agency | board | lab; added none");
}

TEST_CASE("a bill that gives judging to somebody too leaves the rest") {
    CHECK(changes(power(R"(<holds function="judge" party="agency" discretion="must"/><holds function="enforce" party="agency" reach="order" discretion="must"/>)")) == "broken nobody; remaining agency | board; added none");
}

TEST_CASE("limits of evaluation: counted for documents whose promises depend on evaluations, by version") {
    auto words_with_limits = vocabulary;
    const std::string after = R"(<party-kind id="lab"><name>Lab</name></party-kind>)";
    words_with_limits.insert(words_with_limits.find(after) + after.size(), R"(<limit id="hidden"><name>Hidden</name></limit><limit id="early"><name>Early</name></limit>)");
    const std::string two = in_force + version_1 + R"(<version id="2" in-force-from="2026-01-01"/>)";
    const Corpus corpus(read({words_with_limits, usual_parties, law("act", duty("x")),
                              policy("p", "lab", duty("a", "", R"(evaluation-dependent="yes")") + duty("b", "", R"(addresses="hidden")") + duty("c", "", R"(addresses="early" until="1")"), two)}));
    const Crosswalk walk(corpus);
    std::vector<Problem> problems;
    const auto on = day("2026-06-01");
    const Question q{resolve(corpus, {"p"}, on, {}, problems), resolve(corpus, {"binding"}, on, {}, problems), {}, {}, on};
    const auto limits = limits_addressed(corpus, who_holds_the_pen(corpus, walk, q, IndependenceRule::strict));
    REQUIRE(limits.size() == 1);
    CHECK(limits.front().seen_only_by_bearer == 1);
    CHECK(join(limits.front().addressed) == "hidden");
    CHECK(join(limits.front().passed_over) == "early");
}
