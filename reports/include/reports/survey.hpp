#pragma once
// Many models against all law, as a table for people and as JSON for programs.

#include <string>
#include <vector>

#include "lacuna/survey.hpp"
#include "reports/json.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// What a table says of one model, for people to know it by.
struct SurveyRow {
    std::string model, organization;
    std::optional<DayRange> published;
    std::string compute, confidence;  ///< as printed; empty: blank
    bool figure_unused = false;       ///< there is a figure, but it says nothing; the notes say why
    std::vector<std::string> notes;
};

/// The same models in two readings of their figures. Both surveys ask the same question of rows in the same order.
struct SurveyReport {
    std::string file, credit;
    Situation shared;  ///< what was said of all rows
    SurveyQuestion question;  ///< of the first reading
    std::vector<SurveyRow> rows;
    SurveyAnswer printed;  ///< the figure as printed, rounded at its last digit
    SurveyAnswer stated;   ///< the figure within the bounds that the row states
};

/// `all`: also the rows of which nothing but "no" can be said, or nothing.
std::string survey_text(const Corpus& corpus, const SurveyReport& report, bool all, const TextStyle& style);
std::string survey_json(const Corpus& corpus, const Envelope& envelope, const SurveyReport& report);

}  // namespace lacuna
