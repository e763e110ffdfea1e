#include "json_parts.hpp"
#include "reports/ladder.hpp"

namespace lacuna {
namespace {

Json standing_json(const Corpus& corpus, const Standing& s) {
    Json out;
    out["of"] = named(corpus, s.norm);
    out["rung"] = static_cast<int>(s.rung);
    out["by"] = s.by ? named(corpus, *s.by) : Json(nullptr);
    out["by_filing"] = s.by_filing;
    out["to_come"] = nullptr;
    if (s.ascent) out["to_come"] = {{"rung", static_cast<int>(s.ascent->to)}, {"from", s.ascent->from ? Json(to_string(*s.ascent->from)) : Json(nullptr)}, {"by", named(corpus, s.ascent->by)}};
    return out;
}

Json all_of(const Corpus& corpus, const std::vector<Standing>& all) {
    Json out = Json::array();
    for (const auto& s : all) out.push_back(standing_json(corpus, s));
    return out;
}

Json cell_json(const Corpus& corpus, const LadderCell& c) {
    Json brakes = Json::array(), without_duty = Json::array();
    for (const auto& p : c.brakes) brakes.push_back(named(corpus, p.power));
    for (const auto& p : c.brakes_without_duty) without_duty.push_back(named(corpus, p.power));
    Json out;
    out["lowest"] = c.lowest ? Json(static_cast<int>(*c.lowest)) : Json(nullptr);
    out["highest"] = c.highest ? Json(static_cast<int>(*c.highest)) : Json(nullptr);
    out["texts_missing"] = c.texts_missing;
    out["stops_something"] = c.stops;
    out["powers_to_stop"] = std::move(brakes);
    out["powers_to_stop_without_duty"] = std::move(without_duty);
    out["promises"] = all_of(corpus, c.promises);
    out["by_itself"] = all_of(corpus, c.own);
    return out;
}

}  // namespace

std::string ladder_json(const Corpus& corpus, const Envelope& envelope, const LadderAnswer& answer) {
    const auto& q = answer.question;
    Json cells = Json::array(), rungs = Json::array();
    for (const Rung r : all_values<Rung>()) rungs.push_back(word(r));
    for (std::size_t t = 0; t < q.themes.size(); ++t)
        for (std::size_t p = 0; p < q.places.size(); ++p)
            for (std::size_t d = 0; d < q.days.size(); ++d) {
                Json cell{{"theme", q.themes[t]}, {"in", q.places[p]}, {"on", to_string(q.days[d])}};
                cell.update(cell_json(corpus, answer.cell(t, p, d)));
                cells.push_back(std::move(cell));
            }
    Json result;
    result["of"] = q.of;
    result["developer"] = answer.developer ? Json(*answer.developer) : Json(nullptr);
    result["rungs"] = std::move(rungs);
    result["notes"] = answer.notes;
    result["cells"] = std::move(cells);
    return document(envelope, std::move(result));
}

}  // namespace lacuna
