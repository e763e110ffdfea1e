// Dates as formulas: has the day come, or one that depends on the days of events?

#include <cstdlib>

#include "trigger/interpretation.hpp"
#include "lacuna/standing.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

/// The latest day that lies at least this long before `on`; nothing where that is no matter of whole days, or beyond all calendars.
std::optional<Day> before(Day on, const Decimal& amount, TimeUnit unit) {
    const int n = std::atoi(amount.str().c_str());
    // what a part of a month is, nobody says
    if (n > 10000 || *Decimal::parse(std::to_string(n)) != amount) return std::nullopt;
    const auto shifted = [&](Day d, int months) {
        auto ymd = std::chrono::year_month_day{d} + std::chrono::months(months);
        if (!ymd.ok()) ymd = ymd.year() / ymd.month() / std::chrono::last;
        return Day{ymd};
    };
    switch (unit) {
        case TimeUnit::hour: return on - std::chrono::days((n + 23) / 24);
        case TimeUnit::day: return on - std::chrono::days(n);
        case TimeUnit::week: return on - std::chrono::weeks(n);
        case TimeUnit::month:
        case TimeUnit::year: {
            const int months = unit == TimeUnit::year ? 12 * n : n;
            Day d = shifted(on, -months) + std::chrono::days(3);
            while (shifted(d, months) > on) d -= std::chrono::days(1);
            return d;
        }
        case TimeUnit::business_day: break;
    }
    return std::nullopt;
}

}  // namespace

/// Does it apply on the day? Open where that is not known.
FormulaNo Interpretation::in_time(NodeNo n, int version) {
    switch (time_standing(corpus_, n, version, on_).applies) {
        case Answer::yes: return logic_.constant(true);
        case Answer::no: return logic_.constant(false);
        case Answer::undetermined: break;
    }
    return logic_.boolean(standing_var(corpus_.cite(n) + " applies"));
}

FormulaNo Interpretation::day_at_most(VarNo day, Day latest) { return logic_.linear({{{day, -1}}, -day_number(latest), false}); }

VarNo Interpretation::standing_var(const std::string& what) {
    Unknown u;
    u.kind = UnknownKind::standing;
    u.name = what;
    u.words = what;
    return var(std::move(u));
}

/// Something that nobody can tell: whether that time has come.
FormulaNo Interpretation::left_open(const TimeExpr& t) { return logic_.boolean(standing_var(in_words(corpus_, t))); }

FormulaNo Interpretation::come(const TimeExpr& t, const DayRange& day) {
    switch (lacuna::has_come(day, on_)) {
        case Answer::yes: return logic_.constant(true);
        case Answer::no: return logic_.constant(false);
        case Answer::undetermined: break;
    }
    return left_open(t);
}

/// So long after an event: has it come?
FormulaNo Interpretation::passed(const TimeExpr& t) {
    const auto latest = t.side == Side::before || !t.amount || !t.unit ? std::nullopt : before(on_, *t.amount, *t.unit);
    if (!latest) return left_open(t);
    Unknown u;
    u.kind = UnknownKind::day;
    u.name = "event:" + t.event;
    u.detail = std::string(word(t.anchor.value_or(Anchor::occurrence)));
    return day_at_most(var(std::move(u)), *latest);
}

FormulaNo Interpretation::come(const TimeExpr& t) {
    std::vector<FormulaNo> parts;
    for (const auto& p : t.parts) parts.push_back(come(p));
    switch (t.kind) {
        case TimeKind::fixed: return t.on ? come(t, *t.on) : logic_.constant(false);
        case TimeKind::earlier_of: return logic_.any(parts);
        case TimeKind::later_of: return logic_.all(parts);
        case TimeKind::within: return passed(t);
        case TimeKind::promptly:
        case TimeKind::agreed:
        case TimeKind::every: break;
    }
    return left_open(t);
}

FormulaNo Interpretation::has_come(const KnownDate& date) {
    if (date.computed != nullptr) return come(*date.computed);
    if (!date.fixed) return logic_.constant(true);
    TimeExpr fixed;
    fixed.kind = TimeKind::fixed;
    fixed.on = date.fixed;
    return come(fixed);
}

FormulaNo Interpretation::past_legacy(NodeNo n) {
    const auto legacy = corpus_.date(n, DateKind::legacy_until);
    if (legacy.computed == nullptr && !legacy.fixed) return logic_.constant(true);
    const auto applies = corpus_.date(n, DateKind::applies_from).fixed;
    if (!applies) return logic_.any({has_come(legacy), logic_.boolean(standing_var("the day from which it applies"))});
    Unknown u;
    u.kind = UnknownKind::day;
    u.name = "placed-on-market";
    const VarNo placed = var(std::move(u));
    const auto from = [&](Day d) { return logic_.negation(day_at_most(placed, d - std::chrono::days(1))); };
    // a model placed on the day on which the duty begins to apply is a new one
    FormulaNo new_model = from(applies->last);
    if (!applies->exact()) new_model = logic_.any({new_model, logic_.all({from(applies->first), logic_.boolean(standing_var("the day from which it applies"))})});
    return logic_.any({has_come(legacy), new_model});
}

}  // namespace lacuna
