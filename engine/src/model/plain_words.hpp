#pragma once
// Names of the vocabulary, fit for the middle of a sentence.

#include <algorithm>
#include <string>
#include <vector>

#include "lacuna/corpus.hpp"

namespace lacuna {

template <class T>
std::string name_in(const std::vector<T>& items, const Id& id) {
    const auto it = std::find_if(items.begin(), items.end(), [&](const T& x) { return x.id == id; });
    return it == items.end() ? id : plain(it->name);
}

/// First letter small unless it looks like an abbreviation.
std::string inner(std::string s);
/// "training compute", from the id of a fact.
std::string fact_name(const Corpus& corpus, const Id& id);
std::string inner_event(const Corpus& corpus, const Id& id);
/// " (preceding year)", or nothing.
std::string year_words(std::string year);

/// What a condition says, or its negation: "markets do not include EU".
std::string condition_words(const Corpus& corpus, const Condition& c, bool so);

}  // namespace lacuna
