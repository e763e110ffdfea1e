#include "survey/oracle.hpp"

#include <algorithm>

namespace lacuna {
namespace {

bool yearly(const Corpus& corpus, const Condition& c) {
    const auto& facts = corpus.vocabulary().facts;
    if (std::any_of(facts.begin(), facts.end(), [&](const Fact& f) { return f.per_year && (f.id == c.fact || f.id == c.of); })) return true;
    return std::any_of(c.parts.begin(), c.parts.end(), [&](const Condition& p) { return yearly(corpus, p); });
}

bool has_yearly_axioms(const Corpus& corpus) {
    const auto any = [&](const std::vector<Condition>& all) { return std::any_of(all.begin(), all.end(), [&](const Condition& c) { return yearly(corpus, c); }); };
    const auto& axioms = corpus.vocabulary().axioms;
    return std::any_of(axioms.begin(), axioms.end(), [&](const Axiom& a) { return any(a.premise) || any(a.conclusion); });
}

}  // namespace

Oracle::Oracle(const Corpus& corpus, const std::vector<SurveyModel>& models) : corpus_(corpus), models_(models), alike_(forms_), yearly_axioms_(has_yearly_axioms(corpus)) {
    // a membership of the developer may begin or end
    events_ = !models_.empty() && !models_.front().situation.developer.empty();
    std::set<std::string> drawing_in;
    for (const auto& m : models_) {
        draws_in_.developer = m.situation.developer;
        const auto n = alike_.add(m.situation);
        events_ = events_ || alike_.has_events(n);
        for (const auto& k : m.situation.facts)
            if ((k.kind == KnownKind::level || k.kind == KnownKind::in_class) && drawing_in.insert(to_fact(k)).second) draws_in_.facts.push_back(k);
    }
}

DayLaw& Oracle::law(Day day) {
    auto& l = laws_[day];
    if (!l) l = std::make_unique<DayLaw>(corpus_, day);
    return *l;
}

/// What is asked, and everything beside it on which the answer can depend: axioms may mean other things in another year, and what has
/// happened by then on another day.
std::vector<int> Oracle::key(DayLaw& law, const std::vector<FormulaNo>& about) {
    std::vector<int> out;
    for (const FormulaNo f : about) out.push_back(forms_.form(law, f));
    const Day on = law.in().on();
    if (events_) out.push_back(-static_cast<int>(on.time_since_epoch().count()));
    else if (yearly_axioms_) out.push_back(-static_cast<int>(std::chrono::year_month_day{on}.year()));
    return out;
}

const Asks& Oracle::asks(DayLaw& law, const std::vector<FormulaNo>& about) {
    auto k = key(law, about);
    if (const auto it = asks_.find(k); it != asks_.end()) return it->second;
    law.put(draws_in_);
    const auto given = given_about(law.in(), about, Defaults::none);
    Forms::Parts all;
    const auto take = [&](FormulaNo f) {
        const auto& parts = forms_.parts(forms_.form(law, f));
        all.unknowns.insert(parts.unknowns.begin(), parts.unknowns.end());
        all.atoms.insert(parts.atoms.begin(), parts.atoms.end());
    };
    for (const FormulaNo f : about) take(f);
    for (const FormulaNo f : given.formulas) take(f);
    for (const VarNo v : given.unknowns) all.unknowns.insert(forms_.unknown(law.in().unknown(v)));
    return asks_[std::move(k)] = asks_of(forms_, std::move(all.unknowns), std::move(all.atoms));
}

void Oracle::expect(DayLaw& law, FormulaNo f) {
    if (!events_ && !yearly_axioms_ && !expected_.insert(forms_.form(law, f)).second) return;
    const auto& a = asks(law, {f});
    unknowns_.insert(a.unknowns.begin(), a.unknowns.end());
    atoms_.insert(a.atoms.begin(), a.atoms.end());
}

void Oracle::group() {
    const auto everything = asks_of(forms_, unknowns_, atoms_);
    std::map<std::string, std::size_t> numbers;
    for (std::size_t m = 0; m < models_.size(); ++m) {
        const auto [it, fresh] = numbers.try_emplace(alike_.kind_of(m, everything), examples_.size());
        if (fresh) examples_.push_back(m);
        group_of_.push_back(it->second);
    }
}

const std::vector<int>& Oracle::classes(DayLaw& law, const std::vector<FormulaNo>& about) {
    auto k = key(law, about);
    if (const auto it = classes_.find(k); it != classes_.end()) return it->second;
    const auto& a = asks(law, about);
    std::vector<int> out;
    std::map<std::string, int> numbers;
    for (const std::size_t example : examples_) out.push_back(numbers.try_emplace(alike_.kind_of(example, a), static_cast<int>(numbers.size())).first->second);
    return classes_[std::move(k)] = std::move(out);
}

bool Oracle::straddles(DayLaw& law, std::size_t group, FormulaNo f) { return alike_.straddles(examples_[group], asks(law, {f})); }

/// Without what an open answer turns on, which takes most of the time of `decide`.
Oracle::Decided Oracle::decide_now(DayLaw& law, FormulaNo f, const std::vector<FormulaNo>& supposed) {
    const auto found = verdict(law.in(), f, supposed, Defaults::assumed);
    Decided out{found.holding, {}};
    for (const VarNo v : found.given.assumed) out.assumed.push_back(assumption_words(law.in(), v, law.in().assumed_value(v)));
    return out;
}

Holding Oracle::holds(DayLaw& law, std::size_t group, FormulaNo f, const std::vector<FormulaNo>& supposed) {
    auto about = supposed;
    about.push_back(f);
    const int of_kind = classes(law, about)[group];
    const auto [it, fresh] = decided_[key(law, about)].try_emplace(of_kind);
    if (fresh) {
        ++evaluations_;
        law.put(situation(group));
        it->second = decide_now(law, f, supposed);
    }
    if (it->second.holding != Holding::no) assumed_.insert(it->second.assumed.begin(), it->second.assumed.end());
    return it->second.holding;
}

}  // namespace lacuna
