#include "reports/json.hpp"

#include <algorithm>

#include "json_parts.hpp"
#include "lacuna/fingerprint.hpp"
#include "lacuna/rollup.hpp"
#include "lacuna/words.hpp"

namespace lacuna {

std::string document(const Envelope& e, Json result) {
    Json situation = Json::object();
    if (!e.situation.developer.empty()) situation["developer"] = e.situation.developer;
    if (!e.situation.model.empty()) situation["model"] = e.situation.model;
    if (!e.situation.facts.empty()) {
        situation["facts"] = Json::array();
        for (const auto& k : e.situation.facts) situation["facts"].push_back(to_fact(k));
    }
    Json out;
    out["schema"] = "lacuna-result/1";
    out["command"] = e.command;
    out["on"] = to_string(e.on);
    out["in"] = e.in ? Json(*e.in) : Json(nullptr);
    out["situation"] = std::move(situation);
    out["supposed"] = e.supposed;
    out["corpus"] = {{"version", e.lacuna_version}, {"sha256", e.corpus_sha256}};
    out["result"] = std::move(result);
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json identifiers(const std::vector<Identifier>& ids) {
    Json out = Json::array();
    for (const auto& i : ids) out.push_back(i.scheme + ":" + i.value);
    return out;
}

Json named(const Corpus& corpus, const Pinned& p) {
    const auto& provision = corpus.provision(p.node);
    Json out;
    out["ref"] = corpus.ref(p.node, p.version);
    out["cite"] = corpus.cite(p.node);
    out["ids"] = identifiers(provision.identifiers);
    out["summary"] = plain(provision.summary);
    if (provision.modality) out["modality"] = word(*provision.modality);
    out["grade"] = word(corpus.provenance(p.node).grade.value_or(Grade::unchecked));
    return out;
}

namespace {

Json words_of(const std::vector<Flag>& flags) {
    Json out = Json::array();
    for (const Flag f : flags) out.push_back(word(f));
    return out;
}

}  // namespace

Json verdicts(const std::array<AspectVerdict, 7>& v) {
    Json out;
    for (const Aspect a : all_aspects) {
        const auto& one = v[static_cast<std::size_t>(a)];
        out[std::string(word(a))] = {{"finding", word(one.finding)}, {"reason", one.reason}};
    }
    return out;
}

Json refs_of(const Corpus& corpus, const Crosswalk& crosswalk, PointNo point) {
    Json refs = Json::array();
    for (const NodeNo n : crosswalk.members(point)) refs.push_back(corpus.ref(n));
    return refs;
}

Json chain_json(const Corpus& corpus, const Crosswalk& crosswalk, const Chain& chain) {
    Json steps = Json::array();
    for (const auto& s : chain.steps) {
        Json step;
        step["kind"] = word(s.kind);
        step["from"] = refs_of(corpus, crosswalk, s.from);
        step["to"] = refs_of(corpus, crosswalk, s.to);
        step["relations"] = to_string(s.mask);
        if (s.mapping != nullptr) {
            step["mapping"] = s.set->id + "/" + s.mapping->id;
            step["stated"] = word(s.mapping->relation);
            step["reversed"] = s.reversed;
            step["unsettled"] = s.unsettled;
            step["strength"] = s.mapping->strength ? Json(*s.mapping->strength) : Json(nullptr);
            const auto status = authorship_of(*s.set, *s.mapping).status;
            step["status"] = status ? Json(word(*status)) : Json(nullptr);
            Json why = Json::array();
            for (const auto& r : s.mapping->rationale) why.push_back(r.value);
            step["rationale"] = std::move(why);
        }
        steps.push_back(std::move(step));
    }
    return {{"relations", to_string(chain.mask)}, {"rows", chain.rows}, {"weakest", chain.weakest}, {"steps", std::move(steps)}};
}

namespace {

Json ids_of(const std::vector<Stated>& mappings) {
    Json out = Json::array();
    for (const auto& m : mappings) out.push_back(m.id());
    return out;
}

Json gap_json(const Corpus& corpus, const Crosswalk& crosswalk, const Question& question, const Gap& g, bool whole) {
    Json by = Json::array();
    for (const auto& c : g.candidates) {
        Json sources = Json::array();
        for (const auto& s : c.sources) {
            Json one = named(corpus, s);
            one["finding"] = word(c.verdict(Aspect::duty).finding);
            one["relations"] = to_string(c.link.mask);
            one["flags"] = words_of(c.flags);
            if (c.sources.size() > 1) one["together"] = true;
            if (&c == &g.candidates.front()) one["falls_with"] = ids_of(falls_with(crosswalk, question, g, c));
            if (c.link.by_any_chain) one["by_any_chain"] = true;
            if (!c.contradicted.empty()) one["contradicted"] = ids_of(c.contradicted);
            if (whole) one["verdicts"] = verdicts(c.verdicts);
            if (whole) {
                one["chains"] = Json::array();
                for (const auto& chain : c.link.chains) one["chains"].push_back(chain_json(corpus, crosswalk, chain));
            }
            sources.push_back(std::move(one));
        }
        for (auto& s : sources) by.push_back(std::move(s));
    }
    Json reasons = Json::array();
    for (const auto& r : g.severity.reasons) reasons.push_back({{"points", r.points}, {"why", r.why}});
    Json out;
    out["id"] = g.id;
    out["of"] = named(corpus, g.target);
    out["by"] = std::move(by);
    out["themes"] = corpus.themes(g.target.node);
    out["verdicts"] = verdicts(g.verdicts);
    out["worst"] = g.worst ? Json(word(*g.worst)) : Json(nullptr);
    out["severity"] = {{"level", word(g.severity.level)}, {"points", g.severity.points}, {"reasons", std::move(reasons)}};
    out["flags"] = words_of(g.flags);
    out["rung"] = static_cast<int>(g.rung);
    out["chain"] = g.candidates.empty() ? Json(nullptr) : chain_json(corpus, crosswalk, g.candidates.front().link.chains.front());
    out["witness"] = g.witness.empty() ? Json(nullptr) : Json(g.witness);
    out["remedy"] = g.worst ? Json{{"aspect", word(g.remedy.aspect)}, {"text", g.remedy.text}} : Json(nullptr);
    return out;
}

}  // namespace

Json scope_json(const Scope& scope) {
    Json instruments = Json::array();
    for (const auto& t : scope.taken) instruments.push_back(t.instrument->id + "@" + t.instrument->versions[static_cast<std::size_t>(t.version)].id);
    return {{"text", scope.text}, {"instruments", std::move(instruments)}, {"narrowed", scope.narrowed.empty() ? Json(nullptr) : Json(scope.narrowed)}, {"notes", scope.notes}};
}

namespace {

Json question_json(const Assessment& a) {
    Json out;
    out["of"] = scope_json(a.question.of);
    out["by"] = scope_json(a.question.by);
    out["developer"] = a.developer ? Json(*a.developer) : Json(nullptr);
    out["developer_note"] = a.developer_note;
    out["rows"] = a.question.rows;
    out["duties_of_others_left_out"] = a.others;
    return out;
}

Json shares_json(const Assessment& answer, const std::vector<Group>& groups) {
    Json out = Json::array();
    for (const auto& g : groups) {
        const Share s = share_of(answer, g);
        Json duty = Json::object();
        for (const Finding f : all_values<Finding>())
            if (s.count(f) > 0) duty[std::string(word(f))] = s.count(f);
        out.push_back({{"name", g.name}, {"title", g.title.empty() ? Json(nullptr) : Json(g.title)}, {"duties", s.duties}, {"covered", s.covered}, {"duty", std::move(duty)}});
    }
    return out;
}

}  // namespace

std::string gaps_json(const Corpus& corpus, const Crosswalk& crosswalk, const Envelope& envelope, const Assessment& answer) {
    Json gaps = Json::array(), covered = Json::array();
    for (const auto& g : answer.targets) (g.covered() ? covered : gaps).push_back(gap_json(corpus, crosswalk, answer.question, g, false));
    Json result;
    result["question"] = question_json(answer);
    result["targets"] = answer.targets.size();
    result["by_chapter"] = shares_json(answer, by_chapter(corpus, answer));
    result["by_theme"] = shares_json(answer, by_theme(corpus, answer));
    result["gaps"] = std::move(gaps);
    result["covered"] = std::move(covered);
    return document(envelope, std::move(result));
}

std::string explain_json(const Corpus& corpus, const Crosswalk& crosswalk, const Envelope& envelope, const Assessment& answer, const Gap& gap) {
    Json table = Json::array();
    for (const auto& row : severity_table()) table.push_back({{"points", row.points}, {"why", row.why}});
    return document(envelope, {{"question", question_json(answer)}, {"gap", gap_json(corpus, crosswalk, answer.question, gap, true)}, {"severity_table", std::move(table)}});
}

std::string problems_json(const Envelope& envelope, std::size_t files, const std::vector<Problem>& problems) {
    Json out = Json::array();
    for (const auto& p : problems)
        out.push_back({{"file", p.at.file}, {"line", p.at.line}, {"column", p.at.column}, {"code", p.code}, {"what", p.what}, {"advice", p.advice}});
    return document(envelope, {{"files", files}, {"problems", std::move(out)}});
}

}  // namespace lacuna
