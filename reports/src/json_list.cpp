// What is listed and shown: instruments, provisions, parties, mappings and words.

#include "json_parts.hpp"
#include "lacuna/drift.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

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
    for (const auto& r : p.relations) relations.push_back({{"kind", word(r.kind)}, {"party", r.party}, {"from", r.from ? Json(to_string(*r.from)) : Json(nullptr)}, {"until", r.until ? Json(to_string(*r.until)) : Json(nullptr)}, {"revocable_by", r.revocable_by}});
    Json classes = Json::array();
    for (const auto& c : p.classes) classes.push_back({{"class", c.name}, {"how", word(c.how)}, {"from", c.from ? Json(to_string(*c.from)) : Json(nullptr)}, {"grade", word(c.provenance.grade.value_or(Grade::unchecked))}});
    return {{"id", p.id}, {"name", plain(p.name)}, {"kind", p.kind}, {"jurisdiction", p.jurisdiction}, {"relations", std::move(relations)}, {"in_class", std::move(classes)}};
}

Json mapping_json(const DriftRow& row) {
    const auto ends = [&](bool source) {
        Json out = Json::array();
        for (const auto& e : row.ends)
            if (e.source == source) out.push_back({{"ref", e.end->ref}, {"state", word(e.state)}, {"reason", e.reason}});
        return out;
    };
    const auto& m = *row.mapping;
    Json out{{"id", row.set->id + "/" + m.id}, {"relation", word(m.relation)}, {"strength", m.strength ? Json(*m.strength) : Json(nullptr)}, {"state", word(row.state)}};
    out["sources"] = ends(true);
    out["targets"] = ends(false);
    out["rationale"] = m.rationale.empty() ? "" : m.rationale.front().value;
    return out;
}

Json mappings_json(const Corpus& corpus, const std::optional<Scope>& scope, Day on) {
    Json out = Json::array();
    for (const auto& row : mappings_of(corpus, scope, on)) out.push_back(mapping_json(row));
    return out;
}

}  // namespace

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
        case Listing::mappings: out = mappings_json(corpus, scope, envelope.on); break;
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

}  // namespace lacuna
