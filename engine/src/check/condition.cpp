// What is wrong with conditions: facts, units and years that do not fit, levels, events and classes that are not there.

#include <algorithm>

#include <fmt/format.h>

#include "check/pass.hpp"

namespace lacuna {
namespace {

/// A number, or a fraction of two: "0.5", "1/3".
bool good_factor(const std::string& text) {
    const auto slash = text.find('/');
    if (slash == std::string::npos) return Decimal::parse(text).has_value();
    const auto below = Decimal::parse(text.substr(slash + 1));
    return Decimal::parse(text.substr(0, slash)) && below && *below != Decimal{};
}

bool measured_in(const Fact& f, const std::string& unit) { return std::find(f.units.begin(), f.units.end(), unit) != f.units.end(); }

void compared_value(CheckPass& pass, const Condition& c, const Fact& f) {
    if (c.value.empty()) return;
    if (f.kind == FactKind::quantity) {
        if (!Decimal::parse(c.value)) pass.problem(c.at, "bad-value", fmt::format("'{}' is not a decimal number", c.value), "write digits, perhaps a point and an exponent, as in 1e25");
        if (!measured_in(f, c.unit))
            pass.problem(c.at, "bad-unit", c.unit.empty() ? fmt::format("'{}' is compared without a unit", c.fact) : fmt::format("'{}' is not measured in '{}'", c.fact, c.unit), fmt::format("use {}", join(f.units)));
    }
    if (f.kind == FactKind::date && !parse_day(c.value)) pass.problem(c.at, "bad-value", fmt::format("'{}' is not a day of the calendar", c.value), "write YYYY-MM-DD");
}

void added(CheckPass& pass, const Condition& c) {
    for (const auto& id : c.plus) {
        pass.known(c.at, pass.facts, id);
        const auto* f = pass.fact(id);
        if (f != nullptr && (f->kind != FactKind::quantity || !measured_in(*f, c.unit)))
            pass.problem(c.at, "bad-comparison", fmt::format("'{}' cannot be added: it is not measured in '{}'", id, c.unit), "add quantities of the same unit");
    }
}

void multiple(CheckPass& pass, const Condition& c) {
    pass.known(c.at, pass.facts, c.of);
    const auto* f = pass.fact(c.of);
    if (f != nullptr && f->kind != FactKind::quantity)
        pass.problem(c.at, "bad-comparison", fmt::format("'{}' is a {} and has no multiple", c.of, word(f->kind)), "compare with a quantity of the same unit");
    if (!c.factor.empty() && !good_factor(c.factor)) pass.problem(c.at, "bad-value", fmt::format("'{}' is not a factor", excerpt(c.factor)), "write a number or a fraction, as in 0.5 or 1/3");
}

void comparison(CheckPass& pass, const Condition& c, const Fact& f) {
    if (c.value.empty() == c.of.empty()) pass.problem(c.at, "bad-value", fmt::format("<{}> compares '{}' with nothing, or with two things", word(c.kind), c.fact), "give a value, or of=\"...\" with another fact");
    compared_value(pass, c, f);
    if (f.kind == FactKind::flag || f.kind == FactKind::set) pass.problem(c.at, "bad-comparison", fmt::format("'{}' is a {} and has no more or less", c.fact, word(f.kind)), f.kind == FactKind::flag ? "use <is>" : "use <includes>");
    if (f.per_year && c.year.empty()) pass.problem(c.at, "missing-attribute", fmt::format("'{}' means nothing without a year", c.fact), "add year=\"preceding\" or the like");
    added(pass, c);
    multiple(pass, c);
}

void level(CheckPass& pass, const Condition& c) {
    const auto* levels = pass.levels(c.scheme);
    if (levels == nullptr) pass.problem(c.at, "unknown-name", fmt::format("no scheme is called '{}'", c.scheme), "declare a <scheme> on its instrument");
    else if (!levels->contains(c.level)) pass.problem(c.at, "unknown-name", fmt::format("no level of scheme '{}' is called '{}'", c.scheme, c.level), "name a level of this scheme");
}

void kind_of_fact(CheckPass& pass, const Condition& c, const Fact& f, FactKind wanted) {
    if (f.kind != wanted) pass.problem(c.at, "bad-comparison", fmt::format("'{}' is a {}, not a {}", c.fact, word(f.kind), word(wanted)), "use the condition for its kind");
}

void member(CheckPass& pass, const Condition& c, const Fact& f) {
    const auto ids = ids_of(f.values);
    if (ids.empty() || std::find(ids.begin(), ids.end(), c.value) != ids.end()) return;
    pass.problem(c.at, "unknown-name", fmt::format("'{}' has no value '{}'", c.fact, excerpt(c.value)), near_or(c.value, ids, fmt::format("use one of {}", join(ids))));
}

void about_fact(CheckPass& pass, const Condition& c, const Fact& f) {
    if (is_comparison(c.kind)) comparison(pass, c, f);
    if (c.kind == ConditionKind::is) kind_of_fact(pass, c, f, FactKind::flag);
    if (c.kind == ConditionKind::includes) {
        kind_of_fact(pass, c, f, FactKind::set);
        member(pass, c, f);
    }
}

}  // namespace

void check_condition(CheckPass& pass, const Condition& c) {
    pass.known(c.at, pass.facts, c.fact);
    if (const auto* f = pass.fact(c.fact)) about_fact(pass, c, *f);
    if (c.kind == ConditionKind::event) pass.known(c.at, pass.events, c.name);
    if (c.kind == ConditionKind::in_class) pass.known(c.at, pass.classes, c.name);
    if (c.kind == ConditionKind::reaches) level(pass, c);
    for (const auto& id : c.by) pass.party_or_bearer(c.at, id);
    for (const auto& part : c.parts) check_condition(pass, part);
}

}  // namespace lacuna
