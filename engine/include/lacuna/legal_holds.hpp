#pragma once
// Powers of authorities as holders of a function over a lab's rule.
//
// A power counts only if the legal duty that it guards certainly contains the rule's duty, asks wherever the rule does, and binds the same
// bearer on the day. Everything else that touches the rule is shown, and not counted: a power over a part is not power over the whole.

#include "lacuna/assess.hpp"
#include "lacuna/capture.hpp"

namespace lacuna {

/// A function that law gives to somebody over a rule, or over a part of it.
struct LegalHold {
    Pinned power;                ///< the provision that gives it
    Pinned guarded;              ///< the legal duty that it guards and that the rule was compared with
    const Cell* cell = nullptr;  ///< which function, who, how far, when, whether they must
    std::string partial;         ///< why it is not counted; empty: it is
    bool counts() const { return partial.empty(); }
};

/// The legal holds over the target of a gap found by asking how far law covers it: those counted first, then as the law stands in the corpus;
/// each power and function once. `define`, `amend` and `draft` are the document's own, whatever law says of its own rules.
std::vector<LegalHold> legal_holds(const Corpus& corpus, const Assessment& by_law, const Gap& gap, Triggers& triggers);

/// The rule's own holds with those of law that count: each is another way to perform its function.
RuleHolds with_law(RuleHolds stated, const std::vector<LegalHold>& law);

}  // namespace lacuna
