#pragma once
// What a new version unsettles, for people and for programs.

#include <string>

#include "lacuna/drift.hpp"
#include "reports/json.hpp"

namespace lacuna {

/// `root` is the folder of the corpus: files are named from there, as its maintainers know them.
std::string drift_text(const Corpus& corpus, const Drift& drift, const std::string& root, const TextStyle& style);
std::string drift_text(const Corpus& corpus, const DriftOverview& overview, const std::string& root, const TextStyle& style);
std::string drift_json(const Corpus& corpus, const Envelope& envelope, const Drift& drift, const std::string& root);
std::string drift_json(const Corpus& corpus, const Envelope& envelope, const DriftOverview& overview, const std::string& root);

}  // namespace lacuna
