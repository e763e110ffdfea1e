#include "lacuna/day.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace lacuna {

std::optional<Day> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = -1;
        const auto piece = text.substr(at, length);
        const bool digits = std::all_of(piece.begin(), piece.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (digits) std::from_chars(piece.data(), piece.data() + piece.size(), value);
        return value;
    };
    const int y = number(0, 4), m = number(5, 2), d = number(8, 2);
    if (y < 0 || m < 0 || d < 0) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)}, std::chrono::day{static_cast<unsigned>(d)}};
    if (!date.ok()) return std::nullopt;
    return Day{date};
}

std::string to_string(Day day) {
    const std::chrono::year_month_day d{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
}

std::string in_words(Day day) {
    static constexpr std::array<std::string_view, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                                             "July",    "August",   "September", "October", "November", "December"};
    const std::chrono::year_month_day d{day};
    return fmt::format("{} {} {}", static_cast<unsigned>(d.day()), months[static_cast<unsigned>(d.month()) - 1], static_cast<int>(d.year()));
}

std::optional<DayRange> parse_day_range(std::string_view text) {
    if (text.size() == 22 && text.substr(10, 2) == "..") {
        const auto first = parse_day(text.substr(0, 10)), last = parse_day(text.substr(12));
        if (first && last) return DayRange{*first, *last};
        return std::nullopt;
    }
    if (const auto day = parse_day(text)) return DayRange{*day, *day};
    return std::nullopt;
}

std::string to_string(const DayRange& range) {
    return range.exact() ? to_string(range.first) : to_string(range.first) + ".." + to_string(range.last);
}

std::string in_words(const DayRange& range) {
    return range.exact() ? in_words(range.first) : fmt::format("between {} and {}", in_words(range.first), in_words(range.last));
}

Answer has_come(const DayRange& range, Day on) {
    if (on >= range.last) return Answer::yes;
    return on < range.first ? Answer::no : Answer::undetermined;
}

Answer within_period(const std::optional<DayRange>& from, const std::optional<DayRange>& until, Day on) {
    if ((from && on < from->first) || (until && until->last < on)) return Answer::no;
    return (from && on < from->last) || (until && until->first < on) ? Answer::undetermined : Answer::yes;
}

}  // namespace lacuna
