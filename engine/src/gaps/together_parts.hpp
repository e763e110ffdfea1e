#pragma once
// The steps of `together`, each filling in its part of the answer.

#include "lacuna/together.hpp"

namespace lacuna {

/// Puts many questions to `assess`, all in the terms of the one that was asked.
struct Asking {
    const Corpus& corpus;
    const Crosswalk& crosswalk;
    std::vector<Stated> disputed;
    Assessment operator()(const TogetherQuestion& q, const Scope& of, const Scope& by) const { return assess(corpus, crosswalk, {of, by, q.in, q.situation, q.on, q.rows, q.inference}, disputed); }
};

/// What every meeting of two regimes says: fills in pairs, meetings and looks, and the best finding of each duty.
void find_meetings(const Asking& asking, TogetherAnswer& answer);

/// The actions, from duties and meetings.
void plan_actions(const Corpus& corpus, TogetherAnswer& answer);

/// Mappings that say that meeting one side stands in the way of the other.
void find_conflicts(const Corpus& corpus, Triggers& triggers, TogetherAnswer& answer);

/// Yes if all ask, no if one certainly does not.
Answer all_ask(const std::vector<const TimeStanding*>& standings);

}  // namespace lacuna
