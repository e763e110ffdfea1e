#pragma once
// Powers of authorities as holders of a function over a lab's rule.
//
// A power counts only if the legal duty that it guards certainly contains the rule's duty, asks wherever the rule does, and binds the same
// bearer on the day; or if what it lets an authority demand certainly contains it, and it is open to be used on this bearer on the day.
// Everything else that touches the rule is shown, and not counted: a power over a part is not power over the whole.

#include "lacuna/assess.hpp"
#include "lacuna/capture.hpp"

namespace lacuna {

/// A function that law gives to somebody over a rule, or over a part of it.
struct LegalHold {
    Pinned power;            ///< the provision that gives it: a power, a sanction, or the legal duty itself, which says who has it in hand
    Pinned guarded;          ///< the legal duty behind which it stands and that the rule was compared with; or the power, where that touches the rule itself
    Cell cell;               ///< which function, who, how far, when, whether they must, over whom
    bool hardening = false;  ///< the duty is to keep one's own document, and reaches the rule because that is filed under it
    bool outside = true;     ///< somebody in whose hand it lies is outside the bearer, by the rule of independence (set by `who_holds_the_pen`)
    std::string partial;     ///< why it is not counted; empty: it is
    bool counts() const { return partial.empty(); }
};

/// The legal holds over the target of a gap found by asking how far law covers it: those counted first, then as the law stands in the corpus;
/// each power and function once, and no party twice for one function of one law as far as what it may do is the same. `define`, `amend` and
/// `draft` are the document's own, whatever law says of its own rules.
std::vector<LegalHold> legal_holds(const Corpus& corpus, const Assessment& by_law, const Gap& gap, Triggers& triggers);

/// What a sanction puts into whose hand: to penalise, afterwards, after whatever else it needs, over those whom it can reach.
Cell hand_of_sanction(const Corpus& corpus, const Corpus::Sanctioned& sanction);

/// What a cell gives to others than the bearer: of several any one of whom can act, those besides it. Nothing where it names nobody else.
std::optional<Cell> hand_of_others(const Cell& cell);

/// The rule's own holds with those of law that count: each is another way to perform its function.
RuleHolds with_law(RuleHolds stated, const std::vector<LegalHold>& law);

}  // namespace lacuna
