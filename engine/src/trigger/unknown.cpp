// What a formula speaks of: unknowns, each numbered once.

#include <fmt/format.h>

#include "trigger/interpretation.hpp"

namespace lacuna {
namespace {

using logic::Sort;

Sort sort_of(UnknownKind kind) {
    if (kind == UnknownKind::quantity) return Sort::number;
    return kind == UnknownKind::day ? Sort::whole : Sort::boolean;
}

}  // namespace

std::string Unknown::fact_name() const {
    std::string out = view.empty() ? "" : join(view, "+") + "/";
    switch (kind) {
        case UnknownKind::quantity:
        case UnknownKind::flag:
        case UnknownKind::member:
        case UnknownKind::day: out += name; break;
        case UnknownKind::test: out += "test:" + name; break;
        case UnknownKind::level: out += "level:" + detail + ":" + name; break;
        case UnknownKind::in_class: out += "class:" + name; break;
        case UnknownKind::event: out += "event:" + name; break;
        case UnknownKind::exception: out += "test:" + name; break;
        case UnknownKind::rebuttal: out += "rebuttal:" + name; break;
        case UnknownKind::standing: out += name; break;
    }
    if (year) out += fmt::format("@{}", *year);
    return out;
}

VarNo Interpretation::var(Unknown u) {
    if (const auto it = numbers_.find(u); it != numbers_.end()) return it->second;
    const VarNo v = logic_.add_var(sort_of(u.kind));
    numbers_.emplace(u, v);
    unknowns_.push_back(std::move(u));
    return v;
}

VarNo Interpretation::copy(VarNo v) {
    if (const auto it = copies_.find(v); it != copies_.end()) return it->second;
    const VarNo c = logic_.add_var(logic_.sort(v));
    unknowns_.push_back(unknown(v));
    copies_[v] = c;
    return c;
}

bool Interpretation::is_opaque(VarNo v) const {
    const auto& u = unknown(v);
    if (!u.view.empty()) return true;
    switch (u.kind) {
        case UnknownKind::test:
        case UnknownKind::level:
        case UnknownKind::in_class:
        case UnknownKind::event:
        case UnknownKind::exception:
        case UnknownKind::rebuttal:
        case UnknownKind::standing: return true;
        case UnknownKind::quantity:
        case UnknownKind::day:
        case UnknownKind::flag:
        case UnknownKind::member: break;
    }
    return false;
}

}  // namespace lacuna
