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
    out["applies_from"] = or_null(e.standing.first_day);
    return out;
}

}  // namespace

std::string agenda_json(const Corpus& corpus, const Envelope& envelope, const Agenda& a) {
    Json entries = Json::array();
    for (const auto& e : a.entries) entries.push_back(entry_json(corpus, e));
    return document(envelope, {{"of", a.scope.text}, {"narrowed", a.scope.narrowed.empty() ? Json(nullptr) : Json(a.scope.narrowed)}, {"notes", a.scope.notes}, {"due", std::move(entries)}});
}

}  // namespace lacuna
