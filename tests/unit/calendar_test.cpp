// Proves that calendar files keep RFC 5545 and say what is uncertain, and that the same question gives the same file.

#include <algorithm>
#include <set>

#include "icalendar.hpp"
#include "reports/calendar.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string all_kinds = duty("a", R"(<clock kind="deadline"><within amount="72" unit="hour" event="incident" anchor="awareness"/></clock>)") +
                              duty("b", R"(<clock kind="deadline"><within amount="15" unit="day" event="incident"/></clock>)") +
                              duty("c", R"(<clock kind="deadline"><promptly event="incident" words="without undue delay"/></clock>)") +
                              duty("d", R"(<clock kind="retention"><within amount="10" unit="year" event="opening"/></clock>)") +
                              duty("e", R"(<clock kind="recurring"><every amount="4" unit="week" event="incident"/></clock>)") +
                              duty("f", R"(<clock kind="deadline"><fixed on="2027-03-01"/></clock>)", R"(applies-from="2027-01-01")") +
                              provision("g", R"(norm="permission")", R"(<clock kind="deadline"><fixed on="2027-03-01"/></clock>)");

Agenda ask(const World& w, const std::vector<std::string>& facts, const std::string& on = "2026-10-06") {
    Situation situation;
    std::vector<Problem> problems;
    for (const auto& f : facts)
        if (auto known = parse_fact(w.corpus.vocabulary(), f, problems)) situation.facts.push_back(*known);
    const auto scope = resolve(w.corpus, {"act"}, day(on), std::nullopt, problems);
    for (const auto& p : problems) FAIL_CHECK(to_string(p));
    return agenda(w.corpus, {scope, situation, day(on), std::nullopt});
}

const std::vector<std::string> incident{"event:incident=occurrence:2026-10-05T14:10+02:00,awareness:2026-10-05T16:00+02:00"};

std::vector<std::string> lines(const std::string& file) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < file.size();) {
        const auto end = file.find("\r\n", i);
        REQUIRE(end != std::string::npos);
        out.push_back(file.substr(i, end - i));
        i = end + 2;
    }
    return out;
}
/// Content lines, folding undone.
std::vector<std::string> unfolded(const std::string& file) {
    std::vector<std::string> out;
    for (const auto& l : lines(file)) {
        if (l.starts_with(' ')) out.back() += l.substr(1);
        else out.push_back(l);
    }
    return out;
}
bool has(const std::string& file, const std::string& line) {
    const auto all = unfolded(file);
    return std::find(all.begin(), all.end(), line) != all.end();
}
std::vector<std::string> values(const std::string& file, const std::string& name) {
    std::vector<std::string> out;
    for (const auto& l : unfolded(file))
        if (l.starts_with(name)) out.push_back(l.substr(name.size()));
    return out;
}

}  // namespace

TEST_CASE("calendar: lines are folded at 75 octets, never inside a character, and unfold to what was written") {
    for (const std::string unit : {"a", "ä", "漢", "𝄞"}) {
        for (std::size_t shift = 0; shift < 5; ++shift) {
            std::string content = "SUMMARY:" + std::string(shift, 'x');
            for (int i = 0; i < 200; ++i) content += unit;
            const auto folded = ical::line(content);
            for (const auto& l : lines(folded)) {
                CHECK(l.size() <= 75);
                const auto first = static_cast<unsigned char>(l[l.starts_with(' ') ? 1 : 0]);
                CHECK((first & 0xC0U) != 0x80U);
            }
            CHECK(unfolded(folded) == std::vector<std::string>{content});
        }
    }
    CHECK(ical::line(std::string(75, 'x')) == std::string(75, 'x') + "\r\n");
    CHECK(lines(ical::line(std::string(500, '\x80'))).size() > 5);  // not UTF-8 at all: folded all the same
}

TEST_CASE("calendar: what means something in a text is escaped, what may not stand in it is left out") {
    CHECK(ical::escaped("a, b; c\\d\ne\r\x01") == "a\\, b\\; c\\\\d\\ne");
    CHECK(ical::list("CATEGORIES", {"a,b", "c"}) == "CATEGORIES:a\\,b,c\r\n");
}

