#pragma once
// Results as JSON. Every answer has one envelope; reports/README.md documents the fields.

#include <string>

#include "lacuna/assess.hpp"
#include "lacuna/contradiction.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// What the envelope says besides the result.
struct Envelope {
    std::string command;
    Day on;
    std::optional<std::string> in;
    Situation situation;
    std::vector<std::string> supposed;  ///< what is taken as if it were so
    std::string lacuna_version, corpus_sha256;
};

std::string gaps_json(const Corpus& corpus, const Crosswalk& crosswalk, const Envelope& envelope, const Assessment& answer);
std::string explain_json(const Corpus& corpus, const Crosswalk& crosswalk, const Envelope& envelope, const Assessment& answer, const Gap& gap);
std::string list_json(const Corpus& corpus, const Envelope& envelope, Listing what, const std::optional<Scope>& scope);
std::string show_json(const Corpus& corpus, const Envelope& envelope, const std::vector<Pinned>& provisions);
/// With the given provisions of it.
std::string show_json(const Corpus& corpus, const Envelope& envelope, const Instrument& instrument, const std::vector<Pinned>& provisions);
std::string show_json(const Envelope& envelope, const Party& party);
std::string show_json(const Envelope& envelope, const Situation& situation);
std::string problems_json(const Envelope& envelope, std::size_t files, const std::vector<Problem>& problems);

std::string contradictions_json(const Corpus& corpus, const Crosswalk& crosswalk, const Envelope& envelope, const std::vector<Contradiction>& all);

}  // namespace lacuna
