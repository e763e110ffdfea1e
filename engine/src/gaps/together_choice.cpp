#include "gaps/together_choice.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace lacuna {
namespace {

using Things = std::vector<std::size_t>;

/// The choice within one connected part: its things, and all that is done so far.
class Part {
public:
    Part(const std::vector<std::vector<Way>>& ways, const std::vector<std::size_t>& rank, Things things) : ways_(ways), rank_(rank), things_(std::move(things)), done_(ways.size(), false) {}

    Chosen run(std::size_t budget) {
        const Things greedy = by_greed();
        Chosen out{greedy, false, needed()};
        left_ = budget;
        for (; out.at_least < greedy.size(); ++out.at_least) {
            const bool found = search(out.at_least);
            if (left_ == 0) return out;  // what was refuted stays refuted
            if (found) {
                out.done = all_done();
                break;
            }
        }
        out.exact = out.at_least == out.done.size();
        return out;
    }

private:
    bool has(const Way& w) const {
        return std::all_of(w.begin(), w.end(), [&](std::size_t d) { return done_[d]; });
    }
    bool met(std::size_t t) const {
        return std::any_of(ways_[t].begin(), ways_[t].end(), [&](const Way& w) { return has(w); });
    }
    Things all_done() const {
        Things out;
        for (const auto t : things_)
            if (done_[t]) out.push_back(t);
        return out;
    }
    Things missing(const Way& w) const {
        Things out;
        std::copy_if(w.begin(), w.end(), std::back_inserter(out), [&](std::size_t d) { return !done_[d]; });
        return out;
    }
    void set(const Things& things, bool value) {
        for (const auto d : things) done_[d] = value;
    }

    /// A bound from below: things of which no two can be met by the same further deed each need one.
    std::size_t needed() const {
        std::vector<bool> used(ways_.size(), false);
        std::size_t out = 0;
        for (const auto t : things_) {
            if (met(t)) continue;
            Things deeds;
            for (const auto& w : ways_[t])
                for (const auto d : missing(w)) deeds.push_back(d);
            if (std::any_of(deeds.begin(), deeds.end(), [&](std::size_t d) { return used[d]; })) continue;
            for (const auto d : deeds) used[d] = true;
            ++out;
        }
        return out;
    }

    /// The unmet thing with the fewest ways.
    std::optional<std::size_t> hardest() const {
        std::optional<std::size_t> out;
        for (const auto t : things_)
            if (!met(t) && (!out || ways_[t].size() < ways_[*out].size())) out = t;
        return out;
    }

    std::size_t rank_of(const Things& w) const {
        return std::accumulate(w.begin(), w.end(), std::size_t{0}, [&](std::size_t sum, std::size_t d) { return sum + rank_[d]; });
    }

    /// Can the rest be met by at most `more` further deeds? Leaves them done if so.
    bool search(std::size_t more) {
        const auto t = hardest();
        if (!t) return true;
        if (needed() > more) return false;
        if (left_ == 0 || --left_ == 0) return false;
        std::vector<Things> branches;
        for (const auto& w : ways_[*t]) branches.push_back(missing(w));
        std::sort(branches.begin(), branches.end(), [&](const Things& a, const Things& b) { return std::tuple(a.size(), rank_of(a), a) < std::tuple(b.size(), rank_of(b), b); });
        for (const auto& b : branches) {
            if (b.size() > more) break;
            set(b, true);
            if (search(more - b.size())) return true;
            set(b, false);
        }
        return false;
    }

    std::size_t gain(const Things& deeds, const Things& unmet) {
        set(deeds, true);
        const auto out = std::count_if(unmet.begin(), unmet.end(), [&](std::size_t t) { return met(t); });
        set(deeds, false);
        return static_cast<std::size_t>(out);
    }

    /// Always what meets most per deed; then whatever turned out to be needless is dropped.
    Things by_greed() {
        for (;;) {
            Things unmet;
            std::copy_if(things_.begin(), things_.end(), std::back_inserter(unmet), [&](std::size_t t) { return !met(t); });
            if (unmet.empty()) break;
            Things best;
            std::size_t best_gain = 0;
            for (const auto t : unmet)
                for (const auto& w : ways_[t]) {
                    const auto deeds = missing(w);
                    const auto g = gain(deeds, unmet);
                    const auto more = g * best.size(), less = best_gain * deeds.size();
                    if (best.empty() || more > less || (more == less && std::tuple(rank_of(deeds), deeds) < std::tuple(rank_of(best), best))) best = deeds, best_gain = g;
                }
            set(best, true);
        }
        drop_needless();
        const auto out = all_done();
        set(out, false);
        return out;
    }

    void drop_needless() {
        auto done = all_done();
        std::stable_sort(done.begin(), done.end(), [&](std::size_t a, std::size_t b) { return rank_[a] > rank_[b]; });
        for (const auto d : done) {
            done_[d] = false;
            if (!std::all_of(things_.begin(), things_.end(), [&](std::size_t t) { return met(t); })) done_[d] = true;
        }
    }

    const std::vector<std::vector<Way>>& ways_;
    const std::vector<std::size_t>& rank_;
    Things things_;
    std::vector<bool> done_;
    std::size_t left_ = 0;
};

/// Things that no way ties to one another can be chosen for apart.
std::vector<Things> parts(const std::vector<std::vector<Way>>& ways) {
    Things root(ways.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t x) {
        while (root[x] != x) x = root[x] = root[root[x]];
        return x;
    };
    for (std::size_t t = 0; t < ways.size(); ++t)
        for (const auto& w : ways[t])
            for (const auto d : w) {
                const auto a = find(t), b = find(d);
                root[std::max(a, b)] = std::min(a, b);
            }
    std::vector<Things> out(ways.size());
    for (std::size_t t = 0; t < ways.size(); ++t) out[find(t)].push_back(t);
    std::erase_if(out, [](const Things& p) { return p.empty(); });
    return out;
}

}  // namespace

Chosen choose(const std::vector<std::vector<Way>>& ways, const std::vector<std::size_t>& rank, std::size_t budget) {
    Chosen out;
    for (auto& things : parts(ways)) {
        const auto one = Part(ways, rank, std::move(things)).run(budget);
        out.done.insert(out.done.end(), one.done.begin(), one.done.end());
        out.exact = out.exact && one.exact;
        out.at_least += one.at_least;
    }
    std::sort(out.done.begin(), out.done.end());
    return out;
}

}  // namespace lacuna
