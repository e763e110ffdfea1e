// Makes a crosswalk from known truth, the same on every machine: what is asked lies on a line, a provision asks for an interval of it, a
// parent for exactly what its children ask together, and a row says how two intervals compare. Some rows are wrong on purpose.
//
//   generate INSTRUMENTS PROVISIONS SEED WRONG FOLDER
//
// PROVISIONS: about so many in each. WRONG: of a hundred rows. Writes P.csv and M.csv as `lacuna crosswalk` reads them, and T.csv (id, from, to).

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    /// A number below `bound` (splitmix64).
    std::size_t below(std::size_t bound) {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((z ^ (z >> 31U)) % bound);
    }

private:
    std::uint64_t state_;
};

constexpr std::size_t none = static_cast<std::size_t>(-1);

struct Provision {
    std::size_t instrument, parent, depth, from, to;  ///< parent: a number or `none`
};

enum Relation { equal, superset, subset, intersects };
constexpr std::array<const char*, 4> words{"equal-to", "superset-of", "subset-of", "intersects-with"};
constexpr std::array<Relation, 4> converses{equal, subset, superset, intersects};

Relation truth(const Provision& a, const Provision& b) {
    if (a.from == b.from && a.to == b.to) return equal;
    if (a.from <= b.from && b.to <= a.to) return superset;
    return b.from <= a.from && a.to <= b.to ? subset : intersects;
}

std::size_t shared(const Provision& a, const Provision& b) {
    const auto from = std::max(a.from, b.from), to = std::min(a.to, b.to);
    return from < to ? to - from : 0;
}

struct Row {
    std::size_t source, target;
    Relation relation;
};

/// Instruments with chapters, sections and paragraphs.
class World {
public:
    World(std::size_t instruments, std::size_t size, std::uint64_t seed) : random_(seed), line_(16 * size) {
        for (std::size_t i = 0; i < instruments; ++i) {
            first_.push_back(provisions.size());
            // from terse codes to long catalogues
            constexpr std::array<std::size_t, 5> percent{10, 50, 100, 120, 220};
            write(i, std::max<std::size_t>(12, size * percent[i % percent.size()] / 100));
        }
        first_.push_back(provisions.size());
    }

    /// One in `hubs` instruments is compared with many others; every other one with a few. Each crosswalk is published in both directions.
    void compare(std::size_t wrong) {
        const std::size_t all = first_.size() - 1, hubs = std::max<std::size_t>(2, all / 12);
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        const auto add = [&](std::size_t a, std::size_t b) {
            if (a != b) pairs.insert({std::min(a, b), std::max(a, b)});
        };
        for (std::size_t i = 0; i < all; ++i) {
            for (std::size_t n = 1 + random_.below(2); n > 0; --n) add(i, random_.below(hubs));
            if (random_.below(2) == 0) add(i, random_.below(all));
        }
        for (const auto& [a, b] : pairs) crosswalk(a, b, wrong);
    }