TEST_CASE("calendar: a day is a date, a moment is UTC, and a time without an offset stays local") {
    CHECK(ical::start({day("2026-10-08"), {}, {}}) == "DTSTART;VALUE=DATE:20261008\r\n");
    CHECK(ical::start({day("2026-10-08"), std::chrono::minutes(60), std::chrono::minutes(120)}) == "DTSTART:20261007T230000Z\r\n");
    CHECK(ical::start({day("2026-10-08"), std::chrono::minutes(60), {}}) == "DTSTART:20261008T010000\r\n");
}

TEST_CASE("calendar: one event per date; what has none, or does not apply yet, is not in the file") {
    const World w({law("act", all_kinds)});
    const auto a = ask(w, incident);
    const auto file = icalendar(w.corpus, a, "1.0");
    CHECK(a.entries.size() == 6);
    CHECK(values(file, "BEGIN:VEVENT").size() == 4);
    CHECK(lines(file).front() == "BEGIN:VCALENDAR");
    CHECK(lines(file).back() == "END:VCALENDAR");
    CHECK(has(file, "VERSION:2.0"));
    CHECK(has(file, "PRODID:-//lacuna//lacuna 1.0//EN"));
    CHECK(values(file, "METHOD").empty());
    CHECK(values(file, "URL").empty());
    CHECK(values(file, "DTSTAMP:") == std::vector<std::string>(4, "20261006T000000Z"));
    CHECK(has(file, "DTSTART:20261008T150000Z"));  // 72 hours from 17:00 at UTC+02:00
    CHECK(has(file, "DTSTART;VALUE=DATE:20261020"));
    CHECK(has(file, "RRULE:FREQ=DAILY;INTERVAL=28"));
}

TEST_CASE("calendar: words stand on the day on which they begin to run") {
    const World w({law("act", all_kinds)});
    const auto file = icalendar(w.corpus, ask(w, incident), "1.0");
    CHECK(has(file, "SUMMARY:without undue delay (The act\\, s. c): Do c."));
    CHECK(has(file, "DTSTART:20261005T121000Z"));
}

TEST_CASE("calendar: an uncertain date is the safe one, and says how far it is uncertain") {
    const World w({law("act", all_kinds)});
    const auto file = icalendar(w.corpus, ask(w, {"event:incident=2026-10-05"}), "1.0");
    const auto all = values(file, "DESCRIPTION:");
    CHECK(std::any_of(all.begin(), all.end(), [](const std::string& d) { return d.find("Uncertain: this is the earliest that it may be\\; it may be later.") != std::string::npos; }));
}

TEST_CASE("calendar: names of events are stable, and different for different clocks and incidents") {
    const World w({law("act", all_kinds)});
    const auto first = values(icalendar(w.corpus, ask(w, incident), "1.0"), "UID:"), later = values(icalendar(w.corpus, ask(w, incident, "2026-10-07"), "2.0"), "UID:");
    CHECK(first == later);
    CHECK(std::set<std::string>(first.begin(), first.end()).size() == first.size());
    const auto other = values(icalendar(w.corpus, ask(w, {"event:incident=2026-10-06"}), "1.0"), "UID:");
    for (const auto& uid : other) CHECK(std::find(first.begin(), first.end(), uid) == first.end());
    CHECK(std::find(first.begin(), first.end(), "act#b/deadline/within-15-day-incident/incident.occurrence=2026-10-05T14:10+02:00@lacuna") != first.end());
}

TEST_CASE("calendar: dates come in order, and what is past says so") {
    const World w({law("act", all_kinds)});
    const auto a = ask(w, {"event:incident=2026-09-01"});
    for (std::size_t i = 1; i < a.entries.size(); ++i)
        if (a.entries[i].limit) CHECK_FALSE(before(*a.entries[i].limit, *a.entries[i - 1].limit));
    const auto text = agenda_text(w.corpus, a, {});
    CHECK(text.find("Act by 16 September 2026 (passed)") != std::string::npos);
    CHECK(text.find("Act by 4 September 2026, 01:00 local time (may have passed)") != std::string::npos);
    CHECK(text.find("give      --event incident=awareness:MOMENT") != std::string::npos);
    CHECK(text.find("      from 1 January 2027") != std::string::npos);
}
