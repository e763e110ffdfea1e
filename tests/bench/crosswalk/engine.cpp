// Where the engine's time goes: reading, the graph, its orders, the sweep, the counting; and how far that is from what the memory allows.
//
//   engine FOLDER HOPS RUNS     medians of so many runs, each from the start; HOPS may be any
//   engine --check FOLDER HOPS  "2,1,checksum", as the peers print it
//
// It looks behind the public face on purpose: the steps are taken one by one, as all_pairs takes them.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <thread>

#include <fmt/format.h>

#include "crosswalk/block_sweep.hpp"
#include "importers/plain_crosswalk.hpp"

namespace {

using namespace lacuna;

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The times of one step in all runs.
struct Step {
    std::string name;
    std::vector<double> times;
    double median() {
        std::sort(times.begin(), times.end());
        return times[times.size() / 2];
    }
    void print() {
        const double m = median();
        fmt::print("{:<34} {:>9.4f} s   ({:.4f} to {:.4f})\n", name, m, times.front(), times.back());
    }
};

importers::PlainCrosswalkTables read(const std::string& folder, unsigned threads) {
    std::vector<Problem> problems;
    auto tables = importers::read_plain_crosswalk(folder + "/P.csv", folder + "/M.csv", threads, problems);
    for (const auto& p : problems) fmt::print(stderr, "{}\n", to_string(p));
    if (!problems.empty() || !tables.sound()) throw std::runtime_error("the tables are not sound");
    return tables;
}

/// Bytes of rows of bits that one sweep reads and writes at least, every row of the tables being fetched once for each that asks for it.
template <int W>
double bytes_swept(const RowGraph& graph, const AllPairsQuestion& q) {
    using K = Incoming::Kind;
    std::size_t rows = 0;
    const std::size_t n = graph.provisions();
    for (std::uint32_t v = 0; v < n; ++v) rows += graph.incoming.of<K::superset, K::intersects>(v).size() + graph.incoming.of<K::equal, K::subset>(v).size();
    rows += q.rows ? 4 * n : 2 * n;
    return static_cast<double>(q.rows.value_or(1) * rows * sizeof(BitRow<W>));
}

/// One run, step by step, by one thread, with rows of W words.
template <int W>
class Run {
public:
    Run(const PlainCrosswalk& c, const AllPairsQuestion& q) : crosswalk_(c), question_(q), counts_(c.instruments.size()) {}

    void take(std::vector<Step>& steps) {
        // the orders are found where the graph is made; without them it is the graph of a question with a bound
        auto bounded = question_;
        bounded.rows = question_.rows.value_or(1);
        const double filed = seconds([&] { RowGraph(crosswalk_, bounded); });
        std::optional<RowGraph> graph;
        const double made = seconds([&] { graph.emplace(crosswalk_, question_); });
        steps[1].times.push_back(question_.rows ? made : filed);
        steps[2].times.push_back(question_.rows ? 0 : std::max(0.0, made - filed));
        double sweep = 0, count = 0;
        for (std::size_t first = 0; first < crosswalk_.instruments.size(); first += BlockSweep<W>::sources) {
            sweep += seconds([&] {
                rows_.emplace(graph->provisions());
                if (question_.rows) next_.emplace(graph->provisions());
                block_.emplace(*graph, question_, first, *rows_);
                question_.rows ? block_->sweep(*question_.rows, *next_) : block_->sweep();
            });
            count += seconds([&] { block_->count(counts_); });
            bytes += bytes_swept<W>(*graph, question_);
        }
        steps[3].times.push_back(sweep);
        steps[4].times.push_back(count);
    }

