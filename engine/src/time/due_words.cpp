#include "time/due_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace lacuna {
namespace {

const Event* event_of(const Corpus& corpus, const Id& id) {
    const auto& events = corpus.vocabulary().events;
    const auto it = std::find_if(events.begin(), events.end(), [&](const Event& e) { return e.id == id; });
    return it == events.end() ? nullptr : &*it;
}

}  // namespace

std::string event_name(const Corpus& corpus, const Id& id) {
    const auto* event = event_of(corpus, id);
    return event == nullptr ? id : plain(event->name);
}

std::string idle_words(const Corpus& corpus, const Id& id, bool assumed) {
    if (!assumed) return fmt::format("It has not happened: {}.", event_name(corpus, id));
    const auto& as_of = event_of(corpus, id)->as_of;
    return fmt::format("Assumed not to have happened{}: {}.", as_of ? fmt::format(" (none was found until {})", in_words(as_of->last)) : "", event_name(corpus, id));
}

std::string unknown_words(const Corpus& corpus, const CountedFrom& from) {
    const std::string what = fmt::format("The {} of: {}", word(from.anchor), event_name(corpus, from.event));
    const auto& [first, last] = from.when;
    if (first && last) return fmt::format("{}; known only to lie between {} and {}.", what, in_words(*first), in_words(*last));
    if (first) return fmt::format("{}; not given. It cannot be before {}, but it may be later, and this date with it.", what, in_words(*first));
    if (last) return fmt::format("{}; not given. It was on {} at the latest, but it may have been earlier, and this date with it.", what, in_words(*last));
    return fmt::format("{}; not given.", what);
}

std::vector<std::string> counting_doubts(ClockKind kind, const Period& p, const Moment& from, const CountingRule* rule) {
    if (p.amount == 0) return {};
    if (p.unit == TimeUnit::business_day) return {fmt::format("Business days are Monday to Friday; a public holiday among them would make it {}.", p.side == Side::before ? "earlier" : "later")};
    if (p.side == Side::before) return {};
    if (p.unit == TimeUnit::hour) {
        const auto ends = ends_of(p, from, rule);
        if (!from.time || ends.first == ends.last) return {};
        return {"Hours run on through weekends; whether these lengthen the period is doubtful, and not counted on."};
    }
    if (rule == nullptr) return {"No rule of counting is known for this text; some rules move an end on a weekend or a public holiday to the next working day."};
    std::vector<std::string> out;
    if (rule->grade == Grade::unchecked) out.emplace_back("The rule of counting is not checked; a move to a working day is not counted on.");
    const bool act = kind == ClockKind::deadline || kind == ClockKind::recurring;
    out.emplace_back(act ? "May be later if that day is a public holiday." : "Later if that day is a public holiday.");
    return out;
}

}  // namespace lacuna
