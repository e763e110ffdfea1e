#pragma once
// Mapping sets as XML.

#include "lacuna/mapping.hpp"
#include "files/layout.hpp"

namespace lacuna {

template <class A>
void layout(A& a, Seen<A, Authorship>& w) {
    a.attribute("author", w.author);
    a.attribute("reviewer", w.reviewer);
    a.attribute("date", w.date);
    a.attribute("method", w.method);
    a.attribute("confidence", w.confidence);
    a.attribute("status", w.status);
}
template <class A>
void layout(A& a, Seen<A, MappingEnd>& e) {
    a.place(e.at);
    a.attribute("ref", e.ref, Need::required);
    a.attribute("fingerprint", e.fingerprint);
    a.attribute("text-fingerprint", e.text_fingerprint);
}
template <class A>
void layout(A& a, Seen<A, Rationale>& r) {
    a.attribute("xml:lang", r.lang);
    a.attribute("kind", r.kind);
    a.text(r.value);
}
template <class A>
void layout(A& a, Seen<A, Evidence>& e) {
    a.attribute("url", e.url);
    a.text(e.value);
}
template <class A>
void layout(A& a, Seen<A, Qualifier>& q) {
    a.attribute("xml:lang", q.lang);
    a.attribute("kind", q.kind, Need::required);
    a.text(q.value);
}
template <class A>
void layout(A& a, Seen<A, Mapping>& m) {
    a.place(m.at);
    a.attribute("id", m.id, Need::required);
    a.attribute("relation", m.relation, Need::required);
    a.attribute("strength", m.strength);
    layout(a, m.authorship);
    a.children("source", m.sources, Need::required);
    a.children("target", m.targets, Need::required);
    a.children("rationale", m.rationale, Need::required);
    a.children("evidence", m.evidence);
    a.children("qualifier", m.qualifiers);
}
template <class A>
void layout(A& a, Seen<A, Reviewed>& r) {
    a.place(r.at);
    a.attribute("instrument", r.instrument, Need::required);
    a.attribute("version", r.version, Need::required);
    a.attribute("against", r.against, Need::required);
    a.attribute("against-version", r.against_version, Need::required);
    a.attribute("only", r.only);
}
template <class A>
void layout(A& a, Seen<A, MappingSet>& s) {
    a.place(s.at);
    a.attribute("id", s.id, Need::required);
    a.attribute("relates", s.relates, Need::required);
    a.attribute("reading", s.reading, Need::required);
    layout(a, s.authorship);
    a.children("title", s.title, Need::required);
    a.children("note", s.note);
    a.children("reviewed", s.reviewed);
    a.children("mapping", s.mappings, Need::required);
}

}  // namespace lacuna
