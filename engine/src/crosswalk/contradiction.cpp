#include "lacuna/contradiction.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include "crosswalk/consistency.hpp"

namespace lacuna {
namespace {

using Order = std::map<const Mapping*, std::size_t>;

/// The steps of some chains as a network, to be asked which of its statements it takes for a contradiction.
class Statements {
public:
    explicit Statements(const std::vector<Chain>& chains) {
        for (const auto& c : chains)
            for (const auto& s : c.steps) {
                steps_.push_back(s);
                for (const PointNo p : {s.from, s.to}) points_.try_emplace(p, points_.size());
                if (const Stated one{s.set, s.mapping}; s.mapping != nullptr && std::find(all_.begin(), all_.end(), one) == all_.end()) all_.push_back(one);
            }
    }
    const std::vector<Stated>& all() const { return all_; }

    bool contradict(const std::vector<Stated>& some, bool loosely) const {
        Network network(points_.size());
        for (const auto& s : steps_) {
            if (s.mapping != nullptr && std::find(some.begin(), some.end(), Stated{s.set, s.mapping}) == some.end()) continue;
            network.add(points_.at(s.from), points_.at(s.to), loosely && s.mapping != nullptr ? loose(s) : s.mask);
        }
        return !network.narrow();
    }

    /// Without what is not needed for the contradiction: the statements are tried in order, each left out that can be.
    std::vector<Stated> least() const {
        auto out = all_;
        for (const auto& one : all_) {
            auto without = out;
            std::erase(without, one);
            if (contradict(without, false)) out = std::move(without);
        }
        return out;
    }

private:
    static Mask loose(const Step& s) {
        const Mask m = meaning(s.mapping->relation, Reading::loose);
        return s.unsettled ? s.mask : s.reversed ? converse(m) : m;
    }
    std::vector<Step> steps_;
    std::map<PointNo, std::size_t> points_;
    std::vector<Stated> all_;
};

class Finder {
public:
    Finder(const Corpus& corpus, const Crosswalk& crosswalk, int max_rows) : crosswalk_(crosswalk), steps_(crosswalk.steps()), max_rows_(max_rows) {
        for (const auto& set : corpus.data().mapping_sets)
            for (const auto& m : set.mappings) order_.try_emplace(&m, order_.size());
    }

    std::vector<Contradiction> run() {
        said_twice();
        std::set<PointNo> ends;
        for (const auto& s : steps_)
            if (s.kind == StepKind::mapping) ends.insert(s.from);
        for (const PointNo p : ends)
            for (const auto& [to, link] : crosswalk_.reach(p, max_rows_))
                if (link.contradictory()) chains_apart(p, to, link);
        circles();
        std::sort(found_.begin(), found_.end(), [&](const Contradiction& a, const Contradiction& b) { return key(a) < key(b); });
        return std::move(found_);
    }

private:
    std::tuple<Disagreement, std::vector<std::size_t>> key(const Contradiction& c) const {
        std::vector<std::size_t> numbers;
        for (const auto& s : c.statements) numbers.push_back(order_.at(s.mapping));
        return {c.grade, numbers};
    }

    void found(Contradiction c) {
        std::sort(c.statements.begin(), c.statements.end(), [&](const Stated& a, const Stated& b) { return order_.at(a.mapping) < order_.at(b.mapping); });
        if (known_.insert(key(c)).second) found_.push_back(std::move(c));
    }

    /// Two mappings of the same pair, in either direction, that say different things which could both be so.
    void said_twice() {
        std::map<std::pair<PointNo, PointNo>, std::vector<Step>> of_pair;
        for (const auto& s : steps_)
            if (s.kind == StepKind::mapping && s.from < s.to) of_pair[{s.from, s.to}].push_back(s);
        for (const auto& [pair, all] : of_pair)
            for (std::size_t i = 0; i < all.size(); ++i)
                for (std::size_t j = i + 1; j < all.size(); ++j)
                    if (!(all[i].mask == all[j].mask) && !(all[i].mask & all[j].mask).empty())
                        found({Disagreement::said_twice, {{all[i].set, all[i].mapping}, {all[j].set, all[j].mapping}}, pair.first, pair.second, {chain(all[i]), chain(all[j])}, false});
    }
    static Chain chain(const Step& s) { return {{s}, s.mask, 1, s.mapping->strength.value_or(0), s.set->relates == Relates::whole, s.mapping->relation == StatedRelation::no_relationship}; }

