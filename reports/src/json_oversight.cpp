#include "json_parts.hpp"
#include "lacuna/hands.hpp"
#include "reports/oversight.hpp"

namespace lacuna {
namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}
template <class E>
Json word_or_null(const std::optional<E>& value) {
    return value ? Json(word(*value)) : Json(nullptr);
}

/// Null for a figure: there is no capture set at all.
Json figure_json(const IndependenceFigure& f) { return {{"least", or_null(f.least)}, {"most", or_null(f.most)}}; }

Json law_json(const Corpus& corpus, const LegalHold& h) {
    const auto& terms = h.cell.terms;
    Json out;
    out["power"] = named(corpus, h.power);
    out["guards"] = named(corpus, h.guarded);
    out["function"] = word(h.cell.function);
    out["party"] = h.cell.party.empty() ? Json(nullptr) : Json(h.cell.party);
    out["reach"] = word_or_null(terms.reach);
    out["when"] = word_or_null(terms.when);
    out["discretion"] = word_or_null(terms.discretion);
    out["needs"] = terms.needs;
    out["over"] = h.cell.over;
    out["by_filing"] = h.hardening;
    out["outside"] = h.outside;
    out["counts"] = h.counts();
    out["partial"] = h.partial;
    return out;
}

Json pen_json(const Corpus& corpus, const Pen& pen, const std::vector<Flag>& flags) {
    Json functions = Json::object(), captures = Json::array(), law = Json::array();
    for (const Function f : all_values<Function>()) functions[std::string(word(f))] = {{"seat", word(pen.seat(f))}, {"holders", holders(corpus, corpus.cell(pen.rule.node, pen.rule.version, f), pen.bearer)}};
    if (pen.captures)
        for (const auto& c : *pen.captures) captures.push_back(c);
    for (const auto& h : pen.law) law.push_back(law_json(corpus, h));
    Json out;
    out["of"] = named(corpus, pen.rule);
    out["functions"] = std::move(functions);
    out["capture_sets"] = pen.captures ? std::move(captures) : Json(nullptr);
    out["independence"] = {{"who_must_act", figure_json(pen.who_must)}, {"who_may_act", figure_json(pen.who_may)}};
    out["law"] = std::move(law);
    out["flags"] = Json::array();
    for (const Flag f : flags) out["flags"].push_back(word(f));
    return out;
}

Json sets_json(const Coalitions& sets) {
    Json out = Json::array();
    for (const auto& c : sets) out.push_back(c);
    return out;
}

Json changes_json(const Corpus& corpus, const std::vector<PenChange>& changes) {
    Json out = Json::array();
    for (const auto& c : changes) {
        Json one;
        one["of"] = named(corpus, c.rule);
        one["broken"] = sets_json(c.broken);
        one["remaining"] = sets_json(c.remaining);
        one["added"] = sets_json(c.added);
        one["not_computed"] = c.not_computed;
        one["independence_before"] = {{"who_must_act", figure_json(c.must_before)}, {"who_may_act", figure_json(c.may_before)}};
        one["independence_after"] = {{"who_must_act", figure_json(c.must_after)}, {"who_may_act", figure_json(c.may_after)}};
        out.push_back(std::move(one));
    }
    return out;
}

Json limits_json(const Corpus& corpus, const PenAnswer& answer) {
    Json out = Json::array();
    for (const auto& l : limits_addressed(corpus, answer))
        out.push_back({{"document", l.document->id + "@" + l.document->versions[static_cast<std::size_t>(l.version)].id}, {"commitments", l.seen_only_by_bearer}, {"addressed", l.addressed}, {"passed_over", l.passed_over}});
    return out;
}

Json hardenings_json(const Corpus& corpus, const PenAnswer& answer) {
    Json out = Json::array();
    for (const auto& h : hardenings(corpus, answer))
        out.push_back({{"document", h.document->id}, {"duty", named(corpus, h.duty)}, {"enforced_under", named(corpus, h.enforced.power)}, {"by", h.enforced.cell.party}, {"bearer_can_change_it", h.amends == Hand::inside}, {"commitments", h.rules}});
    return out;
}

}  // namespace

std::string oversight_json(const Corpus& corpus, const Envelope& envelope, const PenAnswer& answer, const std::vector<PenChange>* changes) {
    Json commitments = Json::array();
    // the assessment has one gap for each, in the same order
    for (std::size_t i = 0; i < answer.pens.size(); ++i) commitments.push_back(pen_json(corpus, answer.pens[i], answer.by_law.targets[i].flags));
    Json result;
    result["of"] = scope_json(answer.by_law.question.of);
    result["law"] = scope_json(answer.by_law.question.by);
    result["developer"] = or_null(answer.by_law.developer);
    result["independence_rule"] = word(answer.rule);
    result["duties_of_others_left_out"] = answer.by_law.others;
    result["hardened"] = hardenings_json(corpus, answer);
    result["limits_of_evaluation"] = limits_json(corpus, answer);
    result["commitments"] = std::move(commitments);
    if (changes != nullptr) result["changes"] = changes_json(corpus, *changes);
    return document(envelope, std::move(result));
}

}  // namespace lacuna
