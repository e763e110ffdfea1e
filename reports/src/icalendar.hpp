#pragma once
// Content lines of RFC 5545.

#include <string>
#include <string_view>
#include <vector>

#include "lacuna/deadline.hpp"

namespace lacuna::ical {

/// One content line: folded so that no line is longer than 75 octets nor broken inside a character, ended by CRLF.
std::string line(std::string_view content);
/// A text with everything escaped that means something in a text.
std::string escaped(std::string_view text);
/// "NAME:text", the text escaped.
std::string text(std::string_view name, std::string_view value);
/// "NAME:a,b", each value escaped.
std::string list(std::string_view name, const std::vector<std::string>& values);
/// "20261008T120000Z", from minutes since 1970.
std::string utc(std::chrono::minutes at);
/// DTSTART: a date for a day; UTC for a moment; floating local time where the offset is not known.
std::string start(const Limit& limit);

}  // namespace lacuna::ical
