#pragma once
// Which law a question about a developer is about, and what in it can be its duty. For one model and for many.

#include <optional>
#include <string>
#include <vector>

#include "lacuna/corpus.hpp"
#include "lacuna/standing.hpp"

namespace lacuna {

struct LawAsked {
    const std::optional<std::string>& in;       ///< only law that holds there
    const std::vector<const Instrument*>& of;   ///< only these; empty: all law, and codes and pledges that the developer signed
    const Id& developer;                        ///< empty: any
};

/// Is the instrument one that the question is about, on that day?
bool in_scope(const Corpus& corpus, const LawAsked& asked, const Instrument& in, Day on);

/// The version of an instrument that asks something or will, on a day. Law that is over, or was never made, asks nothing; nor does a text
/// that is not held.
std::optional<int> version_asking(const Instrument& in, Day on);
bool stands_in(const Corpus& corpus, NodeNo n, int version);

/// Can the provision be a duty of the developer? Undetermined where that hangs on a signature that is not certain.
Answer may_bear(const Corpus& corpus, const LawAsked& asked, NodeNo n, Day on);

}  // namespace lacuna
