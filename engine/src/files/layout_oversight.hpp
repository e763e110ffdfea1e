#pragma once
// Oversight as XML: who holds which function, and who is consulted.

#include "lacuna/oversight.hpp"
#include "files/layout.hpp"

namespace lacuna {

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

}  // namespace lacuna
