#pragma once
// Time limits and dates that must be computed.

#include <optional>
#include <string>
#include <vector>

#include "lacuna/decimal.hpp"
#include "lacuna/source.hpp"

namespace lacuna {

enum class TimeKind { within, promptly, agreed, fixed, every, earlier_of, later_of };
template <>
struct Words<TimeKind> {
    static constexpr std::array<std::string_view, 7> table{"within", "promptly", "agreed", "fixed", "every", "earlier-of", "later-of"};
    static constexpr std::string_view noun = "time expression";
};
enum class TimeUnit { hour, day, business_day, week, month, year };
template <>
struct Words<TimeUnit> {
    static constexpr std::array<std::string_view, 6> table{"hour", "day", "business-day", "week", "month", "year"};
    static constexpr std::string_view noun = "unit of time";
};
enum class Anchor { occurrence, discovery, awareness, end };
template <>
struct Words<Anchor> {
    static constexpr std::array<std::string_view, 4> table{"occurrence", "discovery", "awareness", "end"};
    static constexpr std::string_view noun = "anchor";
};
enum class Side { before, after };
template <>
struct Words<Side> {
    static constexpr std::array<std::string_view, 2> table{"before", "after"};
    static constexpr std::string_view noun = "side";
};

/// When something is due: a duration from an anchor, a day, a recurrence, or the earlier or later of several.
struct TimeExpr {
    TimeKind kind{};
    std::vector<TimeExpr> parts;     ///< earlier-of, later-of
    std::optional<Decimal> amount;   ///< within, every
    std::optional<TimeUnit> unit;
    Id event;                        ///< within, promptly, every: what it counts from
    std::optional<Anchor> anchor;    ///< which moment of the event; unset: its occurrence
    std::optional<Side> side;        ///< within; unset: after
    Id calendar;                     ///< within, every: rule that says which days count; empty: not known
    std::optional<DayRange> first;   ///< every: the first time is due by this day, the others count from it
    Id reset;                        ///< every: starts anew when this happens
    Id until;                        ///< every: ends when this happens
    std::string words;               ///< promptly: the words of the law, never a number
    Id with;                         ///< agreed: with whom
    std::optional<DayRange> on;      ///< fixed
    Place at;
    friend bool operator==(const TimeExpr&, const TimeExpr&) = default;
};

enum class ClockKind { deadline, not_before, recurring, retention };
template <>
struct Words<ClockKind> {
    static constexpr std::array<std::string_view, 4> table{"deadline", "not-before", "recurring", "retention"};
    static constexpr std::string_view noun = "kind of clock";
};

/// A time limit that a provision sets.
struct Clock {
    ClockKind kind{};
    std::string label;
    std::vector<TimeExpr> expr;  ///< exactly one
    Place at;
    friend bool operator==(const Clock&, const Clock&) = default;
};

/// The dates of a provision that must be kept apart.
enum class DateKind { in_force_from, applies_from, enforceable_from, legacy_until };
template <>
struct Words<DateKind> {
    static constexpr std::array<std::string_view, 4> table{"in-force-from", "applies-from", "enforceable-from", "legacy-until"};
    static constexpr std::string_view noun = "kind of date";
};

/// A date that depends on an event.
struct ComputedDate {
    DateKind kind{};
    std::vector<TimeExpr> expr;  ///< exactly one
    Place at;
    friend bool operator==(const ComputedDate&, const ComputedDate&) = default;
};

}  // namespace lacuna
