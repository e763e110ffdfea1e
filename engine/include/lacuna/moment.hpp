#pragma once
// Moments, for clocks that count hours.

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "lacuna/day.hpp"

namespace lacuna {

/// A moment as people write it: a day, or a day and a time of that day with its offset from UTC.
struct Moment {
    Day day;                                   ///< as written, in local time
    std::optional<std::chrono::minutes> time;  ///< since the start of that day, local; unset: some time on that day
    std::chrono::minutes offset{0};            ///< local time minus UTC; means something only with a time
    friend bool operator==(const Moment&, const Moment&) = default;
};

/// Reads YYYY-MM-DD, or YYYY-MM-DDThh:mm with Z or +hh:mm or -hh:mm (the offset must be written: without it the moment is not one).
/// Nothing for anything else.
std::optional<Moment> parse_moment(std::string_view text);
/// The form that `parse_moment` reads.
std::string to_string(const Moment& moment);
/// "5 October 2026", or "5 October 2026, 14:00 (UTC+02:00)".
std::string in_words(const Moment& moment);

}  // namespace lacuna
