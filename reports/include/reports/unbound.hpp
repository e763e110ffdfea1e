#pragma once
// Whom regimes do not reach, as text for people and as JSON for programs.

#include "lacuna/unbound.hpp"
#include "reports/json.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// `all`: also those who are reached.
std::string unbound_text(const Corpus& corpus, const UnboundAnswer& answer, bool all, const TextStyle& style);
std::string unbound_json(const Corpus& corpus, const Envelope& envelope, const UnboundAnswer& answer);

}  // namespace lacuna
