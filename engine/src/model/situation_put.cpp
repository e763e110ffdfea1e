// One more thing that is known, on top of what was said before.

#include <algorithm>

#include "model/event_fields.hpp"

namespace lacuna {
namespace {

std::vector<Id> sorted(std::vector<Id> ids) {
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// A figure in another unit, or of another year, is another figure.
bool same_fact(const Known& a, const Known& b) {
    return a.kind == b.kind && a.name == b.name && a.scheme == b.scheme && a.year == b.year && a.unit == b.unit && sorted(a.view) == sorted(b.view);
}

/// Members said later win over members said before.
void add_members(Known& to, const Known& more) {
    const auto take = [](std::vector<std::string>& in, std::vector<std::string>& out, const std::vector<std::string>& members) {
        for (const auto& m : members) {
            std::erase(out, m);
            if (std::find(in.begin(), in.end(), m) == in.end()) in.push_back(m);
        }
    };
    take(to.includes, to.excludes, more.includes);
    take(to.excludes, to.includes, more.excludes);
    to.only = to.only || more.only;
}

/// Another moment of an event does not undo the moments known before; "no" and "unknown" do.
void add_moments(Known& to, const Known& more) {
    if (more.holds && *more.holds != Truth::yes) {
        to = more;
        return;
    }
    to.holds = more.holds ? more.holds : to.holds == Truth::yes ? to.holds : std::nullopt;
    for (const auto& [name, field] : moment_fields)
        if (more.*field) to.*field = more.*field;
    for (const auto& [name, field] : act_fields)
        if (more.*field) to.*field = more.*field;
}

}  // namespace

void put(Situation& situation, Known known) {
    const auto it = std::find_if(situation.facts.begin(), situation.facts.end(), [&](const Known& k) { return same_fact(k, known); });
    if (it == situation.facts.end()) situation.facts.push_back(std::move(known));
    else if (known.kind == KnownKind::set) add_members(*it, known);
    else if (known.kind == KnownKind::event) add_moments(*it, known);
    else *it = std::move(known);
}

}  // namespace lacuna
