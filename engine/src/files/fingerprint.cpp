#include "lacuna/fingerprint.hpp"

#include "files/layout_provision.hpp"
#include "files/sha256.hpp"
#include "files/xml_writer.hpp"

namespace lacuna {

Provision norm_of(const Corpus& corpus, NodeNo n, int version) {
    Provision p = corpus.provision(n);
    p.bearer = corpus.bearer(n);
    p.themes = corpus.themes(n);
    p.domains = corpus.domains(n);
    p.when.clear();
    if (const auto trigger = corpus.trigger(n)) p.when.push_back(*trigger);
    p.dates = {corpus.date(n, DateKind::in_force_from).fixed, corpus.date(n, DateKind::applies_from).fixed, corpus.date(n, DateKind::enforceable_from).fixed, corpus.date(n, DateKind::legacy_until).fixed};
    p.computed.clear();
    for (const auto kind : all_values<DateKind>())
        if (const auto* expr = corpus.date(n, kind).computed) p.computed.push_back({kind, {*expr}, {}});
    for (NodeNo around = corpus.node(n).parent; around != no_node; around = corpus.node(around).parent) {
        const auto& outer = corpus.provision(around);
        p.unless.insert(p.unless.end(), outer.unless.begin(), outer.unless.end());
        p.escapes.insert(p.escapes.end(), outer.escapes.begin(), outer.escapes.end());
    }
    p.holds.clear();
    for (const auto f : all_values<Function>())
        if (const auto* cell = corpus.cell(n, version, f)) {
            Cell c = *cell;
            c.provenance = {};
            c.note.clear();
            p.holds.push_back(std::move(c));
        }
    // what says nothing about the norm itself
    p.since.clear();
    p.until.clear();
    p.provenance = {};
    p.identifiers.clear();
    p.addresses.clear();
    p.title.clear();
    p.summary.clear();
    p.cited.clear();
    p.note.clear();
    p.parts.clear();
    return p;
}

std::string canonical_norm(const Corpus& corpus, NodeNo n, int version) {
    std::string out = XmlWriter::document("provision", norm_of(corpus, n, version));
    for (const NodeNo child : corpus.node(n).children)
        if (corpus.contains(n, child)) out += canonical_norm(corpus, child, version);
    return out;
}

std::string fingerprint(const Corpus& corpus, NodeNo n, int version) {
    Sha256 hash;
    hash.add(canonical_norm(corpus, n, version));
    return hash.hex().substr(0, 16);
}

std::optional<std::pair<NodeNo, int>> pinned_with_version(const Corpus& corpus, const std::string& ref) {
    const auto n = corpus.pinned(ref);
    if (!n) return std::nullopt;
    const auto at = ref.find('@');
    return std::pair(*n, *corpus.version(*corpus.node(*n).instrument, ref.substr(at + 1, ref.find('#') - at - 1)));
}

Pin pin_of(const Corpus& corpus, const MappingEnd& end) {
    const auto target = pinned_with_version(corpus, end.ref);
    if (!target) return Pin::orphaned;
    if (end.fingerprint.empty()) return Pin::unpinned;
    return end.fingerprint == fingerprint(corpus, target->first, target->second) ? Pin::current : Pin::outdated;
}

void stamp(const Corpus& corpus, MappingSet& set) {
    const auto stamp_end = [&](MappingEnd& end) {
        if (const auto target = pinned_with_version(corpus, end.ref)) end.fingerprint = fingerprint(corpus, target->first, target->second);
    };
    for (auto& m : set.mappings) {
        for (auto& e : m.sources) stamp_end(e);
        for (auto& e : m.targets) stamp_end(e);
    }
}

}  // namespace lacuna
