#include <algorithm>

#include "gaps/together_parts.hpp"
#include "lacuna/fingerprint.hpp"

namespace lacuna {
namespace {

/// The version that a pinned reference names.
std::optional<Pinned> pinned(const Corpus& corpus, const std::string& ref) {
    const auto n = corpus.pinned(ref);
    if (!n) return std::nullopt;
    const auto at = ref.find('@'), hash = ref.find('#');
    const auto v = corpus.version(*corpus.node(*n).instrument, ref.substr(at + 1, hash - at - 1));
    return Pinned{*n, v.value_or(corpus.node(*n).last_version), true};
}

class Conflicts {
public:
    Conflicts(const Corpus& corpus, Triggers& triggers, TogetherAnswer& answer) : corpus_(corpus), triggers_(triggers), answer_(answer) {}

    void run() {
        for (const auto& set : corpus_.data().mapping_sets)
            for (const auto& m : set.mappings)
                for (const auto& q : m.qualifiers)
                    if (q.kind == QualifierKind::breaks || q.kind == QualifierKind::hinders) add(set, m, q);
    }

private:
    void add(const MappingSet& set, const Mapping& m, const Qualifier& q) {
        Conflict c{&set, &m, &q, ends(m.sources), ends(m.targets), {}, false};
        if (!touched(c.sources) || !touched(c.targets)) return;
        std::vector<const TimeStanding*> standings;
        for (const auto* side : {&c.sources, &c.targets})
            for (const auto& e : *side) standings.push_back(&e.standing);
        c.both_ask = all_ask(standings);
        c.unsettled = authorship_of(set, m).status == MappingStatus::disputed || other_wording(c.sources, m.sources) || other_wording(c.targets, m.targets);
        answer_.conflicts.push_back(std::move(c));
    }

    /// A side may be several provisions taken together; it is shown whole as soon as one of them was asked about.
    static bool touched(const std::vector<ConflictEnd>& side) {
        return std::any_of(side.begin(), side.end(), [](const ConflictEnd& e) { return e.in_scope; });
    }

    /// Was it said of another wording than the one asked about?
    bool other_wording(const std::vector<ConflictEnd>& shown, const std::vector<MappingEnd>& said) const {
        const auto outdated = [&](const MappingEnd& e) { return pin_of(corpus_, e) == Pin::outdated; };
        const auto replaced = [](const ConflictEnd& e) { return e.other_wording; };
        return std::any_of(said.begin(), said.end(), outdated) || std::any_of(shown.begin(), shown.end(), replaced);
    }

    std::vector<ConflictEnd> ends(const std::vector<MappingEnd>& side) const {
        std::vector<ConflictEnd> out;
        for (const auto& e : side)
            if (const auto p = pinned(corpus_, e.ref)) out.push_back(end(*p));
        return out;
    }

    /// The text may stand in several of the versions asked about: the one that asks on the date counts. Where only another wording of the
    /// provision was asked about, that one is shown: a conflict does not vanish because a text was touched.
    ConflictEnd end(const Pinned& named) const {
        ConflictEnd out{named, false, false, standing(named)};
        for (const auto& p : answer_.question.scope.provisions) {
            const bool same = p.node == named.node;
            if (!same && !same_name(p.node, named.node)) continue;
            const bool better = !out.in_scope || (out.other_wording && same) || (out.other_wording != same && standing(p).applies == Answer::yes);
            if (better) out = {p, true, !same, standing(p)};
        }
        return out;
    }
    bool same_name(NodeNo a, NodeNo b) const { return corpus_.node(a).instrument == corpus_.node(b).instrument && corpus_.provision(a).id == corpus_.provision(b).id; }
    TimeStanding standing(const Pinned& p) const { return time_standing(corpus_, p.node, p.version, answer_.question.on, &triggers_); }

    const Corpus& corpus_;
    Triggers& triggers_;
    TogetherAnswer& answer_;
};

}  // namespace

void find_conflicts(const Corpus& corpus, Triggers& triggers, TogetherAnswer& answer) { Conflicts(corpus, triggers, answer).run(); }

}  // namespace lacuna
