#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "reports/calendar.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

std::string clock_label(const Clock& c) { return c.label.empty() ? "" : fmt::format(" ({})", c.label); }

/// "Act by 8 October 2026 (passed)".
std::string title(const Entry& e) {
    const auto when = in_words(*e.limit);
    if (e.kind == DueKind::in_words) return if_at_all(e, fmt::format("From {}: {}", when, e.due.words));
    return fmt::format("{} {}{}", if_at_all(e, limit_words(e)), when, e.passed == Answer::yes ? " (passed)" : e.passed == Answer::undetermined ? " (may have passed)" : "");
}

std::string entry(const Corpus& corpus, const Entry& e, const TextStyle& style) {
    const NodeNo n = e.provision.node;
    std::string out = heading(title(e), style);
    out += field("what", plain(corpus.provision(n).summary));
    out += field("who", bearer_name(corpus, corpus.bearer(n)));
    out += field("cite", corpus.cite(n) + clock_label(*e.clock));
    out += field("counted", e.due.counted);
    if (const auto words = interval_words(e); !words.empty()) out += field("but", words);
    if (e.standing.applies == Answer::undetermined) out += field("but", "whether it applies: " + e.standing.reason);
    if (const auto words = applies_words(e); !words.empty()) out += field(e.if_it_applies() ? "whether" : "but", words);
    for (const auto& d : e.due.doubts) out += field("note", d);
    for (const auto& o : missing_options(e.due)) out += field("give", o);
    return out;
}

/// From when it will apply: by the dates of the law, or of this model.
std::string first_day_words(const Entry& e) {
    const auto from = e.standing.applies == Answer::no ? e.standing.first_day : e.asked ? e.asked->from : std::nullopt;
    if (from) return "from " + in_words(*from);
    return e.standing.applies == Answer::no || !e.asked ? e.standing.reason : e.asked->time;
}

/// What has no date: one paragraph each.
std::string rest(const Corpus& corpus, const Agenda& a, DueKind kind, std::string_view name, const TextStyle& style) {
    std::string out;
    for (const auto& e : a.entries) {
        if (e.kind != kind) continue;
        const NodeNo n = e.provision.node;
        out += wrap(fmt::format("{}{}: {}", corpus.cite(n), clock_label(*e.clock), plain(corpus.provision(n).summary)), "  - ", "    ");
        if (kind == DueKind::not_standing) {
            out += wrap(first_day_words(e), "      ", "      ");
            continue;
        }
        out += wrap(fmt::format("{} {}", spelled(word(e.clock->kind)), e.due.counted), "      ", "      ");
        if (e.due.earliest) out += wrap("not before " + in_words(*e.due.earliest), "      ", "      ");
        for (const auto& d : e.due.doubts) out += wrap(d, "      ", "      ");
        if (const auto words = applies_words(e); !words.empty()) out += wrap((e.if_it_applies() ? "whether " : "") + words, "      ", "      ");
        if (kind == DueKind::undated)
            for (const auto& o : missing_options(e.due)) out += wrap("give " + o, "      ", "      ");
    }
    return out.empty() ? "" : "\n" + heading(name, style) + out;
}

/// How far applicability was looked at.
std::string whether(const Agenda& a) {
    if (!a.asked && a.question.situation.facts.empty()) return "";
    if (!a.asked) return wrap("Only moments are given, so whether these duties apply to a developer or a model is not looked at; say more with --fact.", "", "");
    const auto open = std::count_if(a.entries.begin(), a.entries.end(), [](const Entry& e) { return e.if_it_applies(); });
    std::string out;
    if (a.left_out > 0) out += fmt::format("{} more {} left out: the duty does not apply here\n", a.left_out, a.left_out == 1 ? "is" : "are");
    if (open > 0) out += fmt::format("{} of them {} only if the duty applies, which is open\n", open, open == 1 ? "counts" : "count");
    return out;
}

}  // namespace

std::string if_at_all(const Entry& e, std::string_view words) {
    std::string out(words);
    if (!e.if_it_applies() || out.empty()) return out;
    if (out.front() >= 'A' && out.front() <= 'Z') out.front() = static_cast<char>(out.front() - 'A' + 'a');
    return "If it applies: " + out;
}

std::string_view limit_words(const Entry& e) {
    if (e.at_the_latest) return "At the latest";
    switch (e.clock->kind) {
        case ClockKind::deadline:
        case ClockKind::recurring: return "Act by";
        case ClockKind::not_before: return "Not before";
        case ClockKind::retention: return "Keep until";
    }
    return "";
}

std::vector<std::string> missing_options(const Due& due) {
    std::vector<std::string> out;
    for (const auto& m : due.missing) out.push_back(fmt::format("--event {}={}MOMENT", m.event, m.anchor == Anchor::occurrence ? "" : fmt::format("{}:", word(m.anchor))));
    return out;
}

std::string applies_words(const Entry& e) {
    if (!e.asked) return "";
    if (e.asked->answer == Applicability::presumed || (e.asked->answer == Applicability::later && e.asked->holds.holding == Holding::presumed)) return "it is presumed to apply, and that can be rebutted";
    if (!e.if_it_applies()) return "";
    std::vector<std::string> facts;
    for (const auto& f : e.asked->open) facts.push_back(fmt::format("{} [{}]", f.words, f.fact));
    return facts.empty() ? "it applies is not known: " + e.asked->time : "it applies turns on: " + join(facts, "; ");
}

std::string interval_words(const Entry& e) {
    const auto& d = e.due;
    if (e.kind != DueKind::dated || d.exact()) return "";
    if (e.at_the_latest) return d.words.empty() ? "it may be due earlier; how much is not known" : "it may be due earlier: " + d.words;
    const bool act = e.clock->kind == ClockKind::deadline || e.clock->kind == ClockKind::recurring;
    const auto& other = act ? d.latest : d.earliest;
    if (!other) return act ? "this is the earliest that it may be; it may be later" : "this is the latest that it may be; it may be earlier";
    return fmt::format("it lies between {} and {}; this is the safe side", in_words(*d.earliest), in_words(*d.latest));
}

std::string agenda_text(const Corpus& corpus, const Agenda& a, const TextStyle& style) {
    const auto& [scope, situation, on, in, only_signed] = a.question;
    std::string out = wrap(fmt::format("on {}{}: due dates of {}{}", to_string(on), in ? ", in " + *in : "", scope.text, scope.narrowed.empty() ? "" : fmt::format(" (only {})", scope.narrowed)), "", "");
    const auto dated = std::count_if(a.entries.begin(), a.entries.end(), [](const Entry& e) { return e.limit.has_value(); });
    out += fmt::format("{} of {} time limits have a date\n", dated, a.entries.size());
    out += whether(a);
    for (const auto& e : a.entries)
        if (e.limit) out += "\n" + entry(corpus, e, style);
    out += rest(corpus, a, DueKind::undated, "Without a date", style);
    out += rest(corpus, a, DueKind::not_begun, "Not begun", style);
    out += rest(corpus, a, DueKind::over, "Over", style);
    out += rest(corpus, a, DueKind::not_standing, "Do not apply on this date", style);
    if (std::any_of(a.entries.begin(), a.entries.end(), [](const Entry& e) { return !e.due.missing.empty(); }))
        out += "\n" + wrap("An event given as --event NAME=MOMENT has happened then; when somebody learned of it is another moment, given as awareness:MOMENT or discovery:MOMENT.", "note: ", "      ");
    for (const auto& note : scope.notes) out += wrap("note: " + note, "", "");
    return out;
}

}  // namespace lacuna
