#include "json_parts.hpp"
#include "reports/unbound.hpp"

namespace lacuna {

std::string unbound_json(const Corpus& corpus, const Envelope& envelope, const UnboundAnswer& answer) {
    Json regimes = Json::array();
    for (const auto& r : answer.regimes) {
        Json rows = Json::array(), exemptions = Json::array();
        for (const auto& row : r.rows) {
            Json because = Json::array();
            for (const auto b : row.because) because.push_back(word(b));
            rows.push_back({{"developer", row.subject.developer},
                            {"situation", row.subject.model == nullptr ? Json(nullptr) : Json(row.subject.model->id)},
                            {"reached", word(row.reached)},
                            {"duties", row.duties},
                            {"because", std::move(because)},
                            {"why", row.why},
                            {"from", row.from ? Json(to_string(*row.from)) : Json(nullptr)}});
        }
        for (const auto& e : r.exemptions) exemptions.push_back(named(corpus, e));
        regimes.push_back({{"instrument", r.instrument->id}, {"version", r.instrument->versions[static_cast<std::size_t>(r.version)].id}, {"rows", std::move(rows)}, {"exemptions", std::move(exemptions)}});
    }
    Json result;
    result["regimes"] = std::move(regimes);
    result["state_run"] = answer.state_run;
    return document(envelope, std::move(result));
}

}  // namespace lacuna
