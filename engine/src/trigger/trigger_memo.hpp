#pragma once

#include <map>
#include <tuple>

#include "trigger/interpretation.hpp"
#include "lacuna/trigger.hpp"

namespace lacuna {

/// What was computed once for a situation: many provisions ask under the same condition.
struct Triggers::Memo {
    std::map<std::pair<FormulaNo, std::vector<FormulaNo>>, Holds> decided;
    std::map<FormulaNo, Holds> bears;
    std::map<std::tuple<FormulaNo, FormulaNo, bool, Asked, std::string, bool>, TriggerResidual> residual;
};

}  // namespace lacuna
