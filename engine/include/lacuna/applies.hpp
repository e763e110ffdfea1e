#pragma once
// What binds a developer for a model, on a day: which provisions, why, since when, enforceable by whom, and what is open.

#include <optional>
#include <string>
#include <vector>

#include "lacuna/deadline.hpp"
#include "lacuna/reference.hpp"
#include "lacuna/standing.hpp"
#include "lacuna/trigger.hpp"

namespace lacuna {

/// Whether a provision asks something, firmest first.
/// `on_event`: it will, once something happens that is not known to have happened. `later`: its date has not come, and it will ask then.
enum class Applicability { applies, presumed, on_event, later, undetermined, no };
template <>
struct Words<Applicability> {
    static constexpr std::array<std::string_view, 6> table{"applies", "presumed", "on-event", "later", "undetermined", "no"};
    static constexpr std::string_view noun = "answer";
};

/// A class into which the rules of an instrument put the developer or the model, or not.
struct ClassAnswer {
    Id name;
    NodeNo seen_from = no_node;
    Holds holds;
    std::vector<Triggers::Rule> rules;  ///< strongest first
    const InClass* member = nullptr;    ///< the recorded membership of the developer that makes it one; null: none
};

/// Who can make the developer keep a duty, and since when.
struct Enforcement {
    struct By {
        NodeNo sanction = no_node;
        Id party;
        Answer now = Answer::no;
        std::string condition;  ///< what must hold besides the breach, in words; empty: nothing
    };
    Answer now = Answer::no;
    std::vector<By> by;         ///< sanctions that reach this developer for this duty; empty: none that the corpus knows
    std::optional<Day> from;    ///< when it can be enforced, if it cannot yet and that is known
    std::string reason;         ///< why not, or not certainly
};

/// A clock of a duty with what is known of its limit.
struct ClockAnswer {
    const Clock* clock = nullptr;
    Due due;
};

/// One duty in the situation.
struct DutyAnswer {
    Pinned provision;
    Applicability answer = Applicability::undetermined;
    Holds holds;                      ///< of its condition, time left out
    std::vector<Id> events;           ///< on_event: what it waits for
    std::optional<Day> since;         ///< applies, presumed: since when, by the law's dates and the placing date
    std::optional<Day> from;          ///< later: from when
    std::vector<EssentialFact> open;  ///< undetermined: the facts it turns on, dates included
    std::string time;                 ///< what its dates say, one sentence
    TimeStanding standing;            ///< the same on the day asked, in parts
    Enforcement enforcement;
    std::vector<ClockAnswer> clocks;  ///< those that run, or will
};

/// A power of an authority that reaches the developer.
struct PowerAnswer {
    Pinned provision;
    Holding reaches = Holding::undetermined;
    TimeStanding standing;
};

/// One instrument in the situation.
struct Regime {
    const Instrument* instrument = nullptr;
    int version = 0;
    std::optional<Status> status;
    std::string supposed;  ///< why it counts although it does not stand: a what-if
    std::vector<ClassAnswer> classes;
    std::vector<DutyAnswer> duties;
    std::vector<PowerAnswer> powers;
    std::size_t count(Applicability a) const;
};

/// How far a known quantity is from a threshold that a classification rule names.
struct Headroom {
    NodeNo rule = no_node;
    int version = 0;
    std::string fact;       ///< "training compute", "annual revenue of 2025"
    std::string threshold;  ///< "more than 10^26 FLOP"
    std::string known;      ///< "2.05 x 10^25 to 2.15 x 10^25 FLOP"; empty: unknown
    Answer passed = Answer::undetermined;
    std::string times;      ///< threshold divided by what is known: "4.65 to 4.88"; empty where it makes no sense
};

struct AppliesQuestion {
    Situation situation;
    Day on;
    std::optional<std::string> in;    ///< only law that holds there
    std::vector<const Instrument*> of;  ///< only these; empty: all law, and codes and pledges that the developer signed
};

struct AppliesAnswer {
    AppliesQuestion question;
    std::vector<Regime> regimes;         ///< in corpus order; those that ask nothing and never will are without duties
    std::vector<Headroom> headroom;      ///< lowest threshold first, by fact
    std::vector<std::string> assumed;    ///< what was taken by default, in words
    std::vector<std::pair<EssentialFact, std::size_t>> open;  ///< facts that would settle most, with how many duties turn on each
    std::vector<std::string> notes;
};

/// Answers for every obligation and prohibition that can be a developer's.
AppliesAnswer applies(const Corpus& corpus, const AppliesQuestion& question);

/// The same answers for single provisions, of any norm and whoever bears them, in their order.
std::vector<DutyAnswer> applies_to(const Corpus& corpus, const AppliesQuestion& question, const std::vector<Pinned>& provisions);

/// The version of an instrument that a question on this day is about: the one that stands, else the next that will.
std::optional<int> version_asked(const Instrument& in, Day on);

}  // namespace lacuna
