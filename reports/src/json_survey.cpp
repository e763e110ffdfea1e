#include "json_parts.hpp"
#include "lacuna/words.hpp"
#include "reports/survey.hpp"

namespace lacuna {
namespace {

Json column_json(const Corpus& corpus, const SurveyColumn& c) {
    Json out;
    const bool line = c.in_class.empty();
    out["kind"] = line ? "line" : "class";
    out["instrument"] = c.instrument->id;
    out["class"] = line ? Json(nullptr) : Json(c.in_class);
    out["name"] = line ? c.fact : bearer_name(corpus, c.in_class);
    out["line"] = line ? Json(c.line) : Json(nullptr);
    out["rules"] = Json::array();
    if (line)
        for (const NodeNo n : c.rules) out["rules"].push_back({{"ref", corpus.ref(n)}, {"cite", corpus.cite(n)}});
    return out;
}

Json words_json(const std::vector<SurveyWord>& answers) {
    Json out = Json::array();
    for (const auto a : answers) out.push_back(word(a));
    return out;
}

/// Only columns whose answer changes within the span, by their position.
Json changes_json(const SurveyGroup& g) {
    Json out = Json::object();
    for (std::size_t c = 0; c < g.spans.size(); ++c) {
        if (g.spans[c].size() < 2) continue;
        auto& spans = out[std::to_string(c)] = Json::array();
        for (const auto& s : g.spans[c]) spans.push_back({{"from", to_string(s.from)}, {"to", to_string(s.to)}, {"answer", word(s.answer)}});
    }
    return out;
}

Json reading_json(const SurveyGroup& g) { return {{"answers", words_json(g.on_day)}, {"changes", changes_json(g)}}; }

Json row_json(const SurveyReport& r, std::size_t row) {
    const auto& m = r.rows[row];
    const auto text = [](const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); };
    Json out;
    out["model"] = m.model;
    out["organization"] = text(m.organization);
    out["published"] = m.published ? Json(to_string(*m.published)) : Json(nullptr);
    out["compute"] = text(m.compute);
    out["confidence"] = text(m.confidence);
    out["figure_used"] = !m.compute.empty() && !m.figure_unused;
    out["printed"] = reading_json(r.printed.of(row));
    out["stated"] = reading_json(r.stated.of(row));
    out["notes"] = m.notes;
    return out;
}

Json counts_json(const SurveyAnswer& a) {
    Json out = Json::array();
    for (std::size_t c = 0; c < a.columns.size(); ++c) {
        Json counts = Json::object();
        for (const auto w : {SurveyWord::yes, SurveyWord::presumed, SurveyWord::not_yet, SurveyWord::undetermined, SurveyWord::no, SurveyWord::unknown}) {
            std::size_t n = 0;
            for (const auto& g : a.groups) n += g.on_day[c] == w ? g.size : 0;
            counts[std::string(word(w))] = n;
        }
        out.push_back(std::move(counts));
    }
    return out;
}

Json cells_json(const SurveyAnswer& a) {
    Json out = Json::array();
    for (const auto& [in, cells] : a.cells) {
        Json one{{"instrument", in->id}};
        for (std::size_t i = 0; i < cells.by_answer.size(); ++i) one[std::string(word(static_cast<Applicability>(i)))] = cells.by_answer[i];
        one["absent"] = cells.absent;
        out.push_back(std::move(one));
    }
    return out;
}

Json survey_part(const SurveyAnswer& a) { return {{"counts", counts_json(a)}, {"cells", cells_json(a)}, {"cell_count", a.cell_count}, {"evaluations", a.evaluations}, {"models_alike", a.groups.size()}}; }

}  // namespace

std::string survey_json(const Corpus& corpus, const Envelope& envelope, const SurveyReport& r) {
    Json out;
    out["table"] = r.file;
    out["credit"] = r.credit;
    out["from"] = to_string(r.question.from);
    out["to"] = to_string(r.question.to);
    out["assumed"] = r.printed.assumed;
    out["columns"] = Json::array();
    for (const auto& c : r.printed.columns) out["columns"].push_back(column_json(corpus, c));
    out["printed"] = survey_part(r.printed);
    out["stated"] = survey_part(r.stated);
    out["changes"] = r.printed.changes;
    out["rows"] = Json::array();
    for (std::size_t row = 0; row < r.rows.size(); ++row) out["rows"].push_back(row_json(r, row));
    return document(envelope, std::move(out));
}

}  // namespace lacuna
