#pragma once
// Who can make a developer keep a duty, and since when.

#include "applies/law_in_situation.hpp"
#include "lacuna/applies.hpp"

namespace lacuna {

/// `then`: what the duty asks; what does not ask cannot be enforced. `triggers`: of the day by whose law it is judged.
Enforcement enforcement_of(LawInSituation& law, NodeNo n, int version, Applicability then, Triggers& triggers);

}  // namespace lacuna
