#pragma once
// What a bill would change about who can make commitments void.

#include "lacuna/pen.hpp"

namespace lacuna {

/// One commitment without the bill and with it, in the same words.
struct PenChange {
    Pinned rule;           ///< of the answer with the bill
    Coalitions broken;     ///< capture sets without the bill that cannot make it void with the bill
    Coalitions remaining;  ///< capture sets with the bill that could make it void without the bill too
    Coalitions added;      ///< capture sets with the bill that could not
    IndependenceFigure must_before, must_after, may_before, may_after;
    bool not_computed = false;  ///< too many capture sets to compare
    bool changed() const { return !broken.empty() || !added.empty(); }
};

/// Commitments that stand in both answers, in the order of the second. Compared by their references, since a bill may bring provisions of its own.
std::vector<PenChange> pen_changes(const Corpus& before, const PenAnswer& without, const Corpus& after, const PenAnswer& with);

/// Limits of evaluation that a document itself deals with, and those that it passes over, in the order of the vocabulary.
struct LimitsAddressed {
    const Instrument* document = nullptr;
    int version = 0;
    std::size_t seen_only_by_bearer = 0;  ///< commitments of the answer that only the bearer's own evaluations would show to be due
    std::vector<Id> addressed, passed_over;
};
/// For each document of the answer in which some commitment depends on evaluations.
std::vector<LimitsAddressed> limits_addressed(const Corpus& corpus, const PenAnswer& answer);

}  // namespace lacuna
