#include "crosswalk/row_graph.hpp"

#include <algorithm>
#include <thread>

namespace lacuna {
namespace {

constexpr std::uint32_t none = PlainCrosswalk::no_parent;

/// Strongly connected components without recursion (Tarjan 1972, in the form of Pearce 2016 that needs one number a provision), over what
/// comes in: a component is complete only after everything that leads to it.
template <class IncomingOf>
class DepthFirst {
public:
    DepthFirst(std::size_t provisions, const IncomingOf& incoming) : incoming_(incoming), low_(provisions, 0), last_(static_cast<std::uint32_t>(provisions)), left_(last_) {
        out_.members.reserve(provisions);
        out_.start.reserve(provisions + 1);
        out_.start.push_back(0);
    }

    Condensation run() {
        for (std::uint32_t v = 0; v < low_.size(); ++v)
            if (low_[v] == 0) from(v);
        // components were numbered from the end, so that those complete compare as later than all that is open
        for (auto& c : low_) c = last_ - c;
        out_.component = std::move(low_);
        return std::move(out_);
    }

private:
    /// A provision on the way down, with the edges still to look at.
    struct Frame {
        std::uint32_t v;
        bool root;
        const std::uint32_t *next, *end;
    };

    void from(std::uint32_t root) {
        open(root);
        while (!path_.empty()) {
            if (!descend(path_.back())) finish();
        }
    }
    void open(std::uint32_t v) {
        low_[v] = ++seen_;
        const auto edges = incoming_(v);
        path_.push_back({v, true, edges.data(), edges.data() + edges.size()});
    }
    /// To the next provision not seen yet, if there is one.
    bool descend(Frame& f) {
        std::uint32_t low = low_[f.v];
        for (; f.next != f.end; ++f.next) {
            const std::uint32_t u = low_[*f.next];
            if (u == 0) {
                low_[f.v] = low;
                open(*f.next);  // looked at again on return, for its number
                return true;
            }
            if (u < low) {
                low = u;
                f.root = false;
            }
        }
        low_[f.v] = low;
        return false;
    }
    void finish() {
        const auto [v, root, next, end] = path_.back();
        path_.pop_back();
        if (!root) {
            unfinished_.push_back(v);
            return;
        }
        const std::uint32_t first = low_[v];
        out_.members.push_back(v);
        for (; !unfinished_.empty() && low_[unfinished_.back()] >= first; unfinished_.pop_back(), --seen_) {
            low_[unfinished_.back()] = left_;
            out_.members.push_back(unfinished_.back());
        }
        --seen_;
        low_[v] = left_--;
        out_.start.push_back(static_cast<std::uint32_t>(out_.members.size()));
    }

