#include "json_parts.hpp"
#include "lacuna/words.hpp"
#include "reports/calendar.hpp"

namespace lacuna {
namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(to_string(*value)) : Json(nullptr);
}

std::string_view answer(Answer a) { return a == Answer::yes ? "yes" : a == Answer::no ? "no" : "undetermined"; }

Json moments(const std::vector<CountedFrom>& all) {
    Json out = Json::array();
    for (const auto& f : all) out.push_back({{"event", f.event}, {"anchor", word(f.anchor)}, {"first", or_null(f.when.first)}, {"last", or_null(f.when.last)}});
    return out;
}

Json entry_json(const Corpus& corpus, const Entry& e) {
    Json out;
    out["of"] = named(corpus, e.provision);
    out["bearer"] = corpus.bearer(e.provision.node);
    out["clock"] = {{"kind", word(e.clock->kind)}, {"label", e.clock->label}, {"words", in_words(corpus, *e.clock)}};
    out["says"] = word(e.kind);
    out["limit"] = or_null(e.limit);
    out["at_the_latest"] = e.at_the_latest;
    out["passed"] = answer(e.passed);
    out["earliest"] = or_null(e.due.earliest);
    out["latest"] = or_null(e.due.latest);
    out["words"] = e.due.words;
    out["repeats_days"] = e.due.repeats ? Json(e.due.repeats->days) : Json(nullptr);
    out["counted"] = e.due.counted;
    out["counted_from"] = moments(e.due.from);
    out["missing"] = moments(e.due.missing);
    out["doubts"] = e.due.doubts;
    out["applies"] = answer(e.standing.applies);
    out["applies_reason"] = e.standing.reason;
    out["applies_from"] = or_null(e.asked && e.asked->from ? e.asked->from : e.standing.first_day);
    out["applicability"] = e.asked ? Json(word(e.asked->answer)) : Json(nullptr);
    out["turns_on"] = Json::array();
    if (e.if_it_applies())
        for (const auto& f : e.asked->open) out["turns_on"].push_back({{"fact", f.fact}, {"asks", f.words}});
    return out;
}

}  // namespace

std::string agenda_json(const Corpus& corpus, const Envelope& envelope, const Agenda& a) {
    Json entries = Json::array();
    for (const auto& e : a.entries) entries.push_back(entry_json(corpus, e));
    const auto& scope = a.question.scope;
    Json out{{"of", scope.text}, {"narrowed", scope.narrowed.empty() ? Json(nullptr) : Json(scope.narrowed)}, {"notes", scope.notes}};
    out["applicability_asked"] = a.asked;
    out["left_out"] = a.left_out;
    out["due"] = std::move(entries);
    return document(envelope, out);
}

}  // namespace lacuna
