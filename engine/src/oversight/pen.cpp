#include "lacuna/pen.hpp"

#include <algorithm>

#include "lacuna/hands.hpp"

namespace lacuna {
namespace {

bool names_only(const Formula& f, const Id& party, const Id& bearer) {
    if (f.kind == FormulaKind::holder) return f.party == party || f.party == bearer || f.party == bearer_party;
    return std::all_of(f.parts.begin(), f.parts.end(), [&](const Formula& p) { return names_only(p, party, bearer); });
}

class Pens {
public:
    Pens(const Corpus& corpus, const Crosswalk& crosswalk, const Question& question, IndependenceRule rule)
        : corpus_(corpus), answer_{assess(corpus, crosswalk, question), rule, {}}, triggers_(corpus, answer_.by_law.question.situation, question.on) {}

    PenAnswer run() {
        for (const auto& g : answer_.by_law.targets) answer_.pens.push_back(pen(g));
        return std::move(answer_);
    }

private:
    Day on() const { return answer_.by_law.question.on; }

    Pen pen(const Gap& g) {
        const auto [n, version, named] = g.target;
        auto stated = stated_holds(corpus_, n, version, on());
        Pen out{g.target, bearer_of(n), {}, legal_holds(corpus_, answer_.by_law, g, triggers_), {}, {}, {}, {}};
        for (auto& h : out.law) h.outside = names_outsider(formula_of(h.cell), out.bearer);
        for (const Function f : all_values<Function>()) {
            stay_within_reach(stated.of(f), g.target, f);
            out.seats[static_cast<std::size_t>(f)] = seat(out, stated.of(f), f);
        }
        const auto& held = out.held = with_law(std::move(stated), out.law);
        out.captures = capture_sets(held, Acting::who_may, UnknownHolds::by_bearer);
        out.who_may = {least(out.captures, out.bearer), least(capture_sets(held, Acting::who_may, UnknownHolds::apart), out.bearer)};
        out.who_must = {least(capture_sets(held, Acting::who_must, UnknownHolds::by_bearer), out.bearer), least(capture_sets(held, Acting::who_must, UnknownHolds::apart), out.bearer)};
        return out;
    }

    /// Whoever the question is about; else whose policy it is; else who bears it.
    Id bearer_of(NodeNo n) const {
        const auto& in = *corpus_.node(n).instrument;
        if (answer_.by_law.developer) return *answer_.by_law.developer;
        return in.force == Force::policy && corpus_.party(corpus_.bearer(n)) == nullptr ? in.issuer : corpus_.bearer(n);
    }
    bool names_outsider(const Formula& f, const Id& bearer) const {
        if (f.kind == FormulaKind::holder) return counted_as(corpus_, f.party, bearer, on(), answer_.rule).has_value();
        return std::any_of(f.parts.begin(), f.parts.end(), [&](const Formula& p) { return names_outsider(p, bearer); });
    }

    /// A law may put a hand on some of those only whom the duty binds: on whom it does not, it is nobody's.
    void stay_within_reach(Hold& hold, const Pinned& rule, Function f) {
        const Cell* cell = corpus_.cell(rule.node, rule.version, f);
        // who can change a rule can change it for everybody
        if (f == Function::amend || cell == nullptr || cell->over.empty() || corpus_.within(corpus_.bearer(rule.node), cell->over)) return;
        if (answer_.by_law.developer && certain_member(corpus_, *answer_.by_law.developer, cell->over, on()) != nullptr) return;
        const auto in_class = triggers_.in_class(cell->over, rule.node, rule.version).holding;
        if (in_class == Holding::no) hold = {CellState::nobody, {}};
        if (in_class == Holding::undetermined || in_class == Holding::presumed) hold = {CellState::unknown, {}};
    }

    Seat seat(const Pen& pen, const Hold& hold, Function f) const {
        const auto by_law = [&](const LegalHold& h) { return h.counts() && h.outside && h.cell.function == f; };
        if (hold.state != CellState::not_applicable && std::any_of(pen.law.begin(), pen.law.end(), by_law)) return Seat::law;
        Cell cell;
        cell.state = hold.state;
        if (!hold.state) cell.formula.push_back(hold.formula);
        switch (hand(corpus_, &cell, pen.bearer, on())) {
            case Hand::nobody: return Seat::nobody;
            case Hand::inside: return names_only(hold.formula, pen.bearer, corpus_.bearer(pen.rule.node)) ? Seat::self : Seat::inside;
            case Hand::chosen: return Seat::chosen;
            case Hand::outside: return Seat::outside;
            case Hand::not_applicable: return Seat::not_applicable;
            case Hand::unknown: break;
        }
        return Seat::unknown;
    }

    std::optional<std::size_t> least(const std::optional<Coalitions>& sets, const Id& bearer) const {
        if (!sets) return 0U;  // what cannot be listed is no comfort
        return independence(*sets, [&](const Id& party) { return counted_as(corpus_, party, bearer, on(), answer_.rule); });
    }

    const Corpus& corpus_;
    PenAnswer answer_;
    Triggers triggers_;
};

}  // namespace

IntentCount count_intents(const PenAnswer& answer) {
    IntentCount out;
    for (const auto& p : answer.pens) {
        const auto must = p.statement_of_intent(Acting::who_must);
        ++out.all;
        out.must += must == Answer::yes ? 1U : 0U;
        out.may += p.statement_of_intent(Acting::who_may) == Answer::yes ? 1U : 0U;
        out.open += must == Answer::undetermined ? 1U : 0U;
    }
    return out;
}

std::vector<Hardening> hardenings(const Corpus& corpus, const PenAnswer& answer) {
    std::vector<Hardening> out;
    for (const auto& p : answer.pens)
        for (const auto& h : p.law) {
            if (!h.counts() || !h.hardening || h.cell.function != Function::enforce) continue;
            const auto* document = corpus.node(p.rule.node).instrument;
            const auto known = std::find_if(out.begin(), out.end(), [&](const Hardening& o) { return o.document == document && o.enforced.power == h.power; });
            if (known != out.end()) {
                ++known->rules;
                continue;
            }
            const Cell* amend = corpus.cell(p.rule.node, p.rule.version, Function::amend);
            out.push_back({h.guarded, h, document, amend == nullptr ? Cell{} : *amend, hand(corpus, amend, p.bearer, answer.by_law.question.on), 1});
        }
    return out;
}

PenAnswer who_holds_the_pen(const Corpus& corpus, const Crosswalk& crosswalk, const Question& question, IndependenceRule rule) { return Pens(corpus, crosswalk, question, rule).run(); }

}  // namespace lacuna
