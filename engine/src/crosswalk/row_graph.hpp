#pragma once
// The rows of a plain crosswalk as a graph to sweep over.

#include <cstdint>
#include <span>
#include <vector>

#include "crosswalk/large_pages.hpp"
#include "lacuna/all_pairs.hpp"

namespace lacuna {

/// For each provision, whence rows come in: kind after kind, next to one another, so that the rows down are one piece, and those up.
class Incoming {
public:
    enum Kind : std::size_t { superset, equal, subset, intersects };

    Incoming(const PlainCrosswalk& crosswalk, const AllPairsQuestion& question);

    /// Those of the kinds first, … last.
    template <Kind first, Kind last = first>
    std::span<const std::uint32_t> of(std::uint32_t v) const {
        static_assert(first <= last);
        return {sources_.data() + starts_[kinds * v + first], sources_.data() + starts_[kinds * v + last + 1]};
    }

private:
    static constexpr std::size_t kinds = 4;
    Numbers starts_;  ///< two longer than needed while filling
    Numbers sources_;
};

/// The strongly connected components of a graph, numbered so that everything comes after what leads to it.
struct Condensation {
    Numbers members;  ///< provisions, component by component
    Numbers start;    ///< of each component in `members`, and the end
    std::size_t size() const { return start.size() - 1; }
    std::span<const std::uint32_t> of(std::size_t c) const { return {members.data() + start[c], members.data() + start[c + 1]}; }
};

/// The children of every provision that has some.
struct Tree {
    std::vector<std::uint32_t> inner;     ///< provisions with children: those of one instrument together, children before their parents
    std::vector<std::uint32_t> start;     ///< of each inner one's children in `children`, and the end
    std::vector<std::uint32_t> children;
    std::vector<std::uint32_t> alone;     ///< provisions with neither children nor parent
    std::vector<std::uint32_t> inner_no;  ///< of each provision: its place in `inner`, or `none`
    static constexpr std::uint32_t none = PlainCrosswalk::no_parent;

    Tree() = default;
    explicit Tree(const PlainCrosswalk& crosswalk);
    std::span<const std::uint32_t> of(std::size_t i) const { return {children.data() + start[i], children.data() + start[i + 1]}; }
};

/// Everything about rows and provisions that does not depend on the source.
class RowGraph {
public:
    RowGraph(const PlainCrosswalk& crosswalk, const AllPairsQuestion& question);

    const PlainCrosswalk& crosswalk() const { return crosswalk_; }
    std::size_t provisions() const { return crosswalk_.instrument.size(); }

    Tree tree;
    Incoming incoming;

    /// Of the rows down (superset, equal), and of those up (equal, subset), for a question without a bound. Where every row comes in both directions, one order serves for both, read backwards; but what leads to a
    /// provision stands just before it only in the order found for it, and the sweep loses more by that than a second search costs.
    Condensation down_order, up_order;

private:
    const PlainCrosswalk& crosswalk_;
};

}  // namespace lacuna
