#pragma once

#include <string>
#include <vector>

#include "lacuna/source.hpp"

namespace lacuna {

enum class RelationKind { part_of, controls, appoints, funds, contracts, agreement };
template <>
struct Words<RelationKind> {
    static constexpr std::array<std::string_view, 6> table{"part-of", "controls", "appoints", "funds", "contracts", "agreement"};
    static constexpr std::string_view noun = "kind of relation";
};
enum class Membership { stated, presumed, designated };
template <>
struct Words<Membership> {
    static constexpr std::array<std::string_view, 3> table{"stated", "presumed", "designated"};
    static constexpr std::string_view noun = "way of membership";
};

/// What a party is to another, in a period.
struct PartyRelation {
    RelationKind kind{};
    Id party;
    std::optional<DayRange> from, until;
    std::vector<Id> revocable_by;
    Provenance provenance;
    Texts note;
    Place at;
    friend bool operator==(const PartyRelation&, const PartyRelation&) = default;
};

/// That a party is in a class, and how that is known.
struct InClass {
    Id name;
    std::optional<DayRange> from, until;
    Membership how{};
    Provenance provenance;
    Texts note;
    Place at;
    friend bool operator==(const InClass&, const InClass&) = default;
};

/// A lab, an organ of one, an authority, an evaluator: whoever can hold a function or bear a duty.
struct Party {
    Id id, kind;
    std::string jurisdiction;
    Texts name;
    std::vector<Identifier> identifiers;
    std::vector<PartyRelation> relations;
    std::vector<InClass> classes;
    Texts note;
    Place at;
    friend bool operator==(const Party&, const Party&) = default;
};

/// One file of parties.
struct PartyFile {
    std::vector<Source> sources;
    std::vector<Party> parties;
    friend bool operator==(const PartyFile&, const PartyFile&) = default;
};

}  // namespace lacuna
