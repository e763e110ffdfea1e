// Situations, and the words that they are written with.

#include <algorithm>
#include <set>

#include "json_parts.hpp"
#include "lacuna/questionnaire.hpp"

namespace lacuna {
namespace {

Json fact_json(const Fact& f) {
    Json out{{"id", f.id}, {"name", plain(f.name)}, {"about", word(f.about)}, {"kind", word(f.kind)}, {"units", f.units}, {"per_year", f.per_year}};
    out["values"] = Json::array();
    for (const auto& v : f.values) out["values"].push_back(v.id);
    out["default"] = f.default_value ? Json(*f.default_value ? "yes" : "no") : Json(nullptr);
    out["example"] = example(f);
    return out;
}

Json event_json(const Event& e) {
    return {{"id", e.id}, {"name", plain(e.name)}, {"act", e.act}, {"as_of", e.as_of ? Json(to_string(*e.as_of)) : Json(nullptr)}, {"on_day", e.on_day}, {"not_after", e.not_after}, {"example", example(e)}};
}

Json class_json(const Corpus& corpus, const Class& c) {
    std::set<std::string> rules;
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n)
        if (corpus.provision(n).norm == Norm::classification && corpus.provision(n).into == c.id) rules.insert(corpus.ref(n));
    return {{"id", c.id}, {"name", plain(c.name)}, {"within", c.within}, {"rules", rules}};
}

Json tests_json(const Corpus& corpus, const std::optional<Scope>& scope) {
    Json out = Json::array();
    for (const auto& t : tests_asked(corpus)) {
        std::set<std::string> refs;
        for (const NodeNo n : t.in)
            if (!scope || std::any_of(scope->provisions.begin(), scope->provisions.end(), [&](const Pinned& p) { return p.node == n; })) refs.insert(corpus.ref(n));
        if (!refs.empty()) out.push_back({{"id", t.id}, {"words", t.words}, {"facts", t.names}, {"asked_by", refs}});
    }
    return out;
}

Json situation_json(const Situation& s) {
    Json out{{"id", s.id}, {"developer", s.developer}, {"model", s.model}};
    out["facts"] = Json::array();
    for (const auto& k : s.facts) {
        Json fact{{"fact", to_fact(k)}, {"grade", k.provenance.grade ? Json(word(*k.provenance.grade)) : Json(nullptr)}, {"source", k.provenance.source}, {"locator", k.provenance.locator}};
        fact["notes"] = Json::array();
        for (const auto& t : k.note) fact["notes"].push_back(t.value);
        out["facts"].push_back(std::move(fact));
    }
    out["sources"] = Json::array();
    for (const auto& src : s.sources) out["sources"].push_back({{"id", src.id}, {"title", plain(src.title)}, {"url", src.url}});
    out["notes"] = Json::array();
    for (const auto& t : s.note) out["notes"].push_back(t.value);
    return out;
}

}  // namespace

Json fact_words_json(const Corpus& corpus, Listing what, const std::optional<Scope>& scope) {
    if (what == Listing::tests) return tests_json(corpus, scope);
    Json out = Json::array();
    if (what == Listing::facts)
        for (const auto& f : corpus.vocabulary().facts) out.push_back(fact_json(f));
    if (what == Listing::events)
        for (const auto& e : corpus.vocabulary().events) out.push_back(event_json(e));
    if (what == Listing::classes)
        for (const auto& c : corpus.vocabulary().classes) out.push_back(class_json(corpus, c));
    if (what == Listing::situations)
        for (const auto& s : corpus.data().situations) out.push_back(situation_json(s));
    return out;
}

std::string show_json(const Envelope& envelope, const Situation& situation) { return document(envelope, situation_json(situation)); }

}  // namespace lacuna
