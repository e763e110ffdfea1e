#pragma once
// What follows from the mappings: which duties certainly contain, overlap or miss which.
// Boost.Graph stays behind this header.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lacuna/corpus.hpp"
#include "lacuna/relation.hpp"

namespace lacuna {

/// How one step of a chain was made.
enum class StepKind { mapping, contains, part_of, set_of, member_of };
template <>
struct Words<StepKind> {
    static constexpr std::array<std::string_view, 5> table{"mapping", "contains", "part-of", "set-of", "member-of"};
    static constexpr std::string_view noun = "kind of step";
};

/// A point of the crosswalk: a provision, or the set of provisions that are one side of a mapping.
using PointNo = int;

/// One step of a chain, and what it says about its two ends.
struct Step {
    StepKind kind{};
    PointNo from = 0, to = 0;
    Mask mask;
    const MappingSet* set = nullptr;    ///< of a mapping
    const Mapping* mapping = nullptr;   ///< of a mapping
    bool reversed = false;              ///< the mapping was read from target to source
    bool unsettled = false;             ///< the mapping is disputed, or was made for another wording: nothing it says is certain
    bool contradicted = false;          ///< another mapping of the same pair excludes what it says
};

/// Steps from a source to a target, and what they say together.
struct Chain {
    std::vector<Step> steps;
    Mask mask;
    int rows = 0;           ///< mappings used; containment is free
    int weakest = 10;       ///< strength of the weakest mapping used, 0 where one states none
    bool whole_norm = false;     ///< some mapping compared whole norms, not only duties
    bool declares_none = false;  ///< some mapping declares that two duties share nothing
};

/// All that is said about one target from one source.
struct Link {
    Mask mask;                  ///< intersection over all chains; empty: chains contradict one another
    std::vector<Chain> chains;  ///< for each different answer the strongest, then shortest chain; first the one that says alone what all say together
    bool contradictory() const { return mask.empty(); }
    /// Does one chain alone give the answer, so that the others need not be read?
    bool one_chain_decides() const { return !chains.empty() && chains.front().mask == mask; }
};

/// The crosswalk of a corpus.
class Crosswalk {
public:
    explicit Crosswalk(const Corpus& corpus);
    ~Crosswalk();
    Crosswalk(const Crosswalk&) = delete;
    Crosswalk& operator=(const Crosswalk&) = delete;

    /// Number of points; those below corpus.nodes().size() are provisions, the rest are sets.
    PointNo size() const;
    /// The members of a set, or the provision itself.
    std::vector<NodeNo> members(PointNo point) const;
    /// Sets whose members are all in `scope` (sorted).
    std::vector<PointNo> sets_within(const std::vector<NodeNo>& scope) const;

    /// Everything said about any point from `source` by chains of at most `max_rows` mappings.
    /// No chain begins by going down into a part of `source`: the part is a source of its own, with its own trigger, time and modality.
    /// Certain cover of all exhaustive parts becomes cover of the whole. Time O(points × masks × rows × degree).
    std::map<PointNo, Link> reach(PointNo source, int max_rows) const;

private:
    struct Graph;
    const Corpus& corpus_;
    std::unique_ptr<Graph> graph_;
};

/// The bound on mappings in a chain unless asked otherwise: every link may be somebody's mistake, and mistakes compound.
inline constexpr int default_rows = 3;

}  // namespace lacuna
