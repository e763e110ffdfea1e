#pragma once
// What keeps a hand of law from counting over a rule: the strict rule, one reason after the other.

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/legal_holds.hpp"
#include "lacuna/words.hpp"

namespace lacuna {

inline bool is_power(const Corpus& corpus, const Pinned& p) { return corpus.provision(p.node).norm == Norm::power; }

/// Judges what stands behind one source of the nearest law.
class LegalJudge {
public:
    LegalJudge(const Corpus& corpus, const Assessment& answer, const Gap& gap, const Candidate& nearest, Triggers& triggers)
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

}  // namespace lacuna
