#pragma once
// Who holds the pen: for every commitment, in whose hands its functions are by its own document and by law, and who can make it void.

#include <algorithm>

#include "lacuna/hands.hpp"
#include "lacuna/independence.hpp"
#include "lacuna/legal_holds.hpp"

namespace lacuna {

/// In whose hands one function of one rule is, nearest to the bearer first; the last three are no places. `inside`: an organ of the bearer, or who
/// belongs to it. `chosen`: outside, but picked by the bearer. `law`: somebody whom law has put there, whoever else the document names.
enum class Seat { self, inside, chosen, outside, law, nobody, unknown, not_applicable };
template <>
struct Words<Seat> {
    static constexpr std::array<std::string_view, 8> table{"self", "inside", "chosen", "outside", "law", "nobody", "unknown", "not-applicable"};
    static constexpr std::string_view noun = "seat of a function";
};

/// Independence of one rule for one reading of who acts: two bounds, which differ where a holder is unknown. Empty: no capture set at all.
struct IndependenceFigure {
    std::optional<std::size_t> least, most;
};

/// The oversight of one commitment.
struct Pen {
    Pinned rule;
    Id bearer;  ///< whom it was judged for: the developer asked about, or whoever bears it
    std::array<Seat, Words<Function>::table.size()> seats{};
    std::vector<LegalHold> law;                  ///< counted first
    RuleHolds held;                              ///< by the document and by the law that counts
    std::optional<Coalitions> captures;          ///< if those who may choose to act, unknown holders taken to be the bearer; nothing: too many to list
    IndependenceFigure who_must, who_may;
    Seat seat(Function f) const { return seats[static_cast<std::size_t>(f)]; }
    /// Can it be made void without anybody outside, if only those act who must, or all who may: yes, or undetermined because a holder is unknown.
    Answer statement_of_intent(Acting acting) const {
        const auto& f = acting == Acting::who_must ? who_must : who_may;
        return f.most == 0U ? Answer::yes : f.least == 0U ? Answer::undetermined : Answer::no;
    }
    /// Does law put a hand of somebody outside on it that counts?
    bool held_by_law() const {
        return std::any_of(law.begin(), law.end(), [](const LegalHold& h) { return h.counts() && h.outside; });
    }
};

/// The commitments of a scope, in corpus order.
struct PenAnswer {
    Assessment by_law;
    IndependenceRule rule{};
    std::vector<Pen> pens;
};

/// How many commitments can be made void without anybody outside.
struct IntentCount {
    std::size_t all = 0;
    std::size_t must = 0, may = 0;  ///< for certain: if only those act who must; even if all act who may
    std::size_t open = 0;           ///< not excluded, because a holder is unknown
};
IntentCount count_intents(const PenAnswer& answer);

/// A law that orders a lab to keep a document of its own, as the answer shows it at work: who then enforces it, and who can change the document.
struct Hardening {
    Pinned duty;                      ///< the duty to keep the document
    LegalHold enforced;               ///< who enforces it, counted
    const Instrument* document = nullptr;
    Cell amend;                       ///< who can change the document
    Hand amends = Hand::unknown;      ///< seen from the bearer
    std::size_t rules = 0;            ///< commitments of the answer in which it counts
};
std::vector<Hardening> hardenings(const Corpus& corpus, const PenAnswer& answer);

/// `question.by` is the law that may hold a function. Every obligation and prohibition of `question.of` that `assess` asks about.
PenAnswer who_holds_the_pen(const Corpus& corpus, const Crosswalk& crosswalk, const Question& question, IndependenceRule rule);

}  // namespace lacuna
