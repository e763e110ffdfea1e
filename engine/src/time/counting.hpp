#pragma once
// Calendar arithmetic: where a period ends that begins with a day or a moment.

#include "lacuna/deadline.hpp"

namespace lacuna {

/// A period as a clock gives it, in whole units.
struct Period {
    int amount = 0;
    TimeUnit unit{};
    Side side = Side::after;
};

/// Nothing for an amount that is no whole number, or too large for the calendar.
std::optional<Period> period_of(const TimeExpr& expr);

bool is_weekend(Day day);
/// The day itself, or the Monday after a weekend. Public holidays are not known.
Day next_working_day(Day day);
/// The day that many units after (or before) `day`: the same day of the week or of the month, or the last day of a month too short.
Day shifted(Day day, const Period& period, bool saturdays = false);

/// The limits that one beginning allows: the earliest and the latest place where the period may end.
struct Ends {
    Limit first, last;
};

/// The days on which a moment may fall: the day as written, and the day where the rule holds if the time is written with another offset.
DayRange day_in_place(const Moment& moment, const CountingRule* rule);

/// Where a period ends that counts from `from`. `rule` null: not known, so both with and without moving to a working day.
Ends ends_of(const Period& period, const Moment& from, const CountingRule* rule);

/// One turn of what recurs.
struct Turn {
    int number = 1;  ///< from 1
    Ends ends;
};
/// The first turn whose end has not passed on `on`. Precondition: the amount is not 0.
Turn next_turn(const Period& period, const Moment& from, const CountingRule* rule, Day on);

Limit limit_at(const Moment& moment);

}  // namespace lacuna
