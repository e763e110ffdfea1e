// What is wrong with times: amounts that cannot be, recurrences that contradict themselves, rules of counting that are not there.

#include <algorithm>

#include <fmt/format.h>

#include "check/pass.hpp"
#include "lacuna/deadline.hpp"

namespace lacuna {
namespace {

void recurrence(CheckPass& pass, const TimeExpr& t) {
    if (t.amount && t.unit && *t.amount == Decimal{}) pass.problem(t.at, "bad-value", fmt::format("nothing recurs every 0 {}s", word(*t.unit)), "write an amount of more than 0");
    if (t.first && !t.event.empty()) pass.problem(t.at, "bad-value", fmt::format("it counts from {} and from '{}'", to_string(*t.first), t.event), "keep one: a first day, or an event");
    if (t.anchor && t.event.empty()) pass.problem(t.at, "bad-value", fmt::format("'{}' is a moment of no event", word(*t.anchor)), "name the event from which it counts, or leave out the anchor");
    if (!t.until.empty() && t.until == t.reset) pass.problem(t.at, "bad-value", fmt::format("'{}' both ends it and starts it anew", t.until), "keep one of the two");
}

void counting(CheckPass& pass, const TimeExpr& t) {
    const auto ids = ids_of(counting_rules());
    if (t.calendar.empty() || std::find(ids.begin(), ids.end(), t.calendar) != ids.end()) return;
    pass.problem(t.at, "unknown-name", fmt::format("no rule of counting is called '{}'", t.calendar), near_or(t.calendar, ids, fmt::format("use one of {}, or leave it out: then it is not known", join(ids))));
}

}  // namespace

void check_time(CheckPass& pass, const TimeExpr& t) {
    if (t.amount && t.unit && *t.amount < Decimal{}) pass.problem(t.at, "bad-value", fmt::format("a time of {} {}s cannot be", t.amount->str(), word(*t.unit)), "write an amount of 0 or more");
    for (const auto* event : {&t.event, &t.reset, &t.until}) pass.known(t.at, pass.events, *event);
    if (t.kind == TimeKind::every) recurrence(pass, t);
    counting(pass, t);
    for (const auto& part : t.parts) check_time(pass, part);
    if (!t.with.empty()) pass.party_or_bearer(t.at, t.with);
}

}  // namespace lacuna
