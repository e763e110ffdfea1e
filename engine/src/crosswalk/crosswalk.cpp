#include "lacuna/crosswalk.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <tuple>

#include <boost/graph/adjacency_list.hpp>

#include "lacuna/fingerprint.hpp"

namespace lacuna {

struct Crosswalk::Graph {
    explicit Graph(std::size_t points) : steps(points) {}

    using Adjacency = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Step>;
    Adjacency steps;
    std::vector<std::vector<NodeNo>> sets;  ///< members, sorted; set i is point nodes + i

    /// Something that is nothing but its parts.
    struct Whole {
        PointNo point;
        std::vector<PointNo> parts;
    };
    std::vector<Whole> wholes;

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

    for (NodeNo n = 0; n < nodes; ++n)
        for (const NodeNo child : corpus.node(n).children)
            if (corpus.contains(n, child)) graph_->add({StepKind::contains, n, child, certain_cover}, true);

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
        for (const NodeNo m : members) graph_->add({StepKind::set_of, point, m, certain_cover}, true);
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
    find_wholes();
}

/// Provisions whose parts are stated to be all there is, innermost first, then sets.
void Crosswalk::find_wholes() {
    const auto nodes = static_cast<NodeNo>(corpus_.nodes().size());
    for (NodeNo n = nodes - 1; n >= 0; --n) {
        if (!corpus_.provision(n).completeness) continue;
        Graph::Whole whole{n, {}};
        bool all_are_parts = true;
        for (const NodeNo child : corpus_.node(n).children) {
            // what stands under a heading inside is part of it too, and is not looked into here
            all_are_parts = all_are_parts && corpus_.provision(child).kind == NodeKind::provision;
            if (!is_duty(corpus_.provision(child))) continue;
            whole.parts.push_back(child);
            all_are_parts = all_are_parts && corpus_.contains(n, child);
        }
        if (!whole.parts.empty() && all_are_parts) graph_->wholes.push_back(std::move(whole));
    }
    for (std::size_t i = 0; i < graph_->sets.size(); ++i) graph_->wholes.push_back({nodes + static_cast<PointNo>(i), {graph_->sets[i].begin(), graph_->sets[i].end()}});
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

std::vector<Step> Crosswalk::steps() const {
    std::vector<Step> out;
    const auto [first, last] = boost::edges(graph_->steps);
    for (auto e = first; e != last; ++e) out.push_back(graph_->steps[*e]);
    return out;
}

namespace {

/// A partial chain in the search: where it stands, and what it says so far.
struct State {
    PointNo point = 0;
    unsigned bits = 0;
    int rows = 0;                ///< mappings used
    bool declares_none = false;  ///< one of them declares that two duties share nothing
    bool ends = false;           ///< the chain must end here
    auto operator<=>(const State&) const = default;
    Mask mask() const { return Mask::from_bits(bits); }
};

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
    const State& state = last.state;
    Chain out{{}, state.mask(), state.rows, last.weakest, false, state.declares_none};
    for (std::size_t i = last.trail; i != 0; i = trail[i].before) out.steps.push_back(trail[i].step);
    std::reverse(out.steps.begin(), out.steps.end());
    const auto compares_duties = [](const Step& s) { return s.set != nullptr && s.set->relates == Relates::duty; };
    // of a whole only the chain to its first part is at hand
    const bool all_at_hand = std::none_of(out.steps.begin(), out.steps.end(), [](const Step& s) { return s.kind == StepKind::all_parts; });
    out.whole_norm = out.rows > 0 && all_at_hand && std::none_of(out.steps.begin(), out.steps.end(), compares_duties);
    return out;
}

}  // namespace

/// Looks for everything that can be said from one source: chains by strength and length, then wholes by their parts, until nothing is new.
class Crosswalk::Search {
public:
    Search(const Graph& graph, PointNo source, const ChainRules& rules, const std::set<PointNo>& doubtful) : graph_(graph), source_(source), rules_(rules), doubtful_(doubtful) {}