    /// The first two chains that leave nothing possible, or all of them where it takes more.
    void chains_apart(PointNo from, PointNo to, const Link& link) {
        bool by_two = false;
        for (std::size_t i = 0; i < link.chains.size(); ++i)
            for (std::size_t j = i + 1; j < link.chains.size(); ++j)
                if ((link.chains[i].mask & link.chains[j].mask).empty()) {
                    by_two = true;
                    report(from, to, {link.chains[i], link.chains[j]}, false);
                }
        if (!by_two) report(from, to, link.chains, false);
    }

    void report(PointNo from, PointNo to, const std::vector<Chain>& chains, bool circle) {
        const Statements statements(chains);
        // what rests on wholes and all their parts is more than a network of pairs can say; it is shown as it is
        const bool by_pairs = statements.contradict(statements.all(), false);
        const auto least = by_pairs ? statements.least() : statements.all();
        const bool overlap = by_pairs ? statements.contradict(least, true) : std::any_of(chains.begin(), chains.end(), [](const Chain& c) { return c.mask == Mask{Base::dr}; });
        found({overlap ? Disagreement::overlap_against_disjoint : Disagreement::strictness, least, from, to, circle ? std::vector<Chain>{} : chains, circle});
    }

    /// A strict step between two points of which each is known to contain the other.
    void circles() {
        boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> graph(static_cast<std::size_t>(crosswalk_.size()));
        std::map<PointNo, std::vector<const Step*>> out;
        for (const auto& s : steps_)
            if (!s.mask.empty() && s.mask.within(certain_cover)) {
                boost::add_edge(static_cast<std::size_t>(s.from), static_cast<std::size_t>(s.to), graph);
                out[s.from].push_back(&s);
            }
        std::vector<int> component(boost::num_vertices(graph));
        boost::strong_components(graph, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
        for (const auto& [_, all] : out)
            for (const auto* s : all)
                if (s->mask == Mask{Base::ppi} && component[static_cast<std::size_t>(s->from)] == component[static_cast<std::size_t>(s->to)]) circle(*s, out);
    }

    /// The shortest way back closes it.
    void circle(const Step& strict, const std::map<PointNo, std::vector<const Step*>>& out) {
        std::map<PointNo, const Step*> came{{strict.to, nullptr}};
        std::deque<PointNo> open{strict.to};
        while (!open.empty() && !came.contains(strict.from)) {
            const PointNo p = open.front();
            open.pop_front();
            const auto it = out.find(p);
            if (it == out.end()) continue;
            for (const auto* s : it->second)
                if (came.try_emplace(s->to, s).second) open.push_back(s->to);
        }
        Chain all{{strict}, strict.mask, 0, 10, false, false};
        for (PointNo p = strict.from; p != strict.to; p = came.at(p)->from) all.steps.insert(all.steps.begin() + 1, *came.at(p));
        report(strict.from, strict.to, {all}, true);
    }

    const Crosswalk& crosswalk_;
    std::vector<Step> steps_;
    int max_rows_;
    Order order_;
    std::set<std::tuple<Disagreement, std::vector<std::size_t>>> known_;
    std::vector<Contradiction> found_;
};

}  // namespace

std::vector<Contradiction> contradictions(const Corpus& corpus, const Crosswalk& crosswalk, int max_rows) { return Finder(corpus, crosswalk, max_rows).run(); }

std::vector<Stated> disputed_statements(const Corpus& corpus, const Crosswalk& crosswalk, int max_rows) {
    std::vector<Stated> out;
    for (const auto& c : contradictions(corpus, crosswalk, max_rows))
        if (c.grade != Disagreement::said_twice) out.insert(out.end(), c.statements.begin(), c.statements.end());
    return out;
}

}  // namespace lacuna
