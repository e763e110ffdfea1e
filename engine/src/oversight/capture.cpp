#include "lacuna/capture.hpp"

#include <algorithm>
#include <set>

namespace lacuna {
namespace {

bool includes(const Coalition& whole, const Coalition& part) { return std::includes(whole.begin(), whole.end(), part.begin(), part.end()); }

Coalition united(const Coalition& a, const Coalition& b) {
    Coalition out;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

/// One of these and one of those.
std::optional<Coalitions> both(const Coalitions& a, const Coalitions& b) {
    if (a.size() * b.size() > 4 * most_coalitions) return std::nullopt;
    Coalitions out;
    for (const auto& x : a)
        for (const auto& y : b) out.push_back(united(x, y));
    out = minimal(std::move(out));
    if (out.size() > most_coalitions) return std::nullopt;
    return out;
}

/// So many of the parts, each by one of its own coalitions. Counts up part by part: reached[i] is what performs i of those seen so far, as
/// far as the rest can still bring it to k.
std::optional<Coalitions> so_many(const std::vector<Coalitions>& parts, std::size_t k) {
    std::vector<Coalitions> reached(k + 1);
    reached[0] = {{}};
    for (std::size_t seen = 1; seen <= parts.size(); ++seen) {
        const std::size_t rest = parts.size() - seen, least = k > rest ? k - rest : 0;
        for (std::size_t i = std::min(k, seen); i > 0 && i >= least; --i) {
            auto more = both(reached[i - 1], parts[seen - 1]);
            if (!more) return std::nullopt;
            more->insert(more->end(), reached[i].begin(), reached[i].end());
            reached[i] = minimal(std::move(*more));
            if (reached[i].size() > most_coalitions) return std::nullopt;
        }
    }
    return reached[k];
}

/// How many of its parts a formula needs; where `dual`, how many must fail to defeat it.
std::size_t needed(const Formula& f, bool dual) {
    const std::size_t all = f.parts.size();
    std::size_t k = all;
    if (f.kind == FormulaKind::any_of) k = std::min<std::size_t>(1, all);
    if (f.kind == FormulaKind::k_of) k = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(f.k, 0)), 0, all);
    return dual ? all - k + 1 : k;
}

std::optional<Coalitions> coalitions(const Formula& f, bool dual) {
    if (f.kind == FormulaKind::holder) return Coalitions{{f.party}};
    const std::size_t k = needed(f, dual);
    // what no number of parts can do: to perform nothing needs nobody, to defeat it is not in anybody's hands
    if (k > f.parts.size()) return Coalitions{};
    std::vector<Coalitions> parts;
    for (const auto& p : f.parts) {
        auto one = coalitions(p, dual);
        if (!one) return std::nullopt;
        parts.push_back(std::move(*one));
    }
    return so_many(parts, k);
}

/// The formula without those who only may act; nothing where nobody is left who must.
std::optional<Formula> without_who_may(const Formula& f) {
    if (f.kind == FormulaKind::holder) return f.terms.discretion == Discretion::may ? std::nullopt : std::optional(f);
    Formula out = f;
    out.parts.clear();
    for (const auto& p : f.parts)
        if (auto part = without_who_may(p)) out.parts.push_back(std::move(*part));
    if (out.parts.size() < needed(f, false) || out.parts.empty()) return std::nullopt;
    return out;
}

void inherit(Formula& f, const HolderTerms& terms) {
    for (auto& p : f.parts) inherit(p, terms);
    if (f.kind != FormulaKind::holder) return;
    if (!f.terms.reach) f.terms.reach = terms.reach;
    if (!f.terms.when) f.terms.when = terms.when;
    if (!f.terms.discretion) f.terms.discretion = terms.discretion;
    if (f.terms.needs.empty()) f.terms.needs = terms.needs;
}

}  // namespace

Formula held_by(const Id& party, std::optional<Discretion> discretion) {
    Formula out;
    out.kind = FormulaKind::holder;
    out.party = party;
    out.terms.discretion = discretion;
    return out;
}

Formula formula_of(const Cell& cell) {
    Formula out;
    if (!cell.formula.empty()) out = cell.formula.front();
    else out.party = cell.party;
    inherit(out, cell.terms);
    return out;
}

Coalitions minimal(Coalitions all) {
    std::sort(all.begin(), all.end(), [](const Coalition& a, const Coalition& b) { return std::pair(a.size(), std::cref(a).get()) < std::pair(b.size(), std::cref(b).get()); });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    Coalitions out;
    std::size_t smaller = 0;  // so many of those kept are smaller than this one: none of its own size is in it
    for (auto& c : all) {
        if (!out.empty() && out.back().size() < c.size()) smaller = out.size();
        const auto end = out.begin() + static_cast<std::ptrdiff_t>(smaller);
        if (std::none_of(out.begin(), end, [&](const Coalition& kept) { return includes(c, kept); })) out.push_back(std::move(c));
    }
    return out;
}

std::optional<Coalitions> able(const Formula& formula) { return coalitions(formula, false); }
std::optional<Coalitions> blocking(const Formula& formula) { return coalitions(formula, true); }

std::optional<Coalitions> captured_by(const RuleHolds& holds, Function function, Acting acting, UnknownHolds unknown) {
    const Hold& hold = holds.of(function);
    if (function == Function::draft || (function == Function::define && !holds.threshold_open) || hold.state == CellState::not_applicable) return Coalitions{};
    if (hold.state == CellState::unknown) return unknown == UnknownHolds::apart ? Coalitions{} : Coalitions{{Id(bearer_party)}};
    const bool amend = function == Function::amend;
    // what nobody can perform is defeated by nobody's failure; what nobody can change is changed by no coalition
    const Coalitions nobody = amend ? Coalitions{} : Coalitions{{}};
    if (hold.state == CellState::nobody) return nobody;
    if (amend) return able(hold.formula);
    const auto formula = acting == Acting::who_may ? std::optional(hold.formula) : without_who_may(hold.formula);
    return formula ? blocking(*formula) : nobody;
}

std::optional<Coalitions> capture_sets(const RuleHolds& holds, Acting acting, UnknownHolds unknown) {
    Coalitions all;
    for (const Function f : all_values<Function>()) {
        auto one = captured_by(holds, f, acting, unknown);
        if (!one) return std::nullopt;
        all.insert(all.end(), one->begin(), one->end());
    }
    return minimal(std::move(all));
}

std::optional<std::size_t> independence(const Coalitions& capture_sets, const OutsideName& outside) {
    std::optional<std::size_t> least;
    for (const auto& c : capture_sets) {
        std::set<Id> names;
        for (const auto& party : c)
            if (auto name = outside(party)) names.insert(std::move(*name));
        if (!least || names.size() < *least) least = names.size();
    }
    return least;
}

}  // namespace lacuna
