#pragma once
// In whose hands a function lies, seen from the bearer of a duty.

#include <string>

#include "lacuna/corpus.hpp"

namespace lacuna {

/// How far from the bearer a hand is, nearest first. `unknown` is no place in that order.
enum class Hand { nobody, inside, chosen, outside, unknown, not_applicable };
template <>
struct Words<Hand> {
    static constexpr std::array<std::string_view, 6> table{"nobody", "inside", "outside, chosen by the bearer", "outside", "unknown", "not applicable"};
    static constexpr std::string_view noun = "hand";
};

/// Is `party` the bearer, a part or organ of it, what it controls, or who controls it, on that day? `bearer` is a party, or a class
/// (then only the word 'bearer' itself is inside).
bool is_inside(const Corpus& corpus, const Id& party, const Id& bearer, Day on);

/// Everybody joined to `party` by part-of or controls, in either direction, itself first. A tie whose day is not known exactly counts as there.
std::vector<Id> household(const Corpus& corpus, const Id& party, Day on);

/// `party` and whoever it is part of, or is controlled by, at any height; a tie whose day is not known exactly counts as there.
std::vector<Id> above(const Corpus& corpus, const Id& party, Day on);

/// Is `party` the other one, a part of it (at any depth), or controlled by it, on that day for certain?
bool is_below(const Corpus& corpus, const Id& party, const Id& other, Day on);

/// Is one party the other, or a part of it, on that day for certain?
bool is_part_of(const Corpus& corpus, const Id& part, const Id& whole, Day on);

/// Is the provision one that an adoption is about: of the whole, or of one of the parts signed?
bool covers(const Corpus& corpus, const Adoption& a, NodeNo n);

/// Has the developer, or what it is part of, signed the code or pledge in which `n` stands, this part of it, as far as the corpus knows?
/// Undetermined where the day is not known exactly, or where only a company that controls it, or that it controls, has signed; yes of
/// what needs no signature.
Answer has_signed(const Corpus& corpus, NodeNo n, const Id& developer, Day on);

/// Is a recorded membership certain: a designation, or the party's own statement, checked?
bool is_certain(const InClass& c);

/// The membership that puts the developer, or a part of it, into the class on that day for certain; null if there is none.
const InClass* certain_member(const Corpus& corpus, const Id& developer, const Id& name, Day on);

/// How the bearer, or somebody inside it, chose a party: appoints, funds, contracts it, or has an agreement with it; who looks at others by
/// trade counts as contracted. Empty: not at all.
std::vector<RelationKind> choices(const Corpus& corpus, const Id& party, const Id& bearer, Day on);

/// The hand that a cell describes: for parties that must agree, the farthest of them; for parties any one of whom can act, the
/// nearest. A party that the bearer contracts, funds or appoints is `chosen`. A null cell is unknown.
Hand hand(const Corpus& corpus, const Cell* cell, const Id& bearer, Day on);

/// Who holds the cell, in words: "CEO and RSO", "nobody", "not stated".
std::string holders(const Corpus& corpus, const Cell* cell, const Id& bearer);

}  // namespace lacuna
