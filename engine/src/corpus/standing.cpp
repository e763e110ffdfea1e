#include "lacuna/standing.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/hands.hpp"
#include "lacuna/words.hpp"

namespace lacuna {

std::optional<Status> status_on(const Instrument& in, Day on) {
    const StatusPeriod* latest = nullptr;
    for (const auto& s : in.status)
        if (s.from && s.from->last <= on && (!s.until || on <= s.until->first) && (latest == nullptr || s.from->last >= latest->from->last)) latest = &s;
    return latest == nullptr ? std::nullopt : std::optional(latest->value);
}

std::optional<int> version_on(const Instrument& in, Day on) {
    std::optional<int> out;
    for (std::size_t i = 0; i < in.versions.size(); ++i)
        if (in.versions[i].in_force_from && in.versions[i].in_force_from->last <= on) out = static_cast<int>(i);
    return out;
}

std::optional<int> version_beside(const Corpus& corpus, NodeNo other, NodeNo n, int version, Day on) {
    const auto& node = corpus.node(other);
    const auto v = node.instrument == corpus.node(n).instrument ? std::optional(version) : version_on(*node.instrument, on);
    return v && node.first_version <= *v && *v <= node.last_version ? v : std::nullopt;
}

namespace {

/// The day on which everything that must have come will have come; nothing where a part of it depends on what has not happened.
std::optional<Day> first_day(const Corpus& corpus, NodeNo n, int version, Day on, Triggers* triggers) {
    const auto& in = *corpus.node(n).instrument;
    std::optional<Day> out;
    const auto later = [&](Day d) {
        if (d > on && (!out || d > *out)) out = d;
    };
    if (status_on(in, on) != Status::in_force) {
        std::optional<Day> begins;
        for (const auto& s : in.status)
            if (s.value == Status::in_force && s.from && s.from->first > on && (!begins || s.from->last < *begins)) begins = s.from->last;
        if (!begins) return std::nullopt;
        later(*begins);
    }
    if (const auto& from = in.versions[static_cast<std::size_t>(version)].in_force_from) later(from->last);
    for (const auto kind : {DateKind::in_force_from, DateKind::applies_from}) {
        const auto date = corpus.date(n, kind);
        if (date.computed != nullptr && (triggers == nullptr || triggers->has_come(date).holding != Holding::yes)) return std::nullopt;
        if (date.computed == nullptr && date.fixed) later(date.fixed->last);
    }
    return out;
}

/// Will the instrument be in force on a later day, as its periods say?
bool will_be_in_force(const Instrument& in, Day on) {
    return std::any_of(in.status.begin(), in.status.end(), [&](const StatusPeriod& s) { return s.value == Status::in_force && s.from && s.from->first > on; });
}

/// What a date of a provision says about the day: has it come?
std::optional<TimeStanding> not_come(const Corpus& corpus, const KnownDate& date, Day on, std::string_view verb, Triggers* triggers) {
    if (date.computed != nullptr && triggers != nullptr) {
        const auto come = triggers->has_come(date).holding;
        if (come == Holding::yes) return std::nullopt;
        if (come == Holding::no) return TimeStanding{Answer::no, fmt::format("not yet: it {} from {}", verb, in_words(corpus, date)), std::nullopt, true};
    }
    if (date.computed != nullptr) return TimeStanding{Answer::undetermined, fmt::format("the date from which it {} depends on an event", verb), std::nullopt, false};
    if (!date.fixed) return std::nullopt;
    switch (has_come(*date.fixed, on)) {
        case Answer::yes: return std::nullopt;
        case Answer::no: return TimeStanding{Answer::no, fmt::format("not yet: it {} from {}", verb, in_words(*date.fixed)), date.fixed->last, true};
        case Answer::undetermined: break;
    }
    return TimeStanding{Answer::undetermined, fmt::format("the date from which it {} is known only as {}", verb, in_words(*date.fixed)), std::nullopt, false};
}

/// Why an instrument has no status on a day.
std::string no_status(const Instrument& in, Day on) {
    std::optional<DayRange> first;
    for (const auto& s : in.status)
        if (s.from && (!first || s.from->first < first->first)) first = s.from;
    if (first && on < first->last) return fmt::format("not yet: {} has no status before {}", in.name(), in_words(*first));
    return fmt::format("no status of {} is recorded for this date", in.name());
}

}  // namespace

namespace {

TimeStanding standing_by_dates(const Corpus& corpus, NodeNo n, int version, Day on, Triggers* triggers) {
    const auto& in = *corpus.node(n).instrument;
    const auto& v = in.versions[static_cast<std::size_t>(version)];
    const auto status = status_on(in, on);
    if (!status) return {Answer::no, no_status(in, on), std::nullopt, will_be_in_force(in, on)};
    if (*status != Status::in_force) return {Answer::no, fmt::format("{} is {}, not in force, on this date", in.name(), word(*status)), std::nullopt, will_be_in_force(in, on)};
    for (const auto& s : in.status)
        if (s.value != Status::in_force && s.from && has_come(*s.from, on) == Answer::undetermined)
            return {Answer::undetermined, fmt::format("{} may already be {}: since a day {}", in.name(), word(s.value), in_words(*s.from)), std::nullopt, false};
    if (const auto late = not_come(corpus, {v.in_force_from, nullptr}, on, "stands", triggers)) return *late;
    if (const auto current = version_on(in, on); current && *current > version) {
        const auto& next = in.versions[static_cast<std::size_t>(version) + 1];
        return {Answer::no, fmt::format("no longer: version {} was replaced on {}", v.id, next.in_force_from ? in_words(*next.in_force_from) : "a later day"), std::nullopt, false};
    }
    if (const auto next = static_cast<std::size_t>(version) + 1; next < in.versions.size() && in.versions[next].in_force_from && has_come(*in.versions[next].in_force_from, on) != Answer::no)
        return {Answer::undetermined, fmt::format("version {} may have replaced it already: it stands from a day {}", in.versions[next].id, in_words(*in.versions[next].in_force_from)), std::nullopt, false};
    if (const auto late = not_come(corpus, corpus.date(n, DateKind::in_force_from), on, "is in force", triggers)) return *late;
    if (const auto late = not_come(corpus, corpus.date(n, DateKind::applies_from), on, "applies", triggers)) return *late;
    return {Answer::yes, "it applies on this date", std::nullopt, false};
}

}  // namespace

TimeStanding time_standing(const Corpus& corpus, NodeNo n, int version, Day on, Triggers* triggers) {
    auto out = standing_by_dates(corpus, n, version, on, triggers);
    // the first obstacle named need not be the last to fall
    if (out.to_come) out.first_day = first_day(corpus, n, version, on, triggers);
    return out;
}

Answer punishable(const Corpus& corpus, NodeNo n, NodeNo sanction, int sanction_version, Triggers* triggers) {
    const Id &who = corpus.bearer(sanction), &bearer = corpus.bearer(n);
    if (corpus.class_of(who) == nullptr || who == "anyone" || corpus.within(bearer, who)) return Answer::yes;
    if (triggers != nullptr && corpus.within(who, "developer")) {
        switch (triggers->in_class(who, sanction, sanction_version).holding) {
            case Holding::yes: return Answer::yes;
            case Holding::no: return Answer::no;
            case Holding::presumed:
            case Holding::undetermined: return Answer::undetermined;
        }
    }
    // of those who bear the duty only some can be punished
    return Answer::no;
}

Answer enforceable(const Corpus& corpus, NodeNo n, int version, Day on, Triggers* triggers) {
    const auto sanctions = corpus.sanctions(n);
    const auto bites = [&](const Corpus::Sanctioned& s) {
        const auto& in = *corpus.node(s.sanction).instrument;
        const auto v = &in == corpus.node(n).instrument ? std::optional(version) : version_on(in, on);
        if (!v || punishable(corpus, n, s.sanction, *v, triggers) != Answer::yes || time_standing(corpus, s.sanction, *v, on, triggers).applies != Answer::yes) return false;
        if (not_come(corpus, corpus.date(s.sanction, DateKind::enforceable_from), on, "is enforceable", triggers)) return false;
        if (triggers == nullptr || (!corpus.trigger(s.sanction) && corpus.exemptions(s.sanction).empty())) return true;
        for (const NodeNo e : corpus.exemptions(s.sanction))
            if (!corpus.trigger(e)) return false;
        // fault and the like belong to every breach; what the model or the developer is must be known
        const auto open = triggers->holds(s.sanction, *v);
        return open.holding == Holding::yes || (open.holding == Holding::undetermined && !open.unfinished && !turns_on_facts(open));
    };
    if (std::none_of(sanctions.begin(), sanctions.end(), bites)) return Answer::no;
    if (const auto applies = time_standing(corpus, n, version, on, triggers).applies; applies != Answer::yes) return applies;
    const auto late = not_come(corpus, corpus.date(n, DateKind::enforceable_from), on, "is enforceable", triggers);
    return late ? late->applies : Answer::yes;
}

}  // namespace lacuna
