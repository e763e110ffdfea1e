#pragma once
// The threshold part asked of SQLite: models with the interval of their figure, provisions with their class, classes with their line, and
// the spells of days in which a provision stands.

#include <memory>

#include "lacuna/survey.hpp"
#include "threshold_part.hpp"

namespace bench {

class Database {
public:
    /// Fills a database in memory, with its indexes. Everything about dates is worked out here, by the engine's rules, and counts as loading, not
    /// as asking.
    /// `asked`: from where the models come and for which days; `duties`: what is counted.
    Database(const lacuna::Corpus& reduced, const std::map<lacuna::Id, Line>& lines, const lacuna::SurveyQuestion& asked, const std::vector<lacuna::SurveyDuty>& duties);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Compares every figure with every line, once for all questions.
    void compare();
    /// Looks at every cell: a row for each model, provision and day.
    lacuna::SurveyCells cell_by_cell(lacuna::Day from, lacuna::Day to);
    /// Multiplies the length of each spell instead of joining its days: what somebody writes who knows that nothing changes in between.
    lacuna::SurveyCells spell_by_spell(lacuna::Day from, lacuna::Day to);
    /// The same with the models that are alike put together first: all that the engine finds out by itself, told by hand.
    lacuna::SurveyCells spell_by_kind(lacuna::Day from, lacuna::Day to);

private:
    lacuna::SurveyCells grouped(const char* query, lacuna::Day from, lacuna::Day to);

    struct Inside;
    std::unique_ptr<Inside> in_;
};

}  // namespace bench
