#pragma once
// What binds a developer for a model, as text for people and as JSON for programs.

#include <string>

#include "lacuna/applies.hpp"
#include "reports/json.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// `all`: also every duty that does not apply, with the reason.
std::string applies_text(const Corpus& corpus, const AppliesAnswer& answer, bool all, const TextStyle& style);
std::string applies_json(const Corpus& corpus, const Envelope& envelope, const AppliesAnswer& answer);

/// How the triggers of two provisions relate.
std::string compare_text(const Corpus& corpus, const Pinned& first, const Pinned& second, const TriggerRelation& relation, Day on, const TextStyle& style);
std::string compare_json(const Corpus& corpus, const Envelope& envelope, const Pinned& first, const Pinned& second, const TriggerRelation& relation);

/// A fact for people: "training compute: 2.1e25 FLOP (rounded: 2.05 x 10^25 to 2.15 x 10^25)".
std::string fact_words(const Corpus& corpus, const Known& known);

}  // namespace lacuna
