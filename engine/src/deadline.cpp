#include "lacuna/deadline.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "counting.hpp"
#include "due_words.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

/// Minutes since 1970 at which a limit has passed.
std::chrono::minutes passed(const Limit& l) {
    const std::chrono::minutes day = l.day.time_since_epoch();
    return day + (l.time ? *l.time - l.offset.value_or(std::chrono::minutes(0)) : std::chrono::minutes(24 * 60));
}

template <class T>
void append_new(std::vector<T>& to, const std::vector<T>& from) {
    for (const auto& x : from)
        if (std::find(to.begin(), to.end(), x) == to.end()) to.push_back(x);
}

/// Reads one clock.
class Reader {
public:
    Reader(const Corpus& corpus, const Instrument& instrument, ClockKind kind, const Anchors& anchors, Day on) : corpus_(corpus), instrument_(instrument), kind_(kind), anchors_(anchors), on_(on) {}

    Due read(const TimeExpr& t) const {
        switch (t.kind) {
            case TimeKind::within: return within(t);
            case TimeKind::promptly: return promptly(t);
            case TimeKind::agreed: return agreed(t);
            case TimeKind::fixed: return fixed(t);
            case TimeKind::every: return every(t);
            case TimeKind::earlier_of:
            case TimeKind::later_of: return several(t);
        }
        return {};
    }

private:
    /// A result that counts from one moment of an event, with what is unknown about it.
    Due begun(const TimeExpr& t, const Id& event, Anchor anchor) const {
        Due d;
        d.counted = in_words(corpus_, t, kind_);
        if (event.empty()) {
            d.doubts.emplace_back("The text names no day from which to count.");
            return d;
        }
        const auto& times = anchors_.of(event);
        const CountedFrom from{event, anchor, anchors_.of(event, anchor)};
        d.from.push_back(from);
        // what has not happened has started nothing; but what must be done before it is still to come
        if (times.happened == Truth::no && t.side != Side::before) {
            d.idle = true;
            d.doubts.push_back(idle_words(corpus_, event, times.assumed));
            return d;
        }
        if (!from.when.first || !from.when.last) d.missing.push_back(from);
        if (!from.when.exact()) d.doubts.push_back(unknown_words(corpus_, from));
        if (times.expected) d.doubts.emplace_back("Counted from an expected day: count again when it has happened.");
        return d;
    }

    Due within(const TimeExpr& t) const {
        Due d = begun(t, t.event, t.anchor.value_or(Anchor::occurrence));
        if (!d.idle) count(d, t, d.from.front().when);
        return d;
    }

    void count(Due& d, const TimeExpr& t, const MomentRange& when) const {
        const auto period = period_of(t);
        if (!period) {
            d.doubts.emplace_back("The amount of time cannot be counted.");
            return;
        }
        const auto* rule = counting_rule(instrument_, t);
        if (when.first) d.earliest = earliest_of(*period, *when.first, rule);
        if (when.last) d.latest = latest_of(*period, *when.last, rule);
        if (when.exact()) d.counted += fmt::format("; counted from {}", in_words(*when.first));
        if (rule != nullptr && period->amount > 0) d.counted += fmt::format("; by {}", rule->cite);
        if (d.earliest || d.latest) append_new(d.doubts, counting_doubts(kind_, *period, when.first ? *when.first : *when.last, rule));
        if (when.exact() && day_in_place(*when.first, rule) != DayRange{when.first->day, when.first->day} && period->unit != TimeUnit::hour) d.doubts.emplace_back("Where this law holds, the moment may fall on another day than the one written.");
        if (rule == nullptr && !t.calendar.empty()) d.doubts.push_back(fmt::format("The rule of counting '{}' is not known.", t.calendar));
    }

    bool waits(const Period& p) const { return kind_ == ClockKind::not_before && p.side == Side::after && p.amount > 0; }

