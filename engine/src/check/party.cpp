// What is wrong with parties, their relations to one another, and the classes they are in.

#include "check/pass.hpp"

namespace lacuna {
namespace {

void relations(CheckPass& pass, const PartyFile& file, const Party& p) {
    for (const auto& r : p.relations) {
        pass.known(r.at, pass.parties, r.party);
        pass.known(r.at, pass.parties, r.revocable_by);
        pass.provenance("file", file.sources, r.provenance, r.at);
        pass.period(r.from, r.until, r.at);
    }
}

void memberships(CheckPass& pass, const PartyFile& file, const Party& p) {
    for (const auto& c : p.classes) {
        pass.known(c.at, pass.classes, c.name);
        pass.provenance("file", file.sources, c.provenance, c.at);
        pass.period(c.from, c.until, c.at);
    }
}

void party(CheckPass& pass, const PartyFile& file, const Party& p) {
    pass.good_id(p.id, p.at);
    if (p.id == bearer_party) pass.problem(p.at, "bad-id", "'bearer' is kept for whoever bears a duty", "choose another id");
    pass.known(p.at, pass.kinds, p.kind);
    pass.known(p.at, pass.jurisdictions, p.jurisdiction);
    relations(pass, file, p);
    memberships(pass, file, p);
}

std::vector<std::string> wholes(const Party& p) {
    std::vector<std::string> out;
    for (const auto& r : p.relations)
        if (r.kind == RelationKind::part_of) out.push_back(r.party);
    return out;
}

}  // namespace

void check_parties(CheckPass& pass) {
    Declarations parties(pass, "party");
    for (const auto& file : pass.corpus().data().party_files) {
        Declarations sources(pass, "source");
        for (const auto& s : file.sources) sources.add(s.id, s.at);
        for (const auto& p : file.parties) {
            parties.add(p.id, p.at, wholes(p));
            party(pass, file, p);
        }
    }
    parties.no_circles();
}

}  // namespace lacuna
