#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lacuna/clock.hpp"
#include "lacuna/condition.hpp"
#include "lacuna/oversight.hpp"
#include "lacuna/source.hpp"

namespace lacuna {

enum class Norm { obligation, prohibition, permission, right, power, classification, definition, exemption, deemed_compliance, sanction };
template <>
struct Words<Norm> {
    static constexpr std::array<std::string_view, 10> table{"obligation",     "prohibition", "permission", "right",             "power",
                                                            "classification", "definition",  "exemption",  "deemed-compliance", "sanction"};
    static constexpr std::string_view noun = "norm";
};
/// How firmly the bearer is bound, firmest first. `recommends` asks it of others and is no promise.
enum class Modality { must, should, may, recommends };
template <>
struct Words<Modality> {
    static constexpr std::array<std::string_view, 4> table{"must", "should", "may", "recommends"};
    static constexpr std::string_view noun = "modality";
};
enum class Presumption { rebuttable, conclusive };
template <>
struct Words<Presumption> {
    static constexpr std::array<std::string_view, 2> table{"rebuttable", "conclusive"};
    static constexpr std::string_view noun = "presumption";
};
/// How checkable the *if* is, most checkable first.
enum class Clarity { quantity, stated_test, named, qualitative };
template <>
struct Words<Clarity> {
    static constexpr std::array<std::string_view, 4> table{"quantity", "stated-test", "named", "qualitative"};
    static constexpr std::string_view noun = "clarity";
};
enum class IfUnsure { treat_as_above, proceed, silent };
template <>
struct Words<IfUnsure> {
    static constexpr std::array<std::string_view, 3> table{"treat-as-above", "proceed", "silent"};
    static constexpr std::string_view noun = "default if unsure";
};
enum class Parts { exhaustive };
template <>
struct Words<Parts> {
    static constexpr std::array<std::string_view, 1> table{"exhaustive"};
    static constexpr std::string_view noun = "kind of parts";
};
enum class Effect { may_demonstrate, presumed, conclusive };
template <>
struct Words<Effect> {
    static constexpr std::array<std::string_view, 3> table{"may-demonstrate", "presumed", "conclusive"};
    static constexpr std::string_view noun = "effect";
};
enum class CrossReference { see, legal_basis, without_prejudice, amends, interprets, rebuttal };
template <>
struct Words<CrossReference> {
    static constexpr std::array<std::string_view, 6> table{"see", "legal-basis", "without-prejudice", "amends", "interprets", "rebuttal"};
    static constexpr std::string_view noun = "kind of cross-reference";
};
enum class Combine { higher_of, lower_of, sum };
template <>
struct Words<Combine> {
    static constexpr std::array<std::string_view, 3> table{"higher-of", "lower-of", "sum"};
    static constexpr std::string_view noun = "way to combine amounts";
};

/// A reference as written: `#provision`, `instrument`, `instrument#provision` or `instrument@version#provision`.
struct RefText {
    std::string ref;
    Place at;
    friend bool operator==(const RefText&, const RefText&) = default;
};

/// An exception inside a norm.
struct Exception {
    std::string ref;  ///< the provision that makes it, if it is another
    Texts summary;
    std::vector<Condition> condition;  ///< at most one
    Place at;
    friend bool operator==(const Exception&, const Exception&) = default;
};

/// A way out of a promise that opens on what others do.
struct Escape {
    bool competitor = false;  ///< tied to what competitors do
    Texts summary;
    std::vector<Condition> condition;  ///< at most one
    Place at;
    friend bool operator==(const Escape&, const Escape&) = default;
};

struct Deems {
    std::string keeping, counts_as;
    Effect effect{};
    Place at;
    friend bool operator==(const Deems&, const Deems&) = default;
};

struct Refers {
    std::string ref;
    CrossReference kind{};
    Place at;
    friend bool operator==(const Refers&, const Refers&) = default;
};

struct Defines {
    std::string term;
    friend bool operator==(const Defines&, const Defines&) = default;
};

struct Term {
    std::string name, ref;
    Place at;
    friend bool operator==(const Term&, const Term&) = default;
};

struct Amount {
    std::optional<Decimal> value;
    std::string unit;
    std::optional<Decimal> percent;
    Id of, year;
    Place at;
    friend bool operator==(const Amount&, const Amount&) = default;
};

struct Sanction {
    Id by;
    std::string per, through;
    std::optional<Combine> combine;
    std::optional<Discretion> discretion;
    std::vector<RefText> punishes;
    std::vector<Amount> amounts;
    Place at;
    friend bool operator==(const Sanction&, const Sanction&) = default;
};

struct Citation {
    Id ref;
    std::string locator;
    std::optional<Grade> grade;
    Place at;
    friend bool operator==(const Citation&, const Citation&) = default;
};

/// The fixed or interval dates of a provision; unset ones are inherited.
struct Dates {
    std::optional<DayRange> in_force_from, applies_from, enforceable_from, legacy_until;
    friend bool operator==(const Dates&, const Dates&) = default;
};

enum class NodeKind { division, provision };
template <>
struct Words<NodeKind> {
    static constexpr std::array<std::string_view, 2> table{"division", "provision"};
    static constexpr std::string_view noun = "part of an instrument";
};

/// The smallest thing that can be cited, holding one norm; or a division (heading), which holds none.
/// Divisions use only id, cite, bearer, versions, dates, provenance, identifier, title, note and parts.
struct Provision {
    NodeKind kind{};
    Id id;
    std::string cite;
    Norm norm{};
    std::optional<Modality> modality;
    Id bearer;   ///< class or party; empty: inherited
    Id into;     ///< classification: the class it puts into
    std::optional<Presumption> presumed;
    std::vector<Id> themes, domains;
    std::optional<Clarity> clarity;
    std::optional<IfUnsure> if_unsure;
    std::optional<bool> evaluation_dependent;
    std::optional<Parts> completeness;
    std::optional<bool> hardens;  ///< asks the bearer to keep a document of its own making, once that is filed under it
    std::vector<Id> addresses;    ///< limits of evaluation that the text itself deals with
    Id since, until;  ///< first and last version in which it stands; empty: open
    Dates dates;
    Provenance provenance;
    std::vector<Identifier> identifiers;
    Texts title, summary;
    std::vector<ComputedDate> computed;
    std::vector<Condition> when;  ///< at most one; none: always
    std::vector<Exception> unless;
    std::vector<Escape> escapes;
    std::vector<RefText> exempts;
    std::vector<Deems> deems;
    std::vector<RefText> guards;
    std::vector<Refers> refers;
    std::vector<Defines> defines;
    std::vector<Term> terms;
    std::vector<Clock> clocks;
    std::vector<Sanction> sanctions;
    std::vector<Cell> holds;
    std::vector<Consulted> consulted;
    std::vector<Citation> cited;
    Texts note;
    std::vector<Provision> parts;
    Place at;

    const Condition* trigger() const { return when.empty() ? nullptr : &when.front(); }
    friend bool operator==(const Provision&, const Provision&) = default;
};

/// Obligations and prohibitions are what coverage is asked of.
inline bool is_duty(const Provision& p) { return p.kind == NodeKind::provision && (p.norm == Norm::obligation || p.norm == Norm::prohibition); }

}  // namespace lacuna
