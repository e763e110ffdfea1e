#pragma once
// The answer for one block of source instruments: what they cover and overlap, swept through the graph, then rolled up.

#include <array>

#include "crosswalk/bit_rows.hpp"
#include "crosswalk/row_graph.hpp"

namespace lacuna {

/// Source instruments first .. first + 64 W.
template <int W>
class BlockSweep {
public:
    using Row = BitRow<W>;
    static constexpr std::size_t sources = std::size_t{64} * W;

    BlockSweep(const RowGraph& graph, const AllPairsQuestion& question, std::size_t first) : graph_(graph), crosswalk_(graph.crosswalk()), question_(question), first_(first), inner_(graph.tree.inner.size()) {}

    /// By chains of any length, along the condensations.
    void sweep(const RowGraph::Orders& orders) {
        down_ = &orders.down;
        up_ = orders.up ? &*orders.up : down_;
        covers_.emplace(down_->size());
        overlaps_.emplace(up_->size());
        for (std::size_t c = 0; c < down_->size(); ++c) cover(c);
        if (orders.up)
            for (std::size_t c = 0; c < up_->size(); ++c) overlap(c);
        else
            for (std::size_t c = up_->size(); c-- > 0;) overlap(c);
    }

    /// By chains of at most so many rows: one pass over all rows for each.
    void sweep(unsigned rows) {
        const std::size_t n = crosswalk_.instrument.size();
        covers_.emplace(n);
        overlaps_.emplace(n);
        for (std::uint32_t v = 0; v < n; ++v) own(v, (*covers_)[v]);
        contain();
        RowTable<Row> covers(n), overlaps(n);
        bool changed = true;
        for (unsigned i = 0; i < rows && changed; ++i) {
            changed = false;
            for (std::uint32_t v = 0; v < n; ++v) changed = one_more(v, covers[v], overlaps[v]) || changed;
            covers_->swap(covers);
            overlaps_->swap(overlaps);
            contain();
        }
    }

    struct Final {
        Row covered, overlapped;
    };

    /// Children before parents, instrument by instrument. Calls with every provision once, its children behind it, and its final rows.
    template <class Visit>
    void roll_up(const Visit& visit) {
        const auto& tree = graph_.tree;
        std::size_t loose = 0;
        const auto alone_before = [&](std::uint32_t instrument) {
            for (; loose < tree.alone.size() && crosswalk_.instrument[tree.alone[loose]] < instrument; ++loose) visit(tree.alone[loose], leaf(tree.alone[loose]));
        };
        for (std::size_t i = 0; i < tree.inner.size(); ++i) {
            const std::uint32_t v = tree.inner[i];
            alone_before(crosswalk_.instrument[v]);
            Row every = Row::all(), some = overlaps_at(v);
            for (const std::uint32_t child : tree.of(i)) {
                const bool is_leaf = tree.inner_no[child] == Tree::none;
                const Final f = is_leaf ? leaf(child) : inner_[tree.inner_no[child]];
                if (is_leaf) visit(child, f);
                every &= f.covered;
                some |= f.covered | f.overlapped;
            }
            const Row covered = covers_at(v) | every;
            inner_[i] = {covered, some.without(covered)};
            visit(v, inner_[i]);
        }
        alone_before(PlainCrosswalk::no_parent);
    }

    /// Rolls up and adds to the counts of these sources.
    void count(PairCounts& counts) {
        ColumnCounts<W> covered, overlapped;
        std::uint32_t target = 0;
        const auto flush = [&] {
            covered.take([&](unsigned bit, std::uint64_t number) { put(counts, bit, target, &PairCount::covered, number); });
            overlapped.take([&](unsigned bit, std::uint64_t number) { put(counts, bit, target, &PairCount::overlapped, number); });
        };
        roll_up([&](std::uint32_t v, const Final& f) {
            if (crosswalk_.instrument[v] != target) flush();
            target = crosswalk_.instrument[v];
            covered.add(f.covered);
            overlapped.add(f.overlapped);
        });
        flush();
    }

