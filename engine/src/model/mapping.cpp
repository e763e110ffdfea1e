#include "lacuna/mapping.hpp"

namespace lacuna {

Authorship authorship_of(const MappingSet& set, const Mapping& mapping) {
    Authorship out = mapping.authorship;
    const auto& all = set.authorship;
    if (out.author.empty()) out.author = all.author;
    if (out.reviewer.empty()) out.reviewer = all.reviewer;
    if (!out.date) out.date = all.date;
    if (!out.method) out.method = all.method;
    if (!out.confidence) out.confidence = all.confidence;
    if (!out.status) out.status = all.status;
    return out;
}

}  // namespace lacuna
