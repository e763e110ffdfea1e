#include "lacuna/legal_holds.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "oversight/legal_judge.hpp"

namespace lacuna {
namespace {

bool can_be_given(Function f) { return f != Function::draft && f != Function::define && f != Function::amend; }

bool is_bearer(const Formula& f) { return f.kind == FormulaKind::holder && f.party == bearer_party; }

bool names_another(const Formula& f) {
    if (f.kind == FormulaKind::holder) return !is_bearer(f);
    return std::any_of(f.parts.begin(), f.parts.end(), names_another);
}

/// Of several any one of whom can act, those besides the bearer.
Formula without_bearer(Formula f) {
    if (f.kind != FormulaKind::any_of) return f;
    std::erase_if(f.parts, is_bearer);
    return f.parts.size() == 1 ? f.parts.front() : f;
}

/// None of them need act.
void let_choose(Formula& f) {
    for (auto& part : f.parts) let_choose(part);
    if (f.kind == FormulaKind::holder) f.terms.discretion = Discretion::may;
}

/// Collects what stands behind the sources that come near one rule.
class Collector {
public:
    Collector(const Corpus& corpus, const Assessment& answer, const Gap& gap, Triggers& triggers) : corpus_(corpus), answer_(answer), gap_(gap), triggers_(triggers) {}

    std::vector<LegalHold> run() {
        for (const auto& c : gap_.candidates) {
            if (c.verdict(Aspect::duty).finding == Finding::not_covered) continue;
            LegalJudge judge(corpus_, answer_, gap_, c, triggers_);
            for (const auto& source : c.sources) behind(source, c, judge);
        }
        // counted before partial, and the nearest first
        std::stable_sort(out_.begin(), out_.end(), [](const LegalHold& a, const LegalHold& b) { return a.counts() > b.counts(); });
        std::vector<LegalHold> once;
        for (auto& h : out_)
            if (std::none_of(once.begin(), once.end(), [&](const LegalHold& o) { return is_same(o, h); })) once.push_back(std::move(h));
        std::stable_sort(once.begin(), once.end(), [](const LegalHold& a, const LegalHold& b) { return std::pair(!a.counts(), a.power.node) < std::pair(!b.counts(), b.power.node); });
        return once;
    }

private:
    /// The same hand: one power's own, or one that several duties of a law name alike.
    bool is_same(const LegalHold& a, const LegalHold& b) const {
        if (a.cell.function != b.cell.function || !(formula_of(a.cell) == formula_of(b.cell)) || a.cell.over != b.cell.over) return false;
        if (a.power.node == b.power.node) return true;
        return is_duty(corpus_.provision(a.power.node)) && is_duty(corpus_.provision(b.power.node)) && corpus_.node(a.power.node).instrument == corpus_.node(b.power.node).instrument;
    }

