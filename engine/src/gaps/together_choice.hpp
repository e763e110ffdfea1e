#pragma once
// The fewest things to do so that everything is met. Knows nothing of law: things are numbers.

#include <cstddef>
#include <vector>

namespace lacuna {

/// A way to meet something: all of these must be done (sorted, not empty).
using Way = std::vector<std::size_t>;

struct Chosen {
    std::vector<std::size_t> done;  ///< sorted
    bool exact = true;              ///< no smaller choice meets everything
    std::size_t at_least = 0;       ///< no choice that meets everything is smaller than this
};

/// Steps of search per connected part before greed takes over: a count, not a time, so that every machine answers alike.
inline constexpr std::size_t choice_budget = 20000;

/// Chooses so that each thing has some way all of which is done. REQUIRES: every thing has a way.
/// `rank`: among equally small choices, things of lower rank are tried first. A budget of 0 is greed alone.
Chosen choose(const std::vector<std::vector<Way>>& ways, const std::vector<std::size_t>& rank, std::size_t budget = choice_budget);

}  // namespace lacuna