    std::vector<Provision> provisions;
    std::vector<Row> rows;

private:
    /// About two thirds of the line, cut into chapters of the same length, in the same places everywhere; below that, mostly at round places.
    void write(std::size_t instrument, std::size_t size) {
        std::size_t branch = 2;
        while ((branch + 1) * (branch + 1) * (branch + 1) <= size) ++branch;
        const std::size_t cells = branch * 3 / 2;
        std::vector<std::size_t> chosen;
        for (std::size_t c = 0; c < cells; ++c)
            if (random_.below(cells - c) < branch - chosen.size()) chosen.push_back(c);
        for (const auto c : chosen) grow({instrument, none, 0, line_ * c / cells, line_ * (c + 1) / cells}, branch);
    }
    void grow(const Provision& p, std::size_t branch) {
        const auto number = provisions.size();
        provisions.push_back(p);
        if (p.depth == 2) return;
        const auto cuts = cut(p.from, p.to, branch);
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) grow({p.instrument, number, p.depth + 1, cuts[i], cuts[i + 1]}, branch);
    }
    std::vector<std::size_t> cut(std::size_t from, std::size_t to, std::size_t parts) {
        std::vector<std::size_t> out{from};
        for (std::size_t i = 1; i < parts; ++i) {
            auto at = from + (to - from) * i / parts;
            if (random_.below(4) != 0) at = (at + 4) / 8 * 8;
            if (at > out.back() && at < to) out.push_back(at);
        }
        out.push_back(to);
        return out;
    }

    /// Each section and paragraph of one, with those of the other that share most with it.
    void crosswalk(std::size_t a, std::size_t b, std::size_t wrong) {
        std::vector<std::size_t> others;
        std::size_t widest = 0;
        for (auto t = first_[b]; t < first_[b + 1]; ++t) {
            if (provisions[t].depth == 0) continue;
            others.push_back(t);
            widest = std::max(widest, provisions[t].to - provisions[t].from);
        }
        std::stable_sort(others.begin(), others.end(), [&](std::size_t x, std::size_t y) { return provisions[x].from < provisions[y].from; });
        for (auto s = first_[a]; s < first_[a + 1]; ++s)
            if (provisions[s].depth > 0) compare(s, others, widest, wrong);
    }
    void compare(std::size_t s, const std::vector<std::size_t>& others, std::size_t widest, std::size_t wrong) {
        const auto& p = provisions[s];
        const auto early = p.from > widest ? p.from - widest : 0;
        auto t = std::lower_bound(others.begin(), others.end(), early, [&](std::size_t x, std::size_t from) { return provisions[x].from < from; });
        std::vector<std::pair<std::size_t, std::size_t>> near;  // how unlike, and which
        for (; t != others.end() && provisions[*t].from < p.to; ++t) {
            const auto& q = provisions[*t];
            if (const auto both = shared(p, q); both > 0) near.push_back({1000 - 1000 * both / (p.to - p.from + q.to - q.from - both), *t});
        }
        std::sort(near.begin(), near.end());
        near.resize(std::min(near.size(), 1 + random_.below(3)));
        for (const auto& [_, target] : near) say(s, target, wrong);
    }
    void say(std::size_t s, std::size_t t, std::size_t wrong) {
        auto relation = truth(provisions[s], provisions[t]);
        // drawn in any case, so that the same crosswalk comes out whatever share is wrong
        const auto luck = random_.below(100), other = 1 + random_.below(3);
        if (luck < wrong) relation = static_cast<Relation>((static_cast<std::size_t>(relation) + other) % 4);
        rows.push_back({s, t, relation});
        rows.push_back({t, s, converses[relation]});
    }

    Random random_;
    std::size_t line_;
    std::vector<std::size_t> first_;  ///< provision of each instrument, and the end
};

/// In no order, as such files are.
void shuffle(std::vector<Row>& rows, std::uint64_t seed) {
    Random random(seed);
    for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random.below(i)]);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 6) return std::fputs("usage: generate INSTRUMENTS PROVISIONS SEED WRONG FOLDER\n", stderr), 2;
    const auto seed = std::stoull(argv[3]);
    World world(std::stoul(argv[1]), std::stoul(argv[2]), seed);
    world.compare(std::stoul(argv[4]));
    shuffle(world.rows, seed);
    const std::string folder = argv[5];
    std::ofstream p(folder + "/P.csv"), m(folder + "/M.csv"), t(folder + "/T.csv");
    p << "id,instrument,parent\n";
    m << "source,target,relation,strength\n";
    t << "id,from,to\n";
    for (std::size_t i = 0; i < world.provisions.size(); ++i) {
        const auto& v = world.provisions[i];
        p << fmt::format("{},i{:04},{}\n", i, v.instrument, v.parent == none ? "" : std::to_string(v.parent));
        t << fmt::format("{},{},{}\n", i, v.from, v.to);
    }
    for (const auto& r : world.rows) m << fmt::format("{},{},{},\n", r.source, r.target, words[r.relation]);
    fmt::print("{} instruments, {} provisions, {} rows\n", argv[1], world.provisions.size(), world.rows.size());
    return p.flush() && m.flush() && t.flush() ? 0 : 4;
}
