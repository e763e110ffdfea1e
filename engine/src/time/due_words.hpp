#pragma once
// What a due date says about itself, in sentences.

#include "time/counting.hpp"

namespace lacuna {

std::string event_name(const Corpus& corpus, const Id& event);
/// Why a clock has not begun.
std::string idle_words(const Corpus& corpus, const Id& event, bool assumed);
/// What is known of a moment that is not known exactly.
std::string unknown_words(const Corpus& corpus, const CountedFrom& from);
/// What the way of counting leaves open. `rule` null: not known.
std::vector<std::string> counting_doubts(ClockKind kind, const Period& period, const Moment& from, const CountingRule* rule);

}  // namespace lacuna
