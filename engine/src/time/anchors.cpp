// The moments of events, from a situation.

#include <algorithm>

#include "lacuna/deadline.hpp"
#include "lacuna/vocabulary.hpp"

namespace lacuna {
namespace {

/// Minutes since 1970; of a day without a time its start, or the last minute of it.
std::chrono::minutes key(const Moment& m, bool end_of_day) {
    const auto whole = end_of_day ? std::chrono::minutes(24 * 60 - 1) : std::chrono::minutes(0);
    return m.day.time_since_epoch() + m.time.value_or(whole) - (m.time ? m.offset : std::chrono::minutes(0));
}

const Moment& earlier(const Moment& a, const Moment& b) { return key(b, false) < key(a, false) ? b : a; }
const Moment& later(const Moment& a, const Moment& b) { return key(a, true) < key(b, true) ? b : a; }

/// Nothing before `bound`, in case nothing is known.
void not_before(std::optional<Moment>& first, const std::optional<Moment>& bound) {
    if (bound) first = first ? later(*first, *bound) : *bound;
}
void not_after(std::optional<Moment>& last, const std::optional<Moment>& bound) {
    if (bound) last = last ? earlier(*last, *bound) : *bound;
}

/// Two answers that differ: it was one or the other.
void add(MomentRange& range, const MomentRange& more) {
    if (!range.first && !range.last) {
        range = more;
        return;
    }
    range.first = range.first && more.first ? std::optional(earlier(*range.first, *more.first)) : std::nullopt;
    range.last = range.last && more.last ? std::optional(later(*range.last, *more.last)) : std::nullopt;
}

MomentRange at(const Moment& m) { return {m, m}; }
MomentRange within(const DayRange& r) { return {Moment{r.first, {}, {}}, Moment{r.last, {}, {}}}; }

/// What one fact gives directly.
EventTimes given(const Known& k) {
    EventTimes e;
    auto& m = e.moments;
    const auto of = [&](Anchor a) -> MomentRange& { return m[static_cast<std::size_t>(a)]; };
    if (k.occurrence) of(Anchor::occurrence) = at(*k.occurrence);
    else if (k.decided) of(Anchor::occurrence) = within(*k.decided);
    else if (k.effective) of(Anchor::occurrence).last = within(*k.effective).last;  // decided on that day at the latest
    if (k.discovery) of(Anchor::discovery) = at(*k.discovery);
    if (k.awareness) of(Anchor::awareness) = at(*k.awareness);
    if (k.end) of(Anchor::end) = at(*k.end);
    else if (k.withdrawn) of(Anchor::end) = within(*k.withdrawn);
    const bool dated = std::any_of(m.begin(), m.end(), [](const MomentRange& r) { return r.first || r.last; });
    e.happened = k.holds ? *k.holds : dated ? Truth::yes : Truth::unknown;
    return e;
}

/// Nothing is noticed before it happens, nobody is aware of what was not yet discovered, and nothing ends before it begins.
void bound(EventTimes& e) {
    auto& [occurrence, discovery, awareness, end] = e.moments;
    // only one side of what was not given: the other stays open
    const auto lower = [](MomentRange& r, const std::optional<Moment>& b) {
        if (!r.first) not_before(r.first, b);
    };
    lower(discovery, occurrence.first);
    lower(awareness, discovery.first);
    lower(end, occurrence.first);
    if (!discovery.last) not_after(discovery.last, awareness.last);
    if (occurrence.last) return;
    for (const auto& b : {discovery.last, end.last}) not_after(occurrence.last, b);
}

/// Facts as they are, or what is expected; what single parties see starts no clock.
bool is_view(const Known& k, bool expected) { return expected ? k.view == std::vector<Id>{"expected"} : k.view.empty(); }

std::optional<DayRange> day_of(const Situation& situation, const Id& fact, bool expected) {
    for (const auto& k : situation.facts)
        if (k.kind == KnownKind::day && !fact.empty() && k.name == fact && k.on && is_view(k, expected)) return k.on;
    return std::nullopt;
}

EventTimes gathered(const Situation& situation, const Event& event, bool expected) {
    EventTimes all;
    for (const auto& k : situation.facts) {
        if (k.kind != KnownKind::event || k.name != event.id || !is_view(k, expected)) continue;
        const auto one = given(k);
        for (std::size_t a = 0; a < one.moments.size(); ++a)
            if (one.moments[a].first || one.moments[a].last) add(all.moments[a], one.moments[a]);
        if (one.happened != Truth::unknown) all.happened = one.happened;
    }
    // a moment that is given says more than the day
    auto& occurrence = all.moments[static_cast<std::size_t>(Anchor::occurrence)];
    const auto day = day_of(situation, event.on_day, expected);
    if (day && all.happened != Truth::no && !occurrence.first && !occurrence.last) {
        occurrence = within(*day);
        all.happened = Truth::yes;
    }
    return all;
}

bool any_moment(const EventTimes& e) {
    return std::any_of(e.moments.begin(), e.moments.end(), [](const MomentRange& r) { return r.first || r.last; });
}

EventTimes times_of(const Event& event, const Situation& situation) {
    EventTimes e = gathered(situation, event, false);
    if (!any_moment(e)) {
        auto expected = gathered(situation, event, true);
        if (any_moment(expected)) {
            e.moments = expected.moments;
            e.expected = true;
        }
    }
    auto& occurrence = e.moments[static_cast<std::size_t>(Anchor::occurrence)];
    const auto latest = day_of(situation, event.not_after, false);
    if (latest && e.happened != Truth::no && !occurrence.last) occurrence.last = within(*latest).last;
    bound(e);
    const bool silent = e.happened == Truth::unknown && !any_moment(e);
    const bool said = std::any_of(situation.facts.begin(), situation.facts.end(), [&](const Known& k) { return k.kind == KnownKind::event && k.name == event.id && k.view.empty(); });
    if (event.act && silent && !said) {
        e.happened = Truth::no;
        e.assumed = true;
    }
    return e;
}

}  // namespace

Anchors::Anchors(const Vocabulary& vocabulary, const Situation& situation) {
    for (const auto& event : vocabulary.events) events_.emplace(event.id, times_of(event, situation));
}

const EventTimes& Anchors::of(const Id& event) const {
    static const EventTimes nothing;
    const auto it = events_.find(event);
    return it == events_.end() ? nothing : it->second;
}

}  // namespace lacuna
