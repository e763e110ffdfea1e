#pragma once
// What would make promises constraints, as text for people and as JSON for programs.

#include "lacuna/remedy.hpp"
#include "reports/json.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// `all`: every commitment with the functions that must move for it, and every precedent.
std::string remedy_text(const Corpus& corpus, const PenAnswer& answer, bool all, const TextStyle& style);
std::string remedy_json(const Corpus& corpus, const Envelope& envelope, const PenAnswer& answer);

}  // namespace lacuna
