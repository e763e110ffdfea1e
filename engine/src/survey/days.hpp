#pragma once
// On which days can an answer about an instrument change? Rather one day too many than one too few: a day on which nothing changes costs
// a little time, a day that is missed would be a wrong answer.

#include <set>
#include <vector>

#include "lacuna/survey.hpp"

namespace lacuna {

/// Days on which what is known of a situation can begin or cease to count.
std::set<Day> days_of(const Situation& situation);
/// Days on which parties join or leave classes, or one another.
std::set<Day> days_of_parties(const Corpus& corpus);

/// The days, with the ends of a range and the days after them, on which the instrument, or any other whose rules, exemptions or
/// exceptions it is read with, can begin or cease to say something; with the first day of every year of the span, since facts of the
/// preceding year become others. `known`: the days of all situations, from which computed dates count.
std::set<Day> change_days(const Corpus& corpus, const Instrument& in, const std::set<Day>& known, Day from, Day to);

/// The span cut at the days within it.
std::vector<Stretch> stretches_of(const std::set<Day>& changes, Day from, Day to);

}  // namespace lacuna
