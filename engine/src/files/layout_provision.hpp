#pragma once
// Provisions and divisions as XML.

#include "lacuna/provision.hpp"
#include "files/layout_clock.hpp"
#include "files/layout_condition.hpp"
#include "files/layout_oversight.hpp"

namespace lacuna {

template <class A>
void layout(A& a, Seen<A, Dates>& d) {
    a.attribute("in-force-from", d.in_force_from);
    a.attribute("applies-from", d.applies_from);
    a.attribute("enforceable-from", d.enforceable_from);
    a.attribute("legacy-until", d.legacy_until);
}
template <class A>
void layout(A& a, Seen<A, RefText>& r) {
    a.place(r.at);
    a.attribute("ref", r.ref, Need::required);
}
template <class A>
void layout(A& a, Seen<A, Exception>& e) {
    a.place(e.at);
    a.attribute("ref", e.ref);
    a.children("summary", e.summary, Need::required);
    a.tagged(e.condition, 0, 1);
}
template <class A>
void layout(A& a, Seen<A, Escape>& e) {
    a.place(e.at);
    a.attribute("competitor", e.competitor, Need::required);
    a.children("summary", e.summary, Need::required);
    a.tagged(e.condition, 0, 1);
}
template <class A>
void layout(A& a, Seen<A, Deems>& d) {
    a.place(d.at);
    a.attribute("keeping", d.keeping, Need::required);
    a.attribute("counts-as", d.counts_as, Need::required);
    a.attribute("effect", d.effect, Need::required);
}
template <class A>
void layout(A& a, Seen<A, Refers>& r) {
    a.place(r.at);
    a.attribute("ref", r.ref, Need::required);
    a.attribute("kind", r.kind, Need::required);
}
template <class A>
void layout(A& a, Seen<A, Defines>& d) {
    a.attribute("term", d.term, Need::required);
}
template <class A>
void layout(A& a, Seen<A, Term>& t) {
    a.place(t.at);
    a.attribute("name", t.name, Need::required);
    a.attribute("ref", t.ref, Need::required);
}
template <class A>
void layout(A& a, Seen<A, Amount>& m) {
    a.place(m.at);
    a.attribute("value", m.value);
    a.attribute("unit", m.unit);
    a.attribute("percent", m.percent);
    a.attribute("of", m.of);
    a.attribute("year", m.year);
}
template <class A>
void layout(A& a, Seen<A, Sanction>& s) {
    a.place(s.at);
    a.attribute("by", s.by, Need::required);
    a.attribute("per", s.per);
    a.attribute("through", s.through);
    a.attribute("combine", s.combine);
    a.attribute("discretion", s.discretion);
    a.children("punishes", s.punishes);
    a.children("amount", s.amounts);
}
template <class A>
void layout(A& a, Seen<A, Citation>& c) {
    a.place(c.at);
    a.attribute("ref", c.ref, Need::required);
    a.attribute("locator", c.locator);
    a.attribute("grade", c.grade);
}
/// What a provision says, without the summary, the grade of checking and the provisions inside it.
template <class A>
void layout_norm(A& a, Seen<A, Provision>& p) {
    a.children("date", p.computed);
    a.wrapped("when", p.when);
    a.children("unless", p.unless);
    a.children("escape", p.escapes);
    a.children("exempts", p.exempts);
    a.children("deems", p.deems);
    a.children("guards", p.guards);
    a.children("refers", p.refers);
    a.children("defines", p.defines);
    a.children("term", p.terms);
    a.children("clock", p.clocks);
    a.children("sanction", p.sanctions);
    a.children("holds", p.holds);
    a.children("consulted", p.consulted);
}
template <class A>
void layout(A& a, Seen<A, Provision>& p) {
    const bool norm = p.kind == NodeKind::provision;
    a.place(p.at);
    a.attribute("id", p.id, Need::required);
    a.attribute("cite", p.cite, Need::required);
    if (norm) {
        a.attribute("norm", p.norm, Need::required);
        a.attribute("modality", p.modality);
    }
    a.attribute("bearer", p.bearer);
    if (norm) {
        a.attribute("class", p.into);
        a.attribute("presumed", p.presumed);
        a.attribute("themes", p.themes);
        a.attribute("domains", p.domains);
        a.attribute("clarity", p.clarity);
        a.attribute("if-unsure", p.if_unsure);
        a.attribute("evaluation-dependent", p.evaluation_dependent);
        a.attribute("addresses", p.addresses);
        a.attribute("hardens", p.hardens);
        a.attribute("parts", p.completeness);
    }
    a.attribute("since", p.since);
    a.attribute("until", p.until);
    layout(a, p.dates);
    layout(a, p.provenance);
    a.children("identifier", p.identifiers);
    a.children("title", p.title, norm ? Need::optional : Need::required);
    if (norm) {
        a.children("summary", p.summary, Need::required);
        layout_norm(a, p);
        a.children("cited", p.cited);
    } else {
        a.children("date", p.computed);
    }
    a.children("note", p.note);
    a.tagged(p.parts, 0, many);
}

}  // namespace lacuna
