#pragma once
// Several regimes at once, as text for people and as JSON for programs.

#include <string>

#include "lacuna/together.hpp"
#include "reports/json.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// `all`: also every meeting in part, and the actions that meet nothing of another regime.
std::string together_text(const Corpus& corpus, const TogetherAnswer& answer, bool all, const TextStyle& style);
std::string together_json(const Corpus& corpus, const Crosswalk& crosswalk, const Envelope& envelope, const TogetherAnswer& answer);

}  // namespace lacuna
