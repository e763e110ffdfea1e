#pragma once
// The columns of a survey: classes that duties are addressed to, and lines that the rules of classes draw.

#include "survey/duties.hpp"

namespace lacuna {

/// One column, ready to be answered on each day of its law.
class ColumnReader {
public:
    using Answers = std::vector<SurveyWord>;  ///< one a group

    ColumnReader(Oracle& oracle, const SurveyLaw& law, SurveyColumn column, const Condition* line);
    const SurveyColumn& column() const { return column_; }
    const SurveyLaw& law() const { return *law_; }
    /// Another rule that draws the same line.
    void also(NodeNo rule) { column_.rules.push_back(rule); }
    /// One a stretch. REQUIRES: the oracle has grouped the models.
    std::vector<Answers> answers(Oracle& oracle) const;

private:
    struct Reading {
        bool over = false, begun = true;
        Day judged;
        FormulaNo formula{};
    };
    Reading read(Oracle& oracle, Day on) const;
    SurveyWord answer(Oracle& oracle, const Reading& r, std::size_t group) const;
    SurveyWord open(Oracle& oracle, const Reading& r, std::size_t group) const;

    const SurveyLaw* law_;
    SurveyColumn column_;
    const Condition* line_;  ///< null: a class
    std::vector<Reading> readings_;
};

/// The columns of these laws: of each its classes, then all lines. `duties`: per law, in document order.
std::vector<ColumnReader> columns_of(Oracle& oracle, const std::vector<SurveyLaw>& laws, const std::vector<std::vector<NodeNo>>& duties);

}  // namespace lacuna
