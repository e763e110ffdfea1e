#pragma once
// Situations as XML.

#include "lacuna/situation.hpp"
#include "files/layout.hpp"

namespace lacuna {

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

}  // namespace lacuna
