// Proves who counts as outside the bearer under each rule, and what an instrument's own cells come to.

#include "lacuna/independence.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string people =
    parties(party("ceo", "board", R"(<relation kind="part-of" party="lab"/><relation kind="contracts" party="paid"/><relation kind="appoints" party="appointee"/><relation kind="funds" party="grantee"/>)") +
            party("paid", "company") + party("appointee", "company") + party("grantee", "company") + party("tester", "evaluator") + party("institute", "agency", R"(<relation kind="agreement" party="lab" revocable-by="lab"/><relation kind="part-of" party="ministry"/>)") +
            party("ministry", "agency") + party("office", "agency", R"(<relation kind="part-of" party="commission"/>)") + party("commission", "agency"));

/// "paid: strict -, appointment paid, contract -".
std::string counted(const std::string& id) {
    const World w({law("act", duty("a")), people});
    std::string out = id + ":";
    for (const auto rule : all_values<IndependenceRule>()) out += " " + std::string(word(rule)) + " " + counted_as(w.corpus, id, "lab", day("2026-06-01"), rule).value_or("-");
    return out;
}

std::string cell(const std::string& function, const std::string& rest) { return "<holds function=\"" + function + "\" " + rest; }

/// The figure with those who must act, and with those who may.
std::string figures(const std::string& cells, const std::string& attributes = "") {
    const World w({law("act", duty("a", cells, attributes)), people});
    const auto holds = stated_holds(w.corpus, w.at("act@1#a"), 0, day("2026-06-01"));
    std::string out;
    for (const auto acting : {Acting::who_must, Acting::who_may}) {
        const auto n = independence(*capture_sets(holds, acting, UnknownHolds::by_bearer), [&](const Id& id) { return counted_as(w.corpus, id, "lab", day("2026-06-01"), IndependenceRule::strict); });
        out += (out.empty() ? "" : ", ") + (n ? std::to_string(*n) : "none");
    }
    return out;
}

const std::string outsiders = cell("define", R"(party="office"/>)") + cell("evaluate", R"(party="office"/>)") + cell("judge", R"(party="office"/>)") + cell("accept", R"(state="not-applicable"/>)") +
                              cell("verify", R"(state="not-applicable"/>)");

}  // namespace

TEST_CASE("independence: what the rule counts against a party, and under which name who is outside counts") {
    CHECK(counted("lab") == "lab: strict - appointment - contract -");
    CHECK(counted("ceo") == "ceo: strict - appointment - contract -");
    CHECK(counted("paid") == "paid: strict - appointment paid contract -");
    CHECK(counted("grantee") == "grantee: strict - appointment grantee contract -");
    CHECK(counted("appointee") == "appointee: strict - appointment - contract appointee");
    CHECK(counted("tester") == "tester: strict - appointment tester contract -");
    CHECK(counted("institute") == "institute: strict - appointment ministry contract ministry");
    CHECK(counted("office") == "office: strict commission appointment commission contract commission");
}

TEST_CASE("independence: a cell that is not stated is unknown, and what is certain counts it as the bearer's own") {
    CHECK(figures(outsiders + cell("enforce", R"(party="office"/>)")) == "0, 0");  // who amends?
    CHECK(figures(outsiders + cell("enforce", R"(party="office"/>)") + cell("amend", R"(state="nobody"/>)")) == "1, 1");
}

TEST_CASE("independence: terms stated for a cell hold for its holders") {
    const auto amend = cell("amend", R"(state="nobody"/>)");
    CHECK(figures(outsiders + amend + cell("enforce", R"(party="office" discretion="may"/>)")) == "0, 1");
    CHECK(figures(outsiders + amend + cell("enforce", R"(discretion="may"><any-of><holder party="lab"/><holder party="office"/></any-of></holds>)")) == "0, 1");
    CHECK(figures(outsiders + amend + cell("enforce", R"(discretion="may"><any-of><holder party="lab"/><holder party="office" discretion="must"/></any-of></holds>)")) == "1, 1");
}

TEST_CASE("independence: a fixed quantity needs nobody to define it, unless the bearer may amend it") {
    const auto rest = cell("define", R"(party="lab"/>)") + cell("evaluate", R"(party="office"/>)") + cell("judge", R"(party="office"/>)") + cell("accept", R"(state="not-applicable"/>)") + cell("verify", R"(state="not-applicable"/>)") +
                      cell("enforce", R"(party="office"/>)");
    CHECK(figures(rest + cell("amend", R"(state="nobody"/>)"), R"(clarity="quantity")") == "1, 1");
    CHECK(figures(rest + cell("amend", R"(state="nobody"/>)"), R"(clarity="qualitative")") == "0, 0");
    CHECK(figures(rest + cell("amend", R"(party="commission"/>)"), R"(clarity="quantity")") == "1, 1");
    CHECK(figures(rest + cell("amend", R"(party="lab"/>)"), R"(clarity="quantity")") == "0, 0");
}
