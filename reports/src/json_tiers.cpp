#include "json_parts.hpp"
#include "reports/tiers.hpp"

namespace lacuna {

std::string tiers_json(const Corpus& corpus, const Envelope& envelope, const Scope& scope) {
    Json levels = Json::array();
    for (const auto& t : tiers_of(corpus, scope)) {
        Json demands = Json::object();
        for (const auto d : all_values<TierDemand>()) {
            Json all = Json::array();
            for (const auto& p : t.of(d)) all.push_back(named(corpus, p));
            demands[std::string(word(d))] = std::move(all);
        }
        levels.push_back({{"document", t.document->id + "@" + t.document->versions[static_cast<std::size_t>(t.version)].id},
                          {"scheme", t.scheme->id},
                          {"level", t.level->id},
                          {"label", t.level->label},
                          {"above", t.level->above.empty() ? Json(nullptr) : Json(t.level->above)},
                          {"domains", t.level->domains},
                          {"capability", plain(t.level->summary)},
                          {"demands", std::move(demands)}});
    }
    Json result;
    result["of"] = scope_json(scope);
    result["levels"] = std::move(levels);
    return document(envelope, std::move(result));
}

}  // namespace lacuna
