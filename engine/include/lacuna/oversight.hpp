#pragma once
// The hands on a rule: who wrote it, measures, judges, accepts, verifies, changes and enforces it.

#include <optional>
#include <string>
#include <vector>

#include "lacuna/clock.hpp"
#include "lacuna/source.hpp"

namespace lacuna {

/// Party id with a meaning of its own: whoever bears the duty.
inline constexpr std::string_view bearer_party = "bearer";

enum class Function { draft, define, evaluate, judge, accept, verify, amend, enforce };
template <>
struct Words<Function> {
    static constexpr std::array<std::string_view, 8> table{"draft", "define", "evaluate", "judge", "accept", "verify", "amend", "enforce"};
    static constexpr std::string_view noun = "oversight function";
};
/// How far a holder's hand goes, weakest first.
enum class Reach { disclose, penalise, order, stop };
template <>
struct Words<Reach> {
    static constexpr std::array<std::string_view, 4> table{"disclose", "penalise", "order", "stop"};
    static constexpr std::string_view noun = "reach";
};
enum class Discretion { must, may };
template <>
struct Words<Discretion> {
    static constexpr std::array<std::string_view, 2> table{"must", "may"};
    static constexpr std::string_view noun = "discretion";
};
/// Why no party stands in a cell; three different things.
enum class CellState { nobody, not_applicable, unknown };
template <>
struct Words<CellState> {
    static constexpr std::array<std::string_view, 3> table{"nobody", "not-applicable", "unknown"};
    static constexpr std::string_view noun = "state of a cell";
};

struct HolderTerms {
    std::optional<Reach> reach;
    std::optional<Side> when;
    std::optional<Discretion> discretion;
    std::string needs;  ///< what the holder needs before it can act
    friend bool operator==(const HolderTerms&, const HolderTerms&) = default;
};

enum class FormulaKind { holder, all_of, any_of, k_of };
template <>
struct Words<FormulaKind> {
    static constexpr std::array<std::string_view, 4> table{"holder", "all-of", "any-of", "k-of"};
    static constexpr std::string_view noun = "formula";
};

/// Who must act together: a party, all of, any of, or k of several.
struct Formula {
    FormulaKind kind{};
    Id party;                    ///< holder
    HolderTerms terms;           ///< holder
    int k = 0;                   ///< k-of
    std::vector<Formula> parts;  ///< all but holder
    Place at;
    friend bool operator==(const Formula&, const Formula&) = default;
};

/// One function of one rule: a party, a formula, or a state in which there is none.
struct Cell {
    Function function{};
    Id party;  ///< short for a formula of one holder
    std::optional<CellState> state;
    HolderTerms terms;
    Id over;  ///< on a power: the class it is over
    Provenance provenance;
    std::vector<Formula> formula;  ///< at most one
    Texts note;
    Place at;
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// Somebody who is heard and cannot block.
struct Consulted {
    Function function{};
    Id party;
    Place at;
    friend bool operator==(const Consulted&, const Consulted&) = default;
};

}  // namespace lacuna
