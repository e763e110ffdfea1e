#pragma once
// Whom a regime or a pledge does not reach, and why.

#include "lacuna/applies.hpp"

namespace lacuna {

/// Does the regime ask anything of the developer, or for the model? `presumed`: by a presumption that can be rebutted. `later`: it will, by its
/// dates. `open`: what is known does not settle it, which is never "no".
enum class Reached { yes, presumed, later, open, no };
template <>
struct Words<Reached> {
    static constexpr std::array<std::string_view, 5> table{"reached", "presumed", "later", "open", "not-reached"};
    static constexpr std::string_view noun = "reach of a regime";
};

/// Why a regime does not reach somebody. `facts`: by something else that is known.
enum class NotBecause { not_adopted, adopted_in_part, below_threshold, outside_jurisdiction, facts, not_in_force };
template <>
struct Words<NotBecause> {
    static constexpr std::array<std::string_view, 6> table{"not-adopted", "adopted-in-part", "below-threshold", "outside-jurisdiction", "facts", "not-in-force"};
    static constexpr std::string_view noun = "reason why a regime does not reach";
};

/// One developer, or one model of it on file.
struct Subject {
    Id developer;
    const Situation* model = nullptr;  ///< null: the developer, of whose models nothing is on file
};

struct UnboundRow {
    Subject subject;
    Reached reached = Reached::open;
    std::size_t duties = 0;            ///< that ask something, or will
    std::vector<NotBecause> because;   ///< not reached, or only in part
    std::string why;                   ///< the same in words; open: what it turns on
    std::optional<Day> from;           ///< later
};

struct UnboundRegime {
    const Instrument* instrument = nullptr;
    int version = 0;
    std::vector<UnboundRow> rows;
    std::vector<Pinned> exemptions;  ///< that take out nine tenths of what it asks of developers, or more: whom, or what, it does not reach
    std::size_t count(Reached r) const;
};

struct UnboundQuestion {
    Day on;
    std::optional<std::string> in;
    std::vector<const Instrument*> of;  ///< binding law, codes or pledges; empty: all of them in force or adopted
    std::vector<Id> labs;               ///< empty: every lab of the corpus
};

struct UnboundAnswer {
    UnboundQuestion question;
    std::vector<UnboundRegime> regimes;  ///< in corpus order
    std::vector<Id> state_run;           ///< labs of the answer that a government controls, as far as the corpus knows
};

UnboundAnswer unbound(const Corpus& corpus, const UnboundQuestion& question);

}  // namespace lacuna
