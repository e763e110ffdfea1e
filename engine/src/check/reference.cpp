// What is wrong with the references that a provision makes to others, and with the sanctions it attaches to them.

#include <fmt/format.h>

#include "check/pass.hpp"

namespace lacuna {
namespace {

void reference(CheckPass& pass, const std::string& ref, NodeNo from, const Place& at) {
    const auto& corpus = pass.corpus();
    const auto hash = ref.find('#');
    const std::string head = ref.substr(0, hash);
    const Instrument* in = corpus.node(from).instrument;
    if (!head.empty()) {
        const auto version_at = head.find('@');
        in = pass.instrument_named(head.substr(0, version_at), at);
        if (in == nullptr) return;
        if (version_at != std::string::npos && !pass.version_named(*in, head.substr(version_at + 1), at)) return;
    }
    if (hash == std::string::npos || corpus.referred(ref, from)) return;
    std::vector<std::string> ids;
    for (const NodeNo n : corpus.nodes_of(*in)) ids.push_back(corpus.provision(n).id);
    pass.problem(at, "dangling-reference", fmt::format("'{}' has no provision '{}'", in->id, ref.substr(hash + 1)), near_or(ref.substr(hash + 1), ids, "name a provision or division that is there"));
}

template <class T>
void each_reference(CheckPass& pass, const std::vector<T>& items, NodeNo from) {
    for (const auto& x : items) reference(pass, x.ref, from, x.at);
}

void amount(CheckPass& pass, const Amount& a) {
    if (a.value && a.unit.empty()) pass.problem(a.at, "no-unit", fmt::format("{} of what is not said", a.value->str()), "add unit=\"...\" with the currency");
    if (a.percent && a.of.empty()) pass.problem(a.at, "missing-attribute", fmt::format("{} % of what is not said", a.percent->str()), "add of=\"...\" with a fact of the vocabulary");
    if (a.value.has_value() == a.percent.has_value()) pass.problem(a.at, "bad-value", "an amount is either a value with a unit or a percentage of a fact", "give one of the two");
    pass.known(a.at, pass.facts, a.of);
}

void sanction(CheckPass& pass, const Sanction& s, NodeNo from) {
    pass.known(s.at, pass.parties, s.by);
    if (!s.through.empty()) reference(pass, s.through, from, s.at);
    each_reference(pass, s.punishes, from);
    for (const auto& a : s.amounts) amount(pass, a);
}

}  // namespace

void check_references(CheckPass& pass, NodeNo n) {
    const auto& p = pass.corpus().provision(n);
    for (const auto& e : p.unless)
        if (!e.ref.empty()) reference(pass, e.ref, n, e.at);
    each_reference(pass, p.exempts, n);
    each_reference(pass, p.guards, n);
    each_reference(pass, p.refers, n);
    each_reference(pass, p.terms, n);
    for (const auto& d : p.deems) {
        reference(pass, d.keeping, n, d.at);
        reference(pass, d.counts_as, n, d.at);
    }
    for (const auto& s : p.sanctions) sanction(pass, s, n);
}

}  // namespace lacuna
