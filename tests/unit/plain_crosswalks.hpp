#pragma once
// Plain crosswalks for tests: written in words or made at random, and who covers what in them, answered as slowly as the definition reads.

#include <algorithm>
#include <deque>
#include <map>
#include <sstream>

#include "lacuna/all_pairs.hpp"
#include "small.hpp"

namespace lacuna::small {

using Statuses = std::vector<std::vector<CellStatus>>;  ///< by source instrument, then by provision

/// A crosswalk written in words: "A: a a.1 a.2" is an instrument with its provisions, where a.1 is a part of a; "a equal-to b" is a row.
struct PlainWritten {
    PlainCrosswalk crosswalk;
    std::vector<std::string> ids;

    explicit PlainWritten(const std::vector<std::string>& lines) {
        for (const auto& line : lines) line.find(':') != std::string::npos ? instrument(line) : row(line);
    }

    /// Every cell that is not empty: "A b=2 b.1=1; B a=1". An instrument with none is left out.
    std::string answer(const AllPairsQuestion& q = {}) const {
        std::string out;
        all_cells(crosswalk, q, [&](std::uint32_t source, std::span<const CellStatus> status) {
            std::string cells;
            for (std::size_t v = 0; v < status.size(); ++v)
                if (status[v] != CellStatus::nothing) cells += " " + ids[v] + (status[v] == CellStatus::covered ? "=2" : "=1");
            if (!cells.empty()) out += (out.empty() ? "" : "; ") + crosswalk.instruments[source] + cells;
        });
        return out;
    }

private:
    std::uint32_t number(const std::string& id) const {
        const auto found = std::find(ids.begin(), ids.end(), id);
        REQUIRE(found != ids.end());
        return static_cast<std::uint32_t>(found - ids.begin());
    }
    void instrument(const std::string& line) {
        std::istringstream words(line.substr(line.find(':') + 1));
        for (std::string id; words >> id;) {
            const auto dot = id.rfind('.');
            crosswalk.parent.push_back(dot == std::string::npos ? PlainCrosswalk::no_parent : number(id.substr(0, dot)));
            crosswalk.instrument.push_back(static_cast<std::uint32_t>(crosswalk.instruments.size()));
            ids.push_back(id);
        }
        crosswalk.instruments.push_back(line.substr(0, line.find(':')));
    }
    void row(const std::string& line) {
        std::istringstream words(line);
        std::string source, relation, target;
        words >> source >> relation >> target;
        auto& rows = relation == "equal-to" ? crosswalk.equal : relation == "superset-of" ? crosswalk.superset : relation == "subset-of" ? crosswalk.subset : crosswalk.intersects;
        rows.push_back({number(source), number(target)});
    }
};

/// The definition of the question, searched from every provision of every instrument by itself, with nothing clever about it.
class BySearch {
public:
    BySearch(const PlainCrosswalk& c, const AllPairsQuestion& q) : c_(c), q_(q), steps_(c.instrument.size()), children_(c.instrument.size()) {
        rows(c.equal, Step::equal, Step::equal);
        rows(c.superset, Step::down, Step::up);
        rows(c.subset, Step::up, Step::down);
        rows(c.intersects, Step::across, Step::across);
        for (std::uint32_t v = 0; v < c.parent.size(); ++v) {
            if (c.parent[v] == PlainCrosswalk::no_parent) continue;
            children_[c.parent[v]].push_back(v);
            if (q.containment) steps_[c.parent[v]].push_back({v, Step::down, 0});
            if (q.containment && q.converse) steps_[v].push_back({c.parent[v], Step::up, 0});
        }
    }

    Statuses answer() const {
        Statuses out;
        for (std::uint32_t source = 0; source < c_.instruments.size(); ++source) out.push_back(of(source));
        return out;
    }

private:
    struct Step {
        enum Kind { equal, down, up, across };
        std::uint32_t to;
        Kind kind;
        unsigned rows;
    };
    /// Where a chain has come to, and whether it still covers or only overlaps.
    using State = std::pair<std::uint32_t, bool>;

    void rows(const std::vector<PlainRow>& all, typename Step::Kind kind, typename Step::Kind back) {
        for (const auto& r : all) {
            steps_[r.source].push_back({r.target, kind, 1});
            if (q_.converse) steps_[r.target].push_back({r.source, back, 1});
        }
    }

