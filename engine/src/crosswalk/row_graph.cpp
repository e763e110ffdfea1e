#include "crosswalk/row_graph.hpp"

#include <algorithm>

#include "lacuna/in_parts.hpp"

namespace lacuna {
namespace {

constexpr std::uint32_t none = PlainCrosswalk::no_parent;

/// Strongly connected components without recursion (Tarjan 1972, in the form of Pearce 2016 that needs one number a provision), over what
/// comes in: a component is complete only after everything that leads to it.
template <class IncomingOf>
class DepthFirst {
public:
    DepthFirst(std::size_t provisions, const IncomingOf& incoming) : incoming_(incoming), low_(provisions, 0), left_(static_cast<std::uint32_t>(provisions)) {
        out_.members.reserve(provisions);
        out_.start.reserve(provisions + 1);
        out_.start.push_back(0);
    }

    Condensation run() {
        for (std::uint32_t v = 0; v < low_.size(); ++v)
            if (low_[v] == 0) from(v);
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
    Numbers low_;         ///< 0: not seen; the least number reachable; once complete, a number later than all that is open
    std::uint32_t left_;  ///< the next such number, counted down
    std::vector<Frame> path_;
    std::vector<std::uint32_t> unfinished_;
    std::uint32_t seen_ = 0;
    Condensation out_;
};

template <class IncomingOf>
Condensation condensed(std::size_t provisions, const IncomingOf& incoming) {
    return DepthFirst<IncomingOf>(provisions, incoming).run();
}

/// Calls with every row as it counts in the question: as stated, read the other way round, and containment, where these count.
template <class Visit>
void each_row(const PlainCrosswalk& c, const AllPairsQuestion& q, const Visit& visit) {
    using K = Incoming::Kind;
    const auto all = [&](const std::vector<PlainRow>& rows, K kind, K converse) {
        for (const auto& r : rows) visit(kind, r.source, r.target);
        if (q.converse)
            for (const auto& r : rows) visit(converse, r.target, r.source);
    };
    all(c.superset, K::superset, K::subset);
    all(c.equal, K::equal, K::equal);
    all(c.subset, K::subset, K::superset);
    all(c.intersects, K::intersects, K::intersects);
    // with a bound on rows, steps that are no rows are taken between them
    if (!q.containment || q.rows) return;
    for (std::uint32_t v = 0; v < c.parent.size(); ++v) {
        if (c.parent[v] == none) continue;
        visit(K::superset, c.parent[v], v);
        if (q.converse) visit(K::subset, v, c.parent[v]);
    }
}

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

/// Counts, then files. Every thread reads all rows and takes those into its share of the provisions.
Incoming::Incoming(const PlainCrosswalk& crosswalk, const AllPairsQuestion& question) : starts_(kinds * crosswalk.instrument.size() + 3, 0) {
    const std::size_t provisions = crosswalk.instrument.size();
    const auto each_of = [&](std::size_t part, const auto& take) {
        const auto from = static_cast<std::uint32_t>(provisions * part / question.threads), to = static_cast<std::uint32_t>(provisions * (part + 1) / question.threads);
        each_row(crosswalk, question, [&](Kind kind, std::uint32_t source, std::uint32_t target) {
            if (target >= from && target < to) take(kinds * target + kind, source);
        });
    };
    in_parts(question.threads, [&](std::size_t part) { each_of(part, [&](std::size_t place, std::uint32_t) { ++starts_[place + 2]; }); });
    for (std::size_t i = 2; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    sources_.resize(starts_.back());
    in_parts(question.threads, [&](std::size_t part) { each_of(part, [&](std::size_t place, std::uint32_t source) { sources_[starts_[place + 1]++] = source; }); });
}

RowGraph::RowGraph(const PlainCrosswalk& crosswalk, const AllPairsQuestion& question) : incoming(crosswalk, question), crosswalk_(crosswalk) {
    using K = Incoming::Kind;
    const auto downwards = [&] {
        if (!question.rows) down_order = condensed(provisions(), [this](std::uint32_t v) { return incoming.of<K::superset, K::equal>(v); });
    };
    const auto upwards = [&] {
        if (!question.rows) up_order = condensed(provisions(), [this](std::uint32_t v) { return incoming.of<K::equal, K::subset>(v); });
        tree = Tree(crosswalk);
    };
    const std::size_t parts = question.threads > 1 ? 2 : 1;
    in_parts(parts, [&](std::size_t part) {
        if (part == 0) downwards();
        if (part == parts - 1) upwards();
    });
}

}  // namespace lacuna
