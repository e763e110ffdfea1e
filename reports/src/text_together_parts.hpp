#pragma once
// The parts of what `together` prints.

#include "lacuna/together.hpp"
#include "text_parts.hpp"

namespace lacuna {

std::string count_words(std::size_t n, std::string_view one, std::string_view many);

/// How many duties, how many actions, what they rest on: the sentences at the top.
std::string together_counts(const TogetherAnswer& answer);
/// One line a regime, then one line for each pair of them; and which pairs nobody has looked at.
std::string together_tables(const TogetherAnswer& answer, const TextStyle& style);
/// Where meeting one side stands in the way of the other, and what somebody must look at.
std::string together_conflicts(const Corpus& corpus, const TogetherAnswer& answer, const TextStyle& style);

/// "EU AI Act, Art. 55(1)(a) [eu-ai-act#art-55-1-a]", with the version where it was named.
std::string cite_and_ref(const Corpus& corpus, const Pinned& p);

}  // namespace lacuna
