#pragma once
// Decides formulas for groups of models, each really different question once.

#include <memory>

#include "lacuna/survey.hpp"
#include "survey/alike.hpp"

namespace lacuna {

class Oracle {
public:
    Oracle(const Corpus& corpus, const std::vector<SurveyModel>& models);

    const Corpus& corpus() const { return corpus_; }
    DayLaw& law(Day day);
    Forms& forms() { return forms_; }

    /// To be called for everything that will be asked, before `group`.
    void expect(DayLaw& law, FormulaNo f);
    /// Puts together the models that are alike for everything expected.
    void group();
    std::size_t group_count() const { return examples_.size(); }
    const std::vector<std::size_t>& group_of() const { return group_of_; }
    const Situation& situation(std::size_t group) const { return models_[examples_[group]].situation; }
    std::size_t example(std::size_t group) const { return examples_[group]; }

    /// Does the formula hold for the group, on the day of the law, on top of what is `supposed`? As `decide` says.
    Holding holds(DayLaw& law, std::size_t group, FormulaNo f, const std::vector<FormulaNo>& supposed = {});
    /// The groups that are alike for these formulas have the same number.
    const std::vector<int>& classes(DayLaw& law, const std::vector<FormulaNo>& about);
    /// Does a figure of the group lie on both sides of a line that the formula draws?
    bool straddles(DayLaw& law, std::size_t group, FormulaNo f);
    /// Does it say anything of this quantity?
    bool says(std::size_t group, const Unknown& quantity) { return alike_.says(examples_[group], forms_.unknown(quantity)); }
    /// Can what is known of a model change from day to day?
    bool has_events() const { return events_; }

    std::uint64_t evaluations() const { return evaluations_; }
    const std::set<std::string>& assumed() const { return assumed_; }

private:
    struct Decided {
        Holding holding{};
        std::vector<std::string> assumed;
    };
    const Asks& asks(DayLaw& law, const std::vector<FormulaNo>& about);
    std::vector<int> key(DayLaw& law, const std::vector<FormulaNo>& about);
    Decided decide_now(DayLaw& law, FormulaNo f, const std::vector<FormulaNo>& supposed);

    const Corpus& corpus_;
    const std::vector<SurveyModel>& models_;
    Forms forms_;
    Alike alike_;
    Situation draws_in_;  ///< levels and classes that some model says something of: axioms on these come into play
    bool yearly_axioms_ = false, events_ = false;
    std::map<Day, std::unique_ptr<DayLaw>> laws_;
    std::set<int> unknowns_, atoms_, expected_;
    std::vector<std::size_t> group_of_, examples_;
    std::map<std::vector<int>, Asks> asks_;
    std::map<std::vector<int>, std::vector<int>> classes_;
    std::map<std::vector<int>, std::map<int, Decided>> decided_;
    std::uint64_t evaluations_ = 0;
    std::set<std::string> assumed_;
};

}  // namespace lacuna
