#pragma once
// The rows of a plain crosswalk as a graph to sweep over.

#include <cstdint>
#include <span>
#include <vector>

#include "lacuna/all_pairs.hpp"

namespace lacuna {

/// For each provision, whence rows of two kinds come in: the first kind, then the second, next to one another.
class Incoming {
public:
    Incoming() = default;
    /// Calls `first` and `second` with something to be called for every row of that kind. Counts, then files: both are called twice.
    template <class First, class Second>
    Incoming(std::size_t provisions, const First& first, const Second& second) : starts_(2 * provisions + 3, 0) {
        first([&](std::uint32_t, std::uint32_t target) { ++starts_[2 * std::size_t{target} + 2]; });
        second([&](std::uint32_t, std::uint32_t target) { ++starts_[2 * std::size_t{target} + 3]; });
        for (std::size_t i = 2; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
        sources_.resize(starts_.back());
        first([&](std::uint32_t source, std::uint32_t target) { sources_[starts_[2 * std::size_t{target} + 1]++] = source; });
        second([&](std::uint32_t source, std::uint32_t target) { sources_[starts_[2 * std::size_t{target} + 2]++] = source; });
    }
    std::span<const std::uint32_t> first(std::uint32_t v) const { return between(2 * std::size_t{v}, 2 * std::size_t{v} + 1); }
    std::span<const std::uint32_t> second(std::uint32_t v) const { return between(2 * std::size_t{v} + 1, 2 * std::size_t{v} + 2); }
    std::span<const std::uint32_t> both(std::uint32_t v) const { return between(2 * std::size_t{v}, 2 * std::size_t{v} + 2); }

private:
    std::span<const std::uint32_t> between(std::size_t from, std::size_t to) const { return {sources_.data() + starts_[from], sources_.data() + starts_[to]}; }

    std::vector<std::uint32_t> starts_;  ///< two longer than needed while filling
    std::vector<std::uint32_t> sources_;
};

/// The strongly connected components of a graph, numbered so that everything comes after what leads to it.
struct Condensation {
    std::vector<std::uint32_t> component;  ///< of each provision
    std::vector<std::uint32_t> members;    ///< provisions, component by component
    std::vector<std::uint32_t> start;      ///< of each component in `members`, and the end
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
    Incoming down;  ///< first: superset, second: equal
    Incoming up;    ///< first: subset, second: intersects

    /// Of the rows down (superset, equal), and of those up (equal, subset). Costs two depth-first searches, or one where every row comes
    /// in both directions: then one order serves for both, read backwards.
    struct Orders {
        Condensation down;
        std::optional<Condensation> up;  ///< empty: `down`, backwards
    };
    /// Makes them, unless they were made beside the rest, as where a question without a bound has threads.
    void order();
    /// REQUIRES: they were made.
    const Orders& orders() const { return *orders_; }

private:
    bool backwards_serves(const Condensation& down) const;
    Condensation up_order() const;
    void order_by(Condensation down_order);
    std::optional<Orders> orders_;
    const PlainCrosswalk& crosswalk_;
};

}  // namespace lacuna
