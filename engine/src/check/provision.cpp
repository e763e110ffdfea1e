// What is wrong with a provision: the versions it stands in, its dates, what its norm lacks.

#include <fmt/format.h>

#include "check/pass.hpp"

namespace lacuna {
namespace {

void since_and_until(CheckPass& pass, const Node& node) {
    const auto& p = *node.provision;
    std::optional<int> since, until;
    if (!p.since.empty()) since = pass.version_named(*node.instrument, p.since, p.at);
    if (!p.until.empty()) until = pass.version_named(*node.instrument, p.until, p.at);
    if (since && until && *until < *since) pass.problem(p.at, "impossible-interval", fmt::format("it stands since version '{}' until the earlier version '{}'", p.since, p.until), "swap them, or correct one");
    else if (node.first_version > node.last_version) pass.problem(p.at, "impossible-interval", fmt::format("'{}' stands in no version in which what is around it stands", p.id), "correct since and until");
}

void same_versions_as_whole(CheckPass& pass, NodeNo n) {
    const auto& corpus = pass.corpus();
    const auto& p = corpus.provision(n);
    const NodeNo whole = corpus.node(n).parent;
    if (whole == no_node || !is_duty(p) || !is_duty(corpus.provision(whole)) || corpus.bearer(n) != corpus.bearer(whole) || corpus.contains(whole, n)) return;
    pass.problem(p.at, "part-of-some-versions", fmt::format("'{}' stands in other versions than '{}', of which it is a part", p.id, corpus.provision(whole).id),
                 "a whole that gains or loses a part is another whole: write it once per wording, with the same since and until as its parts");
}

/// One id may have several wordings, but only one in each version.
void one_wording_a_version(CheckPass& pass, NodeNo n) {
    const auto& node = pass.corpus().node(n);
    const auto& p = *node.provision;
    for (int v = node.first_version; v <= node.last_version; ++v) {
        const auto first = pass.corpus().find(*node.instrument, v, p.id);
        if (!first || *first >= n) continue;
        return pass.problem(p.at, "repeated-name", fmt::format("'{}' is declared twice in version '{}'", p.id, node.instrument->versions[static_cast<std::size_t>(v)].id),
                            "rename one, or part them by since and until; " + first_stands(pass.corpus().provision(*first).at));
    }
}

void dates(CheckPass& pass, NodeNo n) {
    const auto& p = pass.corpus().provision(n);
    const auto in_order = [&](DateKind first, DateKind second) {
        const auto a = pass.corpus().date(n, first).fixed, b = pass.corpus().date(n, second).fixed;
        if (a && b && b->last < a->first)
            pass.problem(p.at, "impossible-interval", fmt::format("'{}' has {} {}, before its {} {}", p.id, word(second), to_string(*b), word(first), to_string(*a)), "correct one of the dates, its own or an inherited one");
    };
    in_order(DateKind::in_force_from, DateKind::applies_from);
    in_order(DateKind::applies_from, DateKind::enforceable_from);
    in_order(DateKind::applies_from, DateKind::legacy_until);
    for (const auto& c : p.computed)
        for (const auto& e : c.expr) check_time(pass, e);
}

void duty(CheckPass& pass, NodeNo n) {
    const auto& p = pass.corpus().provision(n);
    const auto lacks = [&](const char* what, const char* advice) { pass.problem(p.at, "missing-attribute", fmt::format("{} '{}' has no {}", word(p.norm), p.id, what), advice); };
    if (!p.modality) lacks("modality", "say must, should, may or recommends");
    if (pass.corpus().bearer(n).empty()) lacks("bearer", "say who must act, here or on the instrument");
    if (pass.corpus().themes(n).empty()) lacks("theme", "add themes=\"...\" from the vocabulary");
}

void norm(CheckPass& pass, NodeNo n) {
    const auto& p = pass.corpus().provision(n);
    if (p.hardens == true && (p.norm != Norm::obligation || pass.corpus().node(n).instrument->force != Force::binding))
        pass.problem(p.at, "bad-value", fmt::format("'{}' is no obligation of binding law, and cannot harden a document", p.id), "delete hardens");
    if (is_duty(p)) duty(pass, n);
    if (p.norm == Norm::classification && p.into.empty()) pass.problem(p.at, "missing-attribute", fmt::format("classification '{}' does not say into which class", p.id), "add class=\"...\" from the vocabulary");
    if (p.norm == Norm::sanction && p.sanctions.empty()) pass.problem(p.at, "missing-element", fmt::format("sanction '{}' has no <sanction>", p.id), "say what it punishes, how much and by whom");
    if (p.norm == Norm::exemption && p.exempts.empty()) pass.problem(p.at, "missing-element", fmt::format("exemption '{}' does not say what it takes out", p.id), "add <exempts ref=\"...\"/>");
}

void provenance(CheckPass& pass, NodeNo n) {
    const auto& node = pass.corpus().node(n);
    const auto& p = *node.provision;
    const auto whole = pass.corpus().provenance(n);
    if (whole.source.empty()) pass.problem(p.at, "no-source", fmt::format("'{}' names no source", p.id), "add source=\"...\" here, around it or on the instrument");
    if (!whole.grade) pass.problem(p.at, "no-grade", fmt::format("'{}' does not say how far it was checked", p.id), "add grade=\"...\" here, around it or on the instrument");
    for (const auto& c : p.cited) pass.provenance("instrument", node.instrument->sources, {c.ref, {}, {}}, c.at);
}

void conditions_and_clocks(CheckPass& pass, const Provision& p) {
    for (const auto& c : p.when) check_condition(pass, c);
    for (const auto& e : p.unless)
        for (const auto& c : e.condition) check_condition(pass, c);
    for (const auto& e : p.escapes)
        for (const auto& c : e.condition) check_condition(pass, c);
    for (const auto& c : p.clocks)
        for (const auto& e : c.expr) check_time(pass, e);
}

}  // namespace

void check_provision(CheckPass& pass, NodeNo n) {
    const auto& node = pass.corpus().node(n);
    const auto& p = *node.provision;
    pass.good_id(p.id, p.at);
    since_and_until(pass, node);
    same_versions_as_whole(pass, n);
    one_wording_a_version(pass, n);
    dates(pass, n);
    pass.known(p.at, pass.bearers, p.bearer);
    pass.provenance("instrument", node.instrument->sources, p.provenance, p.at);
    if (p.kind == NodeKind::division) return;
    provenance(pass, n);
    norm(pass, n);
    pass.known(p.at, pass.classes, p.into);
    pass.known(p.at, pass.themes, p.themes);
    pass.known(p.at, pass.domains, p.domains);
    pass.known(p.at, pass.limits, p.addresses);
    conditions_and_clocks(pass, p);
    check_oversight(pass, *node.instrument, p.holds, p.consulted);
    check_references(pass, n);
}

}  // namespace lacuna
