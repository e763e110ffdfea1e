#include "survey/forms.hpp"

#include <algorithm>

namespace lacuna {

int Forms::unknown(const Unknown& u) {
    const auto [it, fresh] = unknown_numbers_.try_emplace(u, static_cast<int>(unknowns_.size()));
    if (fresh) unknowns_.push_back(u);
    return it->second;
}

int Forms::unknown(DayLaw& law, VarNo v) {
    const auto [it, fresh] = law.unknowns_.try_emplace(v);
    if (fresh) it->second = unknown(law.in_.unknown(v));
    return it->second;
}

int Forms::atom(DayLaw& law, const logic::Linear& l) {
    FormAtom out{{}, l.bound};
    for (const auto& t : l.terms) out.terms.emplace_back(unknown(law, t.var), t.factor);
    std::sort(out.terms.begin(), out.terms.end());
    std::string key = l.bound.str() + (l.strict ? ">" : "=");
    for (const auto& [u, factor] : out.terms) key += " " + std::to_string(u) + "*" + factor.str();
    const auto [it, fresh] = atom_numbers_.try_emplace(std::move(key), static_cast<int>(atoms_.size()));
    if (fresh) atoms_.push_back(std::move(out));
    return it->second;
}

int Forms::form(DayLaw& law, FormulaNo f) {
    if (const auto it = law.forms_.find(f); it != law.forms_.end()) return it->second;
    using logic::NodeKind;
    const auto node = law.in_.logic().node(f);
    Parts mine;
    int index = 0;
    std::vector<int> inner;
    if (node.kind == NodeKind::linear) {
        index = atom(law, law.in_.logic().inequality(node.index));
        mine.atoms.insert(index);
        for (const auto& [u, factor] : atom(index).terms) mine.unknowns.insert(u);
    } else if (node.kind == NodeKind::boolean || node.kind == NodeKind::not_boolean) {
        index = unknown(law, node.index);
        mine.unknowns.insert(index);
    }
    for (const FormulaNo p : node.parts) {
        inner.push_back(form(law, p));
        mine.unknowns.insert(parts(inner.back()).unknowns.begin(), parts(inner.back()).unknowns.end());
        mine.atoms.insert(parts(inner.back()).atoms.begin(), parts(inner.back()).atoms.end());
    }
    std::sort(inner.begin(), inner.end());
    const auto [it, fresh] = numbers_.try_emplace({node.kind, index, std::move(inner)}, static_cast<int>(parts_.size()));
    if (fresh) parts_.push_back(std::move(mine));
    return law.forms_[f] = it->second;
}

}  // namespace lacuna
