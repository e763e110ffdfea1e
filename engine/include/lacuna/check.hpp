#pragma once

#include <vector>

#include "lacuna/corpus.hpp"

namespace lacuna {

/// Everything that is wrong between the parts of a corpus: unknown and repeated names, dangling references, versions that do not
/// exist, dates and chains of versions that cannot be, norms that lack what they need. What is wrong inside one element was
/// reported on reading. Sorted by place.
std::vector<Problem> check(const Corpus& corpus);

}  // namespace lacuna
