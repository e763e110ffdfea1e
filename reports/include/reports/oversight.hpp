#pragma once
// Who holds the pen, as text for people and as JSON for programs.

#include <string>

#include "lacuna/pen.hpp"
#include "reports/json.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// `all`: every commitment with its holders, its capture sets and the law that touches it; without it, only where there are few.
std::string oversight_text(const Corpus& corpus, const PenAnswer& answer, bool all, const TextStyle& style);
std::string oversight_json(const Corpus& corpus, const Envelope& envelope, const PenAnswer& answer);

}  // namespace lacuna
