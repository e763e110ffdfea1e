#include "lacuna/all_pairs.hpp"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>

#include "crosswalk/block_sweep.hpp"
#include "lacuna/in_parts.hpp"

namespace lacuna {
namespace {

/// Answers block by block of source instruments; the graph is made once.
template <int W>
class Blocks {
public:
    Blocks(const PlainCrosswalk& c, const AllPairsQuestion& q)
        : crosswalk_(c), question_(bounded(c, q)), graph_(c, question_) {
        for (std::size_t t = 0; t < std::clamp<std::size_t>(size(), 1, question_.threads); ++t) {
            auto& mine = tables_.emplace_back(Tables{Table(graph_.provisions()), std::nullopt});
            if (question_.rows) mine.next.emplace(graph_.provisions());
        }
    }

    /// Blocks are shared out among threads; each writes only what is its own.
    void count(PairCounts& counts) {
        in_parts(tables_.size(), [&](std::size_t thread) {
            for (std::size_t b = thread; b < size(); b += tables_.size()) swept(b, tables_[thread]).count(counts);
        });
    }

    void cells(const CellSink& sink) {
        for (std::size_t b = 0; b < size(); ++b) swept(b, tables_.front()).cells(sink);
    }

private:
    using Table = RowTable<CoverAndOverlap<W>>;
    struct Tables {
        Table rows;
        std::optional<Table> next;  ///< for a question with a bound
        bool used = false;
    };

    std::size_t size() const { return (crosswalk_.instruments.size() + BlockSweep<W>::sources - 1) / BlockSweep<W>::sources; }

    /// A chain that is not longer than it must be comes to a provision twice at most: once going down, once going up.
    static AllPairsQuestion bounded(const PlainCrosswalk& c, AllPairsQuestion q) {
        if (q.rows && *q.rows >= 2 * c.instrument.size()) q.rows.reset();
        return q;
    }

    BlockSweep<W> swept(std::size_t block, Tables& tables) const {
        if (std::exchange(tables.used, true)) tables.rows.clear();
        BlockSweep<W> out(graph_, question_, block * BlockSweep<W>::sources, tables.rows);
        if (question_.rows) out.sweep(*question_.rows, *tables.next);
        else out.sweep();
        return out;
    }

    const PlainCrosswalk& crosswalk_;
    const AllPairsQuestion question_;
    std::vector<Tables> tables_;
    RowGraph graph_;
};

/// As wide as the instruments need, shared among the threads; never wider than a line of the cache.
template <class Use>
void in_blocks(const PlainCrosswalk& c, const AllPairsQuestion& q, const Use& use) {
    const std::size_t words = (c.instruments.size() + 63) / 64, each = (words + q.threads - 1) / q.threads;
    const auto with = [&]<int W>(std::integral_constant<int, W>) {
        Blocks<W> blocks(c, q);
        use(blocks);
    };
    if (each <= 1) with(std::integral_constant<int, 1>{});
    else if (each <= 2) with(std::integral_constant<int, 2>{});
    else if (each <= 4) with(std::integral_constant<int, 4>{});
    else with(std::integral_constant<int, 8>{});
}

}  // namespace

PairCount PairCounts::total() const {
    PairCount out;
    for (const auto& c : counts_) {
        out.covered += c.covered;
        out.overlapped += c.overlapped;
    }
    return out;
}

PairCounts all_pairs(const PlainCrosswalk& crosswalk, const AllPairsQuestion& question) {
    PairCounts out(crosswalk.instruments.size());
    in_blocks(crosswalk, question, [&](auto& blocks) { blocks.count(out); });
    return out;
}

void all_cells(const PlainCrosswalk& crosswalk, const AllPairsQuestion& question, const CellSink& sink) {
    in_blocks(crosswalk, question, [&](auto& blocks) { blocks.cells(sink); });
}

}  // namespace lacuna
