#pragma once
// What if: an instrument taken as if it were in force, or as if another of its versions stood. Every answer that rests on it says so.

#include <optional>
#include <string>
#include <vector>

#include "lacuna/files.hpp"

namespace lacuna {

/// Changes the corpus, before it is linked, so that the instrument `id` is in force on the day, in the version asked for (empty: the one
/// that stands then, else the last). The dates of its provisions still count. Returns the sentence that labels every answer; adds a
/// problem with `argument` as its place, and changes nothing, where there is no such instrument or version, or its text is not held.
std::optional<std::string> suppose_in_force(CorpusData& data, const std::string& id, const std::string& version, Day on, const std::string& argument, std::vector<Problem>& problems);

}  // namespace lacuna