    /// Where a day is the last of a waiting time, acting begins on the next.
    static Limit after_waiting(Limit l) {
        if (!l.time) l.day += std::chrono::days(1);
        return l;
    }

    Limit earliest_of(const Period& p, const Moment& from, const CountingRule* rule) const {
        if (kind_ == ClockKind::deadline || kind_ == ClockKind::recurring || p.side == Side::before) return ends_of(p, from, rule).first;
        // that a waiting or keeping time moves to a working day is less sure than that a deadline does
        const auto plain = ends_of(p, from, nullptr).first;
        return rule != nullptr && waits(p) ? after_waiting(plain) : plain;
    }
    Limit latest_of(const Period& p, const Moment& from, const CountingRule* rule) const {
        const auto last = ends_of(p, from, rule).last;
        return waits(p) ? after_waiting(last) : last;
    }

    Due promptly(const TimeExpr& t) const {
        Due d = begun(t, t.event, t.anchor.value_or(Anchor::occurrence));
        d.words = t.words;
        return d;
    }

    Due agreed(const TimeExpr& t) const {
        Due d;
        d.words = d.counted = in_words(corpus_, t, kind_);
        return d;
    }

    Due fixed(const TimeExpr& t) const {
        Due d;
        d.counted = in_words(corpus_, t, kind_);
        if (!t.on) return d;
        d.earliest = Limit{t.on->first, {}, {}};
        d.latest = Limit{t.on->last, {}, {}};
        return d;
    }

    // ---- what recurs ----
    Due every(const TimeExpr& t) const {
        Due d = t.first ? from_a_day(t) : from_an_event(t);
        if (!t.until.empty() && !d.idle) ended(d, t.until);
        return d;
    }

