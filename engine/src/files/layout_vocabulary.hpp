#pragma once
// The vocabulary as XML.

#include "lacuna/vocabulary.hpp"
#include "files/layout_condition.hpp"

namespace lacuna {

template <class A>
void layout(A& a, Seen<A, Theme>& t) {
    a.place(t.at);
    a.attribute("id", t.id, Need::required);
    a.attribute("stops", t.stops);
    a.children("name", t.name, Need::required);
    a.children("note", t.note);
}
template <class A>
void layout(A& a, Seen<A, Domain>& d) {
    a.place(d.at);
    a.attribute("id", d.id, Need::required);
    a.attribute("broader", d.broader);
    a.children("name", d.name, Need::required);
    a.children("note", d.note);
}
template <class A>
void layout(A& a, Seen<A, FactValue>& v) {
    a.attribute("id", v.id, Need::required);
    a.children("name", v.name, Need::required);
}
template <class A>
void layout(A& a, Seen<A, Fact>& f) {
    a.place(f.at);
    a.attribute("id", f.id, Need::required);
    a.attribute("about", f.about, Need::required);
    a.attribute("kind", f.kind, Need::required);
    a.attribute("units", f.units);
    a.attribute("per-year", f.per_year);
    a.attribute("default", f.default_value);
    a.children("name", f.name, Need::required);
    a.children("value", f.values);
    a.children("note", f.note);
}
template <class A>
void layout(A& a, Seen<A, Event>& e) {
    a.place(e.at);
    a.attribute("id", e.id, Need::required);
    a.attribute("act", e.act);
    a.attribute("as-of", e.as_of);
    a.attribute("on-day", e.on_day);
    a.attribute("not-after", e.not_after);
    a.children("name", e.name, Need::required);
    a.children("note", e.note);
}
template <class A>
void layout(A& a, Seen<A, Class>& c) {
    a.place(c.at);
    a.attribute("id", c.id, Need::required);
    a.attribute("within", c.within);
    a.children("name", c.name, Need::required);
    a.children("note", c.note);
}
template <class A>
void layout(A& a, Seen<A, PartyKind>& k) {
    a.place(k.at);
    a.attribute("id", k.id, Need::required);
    a.children("name", k.name, Need::required);
    a.children("note", k.note);
}
template <class A>
void layout(A& a, Seen<A, EvaluationLimit>& l) {
    a.place(l.at);
    a.attribute("id", l.id, Need::required);
    a.children("name", l.name, Need::required);
    a.children("note", l.note);
}
template <class A>
void layout(A& a, Seen<A, Axiom>& x) {
    a.place(x.at);
    a.children("summary", x.summary, Need::required);
    a.wrapped("if", x.premise);
    a.wrapped("then", x.conclusion);
}
template <class A>
void layout(A& a, Seen<A, Jurisdiction>& j) {
    a.place(j.at);
    a.attribute("id", j.id, Need::required);
    a.attribute("within", j.within);
    a.children("name", j.name, Need::required);
}
template <class A>
void layout(A& a, Seen<A, Vocabulary>& v) {
    a.children("theme", v.themes);
    a.children("domain", v.domains);
    a.children("fact", v.facts);
    a.children("event", v.events);
    a.children("class", v.classes);
    a.children("party-kind", v.party_kinds);
    a.children("limit", v.limits);
    a.children("axiom", v.axioms);
    a.children("jurisdiction", v.jurisdictions);
}

}  // namespace lacuna
