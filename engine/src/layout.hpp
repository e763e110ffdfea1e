#pragma once
// How every corpus element is laid out as XML, said once: the reader, the writer and the canonical form walk the same
// description, so that read -> write -> read is a fixed point by construction.
//
// An archive offers: attribute(name, field, need), text(field), children(name, items, need), wrapped(name, items),
// tagged(items, at_least, at_most), place(field). `need` says whether an absent one is a problem.

#include <type_traits>

#include "lacuna/instrument.hpp"
#include "lacuna/mapping.hpp"
#include "lacuna/party.hpp"
#include "lacuna/situation.hpp"
#include "lacuna/vocabulary.hpp"

namespace lacuna {

enum class Need { optional, required };

/// A field as an archive sees it: constant for those that only look.
template <class Archive, class T>
using Seen = std::conditional_t<Archive::only_looks, const T, T>;

inline constexpr std::size_t many = static_cast<std::size_t>(-1);

template <class A>
void layout(A& a, Seen<A, Text>& t) {
    a.attribute("xml:lang", t.lang);
    a.text(t.value);
}
template <class A>
void layout(A& a, Seen<A, Identifier>& i) {
    a.attribute("scheme", i.scheme, Need::required);
    a.text(i.value);
}
template <class A>
void layout(A& a, Seen<A, Provenance>& p) {
    a.attribute("source", p.source);
    a.attribute("locator", p.locator);
    a.attribute("grade", p.grade);
}
template <class A>
void layout(A& a, Seen<A, Source>& s) {
    a.place(s.at);
    a.attribute("id", s.id, Need::required);
    a.attribute("url", s.url);
    a.attribute("archive", s.archive);
    a.attribute("sha256", s.sha256);
    a.attribute("seen", s.seen);
    a.children("title", s.title, Need::required);
}
template <class A>
void layout(A& a, Seen<A, Dates>& d) {
    a.attribute("in-force-from", d.in_force_from);
    a.attribute("applies-from", d.applies_from);
    a.attribute("enforceable-from", d.enforceable_from);
    a.attribute("legacy-until", d.legacy_until);
}

// ---- time ----
template <class A>
void layout(A& a, Seen<A, TimeExpr>& t) {
    a.place(t.at);
    switch (t.kind) {
        case TimeKind::within:
            a.attribute("amount", t.amount, Need::required);
            a.attribute("unit", t.unit, Need::required);
            a.attribute("event", t.event, Need::required);
            a.attribute("anchor", t.anchor);
            a.attribute("side", t.side);
            a.attribute("calendar", t.calendar);
            return;
        case TimeKind::promptly:
            a.attribute("event", t.event, Need::required);
            a.attribute("anchor", t.anchor);
            a.attribute("words", t.words, Need::required);
            return;
        case TimeKind::agreed: a.attribute("with", t.with, Need::required); return;
        case TimeKind::fixed: a.attribute("on", t.on, Need::required); return;
        case TimeKind::every:
            a.attribute("amount", t.amount, Need::required);
            a.attribute("unit", t.unit, Need::required);
            a.attribute("first", t.first);
            a.attribute("event", t.event);
            a.attribute("anchor", t.anchor);
            a.attribute("reset", t.reset);
            a.attribute("until", t.until);
            a.attribute("calendar", t.calendar);
            return;
        case TimeKind::earlier_of:
        case TimeKind::later_of: a.tagged(t.parts, 2, many); return;
    }
}
template <class A>
void layout(A& a, Seen<A, Clock>& c) {
    a.place(c.at);
    a.attribute("kind", c.kind, Need::required);
    a.attribute("label", c.label);
    a.tagged(c.expr, 1, 1);
}
template <class A>
void layout(A& a, Seen<A, ComputedDate>& d) {
    a.place(d.at);
    a.attribute("for", d.kind, Need::required);
    a.tagged(d.expr, 1, 1);
}

// ---- conditions ----
template <class A>
void layout(A& a, Seen<A, Condition>& c) {
    a.place(c.at);
    switch (c.kind) {
        case ConditionKind::all:
        case ConditionKind::any: a.tagged(c.parts, 2, many); return;
        case ConditionKind::negation:
        case ConditionKind::known: a.tagged(c.parts, 1, 1); return;
        case ConditionKind::judged:
            a.attribute("by", c.by, Need::required);
            a.tagged(c.parts, 1, 1);
            return;
        case ConditionKind::is: a.attribute("fact", c.fact, Need::required); return;
        case ConditionKind::includes:
            a.attribute("fact", c.fact, Need::required);
            a.attribute("value", c.value, Need::required);
            return;
        case ConditionKind::reaches:
            a.attribute("scheme", c.scheme, Need::required);
            a.attribute("level", c.level, Need::required);
            return;
        case ConditionKind::event:
        case ConditionKind::in_class: a.attribute("name", c.name, Need::required); return;
        case ConditionKind::test:
            a.attribute("id", c.name, Need::required);
            a.text(c.words);
            return;
        case ConditionKind::more_than:
        case ConditionKind::at_least:
        case ConditionKind::less_than:
        case ConditionKind::at_most:
        case ConditionKind::equals:
            a.attribute("fact", c.fact, Need::required);
            a.attribute("plus", c.plus);
            a.attribute("value", c.value);
            a.attribute("unit", c.unit);
            a.attribute("of", c.of);
            a.attribute("factor", c.factor);
            a.attribute("year", c.year);
            return;
    }
}

// ---- oversight ----
template <class A>
void layout(A& a, Seen<A, HolderTerms>& t) {
    a.attribute("reach", t.reach);
    a.attribute("when", t.when);
    a.attribute("discretion", t.discretion);
    a.attribute("needs", t.needs);
}
template <class A>
void layout(A& a, Seen<A, Formula>& f) {
    a.place(f.at);
    switch (f.kind) {
        case FormulaKind::holder:
            a.attribute("party", f.party, Need::required);
            layout(a, f.terms);
            return;
        case FormulaKind::k_of:
            a.attribute("k", f.k, Need::required);
            a.tagged(f.parts, 2, many);
            return;
        case FormulaKind::all_of:
        case FormulaKind::any_of: a.tagged(f.parts, 2, many); return;
    }
}
template <class A>
void layout(A& a, Seen<A, Cell>& c) {
    a.place(c.at);
    a.attribute("function", c.function, Need::required);
    a.attribute("party", c.party);
    a.attribute("state", c.state);
    layout(a, c.terms);
    a.attribute("over", c.over);
    layout(a, c.provenance);
    a.tagged(c.formula, 0, 1);
    a.children("note", c.note);
}
template <class A>
void layout(A& a, Seen<A, Consulted>& c) {
    a.place(c.at);
    a.attribute("function", c.function, Need::required);
    a.attribute("party", c.party, Need::required);
}

// ---- provisions ----
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

// ---- instruments ----
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
    a.children("version", i.versions, Need::required);
    a.children("scheme", i.schemes);
    a.children("oversight", i.oversight);
    a.children("note", i.note);
    a.tagged(i.parts, 1, many);
}

