#include "lacuna/legal_holds.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/standing.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

bool can_be_given(Function f) { return f != Function::draft && f != Function::define && f != Function::amend; }

/// Does the power guard this duty, by name or with what stands around it?
bool guards(const Corpus& corpus, NodeNo power, NodeNo duty) {
    for (const auto& g : corpus.provision(power).guards) {
        const auto guarded = corpus.referred(g.ref, power);
        for (NodeNo n = duty; guarded && n != no_node; n = corpus.node(n).parent)
            if (n == *guarded) return true;
    }
    return false;
}

/// Judges the powers that guard one source of the nearest law.
class Judge {
public:
    Judge(const Corpus& corpus, const Assessment& answer, const Gap& gap, const Candidate& nearest, Triggers& triggers)
        : corpus_(corpus), answer_(answer), gap_(gap), nearest_(nearest), triggers_(triggers) {}

    /// What keeps it from counting; the duty first. Empty: nothing does.
    std::string against(const Pinned& power, const Pinned& duty, const Cell& cell) {
        if (nearest_.sources.size() > 1) return "it guards one of several duties that only together come near";
        for (const Aspect a : {Aspect::duty, Aspect::bearer, Aspect::trigger, Aspect::time})
            if (const auto& v = nearest_.verdict(a); v.finding != Finding::covered) return fmt::format("the duty that it guards, {}: {}", corpus_.cite(duty.node), v.reason);
        if (auto why = not_now(power); !why.empty()) return why;
        if (auto why = not_over(power, cell); !why.empty()) return why;
        return no_brake(cell);
    }

private:
    std::string not_now(const Pinned& power) {
        const auto standing = time_standing(corpus_, power.node, power.version, answer_.question.on, &triggers_);
        if (standing.applies != Answer::yes) return standing.reason;
        const auto enforceable = triggers_.has_come(corpus_.date(power.node, DateKind::enforceable_from)).holding;
        if (enforceable != Holding::yes) return "it cannot be used yet, or that is not settled";
        const auto trigger = corpus_.trigger(power.node);
        if (trigger && triggers_.holds(power.node, power.version).holding != Holding::yes) return "only when " + in_words(corpus_, *trigger);
        return {};
    }
    std::string not_over(const Pinned& power, const Cell& cell) {
        if (cell.over.empty() || corpus_.within(corpus_.bearer(nearest_.sources.front().node), cell.over)) return {};
        if (answer_.developer && certain_member(corpus_, *answer_.developer, cell.over, answer_.question.on) != nullptr) return {};
        const auto in_class = triggers_.in_class(cell.over, power.node, power.version).holding;
        if (in_class == Holding::yes || in_class == Holding::presumed) return {};
        return fmt::format("it is over {} only", bearer_name(corpus_, cell.over));
    }
    /// A fine is no brake.
    std::string no_brake(const Cell& cell) const {
        if (cell.function != Function::enforce || !corpus_.stops_something(gap_.target.node)) return {};
        if (cell.terms.reach && (*cell.terms.reach == Reach::order || *cell.terms.reach == Reach::stop)) return {};
        return cell.terms.reach ? fmt::format("to {} stops nothing", word(*cell.terms.reach)) : std::string("how far it reaches is not stated");
    }

    const Corpus& corpus_;
    const Assessment& answer_;
    const Gap& gap_;
    const Candidate& nearest_;
    Triggers& triggers_;
};

Formula either(Formula a, Formula b) {
    Formula out;
    out.kind = FormulaKind::any_of;
    out.parts = {std::move(a), std::move(b)};
    return out;
}

}  // namespace

std::vector<LegalHold> legal_holds(const Corpus& corpus, const Assessment& by_law, const Gap& gap, Triggers& triggers) {
    std::vector<LegalHold> out;
    for (const auto& c : gap.candidates) {
        if (c.verdict(Aspect::duty).finding == Finding::not_covered) continue;
        Judge judge(corpus, by_law, gap, c, triggers);
        for (const auto& duty : c.sources)
            for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n) {
                const auto& p = corpus.provision(n);
                if (p.kind != NodeKind::provision || p.guards.empty() || p.holds.empty() || !guards(corpus, n, duty.node)) continue;
                const auto version = version_beside(corpus, n, duty.node, duty.version, by_law.question.on);
                if (!version) continue;
                const Pinned power{n, *version, false};
                for (const auto& cell : p.holds)
                    if (can_be_given(cell.function) && !cell.state) out.push_back({power, duty, &cell, judge.against(power, duty, cell)});
            }
    }
    // counted before partial, and the nearest duty first
    std::stable_sort(out.begin(), out.end(), [](const LegalHold& a, const LegalHold& b) { return a.counts() > b.counts(); });
    std::vector<LegalHold> once;
    for (auto& h : out)
        if (std::none_of(once.begin(), once.end(), [&](const LegalHold& o) { return o.cell == h.cell; })) once.push_back(std::move(h));
    std::stable_sort(once.begin(), once.end(), [](const LegalHold& a, const LegalHold& b) { return std::pair(!a.counts(), a.power.node) < std::pair(!b.counts(), b.power.node); });
    return once;
}

RuleHolds with_law(RuleHolds stated, const std::vector<LegalHold>& law) {
    for (const auto& h : law) {
        if (!h.counts()) continue;
        auto& hold = stated.of(h.cell->function);
        // what does not apply to the rule, nobody performs
        if (hold.state == CellState::not_applicable) continue;
        Formula other = formula_of(*h.cell);
        if (hold.state == CellState::nobody) hold = {std::nullopt, std::move(other)};
        else {
            Formula own = std::move(hold.formula);
            if (hold.state == CellState::unknown) {  // whoever it is, for certain it is no better than the bearer itself
                own = {};
                own.kind = FormulaKind::holder;
                own.party = Id(bearer_party);
            }
            hold = {std::nullopt, either(std::move(own), std::move(other))};
        }
    }
    return stated;
}

}  // namespace lacuna
