#pragma once
// The part of the law that a database can be asked about as well: who is above a line of training compute, and on which days the duties
// of those stand. Both answer the same question about the same reduced corpus.

#include <map>

#include "lacuna/corpus.hpp"

namespace bench {

/// A line of training compute that a rule draws.
struct Line {
    std::string limit;  ///< FLOP, a decimal
    bool at_least = false, presumed = false;
};

/// A corpus in which every duty keeps its versions, dates and bearer and loses every other condition; of each class, as each instrument
/// uses it, there is one rule: the first line of training compute that the real rules lead to. A class that no line leads to has none,
/// so whether somebody is in it is unknown.
struct ThresholdPart {
    lacuna::CorpusData data;
    std::map<lacuna::Id, Line> lines;  ///< by class
};

/// `data`: the same that `real` was made of.
ThresholdPart threshold_part(const lacuna::Corpus& real, lacuna::CorpusData data);

}  // namespace bench
