#pragma once
// Parties as XML.

#include "lacuna/party.hpp"
#include "files/layout.hpp"

namespace lacuna {

template <class A>
void layout(A& a, Seen<A, PartyRelation>& r) {
    a.place(r.at);
    a.attribute("kind", r.kind, Need::required);
    a.attribute("party", r.party, Need::required);
    a.attribute("from", r.from);
    a.attribute("until", r.until);
    a.attribute("revocable-by", r.revocable_by);
    layout(a, r.provenance);
    a.children("note", r.note);
}
template <class A>
void layout(A& a, Seen<A, InClass>& c) {
    a.place(c.at);
    a.attribute("class", c.name, Need::required);
    a.attribute("from", c.from);
    a.attribute("until", c.until);
    a.attribute("how", c.how, Need::required);
    layout(a, c.provenance);
    a.children("note", c.note);
}
template <class A>
void layout(A& a, Seen<A, Party>& p) {
    a.place(p.at);
    a.attribute("id", p.id, Need::required);
    a.attribute("kind", p.kind, Need::required);
    a.attribute("jurisdiction", p.jurisdiction);
    a.children("name", p.name, Need::required);
    a.children("identifier", p.identifiers);
    a.children("relation", p.relations);
    a.children("in-class", p.classes);
    a.children("note", p.note);
}
template <class A>
void layout(A& a, Seen<A, PartyFile>& f) {
    a.children("source", f.sources);
    a.children("party", f.parties, Need::required);
}

}  // namespace lacuna
