// Clocks that recur: counted from an event or from a day, ended and begun anew by events.

#include <fmt/format.h>

#include "time/clock_reader.hpp"
#include "time/due_words.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

/// The days of one turn, counted from the first: 0 for that itself.
DayRange turn_after(const Period& p, const DayRange& first, int number) {
    const Period so_much{p.amount * number, p.unit, Side::after};
    const Day last = shifted(first.last, so_much);
    return {shifted(first.first, so_much), number == 0 ? last : next_working_day(last)};
}

std::string turn_before(const Limit& ended) { return fmt::format("The turn before ended on {}; whether it was kept is not looked at.", in_words(ended)); }

}  // namespace

Due ClockReader::every(const TimeExpr& t) const {
    Due d = t.first ? from_a_day(t) : from_an_event(t);
    if (!t.until.empty() && !d.idle) ended(d, t.until);
    return d;
}

Due ClockReader::from_an_event(const TimeExpr& t) const {
    Due d = begun(t, t.event, t.anchor.value_or(Anchor::occurrence));
    const bool reset = !t.reset.empty() && restarted(d, t);
    if (d.idle || d.from.empty()) return d;
    const auto when = d.from.front().when;
    const auto period = period_of(t);
    if (t.reset.empty() && period && period->amount > 0) return recurring(std::move(d), t, *period, when);
    count(d, t, when);
    if (!reset) may_count_anew(d, t.reset);
    return d;
}

void ClockReader::may_count_anew(Due& d, const Id& reset) const {
    if (anchors_.of(reset).happened == Truth::no) return;
    d.latest.reset();
    d.missing.push_back({reset, Anchor::occurrence, {}});
    d.doubts.push_back(fmt::format("It counts anew after: {}; whether and when that was is not given.", event_name(corpus_, reset)));
}

Due ClockReader::from_a_day(const TimeExpr& t) const {
    Due d;
    d.counted = in_words(corpus_, t, kind_);
    if (!t.reset.empty() && restarted(d, t)) {
        count(d, t, d.from.front().when);
        return d;
    }
    const auto period = period_of(t);
    if (!period || period->amount == 0) {
        d.doubts.emplace_back("The amount of time cannot be counted.");
        return d;
    }
    turn_from_a_day(d, t, *period);
    if (!t.reset.empty()) may_count_anew(d, t.reset);
    return d;
}

void ClockReader::turn_from_a_day(Due& d, const TimeExpr& t, const Period& p) const {
    int number = 0;
    // what may count anew is due one turn after that; only the first day is sure to come
    while (t.reset.empty() && turn_after(p, *t.first, number).last < on_) ++number;
    const auto turn = turn_after(p, *t.first, number);
    d.earliest = Limit{turn.first, {}, {}};
    d.latest = Limit{turn.last, {}, {}};
    if (number > 0) d.doubts.push_back(turn_before({turn_after(p, *t.first, number - 1).first, {}, {}}));
    if (t.first->exact() && !turn.exact()) d.doubts.emplace_back("That is a weekend; whether it moves to the next working day is doubtful, and not counted on.");
}

void ClockReader::ended(Due& d, const Id& until) const {
    const auto& times = anchors_.of(until);
    d.repeats.reset();  // nobody knows how often
    if (times.happened != Truth::yes || times.expected) return;
    const auto& end = anchors_.of(until, Anchor::occurrence);
    if (end.last && d.earliest && before(limit_at(*end.last), *d.earliest)) {
        d.idle = d.over = true;
        d.earliest = d.latest = std::nullopt;
        d.missing.clear();
        d.doubts = {fmt::format("It has ended ({}): {}.", in_words(*end.last), event_name(corpus_, until))};
    } else if (!end.exact()) {
        d.missing.push_back({until, Anchor::occurrence, end});
        d.doubts.push_back(fmt::format("It ends when: {}; that has happened, but when is not given.", event_name(corpus_, until)));
    }
}

bool ClockReader::restarted(Due& d, const TimeExpr& t) const {
    const auto& again = anchors_.of(t.reset, Anchor::occurrence);
    // what is only expected to begin anew has not done so yet
    if (!again.exact() || anchors_.of(t.reset).expected) return false;
    const auto known = d.from.empty() ? std::nullopt : d.from.front().when.last;
    if (known && before(limit_at(*again.first), limit_at(*known))) return true;
    auto words = std::move(d.counted);
    d = {};
    d.counted = std::move(words);
    d.from.push_back({t.reset, Anchor::occurrence, again});
    return true;
}

Due ClockReader::recurring(Due d, const TimeExpr& t, const Period& p, const MomentRange& when) const {
    const auto* rule = counting_rule(instrument_, t);
    if (when.first && when.last) {
        const auto a = next_turn(p, *when.first, rule, on_), b = next_turn(p, *when.last, rule, on_);
        // beginnings so far apart that turns overlap: it may be any day from now on
        d.earliest = a.number == b.number ? a.ends.first : Limit{on_, {}, {}};
        d.latest = a.number == b.number ? b.ends.last : ends_of(p, {on_, {}, {}}, rule).last;
        if (when.exact()) turns(d, p, rule, a);
    } else if (when.first) {
        if (const auto end = ends_of(p, *when.first, rule).first; end.day >= on_) d.earliest = end;
    }
    if (rule != nullptr) d.counted += fmt::format("; by {}", rule->cite);
    if (d.earliest || d.latest) append_new(d.doubts, counting_doubts(kind_, p, *when.first, rule));
    return d;
}

void ClockReader::turns(Due& d, const Period& p, const CountingRule* rule, const Turn& next) const {
    const auto& from = *d.from.front().when.first;
    d.counted += fmt::format("; counted from {}", in_words(from));
    if (next.number > 1) d.doubts.push_back(turn_before(ends_of({p.amount * (next.number - 1), p.unit, Side::after}, from, rule).first));
    const int days = p.unit == TimeUnit::week ? 7 * p.amount : p.unit == TimeUnit::day && p.amount % 7 == 0 ? p.amount : 0;
    if (days > 0 && d.exact()) d.repeats = Repeats{days};
}

}  // namespace lacuna
