// Unknowns and their values in plain English.

#include <algorithm>

#include <fmt/format.h>

#include "trigger/decide.hpp"
#include "lacuna/words.hpp"
#include "model/plain_words.hpp"

namespace lacuna {
namespace {

std::string spaced(std::string id) {
    std::replace(id.begin(), id.end(), '-', ' ');
    return id;
}

std::string without_stop(std::string s) {
    if (s.ends_with('.')) s.pop_back();
    return s;
}

std::string seen_by(const Interpretation& in, const Unknown& u) {
    if (u.view.empty()) return "";
    if (u.view == std::vector<Id>{"expected"}) return "known to come: ";
    std::vector<std::string> names;
    for (const auto& id : u.view) names.push_back(bearer_name(in.corpus(), id));
    return "as judged by " + join(names, " and ") + ": ";
}

/// What a truth value says.
std::string statement(const Interpretation& in, const Unknown& u, bool so) {
    Condition c;
    c.fact = u.name;
    c.name = u.name;
    c.words = u.words;
    const auto as = [&](ConditionKind kind) {
        c.kind = kind;
        return condition_words(in.corpus(), c, so);
    };
    switch (u.kind) {
        case UnknownKind::member:
            c.value = u.detail;
            return as(ConditionKind::includes);
        case UnknownKind::level:
            c.scheme = u.detail;
            c.level = u.name;
            return as(ConditionKind::reaches);
        case UnknownKind::event: return as(ConditionKind::event);
        case UnknownKind::in_class: return as(ConditionKind::in_class);
        case UnknownKind::test: return as(ConditionKind::test);
        case UnknownKind::flag: return as(ConditionKind::is);
        case UnknownKind::exception: return fmt::format("the exception {} ({})", so ? "applies" : "does not apply", without_stop(u.words));
        case UnknownKind::rebuttal: return fmt::format("the presumption is {}rebutted ({})", so ? "" : "not ", u.words);
        case UnknownKind::standing: return fmt::format("the day has {}come: {}", so ? "" : "not ", u.words);
        case UnknownKind::quantity:
        case UnknownKind::day: break;
    }
    return spaced(u.name);
}

std::string value_words(const Unknown& u, const logic::Rational& value) {
    if (u.kind == UnknownKind::day) {
        const auto days = boost::multiprecision::numerator(value) / boost::multiprecision::denominator(value);
        return in_words(Day{std::chrono::days(days.convert_to<int>())});
    }
    // cut only what has no end, and then say so: a number in a sentence must not be another than the one that was compared
    const auto full = logic::decimal(value, 40);
    const std::string number = logic::rational(full) == value ? full.pretty() : "about " + logic::decimal(value, 6).pretty();
    return number + (u.unit == "x" || u.unit.empty() ? u.unit : " " + u.unit);
}

}  // namespace

std::string subject_words(const Interpretation& in, VarNo v) {
    const auto& u = in.unknown(v);
    if (u.kind == UnknownKind::day && u.name.starts_with("event:"))
        return seen_by(in, u) + fmt::format("day{} of: {}", u.detail == "occurrence" || u.detail.empty() ? "" : " of " + u.detail, name_in(in.corpus().vocabulary().events, u.name.substr(6)));
    return seen_by(in, u) + spaced(u.name) + (u.year ? fmt::format(" of {}", *u.year) : "");
}

std::string question_words(const Interpretation& in, VarNo v) {
    const auto& u = in.unknown(v);
    if (u.kind == UnknownKind::quantity) return subject_words(in, v) + (u.unit.empty() ? "" : ", in " + u.unit);
    if (u.kind == UnknownKind::day) return subject_words(in, v) + ", as a day";
    return "whether " + seen_by(in, u) + statement(in, u, true);
}

std::string truth_words(const Interpretation& in, VarNo v, bool value) {
    const auto& u = in.unknown(v);
    return seen_by(in, u) + statement(in, u, value);
}

std::string assumption_words(const Interpretation& in, VarNo v, bool value) {
    const auto& u = in.unknown(v);
    const auto& events = in.corpus().vocabulary().events;
    const auto event = std::find_if(events.begin(), events.end(), [&](const Event& e) { return u.kind == UnknownKind::event && e.id == u.name; });
    const std::string fact = " [" + u.fact_name() + "]";
    if (event == events.end()) return truth_words(in, v, value) + fact;
    return fmt::format("not done, as far as was known{}: {}{}", event->as_of ? " on " + in_words(*event->as_of) : "", inner(plain(event->name)), fact);
}

std::string number_words(const Interpretation& in, VarNo v, const logic::Rational& value) {
    const auto& u = in.unknown(v);
    return fmt::format("{} {} {}", subject_words(in, v), u.kind == UnknownKind::day ? "on" : "is", value_words(u, value));
}

std::string range_words(const Interpretation& in, VarNo v, const std::optional<logic::Rational>& low, bool low_open, const std::optional<logic::Rational>& high, bool high_open) {
    const auto& u = in.unknown(v);
    const bool day = u.kind == UnknownKind::day;
    const std::string subject = subject_words(in, v);
    if (low && high && *low == *high) return fmt::format("{} {}{}", subject, day ? "on " : "exactly ", value_words(u, *low));
    std::vector<std::string> parts;
    // zero is where quantities begin: "at least 0" says nothing
    if (low && (day || *low != 0 || low_open)) parts.push_back((day ? low_open ? "after " : "on or after " : low_open ? "more than " : "at least ") + value_words(u, *low));
    if (high) parts.push_back((day ? high_open ? "before " : "on or before " : high_open ? "less than " : "at most ") + value_words(u, *high));
    return subject + " " + (parts.empty() ? "whatever" : join(parts, " and "));
}

}  // namespace lacuna
