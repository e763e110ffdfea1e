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
    using Rows = CoverAndOverlap<W>;
    static constexpr std::size_t sources = std::size_t{64} * W;

    /// REQUIRES: `rows` has a row of zeros a provision.
    BlockSweep(const RowGraph& graph, const AllPairsQuestion& question, std::size_t first, RowTable<Rows>& rows) : graph_(graph), crosswalk_(graph.crosswalk()), question_(question), first_(first), rows_(rows), inner_(graph.tree.inner.size()) {}

    /// By chains of any length, along the condensations.
    void sweep() {
        const auto& down = graph_.down_order;
        for (std::size_t c = 0; c < down.size(); ++c) cover(down.of(c));
        const auto& up = graph_.up_order;
        for (std::size_t c = 0; c < up.size(); ++c) overlap(up.of(c));
    }

    /// By chains of at most so many rows: one pass over all rows for each. `next` is as large as the other table.
    void sweep(unsigned rows, RowTable<Rows>& next) {
        const std::size_t n = crosswalk_.instrument.size();
        for (std::uint32_t v = 0; v < n; ++v) own(v, rows_[v].covers);
        contain();
        bool changed = true;
        for (unsigned i = 0; i < rows && changed; ++i) {
            changed = false;
            for (std::uint32_t v = 0; v < n; ++v) changed = one_more(v, next[v]) || changed;
            rows_.swap(next);
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
            Row every = Row::all(), some = rows_[v].overlaps;
            for (const std::uint32_t child : tree.of(i)) {
                const bool is_leaf = tree.inner_no[child] == Tree::none;
                const Final f = is_leaf ? leaf(child) : inner_[tree.inner_no[child]];
                if (is_leaf) visit(child, f);
                every &= f.covered;
                some |= f.covered | f.overlapped;
            }
            const Row covered = rows_[v].covers | every;
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
    using K = Incoming::Kind;
    Final leaf(std::uint32_t v) const { return {rows_[v].covers, rows_[v].overlaps.without(rows_[v].covers)}; }
    void own(std::uint32_t v, Row& to) const {
        const std::size_t bit = crosswalk_.instrument[v] - first_;  // wraps round for those before the block
        if (bit < sources) to.set(static_cast<unsigned>(bit));
    }
    void cover(std::span<const std::uint32_t> component) {
        Rows* const rows = rows_.data();
        Row row;
        for (const std::uint32_t v : component)
            for (const std::uint32_t u : graph_.incoming.template of<K::superset, K::equal>(v)) row |= rows[u].covers;
        for (const std::uint32_t v : component) own(v, row);
        for (const std::uint32_t v : component) rows[v].covers = row;
    }
    void overlap(std::span<const std::uint32_t> component) {
        Rows* const rows = rows_.data();
        Row row;
        for (const std::uint32_t v : component) row |= overlap_of(rows, v);
        for (const std::uint32_t v : component) rows[v].overlaps = row;
    }
    Row overlap_of(const Rows* rows, std::uint32_t v) const {
        Row row;
        for (const std::uint32_t u : graph_.incoming.template of<K::equal>(v)) row |= rows[u].overlaps;
        for (const std::uint32_t u : graph_.incoming.template of<K::subset>(v)) row |= rows[u].overlaps | rows[u].covers;
        for (const std::uint32_t u : graph_.incoming.template of<K::intersects>(v)) row |= rows[u].covers;
        return row;
    }

    /// Chains that are one row longer. Has anything been added?
    bool one_more(std::uint32_t v, Rows& out) const {
        const Rows* const rows = rows_.data();
        Row covers = rows[v].covers;
        for (const std::uint32_t u : graph_.incoming.template of<K::superset, K::equal>(v)) covers |= rows[u].covers;
        const Rows now{covers, rows[v].overlaps | overlap_of(rows, v)};
        out = now;
        return !(now == rows[v]);
    }

    /// Steps to a part, and read the other way round to the whole, as far as they lead: they are no rows.
    void contain() {
        if (!question_.containment) return;
        const auto& tree = graph_.tree;
        for (std::size_t i = tree.inner.size(); i-- > 0;)
            for (const std::uint32_t child : tree.of(i)) rows_[child].covers |= rows_[tree.inner[i]].covers;
        if (!question_.converse) return;
        for (std::size_t i = 0; i < tree.inner.size(); ++i)
            for (const std::uint32_t child : tree.of(i)) rows_[tree.inner[i]].overlaps |= rows_[child].overlaps | rows_[child].covers;
    }

    void put(PairCounts& counts, unsigned bit, std::uint32_t target, std::uint64_t PairCount::* which, std::uint64_t number) const {
        if (const std::size_t source = first_ + bit; source != target && source < crosswalk_.instruments.size()) counts.of(source, target).*which += number;
    }

    const RowGraph& graph_;
    const PlainCrosswalk& crosswalk_;
    const AllPairsQuestion& question_;
    std::size_t first_;
    RowTable<Rows>& rows_;  ///< by provision
    std::vector<Final> inner_;
};

}  // namespace lacuna
