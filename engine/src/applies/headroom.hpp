#pragma once

#include "lacuna/applies.hpp"

namespace lacuna {

/// The thresholds that the classification rules of these regimes name, with how far what is known is from them.
std::vector<Headroom> headroom_of(const Corpus& corpus, const std::vector<Regime>& regimes, const Situation& situation, Day on);

}  // namespace lacuna
