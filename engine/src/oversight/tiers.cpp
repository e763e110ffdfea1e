#include "lacuna/tiers.hpp"

#include <algorithm>

namespace lacuna {
namespace {

bool names_level(const Condition& c, const Id& scheme, const Id& level) {
    if (c.kind == ConditionKind::reaches && c.scheme == scheme && (level.empty() || c.level == level)) return true;
    return std::any_of(c.parts.begin(), c.parts.end(), [&](const Condition& p) { return names_level(p, scheme, level); });
}

TierDemand demand_of(const Corpus& corpus, NodeNo n) {
    if (corpus.stops_something(n)) return TierDemand::stop;
    const auto& themes = corpus.themes(n);
    const auto has = [&](std::string_view theme) { return std::find(themes.begin(), themes.end(), theme) != themes.end(); };
    // a finding aid for the layout of a table: nothing follows from it
    if (has("security")) return TierDemand::security;
    return has("safeguards") ? TierDemand::deployment : TierDemand::other;
}

}  // namespace

std::vector<Tier> tiers_of(const Corpus& corpus, const Scope& scope) {
    std::vector<Tier> out;
    for (const auto& t : scope.taken)
        for (const auto& scheme : t.instrument->schemes) {
            std::vector<std::pair<Pinned, Condition>> naming;
            for (const auto& p : scope.provisions) {
                if (corpus.node(p.node).instrument != t.instrument || p.version != t.version || !is_duty(corpus.provision(p.node))) continue;
                if (auto trigger = corpus.trigger(p.node); trigger && names_level(*trigger, scheme.id, "")) naming.emplace_back(p, std::move(*trigger));
            }
            if (naming.empty()) continue;
            for (const auto& level : scheme.levels) {
                Tier tier{t.instrument, t.version, &scheme, &level, {}};
                for (const auto& [p, trigger] : naming)
                    if (names_level(trigger, scheme.id, level.id)) tier.demands[static_cast<std::size_t>(demand_of(corpus, p.node))].push_back(p);
                out.push_back(std::move(tier));
            }
        }
    return out;
}

}  // namespace lacuna