// ---- parties ----
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

// ---- situations ----
template <class A>
void layout(A& a, Seen<A, Known>& k) {
    a.place(k.at);
    switch (k.kind) {
        case KnownKind::quantity:
            a.attribute("fact", k.name, Need::required);
            a.attribute("year", k.year);
            a.attribute("value", k.value);
            a.attribute("low", k.low);
            a.attribute("high", k.high);
            a.attribute("unit", k.unit, Need::required);
            a.attribute("precision", k.precision);
            break;
        case KnownKind::day:
            a.attribute("fact", k.name, Need::required);
            a.attribute("on", k.on, Need::required);
            break;
        case KnownKind::flag:
            a.attribute("fact", k.name, Need::required);
            a.attribute("holds", k.holds, Need::required);
            break;
        case KnownKind::set:
            a.attribute("fact", k.name, Need::required);
            a.attribute("includes", k.includes);
            a.attribute("excludes", k.excludes);
            a.attribute("only", k.only);
            break;
        case KnownKind::level:
            a.attribute("scheme", k.scheme, Need::required);
            a.attribute("name", k.name, Need::required);
            a.attribute("holds", k.holds, Need::required);
            break;
        case KnownKind::test:
        case KnownKind::in_class:
            a.attribute("name", k.name, Need::required);
            a.attribute("holds", k.holds, Need::required);
            break;
        case KnownKind::event:
            a.attribute("name", k.name, Need::required);
            a.attribute("holds", k.holds);
            a.attribute("occurrence", k.occurrence);
            a.attribute("discovery", k.discovery);
            a.attribute("awareness", k.awareness);
            a.attribute("end", k.end);
            a.attribute("decided", k.decided);
            a.attribute("effective", k.effective);
            a.attribute("withdrawn", k.withdrawn);
            break;
    }
    a.attribute("seen-by", k.view);
    layout(a, k.provenance);
    a.children("note", k.note);
}
template <class A>
void layout(A& a, Seen<A, Situation>& s) {
    a.place(s.at);
    a.attribute("id", s.id, Need::required);
    a.attribute("developer", s.developer);
    a.attribute("model", s.model);
    a.children("source", s.sources);
    a.children("note", s.note);
    a.tagged(s.facts, 0, many);
}

// ---- vocabulary ----
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
    a.children("axiom", v.axioms);
    a.children("jurisdiction", v.jurisdictions);
}

// ---- mappings ----
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