    IncomingOf incoming_;
    std::vector<std::uint32_t> low_;  ///< 0: not seen; the least number reachable; once complete, the component
    std::uint32_t last_, left_;
    std::vector<Frame> path_;
    std::vector<std::uint32_t> unfinished_;
    std::uint32_t seen_ = 0;
    Condensation out_;
};

template <class IncomingOf>
Condensation condensed(std::size_t provisions, const IncomingOf& incoming) {
    return DepthFirst<IncomingOf>(provisions, incoming).run();
}

/// Something that calls with every row of one kind: as stated, the converses of another kind, and containment, where these count.
auto all_of(const std::vector<PlainRow>& stated, const std::vector<PlainRow>* converses, const std::vector<std::uint32_t>* parents, bool down) {
    return [&stated, converses, parents, down](const auto& visit) {
        for (const auto& r : stated) visit(r.source, r.target);
        if (converses != nullptr)
            for (const auto& r : *converses) visit(r.target, r.source);
        if (parents == nullptr) return;
        for (std::uint32_t v = 0; v < parents->size(); ++v)
            if (const auto p = (*parents)[v]; p != none) down ? visit(p, v) : visit(v, p);
    };
}

Incoming down_rows(const PlainCrosswalk& c, const AllPairsQuestion& q) {
    // with a bound on rows, steps that are no rows are taken between them
    const auto* parents = q.containment && !q.rows ? &c.parent : nullptr;
    return {c.instrument.size(), all_of(c.superset, q.converse ? &c.subset : nullptr, parents, true), all_of(c.equal, q.converse ? &c.equal : nullptr, nullptr, true)};
}
Incoming up_rows(const PlainCrosswalk& c, const AllPairsQuestion& q) {
    const auto* parents = q.containment && q.converse && !q.rows ? &c.parent : nullptr;
    return {c.instrument.size(), all_of(c.subset, q.converse ? &c.superset : nullptr, parents, false), all_of(c.intersects, q.converse ? &c.intersects : nullptr, nullptr, false)};
}

bool contains(std::span<const std::uint32_t> all, std::uint32_t one) { return std::find(all.begin(), all.end(), one) != all.end(); }

}  // namespace

Tree::Tree(const PlainCrosswalk& crosswalk) : inner_no(crosswalk.parent.size(), none) {
    const auto& parent = crosswalk.parent;
    const auto size = static_cast<std::uint32_t>(parent.size());
    std::vector<std::uint32_t> height(size, 0);  // longest way down
    for (std::uint32_t v = 0; v < size; ++v)
        for (std::uint32_t u = v, h = 1; parent[u] != none && height[parent[u]] < h; ++h) height[u = parent[u]] = h;
    for (std::uint32_t v = 0; v < size; ++v) {
        if (height[v] > 0) inner.push_back(v);
        else if (parent[v] == none) alone.push_back(v);
    }
    std::stable_sort(inner.begin(), inner.end(), [&](std::uint32_t a, std::uint32_t b) { return std::pair(crosswalk.instrument[a], height[a]) < std::pair(crosswalk.instrument[b], height[b]); });
    for (std::size_t i = 0; i < inner.size(); ++i) inner_no[inner[i]] = static_cast<std::uint32_t>(i);
    start.assign(inner.size() + 2, 0);
    for (const auto p : parent)
        if (p != none) ++start[inner_no[p] + 2];
    for (std::size_t i = 2; i < start.size(); ++i) start[i] += start[i - 1];
    children.resize(start.back());
    for (std::uint32_t v = 0; v < size; ++v)
        if (parent[v] != none) children[start[inner_no[parent[v]] + 1]++] = v;
}

RowGraph::RowGraph(const PlainCrosswalk& crosswalk, const AllPairsQuestion& question) : crosswalk_(crosswalk) {
    const auto rest = [&] {
        up = up_rows(crosswalk, question);
        tree = Tree(crosswalk);
    };
    std::optional<std::thread> other;
    if (question.threads > 1) other.emplace(rest);
    else rest();
    down = down_rows(crosswalk, question);
    // the longest part by far needs only these rows
    std::optional<Condensation> order;
    if (other && !question.rows) order = condensed(provisions(), [this](std::uint32_t v) { return down.both(v); });
    if (other) other->join();
    if (order) order_by(std::move(*order));
}

void RowGraph::order_by(Condensation down_order) {
    orders_.emplace(Orders{std::move(down_order), std::nullopt});
    if (!backwards_serves(orders_->down)) orders_->up = up_order();
}

void RowGraph::order() {
    if (!orders_) order_by(condensed(provisions(), [this](std::uint32_t v) { return down.both(v); }));
}

Condensation RowGraph::up_order() const {
    // equal rows stand with those down, subset rows with those up
    std::vector<std::uint32_t> start{0}, sources;
    for (std::uint32_t v = 0; v < provisions(); ++v) {
        for (const auto& rows : {down.second(v), up.first(v)}) sources.insert(sources.end(), rows.begin(), rows.end());
        start.push_back(static_cast<std::uint32_t>(sources.size()));
    }
    return condensed(provisions(), [&](std::uint32_t v) { return std::span(sources.data() + start[v], sources.data() + start[v + 1]); });
}

/// Is every component of the rows down also one of the rows up, and does everything that leads up to it come later?
bool RowGraph::backwards_serves(const Condensation& c) const {
    const auto& component = c.component;
    for (std::uint32_t v = 0; v < provisions(); ++v) {
        for (const auto& rows : {down.second(v), up.first(v)})
            for (const auto u : rows)
                if (component[u] < component[v]) return false;
        if (c.of(component[v]).size() == 1) continue;
        // inside a component every step down must have its way back up
        for (const auto u : down.first(v))
            if (component[u] == component[v] && !contains(up.first(u), v) && !contains(down.second(u), v)) return false;
        for (const auto u : down.second(v))
            if (component[u] == component[v] && !contains(down.second(u), v) && !contains(up.first(u), v)) return false;
    }
    return true;
}

}  // namespace lacuna
