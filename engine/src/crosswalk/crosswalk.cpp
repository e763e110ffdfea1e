#include "lacuna/crosswalk.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

#include <boost/graph/adjacency_list.hpp>

#include "lacuna/fingerprint.hpp"

namespace lacuna {

struct Crosswalk::Graph {
    explicit Graph(std::size_t points) : steps(points) {}

    using Adjacency = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Step>;
    Adjacency steps;
    std::vector<std::vector<NodeNo>> sets;  ///< members, sorted; set i is point nodes + i

    /// Finds the pairs about which mappings directly contradict one another: nothing may be built on those.
    void mark_contradicted() {
        std::map<std::pair<PointNo, PointNo>, Mask> said;
        const auto [first, last] = boost::edges(steps);
        for (auto e = first; e != last; ++e)
            if (steps[*e].kind == StepKind::mapping) {
                auto& mask = said.try_emplace({steps[*e].from, steps[*e].to}, Mask::any()).first->second;
                mask = mask & steps[*e].mask;
            }
        for (auto e = first; e != last; ++e)
            if (steps[*e].kind == StepKind::mapping) steps[*e].contradicted = said.at({steps[*e].from, steps[*e].to}).empty();
    }

    void add(Step step, bool both_ways) {
        boost::add_edge(static_cast<std::size_t>(step.from), static_cast<std::size_t>(step.to), step, steps);
        if (!both_ways) return;
        std::swap(step.from, step.to);
        step.mask = converse(step.mask);
        step.reversed = !step.reversed;
        if (step.kind == StepKind::contains) step.kind = StepKind::part_of;
        if (step.kind == StepKind::set_of) step.kind = StepKind::member_of;
        boost::add_edge(static_cast<std::size_t>(step.from), static_cast<std::size_t>(step.to), step, steps);
    }
};

Crosswalk::Crosswalk(const Corpus& corpus) : corpus_(corpus), graph_(std::make_unique<Graph>(corpus.nodes().size())) {
    const auto nodes = static_cast<PointNo>(corpus.nodes().size());
    const Mask holds_all{Base::eq, Base::ppi};

    for (NodeNo n = 0; n < nodes; ++n)
        for (const NodeNo child : corpus.node(n).children)
            if (corpus.contains(n, child)) graph_->add({StepKind::contains, n, child, holds_all}, true);

    const auto side = [&](const std::vector<MappingEnd>& ends) -> std::optional<PointNo> {
        std::vector<NodeNo> members;
        for (const auto& e : ends) {
            const auto n = corpus.pinned(e.ref);
            if (!n) return std::nullopt;
            members.push_back(*n);
        }
        std::sort(members.begin(), members.end());
        members.erase(std::unique(members.begin(), members.end()), members.end());
        if (members.size() == 1) return members.front();
        const auto known = std::find(graph_->sets.begin(), graph_->sets.end(), members);
        if (known != graph_->sets.end()) return nodes + static_cast<PointNo>(known - graph_->sets.begin());
        const auto point = static_cast<PointNo>(boost::add_vertex(graph_->steps));
        for (const NodeNo m : members) graph_->add({StepKind::set_of, point, m, holds_all}, true);
        graph_->sets.push_back(std::move(members));
        return point;
    };
    const auto outdated = [&](const std::vector<MappingEnd>& ends) { return std::any_of(ends.begin(), ends.end(), [&](const MappingEnd& e) { return pin_of(corpus, e) == Pin::outdated; }); };
    for (const auto& set : corpus.data().mapping_sets)
        for (const auto& m : set.mappings) {
            const auto from = side(m.sources), to = side(m.targets);
            if (!from || !to) continue;
            Step step{StepKind::mapping, *from, *to, meaning(m.relation, set.reading), &set, &m};
            // what is disputed, or was judged of another wording, is shown and makes nothing certain
            step.unsettled = authorship_of(set, m).status == MappingStatus::disputed || outdated(m.sources) || outdated(m.targets);
            if (step.unsettled) step.mask = step.mask | Mask{Base::po, Base::dr};
            graph_->add(step, true);
        }
    graph_->mark_contradicted();
}

Crosswalk::~Crosswalk() = default;

PointNo Crosswalk::size() const { return static_cast<PointNo>(boost::num_vertices(graph_->steps)); }

std::vector<NodeNo> Crosswalk::members(PointNo point) const {
    const auto nodes = static_cast<PointNo>(corpus_.nodes().size());
    return point < nodes ? std::vector<NodeNo>{point} : graph_->sets[static_cast<std::size_t>(point - nodes)];
}

std::vector<PointNo> Crosswalk::sets_within(const std::vector<NodeNo>& scope) const {
    std::vector<PointNo> out;
    const auto nodes = static_cast<PointNo>(corpus_.nodes().size());
    for (std::size_t i = 0; i < graph_->sets.size(); ++i)
        if (std::includes(scope.begin(), scope.end(), graph_->sets[i].begin(), graph_->sets[i].end())) out.push_back(nodes + static_cast<PointNo>(i));
    return out;
}

namespace {

/// A partial chain in the search: where it stands, what it says so far, how many mappings it used, whether one of them declares
/// that two duties share nothing.
/// And whether the chain must end here.
using State = std::tuple<PointNo, unsigned, int, bool, bool>;

struct Partial {
    int weakest;
    std::size_t steps;
    State state;
    std::size_t trail;  ///< index into the list of all extensions
    /// Strongest first, then shortest, then by number: the same order on every machine.
    bool operator<(const Partial& o) const { return std::tie(o.weakest, steps, state, trail) > std::tie(weakest, o.steps, o.state, o.trail); }
};

struct Extension {
    std::size_t before;
    Step step;
};

Chain chain_of(const std::vector<Extension>& trail, const Partial& last) {
    const auto [point, bits, rows, declares_none, ends] = last.state;
    static_cast<void>(ends);
    Chain out{{}, Mask::from_bits(bits), rows, last.weakest, false, declares_none};
    for (std::size_t i = last.trail; i != 0; i = trail[i].before) out.steps.push_back(trail[i].step);
    std::reverse(out.steps.begin(), out.steps.end());
    const auto compares_duties = [](const Step& s) { return s.set != nullptr && s.set->relates == Relates::duty; };
    out.whole_norm = out.rows > 0 && std::none_of(out.steps.begin(), out.steps.end(), compares_duties);
    return out;
}

}  // namespace

std::map<PointNo, Link> Crosswalk::reach(PointNo source, int max_rows) const {
    std::map<PointNo, Link> out;
    std::map<State, bool> settled;
    std::vector<Extension> trail{{0, {}}};
    std::priority_queue<Partial> open;
    open.push({10, 0, {source, Mask{Base::eq}.bits(), 0, false, false}, 0});
    while (!open.empty()) {
        const Partial best = open.top();
        open.pop();
        if (std::exchange(settled[best.state], true)) continue;
        const auto [point, bits, rows, declares_none, ends] = best.state;
        const Mask mask = Mask::from_bits(bits);
        if (point != source) {
            auto [it, fresh] = out.try_emplace(point, Link{Mask::any(), {}});
            const bool new_answer = std::none_of(it->second.chains.begin(), it->second.chains.end(), [&, m = mask, none = declares_none](const Chain& c) { return c.mask == m && c.declares_none == none; });
            it->second.mask = it->second.mask & mask;
            if (new_answer) it->second.chains.push_back(chain_of(trail, best));
        }
        const auto [first, last] = boost::out_edges(static_cast<std::size_t>(point), graph_->steps);
        for (auto e = first; e != last; ++e) {
            const Step& step = graph_->steps[*e];
            const bool is_mapping = step.kind == StepKind::mapping;
            const Mask further = compose(mask, step.mask);
            const int used = rows + (is_mapping ? 1 : 0);
            if (further.says_nothing() || used > max_rows || step.to == source) continue;
            // A part speaks for itself: it may bind in fewer cases, later or less firmly than the words around it, so the whole must not
            // answer with what only its part says.
            if (rows == 0 && step.kind == StepKind::contains) continue;
            // a contradicted pair is shown for itself; no chain goes through it
            if (ends || (step.contradicted && point != source)) continue;
            const State next{step.to, further.bits(), used, declares_none || (is_mapping && step.mapping->relation == StatedRelation::no_relationship), step.contradicted};
            if (settled.contains(next)) continue;
            trail.push_back({best.trail, step});
            open.push({is_mapping ? std::min(best.weakest, step.mapping->strength.value_or(0)) : best.weakest, best.steps + 1, next, trail.size() - 1});
        }
    }

    // Where parts are stated to be all there is, covering every one of them covers the whole; innermost first.
    const Mask cover{Base::eq, Base::ppi};
    for (auto n = static_cast<NodeNo>(corpus_.nodes().size()) - 1; n >= 0; --n) {
        if (!corpus_.provision(n).completeness || n == source) continue;
        std::vector<NodeNo> parts;
        bool all_are_parts = true;
        for (const NodeNo child : corpus_.node(n).children) {
            // what stands under a heading inside is part of it too, and is not looked into here
            all_are_parts = all_are_parts && corpus_.provision(child).kind == NodeKind::provision;
            if (!is_duty(corpus_.provision(child))) continue;
            parts.push_back(child);
            all_are_parts = all_are_parts && corpus_.contains(n, child);
        }
        const auto covered = [&](NodeNo part) {
            const auto it = out.find(part);
            return it != out.end() && !it->second.mask.empty() && it->second.mask.within(cover);
        };
        if (parts.empty() || !all_are_parts || !std::all_of(parts.begin(), parts.end(), covered)) continue;
        auto& link = out.try_emplace(n, Link{Mask::any(), {}}).first->second;
        link.mask = link.mask & cover;
        Chain whole = out.at(parts.front()).chains.front();
        whole.mask = cover;
        whole.steps.push_back({StepKind::part_of, parts.front(), n, cover});
        link.chains.push_back(std::move(whole));
    }
    // a chain that says alone what all say together is the one to show
    for (auto& [point, link] : out) {
        const auto rank = [whole = link.mask](const Chain& c) { return std::tuple(!(c.mask == whole), verdict(c.mask), -c.weakest, c.steps.size()); };
        std::stable_sort(link.chains.begin(), link.chains.end(), [&](const Chain& x, const Chain& y) { return rank(x) < rank(y); });
    }
    return out;
}

}  // namespace lacuna
