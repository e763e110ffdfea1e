// What is wrong with mapping sets: ends that name no provision in that version, reviews of what is not there.

#include <fmt/format.h>

#include "check/pass.hpp"

namespace lacuna {
namespace {

void provision_named(CheckPass& pass, const Instrument& in, int version, const std::string& id, const Place& at) {
    const auto& corpus = pass.corpus();
    if (const auto n = corpus.find(in, version, id)) {
        if (corpus.provision(*n).kind == NodeKind::division) pass.problem(at, "bad-reference", fmt::format("'{}' is a heading and asks nothing", id), "map the provisions under it");
        return;
    }
    std::vector<std::string> ids;
    for (const NodeNo n : corpus.nodes_of(in))
        if (corpus.node(n).first_version <= version && version <= corpus.node(n).last_version) ids.push_back(corpus.provision(n).id);
    pass.problem(at, "dangling-reference", fmt::format("'{}' has no provision '{}' in version '{}'", in.id, id, in.versions[static_cast<std::size_t>(version)].id), near_or(id, ids, "name a provision of that version"));
}

void mapping_end(CheckPass& pass, const MappingEnd& end) {
    const auto at = end.ref.find('@'), hash = end.ref.find('#');
    if (at == std::string::npos || hash == std::string::npos || at > hash)
        return pass.problem(end.at, "bad-reference", fmt::format("'{}' {}", excerpt(end.ref), at != std::string::npos && hash == std::string::npos ? "names no provision" : "does not pin a version"), "write instrument@version#provision");
    const auto* in = pass.instrument_named(end.ref.substr(0, at), end.at);
    if (in == nullptr) return;
    const auto v = pass.version_named(*in, end.ref.substr(at + 1, hash - at - 1), end.at);
    if (!v) return;
    const auto& version = in->versions[static_cast<std::size_t>(*v)];
    if (version.encoded == false) return pass.problem(end.at, "not-encoded", fmt::format("the text of version '{}' of '{}' is not in the corpus", version.id, in->id), "map a version whose text is there");
    provision_named(pass, *in, *v, end.ref.substr(hash + 1), end.at);
}

void reviewed(CheckPass& pass, const Reviewed& r) {
    if (const auto* in = pass.instrument_named(r.instrument, r.at)) {
        pass.version_named(*in, r.version, r.at);
        for (const auto& ref : r.only) pass.part_of(*in, ref, fmt::format("'{}'", in->id), r.at);
    }
    if (const auto* in = pass.instrument_named(r.against, r.at)) pass.version_named(*in, r.against_version, r.at);
}

void mapping(CheckPass& pass, const Mapping& m) {
    pass.good_id(m.id, m.at);
    if (m.strength && (*m.strength < 1 || *m.strength > 10)) pass.problem(m.at, "bad-value", fmt::format("strength {} is not between 1 and 10", *m.strength), "give a whole number from 1 to 10");
    for (const auto& e : m.sources) mapping_end(pass, e);
    for (const auto& e : m.targets) mapping_end(pass, e);
}

}  // namespace

void check_mapping_sets(CheckPass& pass) {
    Declarations sets(pass, "mapping set");
    for (const auto& set : pass.corpus().data().mapping_sets) {
        sets.add(set.id, set.at);
        pass.good_id(set.id, set.at);
        for (const auto& r : set.reviewed) reviewed(pass, r);
        Declarations mappings(pass, "mapping");
        for (const auto& m : set.mappings) {
            mappings.add(m.id, m.at);
            mapping(pass, m);
        }
    }
}

}  // namespace lacuna
