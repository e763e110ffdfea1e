#include "reports/calendar.hpp"

#include <fmt/format.h>

#include "icalendar.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

/// What the entry counts from, so that two incidents have two entries.
std::string from_words(const Due& d) {
    std::vector<std::string> out;
    for (const auto& f : d.from) {
        const auto side = [](const std::optional<Moment>& m) { return m ? to_string(*m) : std::string("?"); };
        out.push_back(fmt::format("{}.{}={}", f.event, word(f.anchor), f.when.exact() ? side(f.when.first) : side(f.when.first) + ".." + side(f.when.last)));
    }
    return join(out, "+");
}

/// A time expression in a short form that changes only when the clock does.
std::string expression_words(const TimeExpr& t) {
    std::vector<std::string> out{std::string(word(t.kind))};
    if (t.amount) out.push_back(t.amount->str());
    if (t.unit) out.emplace_back(word(*t.unit));
    if (t.side == Side::before) out.emplace_back("before");
    for (const auto& s : {t.event, t.reset, t.until, t.with})
        if (!s.empty()) out.push_back(s);
    for (const auto& d : {t.first, t.on})
        if (d) out.push_back(to_string(*d));
    for (const auto& p : t.parts) out.push_back(expression_words(p));
    return join(out, "-");
}

/// Made of the provision, the clock and what it counts from: the same tomorrow and on another machine.
std::string uid(const Corpus& corpus, const Entry& e) {
    return fmt::format("{}/{}/{}/{}@lacuna", corpus.ref(e.provision.node, e.provision.named ? std::optional(e.provision.version) : std::nullopt), word(e.clock->kind), e.clock->expr.empty() ? "" : expression_words(e.clock->expr.front()), from_words(e.due));
}

std::string summary(const Corpus& corpus, const Entry& e) {
    const auto what = plain(corpus.provision(e.provision.node).summary);
    if (e.kind == DueKind::in_words) return if_at_all(e, fmt::format("{} ({}): {}", e.due.words, corpus.cite(e.provision.node), what));
    return fmt::format("{}: {} ({})", if_at_all(e, limit_words(e)), what, corpus.cite(e.provision.node));
}

std::string description(const Corpus& corpus, const Entry& e) {
    std::vector<std::string> lines{corpus.cite(e.provision.node), plain(corpus.provision(e.provision.node).summary)};
    lines.push_back(fmt::format("Who: {}", bearer_name(corpus, corpus.bearer(e.provision.node))));
    lines.push_back(fmt::format("Counted: {}", e.due.counted));
    if (e.limit->time && !e.limit->offset) lines.emplace_back("Local time of the place that counts.");
    if (const auto words = interval_words(e); !words.empty()) lines.push_back("Uncertain: " + words + ".");
    if (e.standing.applies == Answer::undetermined) lines.push_back("Uncertain: whether it applies: " + e.standing.reason);
    if (const auto words = applies_words(e); !words.empty()) lines.push_back((e.if_it_applies() ? "Uncertain: whether " : "") + words + ".");
    lines.insert(lines.end(), e.due.doubts.begin(), e.due.doubts.end());
    lines.push_back(corpus.ref(e.provision.node, e.provision.version));
    return join(lines, "\n");
}

std::vector<std::string> categories(const Corpus& corpus, const Entry& e) {
    std::vector<std::string> out{"lacuna", std::string(word(e.clock->kind))};
    for (const auto& t : corpus.themes(e.provision.node)) out.push_back(theme_name(corpus, t));
    return out;
}

/// `supposed`: what every entry rests on; such an entry must not take the place of a real one in somebody's calendar.
std::string event(const Corpus& corpus, const Entry& e, Day on, const std::vector<std::string>& supposed) {
    const bool real = supposed.empty();
    std::string out = ical::line("BEGIN:VEVENT") + ical::text("UID", uid(corpus, e) + (real ? "" : "/supposed"));
    // the day of the question, not of the run: the same question gives the same file
    out += ical::line("DTSTAMP:" + ical::utc(std::chrono::minutes(on.time_since_epoch())));
    out += ical::start(*e.limit);
    if (e.due.repeats) out += ical::line(fmt::format("RRULE:FREQ=DAILY;INTERVAL={}", e.due.repeats->days));
    std::vector<std::string> told;
    for (const auto& label : supposed) told.push_back("SUPPOSED: " + label);
    told.push_back(description(corpus, e));
    out += ical::text("SUMMARY", (real ? "" : "SUPPOSED: ") + summary(corpus, e)) + ical::text("DESCRIPTION", join(told, "\n")) + ical::list("CATEGORIES", categories(corpus, e));
    if (e.if_it_applies() || !real) out += ical::line("STATUS:TENTATIVE");
    return out + ical::line("TRANSP:TRANSPARENT") + ical::line("END:VEVENT");
}

}  // namespace

std::string icalendar(const Corpus& corpus, const Agenda& a, const std::string& lacuna_version, const std::vector<std::string>& supposed) {
    std::string out = ical::line("BEGIN:VCALENDAR") + ical::line("VERSION:2.0") + ical::text("PRODID", fmt::format("-//lacuna//lacuna {}//EN", lacuna_version)) + ical::line("CALSCALE:GREGORIAN");
    for (const auto& e : a.entries)
        if (e.limit) out += event(corpus, e, a.question.on, supposed);
    return out + ical::line("END:VCALENDAR");
}

}  // namespace lacuna
