#pragma once
// Small parts that the text reports share.

#include <string>
#include <string_view>

#include "reports/text.hpp"

namespace lacuna {

/// "  name      text…", wrapped, the text starting at column `indent`.
std::string field(std::string_view name, std::string_view text, std::size_t indent = 12);
/// Text in an ANSI style, where colour is wanted.
std::string painted(std::string_view text, std::string_view code, const TextStyle& style);
std::string heading(std::string_view text, const TextStyle& style);
/// "EU AI Act (2026-07-27)".
std::string version_words(const Taken& t);
/// The same of everything in a scope, or "none".
std::string versions_words(const Scope& scope);
/// "strength 7 of 10, reviewed, by Jane Doe, 2026-10-02".
std::string authorship_words(const Stated& s);
/// A file word with blanks instead of hyphens: "superset of".
std::string spelled(std::string_view word_with_hyphens);

}  // namespace lacuna
