// Proves that the algebra of RCC-5 masks says about sets neither more nor less than is true of sets.

#include "small.hpp"

using namespace lacuna;
using enum Base;

namespace {

/// What two non-empty sets, given as bits, really are to each other.
Base truth(unsigned a, unsigned b) {
    if (a == b) return eq;
    if ((a & b) == 0) return dr;
    if ((a & b) == a) return pp;
    return (a & b) == b ? ppi : po;
}

constexpr std::array<Base, 5> bases{eq, pp, ppi, po, dr};
constexpr unsigned masks = 32;
Mask mask(unsigned bits) { return Mask::from_bits(bits); }

/// For each pair of base relations, what A was seen to be to C over all triples of non-empty subsets of a set of `elements`.
std::array<std::array<Mask, 5>, 5> observed(unsigned elements) {
    std::array<std::array<Mask, 5>, 5> seen{};
    const unsigned all = 1U << elements;
    for (unsigned a = 1; a < all; ++a)
        for (unsigned b = 1; b < all; ++b)
            for (unsigned c = 1; c < all; ++c) {
                auto& entry = seen[static_cast<std::size_t>(truth(a, b))][static_cast<std::size_t>(truth(b, c))];
                entry = entry | Mask{truth(a, c)};
            }
    return seen;
}

}  // namespace

TEST_CASE("relation: the composition table is exactly what the 63^3 triples of subsets of a six-element set show") {
    // Sound (every observed relation is allowed) and exact (every allowed one is observed) at once; six elements suffice for all
    // 25 entries.
    const auto seen = observed(6);
    for (const Base ab : bases)
        for (const Base bc : bases) {
            INFO(word(ab), " then ", word(bc));
            CHECK(compose({ab}, {bc}) == seen[static_cast<std::size_t>(ab)][static_cast<std::size_t>(bc)]);
        }
}

TEST_CASE("relation: four elements are enough to see the whole table, three are not") {
    // Says that the enumeration above is not too small to prove exactness: PO then PO can be PP, PPi or DR, but only with four.
    const auto four = observed(4), three = observed(3);
    for (std::size_t i = 0; i < 5; ++i)
        for (std::size_t k = 0; k < 5; ++k) CHECK(four[i][k] == compose({bases[i]}, {bases[k]}));
    CHECK(three[3][3] == Mask{eq, po});
    CHECK(compose({po}, {po}) == Mask::any());
}

TEST_CASE("relation: the table of the design page, entry by entry") {
    CHECK(to_string(compose({pp}, {ppi})) == "any");
    CHECK(to_string(compose({pp}, {po})) == "PP PO DR");
    CHECK(to_string(compose({ppi}, {pp})) == "EQ PP PPi PO");
    CHECK(to_string(compose({ppi}, {po})) == "PPi PO");
    CHECK(to_string(compose({ppi}, {dr})) == "PPi PO DR");
    CHECK(to_string(compose({po}, {pp})) == "PP PO");
    CHECK(to_string(compose({po}, {ppi})) == "PPi PO DR");
    CHECK(to_string(compose({po}, {dr})) == "PPi PO DR");
    CHECK(to_string(compose({dr}, {pp})) == "PP PO DR");
    CHECK(to_string(compose({dr}, {ppi})) == "DR");
    CHECK(to_string(compose({dr}, {dr})) == "any");
    CHECK(to_string(Mask{}) == "none");
}

TEST_CASE("relation: converse is what B is to A, and undoes itself on every mask") {
    for (unsigned a = 1; a < 64; ++a)
        for (unsigned b = 1; b < 64; ++b) REQUIRE(converse({truth(a, b)}) == Mask{truth(b, a)});
    for (unsigned m = 0; m < masks; ++m) {
        CHECK(converse(converse(mask(m))) == mask(m));
        CHECK(converse(mask(m)).has(ppi) == mask(m).has(pp));
        for (unsigned n = 0; n < masks; ++n) CHECK(converse(compose(mask(m), mask(n))) == compose(converse(mask(n)), converse(mask(m))));
    }
}