    /// Fewest rows to every state from one provision; steps that are no rows go first.
    std::map<State, unsigned> search(std::uint32_t from) const {
        std::map<State, unsigned> fewest;
        std::deque<std::pair<State, unsigned>> open{{{from, true}, 0}};
        while (!open.empty()) {
            const auto [state, used] = open.front();
            open.pop_front();
            if (!fewest.emplace(state, used).second) continue;
            for (const auto& step : steps_[state.first]) {
                const bool covers = state.second && (step.kind == Step::equal || step.kind == Step::down);
                const bool overlaps = state.second ? !covers : step.kind == Step::equal || step.kind == Step::up;
                if ((!covers && !overlaps) || (q_.rows && used + step.rows > *q_.rows)) continue;
                const std::pair<State, unsigned> next{{step.to, covers}, used + step.rows};
                step.rows == 0 ? open.push_front(next) : open.push_back(next);
            }
        }
        return fewest;
    }

    std::vector<CellStatus> of(std::uint32_t source) const {
        std::vector<CellStatus> by_chains(c_.instrument.size(), CellStatus::nothing);
        for (std::uint32_t v = 0; v < c_.instrument.size(); ++v) {
            if (c_.instrument[v] != source) continue;
            for (const auto& [state, used] : search(v)) {
                auto& at = by_chains[state.first];
                at = std::max(at, state.second ? CellStatus::covered : CellStatus::overlapped);
            }
        }
        std::vector<CellStatus> out(by_chains.size());
        for (std::uint32_t v = 0; v < out.size(); ++v) out[v] = c_.instrument[v] == source ? CellStatus::nothing : rolled_up(v, by_chains);
        return out;
    }
    CellStatus rolled_up(std::uint32_t v, const std::vector<CellStatus>& by_chains) const {
        bool every = !children_[v].empty(), some = by_chains[v] != CellStatus::nothing;
        for (const auto child : children_[v]) {
            const auto status = rolled_up(child, by_chains);
            every = every && status == CellStatus::covered;
            some = some || status != CellStatus::nothing;
        }
        return every || by_chains[v] == CellStatus::covered ? CellStatus::covered : some ? CellStatus::overlapped : CellStatus::nothing;
    }

    const PlainCrosswalk& c_;
    const AllPairsQuestion& q_;
    std::vector<std::vector<Step>> steps_;
    std::vector<std::vector<std::uint32_t>> children_;
};

/// What a random crosswalk shall be like.
struct PlainShape {
    std::size_t instruments = 4, provisions = 4, rows = 12;  ///< at most, a piece; rows in all
    bool both_ways = false;                                  ///< every row also the other way round, as published files have them
};

inline void add_row(PlainCrosswalk& c, std::size_t kind, PlainRow r, bool both_ways) {
    const std::array all{&c.equal, &c.superset, &c.subset, &c.intersects};
    constexpr std::array<std::size_t, 4> converse{0, 2, 1, 3};
    all[kind]->push_back(r);
    if (both_ways) all[converse[kind]]->push_back({r.target, r.source});
}

/// Trees of any depth whose parents stand before or behind their children, provisions alone, rows of all kinds: in circles, of a provision
/// with itself, inside an instrument, and the same one twice.
inline PlainCrosswalk random_crosswalk(Random& r, const PlainShape& shape) {
    PlainCrosswalk c;
    const auto instruments = 1 + r.below(shape.instruments);
    for (std::size_t i = 0; i < instruments; ++i) {
        c.instruments.push_back("I" + std::to_string(1000 + i));
        const auto first = c.instrument.size(), size = 1 + r.below(shape.provisions);
        const bool backwards = r.chance(2);
        for (std::size_t p = 0; p < size; ++p) {
            const auto nearer = backwards ? size - 1 - p : p;  // how many provisions stand between it and the top
            const bool top = nearer == 0 || r.chance(3);
            const auto up = top ? 0 : r.below(nearer);
            c.instrument.push_back(static_cast<std::uint32_t>(i));
            c.parent.push_back(top ? PlainCrosswalk::no_parent : static_cast<std::uint32_t>(backwards ? first + size - 1 - up : first + up));
        }
    }
    const auto kinds = 1 + r.below(4), size = c.instrument.size();
    for (std::size_t i = r.below(shape.rows + 1); i > 0; --i)
        add_row(c, r.below(kinds), {static_cast<std::uint32_t>(r.below(size)), static_cast<std::uint32_t>(r.below(size))}, shape.both_ways);
    return c;
}

}  // namespace lacuna::small
