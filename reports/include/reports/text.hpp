#pragma once
// Results as text for people: 80 columns, colour only where the caller says that a terminal reads it.

#include <string>
#include <string_view>
#include <vector>

#include "lacuna/assess.hpp"
#include "lacuna/contradiction.hpp"

namespace lacuna {

/// How text is to be written.
struct TextStyle {
    bool colour = false;
    std::size_t width = 80;
};

/// Breaks `text` at blanks so that no line is longer than `width` characters, `first` before the first line and `rest` before the
/// others. A single word that is longer stays whole.
std::string wrap(std::string_view text, std::string_view first, std::string_view rest, std::size_t width = 80);

std::string gaps_text(const Corpus& corpus, const Assessment& answer, const TextStyle& style);
/// Everything that one verdict rests on.
std::string explain_text(const Corpus& corpus, const Crosswalk& crosswalk, const Assessment& answer, const Gap& gap, const TextStyle& style);

/// The parts of the corpus that `list` can list.
enum class Listing { instruments, provisions, parties, themes, domains, facts, events, classes, tests, situations, mappings };
template <>
struct Words<Listing> {
    static constexpr std::array<std::string_view, 11> table{"instruments", "provisions", "parties", "themes", "domains", "facts", "events", "classes", "tests", "situations", "mappings"};
    static constexpr std::string_view noun = "listing";
};
/// `scope` narrows provisions, and mappings that touch them; unset: all of the corpus.
std::string list_text(const Corpus& corpus, Listing what, const std::optional<Scope>& scope, Day on, const TextStyle& style);

std::string show_text(const Corpus& corpus, const Pinned& provision, Day on, const TextStyle& style);
/// With the provisions and headings of one of its versions.
std::string show_text(const Corpus& corpus, const Instrument& instrument, int version, Day on, const TextStyle& style);
std::string show_text(const Corpus& corpus, const Party& party, const TextStyle& style);
std::string show_text(const Corpus& corpus, const Situation& situation, const TextStyle& style);

/// Statements that cannot all be so, worst first, each with who made it.
std::string contradictions_text(const Corpus& corpus, const Crosswalk& crosswalk, const std::vector<Contradiction>& all, int max_rows, const TextStyle& style);

/// One line about a step of a chain, with who judged it.
std::string step_words(const Corpus& corpus, const Crosswalk& crosswalk, const Step& step);

/// "asks all of": what a source does to a target.
std::string_view relation_verb(StatedRelation relation);

}  // namespace lacuna
