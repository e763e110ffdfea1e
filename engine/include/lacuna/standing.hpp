#pragma once
// Where instruments and provisions stand on a day.

#include <optional>
#include <string>

#include "lacuna/corpus.hpp"
#include "lacuna/trigger.hpp"

namespace lacuna {

/// The status of an instrument on a day, as its periods say; nothing before the first.
std::optional<Status> status_on(const Instrument& in, Day on);

/// The version that stands on a day (whether or not the instrument is in force then); nothing before the first.
std::optional<int> version_on(const Instrument& in, Day on);

/// The version in which another provision stands beside `n` in `version`: the same one inside an instrument, else the one that stands on the
/// day; nothing if it does not stand there.
std::optional<int> version_beside(const Corpus& corpus, NodeNo other, NodeNo n, int version, Day on);

/// Whether a provision asks anything of anybody on a day, and why not.
struct TimeStanding {
    Answer applies = Answer::undetermined;
    std::string reason;
    std::optional<Day> first_day;  ///< when it will apply, if it does not yet and that is known
    bool to_come = false;          ///< it does not apply yet, and will, though the day may not be known
};

/// Does the provision, in that version, apply on that day? Looks at the instrument's status, the version's turn, and the dates
/// in force and applies. A date that depends on an event is looked up in what `triggers` knows; without it, it makes the answer undetermined.
TimeStanding time_standing(const Corpus& corpus, NodeNo n, int version, Day on, Triggers* triggers = nullptr);

/// Does a sanction that punishes a breach of `n` reach its bearer? A sanction may be for some of those only who bear the duty: its own
/// bearer says for whom. With `triggers`, by the facts; else only if the sanction's class takes in the duty's.
Answer punishable(const Corpus& corpus, NodeNo n, NodeNo sanction, int sanction_version, Triggers* triggers = nullptr);

/// Can it be enforced on that day by what the corpus knows: it applies, some sanction punishes it, and the enforceable date has come?
Answer enforceable(const Corpus& corpus, NodeNo n, int version, Day on, Triggers* triggers = nullptr);

/// A rung of the enforcement ladder.
enum class Rung { nothing, pledged, promised, promised_checked, code, binding, enforceable };
template <>
struct Words<Rung> {
    static constexpr std::array<std::string_view, 7> table{"nothing",
                                                           "pledged",
                                                           "promised, self-marked",
                                                           "promised, with an outside check",
                                                           "code in force for its signatories",
                                                           "binding, unsanctioned",
                                                           "binding and enforceable today"};
    static constexpr std::string_view noun = "rung";
};

}  // namespace lacuna
