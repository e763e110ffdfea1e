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
        const auto stated = stated_holds(corpus_, n, version, on());
        Pen out{g.target, answer_.by_law.developer.value_or(corpus_.bearer(n)), {}, legal_holds(corpus_, answer_.by_law, g, triggers_), {}, {}, {}};
        for (const Function f : all_values<Function>()) out.seats[static_cast<std::size_t>(f)] = seat(out, stated.of(f), f);
        const auto held = with_law(stated, out.law);
        out.captures = capture_sets(held, Acting::who_may, UnknownHolds::by_bearer);
        out.who_may = {least(out.captures, out.bearer), least(capture_sets(held, Acting::who_may, UnknownHolds::apart), out.bearer)};
        out.who_must = {least(capture_sets(held, Acting::who_must, UnknownHolds::by_bearer), out.bearer), least(capture_sets(held, Acting::who_must, UnknownHolds::apart), out.bearer)};
        return out;
    }

    Seat seat(const Pen& pen, const Hold& hold, Function f) const {
        const auto by_law = [&](const LegalHold& h) { return h.counts() && h.cell->function == f; };
        if (hold.state != CellState::not_applicable && std::any_of(pen.law.begin(), pen.law.end(), by_law)) return Seat::law;
        switch (hand(corpus_, corpus_.cell(pen.rule.node, pen.rule.version, f), pen.bearer, on())) {
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

PenAnswer who_holds_the_pen(const Corpus& corpus, const Crosswalk& crosswalk, const Question& question, IndependenceRule rule) { return Pens(corpus, crosswalk, question, rule).run(); }

}  // namespace lacuna
