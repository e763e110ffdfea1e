#pragma once
// Clocks turned into dates, as far as the moments that they count from are known. Nothing is guessed: what is not known leaves a side
// open or leaves words, and a list of public holidays is never assumed.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lacuna/corpus.hpp"
#include "lacuna/moment.hpp"
#include "lacuna/situation.hpp"

namespace lacuna {

/// A limit in time: a day as a whole, or a minute of it.
struct Limit {
    Day day;
    std::optional<std::chrono::minutes> time;    ///< since the start of that day; unset: all of that day counts
    std::optional<std::chrono::minutes> offset;  ///< local time minus UTC; unset: local time of the place that counts
    friend bool operator==(const Limit&, const Limit&) = default;
};

/// "2026-10-08", "2026-10-08T14:00+02:00", or "2026-10-08T14:00" where the offset is not known.
std::string to_string(const Limit& limit);
/// "8 October 2026", "8 October 2026, 14:00 (UTC+02:00)", "8 October 2026, 14:00 local time".
std::string in_words(const Limit& limit);
/// Orders limits; a day as a whole ends when it ends, and a limit without an offset is taken as if it were UTC.
bool before(const Limit& a, const Limit& b);

/// When a moment of an event was: between two moments, both included; a side that is not known is unset.
struct MomentRange {
    std::optional<Moment> first, last;
    bool exact() const { return first && last && *first == *last; }
    friend bool operator==(const MomentRange&, const MomentRange&) = default;
};

/// What is known about one event.
struct EventTimes {
    Truth happened = Truth::unknown;
    bool assumed = false;                  ///< an authority's act of which nothing is said: assumed not done
    bool expected = false;                 ///< not happened yet, but its day is expected
    std::array<MomentRange, 4> moments{};  ///< by Anchor
};

/// The moments that clocks count from, taken from a situation. A moment that is not given is bounded by the others of the same event, and
/// never set equal to one: awareness cannot come before occurrence, but it can come later.
class Anchors {
public:
    Anchors(const Vocabulary& vocabulary, const Situation& situation);
    /// Of an event that nothing is known about: all open.
    const EventTimes& of(const Id& event) const;
    const MomentRange& of(const Id& event, Anchor anchor) const { return of(event).moments[static_cast<std::size_t>(anchor)]; }

private:
    std::unordered_map<Id, EventTimes> events_;
};

/// A rule that says how periods are counted: which day is the first, and what happens when the last one is no working day.
struct CountingRule {
    std::string_view id, jurisdiction;  ///< of a `calendar` attribute; whose binding instruments it governs
    std::string_view cite;
    Grade grade;                        ///< how far our reading of it was checked; `unchecked` moves no date to act by
    std::chrono::hours offset_low, offset_high;  ///< of local time there from UTC, all seasons and zones
    bool whole_hours = false;           ///< the hour of the event is not counted, either
    bool two_working_days = false;      ///< two days or more hold at least two working days
    bool hours_extend = false;          ///< a period that ends at an hour may be extended, too
    bool midnight_counts = false;       ///< a day is counted if the event came at its very start
    bool saturday_doubtful = false;     ///< a Saturday may count as a business day
};

const std::vector<CountingRule>& counting_rules();
/// The rule that a clock names; if it names none, the one that governs the binding instruments of the jurisdiction. Null: not known.
const CountingRule* counting_rule(const Instrument& instrument, const TimeExpr& expr);

/// A moment that a clock counts from, and what is known of it.
struct CountedFrom {
    Id event;
    Anchor anchor{};
    MomentRange when;
    friend bool operator==(const CountedFrom&, const CountedFrom&) = default;
};

/// Repeats exactly, always after the same number of days.
struct Repeats {
    int days = 0;
    friend bool operator==(const Repeats&, const Repeats&) = default;
};

/// What a clock says. The limit lies between `earliest` and `latest`, both included; a side that is not known is unset.
struct Due {
    std::optional<Limit> earliest, latest;
    bool idle = false;                   ///< known, or assumed by default, not to have begun, or to be over: nothing to keep
    bool over = false;                   ///< idle because what it recurs until has happened
    std::string words;                   ///< measured in the words of the law, never a number: "without undue delay"
    std::vector<CountedFrom> from;       ///< what it counts from; several only in an earlier or later of several
    std::vector<CountedFrom> missing;    ///< those of them that would have to be known to say more
    std::string counted;                 ///< how it was counted
    std::vector<std::string> doubts;     ///< what may move it, sentences
    std::optional<Repeats> repeats;
    bool exact() const { return earliest && latest && *earliest == *latest; }
};

/// What the clock of a provision of `instrument` says. `on` matters for what recurs only: the next limit on that day or after it.
Due due(const Corpus& corpus, const Instrument& instrument, const Clock& clock, const Anchors& anchors, Day on);

/// The limit to keep to be on the safe side: of a deadline the earliest that it may be, of a waiting or keeping time the latest. Unset where
/// that side is open.
std::optional<Limit> safe_limit(const Due& due, ClockKind kind);

}  // namespace lacuna