    void run() {
        open_.push({10, 0, {source_, Mask{Base::eq}.bits(), 0, false, false}, 0});
        do chains();
        while (wholes());
    }
    std::map<PointNo, Link>& links() { return out_; }

    /// Wholes that were taken to be covered although a part turned out to be in dispute.
    std::set<PointNo> in_dispute() const {
        std::set<PointNo> out;
        for (const auto& w : graph_.wholes)
            if (lifted_.contains(w.point) && !std::all_of(w.parts.begin(), w.parts.end(), [&](PointNo p) { return covered(p); })) out.insert(w.point);
        return out;
    }

private:
    void chains() {
        while (!open_.empty()) {
            const Partial best = open_.top();
            open_.pop();
            if (!settled_.insert(best.state).second) continue;
            if (best.state.point != source_) arrive(best);
            const auto [first, last] = boost::out_edges(static_cast<std::size_t>(best.state.point), graph_.steps);
            for (auto e = first; e != last; ++e) go(best, graph_.steps[*e]);
        }
    }

    void arrive(const Partial& p) {
        const State& at = p.state;
        auto& link = out_.try_emplace(at.point, Link{Mask::any(), {}}).first->second;
        const bool new_answer = std::none_of(link.chains.begin(), link.chains.end(), [&](const Chain& c) { return c.mask == at.mask() && c.declares_none == at.declares_none; });
        link.mask = link.mask & at.mask();
        if (new_answer) {
            link.chains.push_back(chain_of(trail_, p));
            trails_[at.point].push_back(p.trail);
        }
    }

    void go(const Partial& from, const Step& step) {
        const State& at = from.state;
        const bool is_mapping = step.kind == StepKind::mapping;
        if (is_mapping && step.mapping == rules_.without) return;
        const State next{step.to, joined(at, step).bits(), at.rows + (is_mapping ? 1 : 0), at.declares_none || (is_mapping && denies(step)), step.contradicted};
        if (next.mask().says_nothing() || next.rows > rules_.max_rows || step.to == source_) return;
        // A part speaks for itself: it may bind in fewer cases, later or less firmly than the words around it, so the whole must not
        // answer with what only its part says.
        if (at.rows == 0 && step.kind == StepKind::contains) return;
        // a contradicted pair is shown for itself; no chain goes through it
        if (at.ends || (step.contradicted && at.point != source_)) return;
        if (settled_.contains(next)) return;
        trail_.push_back({from.trail, step});
        open_.push({is_mapping ? std::min(from.weakest, step.mapping->strength.value_or(0)) : from.weakest, from.steps + 1, next, trail_.size() - 1});
    }

    static bool denies(const Step& step) { return step.mapping->relation == StatedRelation::no_relationship; }

    /// Where any chain counts, a mapping carries an overlap on, unless it or one before it denies one. Steps inside a document say what they
    /// say: otherwise everything in it would touch everything else.
    Mask joined(const State& at, const Step& step) const {
        const Mask further = compose(at.mask(), step.mask);
        const bool any_chain = rules_.inference == Inference::any_chain && step.kind == StepKind::mapping && !at.declares_none && !denies(step);
        return any_chain && further.has(Base::dr) ? certain_overlap : further;
    }

    bool covered(PointNo part) const {
        if (part == source_) return true;
        const auto it = out_.find(part);
        return it != out_.end() && !it->second.mask.empty() && it->second.mask.within(certain_cover);
    }

    /// Puts the wholes that are covered by now among the points to go on from. Is there a new one?
    bool wholes() {
        bool any = false;
        for (const auto& w : graph_.wholes) {
            if (w.point == source_ || doubtful_.contains(w.point) || lifted_.contains(w.point) || !std::all_of(w.parts.begin(), w.parts.end(), [&](PointNo p) { return covered(p); })) continue;
            lifted_.insert(w.point);
            open_.push(whole(w));
            any = true;
        }
        return any;
    }

