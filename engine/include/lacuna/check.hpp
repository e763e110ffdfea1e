#pragma once

#include <vector>

#include "lacuna/corpus.hpp"

namespace lacuna {

/// Everything that is wrong between the parts of a corpus: unknown and repeated names, dangling references, versions that do not
/// exist, dates and chains of versions that cannot be, norms that lack what they need. What is wrong inside one element was
/// reported on reading. Sorted by place.
std::vector<Problem> check(const Corpus& corpus);

/// Everything that is wrong with the facts of a situation: unknown names with the nearest known ones, values, units and years that
/// do not fit, what is said twice, and facts that the axioms do not allow together on that day. Sorted by place.
std::vector<Problem> check_situation(const Corpus& corpus, const Situation& situation, Day on);

}  // namespace lacuna
