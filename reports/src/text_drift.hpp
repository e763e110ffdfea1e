#pragma once
// Lines that both answers of `drift` are made of.

#include <string>
#include <vector>

#include "lacuna/drift.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// What a state means for a maintainer: "must be read again".
std::string_view state_words(EndState state);
/// "7 carry over untouched, 1 must be read again".
std::string tally_words(const StateCounts& tally);
/// The sum with what it counts, then a line for each state that occurs.
std::string tally_lines(const StateCounts& tally, std::string_view what);
/// Every mapping set with its place and its tally.
std::string set_lines(const std::vector<DriftRow>& rows, const std::string& root, const TextStyle& style);
/// "1 added, 0 gone, 2 changed, 14 the same".
std::string change_words(const VersionChange& change);

}  // namespace lacuna
