#include "icalendar.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace lacuna::ical {
namespace {

constexpr std::size_t most_octets = 75;

bool inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// "20261008".
std::string date(Day day) {
    auto text = to_string(day);
    std::erase(text, '-');
    return text;
}

/// "20261008T120000".
std::string date_time(std::chrono::minutes at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const auto minute = (at - day).count();
    return fmt::format("{}T{:02}{:02}00", date(Day{day}), minute / 60, minute % 60);
}

}  // namespace

std::string line(std::string_view content) {
    std::string out;
    std::size_t most = most_octets;
    while (content.size() > most) {
        std::size_t cut = most;
        // bytes that are no UTF-8 at all must not stop the folding
        while (cut > most - 4 && inside_character(content[cut])) --cut;
        out += content.substr(0, cut);
        out += "\r\n ";
        content.remove_prefix(cut);
        most = most_octets - 1;  // the blank that begins a continued line counts
    }
    out += content;
    return out + "\r\n";
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += "\\n";
        else if (c == '\\' || c == ';' || c == ',') (out += '\\') += c;
        // other control characters are not allowed in a text
        else if (static_cast<unsigned char>(c) >= 0x20U && c != '\x7f') out += c;
    }
    return out;
}

std::string text(std::string_view name, std::string_view value) { return line(fmt::format("{}:{}", name, escaped(value))); }

std::string list(std::string_view name, const std::vector<std::string>& values) {
    std::vector<std::string> out;
    for (const auto& v : values) out.push_back(escaped(v));
    return line(fmt::format("{}:{}", name, join(out, ",")));
}

std::string utc(std::chrono::minutes at) { return date_time(at) + "Z"; }

std::string start(const Limit& l) {
    if (!l.time) return line("DTSTART;VALUE=DATE:" + date(l.day));
    const std::chrono::minutes at = l.day.time_since_epoch() + *l.time;
    return line("DTSTART:" + (l.offset ? utc(at - *l.offset) : date_time(at)));
}

}  // namespace lacuna::ical
