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
/// `all_parts`: every part of the whole is covered, each by a chain of its own, of which the first is shown. `filed`: the source asks its bearer to
/// keep the document in which the target stands; no chain of the crosswalk has such a step, since it speaks of that document only.
enum class StepKind { mapping, contains, part_of, set_of, member_of, all_parts, filed };
template <>
struct Words<StepKind> {
    static constexpr std::array<std::string_view, 7> table{"mapping", "contains", "part-of", "set-of", "member-of", "all-parts", "filed"};
    static constexpr std::string_view noun = "kind of step";
};

/// A mapping with the set that it stands in.
struct Stated {
    const MappingSet* set = nullptr;
    const Mapping* mapping = nullptr;
    std::string id() const { return set->id + "/" + mapping->id; }
    friend bool operator==(const Stated&, const Stated&) = default;
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
    bool by_any_chain = false;  ///< nothing of it follows: chains of overlaps were counted as overlaps
    bool contradictory() const { return mask.empty(); }
    /// Does one chain alone give the answer, so that the others need not be read?
    bool one_chain_decides() const { return !contradictory() && !chains.empty() && chains.front().mask == mask; }
    /// The chains that the answer rests on: the one that decides, or all.
    std::vector<const Chain*> deciding() const;
    /// The mappings in those, each once, in the order of the chains.
    std::vector<Stated> statements() const;
};

/// What counts as a statement about overlap. `certain`: only what follows. `any_chain`: whatever is joined by mappings none of which denies it,
/// as curators of crosswalks often take it, where nothing certain is said; what is said to be touched then may not be. Everything certain is the
/// same in both.
enum class Inference { certain, any_chain };
template <>
struct Words<Inference> {
    static constexpr std::array<std::string_view, 2> table{"certain", "loose-overlap"};
    static constexpr std::string_view noun = "way of inference";
};

/// The bound on mappings in a chain unless asked otherwise: every link may be somebody's mistake, and mistakes compound.
inline constexpr int default_rows = 3;

/// Which chains count.
struct ChainRules {
    ChainRules(int rows = default_rows, Inference how = Inference::certain, const Mapping* taken_away = nullptr) : max_rows(rows), inference(how), without(taken_away) {}
    int max_rows;            ///< most mappings in one chain
    Inference inference;
    const Mapping* without;  ///< a mapping that is taken not to exist
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
    /// Every step that a chain can take, in both directions.
    std::vector<Step> steps() const;

    /// Everything said about any point from `source` by bounded chains.
    /// No chain begins by going down into a part of `source`: the part is a source of its own, with its own trigger, time and modality.
    /// Certain cover of all exhaustive parts, or of all members of a set, becomes cover of the whole, and leads on from there.
    /// Time O(points x masks x rows x degree), a few times over where wholes are covered by their parts.
    std::map<PointNo, Link> reach(PointNo source, const ChainRules& rules) const;

    /// The mappings without which the target would be covered, or overlapped, for less certain, one at a time; in the order of its chains.
    std::vector<Stated> falls_with(PointNo source, PointNo target, const Link& link, const ChainRules& rules) const;

private:
    struct Graph;
    class Search;
    void find_wholes();
    std::map<PointNo, Link> follow(PointNo source, const ChainRules& rules) const;
    const Corpus& corpus_;
    std::unique_ptr<Graph> graph_;
};

}  // namespace lacuna
