// Proves the remedy: the smallest set of functions to move, against brute force over all sets; that it works; and that no smaller one does.

#include "lacuna/remedy.hpp"

#include <algorithm>

#include "random_rules.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

std::string words(const std::vector<Function>& functions) {
    std::vector<std::string> out;
    for (const Function f : functions) out.emplace_back(word(f));
    return out.empty() ? "nothing" : join(out);
}

std::optional<Id> outside_or_ombudsman(const Id& party) { return party == "ombudsman" ? party : outside(party); }

bool is_constraint(const RuleHolds& holds, Acting acting) {
    const auto least = independence(*capture_sets(holds, acting, UnknownHolds::by_bearer), outside_or_ombudsman);
    return !least || *least > 0;
}

RuleHolds moved(RuleHolds holds, const std::vector<Function>& functions) {
    for (const Function f : functions) holds = transferred(std::move(holds), f, "ombudsman");
    return holds;
}

/// Every smallest set of functions that makes the rule a constraint when they move.
std::vector<std::vector<Function>> by_trying(const RuleHolds& holds, Acting acting) {
    const auto all = all_values<Function>();
    std::vector<std::vector<Function>> best;
    for (unsigned bits = 0; bits < 1U << all.size(); ++bits) {
        std::vector<Function> set;
        for (std::size_t i = 0; i < all.size(); ++i)
            if ((bits >> i & 1U) != 0) set.push_back(all[i]);
        if (!best.empty() && set.size() > best.front().size()) continue;
        if (!is_constraint(moved(holds, set), acting)) continue;
        if (!best.empty() && set.size() < best.front().size()) best.clear();
        best.push_back(std::move(set));
    }
    return best;
}

const std::string hands = R"(<oversight><holds function="define" party="lab"/><holds function="evaluate" party="lab"/><holds function="judge" party="board"/><holds function="accept" state="not-applicable"/>
  <holds function="verify" party="agency"/><holds function="amend" party="lab"/><holds function="enforce" party="board"/></oversight>)";

PenAnswer pens(const World& w, const std::string& of, const Ask& ask = {}) {
    auto question = w.ask(of, "binding", ask).question;
    return who_holds_the_pen(w.corpus, w.walk, question, IndependenceRule::strict);
}

}  // namespace

TEST_CASE("remedy: what the bearer holds alone must move, and nothing else") {
    auto rule = own_rule();
    CHECK(words(to_transfer(rule, Acting::who_may, outside)) == "define, evaluate, judge, accept, verify, amend, enforce");
    rule.of(Function::evaluate) = {std::nullopt, any_of({one("lab"), one("court", Discretion::may)})};
    rule.of(Function::accept).state = CellState::not_applicable;
    rule.of(Function::amend).state = CellState::nobody;
    rule.threshold_open = false;
    CHECK(words(to_transfer(rule, Acting::who_may, outside)) == "judge, verify, enforce");
    // who may act need not
    CHECK(words(to_transfer(rule, Acting::who_must, outside)) == "evaluate, judge, verify, enforce");
}

TEST_CASE("remedy: whose hand is unknown must move; nobody's hand must be given to somebody") {
    RuleHolds rule;
    for (auto& h : rule.by_function) h.state = CellState::not_applicable;
    rule.of(Function::enforce).state = CellState::nobody;
    rule.of(Function::verify).state = CellState::unknown;
    CHECK(words(to_transfer(rule, Acting::who_may, outside)) == "verify, enforce");
    CHECK(is_constraint(moved(rule, {Function::verify, Function::enforce}), Acting::who_must));
    CHECK_FALSE(is_constraint(moved(rule, {Function::enforce}), Acting::who_must));
}

