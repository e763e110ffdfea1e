#pragma once
// Conditions as XML.

#include "lacuna/condition.hpp"
#include "files/layout.hpp"

namespace lacuna {

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

}  // namespace lacuna
