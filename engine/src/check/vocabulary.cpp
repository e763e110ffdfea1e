// What is wrong with the vocabulary: themes, domains, facts, events, classes, kinds of party, jurisdictions, axioms.

#include <fmt/format.h>

#include "check/pass.hpp"

namespace lacuna {
namespace {

/// Most kinds have nothing but an id to ask about.
template <class T>
void ids_only(CheckPass& pass, const std::vector<T>& items, std::string noun) {
    Declarations declared(pass, std::move(noun));
    for (const auto& x : items) {
        declared.add(x.id, x.at);
        pass.good_id(x.id, x.at);
    }
}

void domains(CheckPass& pass, const std::vector<Domain>& items) {
    Declarations declared(pass, "domain");
    for (const auto& x : items) {
        declared.add(x.id, x.at, {x.broader});
        pass.good_id(x.id, x.at);
        pass.known(x.at, pass.domains, x.broader);
    }
    declared.no_circles();
}

void classes(CheckPass& pass, const std::vector<Class>& items) {
    Declarations declared(pass, "class");
    for (const auto& x : items) {
        declared.add(x.id, x.at, x.within);
        pass.good_id(x.id, x.at);
        pass.known(x.at, pass.classes, x.within);
    }
    declared.no_circles();
}

/// Their ids are names of places as others write them: "US-CA".
void jurisdictions(CheckPass& pass, const std::vector<Jurisdiction>& items) {
    Declarations declared(pass, "jurisdiction");
    for (const auto& x : items) {
        declared.add(x.id, x.at, {x.within});
        pass.known(x.at, pass.jurisdictions, x.within);
    }
    declared.no_circles();
}

void facts(CheckPass& pass, const std::vector<Fact>& items) {
    ids_only(pass, items, "fact");
    for (const auto& x : items) {
        if (x.default_value && x.kind != FactKind::flag) pass.problem(x.at, "bad-value", fmt::format("'{}' is a {} and can have no default", x.id, word(x.kind)), "delete the default: what is unknown stays unknown");
        if (x.kind == FactKind::quantity && x.units.empty()) pass.problem(x.at, "no-unit", fmt::format("quantity '{}' has no unit", x.id), "add units=\"...\"");
    }
}

void events(CheckPass& pass, const std::vector<Event>& items) {
    ids_only(pass, items, "event");
    for (const auto& x : items)
        for (const auto* id : {&x.on_day, &x.not_after}) {
            pass.known(x.at, pass.facts, *id);
            const auto* f = pass.fact(*id);
            if (f != nullptr && f->kind != FactKind::date) pass.problem(x.at, "bad-value", fmt::format("'{}' is a {}, not a date", *id, word(f->kind)), "name a fact that is a date");
        }
}

void axioms(CheckPass& pass, const std::vector<Axiom>& items) {
    for (const auto& x : items) {
        for (const auto& c : x.premise) check_condition(pass, c);
        for (const auto& c : x.conclusion) check_condition(pass, c);
    }
}

}  // namespace

void check_vocabulary(CheckPass& pass) {
    const auto& v = pass.corpus().vocabulary();
    ids_only(pass, v.themes, "theme");
    domains(pass, v.domains);
    facts(pass, v.facts);
    events(pass, v.events);
    classes(pass, v.classes);
    ids_only(pass, v.party_kinds, "kind of party");
    ids_only(pass, v.limits, "limit of evaluation");
    jurisdictions(pass, v.jurisdictions);
    axioms(pass, v.axioms);
}

}  // namespace lacuna
