#include "lacuna/deadline.hpp"

#include <fmt/format.h>

#include "time/clock_reader.hpp"
#include "time/due_words.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

/// Where a day is the last of a waiting time, acting begins on the next.
Limit after_waiting(Limit l) {
    if (!l.time) l.day += std::chrono::days(1);
    return l;
}

}  // namespace

Due ClockReader::read(const TimeExpr& t) const {
    switch (t.kind) {
        case TimeKind::within: return within(t);
        case TimeKind::promptly: return promptly(t);
        case TimeKind::agreed: return agreed(t);
        case TimeKind::fixed: return fixed(t);
        case TimeKind::every: return every(t);
        case TimeKind::earlier_of:
        case TimeKind::later_of: {
            std::vector<Due> parts;
            for (const auto& p : t.parts) parts.push_back(read(p));
            return due_of_several(t.kind == TimeKind::earlier_of, std::move(parts));
        }
    }
    return {};
}

Due ClockReader::begun(const TimeExpr& t, const Id& event, Anchor anchor) const {
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

Due ClockReader::within(const TimeExpr& t) const {
    Due d = begun(t, t.event, t.anchor.value_or(Anchor::occurrence));
    if (!d.idle) count(d, t, d.from.front().when);
    return d;
}

void ClockReader::count(Due& d, const TimeExpr& t, const MomentRange& when) const {
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

Limit ClockReader::earliest_of(const Period& p, const Moment& from, const CountingRule* rule) const {
    if (kind_ == ClockKind::deadline || kind_ == ClockKind::recurring || p.side == Side::before) return ends_of(p, from, rule).first;
    // that a waiting or keeping time moves to a working day is less sure than that a deadline does
    const auto plain = ends_of(p, from, nullptr).first;
    return rule != nullptr && waits(p) ? after_waiting(plain) : plain;
}

Limit ClockReader::latest_of(const Period& p, const Moment& from, const CountingRule* rule) const {
    const auto last = ends_of(p, from, rule).last;
    return waits(p) ? after_waiting(last) : last;
}

Due ClockReader::promptly(const TimeExpr& t) const {
    Due d = begun(t, t.event, t.anchor.value_or(Anchor::occurrence));
    d.words = t.words;
    return d;
}

Due ClockReader::agreed(const TimeExpr& t) const {
    Due d;
    d.words = d.counted = in_words(corpus_, t, kind_);
    return d;
}

Due ClockReader::fixed(const TimeExpr& t) const {
    Due d;
    d.counted = in_words(corpus_, t, kind_);
    if (!t.on) return d;
    d.earliest = Limit{t.on->first, {}, {}};
    d.latest = Limit{t.on->last, {}, {}};
    return d;
}

Due due(const Corpus& corpus, const Instrument& instrument, const Clock& clock, const Anchors& anchors, Day on) {
    return clock.expr.empty() ? Due{} : ClockReader(corpus, instrument, clock.kind, anchors, on).read(clock.expr.front());
}

}  // namespace lacuna
