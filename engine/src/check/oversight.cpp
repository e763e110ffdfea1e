// What is wrong with the table of who holds which function.

#include <algorithm>

#include <fmt/format.h>

#include "check/pass.hpp"

namespace lacuna {
namespace {

void formula(CheckPass& pass, const Formula& f) {
    if (f.kind == FormulaKind::holder) pass.party_or_bearer(f.at, f.party);
    if (f.kind == FormulaKind::k_of && (f.k < 1 || f.k > static_cast<int>(f.parts.size()))) pass.problem(f.at, "bad-value", fmt::format("{} of {} cannot be", f.k, f.parts.size()), "correct k, or the parts");
    for (const auto& part : f.parts) formula(pass, part);
}

void cell(CheckPass& pass, const Instrument& in, const Cell& c) {
    const int said = (c.party.empty() ? 0 : 1) + (c.state ? 1 : 0) + (c.formula.empty() ? 0 : 1);
    if (said != 1) pass.problem(c.at, "bad-value", fmt::format("<holds function=\"{}\"> says {} of: party, state, formula", word(c.function), said), "give exactly one");
    if (!c.party.empty()) pass.party_or_bearer(c.at, c.party);
    pass.known(c.at, pass.classes, c.over);
    pass.provenance("instrument", in.sources, c.provenance, c.at);
    for (const auto& f : c.formula) formula(pass, f);
}

}  // namespace

void check_oversight(CheckPass& pass, const Instrument& in, const std::vector<Cell>& cells, const std::vector<Consulted>& consulted) {
    std::vector<Function> held;
    for (const auto& c : cells) {
        if (std::find(held.begin(), held.end(), c.function) != held.end()) pass.problem(c.at, "repeated", fmt::format("'{}' is held twice here", word(c.function)), "join the holders in one formula, or delete one");
        held.push_back(c.function);
        cell(pass, in, c);
    }
    for (const auto& c : consulted) pass.party_or_bearer(c.at, c.party);
}

}  // namespace lacuna
