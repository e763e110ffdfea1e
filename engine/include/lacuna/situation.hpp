#pragma once

#include <optional>

#include "lacuna/source.hpp"

namespace lacuna {

/// What is known about the developer, the model and the field that a question is about. So far: which developer.
struct Situation {
    std::optional<Id> developer;  ///< party id; unset: any developer
};

}  // namespace lacuna
