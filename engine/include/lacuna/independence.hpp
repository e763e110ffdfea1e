#pragma once
// Who counts as outside the bearer of a rule, and the holds that its instrument states.

#include "lacuna/capture.hpp"
#include "lacuna/corpus.hpp"
#include "lacuna/standing.hpp"

namespace lacuna {

/// What ties a party to the bearer so that it does not count as outside, besides being a part of it, controlled by it or controlling it.
/// `strict`: whatever the bearer appointed, funds, contracts or picked itself, and whoever looks at it under an agreement that the bearer can
/// end. `appointment`: only whom it appoints. `contract`: only whom it contracts or funds. Printed with every figure.
enum class IndependenceRule { strict, appointment, contract };
template <>
struct Words<IndependenceRule> {
    static constexpr std::array<std::string_view, 3> table{"strict", "appointment", "contract"};
    static constexpr std::string_view noun = "independence rule";
};

/// The name under which a party counts as outside the bearer on that day: its ultimate controller, which is one party with all that it
/// controls. Nothing where it is inside, or counts as such by the rule. A tie whose day is not known exactly counts as there.
std::optional<Id> counted_as(const Corpus& corpus, const Id& party, const Id& bearer, Day on, IndependenceRule rule);

/// The one name for all that are joined by control, on that day: whoever is controlled by nobody, by name the first of several. Two parents
/// of one party are one, since who shares a creature may act as one; so are those who control one another.
Id ultimate_controller(const Corpus& corpus, const Id& party, Day on);

/// The holds that the instrument states for a provision in a version; `unknown` where it says nothing. A threshold counts as open unless the
/// provision's test is a quantity that `amend` puts into no hand inside the bearer.
RuleHolds stated_holds(const Corpus& corpus, NodeNo n, int version, Day on);

/// The rung on which a provision stands by itself: its instrument's force, who verifies it, whether it can be enforced. A check is an outside one only if
/// nobody inside, and nobody whom the bearer picked (`strict`), can keep it from being made, and who makes it must.
Rung own_rung(const Corpus& corpus, NodeNo n, int version, Day on);

}  // namespace lacuna
