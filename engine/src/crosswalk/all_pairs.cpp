#include "lacuna/all_pairs.hpp"

#include <algorithm>
#include <thread>

#include "crosswalk/block_sweep.hpp"

namespace lacuna {
namespace {

/// Answers block by block of source instruments; the graph is made once.
template <int W>
class Blocks {
public:
    Blocks(const PlainCrosswalk& c, const AllPairsQuestion& q) : crosswalk_(c), question_(bounded(c, q)), graph_(c, question_) {
        if (!question_.rows) graph_.order();
    }

    std::size_t size() const { return (crosswalk_.instruments.size() + BlockSweep<W>::sources - 1) / BlockSweep<W>::sources; }

    /// Blocks are shared out among threads; each writes only what is its own.
    void count(PairCounts& counts) const {
        const std::size_t threads = std::min<std::size_t>(question_.threads, size());
        const auto work = [&](std::size_t thread) {
            for (std::size_t b = thread; b < size(); b += threads) swept(b).count(counts);
        };
        std::vector<std::thread> others;
        for (std::size_t t = 1; t < threads; ++t) others.emplace_back(work, t);
        if (threads > 0) work(0);
        for (auto& t : others) t.join();
    }

    void cells(const CellSink& sink) const {
        for (std::size_t b = 0; b < size(); ++b) swept(b).cells(sink);
    }

private:
    /// A chain that is not longer than it must be comes to a provision twice at most: once going down, once going up.
    static AllPairsQuestion bounded(const PlainCrosswalk& c, AllPairsQuestion q) {
        if (q.rows && *q.rows >= 2 * c.instrument.size()) q.rows.reset();
        return q;
    }

    BlockSweep<W> swept(std::size_t block) const {
        BlockSweep<W> out(graph_, question_, block * BlockSweep<W>::sources);
        if (question_.rows) out.sweep(*question_.rows);
        else out.sweep(graph_.orders());
        return out;
    }

    const PlainCrosswalk& crosswalk_;
    const AllPairsQuestion question_;
    RowGraph graph_;
};

/// As wide as the instruments need, shared among the threads; never wider than a line of the cache.
template <class Use>
void in_blocks(const PlainCrosswalk& c, const AllPairsQuestion& q, const Use& use) {
    const std::size_t words = (c.instruments.size() + 63) / 64, each = (words + q.threads - 1) / q.threads;
    if (each <= 1) use(Blocks<1>(c, q));
    else if (each <= 2) use(Blocks<2>(c, q));
    else if (each <= 4) use(Blocks<4>(c, q));
    else use(Blocks<8>(c, q));
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
    in_blocks(crosswalk, question, [&](const auto& blocks) { blocks.count(out); });
    return out;
}

void all_cells(const PlainCrosswalk& crosswalk, const AllPairsQuestion& question, const CellSink& sink) {
    in_blocks(crosswalk, question, [&](const auto& blocks) { blocks.cells(sink); });
}

}  // namespace lacuna
