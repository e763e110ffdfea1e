#pragma once
// Who covers what, for all pairs of an instrument and a provision of another, over a crosswalk of plain rows at any size.
//
// Certain cover is reachability down through supersets and equals; certain overlap is that, then one subset or overlap, then up through
// equals and subsets (RCC-5: PPi composed with PPi is PPi; PPi with PP or PO leaves no DR; PO with PP leaves none; nothing else does).
// One bit a source instrument, swept along the condensation of the graph: time O(instruments / 64 x (provisions + rows)).
// Nothing is kept between questions.

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lacuna/relation.hpp"

namespace lacuna {

/// The two ends of a row of a crosswalk.
struct PlainRow {
    std::uint32_t source = 0, target = 0;
};

/// A crosswalk as plain rows. Provisions are numbered; those of one instrument stand together.
struct PlainCrosswalk {
    static constexpr std::uint32_t no_parent = std::numeric_limits<std::uint32_t>::max();

    std::vector<std::string> instruments;        ///< names, sorted
    std::vector<std::uint32_t> instrument;       ///< of each provision, ascending
    std::vector<std::uint32_t> parent;           ///< of each provision, of the same instrument, or `no_parent`; without cycles
    std::vector<PlainRow> equal, superset, subset, intersects;  ///< source to target
};

struct AllPairsQuestion {
    std::optional<unsigned> rows;  ///< most rows in one chain; empty: any number
    bool containment = true;       ///< a parent counts as a superset of its children inside chains; such a step is no row
    bool converse = false;         ///< every row, and containment, is read the other way round as well
    unsigned threads = 1;          ///< REQUIRES: at least one; the answer does not depend on it
};

/// How many provisions of one instrument another covers for certain, or overlaps for certain without that.
struct PairCount {
    std::uint64_t covered = 0, overlapped = 0;
};

/// Counts for all ordered pairs of instruments; an instrument says nothing of itself.
class PairCounts {
public:
    explicit PairCounts(std::size_t instruments) : instruments_(instruments), counts_(instruments * instruments) {}
    const PairCount& of(std::size_t source, std::size_t target) const { return counts_[source * instruments_ + target]; }
    PairCount& of(std::size_t source, std::size_t target) { return counts_[source * instruments_ + target]; }
    PairCount total() const;

private:
    std::size_t instruments_;
    std::vector<PairCount> counts_;
};

/// How a source instrument stands to a provision of another one. `overlapped`: for certain, at least in part.
enum class CellStatus : std::uint8_t { nothing = 0, overlapped = 1, covered = 2 };

/// The counts. A provision all of whose children are covered is covered, deepest first; one with a descendant that is covered or
/// overlapped is overlapped: children are taken to be all there is. What is rolled up so leads no chain further.
PairCounts all_pairs(const PlainCrosswalk& crosswalk, const AllPairsQuestion& question);

/// Called for every source instrument in turn, with the status of every provision; those of the source itself are `nothing`.
using CellSink = std::function<void(std::uint32_t source, std::span<const CellStatus> status)>;
void all_cells(const PlainCrosswalk& crosswalk, const AllPairsQuestion& question, const CellSink& sink);

}  // namespace lacuna
