// How many of the provisions said to be covered for certain are not, where truth is known and some rows are wrong on purpose?
//
//   error_budget FOLDER     with P.csv, M.csv and T.csv as `generate` writes them; a line for each bound: bound, said, untrue

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <optional>
#include <sstream>
#include <thread>
#include <unordered_map>

#include <fmt/format.h>

#include "importers/plain_crosswalk.hpp"

namespace {

using namespace lacuna;

struct Interval {
    std::size_t from = 0, to = 0;
};

std::vector<Interval> truth(const std::string& file, const importers::PlainCrosswalkTables& tables) {
    std::unordered_map<std::string_view, std::uint32_t> number;
    std::vector<Interval> out(tables.crosswalk.instrument.size());
    for (std::uint32_t v = 0; v < out.size(); ++v) number[tables.id(v)] = v;
    std::ifstream in(file);
    std::string line, id, from, to;
    for (std::getline(in, line); std::getline(in, line);) {
        std::istringstream cells(line);
        std::getline(cells, id, ','), std::getline(cells, from, ','), std::getline(cells, to);
        out.at(number.at(id)) = {std::stoul(from), std::stoul(to)};
    }
    return out;
}

/// What all provisions of an instrument ask together, as few intervals as can be.
std::vector<std::vector<Interval>> together(const PlainCrosswalk& c, const std::vector<Interval>& asks) {
    std::vector<std::vector<Interval>> all(c.instruments.size());
    for (std::uint32_t v = 0; v < asks.size(); ++v) all[c.instrument[v]].push_back(asks[v]);
    for (auto& one : all) {
        std::sort(one.begin(), one.end(), [](const Interval& a, const Interval& b) { return a.from < b.from; });
        std::vector<Interval> merged;
        for (const auto& i : one) {
            if (!merged.empty() && i.from <= merged.back().to) merged.back().to = std::max(merged.back().to, i.to);
            else merged.push_back(i);
        }
        one = std::move(merged);
    }
    return all;
}

bool within(const Interval& i, const std::vector<Interval>& all) {
    const auto after = std::upper_bound(all.begin(), all.end(), i.from, [](std::size_t from, const Interval& x) { return from < x.from; });
    return after != all.begin() && i.to <= std::prev(after)->to;
}

void ask(const PlainCrosswalk& c, const std::vector<Interval>& asks, std::optional<unsigned> rows, bool containment) {
    const auto sources = together(c, asks);
    std::uint64_t said = 0, untrue = 0;
    all_cells(c, {rows, containment, false, std::max(1U, std::thread::hardware_concurrency())}, [&](std::uint32_t source, std::span<const CellStatus> status) {
        for (std::size_t v = 0; v < status.size(); ++v) {
            if (status[v] != CellStatus::covered) continue;
            ++said;
            untrue += within(asks[v], sources[source]) ? 0 : 1;
        }
    });
    fmt::print("{},{},{},{}\n", rows ? std::to_string(*rows) : "any", containment ? "on" : "off", said, untrue);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return std::fputs("usage: error_budget FOLDER\n", stderr), 2;
    const std::string folder = argv[1];
    std::vector<Problem> problems;
    const auto tables = importers::read_plain_crosswalk(folder + "/P.csv", folder + "/M.csv", 1, problems);
    for (const auto& p : problems) fmt::print(stderr, "{}\n", to_string(p));
    if (!problems.empty() || !tables.sound()) return 3;
    const auto asks = truth(folder + "/T.csv", tables);
    for (const bool containment : {false, true})
        for (const auto rows : {std::optional<unsigned>(1), std::optional<unsigned>(2), std::optional<unsigned>(3), std::optional<unsigned>()}) ask(tables.crosswalk, asks, rows, containment);
}
