#pragma once
// The due dates of provisions, in the order in which they come.

#include <vector>

#include "lacuna/applies.hpp"

namespace lacuna {

/// What can be said of when something is due. `over`: it recurred until something happened, and that has happened.
enum class DueKind { dated, in_words, undated, not_begun, over, not_standing };
template <>
struct Words<DueKind> {
    static constexpr std::array<std::string_view, 6> table{"dated", "in-words", "undated", "not-begun", "over", "not-standing"};
    static constexpr std::string_view noun = "kind of due date";
};

/// One clock of one provision.
struct Entry {
    Pinned provision;
    const Clock* clock = nullptr;
    Due due;
    TimeStanding standing;
    std::optional<DutyAnswer> asked;  ///< whether it applies here; unset: nothing is known of the developer or the model
    DueKind kind{};
    std::optional<Limit> limit;  ///< dated: to keep to be on the safe side; in words: where the words begin to run
    bool at_the_latest = false;  ///< dated, but how much earlier it may be is open
    Answer passed = Answer::no;  ///< before the day asked; undetermined: the limit is, but the true date may not be
    bool if_it_applies() const { return asked && asked->answer == Applicability::undetermined; }
};

struct AgendaQuestion {
    Scope scope;
    Situation situation;
    Day on;
    std::optional<std::string> in;  ///< the jurisdiction that narrowed the scope
    bool only_signed = false;       ///< codes and pledges count only for who has signed them
};

/// All clocks of a scope: what has a date in order of dates, then the rest in corpus order.
struct Agenda {
    AgendaQuestion question;
    std::vector<Entry> entries;
    bool asked = false;        ///< applicability was looked at, because something is known of the developer or the model
    std::size_t left_out = 0;  ///< clocks of provisions that certainly do not apply here
};

/// The clocks of duties and rights, and waiting times of anything, as they are on a day. Once anything but moments is known of the developer
/// or the model, what certainly does not apply is left out, and what may not apply says on what that turns.
Agenda agenda(const Corpus& corpus, AgendaQuestion question);

}  // namespace lacuna
