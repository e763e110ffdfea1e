#include "json_parts.hpp"
#include "reports/remedy.hpp"

namespace lacuna {
namespace {

Json refs(const Corpus& corpus, const std::vector<Pinned>& all) {
    Json out = Json::array();
    for (const auto& p : all) out.push_back(named(corpus, p));
    return out;
}

Json precedents_json(const Corpus& corpus, const std::vector<Precedent>& all) {
    Json out = Json::array();
    for (const auto& p : all) {
        Json one;
        one["power"] = named(corpus, p.power);
        one["party"] = p.cell.party.empty() ? Json(nullptr) : Json(p.cell.party);
        one["reach"] = p.cell.terms.reach ? Json(word(*p.cell.terms.reach)) : Json(nullptr);
        one["discretion"] = p.cell.terms.discretion ? Json(word(*p.cell.terms.discretion)) : Json(nullptr);
        one["in_force"] = p.in_force;
        one["usable"] = p.usable;
        one["standing"] = p.standing;
        out.push_back(std::move(one));
    }
    return out;
}

Json transfer_json(const Corpus& corpus, const Transfer& t) {
    Json written = Json::array();
    for (const auto& w : t.written) {
        const auto& version = w.document->versions[static_cast<std::size_t>(w.version)].id;
        written.push_back({{"document", w.document->id + "@" + version}, {"provision", w.on == no_node ? Json(nullptr) : Json(corpus.provision(w.on).id)}, {"stated", w.stated}, {"commitments", w.rules}});
    }
    Json out;
    out["function"] = word(t.function);
    out["even_if_who_may_acts"] = t.even_if_who_may_acts;
    out["commitments"] = refs(corpus, t.rules);
    out["stopping"] = refs(corpus, t.stopping);
    out["written"] = std::move(written);
    out["precedents"] = precedents_json(corpus, t.precedents);
    out["stopping_precedents"] = precedents_json(corpus, t.stopping_precedents);
    return out;
}

}  // namespace

std::string remedy_json(const Corpus& corpus, const Envelope& envelope, const PenAnswer& answer) {
    const auto remedy = remedy_of(corpus, answer);
    Json transfers = Json::array(), points = Json::array();
    for (const auto& t : remedy.transfers) transfers.push_back(transfer_json(corpus, t));
    for (const auto& p : single_points(corpus, answer)) {
        Json rules = Json::array();
        for (const auto& [rule, functions] : p.rules) {
            Json by = Json::array();
            for (const Function f : functions) by.push_back(word(f));
            rules.push_back({{"of", named(corpus, rule)}, {"functions", std::move(by)}});
        }
        points.push_back({{"party", p.party}, {"outside", p.outside}, {"commitments", std::move(rules)}});
    }
    Json result;
    result["of"] = scope_json(answer.by_law.question.of);
    result["law"] = scope_json(answer.by_law.question.by);
    result["independence_rule"] = word(answer.rule);
    result["commitments"] = answer.pens.size();
    result["constraints"] = remedy.constraints;
    result["transfers"] = std::move(transfers);
    result["turn_on_compute"] = refs(corpus, remedy.on_compute);
    result["compute_precedents"] = precedents_json(corpus, remedy.compute);
    result["single_points_of_failure"] = std::move(points);
    return document(envelope, std::move(result));
}

}  // namespace lacuna
