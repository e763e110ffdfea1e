#pragma once
// Times as XML: what a clock and a computed date are made of.

#include "lacuna/clock.hpp"
#include "files/layout.hpp"

namespace lacuna {

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

}  // namespace lacuna