TEST_CASE("remedy: of random rules it is the only smallest set, and applied it yields at least 1") {
    Random random(20261121);
    std::size_t constraints = 0;
    for (int i = 0; i < 400; ++i) {
        const auto rule = random_rule(random);
        const auto acting = random.chance(2) ? Acting::who_must : Acting::who_may;
        const auto remedy = to_transfer(rule, acting, outside_or_ombudsman);
        const auto smallest = by_trying(rule, acting);
        REQUIRE(smallest.size() == 1);
        CHECK(words(remedy) == words(smallest.front()));
        CHECK(is_constraint(moved(rule, remedy), acting));
        constraints += remedy.empty() ? 1U : 0U;
    }
    CHECK(constraints > 0);
    CHECK(constraints < 200);
}

TEST_CASE("remedy: for a set of commitments, where each hand is written down") {
    const World w({policy("p", "lab", duty("a") + duty("b", R"(<holds function="enforce" party="agency"/>)") + duty("c", R"(<holds function="judge" party="lab"/>)"), in_force + version_1 + hands), law("act", duty("x"))});
    const auto answer = pens(w, "p");
    const auto remedy = remedy_of(w.corpus, answer);
    std::string out;
    for (const auto& t : remedy.transfers) {
        out += std::string(word(t.function)) + " for " + std::to_string(t.rules.size()) + ":";
        for (const auto& at : t.written) out += " " + (at.on == no_node ? "all" : w.corpus.provision(at.on).id) + " " + std::to_string(at.rules);
        out += "; ";
    }
    CHECK(out == "define for 3: all 3; evaluate for 3: all 3; judge for 3: all 2 c 1; amend for 3: all 3; enforce for 2: all 2; ");
    CHECK(remedy.constraints == 0);
}

TEST_CASE("remedy: precedents are what law gives to others over developers, in force first; a fine stops nothing") {
    const std::string head = in_force + version_1;
    const World w({law("old", provision("stop", R"(norm="power" bearer="agency")", R"(<guards ref="#x"/><holds function="enforce" party="agency" reach="stop" discretion="may" over="developer"/>)") + duty("x"), R"(<status value="vetoed" from="2024-01-01"/>)" + version_1),
                   law("act", provision("fine", R"(norm="power" bearer="agency")", R"(<guards ref="#y"/><holds function="enforce" party="agency" reach="penalise" discretion="may" over="developer"/>)") + duty("y", R"(<holds function="amend" party="parliament"/>)"), head),
                   policy("p", "lab", duty("a"))});
    const auto list = [&](Function f, bool stopping) {
        std::string out;
        for (const auto& p : precedents(w.corpus, f, stopping, day("2026-06-01"))) out += (out.empty() ? "" : "; ") + w.corpus.cite(p.power.node) + (p.usable ? "" : " (not usable)");
        return out;
    };
    CHECK(list(Function::enforce, false) == "The act, s. fine; The old, s. stop (not usable)");
    CHECK(list(Function::enforce, true) == "The old, s. stop (not usable)");
    // that a legislature can change its own law is no consent to a lab's change of its policy
    CHECK(list(Function::amend, false).empty());
    CHECK(list(Function::verify, false).empty());
}

TEST_CASE("remedy: a single point of failure is a party that alone makes commitments void") {
    const World w({policy("p", "lab", duty("a") + duty("b", R"(<holds function="judge"><any-of><holder party="board"/><holder party="agency"/></any-of></holds>)"), in_force + version_1 + hands), law("act", duty("x"))});
    std::string out;
    for (const auto& p : single_points(w.corpus, pens(w, "p"))) {
        out += p.party + (p.outside ? " (outside) " : " ") + std::to_string(p.rules.size()) + ":";
        for (const auto& [rule, functions] : p.rules) out += " " + w.corpus.provision(rule.node).id + " " + words(functions) + ";";
        out += " | ";
    }
    // what the lab controls fails with it
    CHECK(out == "agency (outside) 2: a verify; b verify; | board 2: a judge, enforce; b enforce; | lab 2: a define, evaluate, judge, amend, enforce; b define, evaluate, amend, enforce; | ");
}
