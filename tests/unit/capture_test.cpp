// Proves who can make a rule void: against brute force over all coalitions, and that more hands on a rule never make it less independent.

#include "lacuna/capture.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "random_rules.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

std::string words(const Coalitions& all) {
    std::string out;
    for (const auto& c : all) out += (out.empty() ? "" : " | ") + (c.empty() ? "nobody" : join(c, "+"));
    return out.empty() ? "none" : out;
}

std::size_t figure(const RuleHolds& holds, Acting acting = Acting::who_may) { return independence(*capture_sets(holds, acting, UnknownHolds::by_bearer), outside).value_or(99); }

bool performed(const Formula& f, const Coalition& acting) {
    if (f.kind == FormulaKind::holder) return std::binary_search(acting.begin(), acting.end(), f.party);
    const auto n = std::count_if(f.parts.begin(), f.parts.end(), [&](const Formula& p) { return performed(p, acting); });
    return n >= (f.kind == FormulaKind::any_of ? 1 : f.kind == FormulaKind::all_of ? static_cast<long>(f.parts.size()) : f.k);
}
/// Every coalition for which it is so, that contains no other one.
template <class Holds>
Coalitions by_trying(const Holds& holds) {
    Coalitions out;
    for (unsigned bits = 0; bits < 1U << everybody.size(); ++bits) {
        Coalition in, rest;
        for (std::size_t i = 0; i < everybody.size(); ++i) ((bits >> i & 1U) != 0 ? in : rest).push_back(everybody[i]);
        if (holds(in, rest)) out.push_back(in);
    }
    return minimal(out);
}

}  // namespace

TEST_CASE("capture: who can perform a function, and whose failure defeats it") {
    const auto joint = all_of({one("ceo"), one("rso")});
    CHECK(words(*able(joint)) == "ceo+rso");
    CHECK(words(*blocking(joint)) == "ceo | rso");
    const auto either = any_of({one("lab"), one("commission")});
    CHECK(words(*able(either)) == "commission | lab");
    CHECK(words(*blocking(either)) == "commission+lab");
    const auto most = two_of({one("a"), one("b"), one("c")});
    CHECK(words(*able(most)) == "a+b | a+c | b+c");
    CHECK(words(*blocking(most)) == "a+b | a+c | b+c");
    // a party in several places is one party
    CHECK(words(*able(all_of({one("lab"), any_of({one("lab"), one("court")})}))) == "lab");
}

TEST_CASE("capture: a rule that its bearer writes, measures, judges, amends and enforces is a statement of intent") {
    CHECK(words(*capture_sets(own_rule(), Acting::who_may, UnknownHolds::by_bearer)) == "lab");
    CHECK(figure(own_rule()) == 0);
}

TEST_CASE("capture: nobody enforces: void from the start; nobody amends: no capture set; not applicable: left out") {
    auto rule = own_rule();
    rule.of(Function::enforce).state = CellState::nobody;
    CHECK(words(*capture_sets(rule, Acting::who_may, UnknownHolds::by_bearer)) == "nobody");
    CHECK(figure(rule) == 0);
    for (auto& h : rule.by_function) h.state = CellState::not_applicable;
    rule.of(Function::amend).state = CellState::nobody;
    CHECK(words(*capture_sets(rule, Acting::who_may, UnknownHolds::by_bearer)) == "none");
    CHECK_FALSE(independence({}, outside));
}

TEST_CASE("capture: who only may act counts in the second figure alone; whoever may amend always counts") {
    auto rule = own_rule();
    for (auto& h : rule.by_function) h.state = CellState::not_applicable;
    rule.of(Function::enforce) = {std::nullopt, any_of({one("lab"), one("commission", Discretion::may)})};
    CHECK(figure(rule, Acting::who_must) == 0);
    CHECK(figure(rule, Acting::who_may) == 1);
    rule.of(Function::enforce) = {std::nullopt, one("commission", Discretion::may)};
    CHECK(words(*capture_sets(rule, Acting::who_must, UnknownHolds::by_bearer)) == "nobody");
    rule.of(Function::amend) = {std::nullopt, one("lab", Discretion::may)};
    CHECK(figure(rule, Acting::who_may) == 0);
}

