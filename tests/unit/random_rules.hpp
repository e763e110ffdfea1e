#pragma once
// Rules whose functions are in all sorts of hands, made at random, and the world that judges who of them is outside.

#include "lacuna/capture.hpp"
#include "small.hpp"

namespace lacuna::small {

inline Formula one(const Id& party, std::optional<Discretion> discretion = {}) {
    Formula f;
    f.kind = FormulaKind::holder;
    f.party = party;
    f.terms.discretion = discretion;
    return f;
}
inline Formula several(FormulaKind kind, std::vector<Formula> parts, int k = 0) {
    Formula f;
    f.kind = kind;
    f.parts = std::move(parts);
    f.k = k;
    return f;
}
inline Formula all_of(std::vector<Formula> parts) { return several(FormulaKind::all_of, std::move(parts)); }
inline Formula any_of(std::vector<Formula> parts) { return several(FormulaKind::any_of, std::move(parts)); }
inline Formula two_of(std::vector<Formula> parts) { return several(FormulaKind::k_of, std::move(parts), 2); }

/// A rule all of whose functions are in the bearer's hands.
inline RuleHolds own_rule() {
    RuleHolds out;
    for (auto& h : out.by_function) h.formula = one("lab");
    return out;
}
inline std::optional<Id> outside(const Id& party) {
    if (party == "lab" || party == "board" || party == bearer_party) return std::nullopt;
    return party == "office" ? "commission" : party;
}
inline const std::vector<Id> everybody{"board", "commission", "court", "lab", "office"};

inline Formula random_formula(Random& r, int depth = 3) {
    if (depth == 0 || r.below(3) == 0) return one(everybody[r.below(everybody.size())], r.below(3) == 0 ? std::optional(Discretion::may) : std::nullopt);
    std::vector<Formula> parts;
    for (std::size_t i = 0, n = 1 + r.below(3); i < n; ++i) parts.push_back(random_formula(r, depth - 1));
    const auto size = parts.size();
    switch (r.below(3)) {
        case 0: return all_of(std::move(parts));
        case 1: return any_of(std::move(parts));
        default: return several(FormulaKind::k_of, std::move(parts), 1 + static_cast<int>(r.below(size)));
    }
}
inline RuleHolds random_rule(Random& r) {
    RuleHolds out;
    out.threshold_open = r.below(2) == 0;
    for (auto& h : out.by_function) {
        if (r.below(4) == 0) h.state = std::vector{CellState::nobody, CellState::not_applicable, CellState::unknown}[r.below(3)];
        else h.formula = random_formula(r);
    }
    return out;
}

}  // namespace lacuna::small
