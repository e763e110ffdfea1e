#include "trigger/interpretation.hpp"

#include <algorithm>

namespace lacuna {

using logic::Rational;

Interpretation::Interpretation(const Corpus& corpus, const Situation& situation, Day on) : corpus_(corpus), situation_(situation), on_(on) { find_exempting_tests(); }

const Fact* Interpretation::fact(const Id& id) const {
    const auto& facts = corpus_.vocabulary().facts;
    const auto it = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.id == id; });
    return it == facts.end() ? nullptr : &*it;
}

FormulaNo Interpretation::condition(const Condition& c, NodeNo from, int version) { return read(c, {from, version, {}}); }

FormulaNo Interpretation::in_class(const Id& name, NodeNo from, int version) { return class_formula(name, {from, version, {}}); }

VarNo Interpretation::quantity(const Id& id, const Condition& c, const Seen& seen, const std::string& unit) {
    Unknown u;
    u.kind = UnknownKind::quantity;
    u.view = seen.view;
    u.name = id;
    u.unit = unit;
    const auto* f = fact(id);
    if (f != nullptr && f->per_year) u.year = static_cast<int>(std::chrono::year_month_day{on_}.year()) - (c.year == "preceding" ? 1 : 0);
    return var(std::move(u));
}

/// Left side minus right side, compared with a constant.
logic::Linear Interpretation::compared_days(const Condition& c, const Seen& seen) {
    logic::Linear out;
    Unknown u;
    u.kind = UnknownKind::day;
    u.view = seen.view;
    u.name = c.fact;
    out.terms.push_back({var(std::move(u)), 1});
    if (const auto day = parse_day(c.value)) out.bound = day_number(*day);
    return out;
}

logic::Linear Interpretation::compared_quantities(const Condition& c, const Seen& seen) {
    logic::Linear out;
    const auto* f = fact(c.fact);
    const Rational factor = c.factor.empty() ? Rational(1) : logic::fraction(c.factor).value_or(1);
    // a multiple of another fact is compared in the unit that this fact has first
    const std::string unit = !c.unit.empty() ? c.unit : f != nullptr && !f->units.empty() ? f->units.front() : "";
    out.terms.push_back({quantity(c.fact, c, seen, unit), 1});
    for (const auto& other : c.plus) out.terms.push_back({quantity(other, c, seen, unit), 1});
    if (!c.of.empty()) out.terms.push_back({quantity(c.of, c, seen, unit), -factor});
    else if (const auto value = Decimal::parse(c.value)) out.bound = logic::rational(*value) * factor;
    return out;
}

FormulaNo Interpretation::comparison(const Condition& c, const Seen& seen) {
    const auto* f = fact(c.fact);
    const auto difference = f != nullptr && f->kind == FactKind::date ? compared_days(c, seen) : compared_quantities(c, seen);
    const auto more = [&](bool strict) {
        auto l = difference;
        l.strict = strict;
        return logic_.linear(std::move(l));
    };
    switch (c.kind) {
        case ConditionKind::more_than: return more(true);
        case ConditionKind::at_least: return more(false);
        case ConditionKind::less_than: return logic_.negation(more(false));
        case ConditionKind::at_most: return logic_.negation(more(true));
        default: return logic_.all({more(false), logic_.negation(more(true))});
    }
}

/// What somebody judges to be known is neither what is known nor what is so.
FormulaNo Interpretation::as_seen_by(std::vector<Id> who, const Condition& c, Seen seen) {
    seen.view.insert(seen.view.end(), who.begin(), who.end());
    std::sort(seen.view.begin(), seen.view.end());
    return read(c, seen);
}

FormulaNo Interpretation::told(UnknownKind kind, const Id& name, const std::string& detail, const Condition& c, const Seen& seen) {
    Unknown u;
    u.kind = kind;
    u.view = seen.view;
    u.name = name;
    u.detail = detail;
    u.words = c.words;
    return logic_.boolean(var(std::move(u)));
}

std::vector<FormulaNo> Interpretation::each(const std::vector<Condition>& conditions, const Seen& seen) {
    std::vector<FormulaNo> out;
    for (const auto& c : conditions) out.push_back(read(c, seen));
    return out;
}

FormulaNo Interpretation::read(const Condition& c, const Seen& seen) {
    switch (c.kind) {
        case ConditionKind::all: return logic_.all(each(c.parts, seen));
        case ConditionKind::any: return logic_.any(each(c.parts, seen));
        case ConditionKind::negation: return negated([&] { return read(c.parts.front(), seen); });
        case ConditionKind::more_than:
        case ConditionKind::at_least:
        case ConditionKind::less_than:
        case ConditionKind::at_most:
        case ConditionKind::equals: return comparison(c, seen);
        case ConditionKind::is: return told(UnknownKind::flag, c.fact, {}, c, seen);
        case ConditionKind::includes: return told(UnknownKind::member, c.fact, c.value, c, seen);
        case ConditionKind::reaches: return told(UnknownKind::level, c.level, c.scheme, c, seen);
        case ConditionKind::event: return told(UnknownKind::event, c.name, {}, c, seen);
        case ConditionKind::in_class: return class_formula(c.name, seen);
        case ConditionKind::known: return as_seen_by({expected_view}, c.parts.front(), seen);
        case ConditionKind::judged: return as_seen_by(c.by, c.parts.front(), seen);
        case ConditionKind::test: return told(UnknownKind::test, c.name, c.words, c, seen);  // one name for two tests does not make them one
    }
    return logic_.constant(true);
}

}  // namespace lacuna
