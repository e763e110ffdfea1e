#pragma once
// Parts of what `applies` prints that stand by themselves.

#include "reports/applies.hpp"

namespace lacuna {

/// One line an instrument: how many of its duties ask now, later, or not, and how many of them can be enforced.
std::string summary_table(const AppliesAnswer& answer, const TextStyle& style);
/// How far known quantities are from the thresholds, by quantity.
std::string headroom_text(const Corpus& corpus, const AppliesAnswer& answer, const TextStyle& style);
/// "31 things, each of which adds duties: …; listed at the end".
std::string assumed_summary(const std::vector<std::string>& assumed);
/// All that was assumed, by kind.
std::string assumed_text(const AppliesAnswer& answer, const TextStyle& style);

}  // namespace lacuna