    /// As weak and as long as the weakest and the longest of the chains to its parts.
    Partial whole(const Graph::Whole& w) {
        Partial out{10, 0, {w.point, certain_cover.bits(), 0, false, false}, 0};
        bool shown = false;
        for (const PointNo part : w.parts) {
            if (part == source_) continue;
            const auto& link = out_.at(part);
            for (std::size_t i = 0; i < link.chains.size(); ++i) {
                const auto& chain = link.chains[i];
                const bool alone = chain.mask.within(certain_cover);
                if (!alone && covered_alone(link)) continue;
                out.state.rows = std::max(out.state.rows, chain.rows);
                out.weakest = std::min(out.weakest, chain.weakest);
                if (!shown) {
                    trail_.push_back({trails_.at(part)[i], {StepKind::all_parts, part, w.point, certain_cover}});
                    out.steps = chain.steps.size() + 1;
                    out.trail = trail_.size() - 1;
                    shown = true;
                }
                if (alone) break;
            }
        }
        return out;
    }
    static bool covered_alone(const Link& link) {
        return std::any_of(link.chains.begin(), link.chains.end(), [](const Chain& c) { return c.mask.within(certain_cover); });
    }

    const Graph& graph_;
    PointNo source_;
    const ChainRules& rules_;
    const std::set<PointNo>& doubtful_;
    std::map<PointNo, Link> out_;
    std::map<PointNo, std::vector<std::size_t>> trails_;  ///< of the chains of each link
    std::set<State> settled_;
    std::set<PointNo> lifted_;
    std::vector<Extension> trail_{{0, {}}};
    std::priority_queue<Partial> open_;
};

std::vector<const Chain*> Link::deciding() const {
    if (one_chain_decides()) return {&chains.front()};
    std::vector<const Chain*> out;
    for (const auto& c : chains) out.push_back(&c);
    return out;
}

std::vector<Stated> Link::statements() const {
    std::vector<Stated> out;
    for (const auto* chain : deciding())
        for (const auto& step : chain->steps)
            if (const Stated one{step.set, step.mapping}; one.mapping != nullptr && std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
    return out;
}

std::map<PointNo, Link> Crosswalk::reach(PointNo source, const ChainRules& rules) const {
    auto out = follow(source, {rules.max_rows, Inference::certain, rules.without});
    if (rules.inference == Inference::certain) return out;
    for (auto& [point, link] : follow(source, rules)) {
        const auto certain = out.find(point);
        const bool open = certain == out.end() || (!certain->second.contradictory() && verdict(certain->second.mask) == Cover::possible);
        if (!open || link.contradictory() || link.mask.has(Base::dr)) continue;
        link.by_any_chain = true;
        link.mask = certain_overlap;  // more than an overlap nobody claims
        out.insert_or_assign(point, std::move(link));
    }
    return out;
}

std::map<PointNo, Link> Crosswalk::follow(PointNo source, const ChainRules& rules) const {
    std::set<PointNo> doubtful;
    for (;;) {
        Search search(*graph_, source, rules, doubtful);
        search.run();
        auto in_dispute = search.in_dispute();
        if (!in_dispute.empty()) {  // nothing may rest on it: once more without
            doubtful.merge(in_dispute);
            continue;
        }
        auto out = std::move(search.links());
        // a chain that says alone what all say together is the one to show
        for (auto& [point, link] : out) {
            const auto rank = [whole = link.mask](const Chain& c) { return std::tuple(!(c.mask == whole), verdict(c.mask), -c.weakest, c.steps.size()); };
            std::stable_sort(link.chains.begin(), link.chains.end(), [&](const Chain& x, const Chain& y) { return rank(x) < rank(y); });
        }
        return out;
    }
}

std::vector<Stated> Crosswalk::falls_with(PointNo source, PointNo target, const Link& link, const ChainRules& rules) const {
    std::vector<Stated> out;
    if (link.contradictory() || verdict(link.mask) > Cover::at_least_partly) return out;
    for (const auto& one : link.statements()) {
        ChainRules other = rules;
        other.without = one.mapping;
        const auto links = reach(source, other);
        const auto it = links.find(target);
        if (it == links.end() || it->second.contradictory() || verdict(it->second.mask) > verdict(link.mask)) out.push_back(one);
    }
    return out;
}

}  // namespace lacuna
