// One fact as the command line gives it, name=value: written.

#include <fmt/format.h>

#include "model/event_fields.hpp"

namespace lacuna {
namespace {

std::string quantity_text(const Known& k) {
    if (k.value.empty()) return k.low + ".." + k.high + k.unit;
    const std::string mark = !k.precision || k.precision == precision_as_written(k.value) ? "" : *k.precision == Precision::exact ? "=" : "~";
    return mark + k.value + k.unit;
}

std::string members_text(const Known& k) {
    auto parts = k.includes;
    for (const auto& x : k.excludes) parts.push_back("!" + x);
    if (k.only && parts.empty()) return "none";
    return (k.only ? "only:" : "") + join(parts, ",");
}

std::string event_text(const Known& k) {
    std::vector<std::string> parts;
    if (k.holds) parts.emplace_back(word(*k.holds));
    for (const auto& [name, field] : moment_fields)
        if (k.*field) parts.push_back(fmt::format("{}:{}", name, to_string(*(k.*field))));
    for (const auto& [name, field] : act_fields)
        if (k.*field) parts.push_back(fmt::format("{}:{}", name, to_string(*(k.*field))));
    return join(parts, ",");
}

std::string value_text(const Known& k) {
    switch (k.kind) {
        case KnownKind::quantity: return quantity_text(k);
        case KnownKind::day: return to_string(*k.on);
        case KnownKind::set: return members_text(k);
        case KnownKind::event: return event_text(k);
        case KnownKind::flag:
        case KnownKind::test:
        case KnownKind::level:
        case KnownKind::in_class: break;
    }
    return k.holds ? std::string(word(*k.holds)) : "";
}

}  // namespace

std::string to_fact(const Known& k) {
    std::string name = k.view.empty() ? "" : join(k.view, "+") + "/";
    const bool special = k.kind == KnownKind::test || k.kind == KnownKind::level || k.kind == KnownKind::in_class || k.kind == KnownKind::event;
    if (special) name += std::string(word(k.kind)) + ":";
    if (k.kind == KnownKind::level) name += k.scheme + ":";
    name += k.name;
    if (k.year) name += fmt::format("@{}", *k.year);
    return name + "=" + value_text(k);
}

}  // namespace lacuna
