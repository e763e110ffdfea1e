#include "reports/json.hpp"

#include <algorithm>

#include "json_parts.hpp"
#include "lacuna/fingerprint.hpp"
#include "lacuna/rollup.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

Json identifiers(const std::vector<Identifier>& ids) {
    Json out = Json::array();
    for (const auto& i : ids) out.push_back(i.scheme + ":" + i.value);
    return out;
}

}  // namespace

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

Json provision_json(const Corpus& corpus, const Pinned& p) {
    const auto& provision = corpus.provision(p.node);
    const auto provenance = corpus.provenance(p.node);
    const auto trigger = corpus.trigger(p.node);
    Json out = named(corpus, p);
    out["norm"] = provision.kind == NodeKind::provision ? Json(word(provision.norm)) : Json(nullptr);
    out["bearer"] = corpus.bearer(p.node);
    out["when"] = trigger ? in_words(corpus, *trigger) : "always";
    out["themes"] = corpus.themes(p.node);
    out["domains"] = corpus.domains(p.node);
    if (!provision.into.empty()) out["class"] = provision.into;
    if (provision.presumed) out["presumed"] = word(*provision.presumed);
    if (provision.clarity) out["clarity"] = word(*provision.clarity);
    Json dates;
    for (const auto kind : all_values<DateKind>()) {
        const auto date = corpus.date(p.node, kind);
        dates[std::string(word(kind))] = date.computed != nullptr ? Json(in_words(corpus, date)) : date.fixed ? Json(to_string(*date.fixed)) : Json(nullptr);
    }
    out["dates"] = std::move(dates);
    Json refers = Json::array();
    for (const auto& r : provision.refers) refers.push_back({{"ref", r.ref}, {"kind", word(r.kind)}});
    out["refers"] = std::move(refers);
    Json clocks = Json::array();
    for (const auto& c : provision.clocks) clocks.push_back(in_words(corpus, c));
    out["clocks"] = std::move(clocks);
    Json sanctions = Json::array();
    for (const auto& s : corpus.sanctions(p.node)) sanctions.push_back({{"ref", corpus.ref(s.sanction)}, {"words", in_words(corpus, *s.terms)}});
    out["sanctions"] = std::move(sanctions);
    const auto summaries = [](const auto& items) {
        Json all = Json::array();
        for (const auto& i : items) all.push_back(plain(i.summary));
        return all;
    };
    out["unless"] = summaries(provision.unless);
    out["escapes"] = summaries(provision.escapes);
    Json exempted = Json::array();
    for (const NodeNo x : corpus.exemptions(p.node)) exempted.push_back({{"ref", corpus.ref(x)}, {"summary", plain(corpus.provision(x).summary)}});
    out["exempted_by"] = std::move(exempted);
    Json exempts = Json::array();
    for (const auto& r : provision.exempts) exempts.push_back(r.ref);
    out["exempts"] = std::move(exempts);
    Json punishes = Json::array();
    for (const auto& s : provision.sanctions)
        for (const auto& r : s.punishes) punishes.push_back(r.ref);
    out["punishes"] = std::move(punishes);
    Json oversight = Json::object();
    for (const auto& f : all_words<Function>())
        if (const auto* cell = corpus.cell(p.node, p.version, *from_word<Function>(f))) oversight[f] = holders(corpus, cell, corpus.bearer(p.node));
    out["oversight"] = std::move(oversight);
    out["source"] = {{"id", provenance.source}, {"locator", provenance.locator}, {"grade", word(provenance.grade.value_or(Grade::unchecked))}};
    Json notes = Json::array();
    for (const auto& n : provision.note) notes.push_back(n.value);
    out["notes"] = std::move(notes);
    if (provision.kind == NodeKind::provision) out["fingerprint"] = fingerprint(corpus, p.node, p.version);
    return out;
}

Json instrument_json(const Instrument& in) {
    Json versions = Json::array();
    for (const auto& v : in.versions) versions.push_back({{"id", v.id}, {"in-force-from", v.in_force_from ? to_string(*v.in_force_from) : ""}, {"held", v.encoded != false}});
    Json status = Json::array(), adoptions = Json::array();
    for (const auto& s : in.status) status.push_back({{"value", word(s.value)}, {"from", s.from ? to_string(*s.from) : ""}, {"until", s.until ? Json(to_string(*s.until)) : Json(nullptr)}});
    for (const auto& a : in.adoptions) adoptions.push_back({{"party", a.party}, {"from", a.from ? to_string(*a.from) : ""}, {"until", a.until ? Json(to_string(*a.until)) : Json(nullptr)}, {"only", a.only}});
    return {{"status", std::move(status)}, {"adoptions", std::move(adoptions)}, {"id", in.id}, {"title", plain(in.title)}, {"force", word(in.force)}, {"jurisdiction", in.jurisdiction}, {"issuer", in.issuer}, {"ids", identifiers(in.identifiers)}, {"versions", std::move(versions)}};
}

