#include "lacuna/drift.hpp"

#include <algorithm>
#include <map>

#include "corpus/end_state.hpp"
#include "lacuna/standing.hpp"

namespace lacuna {
namespace {

/// The instruments at the other ends of the mappings, and what is left to them. A comparison of versions is no reliance on what stands.
class Relying {
public:
    Relying(const Corpus& corpus, const Instrument& in) : corpus_(corpus), in_(in) {}

    void add(const DriftRow& row) {
        if (row.state == EndState::compared) return;
        const bool at_source = std::any_of(row.ends.begin(), row.ends.end(), [](const DriftEnd& e) { return e.source; });
        const bool at_target = std::any_of(row.ends.begin(), row.ends.end(), [](const DriftEnd& e) { return !e.source; });
        std::map<Id, std::vector<Pinned>> others;
        if (at_source) collect(row.mapping->targets, others);
        if (at_target) collect(row.mapping->sources, others);
        for (const auto& [id, provisions] : others) {
            ++tallies_[id][static_cast<std::size_t>(row.state)];
            for (const auto& p : provisions) left_[id][p] |= !unsettled(row.state);
        }
    }

    std::vector<Reliance> done() const {
        std::vector<Reliance> out;
        for (const auto& [id, tally] : tallies_) {
            Reliance r{corpus_.instrument(id), tally, {}};
            for (const auto& [p, stands] : left_.at(id))
                if (!stands) r.bare.push_back(p);
            out.push_back(std::move(r));
        }
        return out;
    }

private:
    void collect(const std::vector<MappingEnd>& ends, std::map<Id, std::vector<Pinned>>& others) const {
        for (const auto& e : ends)
            if (const auto p = pinned_with_version(corpus_, e.ref); p && corpus_.node(p->first).instrument != &in_) others[corpus_.node(p->first).instrument->id].push_back({p->first, p->second, true});
    }

    const Corpus& corpus_;
    const Instrument& in_;
    std::map<Id, StateCounts> tallies_;
    std::map<Id, std::map<Pinned, bool>> left_;  ///< does a mapping of the provision still speak of what stands?
};

/// The reviews that are of another version of the instrument than the one that stands.
std::vector<DriftReview> reviews_of_others(const Corpus& corpus, const Instrument& in, int standing) {
    std::vector<DriftReview> out;
    for (const auto& set : corpus.data().mapping_sets) {
        const auto compared = compared_versions(corpus, set);
        const auto add = [&](const Reviewed& r, const Id& instrument, const Id& version) {
            const auto v = instrument == in.id ? corpus.version(in, version) : std::nullopt;
            if (v && *v != standing && !compared.contains({&in, *v})) out.push_back({&set, &r, &in, *v, r.at});
        };
        for (const auto& r : set.reviewed) {
            add(r, r.instrument, r.version);
            add(r, r.against, r.against_version);
        }
    }
    return out;
}

}  // namespace

StateCounts tally(const std::vector<DriftRow>& rows) {
    StateCounts out{};
    for (const auto& r : rows) ++out[static_cast<std::size_t>(r.state)];
    return out;
}

bool claims_cover(const Mapping& mapping) { return mapping.relation != StatedRelation::intersects_with && mapping.relation != StatedRelation::no_relationship; }

Drift drift_of(const Corpus& corpus, const Instrument& in, int version, Day on) {
    const bool stands = version_on(in, on) == version;
    const AsOf as_of = stands ? AsOf{on, nullptr, 0} : AsOf{on, &in, version};
    Drift out{&in, on, stands, as_of.perhaps(in), changes_to(corpus, in, version), drift_rows(corpus, as_of, &in), reviews_of_others(corpus, in, version), {}};
    Relying relying(corpus, in);
    for (const auto& row : out.rows) relying.add(row);
    out.relying = relying.done();
    return out;
}

}  // namespace lacuna
