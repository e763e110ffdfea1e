#pragma once
// The levels of labs' own scales side by side: what each demands.

#include "lacuna/reference.hpp"

namespace lacuna {

/// What a document asks once a level is reached, by what the duty is about. A duty that is about several things stands under the first that fits:
/// it stops something, it secures the model, it limits its release or use, it is something else.
enum class TierDemand { stop, security, deployment, other };
template <>
struct Words<TierDemand> {
    static constexpr std::array<std::string_view, 4> table{"stop", "security", "deployment", "other"};
    static constexpr std::string_view noun = "demand of a level";
};

/// One level of one scale, as a version of a document uses it.
struct Tier {
    const Instrument* document = nullptr;
    int version = 0;
    const Scheme* scheme = nullptr;
    const Level* level = nullptr;
    std::array<std::vector<Pinned>, 4> demands;  ///< by TierDemand; duties whose condition names the level
    const std::vector<Pinned>& of(TierDemand d) const { return demands[static_cast<std::size_t>(d)]; }
};

/// The levels of the documents in scope, in document order; a scale that no provision of the version names is left out.
std::vector<Tier> tiers_of(const Corpus& corpus, const Scope& scope);

}  // namespace lacuna
