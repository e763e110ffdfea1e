#include "lacuna/independence.hpp"

#include <algorithm>

#include "lacuna/hands.hpp"

namespace lacuna {
namespace {

bool counts_against(RelationKind kind, IndependenceRule rule) {
    switch (rule) {
        case IndependenceRule::strict: return true;
        case IndependenceRule::appointment: return kind == RelationKind::appoints;
        case IndependenceRule::contract: return kind == RelationKind::contracts || kind == RelationKind::funds;
    }
    return true;
}

Hold hold_of(const Cell* cell) {
    if (cell == nullptr || (!cell->state && cell->party.empty() && cell->formula.empty())) return {CellState::unknown, {}};
    return {cell->state, formula_of(*cell)};
}

}  // namespace

Id ultimate_controller(const Corpus& corpus, const Id& party, Day on) {
    std::vector<Id> seen{party};
    for (;;) {
        const Id* above = nullptr;
        for (const auto& t : corpus.ties(seen.back())) {
            const bool up = t.relation->kind == RelationKind::part_of && t.of->id == seen.back();
            const bool controlled = t.relation->kind == RelationKind::controls && t.relation->party == seen.back();
            if ((up || controlled) && within_period(t.relation->from, t.relation->until, on) == Answer::yes) above = up ? &t.relation->party : &t.of->id;
        }
        if (above == nullptr || std::find(seen.begin(), seen.end(), *above) != seen.end()) return seen.back();
        seen.push_back(*above);
    }
}

std::optional<Id> counted_as(const Corpus& corpus, const Id& party, const Id& bearer, Day on, IndependenceRule rule) {
    if (is_inside(corpus, party, bearer, on)) return std::nullopt;
    const auto how = choices(corpus, party, bearer, on);
    if (std::any_of(how.begin(), how.end(), [&](RelationKind k) { return counts_against(k, rule); })) return std::nullopt;
    return ultimate_controller(corpus, party, on);
}

RuleHolds stated_holds(const Corpus& corpus, NodeNo n, int version, Day on) {
    RuleHolds out;
    for (const Function f : all_values<Function>()) out.of(f) = hold_of(corpus.cell(n, version, f));
    const Hand amends = hand(corpus, corpus.cell(n, version, Function::amend), corpus.bearer(n), on);
    out.threshold_open = corpus.provision(n).clarity != Clarity::quantity || (amends != Hand::outside && amends != Hand::nobody);
    return out;
}

}  // namespace lacuna
