#pragma once
// Who can make a rule void. Whether a function is performed is a monotone yes or no of who does its part (a simple game: Taylor and Zwicker,
// "Simple Games", 1999); its minimal winning coalitions are those able to perform it, its minimal blocking ones those without whom nobody can.

#include <array>
#include <functional>
#include <optional>
#include <vector>

#include "lacuna/oversight.hpp"

namespace lacuna {

/// Parties that act, or fail, together: sorted, each once.
using Coalition = std::vector<Id>;

/// Coalitions none of which contains another, smaller ones first, then by name. Empty: there is none. One empty coalition: nobody has to do anything.
using Coalitions = std::vector<Coalition>;

/// Those that contain no other.
Coalitions minimal(Coalitions all);

/// More coalitions than this are not listed: the functions below then return nothing.
inline constexpr std::size_t most_coalitions = 20000;

/// The minimal coalitions that can perform what the formula says.
std::optional<Coalitions> able(const Formula& formula);
/// The minimal coalitions whose failure defeats every way to perform it.
std::optional<Coalitions> blocking(const Formula& formula);

/// The formula of one holder.
Formula held_by(const Id& party, std::optional<Discretion> discretion = {});
/// The formula of a cell that names holders; its terms are those of all its holders that state none of their own.
Formula formula_of(const Cell& cell);

/// Who holds one function of one rule: a state in which there is nobody to name, or a formula.
struct Hold {
    std::optional<CellState> state;  ///< unset: `formula`
    Formula formula;
};

/// The holds of a rule. `draft` is past, and never computed.
struct RuleHolds {
    std::array<Hold, Words<Function>::table.size()> by_function;
    bool threshold_open = true;  ///< `define` counts only where a threshold is left open, or the bearer may set it anew
    const Hold& of(Function f) const { return by_function[static_cast<std::size_t>(f)]; }
    Hold& of(Function f) { return by_function[static_cast<std::size_t>(f)]; }
};

/// How a function is to be taken of which nobody knows who holds it.
enum class UnknownHolds {
    by_bearer,  ///< the bearer alone: what is certain of the rule's independence
    apart,      ///< left out: what is possible
};

/// Which holders count.
enum class Acting {
    who_must,  ///< those who must act; who only may is taken not to, except in changing the rule, which everybody who may can do
    who_may,   ///< all, "if they choose to act"
};

/// The capture sets of a rule: the minimal coalitions, over all functions, enough to make it void. `enforce` held by nobody gives the empty
/// one: void from the start. `amend` held by nobody gives none. Nothing: more than can be listed.
std::optional<Coalitions> capture_sets(const RuleHolds& holds, Acting acting, UnknownHolds unknown);

/// What one function alone contributes to them; empty where it does not count.
std::optional<Coalitions> captured_by(const RuleHolds& holds, Function function, Acting acting, UnknownHolds unknown);

/// Whose a party is, seen from the bearer: nothing for who is inside, else the name under which it is counted (its ultimate controller).
using OutsideName = std::function<std::optional<Id>(const Id& party)>;

/// The least number of outside names in any capture set; 0: some capture set lies inside, a statement of intent and no constraint.
/// Nothing: there is no capture set.
std::optional<std::size_t> independence(const Coalitions& capture_sets, const OutsideName& outside);

}  // namespace lacuna
