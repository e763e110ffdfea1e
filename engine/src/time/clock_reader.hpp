#pragma once
// Reads one clock into a due date: what each kind of time expression says of the moments that are known.

#include <algorithm>
#include <vector>

#include "time/counting.hpp"

namespace lacuna {

class ClockReader {
public:
    ClockReader(const Corpus& corpus, const Instrument& instrument, ClockKind kind, const Anchors& anchors, Day on) : corpus_(corpus), instrument_(instrument), kind_(kind), anchors_(anchors), on_(on) {}

    Due read(const TimeExpr& t) const;

private:
    /// A result that counts from one moment of an event, with what is unknown about it.
    Due begun(const TimeExpr& t, const Id& event, Anchor anchor) const;
    Due within(const TimeExpr& t) const;
    /// Where the period ends that begins with that moment.
    void count(Due& d, const TimeExpr& t, const MomentRange& when) const;
    bool waits(const Period& p) const { return kind_ == ClockKind::not_before && p.side == Side::after && p.amount > 0; }
    Limit earliest_of(const Period& p, const Moment& from, const CountingRule* rule) const;
    Limit latest_of(const Period& p, const Moment& from, const CountingRule* rule) const;
    Due promptly(const TimeExpr& t) const;
    Due agreed(const TimeExpr& t) const;
    Due fixed(const TimeExpr& t) const;

    // ---- what recurs: recurrence.cpp ----
    Due every(const TimeExpr& t) const;
    Due from_an_event(const TimeExpr& t) const;
    /// First by a day, then always so much later. A day that the text names does not move; whether one counted from it does is open.
    Due from_a_day(const TimeExpr& t) const;
    void turn_from_a_day(Due& d, const TimeExpr& t, const Period& p) const;
    Due recurring(Due d, const TimeExpr& t, const Period& p, const MomentRange& when) const;
    void turns(Due& d, const Period& p, const CountingRule* rule, const Turn& next) const;
    /// The next time may already count from a later beginning.
    void may_count_anew(Due& d, const Id& reset) const;
    /// Has it begun anew, on a day that is known? Then it counts from there.
    bool restarted(Due& d, const TimeExpr& t) const;
    /// What ends with an event is over once that lies before the next time.
    void ended(Due& d, const Id& until) const;

    const Corpus& corpus_;
    const Instrument& instrument_;
    ClockKind kind_;
    const Anchors& anchors_;
    Day on_;
};

/// The earlier, or the later, of several: due_of_several.cpp.
Due due_of_several(bool earlier, std::vector<Due> parts);

template <class T>
void append_new(std::vector<T>& to, const std::vector<T>& from) {
    for (const auto& x : from)
        if (std::find(to.begin(), to.end(), x) == to.end()) to.push_back(x);
}

}  // namespace lacuna
