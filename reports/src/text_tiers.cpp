#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "reports/tiers.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

std::string_view title(TierDemand d) {
    switch (d) {
        case TierDemand::stop: return "stops";
        case TierDemand::security: return "security";
        case TierDemand::deployment: return "deployment";
        case TierDemand::other: return "also";
    }
    return "";
}

}  // namespace

std::string tiers_text(const Corpus& corpus, const Scope& scope, Day on, const TextStyle& style) {
    std::string out = heading("lacuna tiers", style) + field("on", in_words(on)) + field("of", versions_words(scope));
    for (const auto& note : scope.notes) out += field("note", note);
    const Scheme* scheme = nullptr;
    for (const auto& t : tiers_of(corpus, scope)) {
        if (t.scheme != scheme) out += "\n" + heading(fmt::format("{} ({}): {}", t.document->name(), t.document->versions[static_cast<std::size_t>(t.version)].id, t.scheme->label), style);
        scheme = t.scheme;
        out += "\n" + painted(t.level->label, "1", style) + "\n" + field("capability", plain(t.level->summary), 14);
        for (const TierDemand d : {TierDemand::security, TierDemand::deployment, TierDemand::stop, TierDemand::other}) {
            const auto& all = t.of(d);
            if (all.empty() && d == TierDemand::other) continue;
            if (all.empty()) out += field(title(d), "no duty names this level", 14);
            for (const auto& p : all) out += field(title(d), fmt::format("{} ({}, {})", plain(corpus.provision(p.node).summary), corpus.provision(p.node).cite, word(corpus.provision(p.node).modality.value_or(Modality::must))), 14);
        }
    }
    if (scheme == nullptr) out += "\n" + wrap("No document asked about ties a duty to a level of a scale of its own.", "", "");
    return out;
}

}  // namespace lacuna
