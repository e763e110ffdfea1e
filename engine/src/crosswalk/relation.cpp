#include "lacuna/relation.hpp"

namespace lacuna {
namespace {

using enum Base;
constexpr Mask all = Mask::any();

// Row: what A is to B. Column: what B is to C. Entry: what A can be to C. Order EQ PP PPi PO DR.
// Proved in tests/unit/relation_test.cpp over all triples of non-empty subsets of a six-element set.
constexpr std::array<std::array<Mask, 5>, 5> table{{
    {{{eq}, {pp}, {ppi}, {po}, {dr}}},
    {{{pp}, {pp}, all, {dr, po, pp}, {dr}}},
    {{{ppi}, {eq, po, pp, ppi}, {ppi}, {po, ppi}, {dr, po, ppi}}},
    {{{po}, {po, pp}, {dr, po, ppi}, all, {dr, po, ppi}}},
    {{{dr}, {dr, po, pp}, {dr}, {dr, po, pp}, all}},
}};

}  // namespace

Mask compose(Mask ab, Mask bc) {
    Mask out;
    for (unsigned i = 0; i < 5; ++i)
        for (unsigned j = 0; j < 5; ++j)
            if (ab.has(static_cast<Base>(i)) && bc.has(static_cast<Base>(j))) out = out | table[i][j];
    return out;
}

Mask converse(Mask ab) {
    Mask out = ab & Mask{eq, po, dr};
    if (ab.has(pp)) out = out | Mask{ppi};
    if (ab.has(ppi)) out = out | Mask{pp};
    return out;
}

std::string to_string(Mask mask) {
    if (mask.empty()) return "none";
    if (mask.says_nothing()) return "any";
    std::vector<std::string> words;
    for (unsigned i = 0; i < 5; ++i)
        if (mask.has(static_cast<Base>(i))) words.emplace_back(word(static_cast<Base>(i)));
    return join(words, " ");
}

Mask meaning(StatedRelation relation, Reading reading) {
    const bool loose = reading == Reading::loose;
    switch (relation) {
        case StatedRelation::equal_to: return {eq};
        case StatedRelation::subset_of: return loose ? Mask{eq, pp} : Mask{pp};
        case StatedRelation::superset_of: return loose ? Mask{eq, ppi} : Mask{ppi};
        case StatedRelation::intersects_with: return loose ? Mask{eq, pp, ppi, po} : Mask{po};
        case StatedRelation::no_relationship: return {dr};
    }
    return all;
}

Cover verdict(Mask mask) {
    if (mask.says_nothing()) return Cover::unsaid;
    if (mask.within({eq, ppi})) return Cover::covered;
    if (mask == Mask{dr}) return Cover::not_covered;
    if (mask.has(dr)) return Cover::possible;
    return mask.within({pp, po}) ? Cover::partly : Cover::at_least_partly;
}

}  // namespace lacuna
