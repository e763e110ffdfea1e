#pragma once
// What the files of the HTML page share: the template's data type, and small parts of wording.

#include <string>
#include <string_view>

#include <kainjow/mustache.hpp>

#include "lacuna/assess.hpp"

namespace lacuna {

using Data = kainjow::mustache::data;

inline Data empty_list() { return Data(Data::type::list); }
/// False for an empty string, so that a section around it is left out (an unset name would be looked up outside).
inline Data optional_text(const std::string& text) { return text.empty() ? Data(false) : Data(text); }

/// "1 commitment", "2 commitments".
std::string count_of(std::size_t n, std::string_view noun);
/// First letter large, full stop at the end.
std::string sentence(std::string text);
std::string capital(std::string text);
/// A file word with blanks instead of hyphens.
std::string unhyphenated(std::string_view word);
/// "a, b and c".
std::string listed(const std::vector<std::string>& words);

/// Marks what is to be strong in a text; `runs` cuts such a text for the template.
std::string strong(const std::string& text);
std::string strong(std::size_t n);
/// "none" for 0.
std::string strong_or_none(std::size_t n);
Data runs(const std::string& text);
/// Each as an item with `text`.
Data texts(const std::vector<std::string>& lines);

/// "✓ covered": every finding with a symbol, because colour alone is no signal.
std::string finding_symbol(Finding finding);
std::string finding_words(Finding finding);
std::string severity_symbol(Severity severity);
std::string flag_words(Flag flag);
std::string grade_words(Grade grade);

/// "Anthropic RSP 3.4".
std::string version_name(const Instrument& instrument, int version);
/// The address, if a browser may follow it: only http and https.
std::string followable(const std::string& url);
/// The id of the element that describes a target.
std::string anchor_of(const Corpus& corpus, const Pinned& target);

}  // namespace lacuna
