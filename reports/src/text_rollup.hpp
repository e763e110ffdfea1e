#pragma once

#include "lacuna/rollup.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// The duties of an assessment counted by chapter and by theme; empty for a single duty.
std::string rollup_text(const Corpus& corpus, const Assessment& answer, const TextStyle& style);

}  // namespace lacuna
