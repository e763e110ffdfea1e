#include <algorithm>
#include <tuple>

#include "lacuna/remedy.hpp"
#include "lacuna/standing.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

/// Is it about what developers do, and not about what authorities owe one another?
bool concerns_developers(const Corpus& corpus, NodeNo n, const Cell& cell) {
    const auto developer = [&](const Id& who) { return !who.empty() && corpus.class_of(who) != nullptr && (who == "anyone" || corpus.within(who, "developer")); };
    const auto& p = corpus.provision(n);
    if (is_duty(p)) return developer(corpus.bearer(n));
    if (developer(cell.over)) return true;
    return std::any_of(p.guards.begin(), p.guards.end(), [&](const RefText& g) {
        const auto guarded = corpus.referred(g.ref, n);
        return guarded && developer(corpus.bearer(*guarded));
    });
}

class Search {
public:
    Search(const Corpus& corpus, Day on) : corpus_(corpus), on_(on) {}

    void add(NodeNo n, Cell cell) {
        const auto& node = corpus_.node(n);
        const auto current = version_on(*node.instrument, on_);
        if (current && node.last_version < *current) return;  // an older wording of what stands
        const int version = current && node.first_version <= *current && *current <= node.last_version ? *current : node.last_version;
        auto standing = time_standing(corpus_, n, version, on_);
        const bool in_force = standing.applies == Answer::yes;
        const auto usable_from = corpus_.date(n, DateKind::enforceable_from);
        const bool waits = cell.function == Function::evaluate || cell.function == Function::verify || cell.function == Function::enforce;
        const bool usable = in_force && (!waits || (usable_from.computed == nullptr && (!usable_from.fixed || usable_from.fixed->last <= on_)));
        if (in_force && !usable) standing.reason = usable_from.computed != nullptr ? "in force; from when it can be used depends on an event" : "in force; it can be used from " + in_words(*usable_from.fixed);
        const auto known = std::find_if(found_.begin(), found_.end(), [&](const Precedent& p) { return is_alike(p, n, cell) && p.usable == usable && p.in_force == in_force; });
        if (known != found_.end()) ++known->alike;
        else found_.push_back({{n, version, false}, std::move(cell), in_force, usable, std::move(standing.reason)});
    }

    std::vector<Precedent> done() {
        const auto rank = [](const Precedent& p) { return std::tuple(!p.in_force, !p.usable, p.cell.terms.discretion == Discretion::may); };
        std::stable_sort(found_.begin(), found_.end(), [&](const Precedent& a, const Precedent& b) { return rank(a) < rank(b); });
        return std::move(found_);
    }

private:
    bool is_alike(const Precedent& p, NodeNo n, const Cell& cell) const {
        if (cell.party.empty() && cell.formula.empty()) return false;
        const bool same = cell.party.empty() ? formula_of(cell) == formula_of(p.cell) : cell.party == p.cell.party;
        return same && cell.terms.reach == p.cell.terms.reach && cell.terms.discretion == p.cell.terms.discretion && corpus_.node(n).instrument == corpus_.node(p.power.node).instrument;
    }

    const Corpus& corpus_;
    Day on_;
    std::vector<Precedent> found_;
};

/// Can it stop something: by its own reach, or because it can order what a duty to stop asks?
bool can_stop(const Corpus& corpus, NodeNo n, const Cell& cell) {
    if (cell.terms.reach == Reach::stop) return true;
    if (cell.terms.reach != Reach::order) return false;
    const auto& guards = corpus.provision(n).guards;
    return corpus.stops_something(n) || std::any_of(guards.begin(), guards.end(), [&](const RefText& g) {
        const auto guarded = corpus.referred(g.ref, n);
        return guarded && corpus.stops_something(*guarded);
    });
}

bool needs_bearer_and_another(const Formula& f) {
    const auto is_bearer = [](const Formula& p) { return p.kind == FormulaKind::holder && p.party == bearer_party; };
    return f.kind == FormulaKind::all_of && f.parts.size() > 1 && std::any_of(f.parts.begin(), f.parts.end(), is_bearer);
}

bool counts(const Corpus& corpus, NodeNo n, const Cell& cell, Function function, bool stopping) {
    if (cell.function != function || (function == Function::amend && !needs_bearer_and_another(formula_of(cell)))) return false;
    return !stopping || can_stop(corpus, n, cell);
}

bool measures_compute(const Corpus& corpus, const Condition& c) {
    const auto is_compute = [&](const Id& fact) {
        const auto& facts = corpus.vocabulary().facts;
        const auto it = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.id == fact; });
        return it != facts.end() && (std::find(it->units.begin(), it->units.end(), "FLOP") != it->units.end() || fact.find("compute") != std::string::npos);
    };
    return is_compute(c.fact) || std::any_of(c.parts.begin(), c.parts.end(), [&](const Condition& p) { return measures_compute(corpus, p); });
}

}  // namespace

std::vector<Precedent> precedents(const Corpus& corpus, Function function, bool stopping, Day on) {
    Search search(corpus, on);
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n) {
        const auto& p = corpus.provision(n);
        if (p.kind != NodeKind::provision || corpus.node(n).instrument->force != Force::binding) continue;
        // a duty says by what stands around it, too, who has it in hand
        std::vector<Cell> cells = p.holds;
        if (is_duty(p)) {
            const Cell* cell = corpus.cell(n, corpus.node(n).last_version, function);
            cells = cell == nullptr ? std::vector<Cell>{} : std::vector<Cell>{*cell};
        }
        for (const auto& cell : cells)
            if (auto others = hand_of_others(cell); others && counts(corpus, n, *others, function, stopping) && concerns_developers(corpus, n, *others)) search.add(n, std::move(*others));
        if (function != Function::enforce || stopping) continue;
        // several amounts, one hand
        if (!p.sanctions.empty()) search.add(n, hand_of_sanction(corpus, {n, &p.sanctions.front()}));
    }
    return search.done();
}

std::vector<Precedent> compute_precedents(const Corpus& corpus, Day on) {
    Search search(corpus, on);
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n) {
        const auto& p = corpus.provision(n);
        if (p.kind != NodeKind::provision || corpus.node(n).instrument->force != Force::binding || (!is_duty(p) && p.norm != Norm::power)) continue;
        const auto& themes = corpus.themes(n);
        if (std::find(themes.begin(), themes.end(), compute_theme) != themes.end()) search.add(n, p.holds.empty() ? Cell{} : p.holds.front());
    }
    return search.done();
}

bool turns_on_compute(const Corpus& corpus, NodeNo n) {
    const auto& themes = corpus.themes(n);
    if (std::find(themes.begin(), themes.end(), pause_theme) != themes.end()) return true;
    const auto trigger = corpus.trigger(n);
    return trigger && measures_compute(corpus, *trigger);
}

}  // namespace lacuna
