#pragma once
// What can be said of an event, by the words that say it: the moments of any event, and the days of an authority's act.

#include <utility>

#include "lacuna/situation.hpp"

namespace lacuna {

template <class T>
using EventField = std::pair<std::string_view, std::optional<T> Known::*>;

inline constexpr std::array moment_fields{EventField<Moment>{"occurrence", &Known::occurrence}, EventField<Moment>{"discovery", &Known::discovery}, EventField<Moment>{"awareness", &Known::awareness},
                                          EventField<Moment>{"end", &Known::end}};
inline constexpr std::array act_fields{EventField<DayRange>{"decided", &Known::decided}, EventField<DayRange>{"effective", &Known::effective}, EventField<DayRange>{"withdrawn", &Known::withdrawn}};

}  // namespace lacuna
