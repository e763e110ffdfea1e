#pragma once
// The duties of a survey: those that ask alike are judged as one, and so are days on which they read the same.

#include "applies/law_asked.hpp"
#include "survey/oracle.hpp"

namespace lacuna {

/// An instrument of a survey with the days on which it changes.
struct SurveyLaw {
    const Instrument* instrument = nullptr;
    std::vector<Stretch> stretches;  ///< the span, then the day asked about if it lies outside
    std::size_t counted = 0;         ///< how many of them are the span
    std::size_t on = 0;              ///< the one with the day asked about
};

/// A text that is equal for duties of one instrument that ask alike on every day.
std::string kind_of_duty(const Corpus& corpus, NodeNo n);

/// One answer a group; unset: the duty does not stand.
using DutyAnswers = std::vector<std::optional<Applicability>>;

/// What a duty reads like on a day.
struct DutyReading {
    NodeNo node = no_node;
    Day on;
    bool stands = false;
    int version = 0;
    Answer bears = Answer::no;      ///< can it be a duty of the developer?
    TimeStanding standing;          ///< as far as it depends on no event
    Day judged;                     ///< by the law of which day: of today, or of its first day
    FormulaNo region{}, legacy{};   ///< in the law of that day
    std::vector<FormulaNo> events;  ///< that its trigger may wait for, in the law of that day
    std::vector<FormulaNo> dates;   ///< that depend on events, in the law of `on`
};

class DutyReader {
public:
    DutyReader(const Corpus& corpus, Oracle& oracle, const LawAsked& asked, Day any_day) : corpus_(corpus), oracle_(oracle), asked_(asked), nothing_known_(corpus, nothing_, any_day) {}

    /// Reads it and tells the oracle what to expect.
    DutyReading read(NodeNo n, Day on);
    /// REQUIRES: the oracle has grouped the models.
    const DutyAnswers& answers(const DutyReading& r);

private:
    void judge_by(DutyReading& r, Day day);
    std::vector<int> key(const DutyReading& r);
    std::optional<Applicability> answer(const DutyReading& r, std::size_t group);
    std::optional<Applicability> answer_in_time(const DutyReading& r, std::size_t group);
    std::optional<Holding> after_events(const DutyReading& r, std::size_t group);

    const Corpus& corpus_;
    Oracle& oracle_;
    LawAsked asked_;
    Situation nothing_;
    Triggers nothing_known_;
    std::map<std::vector<int>, DutyAnswers> answers_;
    std::map<std::tuple<NodeNo, Day, std::vector<int>>, DutyReading> by_events_;
};

}  // namespace lacuna
