#pragma once
// Levels of labs' scales side by side, as text for people and as JSON for programs.

#include "lacuna/tiers.hpp"
#include "reports/json.hpp"
#include "reports/text.hpp"

namespace lacuna {

std::string tiers_text(const Corpus& corpus, const Scope& scope, Day on, const TextStyle& style);
std::string tiers_json(const Corpus& corpus, const Envelope& envelope, const Scope& scope);

}  // namespace lacuna
