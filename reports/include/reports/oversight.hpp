#pragma once
// Who holds the pen, as text for people and as JSON for programs.

#include <string>

#include "lacuna/pen_change.hpp"
#include "reports/json.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// `all`: every commitment with its holders, its capture sets and the law that touches it; without it, only where there are few.
std::string oversight_text(const Corpus& corpus, const PenAnswer& answer, bool all, const TextStyle& style);
/// `changes`: what supposed law changes; null where none is supposed.
std::string oversight_json(const Corpus& corpus, const Envelope& envelope, const PenAnswer& answer, const std::vector<PenChange>* changes = nullptr);
/// Which capture sets supposed law breaks, and which remain.
std::string pen_changes_text(const Corpus& corpus, const std::vector<PenChange>& changes, const PenAnswer& with, const TextStyle& style);

}  // namespace lacuna