    double bytes = 0;

private:
    const PlainCrosswalk& crosswalk_;
    const AllPairsQuestion& question_;
    PairCounts counts_;
    std::optional<RowTable<CoverAndOverlap<W>>> rows_, next_;
    std::optional<BlockSweep<W>> block_;
};

/// With rows as wide as all_pairs takes them for one thread. Returns the bytes swept.
double take(const PlainCrosswalk& c, const AllPairsQuestion& q, std::vector<Step>& steps) {
    const auto with = [&](auto&& run) {
        run.take(steps);
        return run.bytes;
    };
    const auto instruments = c.instruments.size();
    if (instruments <= 64) return with(Run<1>(c, q));
    if (instruments <= 128) return with(Run<2>(c, q));
    return instruments <= 256 ? with(Run<4>(c, q)) : with(Run<8>(c, q));
}

using Line = BitRow<8>;  ///< as wide as a row can be, and as a line of the cache

/// Bytes a second that one thread reads in order, and that it reads line by line in no order, from `size` bytes.
std::pair<double, double> memory(std::size_t size) {
    RowTable<Line> table(size / sizeof(Line));
    const std::size_t rows = size / sizeof(Line);
    Line sum;
    const auto best_of = [&](const std::function<void()>& work) {
        double best = seconds(work);
        for (int i = 0; i < 4; ++i) best = std::min(best, seconds(work));
        return static_cast<double>(size) / best;
    };
    const double in_order = best_of([&] {
        for (std::size_t i = 0; i < rows; ++i) sum |= table[i];
    });
    const double in_no_order = best_of([&] {
        std::uint64_t at = 1;
        for (std::size_t i = 0; i < rows; ++i) {
            at = at * 6364136223846793005U + 1442695040888963407U;
            sum |= table[static_cast<std::size_t>((at >> 33U) % rows)];
        }
    });
    if (sum.any()) fmt::print(stderr, "memory that was zero is not\n");
    return {in_order, in_no_order};
}

void split(const std::string& folder, const AllPairsQuestion& q, int runs) {
    std::vector<Step> steps{{"reading both tables, 1 thread", {}}, {"graph", {}}, {"orders", {}}, {"sweep", {}}, {"roll-up and count", {}}};
    Step whole{"all_pairs, 1 thread", {}}, shared{"all_pairs, all threads", {}}, read_shared{"reading, all threads", {}};
    auto all = q;
    all.threads = std::max(1U, std::thread::hardware_concurrency());
    double bytes = 0;
    std::size_t provisions = 0, instruments = 0;
    for (int i = 0; i < runs; ++i) {
        importers::PlainCrosswalkTables tables;
        steps[0].times.push_back(seconds([&] { tables = read(folder, 1); }));
        read_shared.times.push_back(seconds([&] { read(folder, all.threads); }));
        bytes = take(tables.crosswalk, q, steps);
        provisions = tables.crosswalk.instrument.size();
        instruments = tables.crosswalk.instruments.size();
        whole.times.push_back(seconds([&] { all_pairs(tables.crosswalk, q); }));
        shared.times.push_back(seconds([&] { all_pairs(tables.crosswalk, all); }));
    }
    for (auto& s : steps) s.print();
    whole.print();
    read_shared.print();
    shared.print();
    const auto [in_order, in_no_order] = memory(std::max<std::size_t>(2 * provisions * std::min<std::size_t>(64, (instruments + 63) / 64 * 8), std::size_t{1} << 20U));
    const auto [far_in_order, far_in_no_order] = memory(std::size_t{1} << 30U);
    const double sweep = steps[3].median();
    fmt::print("swept {:.0f} MB, {:.1f} GB/s; this much memory gives {:.1f} GB/s in order and {:.1f} GB/s in no order; a gigabyte {:.1f} and {:.1f}\n", bytes / 1e6, bytes / sweep / 1e9, in_order / 1e9, in_no_order / 1e9, far_in_order / 1e9, far_in_no_order / 1e9);
    fmt::print("streaming what was swept would take {:.4f} s; in no order {:.4f} s; the sweep takes {:.4f} s\n", bytes / in_order, bytes / in_no_order, sweep);
}

void check(const std::string& folder, const AllPairsQuestion& q) {
    const auto tables = read(folder, 1);
    std::uint64_t covered = 0, overlapped = 0, checksum = 0;
    all_cells(tables.crosswalk, q, [&](std::uint32_t source, std::span<const CellStatus> status) {
        for (std::size_t v = 0; v < status.size(); ++v) {
            if (status[v] == CellStatus::nothing) continue;
            ++(status[v] == CellStatus::covered ? covered : overlapped);
            checksum += static_cast<std::uint64_t>(status[v]) * ((std::uint64_t{source} * 1000003 + v * 7919) % 1048573);
        }
    });
    fmt::print("{},{},{}\n", covered, overlapped, checksum);
}

AllPairsQuestion question(const std::string& hops) {
    AllPairsQuestion q{std::nullopt, false, false, 1};
    if (hops != "any") q.rows = static_cast<unsigned>(std::stoul(hops));
    return q;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return std::fputs("usage: engine FOLDER HOPS RUNS\n       engine --check FOLDER HOPS\n", stderr), 2;
    try {
        if (std::string(argv[1]) == "--check") check(argv[2], question(argv[3]));
        else split(argv[1], question(argv[2]), std::stoi(argv[3]));
    } catch (const std::exception& e) {
        fmt::print(stderr, "{}\n", e.what());
        return 4;
    }
}