Json party_json(const Party& p) {
    Json relations = Json::array();
    for (const auto& r : p.relations) relations.push_back({{"kind", word(r.kind)}, {"party", r.party}, {"from", r.from ? Json(to_string(*r.from)) : Json(nullptr)}, {"until", r.until ? Json(to_string(*r.until)) : Json(nullptr)}});
    Json classes = Json::array();
    for (const auto& c : p.classes) classes.push_back({{"class", c.name}, {"how", word(c.how)}, {"from", c.from ? Json(to_string(*c.from)) : Json(nullptr)}, {"grade", word(c.provenance.grade.value_or(Grade::unchecked))}});
    return {{"id", p.id}, {"name", plain(p.name)}, {"kind", p.kind}, {"jurisdiction", p.jurisdiction}, {"relations", std::move(relations)}, {"in_class", std::move(classes)}};
}

Json mapping_json(const Corpus& corpus, const MappingSet& set, const Mapping& m) {
    const auto ends = [&](const std::vector<MappingEnd>& all) {
        Json out = Json::array();
        for (const auto& e : all) out.push_back({{"ref", e.ref}, {"pin", word(pin_of(corpus, e))}});
        return out;
    };
    Json out{{"id", set.id + "/" + m.id}, {"relation", word(m.relation)}, {"strength", m.strength ? Json(*m.strength) : Json(nullptr)}};
    out["sources"] = ends(m.sources);
    out["targets"] = ends(m.targets);
    out["rationale"] = m.rationale.empty() ? "" : m.rationale.front().value;
    return out;
}

bool in_scope(const std::optional<Scope>& scope, NodeNo n) {
    return !scope || std::any_of(scope->provisions.begin(), scope->provisions.end(), [&](const Pinned& p) { return p.node == n; });
}

Json mappings_json(const Corpus& corpus, const std::optional<Scope>& scope) {
    Json out = Json::array();
    for (const auto& set : corpus.data().mapping_sets)
        for (const auto& m : set.mappings) {
            std::vector<MappingEnd> ends = m.sources;
            ends.insert(ends.end(), m.targets.begin(), m.targets.end());
            const auto touches = [&](const MappingEnd& e) {
                const auto n = corpus.pinned(e.ref);
                return n && in_scope(scope, *n);
            };
            if (std::any_of(ends.begin(), ends.end(), touches)) out.push_back(mapping_json(corpus, set, m));
        }
    return out;
}

}  // namespace

namespace {

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

std::string list_json(const Corpus& corpus, const Envelope& envelope, Listing what, const std::optional<Scope>& scope) {
    Json out = Json::array();
    switch (what) {
        case Listing::instruments:
            for (const auto& in : corpus.data().instruments) out.push_back(instrument_json(in));
            break;
        case Listing::provisions:
            for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n)
                if (corpus.provision(n).kind == NodeKind::provision && in_scope(scope, n)) out.push_back(named(corpus, {n, corpus.node(n).last_version, false}));
            break;
        case Listing::parties:
            for (const auto& file : corpus.data().party_files)
                for (const auto& p : file.parties) out.push_back(party_json(p));
            break;
        case Listing::themes:
            for (const auto& t : corpus.vocabulary().themes) out.push_back({{"id", t.id}, {"name", plain(t.name)}, {"stops", t.stops}});
            break;
        case Listing::domains:
            for (const auto& d : corpus.vocabulary().domains) out.push_back({{"id", d.id}, {"name", plain(d.name)}, {"broader", d.broader}});
            break;
        case Listing::facts:
        case Listing::events:
        case Listing::classes:
        case Listing::tests:
        case Listing::situations: out = fact_words_json(corpus, what, scope); break;
        case Listing::mappings: out = mappings_json(corpus, scope); break;
    }
    return document(envelope, {{std::string(word(what)), std::move(out)}});
}

std::string show_json(const Corpus& corpus, const Envelope& envelope, const std::vector<Pinned>& provisions) {
    Json out = Json::array();
    for (const auto& p : provisions) out.push_back(provision_json(corpus, p));
    return document(envelope, {{"provisions", std::move(out)}});
}

std::string show_json(const Corpus& corpus, const Envelope& envelope, const Instrument& instrument, const std::vector<Pinned>& provisions) {
    Json out = instrument_json(instrument);
    out["provisions"] = Json::array();
    for (const auto& p : provisions) out["provisions"].push_back(named(corpus, p));
    return document(envelope, std::move(out));
}

std::string show_json(const Envelope& envelope, const Party& party) {
    return document(envelope, party_json(party));
}

std::string problems_json(const Envelope& envelope, std::size_t files, const std::vector<Problem>& problems) {
    Json out = Json::array();
    for (const auto& p : problems)
        out.push_back({{"file", p.at.file}, {"line", p.at.line}, {"column", p.at.column}, {"code", p.code}, {"what", p.what}, {"advice", p.advice}});
    return document(envelope, {{"files", files}, {"problems", std::move(out)}});
}

}  // namespace lacuna
