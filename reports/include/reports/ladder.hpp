#pragma once
// The enforcement ladder, as text for people and as JSON for programs.

#include "lacuna/ladder.hpp"
#include "reports/json.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// `all`: every promise with its rung, and what lifts it there.
std::string ladder_text(const Corpus& corpus, const LadderAnswer& answer, bool all, const TextStyle& style);
std::string ladder_json(const Corpus& corpus, const Envelope& envelope, const LadderAnswer& answer);

}  // namespace lacuna
