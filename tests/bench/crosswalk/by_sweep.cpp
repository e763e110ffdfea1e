// The question by a plain bit-parallel sweep, as somebody writes it who knows the trick and stops there: one bit a source instrument, along the
// condensation, by one thread. Provisions stay numbered as they came, both orders are found anew, rows are read where they lie.
// At most 512 instruments. Prints counts without a checksum: finding that out would take longer than the answer.

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "peer.hpp"

namespace {

using Bits = std::array<std::uint64_t, 8>;
void add(Bits& to, const Bits& from) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] |= from[i];
}

/// Which provisions lead to each.
struct Graph {
    std::vector<std::uint32_t> start, sources;

    template <class Counts>
    Graph(const bench::Tables& t, const Counts& counts) : start(t.size() + 2, 0) {
        for (const auto& r : t.rows)
            if (counts(r.relation)) ++start[r.target + 2];
        for (std::size_t i = 2; i < start.size(); ++i) start[i] += start[i - 1];
        sources.resize(start.back());
        for (const auto& r : t.rows)
            if (counts(r.relation)) sources[start[r.target + 1]++] = r.source;
    }
    const std::uint32_t* begin(std::uint32_t v) const { return sources.data() + start[v]; }
    const std::uint32_t* end(std::uint32_t v) const { return sources.data() + start[v + 1]; }
};

/// Tarjan's components, numbered so that what leads to one comes before it.
struct Components {
    std::vector<std::uint32_t> of, members, first{0};

    explicit Components(const Graph& g) : of(g.start.size() - 2, bench::none) {
        const auto n = static_cast<std::uint32_t>(of.size());
        std::vector<std::uint32_t> number(n, 0), low(n), open;
        std::vector<std::pair<std::uint32_t, const std::uint32_t*>> path;
        std::uint32_t seen = 0;
        const auto enter = [&](std::uint32_t v) {
            number[v] = low[v] = ++seen;
            open.push_back(v);
            path.emplace_back(v, g.begin(v));
        };
        for (std::uint32_t root = 0; root < n; ++root) {
            if (number[root] == 0) enter(root);
            while (!path.empty()) {
                auto& [v, next] = path.back();
                if (next != g.end(v)) {
                    const auto u = *next++;
                    if (number[u] == 0) enter(u);
                    else if (of[u] == bench::none) low[v] = std::min(low[v], number[u]);
                    continue;
                }
                const auto done = v;
                path.pop_back();
                if (!path.empty()) low[path.back().first] = std::min(low[path.back().first], low[done]);
                if (low[done] != number[done]) continue;
                for (std::uint32_t u = bench::none; u != done;) {
                    u = open.back();
                    open.pop_back();
                    of[u] = static_cast<std::uint32_t>(first.size() - 1);
                    members.push_back(u);
                }
                first.push_back(static_cast<std::uint32_t>(members.size()));
            }
        }
    }
    std::size_t size() const { return first.size() - 1; }
};

class Sweep {
public:
    explicit Sweep(const bench::Tables& t)
        : tables_(t), down_(t, [](int r) { return r == 1 || r == 0; }), up_(t, [](int r) { return r == 2 || r == 0; }), crossing_(t, [](int r) { return r == 2 || r == 3; }), covers_(t.size()), overlaps_(t.size()) {}

    void along_the_condensations() {
        for_components(down_, covers_, [&](std::uint32_t v, Bits& row) { own(v, row); });
        for_components(up_, overlaps_, [&](std::uint32_t v, Bits& row) {
            for (const auto* u = crossing_.begin(v); u != crossing_.end(v); ++u) add(row, covers_[*u]);
        });
    }

    void by_passes(unsigned rows) {
        for (std::uint32_t v = 0; v < tables_.size(); ++v) own(v, covers_[v]);
        for (unsigned i = 0; i < rows; ++i) {
            auto covers = covers_, overlaps = overlaps_;
            for (std::uint32_t v = 0; v < tables_.size(); ++v) {
                for (const auto* u = down_.begin(v); u != down_.end(v); ++u) add(covers[v], covers_[*u]);
                for (const auto* u = up_.begin(v); u != up_.end(v); ++u) add(overlaps[v], overlaps_[*u]);
                for (const auto* u = crossing_.begin(v); u != crossing_.end(v); ++u) add(overlaps[v], covers_[*u]);
            }
            covers_.swap(covers);
            overlaps_.swap(overlaps);
        }
    }

    /// Children stand behind their parents in these tables. Numbers of 2 and 1.
    std::pair<std::uint64_t, std::uint64_t> rolled_up() {
        std::vector<Bits> every(tables_.size());
        std::vector<bool> has_children(tables_.size());
        std::uint64_t covered = 0, overlapped = 0;
        for (auto v = static_cast<std::uint32_t>(tables_.size()); v-- > 0;) {
            Bits &two = covers_[v], &one = overlaps_[v];
            if (has_children[v]) add(two, every[v]);
            for (std::size_t i = 0; i < two.size(); ++i) one[i] &= ~two[i];
            if (const auto p = tables_.parent[v]; p != bench::none) {
                if (!has_children[p]) every[p].fill(~std::uint64_t{0});
                has_children[p] = true;
                for (std::size_t i = 0; i < two.size(); ++i) every[p][i] &= two[i];
                add(overlaps_[p], one);
                add(overlaps_[p], two);
            }
            Bits self{};
            own(v, self);
            for (std::size_t i = 0; i < two.size(); ++i) {
                covered += static_cast<std::uint64_t>(std::popcount(two[i] & ~self[i]));
                overlapped += static_cast<std::uint64_t>(std::popcount(one[i] & ~self[i]));
            }
        }
        return {covered, overlapped};
    }

private:
    void own(std::uint32_t v, Bits& row) const { row[tables_.instrument[v] / 64] |= std::uint64_t{1} << (tables_.instrument[v] % 64); }

    template <class More>
    void for_components(const Graph& g, std::vector<Bits>& rows, const More& more) {
        const Components all(g);
        for (std::size_t c = 0; c < all.size(); ++c) {
            Bits row{};
            for (auto i = all.first[c]; i < all.first[c + 1]; ++i) {
                const auto v = all.members[i];
                for (const auto* u = g.begin(v); u != g.end(v); ++u) add(row, rows[*u]);
                more(v, row);
            }
            for (auto i = all.first[c]; i < all.first[c + 1]; ++i) rows[all.members[i]] = row;
        }
    }

    const bench::Tables& tables_;
    Graph down_, up_, crossing_;
    std::vector<Bits> covers_, overlaps_;
};

}  // namespace

int main(int argc, char** argv) {
    const bench::Asked asked(argc, argv);
    const bench::Tables tables(asked.folder);
    if (tables.instruments.size() > 512) return std::fputs("more than 512 instruments\n", stderr), 2;
    const auto begun = std::chrono::steady_clock::now();
    Sweep sweep(tables);
    if (asked.rows) sweep.by_passes(*asked.rows);
    else sweep.along_the_condensations();
    const auto [covered, overlapped] = sweep.rolled_up();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    std::printf("%llu,%llu,-,%.3f\n", static_cast<unsigned long long>(covered), static_cast<unsigned long long>(overlapped), seconds);
}