    Due from_an_event(const TimeExpr& t) const {
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

    /// The next time may already count from a later beginning.
    void may_count_anew(Due& d, const Id& reset) const {
        if (anchors_.of(reset).happened == Truth::no) return;
        d.latest.reset();
        d.missing.push_back({reset, Anchor::occurrence, {}});
        d.doubts.push_back(fmt::format("It counts anew after: {}; whether and when that was is not given.", event_name(corpus_, reset)));
    }

    /// First by a day, then always so much later. A day that the text names does not move; whether one counted from it does is open.
    Due from_a_day(const TimeExpr& t) const {
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
        int number = 0;
        // what may count anew is due one turn after that; only the first day is sure to come
        while (t.reset.empty() && turn_after(*period, *t.first, number).last < on_) ++number;
        const auto turn = turn_after(*period, *t.first, number);
        d.earliest = Limit{turn.first, {}, {}};
        d.latest = Limit{turn.last, {}, {}};
        if (number > 0) d.doubts.push_back(turn_before({turn_after(*period, *t.first, number - 1).first, {}, {}}));
        if (t.first->exact() && !turn.exact()) d.doubts.emplace_back("That is a weekend; whether it moves to the next working day is doubtful, and not counted on.");
        if (!t.reset.empty()) may_count_anew(d, t.reset);
        return d;
    }

    /// The days of one turn, counted from the first: 0 for that itself.
    static DayRange turn_after(const Period& p, const DayRange& first, int number) {
        const Period so_much{p.amount * number, p.unit, Side::after};
        const Day last = shifted(first.last, so_much);
        return {shifted(first.first, so_much), number == 0 ? last : next_working_day(last)};
    }
    static std::string turn_before(const Limit& ended) { return fmt::format("The turn before ended on {}; whether it was kept is not looked at.", in_words(ended)); }

    /// What ends with an event is over once that lies before the next time.
    void ended(Due& d, const Id& until) const {
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

    /// Has it begun anew, on a day that is known? Then it counts from there.
    bool restarted(Due& d, const TimeExpr& t) const {
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

    Due recurring(Due d, const TimeExpr& t, const Period& p, const MomentRange& when) const {
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

    void turns(Due& d, const Period& p, const CountingRule* rule, const Turn& next) const {
        const auto& from = *d.from.front().when.first;
        d.counted += fmt::format("; counted from {}", in_words(from));
        if (next.number > 1) d.doubts.push_back(turn_before(ends_of({p.amount * (next.number - 1), p.unit, Side::after}, from, rule).first));
        const int days = p.unit == TimeUnit::week ? 7 * p.amount : p.unit == TimeUnit::day && p.amount % 7 == 0 ? p.amount : 0;
        if (days > 0 && d.exact()) d.repeats = Repeats{days};
    }

    // ---- the earlier or later of several ----
    Due several(const TimeExpr& t) const {
        const bool earlier = t.kind == TimeKind::earlier_of;
        Due d;
        std::vector<Due> parts;
        std::vector<std::string> words, counted;
        for (const auto& p : t.parts) {
            parts.push_back(read(p));
            const auto& part = parts.back();
            counted.push_back(part.counted);
            if (!part.words.empty() && !part.idle) words.push_back(part.words);
            append_new(d.from, part.from);
            append_new(d.missing, part.missing);
            append_new(d.doubts, part.doubts);
        }
        d.idle = std::all_of(parts.begin(), parts.end(), [](const Due& p) { return p.idle; });
        d.words = join(words, "; ");
        d.counted = fmt::format("the {} of: {}", earlier ? "earlier" : "later", join(counted, earlier ? "; or " : "; and "));
        // what has not begun cannot be the earlier one, but may become the later one
        if (earlier && !d.idle) std::erase_if(parts, [](const Due& p) { return p.idle; });
        if (earlier) d.earliest = all(parts, &Due::earliest, true), d.latest = any(parts, &Due::latest, true);
        else d.earliest = any(parts, &Due::earliest, false), d.latest = all(parts, &Due::latest, false);
        return d;
    }

    using Part = std::optional<Limit> Due::*;
    /// The least (or greatest) of those that are known.
    static std::optional<Limit> any(const std::vector<Due>& parts, Part side, bool least) {
        std::optional<Limit> out;
        for (const auto& p : parts) {
            const auto& l = p.*side;
            if (l && (!out || (least ? before(*l, *out) : before(*out, *l)))) out = l;
        }
        return out;
    }
    /// The same, but only if all of them are known.
    static std::optional<Limit> all(const std::vector<Due>& parts, Part side, bool least) {
        const bool known = std::all_of(parts.begin(), parts.end(), [&](const Due& p) { return (p.*side).has_value(); });
        return known ? any(parts, side, least) : std::nullopt;
    }

    const Corpus& corpus_;
    const Instrument& instrument_;
    ClockKind kind_;
    const Anchors& anchors_;
    Day on_;
};

}  // namespace

std::string to_string(const Limit& l) {
    if (!l.time) return to_string(l.day);
    const auto text = to_string(Moment{l.day, l.time, l.offset.value_or(std::chrono::minutes(0))});
    return l.offset ? text : text.substr(0, text.size() - 1);
}

std::string in_words(const Limit& l) {
    if (!l.time || l.offset) return in_words(Moment{l.day, l.time, l.offset.value_or(std::chrono::minutes(0))});
    return fmt::format("{}, {:02}:{:02} local time", in_words(l.day), l.time->count() / 60, l.time->count() % 60);
}

bool before(const Limit& a, const Limit& b) { return passed(a) < passed(b); }

Due due(const Corpus& corpus, const Instrument& instrument, const Clock& clock, const Anchors& anchors, Day on) {
    return clock.expr.empty() ? Due{} : Reader(corpus, instrument, clock.kind, anchors, on).read(clock.expr.front());
}

std::optional<Limit> safe_limit(const Due& d, ClockKind kind) {
    switch (kind) {
        case ClockKind::deadline:
        case ClockKind::recurring: return d.earliest;
        case ClockKind::not_before:
        case ClockKind::retention: return d.latest;
    }
    return std::nullopt;
}

}  // namespace lacuna
