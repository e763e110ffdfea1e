#include "lacuna/legal_holds.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/standing.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

bool can_be_given(Function f) { return f != Function::draft && f != Function::define && f != Function::amend; }

bool is_power(const Corpus& corpus, const Pinned& p) { return corpus.provision(p.node).norm == Norm::power; }

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

/// Those of whom it is not said that they must act need not; where `all`, nobody need.
void let_choose(Formula& f, bool all) {
    for (auto& part : f.parts) let_choose(part, all);
    if (f.kind == FormulaKind::holder && (all || !f.terms.discretion)) f.terms.discretion = Discretion::may;
}

/// What a sanction puts into whose hand.
Cell cell_of(const Corpus& corpus, const Corpus::Sanctioned& s) {
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

/// Judges what stands behind one source of the nearest law.
class Judge {
public:
    Judge(const Corpus& corpus, const Assessment& answer, const Gap& gap, const Candidate& nearest, Triggers& triggers)
        : corpus_(corpus), answer_(answer), gap_(gap), nearest_(nearest), triggers_(triggers) {}

    /// What keeps it from counting; the duty first. Empty: nothing does.
    std::string against(const LegalHold& h) {
        if (nearest_.sources.size() > 1) return "it guards one of several duties that only together come near";
        if (auto why = not_near(h); !why.empty()) return why;
        if (auto why = not_of_the_document(h); !why.empty()) return why;
        if (auto why = not_now(h); !why.empty()) return why;
        if (auto why = not_over(h); !why.empty()) return why;
        return no_brake(h.cell);
    }

private:
    /// A power asks nothing of anybody until it is used, so its own trigger, bearer and modality are not those of a duty.
    std::string not_near(const LegalHold& h) const {
        if (!is_power(corpus_, h.guarded)) {
            const auto why = not_surely_asked(corpus_, nearest_);
            return why ? fmt::format("the duty that it guards, {}: {}{}", corpus_.cite(h.guarded.node), why->reason, dispute()) : std::string();
        }
        for (const Aspect a : {Aspect::duty, Aspect::time})
            if (const auto& v = nearest_.verdict(a); v.finding != Finding::covered) return fmt::format("what can be demanded under {}: {}{}", corpus_.cite(h.guarded.node), v.reason, dispute());
        return nearest_.contradicted.empty() ? std::string() : "other mappings contradict the one that says what can be demanded";
    }
    /// What is in dispute, where the nearest law comes near by a disputed mapping only.
    std::string dispute() const {
        const auto stated = nearest_.link.statements();
        if (stated.size() != 1 || stated.front().mapping->rationale.empty() || authorship_of(*stated.front().set, *stated.front().mapping).status != MappingStatus::disputed) return {};
        return ". " + stated.front().mapping->rationale.front().value;
    }
    /// What is assumed while nothing is said adds duties; here it would be comfort. That no authority has acted is read off its lists.
    static const std::string* comforting(const Holds& holds) {
        const auto it = std::find_if(holds.assumed.begin(), holds.assumed.end(), [](const std::string& words) { return words.find("[event:") == std::string::npos; });
        return it == holds.assumed.end() ? nullptr : &*it;
    }
    std::string not_now(const LegalHold& h) {
        const auto [node, version, named] = h.power;
        const auto standing = time_standing(corpus_, node, version, answer_.question.on, &triggers_);
        if (standing.applies != Answer::yes) return standing.reason;
        for (const NodeNo n : {node, h.guarded.node})
            if (triggers_.has_come(corpus_.date(n, DateKind::enforceable_from)).holding != Holding::yes) return "it cannot be used yet, or that is not settled";
        const auto trigger = corpus_.trigger(node);
        if (is_duty(corpus_.provision(node))) return {};
        const auto exemptions = corpus_.exemptions(node);
        for (const NodeNo e : exemptions)
            if (!corpus_.trigger(e)) return fmt::format("{} takes it out, or may", corpus_.cite(e));
        if (!trigger && exemptions.empty()) return {};
        const auto open = triggers_.holds(node, version);
        // need and fault belong to every case in which it is used; a ground that a broken duty may lack would leave cases out
        const bool by_need = h.power == h.guarded || corpus_.provision(node).norm == Norm::sanction;
        const bool usable = open.holding == Holding::yes || (by_need && open.holding == Holding::undetermined && !open.unfinished && !turns_on_facts(open));
        if (const auto* assumed = comforting(open); usable && assumed != nullptr) return "it rests on what is only assumed: " + *assumed;
        if (usable) return {};
        return trigger ? fmt::format("only when {}{}", in_words(corpus_, *trigger), open.holding == Holding::presumed ? ", which is only presumed" : "") : "an exemption takes the case out, or may";
    }
    std::string not_over(const LegalHold& h) {
        const Id& over = h.cell.over;
        if (over.empty()) return is_power(corpus_, h.guarded) ? "over whom it is given is not stated" : "";
        if (corpus_.within(corpus_.bearer(h.guarded.node), over)) return {};
        if (answer_.developer && certain_member(corpus_, *answer_.developer, over, answer_.question.on) != nullptr) return {};
        const std::string who = bearer_name(corpus_, over);
        const auto in_class = triggers_.in_class(over, h.power.node, h.power.version);
        switch (in_class.holding) {
            case Holding::yes:
                if (const auto* assumed = comforting(in_class)) return fmt::format("it is over {} only, and that this is one rests on what is only assumed: {}", who, *assumed);
                return {};
            case Holding::presumed: return fmt::format("it is over {} only, and that this is one is only presumed", who);
            case Holding::no: return fmt::format("it is over {} only", who);
            case Holding::undetermined: break;
        }
        return fmt::format("it is over {} only, and that this is one is not settled", who);
    }
    /// A fine is no brake. Of several holders each must be able to brake, since nobody knows which of them would act.
    std::string no_brake(const Cell& cell) const {
        if (cell.function != Function::enforce || !corpus_.stops_something(gap_.target.node)) return {};
        const auto weakest = weakest_reach(formula_of(cell));
        if (!weakest) return "how far it reaches is not stated";
        return *weakest == Reach::order || *weakest == Reach::stop ? std::string() : fmt::format("to {} stops nothing", word(*weakest));
    }
    static std::optional<Reach> weakest_reach(const Formula& f) {
        if (f.kind == FormulaKind::holder) return f.terms.reach;
        std::optional<Reach> out = Reach::stop;
        for (const auto& part : f.parts) {
            const auto reach = weakest_reach(part);
            if (!reach) return std::nullopt;
            out = std::min(*out, *reach);
        }
        return out;
    }
    /// A duty to keep one's own document leaves to the document who measures, judges and accepts.
    static std::string not_of_the_document(const LegalHold& h) {
        if (!h.hardening || h.cell.function == Function::enforce || h.cell.function == Function::verify) return {};
        return "the law orders that the document be kept, and leaves to it who does this";
    }

    const Corpus& corpus_;
    const Assessment& answer_;
    const Gap& gap_;
    const Candidate& nearest_;
    Triggers& triggers_;
};

/// Collects what stands behind the sources that come near one rule.
class Collector {
public:
    Collector(const Corpus& corpus, const Assessment& answer, const Gap& gap, Triggers& triggers) : corpus_(corpus), answer_(answer), gap_(gap), triggers_(triggers) {}

    std::vector<LegalHold> run() {
        for (const auto& c : gap_.candidates) {
            if (c.verdict(Aspect::duty).finding == Finding::not_covered) continue;
            Judge judge(corpus_, answer_, gap_, c, triggers_);
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

    void add(Judge& judge, const Candidate& near, NodeNo power, int version, const Pinned& source, Cell cell) {
        // whom law lets act, and does not say that it must, need not; and what a power lets demand is asked of nobody until it is demanded
        const bool itself = power == source.node && is_power(corpus_, source);
        if (itself || !cell.terms.discretion) cell.terms.discretion = Discretion::may;
        for (auto& f : cell.formula) let_choose(f, itself);
        LegalHold h{{power, version, false}, source, std::move(cell), false, true, {}};
        const auto& steps = near.link.chains.front().steps;
        h.hardening = !steps.empty() && steps.front().kind == StepKind::filed;
        h.partial = judge.against(h);
        out_.push_back(std::move(h));
    }
    void behind(const Pinned& source, const Candidate& near, Judge& judge) {
        const Day on = answer_.question.on;
        const auto given = [&](NodeNo power, int version) {
            for (const auto& cell : corpus_.provision(power).holds)
                if (can_be_given(cell.function) && !cell.state && !is_sanctioned(source, cell)) add(judge, near, power, version, source, cell);
        };
        const bool duty = is_duty(corpus_.provision(source.node));
        if (duty)
            for (const auto& s : corpus_.sanctions(source.node))
                if (const auto version = version_beside(corpus_, s.sanction, source.node, source.version, on)) add(judge, near, s.sanction, *version, source, cell_of(corpus_, s));
        for (const NodeNo power : corpus_.guardians(source.node))
            if (const auto version = version_beside(corpus_, power, source.node, source.version, on)) given(power, *version);
        if (is_power(corpus_, source)) given(source.node, source.version);
        if (duty) own(source, near, judge);
    }
    /// Whom the duty itself names, besides those whose hand a power or a sanction has shown.
    void own(const Pinned& duty, const Candidate& near, Judge& judge) {
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

Formula the_bearer() {
    Formula out;
    out.kind = FormulaKind::holder;
    out.party = Id(bearer_party);
    return out;
}

}  // namespace

std::vector<LegalHold> legal_holds(const Corpus& corpus, const Assessment& by_law, const Gap& gap, Triggers& triggers) { return Collector(corpus, by_law, gap, triggers).run(); }

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
        Formula own = hold.state == CellState::unknown ? the_bearer() : std::move(hold.formula);
        hold = {std::nullopt, either(std::move(own), std::move(other))};
    }
    return stated;
}

}  // namespace lacuna
