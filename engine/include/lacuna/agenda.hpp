#pragma once
// The due dates of provisions, in the order in which they come.

#include <vector>

#include "lacuna/deadline.hpp"
#include "lacuna/reference.hpp"
#include "lacuna/standing.hpp"

namespace lacuna {

/// What can be said of when something is due.
enum class DueKind { dated, in_words, undated, not_begun, not_standing };
template <>
struct Words<DueKind> {
    static constexpr std::array<std::string_view, 5> table{"dated", "in-words", "undated", "not-begun", "not-standing"};
    static constexpr std::string_view noun = "kind of due date";
};

/// One clock of one provision.
struct Entry {
    Pinned provision;
    const Clock* clock = nullptr;
    Due due;
    TimeStanding standing;
    DueKind kind{};
    std::optional<Limit> limit;  ///< dated: to keep to be on the safe side; in words: where the words begin to run
    bool at_the_latest = false;  ///< dated, but how much earlier it may be is open
    Answer passed = Answer::no;  ///< before the day asked; undetermined: the limit is, but the true date may not be
};

/// All clocks of a scope: what has a date in order of dates, then the rest in corpus order.
struct Agenda {
    Day on;
    std::optional<std::string> in;  ///< the jurisdiction that narrowed the scope
    Scope scope;
    std::vector<Entry> entries;
};

/// The clocks of duties and rights, and waiting times of anything, as they are on a day.
Agenda agenda(const Corpus& corpus, const Scope& scope, const Anchors& anchors, Day on, std::optional<std::string> in = std::nullopt);

}  // namespace lacuna
