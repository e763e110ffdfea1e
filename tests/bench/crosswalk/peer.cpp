#include "peer.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>

namespace bench {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> out(1);
    for (const char c : line) {
        if (c == ',') out.emplace_back();
        else out.back().push_back(c);
    }
    return out;
}

}  // namespace

Tables::Tables(const std::string& folder) {
    std::ifstream p(folder + "/P.csv"), m(folder + "/M.csv");
    std::string line;
    for (std::getline(p, line); std::getline(p, line);) {
        const auto cells = cells_of(line);
        if (instruments.empty() || instruments.back() != cells[1]) instruments.push_back(cells[1]);
        instrument.push_back(static_cast<std::uint32_t>(instruments.size() - 1));
        parent.push_back(cells[2].empty() ? none : static_cast<std::uint32_t>(std::stoul(cells[2])));
    }
    const std::map<std::string, int> words{{"equal-to", 0}, {"superset-of", 1}, {"subset-of", 2}, {"intersects-with", 3}};
    for (std::getline(m, line); std::getline(m, line);) {
        const auto cells = cells_of(line);
        rows.push_back({static_cast<std::uint32_t>(std::stoul(cells[0])), static_cast<std::uint32_t>(std::stoul(cells[1])), words.at(cells[2])});
    }
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> edges(const Tables& t) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    for (const auto& r : t.rows) {
        const auto from = r.source, to = r.target;
        out.push_back({covered(from), r.relation < 2 ? covered(to) : overlapped(t, to)});
        if (r.relation == 0 || r.relation == 2) out.push_back({overlapped(t, from), overlapped(t, to)});
    }
    for (std::uint32_t v = 0; v < t.size(); ++v) out.push_back({start(t, t.instrument[v]), covered(v)});
    return out;
}

Answer::Answer(const Tables& tables) : tables_(tables), children_(tables.size(), 0), begun_(std::chrono::steady_clock::now()) {
    std::vector<std::uint32_t> depth(tables.size(), 0);
    for (std::uint32_t v = 0; v < tables.size(); ++v) {
        if (tables.parent[v] == none) continue;
        ++children_[tables.parent[v]];
        depth[v] = depth[tables.parent[v]] + 1;  // parents stand first
        up_.push_back(v);
    }
    std::stable_sort(up_.begin(), up_.end(), [&](std::uint32_t a, std::uint32_t b) { return std::pair(depth[b], tables.parent[a]) < std::pair(depth[a], tables.parent[b]); });
}

void Answer::add(std::size_t source, std::vector<std::uint8_t>& status) {
    // children of one parent stand one after the other here
    for (std::size_t i = 0, end = 0; i < up_.size(); i = end) {
        const auto p = tables_.parent[up_[i]];
        std::uint32_t full = 0, some = 0;
        for (end = i; end < up_.size() && tables_.parent[up_[end]] == p; ++end) {
            full += status[up_[end]] == 2 ? 1 : 0;
            some += status[up_[end]] != 0 ? 1 : 0;
        }
        if (full == children_[p]) status[p] = 2;
        else if (some > 0) status[p] = std::max<std::uint8_t>(status[p], 1);
    }
    for (std::size_t v = 0; v < status.size(); ++v) {
        if (status[v] == 0) continue;
        if (tables_.instrument[v] != source) {
            ++(status[v] == 2 ? covered_ : overlapped_);
            checksum_ += status[v] * ((source * 1000003 + v * 7919) % 1048573);
        }
        status[v] = 0;
    }
}

void Answer::print() const {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    std::printf("%llu,%llu,%llu,%.3f\n", static_cast<unsigned long long>(covered_), static_cast<unsigned long long>(overlapped_), static_cast<unsigned long long>(checksum_), seconds);
}

Asked::Asked(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: %s FOLDER HOPS\n", argv[0]);
        std::exit(2);
    }
    folder = argv[1];
    if (std::string(argv[2]) != "any") rows = static_cast<unsigned>(std::stoul(argv[2]));
}

}  // namespace bench
