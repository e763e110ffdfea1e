#pragma once
// The least that would make a promise a constraint: which functions must move out of the bearer's hands, where that is written, and who holds
// such a function by law somewhere.
//
// A rule is a statement of intent as long as one function alone can be defeated (or, for `amend`, exercised) without anybody outside. Each such
// function must move, since its own coalition stays a capture set whatever happens to the others; and when all have moved, every coalition
// has somebody outside in it. So the smallest set is one set, and there is no choice between several.

#include <vector>

#include "lacuna/pen.hpp"

namespace lacuna {

/// Themes with a meaning of their own: control over computing power is a lever wherever training is to be stopped.
inline constexpr std::string_view compute_theme = "compute", pause_theme = "pause";

/// The functions that somebody outside must hold too (`amend`: must consent to) before the rule's independence is at least 1; in the order of
/// the functions. A function that nobody is known to hold counts as the bearer's. Where one can be captured in too many ways to list, it must move.
std::vector<Function> to_transfer(const RuleHolds& holds, Acting acting, const OutsideName& outside);

/// The rule when that function has moved: somebody outside, who must act, can perform it too; a change of the rule needs its consent too.
RuleHolds transferred(RuleHolds holds, Function function, const Id& outsider);

/// A hand that law gives, or gave, or would give, to somebody other than the developer.
struct Precedent {
    Pinned power;
    Cell cell;
    bool in_force = false;  ///< on the day
    bool usable = false;    ///< in force, and the day from which it can be used has come
    std::string standing;   ///< where it stands on the day, and why
    std::size_t alike = 0;  ///< further provisions of the same law that give the same party the same hand
};

/// Provisions of binding law, of any place and any standing, that put a function over a developer's duties into other hands: in force first,
/// then those who must act, then as the corpus has them. `amend`: only where the developer needs the other's consent, since that a legislature
/// can change its own law is none. `stopping`: to enforce, only who can stop a model or its development, or order what stops it.
std::vector<Precedent> precedents(const Corpus& corpus, Function function, bool stopping, Day on);

/// Provisions of binding law about computing power, by the same order: reporting it, capping it, controlling chips and clouds.
std::vector<Precedent> compute_precedents(const Corpus& corpus, Day on);

/// Does the promise turn on computing power: by a condition that measures it, or because it stops training, which needs it?
bool turns_on_compute(const Corpus& corpus, NodeNo n);

/// One function that must move, for some of the commitments asked about.
struct Transfer {
    Function function{};
    bool even_if_who_may_acts = false;    ///< for some rule, whoever may act being willing does not help
    std::vector<Pinned> rules, stopping;  ///< for which; those of them that stop something
    /// Where the documents say who holds it: a provision, or the document as a whole (`no_node`), or nowhere (`stated` unset).
    struct Written {
        const Instrument* document = nullptr;
        int version = 0;
        NodeNo on = no_node;
        bool stated = true;
        std::size_t rules = 0;
    };
    std::vector<Written> written;
    std::vector<Precedent> precedents;           ///< for the function
    std::vector<Precedent> stopping_precedents;  ///< `enforce`, where some of the rules stop something
};

/// What would make every commitment of an answer a constraint: exactly these functions, and no fewer.
struct PortfolioRemedy {
    std::vector<Transfer> transfers;  ///< in the order of the functions
    std::size_t constraints = 0;      ///< commitments that need nothing
    std::vector<Precedent> compute;   ///< where one of them turns on computing power
    std::vector<Pinned> on_compute;   ///< those that do
};
PortfolioRemedy remedy_of(const Corpus& corpus, const PenAnswer& answer);

/// A party whose failure alone, and with it that of what it certainly controls, makes commitments void: a single point of failure. In the graph in which a commitment is kept by going through
/// its functions one after the other, each by way of any one of its holders, these parties are its dominators; where several of many
/// must act, only the coalitions say it, so they are read off those.
struct SinglePoint {
    Id party;
    bool outside = false;  ///< by the rule of the answer
    std::vector<std::pair<Pinned, std::vector<Function>>> rules;  ///< that fail with it, by which functions
};
/// The party that takes most down with it first.
std::vector<SinglePoint> single_points(const Corpus& corpus, const PenAnswer& answer);

}  // namespace lacuna
