#include "lacuna/pen_change.hpp"

#include <algorithm>
#include <map>

namespace lacuna {
namespace {

bool contains_one_of(const Coalition& c, const Coalitions& sets) {
    return std::any_of(sets.begin(), sets.end(), [&](const Coalition& s) { return std::includes(c.begin(), c.end(), s.begin(), s.end()); });
}

PenChange change(const Pen& before, const Pen& after) {
    PenChange out{after.rule, {}, {}, {}, before.who_must, after.who_must, before.who_may, after.who_may, false};
    out.not_computed = !before.captures || !after.captures;
    if (out.not_computed) return out;
    for (const auto& c : *before.captures)
        if (!contains_one_of(c, *after.captures)) out.broken.push_back(c);
    for (const auto& c : *after.captures) (contains_one_of(c, *before.captures) ? out.remaining : out.added).push_back(c);
    return out;
}

}  // namespace

std::vector<PenChange> pen_changes(const Corpus& before, const PenAnswer& without, const Corpus& after, const PenAnswer& with) {
    std::map<std::string, const Pen*> by_ref;
    for (const auto& p : without.pens) by_ref.emplace(before.ref(p.rule.node, p.rule.version), &p);
    std::vector<PenChange> out;
    for (const auto& p : with.pens)
        if (const auto it = by_ref.find(after.ref(p.rule.node, p.rule.version)); it != by_ref.end()) out.push_back(change(*it->second, p));
    return out;
}

std::vector<LimitsAddressed> limits_addressed(const Corpus& corpus, const PenAnswer& answer) {
    std::vector<LimitsAddressed> out;
    for (const auto& p : answer.pens) {
        if (corpus.provision(p.rule.node).evaluation_dependent != true) continue;
        const auto* document = corpus.node(p.rule.node).instrument;
        const auto known = std::find_if(out.begin(), out.end(), [&](const LimitsAddressed& l) { return l.document == document && l.version == p.rule.version; });
        if (known == out.end()) out.push_back({document, p.rule.version, 1, {}, {}});
        else ++known->seen_only_by_bearer;
    }
    for (auto& l : out)
        for (const auto& limit : corpus.vocabulary().limits) {
            const auto nodes = corpus.nodes_of(*l.document);
            const bool addressed = std::any_of(nodes.begin(), nodes.end(), [&](NodeNo n) {
                const auto& node = corpus.node(n);
                const auto& all = corpus.provision(n).addresses;
                return node.first_version <= l.version && l.version <= node.last_version && std::find(all.begin(), all.end(), limit.id) != all.end();
            });
            (addressed ? l.addressed : l.passed_over).push_back(limit.id);
        }
    return out;
}

}  // namespace lacuna