TEST_CASE("capture: a framework that an attorney general enforces is still the lab's to weaken") {
    auto rule = own_rule();
    rule.of(Function::enforce) = {std::nullopt, any_of({one("lab"), one("attorney-general", Discretion::may)})};
    CHECK(figure(rule) == 0);
    for (const Function f : {Function::define, Function::evaluate, Function::judge, Function::accept, Function::verify}) rule.of(f).state = CellState::not_applicable;
    CHECK(words(*capture_sets(rule, Acting::who_may, UnknownHolds::by_bearer)) == "lab");  // by amending
    rule.of(Function::amend) = {std::nullopt, all_of({one("lab"), one("attorney-general")})};
    CHECK(words(*capture_sets(rule, Acting::who_may, UnknownHolds::by_bearer)) == "attorney-general+lab");
    CHECK(figure(rule) == 1);
}

TEST_CASE("capture: outsiders of one controller are one; a threshold that is fixed needs nobody to define it; the unknown gives two bounds") {
    auto rule = own_rule();
    for (auto& h : rule.by_function) h = {std::nullopt, any_of({one("office"), one("commission"), one("court")})};
    rule.of(Function::amend).state = CellState::nobody;
    CHECK(figure(rule) == 2);
    rule.of(Function::define) = {std::nullopt, one("lab")};
    CHECK(figure(rule) == 0);
    rule.threshold_open = false;
    CHECK(figure(rule) == 2);
    rule.of(Function::judge).state = CellState::unknown;
    CHECK(figure(rule) == 0);
    CHECK(independence(*capture_sets(rule, Acting::who_may, UnknownHolds::apart), outside) == 2U);
}

TEST_CASE("capture: what is too many to list is said to be so") {
    std::vector<Formula> many;
    for (int i = 0; i < 40; ++i) many.push_back(one("p" + std::to_string(i)));
    CHECK_FALSE(able(several(FormulaKind::k_of, many, 20)));
    CHECK(able(several(FormulaKind::k_of, many, 39))->size() == 40);
}

TEST_CASE("capture: property: coalitions agree with trying all of them") {
    Random r(4711);
    for (int i = 0; i < 3000; ++i) {
        const auto f = random_formula(r);
        REQUIRE(*able(f) == by_trying([&](const Coalition& in, const Coalition&) { return performed(f, in); }));
        REQUIRE(*blocking(f) == by_trying([&](const Coalition&, const Coalition& rest) { return !performed(f, rest); }));
    }
}

TEST_CASE("capture: property: capture sets agree with trying all coalitions on random rules") {
    Random r(815);
    for (int i = 0; i < 2000; ++i) {
        const auto rule = random_rule(r);
        // the bearer of unknown functions is the lab here
        const auto voids = [&](const Coalition& in, const Coalition& rest) {
            for (const Function f : all_values<Function>()) {
                const auto& h = rule.of(f);
                if (f == Function::draft || (f == Function::define && !rule.threshold_open) || h.state == CellState::not_applicable || h.state == CellState::unknown) continue;
                if (f == Function::amend ? !h.state && performed(h.formula, in) : h.state == CellState::nobody || !performed(h.formula, rest)) return true;
            }
            return false;
        };
        REQUIRE(*capture_sets(rule, Acting::who_may, UnknownHolds::apart) == by_trying(voids));
    }
}

TEST_CASE("capture: property: another holder of any function but amend, or a consent needed to amend, never lowers independence; no more does who may act") {
    Random r(2026);
    const auto least = [](const RuleHolds& rule, Acting acting) { return independence(*capture_sets(rule, acting, UnknownHolds::by_bearer), outside).value_or(99); };
    for (int i = 0; i < 3000; ++i) {
        auto rule = random_rule(r);
        for (const Acting acting : {Acting::who_must, Acting::who_may}) {
            const auto before = least(rule, acting);
            for (const Function f : all_values<Function>()) {
                auto more = rule;
                auto& h = more.of(f);
                const auto guest = one(r.below(2) == 0 ? "court" : "commission");
                if (h.state == CellState::nobody && f != Function::amend) h = {std::nullopt, guest};
                else if (!h.state) h.formula = f == Function::amend ? all_of({h.formula, guest}) : any_of({h.formula, guest});
                REQUIRE(least(more, acting) >= before);
            }
        }
        REQUIRE(least(rule, Acting::who_may) >= least(rule, Acting::who_must));
    }
}
