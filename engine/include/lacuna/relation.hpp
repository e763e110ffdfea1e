#pragma once
// RCC-5: the five ways two non-empty sets can relate, and what follows along a path.
// Cohn, Bennett, Gooday, Gotts, "Qualitative spatial representation and reasoning with the region connection calculus" (1997).

#include <cstdint>
#include <initializer_list>
#include <string>

#include "lacuna/names.hpp"

namespace lacuna {

/// Base relation of two non-empty sets: equal, proper part, has as proper part, partial overlap, disjoint.
enum class Base { eq, pp, ppi, po, dr };
template <>
struct Words<Base> {
    static constexpr std::array<std::string_view, 5> table{"EQ", "PP", "PPi", "PO", "DR"};
    static constexpr std::string_view noun = "base relation";
};

/// A set of base relations that are still possible; five bits.
class Mask {
public:
    constexpr Mask() = default;
    constexpr Mask(std::initializer_list<Base> bases) {
        for (Base b : bases) bits_ = static_cast<std::uint8_t>(bits_ | bit(b));
    }
    static constexpr Mask from_bits(unsigned bits) {
        Mask m;
        m.bits_ = static_cast<std::uint8_t>(bits & 31U);
        return m;
    }
    static constexpr Mask any() { return from_bits(31); }

    constexpr unsigned bits() const { return bits_; }
    constexpr bool has(Base b) const { return (bits_ & bit(b)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr bool says_nothing() const { return bits_ == 31; }
    constexpr bool within(Mask other) const { return (bits_ & ~other.bits_ & 31U) == 0; }
    friend constexpr Mask operator&(Mask a, Mask b) { return from_bits(a.bits_ & b.bits_); }
    friend constexpr Mask operator|(Mask a, Mask b) { return from_bits(a.bits_ | b.bits_); }
    friend constexpr bool operator==(Mask, Mask) = default;

private:
    static constexpr unsigned bit(Base b) { return 1U << static_cast<unsigned>(b); }
    std::uint8_t bits_ = 0;
};

/// A source certainly contains what the target asks; certainly shares some of it at least.
inline constexpr Mask certain_cover{Base::eq, Base::ppi}, certain_overlap{Base::eq, Base::pp, Base::ppi, Base::po};

/// What A can be to C when A is one of `ab` to B and B one of `bc` to C.
Mask compose(Mask ab, Mask bc);
/// What B is to A when A is one of `ab` to B: swaps PP and PPi.
Mask converse(Mask ab);
/// "EQ PPi", or "any", or "none".
std::string to_string(Mask mask);

/// The relation words of NIST IR 8477 and OSCAL, as mapping files use them.
enum class StatedRelation { equal_to, subset_of, superset_of, intersects_with, no_relationship };
template <>
struct Words<StatedRelation> {
    static constexpr std::array<std::string_view, 5> table{"equal-to", "subset-of", "superset-of", "intersects-with", "no-relationship"};
    static constexpr std::string_view noun = "relation";
};

/// How literally a mapping set's words are to be taken.
enum class Reading { loose, strict };
template <>
struct Words<Reading> {
    static constexpr std::array<std::string_view, 2> table{"loose", "strict"};
    static constexpr std::string_view noun = "reading";
};

/// What a stated relation says. Loosely, subset-of may hide equality, and intersects-with any overlap.
Mask meaning(StatedRelation relation, Reading reading);

/// What is certain about how far a source covers a target, best first.
enum class Cover { covered, partly, at_least_partly, possible, not_covered, unsaid };
template <>
struct Words<Cover> {
    static constexpr std::array<std::string_view, 6> table{"covered", "partly", "at-least-partly", "possible", "not-covered", "unsaid"};
    static constexpr std::string_view noun = "cover";
};

/// The verdict on a target from a source whose relation to it is one of `mask` (design: within {EQ, PPi} is cover).
/// REQUIRES: mask is not empty (an empty mask is a contradiction and has no verdict).
Cover verdict(Mask mask);

}  // namespace lacuna
