#pragma once
// The state of one mapping end: the single place where that is decided.

#include <set>

#include "lacuna/drift.hpp"

namespace lacuna {

/// The versions of an instrument that a mapping set compares with one another, as (instrument, version): what it says of these is meant for them.
using ComparedVersions = std::set<std::pair<const Instrument*, int>>;
ComparedVersions compared_versions(const Corpus& corpus, const MappingSet& set);

/// The instrument that the end names; null where the corpus has none of that id.
const Instrument* instrument_of(const Corpus& corpus, const MappingEnd& end);

DriftEnd drift_end(const Corpus& corpus, const MappingEnd& end, const ComparedVersions& compared, const AsOf& as_of);

/// All mappings with an end in `only`, with those ends; null: every mapping with every end. In corpus order.
std::vector<DriftRow> drift_rows(const Corpus& corpus, const AsOf& as_of, const Instrument* only);

}  // namespace lacuna
