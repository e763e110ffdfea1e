#pragma once

#include <string>
#include <vector>

#include "lacuna/condition.hpp"
#include "lacuna/source.hpp"

namespace lacuna {

/// A subject that duties are about; a finding aid, which proves nothing.
struct Theme {
    Id id;
    bool stops = false;  ///< a duty of this theme stops something: training, release, keeping weights
    Texts name, note;
    Place at;
    friend bool operator==(const Theme&, const Theme&) = default;
};

/// A kind of danger.
struct Domain {
    Id id, broader;
    Texts name, note;
    Place at;
    friend bool operator==(const Domain&, const Domain&) = default;
};

enum class FactAbout { developer, model, field };
template <>
struct Words<FactAbout> {
    static constexpr std::array<std::string_view, 3> table{"developer", "model", "field"};
    static constexpr std::string_view noun = "subject of a fact";
};
enum class FactKind { quantity, flag, date, set };
template <>
struct Words<FactKind> {
    static constexpr std::array<std::string_view, 4> table{"quantity", "flag", "date", "set"};
    static constexpr std::string_view noun = "kind of fact";
};

/// A value that a set-valued fact may contain.
struct FactValue {
    std::string id;
    Texts name;
    friend bool operator==(const FactValue&, const FactValue&) = default;
};

/// Something that can be known about a developer, a model or the field.
struct Fact {
    Id id;
    FactAbout about{};
    FactKind kind{};
    std::vector<std::string> units;  ///< what a quantity may be measured in
    bool per_year = false;           ///< means nothing without a year
    std::optional<bool> default_value;  ///< flags: what is assumed, and marked as assumed, while nothing is said
    Texts name, note;
    std::vector<FactValue> values;
    Place at;
    friend bool operator==(const Fact&, const Fact&) = default;
};

/// Something that happens and that clocks or triggers refer to.
struct Event {
    Id id;
    bool act = false;               ///< done by an authority: assumed not done, and marked as assumed, while nothing is said
    std::optional<DayRange> as_of;  ///< acts: until when it was looked for
    Id on_day;                      ///< date fact: on that day it has happened
    Id not_after;                   ///< date fact: on that day at the latest it has happened
    Texts name, note;
    Place at;
    friend bool operator==(const Event&, const Event&) = default;
};

/// A class of developers, models or others that rules address.
struct Class {
    Id id;
    std::vector<Id> within;  ///< classes that contain it
    Texts name, note;
    Place at;
    friend bool operator==(const Class&, const Class&) = default;
};

/// A way in which evaluations of a model can mislead, and which a policy may deal with or pass over.
struct EvaluationLimit {
    Id id;
    Texts name, note;
    Place at;
    friend bool operator==(const EvaluationLimit&, const EvaluationLimit&) = default;
};

struct PartyKind {
    Id id;
    Texts name, note;
    Place at;
    friend bool operator==(const PartyKind&, const PartyKind&) = default;
};

/// What always holds between facts.
struct Axiom {
    Texts summary;
    std::vector<Condition> premise, conclusion;  ///< one condition each
    Place at;
    friend bool operator==(const Axiom&, const Axiom&) = default;
};

struct Jurisdiction {
    std::string id, within;
    Texts name;
    Place at;
    friend bool operator==(const Jurisdiction&, const Jurisdiction&) = default;
};

/// The controlled words of the corpus.
struct Vocabulary {
    std::vector<Theme> themes;
    std::vector<Domain> domains;
    std::vector<Fact> facts;
    std::vector<Event> events;
    std::vector<Class> classes;
    std::vector<PartyKind> party_kinds;
    std::vector<EvaluationLimit> limits;
    std::vector<Axiom> axioms;
    std::vector<Jurisdiction> jurisdictions;
    friend bool operator==(const Vocabulary&, const Vocabulary&) = default;
};

}  // namespace lacuna
