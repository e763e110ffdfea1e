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
    const auto all = household(corpus, party, on);
    const auto is_top = [&](const Id& id) { return above(corpus, id, on).size() == 1; };
    std::vector<Id> tops;
    std::copy_if(all.begin(), all.end(), std::back_inserter(tops), is_top);
    // who control one another in a circle are one as well
    return tops.empty() ? *std::min_element(all.begin(), all.end()) : *std::min_element(tops.begin(), tops.end());
}

std::optional<Id> counted_as(const Corpus& corpus, const Id& party, const Id& bearer, Day on, IndependenceRule rule) {
    // whose part, or creature, a party is, it is no more independent than that
    for (const auto& id : above(corpus, party, on)) {
        if (is_inside(corpus, id, bearer, on)) return std::nullopt;
        const auto how = choices(corpus, id, bearer, on);
        if (std::any_of(how.begin(), how.end(), [&](RelationKind k) { return counts_against(k, rule); })) return std::nullopt;
    }
    return ultimate_controller(corpus, party, on);
}

RuleHolds stated_holds(const Corpus& corpus, NodeNo n, int version, Day on) {
    RuleHolds out;
    for (const Function f : all_values<Function>()) out.of(f) = hold_of(corpus.cell(n, version, f));
    const Hand amends = hand(corpus, corpus.cell(n, version, Function::amend), corpus.bearer(n), on);
    out.threshold_open = corpus.provision(n).clarity != Clarity::quantity || (amends != Hand::outside && amends != Hand::nobody);
    return out;
}

namespace {

bool checked_outside(const Corpus& corpus, NodeNo n, int version, Day on) {
    const auto& in = *corpus.node(n).instrument;
    const Id& bearer = corpus.party(corpus.bearer(n)) == nullptr && in.force == Force::policy ? in.issuer : corpus.bearer(n);
    const auto sets = captured_by(stated_holds(corpus, n, version, on), Function::verify, Acting::who_must, UnknownHolds::by_bearer);
    return sets && !sets->empty() && independence(*sets, [&](const Id& party) { return counted_as(corpus, party, bearer, on, IndependenceRule::strict); }).value_or(0) > 0;
}

}  // namespace

Rung own_rung(const Corpus& corpus, NodeNo n, int version, Day on) {
    const auto& node = corpus.node(n);
    switch (node.instrument->force) {
        case Force::binding:
            if (time_standing(corpus, n, version, on).applies == Answer::no) return Rung::nothing;
            return enforceable(corpus, n, version, on) == Answer::yes ? Rung::enforceable : Rung::binding;
        case Force::code: return Rung::code;
        case Force::pledge: return Rung::pledged;
        case Force::policy: break;
        case Force::guidance:
        case Force::standard: return Rung::nothing;
    }
    return checked_outside(corpus, n, version, on) ? Rung::promised_checked : Rung::promised;
}

}  // namespace lacuna
