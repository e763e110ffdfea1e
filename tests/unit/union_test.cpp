// Proves that several sources cover a target together only where each passes everything but the trigger, and no case is left.

#include "two_norms.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string more_than = when(compute("more-than", "1e25")), at_most = when(compute("at-most", "1e25")), less_than = when(compute("less-than", "1e25"));

/// Sources in the order in which a reader meets them: strongest mapping first.
struct Offer {
    std::string inside = {}, attributes = {}, modality = "must", relation = "superset-of";
};
Gap covered_by(const std::vector<Offer>& sources, const std::string& target = "", const Ask& ask = {}, const std::string& more = "") {
    std::string duties, rows;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const auto& s = sources[i];
        const std::string id(1, static_cast<char>('a' + i));
        duties += duty(id, s.inside, s.attributes, s.modality);
        rows += row(id, {"new@1#" + id}, s.relation, {"old@1#t"}, "strength=\"" + std::to_string(9 - i) + "\"");
    }
    return World({law("old", duty("t", target, target.empty() ? "" : R"(clarity="quantity")")), law("new", duties + more), mappings("m", rows)}).gap("old", "new", ask);
}
const std::string together = "no source alone, but together they ask whenever the target does: The new, s. a, The new, s. b";
const std::string not_together = "not even together do they ask whenever the target does: The new, s. a, The new, s. b";

}  // namespace

TEST_CASE("union: one source above a threshold and one up to it leave nothing between them") {
    const auto g = covered_by({{more_than}, {at_most}});
    CHECK(in_gap(g) == "covered");
    CHECK(g.verdict(Aspect::trigger).reason == together);
    CHECK(g.witness.empty());
    CHECK(g.severity.points == 0);
    CHECK(g.candidates.size() == 2);
    CHECK_FALSE(g.candidates.front().covers());
    CHECK(in_gap(covered_by({{at_most}, {more_than}})) == "covered");
    CHECK(in_gap(covered_by({{more_than, R"(clarity="quantity")"}, {at_most, R"(clarity="quantity")"}}, when(compute("at-least", "1e25")))) == "covered");
}

TEST_CASE("union: a sliver that is left between two sources is the witness") {
    const auto g = covered_by({{more_than}, {less_than}});
    CHECK(in_gap(g) == "trigger: falls-short");
    CHECK(g.verdict(Aspect::trigger).reason == not_together);
    CHECK(g.witness == "a case in which training compute is 10^25 FLOP");
    // and facts may show that this case is not the one
    CHECK(in_gap(covered_by({{more_than}, {less_than}}, "", {.facts = {"training-compute=9e24..9.9e24FLOP"}})) == "covered");
    CHECK(in_gap(covered_by({{more_than}, {less_than}}, "", {.facts = {"training-compute=1.0e25FLOP"}})) == "trigger: falls-short");
}

TEST_CASE("union: what only tests keep apart is not shown to be left, and not shown to be covered") {
    const std::string severe = when(R"(<test id="severe">harm could be severe</test>)"), mild = when(R"(<test id="mild">harm must be mild</test>)"), not_severe = when(R"(<not><test id="severe">harm could be severe</test></not>)");
    CHECK(in_gap(covered_by({{severe}, {not_severe}})) == "covered");
    const auto g = covered_by({{severe, R"(clarity="quantity")"}, {mild, R"(clarity="quantity")"}}, when(compute("at-least", "1e25")));
    CHECK(in_gap(g) == "trigger: undetermined");
    CHECK(g.verdict(Aspect::trigger).reason == "not shown: " + not_together);
    CHECK(g.witness == "Not excluded: a case in which it is not so that harm could be severe; it is not so that harm must be mild; training compute is 2 x 10^25 FLOP");
}

TEST_CASE("union: a source that fails another aspect does not count, for each aspect") {
    const auto with = [](const Offer& second, const Ask& ask = {}, const std::string& more = "") { return in_gap(covered_by({{more_than}, second}, "", ask, more)); };
    CHECK(with({at_most}) == "covered");
    for (const Offer& second : {Offer{at_most, R"(bearer="large-developer")"}, Offer{at_most, R"(applies-from="2030-01-01")"}, Offer{at_most, R"(applies-from="2026-05-01..2026-07-01")"}, Offer{at_most, "", "should"},
                                 Offer{at_most, "", "must", "intersects-with"}}) {
        const auto g = covered_by({{more_than}, second});
        CHECK(in_gap(g) == "trigger: falls-short");
        CHECK(g.verdict(Aspect::trigger).reason == "it asks only when training compute is more than 10^25 FLOP");
        CHECK(g.witness == "a case in which training compute is 5 x 10^24 FLOP");
    }
    const std::string agency = R"(<holds function="verify" party="agency"/>)", nobody = R"(<holds function="verify" state="nobody"/>)";
    CHECK(in_gap(covered_by({{more_than + agency, R"(clarity="quantity")"}, {at_most + agency, R"(clarity="quantity")"}}, when(compute("at-least", "0")) + agency)) == "covered");
    CHECK(in_gap(covered_by({{more_than + agency, R"(clarity="quantity")"}, {at_most + nobody, R"(clarity="quantity")"}}, when(compute("at-least", "0")) + agency)) == "trigger: falls-short");
}

TEST_CASE("union: an exemption from one of the sources leaves its cases uncovered") {
    const std::string out = provision("out", R"(norm="exemption")", when(R"(<is fact="open-weights"/>)") + R"(<exempts ref="#b"/>)");
    const auto g = covered_by({{more_than}, {at_most}}, "", {}, out);
    CHECK(in_gap(g) == "trigger: falls-short");
    CHECK(g.witness == "a case in which open weights; training compute is 5 x 10^24 FLOP");
    CHECK(in_gap(covered_by({{more_than}, {at_most}}, "", {.facts = {"open-weights=no"}}, out)) == "covered");
}

TEST_CASE("union: three sources, none of which can be missed") {
    const std::string between = when("<all>" + compute("at-least", "1e25") + compute("at-most", "1e26") + "</all>"), above = when(compute("more-than", "1e26"));
    CHECK(in_gap(covered_by({{less_than}, {between}, {above}})) == "covered");
    CHECK(covered_by({{less_than}, {above}}).witness == "a case in which training compute is 6 x 10^25 FLOP");
    CHECK(covered_by({{between}, {above}}).witness == "a case in which training compute is 5 x 10^24 FLOP");
}

TEST_CASE("union: a source that only recommends, however strong its mapping, does not hide that two others cover together") {
    const auto g = covered_by({{"", "", "should"}, {more_than}, {at_most}});
    CHECK(in_gap(g) == "covered");
    CHECK(g.verdict(Aspect::modality).reason == "it says 'must'");
}

TEST_CASE("union: of a declared set each member must ask, so members do not complete one another") {
    const World w({law("old", duty("t")), law("new", duty("a", more_than) + duty("b", at_most)), mappings("m", row("1", {"new@1#a", "new@1#b"}, "superset-of", {"old@1#t"}))});
    CHECK(in_gap(w.gap("old", "new")) == "trigger: falls-short");
}
