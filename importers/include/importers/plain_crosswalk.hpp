#pragma once
// A crosswalk of any size from two tables: provisions (id, instrument, parent) and mappings (source, target, relation).
// Left out: strength, and whatever else the tables say; versions and norms. For those there is the corpus.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lacuna/all_pairs.hpp"
#include "lacuna/problem.hpp"

namespace lacuna::importers {

/// What can be wrong with a row that is then left out, or with a parent that is then not believed.
enum class Flaw { short_provision, blank_id, repeated_id, unknown_parent, parent_elsewhere, parent_in_a_circle, short_mapping, unknown_source, unknown_target, unknown_word };
/// How often a flaw was met, and where first.
struct FlawCount {
    std::uint64_t times = 0;
    Place first;
    std::string example;  ///< the word or id that was wrong
};

/// Two tables as a crosswalk.
struct PlainCrosswalkTables {
    PlainCrosswalk crosswalk;
    std::string id_text;                    ///< the ids of all provisions, one behind the other
    std::vector<std::size_t> id_ends;       ///< where each of them ends
    std::string_view id(std::uint32_t provision) const;
    std::uint64_t rows = 0;                 ///< mappings read, with those left out
    std::uint64_t no_relationship = 0;      ///< that say that nothing is shared; they lead to no cover
    std::array<FlawCount, 10> flaws;        ///< by `Flaw`
    bool sound() const;
};

/// Reads both. Columns are found by name, in any order, whatever the case; others are passed over. Problems tell what makes a table
/// unreadable (no such file, a missing column, quotes that do not end); rows with flaws are counted. `threads` share the reading, which gives the
/// same as one alone.
PlainCrosswalkTables read_plain_crosswalk(const std::string& provisions, const std::string& mappings, unsigned threads, std::vector<Problem>& problems);

/// "12 rows whose target is no provision, first at m.csv:17: 'x9'"
std::string in_words(Flaw flaw, const FlawCount& count);

}  // namespace lacuna::importers
