#pragma once
// Parts that all JSON answers share.

#include <nlohmann/json.hpp>

#include "reports/json.hpp"

namespace lacuna {

using Json = nlohmann::ordered_json;

/// The envelope around a result.
std::string document(const Envelope& envelope, Json result);
/// "scheme:value" of each.
Json identifiers(const std::vector<Identifier>& ids);
/// A provision as every answer names it.
Json named(const Corpus& corpus, const Pinned& provision);
/// The references of the provisions that make a point of the crosswalk.
Json refs_of(const Corpus& corpus, const Crosswalk& crosswalk, PointNo point);
/// The verdicts on all aspects, by name.
Json verdicts(const std::array<AspectVerdict, 7>& verdicts);
Json chain_json(const Corpus& corpus, const Crosswalk& crosswalk, const Chain& chain);
Json scope_json(const Scope& scope);
/// The words that situations are written with (facts, events, classes, tests), and the situations.
Json fact_words_json(const Corpus& corpus, Listing what, const std::optional<Scope>& scope);

}  // namespace lacuna
