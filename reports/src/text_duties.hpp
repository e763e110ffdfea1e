#pragma once
// The duties of one instrument with the same answer: what they share is said once.

#include "reports/applies.hpp"

namespace lacuna {

/// Facts that an answer turns on: "whether markets include EU [markets]; training compute, in FLOP [training-compute]".
std::string in_facts(const std::vector<EssentialFact>& facts);

/// `all`: every duty with its summary, else an article a line, with every provision of it named.
std::string duties_text(const Corpus& corpus, const Regime& regime, Applicability answer, bool all);

/// The sanctions that stand behind these duties, each once, with what must hold besides a breach.
std::string sanctions_text(const Corpus& corpus, const Regime& regime);

}  // namespace lacuna
