#include "lacuna/moment.hpp"

#include <fmt/format.h>

namespace lacuna {
namespace {

/// Two digits at `at`, at most `most`; nothing otherwise.
std::optional<int> two_digits(std::string_view text, std::size_t at, int most) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    if (!digit(at) || !digit(at + 1)) return std::nullopt;
    const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
    return value > most ? std::nullopt : std::optional(value);
}

/// "hh:mm" as minutes.
std::optional<std::chrono::minutes> clock_time(std::string_view text, int most_hours) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hours = two_digits(text, 0, most_hours), minutes = two_digits(text, 3, 59);
    if (!hours || !minutes) return std::nullopt;
    return std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
}

std::string clock_words(std::chrono::minutes m) { return fmt::format("{:02}:{:02}", m.count() / 60, m.count() % 60); }

std::string offset_words(std::chrono::minutes m) {
    return fmt::format("{}{}", m.count() < 0 ? '-' : '+', clock_words(std::chrono::abs(m)));
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
    const auto day = parse_day(text.substr(0, 10));
    if (!day) return std::nullopt;
    if (text.size() == 10) return Moment{*day, std::nullopt, {}};
    if (text.size() < 17 || text[10] != 'T') return std::nullopt;
    const auto time = clock_time(text.substr(11, 5), 23);
    const auto zone = text.substr(16);
    if (!time) return std::nullopt;
    if (zone == "Z") return Moment{*day, time, {}};
    if (zone[0] != '+' && zone[0] != '-') return std::nullopt;
    const auto offset = clock_time(zone.substr(1), 14);
    if (!offset) return std::nullopt;
    return Moment{*day, time, zone[0] == '-' ? -*offset : *offset};
}

std::string to_string(const Moment& m) {
    if (!m.time) return to_string(m.day);
    return fmt::format("{}T{}{}", to_string(m.day), clock_words(*m.time), m.offset.count() == 0 ? "Z" : offset_words(m.offset));
}

std::string in_words(const Moment& m) {
    if (!m.time) return in_words(m.day);
    return fmt::format("{}, {} ({})", in_words(m.day), clock_words(*m.time), m.offset.count() == 0 ? "UTC" : "UTC" + offset_words(m.offset));
}

}  // namespace lacuna
