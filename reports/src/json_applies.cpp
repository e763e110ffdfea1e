#include "json_parts.hpp"
#include "lacuna/words.hpp"
#include "reports/applies.hpp"

namespace lacuna {
namespace {

Json essential_json(const std::vector<EssentialFact>& facts) {
    Json out = Json::array();
    for (const auto& e : facts) out.push_back({{"fact", e.fact}, {"asks", e.words}});
    return out;
}

Json holds_json(const Holds& h) {
    Json cuts = Json::array();
    for (const auto& s : h.short_cuts) cuts.push_back({{"facts", s.facts}, {"answer", s.yes ? "yes" : "no"}});
    return {{"answer", word(h.holding)}, {"essential", essential_json(h.essential)}, {"short_cuts", std::move(cuts)}, {"assumed", h.assumed}, {"unfinished", h.unfinished}};
}

template <class T>
Json day_or_null(const std::optional<T>& d) {
    return d ? Json(to_string(*d)) : Json(nullptr);
}

Json answer_json(Answer a) { return a == Answer::yes ? "yes" : a == Answer::no ? "no" : "undetermined"; }

Json class_json(const Corpus& corpus, const ClassAnswer& c) {
    Json rules = Json::array();
    for (const auto& r : c.rules) rules.push_back({{"rule", named(corpus, {r.node, r.version, false})}, {"holds", holds_json(r.holds)}});
    Json member = nullptr;
    if (c.member != nullptr) member = {{"how", word(c.member->how)}, {"from", c.member->from ? Json(to_string(*c.member->from)) : Json(nullptr)}, {"grade", word(c.member->provenance.grade.value_or(Grade::unchecked))}};
    return {{"class", c.name}, {"name", bearer_name(corpus, c.name)}, {"holds", holds_json(c.holds)}, {"rules", std::move(rules)}, {"member", std::move(member)}};
}

Json enforcement_json(const Corpus& corpus, const Enforcement& e) {
    Json by = Json::array();
    for (const auto& b : e.by) by.push_back({{"party", b.party}, {"sanction", corpus.ref(b.sanction)}, {"cite", corpus.cite(b.sanction)}, {"now", answer_json(b.now)}, {"condition", b.condition}});
    return {{"now", answer_json(e.now)}, {"by", std::move(by)}, {"from", day_or_null(e.from)}, {"reason", e.reason}};
}

Json duty_json(const Corpus& corpus, const DutyAnswer& d) {
    Json clocks = Json::array();
    for (const auto& c : d.clocks)
        clocks.push_back({{"clock", in_words(corpus, *c.clock)}, {"kind", word(c.clock->kind)}, {"earliest", day_or_null(c.due.earliest)}, {"latest", day_or_null(c.due.latest)}, {"words", c.due.words}, {"counted", c.due.counted}, {"doubts", c.due.doubts}});
    Json out;
    out["provision"] = named(corpus, d.provision);
    out["bearer"] = corpus.bearer(d.provision.node);
    out["answer"] = word(d.answer);
    out["holds"] = holds_json(d.holds);
    out["events"] = d.events;
    out["since"] = day_or_null(d.since);
    out["from"] = day_or_null(d.from);
    out["open"] = essential_json(d.open);
    out["time"] = d.time;
    out["enforcement"] = enforcement_json(corpus, d.enforcement);
    out["clocks"] = std::move(clocks);
    return out;
}

Json regime_json(const Corpus& corpus, const Regime& r) {
    Json out;
    out["instrument"] = r.instrument->id;
    out["version"] = r.instrument->versions[static_cast<std::size_t>(r.version)].id;
    out["status"] = r.status ? Json(word(*r.status)) : Json(nullptr);
    out["supposed"] = r.supposed;
    for (const auto a : {Applicability::applies, Applicability::presumed, Applicability::on_event, Applicability::later, Applicability::undetermined, Applicability::no}) out["counts"][std::string(word(a))] = r.count(a);
    out["classes"] = Json::array();
    for (const auto& c : r.classes) out["classes"].push_back(class_json(corpus, c));
    out["duties"] = Json::array();
    for (const auto& d : r.duties) out["duties"].push_back(duty_json(corpus, d));
    out["powers"] = Json::array();
    for (const auto& p : r.powers) out["powers"].push_back({{"provision", named(corpus, p.provision)}, {"reaches", word(p.reaches)}, {"applies", answer_json(p.standing.applies)}, {"from", day_or_null(p.standing.first_day)}});
    return out;
}

Json witness_json(const std::optional<TriggerRelation::Witness>& w) {
    if (!w) return nullptr;
    return {{"case", w->words}, {"certain", w->certain}, {"other_does_not_because", w->not_because}};
}

}  // namespace

std::string applies_json(const Corpus& corpus, const Envelope& envelope, const AppliesAnswer& answer) {
    Json out;
    out["assumed"] = answer.assumed;
    out["notes"] = answer.notes;
    out["regimes"] = Json::array();
    for (const auto& r : answer.regimes) out["regimes"].push_back(regime_json(corpus, r));
    out["headroom"] = Json::array();
    for (const auto& h : answer.headroom)
        out["headroom"].push_back({{"fact", h.fact}, {"threshold", h.threshold}, {"rule", named(corpus, {h.rule, h.version, false})}, {"passed", answer_json(h.passed)}, {"known", h.known}, {"times", h.times}});
    out["open"] = Json::array();
    for (const auto& [fact, n] : answer.open) out["open"].push_back({{"fact", fact.fact}, {"asks", fact.words}, {"duties", n}});
    return document(envelope, std::move(out));
}

std::string compare_json(const Corpus& corpus, const Envelope& envelope, const Pinned& first, const Pinned& second, const TriggerRelation& r) {
    Json out;
    out["first"] = named(corpus, first);
    out["second"] = named(corpus, second);
    out["relation"] = r.first_empty || r.second_empty ? Json(nullptr) : Json(to_string(r.mask));
    out["first_empty"] = r.first_empty;
    out["second_empty"] = r.second_empty;
    out["only_first"] = witness_json(r.first_only);
    out["only_second"] = witness_json(r.second_only);
    out["both"] = witness_json(r.both);
    out["unfinished"] = r.unfinished;
    return document(envelope, std::move(out));
}

}  // namespace lacuna
