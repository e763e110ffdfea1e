#include "time/counting.hpp"

#include <algorithm>
#include <charconv>

namespace lacuna {
namespace {

using std::chrono::days;
using std::chrono::minutes;

/// A limit from minutes since 1970, local.
Limit local(minutes at, std::optional<minutes> offset) {
    const auto day = std::chrono::floor<days>(at);
    return {Day{day}, at - day, offset};
}

Day months_later(Day day, int months) {
    const std::chrono::year_month_day d{day};
    const auto month = d.year() / d.month() + std::chrono::months(months);
    const auto last = (month / std::chrono::last).day();
    return Day{month / std::min(d.day(), last)};
}

Day business_days_later(Day day, int amount, bool saturdays) {
    const days step(amount < 0 ? -1 : 1);
    const auto counts = [&](Day d) { return !is_weekend(d) || (saturdays && std::chrono::weekday(d) == std::chrono::Saturday); };
    for (int left = std::abs(amount); left > 0;) {
        day += step;
        if (counts(day)) --left;
    }
    return day;
}

int working_days(Day after, Day last) {
    int n = 0;
    for (Day d = after + days(1); d <= last && n < 2; d += days(1)) n += is_weekend(d) ? 0 : 1;
    return n;
}

/// The last day moved to where a period of two days or more holds two working days.
Day with_two_working_days(Day after, Day last) {
    while (working_days(after, last) < 2) last = next_working_day(last + days(1));
    return last;
}

/// Hours from a moment; from a day without a time, from its start or from its end.
Ends hours_after(int hours, const Moment& from, const CountingRule* rule) {
    const std::optional<minutes> offset = from.time ? std::optional(from.offset) : std::nullopt;
    const minutes start = from.day.time_since_epoch(), length = std::chrono::hours(hours);
    minutes first = start + from.time.value_or(minutes(0)), last = from.time ? first : start + days(1);
    if (rule != nullptr && rule->whole_hours) {
        // the hour in which it happened is not counted: the period begins with the next one
        const minutes hour_end = std::chrono::floor<std::chrono::hours>(first) + std::chrono::hours(1);
        last = from.time ? hour_end : last;
        if (rule->grade != Grade::unchecked) first = hour_end;
    }
    Ends ends{local(first + length, offset), local(last + length, offset)};
    if (rule == nullptr) return ends;
    // doubtful for hours, so it moves the later side only
    if (rule->two_working_days && hours >= 48 && working_days(from.day, ends.last.day) < 2) ends.last = {with_two_working_days(from.day, ends.last.day), {}, offset};
    if (rule->hours_extend) ends.last.day = next_working_day(ends.last.day);
    return ends;
}

Ends days_after(const Period& period, const Moment& from, const CountingRule* rule) {
    Day start = from.day;
    // where the first day counts if all of it is left, a period from midnight is a day shorter
    if (rule != nullptr && rule->midnight_counts && from.time == minutes(0) && period.amount > 0) start -= days(1);
    const bool business = period.unit == TimeUnit::business_day;
    const Day plain = shifted(start, period);
    if (business) return {{shifted(start, period, rule != nullptr && rule->saturday_doubtful), {}, {}}, {plain, {}, {}}};
    if (period.amount == 0) return {{plain, {}, {}}, {plain, {}, {}}};
    Day moved = next_working_day(plain);
    if (rule != nullptr && rule->two_working_days && plain - start >= days(2)) moved = with_two_working_days(start, moved);
    const bool sure = rule != nullptr && rule->grade != Grade::unchecked;
    return {{sure ? moved : plain, {}, {}}, {moved, {}, {}}};
}

/// Before an event nothing is moved: it would come too late.
Ends before_event(const Period& period, const Moment& from, const CountingRule* rule) {
    const std::optional<minutes> offset = from.time ? std::optional(from.offset) : std::nullopt;
    const minutes start = from.day.time_since_epoch() + from.time.value_or(minutes(0));
    if (period.unit == TimeUnit::hour) {
        const minutes length = std::chrono::hours(period.amount);
        return {local(start - length, offset), local(start - length + (from.time ? days(0) : days(1)), offset)};
    }
    if (period.amount == 0) return from.time ? Ends{limit_at(from), limit_at(from)} : Ends{{from.day - days(1), {}, {}}, {from.day, {}, {}}};
    const Day plain = shifted(from.day, period);
    // without a rule the days between may have to be full ones
    return {{rule != nullptr && rule->grade != Grade::unchecked ? plain : plain - days(1), {}, {}}, {plain, {}, {}}};
}

}  // namespace

bool is_weekend(Day day) {
    const std::chrono::weekday w(day);
    return w == std::chrono::Saturday || w == std::chrono::Sunday;
}

Day next_working_day(Day day) {
    while (is_weekend(day)) day += days(1);
    return day;
}

Day shifted(Day day, const Period& period, bool saturdays) {
    const int n = period.side == Side::before ? -period.amount : period.amount;
    switch (period.unit) {
        case TimeUnit::hour: return day + days(n / 24);
        case TimeUnit::day: return day + days(n);
        case TimeUnit::business_day: return business_days_later(day, n, saturdays);
        case TimeUnit::week: return day + days(7 * n);
        case TimeUnit::month: return months_later(day, n);
        case TimeUnit::year: return months_later(day, 12 * n);
    }
    return day;
}

std::optional<Period> period_of(const TimeExpr& expr) {
    if (!expr.amount || !expr.unit) return std::nullopt;
    const std::string text = expr.amount->str();
    int amount = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
    if (error != std::errc{} || end != text.data() + text.size() || amount < 0) return std::nullopt;
    // a thousand years of any unit are more than any law counts, and stay inside the calendar
    static constexpr std::array<int, 6> most{24 * 366 * 1000, 366 * 1000, 261 * 1000, 52 * 1000, 12 * 1000, 1000};
    if (amount > most[static_cast<std::size_t>(*expr.unit)]) return std::nullopt;
    return Period{amount, *expr.unit, expr.side.value_or(Side::after)};
}

DayRange day_in_place(const Moment& m, const CountingRule* rule) {
    if (!m.time || rule == nullptr || (rule->offset_low <= m.offset && m.offset <= rule->offset_high)) return {m.day, m.day};
    const minutes utc = m.day.time_since_epoch() + *m.time - m.offset;
    const auto day_at = [&](minutes offset) { return Day{std::chrono::floor<days>(utc + offset)}; };
    return {std::min(m.day, day_at(rule->offset_low)), std::max(m.day, day_at(rule->offset_high))};
}

Ends ends_of(const Period& period, const Moment& from, const CountingRule* rule) {
    const bool by_time = period.unit == TimeUnit::hour || (period.side == Side::before && period.amount == 0);
    if (const auto place = day_in_place(from, rule); !by_time && place != DayRange{from.day, from.day})
        return {ends_of(period, {place.first, {}, {}}, rule).first, ends_of(period, {place.last, {}, {}}, rule).last};
    if (period.side == Side::before) return before_event(period, from, rule);
    return period.unit == TimeUnit::hour ? hours_after(period.amount, from, rule) : days_after(period, from, rule);
}

Turn next_turn(const Period& p, const Moment& from, const CountingRule* rule, Day on) {
    // as many turns as must have passed, whatever the months, and then one by one
    static constexpr std::array<int, 6> hours_at_most{1, 24, 96, 168, 744, 8784};
    const long passed = std::chrono::hours(on - from.day).count(), turn = static_cast<long>(hours_at_most[static_cast<std::size_t>(p.unit)]) * p.amount;
    Turn t{std::max(1, static_cast<int>(passed / turn) - 1), {}};
    for (;; ++t.number) {
        t.ends = ends_of({p.amount * t.number, p.unit, Side::after}, from, rule);
        if (t.ends.last.day >= on) return t;
    }
}

Limit limit_at(const Moment& moment) {
    if (!moment.time) return {moment.day, {}, {}};
    return {moment.day, moment.time, moment.offset};
}

}  // namespace lacuna
