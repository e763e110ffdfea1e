#pragma once
// From the condition, the dates and the legacy rule of a duty to an answer: the same steps for one model and for many.

#include <functional>

#include "lacuna/applies.hpp"

namespace lacuna {

/// How a duty's condition is decided; each is asked at most once, and only if the answer needs it.
struct DutyConditions {
    std::function<Holding()> holds;                        ///< its condition, as things are
    std::function<std::optional<Holding>()> after_events;  ///< once what its trigger waits for has happened; nothing if it waits for nothing
    std::function<Holding()> past_legacy;                  ///< does it ask something of this model, by its placing date?
};

/// The answer, on the day that `standing` is about. `bears`: can it be a duty of the developer at all?
Applicability duty_answer(const TimeStanding& standing, Answer bears, const DutyConditions& conditions);

}  // namespace lacuna
