// Limits in time: how they are written, and which of two comes first.

#include <fmt/format.h>

#include "lacuna/deadline.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

/// Minutes since 1970 at which a limit has passed.
std::chrono::minutes passed(const Limit& l) {
    const std::chrono::minutes day = l.day.time_since_epoch();
    return day + (l.time ? *l.time - l.offset.value_or(std::chrono::minutes(0)) : std::chrono::minutes(24 * 60));
}

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
