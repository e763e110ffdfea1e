#pragma once
// One duty in one situation.

#include "applies/law_in_situation.hpp"
#include "lacuna/applies.hpp"

namespace lacuna {

/// `bears`: can it be a duty of the developer at all?
DutyAnswer duty_in(LawInSituation& law, NodeNo n, int version, Answer bears);

}  // namespace lacuna