TEST_CASE("relation: equality is the unit, composition is associative, monotone and spreads over union, over all masks") {
    for (unsigned a = 0; a < masks; ++a) {
        CHECK(compose({eq}, mask(a)) == mask(a));
        CHECK(compose(mask(a), {eq}) == mask(a));
        CHECK(compose(mask(a), {}).empty());
        for (unsigned b = 0; b < masks; ++b)
            for (unsigned c = 0; c < masks; ++c) {
                REQUIRE(compose(compose(mask(a), mask(b)), mask(c)) == compose(mask(a), compose(mask(b), mask(c))));
                REQUIRE(compose(mask(a) | mask(b), mask(c)) == (compose(mask(a), mask(c)) | compose(mask(b), mask(c))));
                if (mask(a).within(mask(b))) {
                    REQUIRE(compose(mask(a), mask(c)).within(compose(mask(b), mask(c))));
                    REQUIRE(compose(mask(c), mask(a)).within(compose(mask(c), mask(b))));
                }
            }
    }
}

TEST_CASE("relation: a stated word is read literally only where the set promises it") {
    using enum StatedRelation;
    CHECK(meaning(equal_to, Reading::strict) == Mask{eq});
    CHECK(meaning(subset_of, Reading::strict) == Mask{pp});
    CHECK(meaning(superset_of, Reading::strict) == Mask{ppi});
    CHECK(meaning(intersects_with, Reading::strict) == Mask{po});
    CHECK(meaning(no_relationship, Reading::strict) == Mask{dr});
    CHECK(meaning(equal_to, Reading::loose) == Mask{eq});
    CHECK(meaning(subset_of, Reading::loose) == Mask{eq, pp});
    CHECK(meaning(superset_of, Reading::loose) == Mask{eq, ppi});
    CHECK(meaning(intersects_with, Reading::loose) == Mask{eq, pp, ppi, po});
    CHECK(meaning(no_relationship, Reading::loose) == Mask{dr});
    // reading loosely takes nothing away, and never turns less than cover into cover
    for (const auto r : {equal_to, subset_of, superset_of, intersects_with, no_relationship}) {
        CHECK(meaning(r, Reading::strict).within(meaning(r, Reading::loose)));
        if (verdict(meaning(r, Reading::strict)) != Cover::covered) CHECK(verdict(meaning(r, Reading::loose)) != Cover::covered);
    }
}

TEST_CASE("relation: the verdict on each of the 31 masks is the one that the design page states") {
    for (unsigned m = 1; m < masks; ++m) {
        const Mask k = mask(m);
        const bool disjoint_possible = k.has(dr), overlap_possible = k.has(eq) || k.has(pp) || k.has(ppi) || k.has(po), cover_possible = k.has(eq) || k.has(ppi);
        Cover stated = Cover::at_least_partly;                                             // no DR
        if (!disjoint_possible && !cover_possible) stated = Cover::partly;                 // no DR, no EQ or PPi left
        if (!disjoint_possible && !k.has(pp) && !k.has(po)) stated = Cover::covered;       // within {EQ, PPi}
        if (disjoint_possible) stated = overlap_possible ? Cover::possible : Cover::not_covered;
        if (m == 31) stated = Cover::unsaid;                                               // any: a chain that says nothing
        INFO(to_string(k));
        CHECK(verdict(k) == stated);
    }
}

TEST_CASE("relation: a verdict never gets better when less is known") {
    // Losing knowledge adds relations to the mask; cover must not appear by that.
    for (unsigned m = 1; m < masks; ++m)
        for (unsigned n = 1; n < masks; ++n)
            if (mask(m).within(mask(n)) && verdict(mask(n)) == Cover::covered) CHECK(verdict(mask(m)) == Cover::covered);
}
