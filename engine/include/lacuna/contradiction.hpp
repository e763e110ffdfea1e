#pragma once
// Mappings that cannot all be so. Somebody is mistaken, or was loose with a word; who, only people can tell.

#include <vector>

#include "lacuna/crosswalk.hpp"

namespace lacuna {

/// How badly statements disagree, worst first. `overlap_against_disjoint`: some say that two duties share something, others follow that they
/// share nothing: somebody is wrong. `strictness`: only the strict sense of a word stands against the others: somebody was loose.
/// `said_twice`: one pair has two different relations that could both be so.
enum class Disagreement { overlap_against_disjoint, strictness, said_twice };
template <>
struct Words<Disagreement> {
    static constexpr std::array<std::string_view, 3> table{"overlap-against-disjoint", "strictness", "said-twice"};
    static constexpr std::string_view noun = "kind of disagreement";
};

/// Statements that disagree; leave out any one of them, and the others can all be so (`said_twice`: they could anyway).
struct Contradiction {
    Disagreement grade{};
    std::vector<Stated> statements;    ///< in corpus order
    PointNo from = 0, to = 0;          ///< two points about which they say different things
    std::vector<Chain> chains;         ///< from the one to the other; what they say leaves nothing possible. Empty for a circle
    bool circle = false;               ///< each contains the next, strictly at one place, and the last the first
};

/// All contradictions that chains of at most so many mappings on each side show, and circles of any length; in a stable order, each set of
/// statements once. Time: one `reach` a point that mappings name.
std::vector<Contradiction> contradictions(const Corpus& corpus, const Crosswalk& crosswalk, int max_rows = default_rows);

/// The mappings of those in which they cannot all be so.
std::vector<Stated> disputed_statements(const Corpus& corpus, const Crosswalk& crosswalk, int max_rows);

}  // namespace lacuna
