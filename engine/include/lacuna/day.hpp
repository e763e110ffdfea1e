#pragma once
// Calendar days. lacuna never asks for today's date below the command line: every answer is for a date that is an input.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace lacuna {

using Day = std::chrono::sys_days;

/// Reads YYYY-MM-DD; nothing for anything else, or for a day that the calendar does not have.
std::optional<Day> parse_day(std::string_view text);
std::string to_string(Day day);
/// "2 August 2026".
std::string in_words(Day day);

/// A day known exactly (first == last), or only to lie between two days, both included.
struct DayRange {
    Day first;
    Day last;
    bool exact() const { return first == last; }
    friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// Reads YYYY-MM-DD or YYYY-MM-DD..YYYY-MM-DD. The order of the two is not checked here.
std::optional<DayRange> parse_day_range(std::string_view text);
std::string to_string(const DayRange& range);
/// "2 August 2026" or "between 1 March 2026 and 31 March 2026".
std::string in_words(const DayRange& range);

/// Three answers to a yes/no question.
enum class Answer { yes, no, undetermined };

/// Has the day come, on `on`? Undetermined while `on` lies inside an inexact range.
Answer has_come(const DayRange& range, Day on);

/// Does the day lie in a period, its ends included? An end that is not given is open; one that is not exact can leave it undetermined.
Answer within_period(const std::optional<DayRange>& from, const std::optional<DayRange>& until, Day on);

}  // namespace lacuna
