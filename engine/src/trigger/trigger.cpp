#include "lacuna/trigger.hpp"

#include <algorithm>
#include <functional>

#include "trigger/decide.hpp"
#include "trigger/trigger_memo.hpp"

namespace lacuna {

Triggers::Triggers(const Corpus& corpus, const Situation& situation, Day on) : in_(std::make_unique<Interpretation>(corpus, situation, on)), memo_(std::make_unique<Memo>()) {}
Triggers::~Triggers() = default;

bool Triggers::consistent() {
    auto unknowns = in_->said_unknowns();
    std::set<VarNo> assumed;
    const auto given = in_->given(unknowns, assumed, Defaults::none);
    return logic::satisfiable(in_->logic(), given) != logic::Outcome::none;
}

Holds Triggers::decided(int f, const std::vector<int>& supposed) {
    const auto [it, fresh] = memo_->decided.try_emplace({f, supposed});
    if (fresh) it->second = decide(*in_, f, supposed);
    return it->second;
}

Holds Triggers::holds(NodeNo n, int version) { return decided(in_->region(n, version)); }

namespace {

void positive_events(const Vocabulary& vocabulary, const Condition& c, bool positive, std::vector<Id>& out) {
    if (c.kind == ConditionKind::negation) positive = !positive;
    if (c.kind == ConditionKind::event && positive) {
        const auto it = std::find_if(vocabulary.events.begin(), vocabulary.events.end(), [&](const Event& e) { return e.id == c.name; });
        if (it != vocabulary.events.end() && !it->act && std::find(out.begin(), out.end(), c.name) == out.end()) out.push_back(c.name);
    }
    // what is only known to come, or judged, is no event that has happened
    if (c.kind == ConditionKind::known || c.kind == ConditionKind::judged) return;
    for (const auto& p : c.parts) positive_events(vocabulary, p, positive, out);
}

}  // namespace

std::vector<Id> Triggers::events(NodeNo n, int) {
    std::vector<Id> named, out;
    if (const auto trigger = in_->corpus().trigger(n)) positive_events(in_->corpus().vocabulary(), *trigger, true, named);
    for (const auto& e : named) {
        Unknown u;
        u.kind = UnknownKind::event;
        u.name = e;
        const FormulaNo happened = in_->logic().boolean(in_->var(u));
        if (decided(happened).holding != Holding::yes) out.push_back(e);
    }
    return out;
}

Holds Triggers::holds_on_event(NodeNo n, int version) {
    std::vector<FormulaNo> happened;
    for (const auto& e : events(n, version)) {
        Unknown u;
        u.kind = UnknownKind::event;
        u.name = e;
        happened.push_back(in_->logic().boolean(in_->var(std::move(u))));
    }
    return decided(in_->region(n, version), happened);
}

Holds Triggers::in_class(const Id& name, NodeNo seen_from, int version) {
    return decided(in_->in_class(name, seen_from, version));
}

Holds Triggers::bears(NodeNo n, int version) {
    const Id& name = in_->corpus().bearer(n);
    const FormulaNo f = in_->in_class(name, n, version);
    const auto [it, fresh] = memo_->bears.try_emplace(f);
    if (fresh) it->second = decide(*in_, f, {}, Defaults::none);
    return it->second;
}

bool Triggers::asks_about(NodeNo n, int version, const Id& fact) {
    const auto unknowns = in_->logic().variables(in_->region(n, version));
    return std::any_of(unknowns.begin(), unknowns.end(), [&](VarNo v) { return in_->unknown(v).name == fact; });
}

Holds Triggers::has_come(const KnownDate& date) {
    const FormulaNo f = in_->has_come(date);
    return decided(f);
}

Holds Triggers::past_legacy(NodeNo n) {
    const FormulaNo f = in_->past_legacy(n);
    return decided(f);
}

std::vector<Triggers::Rule> Triggers::rules(const Id& name, NodeNo seen_from, int version) {
    std::vector<Rule> out;
    const auto& corpus = in_->corpus();
    for (const auto& c : corpus.vocabulary().classes) {
        if (!corpus.within(c.id, name)) continue;
        for (const auto& [n, v] : in_->rules(c.id, *corpus.node(seen_from).instrument, version)) out.push_back({n, v, decided(in_->rule(n, v))});
    }
    // law before what explains it
    const auto order = [&](const Rule& r) { return std::pair(r.holds.holding, corpus.node(r.node).instrument->force); };
    std::stable_sort(out.begin(), out.end(), [&](const Rule& a, const Rule& b) { return order(a) < order(b); });
    return out;
}

bool turns_on_facts(const Holds& open) {
    return std::any_of(open.essential.begin(), open.essential.end(), [](const EssentialFact& f) { return !f.fact.starts_with("test:") && !f.fact.starts_with("event:") && f.fact.find('/') == std::string::npos; });
}

}  // namespace lacuna