    void add(LegalJudge& judge, const Candidate& near, NodeNo power, int version, const Pinned& source, Cell cell) {
        // whom law lets act, and does not say that it must, need not; and what a power lets demand is asked of nobody until it is demanded
        const bool itself = power == source.node && is_power(corpus_, source);
        if (itself || !cell.terms.discretion) cell.terms.discretion = Discretion::may;
        if (itself)
            for (auto& f : cell.formula) let_choose(f);
        LegalHold h{{power, version, false}, source, std::move(cell), false, true, {}};
        const auto& steps = near.link.chains.front().steps;
        h.hardening = !steps.empty() && steps.front().kind == StepKind::filed;
        h.partial = judge.against(h);
        out_.push_back(std::move(h));
    }
    void behind(const Pinned& source, const Candidate& near, LegalJudge& judge) {
        const Day on = answer_.question.on;
        const auto given = [&](NodeNo power, int version) {
            for (const auto& cell : corpus_.provision(power).holds)
                if (can_be_given(cell.function) && !cell.state && !is_sanctioned(source, cell)) add(judge, near, power, version, source, cell);
        };
        const bool duty = is_duty(corpus_.provision(source.node));
        if (duty)
            for (const auto& s : corpus_.sanctions(source.node))
                if (const auto version = version_beside(corpus_, s.sanction, source.node, source.version, on)) add(judge, near, s.sanction, *version, source, hand_of_sanction(corpus_, s));
        for (const NodeNo power : corpus_.guardians(source.node))
            if (const auto version = version_beside(corpus_, power, source.node, source.version, on)) given(power, *version);
        if (is_power(corpus_, source)) given(source.node, source.version);
        if (duty) own(source, near, judge);
    }
    /// Whom the duty itself names, besides those whose hand a power or a sanction has shown.
    void own(const Pinned& duty, const Candidate& near, LegalJudge& judge) {
        for (const Function f : all_values<Function>()) {
            const Cell* cell = corpus_.cell(duty.node, duty.version, f);
            if (!can_be_given(f) || cell == nullptr) continue;
            if (auto shown = hand_of_others(*cell); shown && !is_shown(duty, *shown)) add(judge, near, duty.node, duty.version, duty, std::move(*shown));
        }
    }
    /// The same party for the same duty, already shown by a power or a sanction.
    bool is_shown(const Pinned& duty, const Cell& cell) const {
        return std::any_of(out_.begin(), out_.end(), [&](const LegalHold& h) { return h.guarded == duty && h.cell.function == cell.function && !cell.party.empty() && h.cell.party == cell.party; });
    }
    /// A sanction says it better than the power to sue for it.
    bool is_sanctioned(const Pinned& duty, const Cell& cell) const {
        return std::any_of(out_.begin(), out_.end(), [&](const LegalHold& h) {
            return h.guarded == duty && corpus_.provision(h.power.node).norm == Norm::sanction && h.cell.function == cell.function && h.cell.party == cell.party && h.cell.terms.reach == cell.terms.reach;
        });
    }

    const Corpus& corpus_;
    const Assessment& answer_;
    const Gap& gap_;
    Triggers& triggers_;
    std::vector<LegalHold> out_;
};

Formula either(Formula a, Formula b) {
    Formula out;
    out.kind = FormulaKind::any_of;
    out.parts = {std::move(a), std::move(b)};
    return out;
}

}  // namespace

std::vector<LegalHold> legal_holds(const Corpus& corpus, const Assessment& by_law, const Gap& gap, Triggers& triggers) { return Collector(corpus, by_law, gap, triggers).run(); }

Cell hand_of_sanction(const Corpus& corpus, const Corpus::Sanctioned& s) {
    Cell out;
    out.function = Function::enforce;
    out.party = s.terms->by;
    out.terms = {Reach::penalise, Side::after, s.terms->discretion, {}};
    if (!s.terms->through.empty())
        if (const auto order = corpus.referred(s.terms->through, s.sanction)) out.terms.needs = "that an order under " + corpus.provision(*order).cite + " was not followed";
    if (const auto trigger = corpus.trigger(s.sanction)) out.terms.needs += (out.terms.needs.empty() ? "that " : "; that ") + in_words(corpus, *trigger);
    if (corpus.class_of(corpus.bearer(s.sanction)) != nullptr) out.over = corpus.bearer(s.sanction);
    return out;
}

std::optional<Cell> hand_of_others(const Cell& cell) {
    if (cell.state || (cell.party.empty() && cell.formula.empty())) return std::nullopt;
    Formula formula = formula_of(cell);
    if (!names_another(formula)) return std::nullopt;
    formula = without_bearer(std::move(formula));
    Cell out = cell;
    out.party.clear();
    out.formula.clear();
    if (formula.kind == FormulaKind::holder) {
        out.party = formula.party;
        out.terms = formula.terms;
    } else {
        out.formula.push_back(std::move(formula));
    }
    return out;
}

RuleHolds with_law(RuleHolds stated, const std::vector<LegalHold>& law) {
    for (const auto& h : law) {
        if (!h.counts()) continue;
        auto& hold = stated.of(h.cell.function);
        // what does not apply to the rule, nobody performs
        if (hold.state == CellState::not_applicable) continue;
        Formula other = formula_of(h.cell);
        if (hold.state == CellState::nobody) {
            hold = {std::nullopt, std::move(other)};
            continue;
        }
        // where nobody knows who holds it, for certain it is no better than the bearer itself
        Formula own = hold.state == CellState::unknown ? held_by(Id(bearer_party)) : std::move(hold.formula);
        hold = {std::nullopt, either(std::move(own), std::move(other))};
    }
    return stated;
}

}  // namespace lacuna