    /// Rolls up and hands over source by source.
    void cells(const CellSink& sink) {
        const std::size_t n = crosswalk_.instrument.size(), here = std::min(sources, crosswalk_.instruments.size() - first_);
        // a row of bits is one provision; what is handed over is one source
        std::vector<std::vector<std::uint32_t>> covered(here), overlapped(here);
        roll_up([&](std::uint32_t v, const Final& f) {
            f.covered.each([&](unsigned bit) { covered[bit].push_back(v); });
            f.overlapped.each([&](unsigned bit) { overlapped[bit].push_back(v); });
        });
        std::vector<CellStatus> status;
        for (std::size_t i = 0; i < here; ++i) {
            status.assign(n, CellStatus::nothing);
            const auto source = static_cast<std::uint32_t>(first_ + i);
            for (const auto v : overlapped[i]) status[v] = CellStatus::overlapped;
            for (const auto v : covered[i]) status[v] = CellStatus::covered;
            for (std::uint32_t v = 0; v < n; ++v)
                if (crosswalk_.instrument[v] == source) status[v] = CellStatus::nothing;
            sink(source, status);
        }
    }

private:
    Final leaf(std::uint32_t v) const {
        const Row& covered = covers_at(v);
        return {covered, overlaps_at(v).without(covered)};
    }
    void own(std::uint32_t v, Row& to) const {
        const std::size_t bit = crosswalk_.instrument[v] - first_;  // wraps round for those before the block
        if (bit < sources) to.set(static_cast<unsigned>(bit));
    }
    const Row& covers_at(std::uint32_t v) const { return (*covers_)[down_ == nullptr ? v : down_->component[v]]; }
    const Row& overlaps_at(std::uint32_t v) const { return (*overlaps_)[up_ == nullptr ? v : up_->component[v]]; }

    void cover(std::size_t c) {
        Row row;
        for (const std::uint32_t v : down_->of(c)) {
            own(v, row);
            for (const std::uint32_t u : graph_.down.both(v)) row |= covers_at(u);
        }
        (*covers_)[c] = row;
    }
    void overlap(std::size_t c) {
        Row row;
        for (const std::uint32_t v : up_->of(c)) {
            for (const std::uint32_t u : graph_.down.second(v)) row |= overlaps_at(u);
            for (const std::uint32_t u : graph_.up.first(v)) row |= overlaps_at(u);
            for (const std::uint32_t u : graph_.up.both(v)) row |= covers_at(u);
        }
        (*overlaps_)[c] = row;
    }

    /// Chains that are one row longer. Has anything been added?
    bool one_more(std::uint32_t v, Row& covers, Row& overlaps) const {
        covers = covers_at(v);
        overlaps = overlaps_at(v);
        for (const std::uint32_t u : graph_.down.both(v)) covers |= covers_at(u);
        for (const std::uint32_t u : graph_.down.second(v)) overlaps |= overlaps_at(u);
        for (const std::uint32_t u : graph_.up.first(v)) overlaps |= overlaps_at(u);
        for (const std::uint32_t u : graph_.up.both(v)) overlaps |= covers_at(u);
        return !(covers == covers_at(v)) || !(overlaps == overlaps_at(v));
    }

    /// Steps to a part, and read the other way round to the whole, as far as they lead: they are no rows.
    void contain() {
        if (!question_.containment) return;
        const auto& tree = graph_.tree;
        for (std::size_t i = tree.inner.size(); i-- > 0;)
            for (const std::uint32_t child : tree.of(i)) (*covers_)[child] |= (*covers_)[tree.inner[i]];
        if (!question_.converse) return;
        for (std::size_t i = 0; i < tree.inner.size(); ++i)
            for (const std::uint32_t child : tree.of(i)) (*overlaps_)[tree.inner[i]] |= (*overlaps_)[child] | (*covers_)[child];
    }

    void put(PairCounts& counts, unsigned bit, std::uint32_t target, std::uint64_t PairCount::* which, std::uint64_t number) const {
        if (const std::size_t source = first_ + bit; source != target && source < crosswalk_.instruments.size()) counts.of(source, target).*which += number;
    }

    const RowGraph& graph_;
    const PlainCrosswalk& crosswalk_;
    const AllPairsQuestion& question_;
    std::size_t first_;
    const Condensation *down_ = nullptr, *up_ = nullptr;  ///< null: rows of bits are by provision
    std::optional<RowTable<Row>> covers_, overlaps_;
    std::vector<Final> inner_;
};

}  // namespace lacuna
