#pragma once
// Instruments as XML: status, versions, schemes of levels, oversight, and the provisions inside.

#include "lacuna/instrument.hpp"
#include "files/layout_provision.hpp"

namespace lacuna {

template <class A>
void layout(A& a, Seen<A, StatusPeriod>& s) {
    a.place(s.at);
    a.attribute("value", s.value, Need::required);
    a.attribute("from", s.from, Need::required);
    a.attribute("until", s.until);
    layout(a, s.provenance);
    a.children("note", s.note);
}
template <class A>
void layout(A& a, Seen<A, Assertion>& s) {
    a.place(s.at);
    a.attribute("about", s.about, Need::required);
    a.attribute("by", s.by, Need::required);
    a.attribute("from", s.from);
    a.attribute("until", s.until);
    layout(a, s.provenance);
    a.children("summary", s.summary, Need::required);
}
template <class A>
void layout(A& a, Seen<A, Adoption>& s) {
    a.place(s.at);
    a.attribute("party", s.party, Need::required);
    a.attribute("from", s.from, Need::required);
    a.attribute("until", s.until);
    a.attribute("only", s.only);
    layout(a, s.provenance);
    a.children("note", s.note);
}
template <class A>
void layout(A& a, Seen<A, Filing>& f) {
    a.place(f.at);
    a.attribute("under", f.under, Need::required);
    a.attribute("from", f.from, Need::required);
    a.attribute("until", f.until);
    layout(a, f.provenance);
    a.children("note", f.note);
}
template <class A>
void layout(A& a, Seen<A, Version>& v) {
    a.place(v.at);
    a.attribute("id", v.id, Need::required);
    a.attribute("label", v.label);
    a.attribute("published", v.published);
    a.attribute("encoded", v.encoded);
    a.attribute("in-force-from", v.in_force_from, Need::required);
    a.attribute("amended-by", v.amended_by);
    layout(a, v.provenance);
    a.children("note", v.note);
}
template <class A>
void layout(A& a, Seen<A, Level>& l) {
    a.place(l.at);
    a.attribute("id", l.id, Need::required);
    a.attribute("label", l.label, Need::required);
    a.attribute("domains", l.domains);
    a.attribute("above", l.above);
    a.children("summary", l.summary, Need::required);
}
template <class A>
void layout(A& a, Seen<A, Scheme>& s) {
    a.place(s.at);
    a.attribute("id", s.id, Need::required);
    a.attribute("label", s.label, Need::required);
    a.children("level", s.levels, Need::required);
}
template <class A>
void layout(A& a, Seen<A, Oversight>& o) {
    a.place(o.at);
    a.attribute("since", o.since);
    a.attribute("until", o.until);
    a.children("holds", o.holds, Need::required);
    a.children("consulted", o.consulted);
}
template <class A>
void layout(A& a, Seen<A, Instrument>& i) {
    a.place(i.at);
    a.attribute("id", i.id, Need::required);
    a.attribute("force", i.force, Need::required);
    a.attribute("jurisdiction", i.jurisdiction, Need::required);
    a.attribute("issuer", i.issuer, Need::required);
    a.attribute("companion-of", i.companion_of);
    a.attribute("bearer", i.bearer);
    layout(a, i.dates);
    layout(a, i.provenance);
    a.children("title", i.title, Need::required);
    a.children("short", i.short_title);
    a.children("identifier", i.identifiers);
    a.children("source", i.sources, Need::required);
    a.children("status", i.status, Need::required);
    a.children("asserted", i.assertions);
    a.children("adoption", i.adoptions);
    a.children("filed", i.filings);
    a.children("version", i.versions, Need::required);
    a.children("scheme", i.schemes);
    a.children("oversight", i.oversight);
    a.children("note", i.note);
    a.tagged(i.parts, 1, many);
}

}  // namespace lacuna
