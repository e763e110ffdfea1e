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

namespace {

/// A duty of large developers, one of all, and one that waits for an event.
const std::string of_two_sizes = provision("rule", R"(norm="classification" class="large-developer")", when(compute("more-than", "1e25"))) +
                                 duty("large", R"(<clock kind="deadline"><fixed on="2027-03-01"/></clock>)", R"(bearer="large-developer")") +
                                 duty("all", R"(<clock kind="deadline"><fixed on="2027-04-01"/></clock>)") +
                                 duty("before", when(R"(<event name="opening"/>)") + R"(<clock kind="deadline"><within amount="0" unit="day" event="opening" side="before"/></clock>)");

std::vector<std::string> cites(const World& w, const Agenda& a) {
    std::vector<std::string> out;
    for (const auto& e : a.entries) out.push_back(w.corpus.provision(e.provision.node).id + (e.asked ? ": " + std::string(word(e.asked->answer)) : ""));
    return out;
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("calendar: what certainly does not apply is left out and counted; what is unknown is not below") {
    const World w({law("act", of_two_sizes)});
    const auto below = ask(w, {"training-compute=1e24FLOP"}), above = ask(w, {"training-compute=2e25FLOP"}), unknown = ask(w, {"markets=EU"});
    CHECK(cites(w, below) == Lines{"all: applies", "before: on-event"});
    CHECK(below.left_out == 1);
    CHECK(cites(w, above) == Lines{"large: applies", "all: applies", "before: on-event"});
    CHECK(cites(w, unknown) == Lines{"large: undetermined", "all: applies", "before: on-event"});
    const auto text = agenda_text(w.corpus, unknown, {});
    CHECK(text.find("If it applies: act by 1 March 2027") != std::string::npos);
    CHECK(text.find("whether   it applies turns on: training compute, in FLOP [training-compute]") != std::string::npos);
    CHECK(text.find("1 of them counts only if the duty applies, which is open") != std::string::npos);
    CHECK(agenda_text(w.corpus, below, {}).find("1 more is left out: the duty does not apply here") != std::string::npos);
}

TEST_CASE("calendar: moments alone say when, not whether: nothing is left out") {
    const World w({law("act", of_two_sizes)});
    for (const auto& facts : {Lines{}, Lines{"event:opening=2026-12-01"}, Lines{"placed-on=2026-09-01"}}) {
        const auto a = ask(w, facts);
        CHECK_FALSE(a.asked);
        CHECK(a.entries.size() == 3);
    }
}

TEST_CASE("calendar: what must be done before an event is not left out because the event has not happened") {
    const World w({law("act", of_two_sizes)});
    for (const auto& facts : {Lines{"event:opening=no", "expected/event:opening=2026-12-01"}, Lines{"event:opening=2026-12-01"}}) {
        auto all = facts;
        all.emplace_back("training-compute=1e24FLOP");
        const auto a = ask(w, all);
        REQUIRE(cites(w, a) == Lines{"before: on-event", "all: applies"});
        CHECK(to_string(*a.entries.front().limit) == "2026-11-30");
    }
}

TEST_CASE("calendar: in the file, what may not apply says so, and is tentative") {
    const World w({law("act", of_two_sizes)});
    const auto file = icalendar(w.corpus, ask(w, {"markets=EU"}), "1.0");
    CHECK(has(file, "SUMMARY:If it applies: act by: Do large. (The act\\, s. large)"));
    CHECK(has(file, "STATUS:TENTATIVE"));
    CHECK(values(file, "STATUS:").size() == 1);
    // the same name whether or not it is certain: what is certain later takes the place of what was not
    CHECK(values(file, "UID:") == values(icalendar(w.corpus, ask(w, {"training-compute=2e25FLOP"}), "1.0"), "UID:"));
}

TEST_CASE("calendar: law to come is listed with its day, and left out only by its condition") {
    const World w({law("act", provision("rule", R"(norm="classification" class="large-developer")", when(compute("more-than", "1e25"))) +
                                  duty("later", R"(<clock kind="deadline"><fixed on="2028-01-01"/></clock>)", R"(bearer="large-developer" applies-from="2027-01-01")"))});
    const auto above = ask(w, {"training-compute=2e25FLOP"});
    REQUIRE(above.entries.size() == 1);
    CHECK(above.entries.front().kind == DueKind::not_standing);
    CHECK(agenda_text(w.corpus, above, {}).find("from 1 January 2027") != std::string::npos);
    CHECK(ask(w, {"training-compute=1e24FLOP"}).left_out == 1);
    CHECK(ask(w, {"markets=EU"}).entries.size() == 1);
}

TEST_CASE("calendar: a code counts only for who has signed it, where that is asked; of nobody in particular it is open") {
    const std::string signed_by_lab = in_force + R"(<adoption party="lab" from="2025-01-01"/>)" + version_1;
    const World w({instrument("code", R"(force="code" jurisdiction="EU" issuer="parliament" bearer="developer")", duty("m", R"(<clock kind="deadline"><fixed on="2027-03-01"/></clock>)"), signed_by_lab)});
    const auto asked = [&](const std::string& developer, bool only_signed) {
        std::vector<Problem> problems;
        Situation s;
        s.developer = developer;
        if (developer.empty())
            if (auto fact = parse_fact(w.corpus.vocabulary(), "markets=EU", problems)) s.facts.push_back(*fact);
        return agenda(w.corpus, {resolve(w.corpus, {"code"}, day("2026-10-06"), std::nullopt, problems), s, day("2026-10-06"), std::nullopt, only_signed});
    };
    CHECK(cites(w, asked("lab", true)) == Lines{"m: applies"});
    CHECK(cites(w, asked("rival", true)).empty());
    CHECK(cites(w, asked("rival", false)) == Lines{"m: applies"});
    const auto open = asked("", true);
    CHECK(cites(w, open) == Lines{"m: undetermined"});
    CHECK(applies_words(open.entries.front()) == "it applies turns on: whether the developer has signed The code [developer]");
}
