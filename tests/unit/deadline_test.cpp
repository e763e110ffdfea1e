// Proves that clocks become the dates that the law means: exact where a rule says so, an interval where it does not, and never a day to
// act by that is later than what is certainly allowed.

#include "time/counting.hpp"
#include "lacuna/deadline.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string more_events = R"(<vocabulary>
  <event id="release" not-after="placed-on"><name>Release</name></event>
  <event id="designation" act="yes" as-of="2026-10-01"><name>Designation</name></event>
  <event id="report"><name>Report</name></event>
  <event id="launch" on-day="placed-on"><name>Launch</name></event>
</vocabulary>)";

/// What one clock says, with these facts, in law of this jurisdiction.
Due said(const std::string& expr, const std::vector<std::string>& facts, const std::string& kind = "deadline", const std::string& place = "EU", const std::string& force = "binding", const std::string& on = "2026-10-01") {
    const World w({instrument("act", "force=\"" + force + "\" jurisdiction=\"" + place + R"(" issuer="parliament" bearer="developer")", duty("a", "<clock kind=\"" + kind + "\">" + expr + "</clock>")), more_events});
    Situation situation;
    std::vector<Problem> problems;
    for (const auto& f : facts)
        if (auto known = parse_fact(w.corpus.vocabulary(), f, problems)) situation.facts.push_back(*known);
    for (const auto& p : problems) FAIL_CHECK(to_string(p));
    const Anchors anchors(w.corpus.vocabulary(), situation);
    const auto& node = w.corpus.node(w.at("act@1#a"));
    return due(w.corpus, *node.instrument, node.provision->clocks.front(), anchors, day(on));
}

/// "2026-10-08", "2026-10-08..2026-10-12", "..2026-10-12", "2026-10-08..", or "open".
std::string dates(const Due& d) {
    const auto side = [](const std::optional<Limit>& l) { return l ? to_string(*l) : std::string(); };
    if (d.idle) return "idle";
    if (!d.earliest && !d.latest) return "open";
    return d.exact() ? side(d.earliest) : side(d.earliest) + ".." + side(d.latest);
}

std::string within(const std::string& amount, const std::string& unit, const std::string& more = "") { return "<within amount=\"" + amount + "\" unit=\"" + unit + R"(" event="incident")" + more + "/>"; }
std::string on_day(const std::string& when) { return "event:incident=" + when; }

}  // namespace

TEST_CASE("deadline: days, weeks, months and years by EU law; the day of the event is not counted") {
    CHECK(dates(said(within("15", "day"), {on_day("2026-10-05")})) == "2026-10-20");
    CHECK(dates(said(within("2", "week"), {on_day("2026-09-21")})) == "2026-10-05");  // Monday to Monday: C-171/03, para. 33
    CHECK(dates(said(within("12", "month"), {on_day("2026-10-05")})) == "2027-10-05");
    CHECK(dates(said(within("1", "year"), {on_day("2026-10-05")})) == "2027-10-05");
}

TEST_CASE("deadline: a month without that day, and a leap day, end on the last day of the month") {
    CHECK(dates(said(within("1", "month"), {on_day("2027-12-31")})) == "2028-01-31");
    CHECK(dates(said(within("1", "month"), {on_day("2028-01-31")})) == "2028-02-29");
    CHECK(dates(said(within("1", "month"), {on_day("2029-01-31")})) == "2029-02-28");
    CHECK(dates(said(within("4", "year"), {on_day("2028-02-29")})) == "2032-03-01");  // 29 February 2032 is a Sunday
    CHECK(dates(said(within("1", "year"), {on_day("2028-02-29")})) == "2029-02-28");
    CHECK(dates(said(within("1", "day"), {on_day("2026-12-31")})) == "2027-01-01");
}

TEST_CASE("deadline: by EU law an end on a weekend moves to Monday, and two days or more hold two working days") {
    const auto moved = said(within("15", "day"), {on_day("2026-10-02")});  // Saturday 17 October
    CHECK(dates(moved) == "2026-10-19");
    REQUIRE_FALSE(moved.doubts.empty());
    CHECK(moved.doubts.front() == "May be later if that day is a public holiday.");
    CHECK(dates(said(within("2", "day"), {on_day("2026-10-02")})) == "2026-10-06");  // Friday: Saturday, Sunday; Monday and Tuesday are two
    CHECK(dates(said(within("2", "day"), {on_day("2026-10-01")})) == "2026-10-05");  // Thursday: Friday and Monday are two
    CHECK(dates(said(within("1", "day"), {on_day("2026-10-02")})) == "2026-10-05");
}

TEST_CASE("deadline: where no rule is known the answer is an interval, and one acts by its beginning") {
    const auto d = said(within("15", "day"), {on_day("2026-10-02")}, "deadline", "EU", "code");
    CHECK(dates(d) == "2026-10-17..2026-10-19");
    CHECK(to_string(*safe_limit(d, ClockKind::deadline)) == "2026-10-17");
    CHECK(dates(said(within("15", "day", R"( calendar="eu-1182-71")"), {on_day("2026-10-02")}, "deadline", "EU", "code")) == "2026-10-19");
    CHECK(dates(said(within("15", "day"), {on_day("2026-10-02")}, "deadline", "US")) == "2026-10-17..2026-10-19");
}

TEST_CASE("deadline: California moves the end, too") { CHECK(dates(said(within("15", "day"), {on_day("2026-10-02")}, "deadline", "US-CA")) == "2026-10-19"); }

TEST_CASE("deadline: five business days are Monday to Friday; in California a Saturday may count") {
    CHECK(dates(said(within("5", "business-day"), {on_day("2026-10-05")}, "deadline", "EU", "code")) == "2026-10-12");
    CHECK(dates(said(within("5", "business-day"), {on_day("2026-10-10")})) == "2026-10-16");  // from a Saturday
    CHECK(dates(said(within("5", "business-day"), {on_day("2026-10-09")})) == "2026-10-16");
    CHECK(dates(said(within("5", "business-day"), {on_day("2026-10-05")}, "deadline", "US-CA")) == "2026-10-10..2026-10-12");
    CHECK(said(within("5", "business-day"), {on_day("2026-10-05")}).doubts.front() == "Business days are Monday to Friday; a public holiday among them would make it later.");
}

TEST_CASE("deadline: hours run exactly from a moment") {
    CHECK(dates(said(within("72", "hour"), {on_day("2026-10-05T14:10+02:00")}, "deadline", "US-CA")) == "2026-10-08T14:10+02:00");
    CHECK(dates(said(within("24", "hour"), {on_day("2026-12-31T23:59-08:00")}, "deadline", "US-CA")) == "2027-01-01T23:59-08:00");
    CHECK(dates(said(within("24", "hour"), {on_day("2028-02-28T09:00Z")}, "deadline", "US-CA")) == "2028-02-29T09:00Z");
}

TEST_CASE("deadline: by EU law the hour of the event is not counted") {
    CHECK(dates(said(within("72", "hour"), {on_day("2026-10-05T14:10+02:00")})) == "2026-10-08T15:00+02:00");
    CHECK(dates(said(within("72", "hour"), {on_day("2026-10-05T14:00+02:00")})) == "2026-10-08T15:00+02:00");
    // from a Friday: whether two working days must lie in a period of hours is open, and not counted on
    CHECK(dates(said(within("72", "hour"), {on_day("2026-10-02T14:10+02:00")})) == "2026-10-05T15:00+02:00..2026-10-06");
}

TEST_CASE("deadline: hours that end on a weekend move in New York perhaps; one acts by the hour itself") {
    const std::string jurisdiction = R"(<vocabulary><jurisdiction id="US-NY" within="US"><name>New York</name></jurisdiction></vocabulary>)";
    CHECK(counting_rule(*World({instrument("act", R"(force="binding" jurisdiction="US-NY" issuer="parliament" bearer="developer")", duty("a")), jurisdiction}).corpus.instrument("act"), {})->id == "us-ny-gcl-20");
    const auto d = said(within("72", "hour", R"( calendar="us-ny-gcl-20")"), {on_day("2026-10-07T14:00-04:00")});  // ends on Saturday
    CHECK(dates(d) == "2026-10-10T14:00-04:00..2026-10-12T14:00-04:00");
    CHECK(to_string(*safe_limit(d, ClockKind::deadline)) == "2026-10-10T14:00-04:00");
}

TEST_CASE("deadline: hours from a day without a time end somewhere in a day") {
    const auto d = said(within("24", "hour"), {on_day("2026-10-05")}, "deadline", "US-CA");
    CHECK(dates(d) == "2026-10-06T00:00..2026-10-07T00:00");
    CHECK(in_words(*d.earliest) == "6 October 2026, 00:00 local time");
}

TEST_CASE("deadline: a rule that is not checked moves no day to act by") {
    CHECK(dates(said(within("15", "day", R"( calendar="us-il-70-1.11")"), {on_day("2026-10-02")})) == "2026-10-17..2026-10-19");
}

TEST_CASE("deadline: a Korean period from midnight counts the first day") {
    CHECK(dates(said(within("5", "day", R"( calendar="kr-civil-act-155")"), {on_day("2026-10-05T00:00+09:00")})) == "2026-10-09");
    CHECK(dates(said(within("4", "day", R"( calendar="kr-civil-act-155")"), {on_day("2026-10-05T00:01+09:00")})) == "2026-10-09");
}

TEST_CASE("deadline: counted backwards nothing is moved to a later day") {
    CHECK(dates(said(within("2", "week", R"( side="before")"), {on_day("2026-10-17")})) == "2026-10-03");  // a Saturday
    CHECK(dates(said(within("2", "week", R"( side="before")"), {on_day("2026-10-17")}, "deadline", "EU", "code")) == "2026-10-02..2026-10-03");
    CHECK(dates(said(within("5", "business-day", R"( side="before")"), {on_day("2026-10-12")})) == "2026-10-05");
    CHECK(dates(said(within("48", "hour", R"( side="before")"), {on_day("2026-10-12T10:00Z")})) == "2026-10-10T10:00Z");
}

TEST_CASE("deadline: before an event means before it, not on its day") {
    CHECK(dates(said(within("0", "day", R"( side="before")"), {on_day("2026-10-12")})) == "2026-10-11..2026-10-12");
    CHECK(dates(said(within("0", "day", R"( side="before")"), {on_day("2026-10-12T10:00Z")})) == "2026-10-12T10:00Z");
    CHECK(dates(said(within("0", "day"), {on_day("2026-10-10")})) == "2026-10-10");
    CHECK(dates(said(within("0", "day", R"( side="before")"), {"event:incident=no"})) == "open");
}

TEST_CASE("deadline: awareness is never taken for occurrence; it only cannot be before") {
    const auto d = said(within("15", "day", R"( anchor="awareness")"), {on_day("2026-10-05")});
    CHECK(dates(d) == "2026-10-20..");
    REQUIRE(d.missing.size() == 1);
    CHECK(d.missing.front().anchor == Anchor::awareness);
    CHECK(d.doubts.front() == "The awareness of: Incident; not given. It cannot be before 5 October 2026, but it may be later, and this date with it.");
    CHECK(dates(said(within("15", "day", R"( anchor="awareness")"), {on_day("occurrence:2026-10-01,discovery:2026-10-05")})) == "2026-10-20..");
    CHECK(dates(said(within("15", "day", R"( anchor="awareness")"), {on_day("occurrence:2026-10-01,awareness:2026-10-06")})) == "2026-10-21");
    CHECK(dates(said(within("15", "day"), {on_day("awareness:2026-10-06")})) == "..2026-10-21");
    CHECK(dates(said(within("15", "day", R"( anchor="discovery")"), {on_day("occurrence:2026-10-05,awareness:2026-10-06")})) == "2026-10-20..2026-10-21");
}

TEST_CASE("deadline: nothing known, nothing said; and what has not happened has started nothing") {
    const auto open = said(within("15", "day"), {});
    CHECK(dates(open) == "open");
    CHECK(open.missing.front().event == "incident");
    CHECK(dates(said(within("15", "day"), {on_day("yes")})) == "open");
    CHECK(dates(said(within("15", "day"), {on_day("no")})) == "idle");
}

TEST_CASE("deadline: an authority's act is assumed not to have been done, and the answer says so") {
    const auto d = said(R"(<within amount="6" unit="month" event="designation"/>)", {}, "not-before");
    CHECK(d.idle);
    CHECK(d.doubts.front() == "Assumed not to have happened (none was found until 1 October 2026): Designation.");
    CHECK(dates(said(R"(<within amount="6" unit="month" event="designation"/>)", {"event:designation=unknown"}, "not-before")) == "open");
}

TEST_CASE("deadline: six months at the earliest begin after the waiting time, on the safe side after a weekend") {
    const auto d = said(R"(<within amount="6" unit="month" event="designation"/>)", {"event:designation=decided:2026-09-10"}, "not-before");
    CHECK(dates(d) == "2027-03-11");  // 10 March 2027 is a Wednesday
    const auto weekend = said(R"(<within amount="6" unit="month" event="designation"/>)", {"event:designation=decided:2026-09-13"}, "not-before");
    CHECK(dates(weekend) == "2027-03-14..2027-03-16");
    CHECK(to_string(*safe_limit(weekend, ClockKind::not_before)) == "2027-03-16");
    CHECK(dates(said(R"(<within amount="6" unit="month" event="designation"/>)", {"event:designation=decided:2026-09-10"}, "not-before", "EU", "code")) == "2027-03-10..2027-03-11");
    // only the day of effect is known: the decision was not later
    CHECK(dates(said(R"(<within amount="6" unit="month" event="designation"/>)", {"event:designation=effective:2026-09-10"}, "not-before")) == "..2027-03-11");
}

TEST_CASE("deadline: ten years' retention, kept to the later day") {
    const auto d = said(R"(<within amount="10" unit="year" event="release"/>)", {"placed-on=2026-10-05"}, "retention");
    CHECK(dates(d) == "..2036-10-06");  // released on that day at the latest; 5 October 2036 is a Sunday
    CHECK(to_string(*safe_limit(d, ClockKind::retention)) == "2036-10-06");
    CHECK(dates(said(R"(<within amount="10" unit="year" event="release"/>)", {"event:release=2026-10-07"}, "retention")) == "2036-10-07");
}

TEST_CASE("deadline: words stay words") {
    const auto d = said(R"(<promptly event="incident" words="without undue delay"/>)", {on_day("2026-10-05")});
    CHECK(dates(d) == "open");
    CHECK(d.words == "without undue delay");
    CHECK(d.from.front().when.exact());
    CHECK(said(R"(<agreed with="agency"/>)", {}).words == "as agreed with The agency");
}

TEST_CASE("deadline: fixed days, and days known only as an interval") {
    CHECK(dates(said(R"(<fixed on="2027-08-02"/>)", {})) == "2027-08-02");
    CHECK(dates(said(R"(<fixed on="2028-10-31..2028-11-01"/>)", {})) == "2028-10-31..2028-11-01");
    CHECK(dates(said(R"(<fixed on="2026-10-10"/>)", {})) == "2026-10-10");  // a Saturday stays one: no period ends there
}

TEST_CASE("deadline: the earlier of a known day and an unknown one is at the latest the known one") {
    const std::string both = "<earlier-of>" + within("12", "month") + R"(<promptly event="report" words="on grounds"/></earlier-of>)";
    const auto d = said(both, {on_day("2026-10-05")});
    CHECK(dates(d) == "..2027-10-05");
    CHECK(d.words == "on grounds");
    CHECK_FALSE(safe_limit(d, ClockKind::deadline));
    CHECK(dates(said(both, {on_day("2026-10-05"), "event:report=no"})) == "2027-10-05");
    CHECK(dates(said(both, {on_day("no"), "event:report=no"})) == "idle");
    const std::string two = "<earlier-of>" + within("1", "month") + R"(<within amount="1" unit="week" event="report"/></earlier-of>)";
    CHECK(dates(said(two, {on_day("2026-10-05"), "event:report=2026-10-06"})) == "2026-10-13");
    CHECK(dates(said(two, {on_day("2026-10-05")})) == "..2026-11-05");
}

TEST_CASE("deadline: the later of a known day and an unknown one is at the earliest the known one") {
    const std::string two = R"(<later-of><within amount="5" unit="year" event="incident"/><within amount="5" unit="year" event="report"/></later-of>)";
    CHECK(dates(said(two, {on_day("2026-10-05")}, "retention")) == "2031-10-05..");
    CHECK(dates(said(two, {on_day("2026-10-05"), "event:report=2026-10-07"}, "retention")) == "2031-10-07");
    CHECK(dates(said(two, {on_day("2026-10-05"), "event:report=no"}, "retention")) == "2031-10-05..");
}

TEST_CASE("deadline: what recurs comes next on the day asked or after it") {
    const std::string yearly = R"(<every amount="12" unit="month" event="incident"/>)";
    CHECK(dates(said(yearly, {on_day("2024-10-05")}, "recurring", "EU", "binding", "2024-10-06")) == "2025-10-06");  // a Sunday, moved
    CHECK(dates(said(yearly, {on_day("2024-10-05")}, "recurring", "EU", "binding", "2026-10-05")) == "2026-10-05");
    CHECK(dates(said(yearly, {on_day("2024-10-05")}, "recurring", "EU", "binding", "2026-10-06")) == "2027-10-05");
    CHECK(dates(said(yearly, {on_day("2027-10-05")}, "recurring")) == "2028-10-05");
    CHECK(dates(said(R"(<every amount="1" unit="month" event="incident"/>)", {on_day("2026-08-31")}, "recurring", "EU", "binding", "2026-11-03")) == "2026-11-30");
    CHECK(dates(said(R"(<every amount="6" unit="month"/>)", {}, "recurring")) == "open");
}

TEST_CASE("deadline: only full weeks repeat exactly") {
    CHECK(said(R"(<every amount="4" unit="week" event="incident"/>)", {on_day("2026-09-07")}, "recurring").repeats == Repeats{28});
    CHECK_FALSE(said(R"(<every amount="4" unit="week" event="incident"/>)", {on_day("2026-09-05")}, "recurring", "EU", "code").repeats);
    CHECK_FALSE(said(R"(<every amount="6" unit="month" event="incident"/>)", {on_day("2026-09-07")}, "recurring").repeats);
}

TEST_CASE("deadline: what counts anew is due one turn after the last beginning, even if that is past") {
    const std::string anew = R"(<every amount="6" unit="month" event="incident" reset="report"/>)";
    CHECK(dates(said(anew, {on_day("2026-01-05"), "event:report=2026-04-08"}, "recurring")) == "2026-10-08");
    CHECK(dates(said(anew, {on_day("2026-01-05"), "event:report=no"}, "recurring")) == "2026-07-06");  // 5 July is a Sunday
    CHECK(dates(said(anew, {on_day("2026-04-08"), "event:report=2026-01-05"}, "recurring")) == "2026-10-08");
    const auto open = said(anew, {on_day("2026-01-05")}, "recurring");
    CHECK(dates(open) == "2026-07-06..");
    CHECK(open.missing.front().event == "report");
}

TEST_CASE("deadline: an expected day counts, and is said to be expected") {
    const auto d = said(within("2", "week", R"( side="before")"), {"expected/event:incident=2026-12-01"});
    CHECK(dates(d) == "2026-11-17");
    CHECK(d.doubts.front() == "Counted from an expected day: count again when it has happened.");
    CHECK(dates(said(within("2", "week"), {"lab/event:incident=2026-12-01"})) == "open");
}

TEST_CASE("deadline: two different answers about one moment leave both possible") { CHECK(dates(said(within("1", "week"), {on_day("2026-10-05"), on_day("2026-10-07")})) == "2026-10-12..2026-10-14"); }

TEST_CASE("deadline: an amount that cannot be counted gives no date") {
    for (const std::string amount : {"1.5", "1e30", "999999999"}) CHECK(dates(said(within(amount, "month"), {on_day("2026-10-05")})) == "open");
}

TEST_CASE("deadline: first by a day, then every so often; the day named does not move, what is counted from it may") {
    const std::string yearly = R"(<every amount="1" unit="year" first="2027-01-01"/>)";
    const auto next = [&](const std::string& expr, const std::string& on) { return dates(said(expr, {}, "recurring", "US-CA", "binding", on)); };
    CHECK(next(yearly, "2026-10-01") == "2027-01-01");
    CHECK(next(yearly, "2027-01-01") == "2027-01-01");
    CHECK(next(yearly, "2027-01-02") == "2028-01-01..2028-01-03");  // a Saturday
    CHECK(next(yearly, "2028-01-03") == "2028-01-01..2028-01-03");
    CHECK(next(yearly, "2028-01-04") == "2029-01-01");
    CHECK(next(R"(<every amount="3" unit="year" first="2028-12-31"/>)", "2026-10-01") == "2028-12-31");  // a Sunday, and stays one
    CHECK(next(R"(<every amount="3" unit="year" first="2028-12-31"/>)", "2029-01-01") == "2031-12-31");
    CHECK(next(R"(<every amount="1" unit="month" first="2027-01-31"/>)", "2027-02-01") == "2027-02-28..2027-03-01");
    CHECK(next(R"(<every amount="1" unit="year" first="2027-01-01..2027-12-31"/>)", "2026-10-01") == "2027-01-01..2027-12-31");
    const auto later = said(yearly, {}, "recurring", "US-CA", "binding", "2027-06-01");
    CHECK(to_string(*safe_limit(later, ClockKind::recurring)) == "2028-01-01");
    CHECK(later.counted == "first by 1 January 2027, then every year");
    CHECK(later.doubts.front() == "The turn before ended on 1 January 2027; whether it was kept is not looked at.");
}

TEST_CASE("deadline: a first day and a new beginning: after the last one, once there is one") {
    const std::string anew = R"(<every amount="6" unit="month" first="2027-01-01" reset="report"/>)";
    CHECK(dates(said(anew, {"event:report=no"}, "recurring")) == "2027-01-01");
    CHECK(dates(said(anew, {}, "recurring")) == "2027-01-01..");
    CHECK(dates(said(anew, {"event:report=2026-12-08"}, "recurring")) == "2027-06-08");
}

TEST_CASE("deadline: what recurs until something happens is over when it has happened") {
    const std::string until = R"(<every amount="4" unit="week" event="incident" until="report"/>)";
    const auto running = said(until, {on_day("2026-09-07")}, "recurring");
    CHECK(dates(running) == "2026-10-05");
    CHECK_FALSE(running.repeats);  // nobody knows how often
    CHECK(running.counted == "every 4 weeks, from: incident, until report; counted from 7 September 2026; by Regulation (EEC, Euratom) No 1182/71, Art. 3");
    CHECK(dates(said(until, {on_day("2026-09-07"), "event:report=no"}, "recurring")) == "2026-10-05");
    const auto over = said(until, {on_day("2026-09-07"), "event:report=2026-09-30"}, "recurring");
    CHECK(over.over);
    CHECK(over.doubts == std::vector<std::string>{"It has ended (30 September 2026): Report."});
    CHECK(dates(said(until, {on_day("2026-09-07"), "event:report=2026-10-05"}, "recurring")) == "2026-10-05");
    CHECK(dates(said(until, {on_day("2026-09-07"), "expected/event:report=2026-09-30"}, "recurring")) == "2026-10-05");
    // it has happened, nobody said when: the next time may or may not come, and is shown
    const auto open = said(until, {on_day("2026-09-07"), "event:report=yes"}, "recurring");
    CHECK(dates(open) == "2026-10-05");
    CHECK(open.missing.front().event == "report");
}

TEST_CASE("deadline: what recurs may count from awareness, and by a rule that it names") {
    const std::string aware = R"(<every amount="4" unit="week" event="incident" anchor="awareness"/>)";
    CHECK(dates(said(aware, {on_day("occurrence:2026-09-01,awareness:2026-09-07")}, "recurring")) == "2026-10-05");
    CHECK(dates(said(aware, {on_day("2026-09-07")}, "recurring")) == "2026-10-05..");
    const std::string named = R"(<every amount="4" unit="week" event="incident" calendar="eu-1182-71"/>)";
    CHECK(dates(said(named, {on_day("2026-09-05")}, "recurring", "EU", "code")) == "2026-10-05");
}

TEST_CASE("deadline: words that run from awareness do not run from the day of the event") {
    const std::string aware = R"(<promptly event="incident" anchor="awareness" words="without delay"/>)";
    const auto open = said(aware, {on_day("2026-10-05")});
    CHECK(dates(open) == "open");
    CHECK_FALSE(open.from.front().when.exact());
    CHECK(to_string(*open.from.front().when.first) == "2026-10-05");
    CHECK(open.missing.front().anchor == Anchor::awareness);
    CHECK(said(aware, {on_day("awareness:2026-10-06")}).from.front().when.exact());
    CHECK(open.counted == "without delay (no number) after the awareness of: incident");
}

TEST_CASE("deadline: a date fact that is the day of an event gives it exactly; a moment that is given says more") {
    const std::string five = R"(<within amount="5" unit="day" event="launch"/>)";
    CHECK(dates(said(five, {"placed-on=2026-10-05"})) == "2026-10-12");  // 10 October is a Saturday
    CHECK(dates(said(five, {"placed-on=2026-10-05..2026-10-06"})) == "2026-10-12");
    CHECK(dates(said(five, {"placed-on=2026-10-05", "event:launch=2026-10-06T10:00+02:00"})) == "2026-10-12");
    CHECK(dates(said(R"(<within amount="24" unit="hour" event="launch"/>)", {"placed-on=2026-10-05", "event:launch=2026-10-05T10:00-07:00"}, "deadline", "US-CA")) == "2026-10-06T10:00-07:00");
    CHECK(dates(said(five, {"placed-on=2026-10-05", "event:launch=no"})) == "idle");
    const auto planned = said(R"(<within amount="2" unit="week" event="launch" side="before"/>)", {"expected/placed-on=2026-12-01"});
    CHECK(dates(planned) == "2026-11-17");
    CHECK(planned.doubts.front() == "Counted from an expected day: count again when it has happened.");
}

TEST_CASE("deadline: no time before or after an event is said in words") {
    const std::string before = R"(<within amount="0" unit="day" event="incident" side="before"/>)", when = R"(<within amount="0" unit="day" event="incident"/>)";
    CHECK(said(before, {}).counted.starts_with("before incident"));
    CHECK(said(when, {}).counted.starts_with("at the latest when: incident"));
    CHECK(said(when, {}, "not-before").counted.starts_with("when: incident"));
    CHECK(said(R"(<within amount="0" unit="day" event="incident" anchor="end"/>)", {}).counted.starts_with("at the latest upon the end of: incident"));
}

namespace {

Period random_period(Random& random, Side side) {
    static constexpr std::array<TimeUnit, 6> units{TimeUnit::hour, TimeUnit::day, TimeUnit::business_day, TimeUnit::week, TimeUnit::month, TimeUnit::year};
    return {static_cast<int>(random.below(40)), units[random.below(6)], side};
}
Moment random_moment(Random& random) {
    Moment m{day("2023-06-01") + std::chrono::days(random.below(3000)), {}, {}};
    if (random.chance(2)) m.time = std::chrono::minutes(random.below(std::size_t{24} * 60));
    return m;
}
const CountingRule* random_rule(Random& random) {
    const auto i = random.below(counting_rules().size() + 1);
    return i == counting_rules().size() ? nullptr : &counting_rules()[i];
}

}  // namespace

TEST_CASE("deadline: a later beginning never ends earlier") {
    Random random(1);
    for (int i = 0; i < 20000; ++i) {
        const auto period = random_period(random, random.chance(2) ? Side::after : Side::before);
        const auto* rule = random_rule(random);
        const Moment a{day("2023-06-01") + std::chrono::days(random.below(3000)), {}, {}}, b{a.day + std::chrono::days(random.below(5)), {}, {}};
        const auto ea = ends_of(period, a, rule), eb = ends_of(period, b, rule);
        CHECK_FALSE(before(eb.first, ea.first));
        CHECK_FALSE(before(eb.last, ea.last));
    }
}

TEST_CASE("deadline: the day to act by is never after the latest, and nothing without a checked rule moves it from the plain day") {
    Random random(2);
    for (int i = 0; i < 20000; ++i) {
        const auto period = random_period(random, random.chance(2) ? Side::after : Side::before);
        const auto from = random_moment(random);
        const auto* rule = random_rule(random);
        const auto ends = ends_of(period, from, rule), plain = ends_of(period, from, nullptr);
        CHECK_FALSE(before(ends.last, ends.first));
        if ((rule == nullptr || rule->grade == Grade::unchecked) && period.side == Side::after) CHECK_FALSE(before(plain.first, ends.first));
        if (period.side == Side::before) CHECK_FALSE(before(plain.last, ends.first));
    }
}

TEST_CASE("deadline: a period of days never ends on a weekend by a rule that moves it, and moves by two days at most or for two working days") {
    const auto& eu = counting_rules().front();
    for (Day d = day("2026-01-01"); d < day("2028-01-01"); d += std::chrono::days(1))
        for (int n = 1; n < 40; ++n) {
            const auto end = ends_of({n, TimeUnit::day, Side::after}, {d, {}, {}}, &eu).first.day;
            REQUIRE_FALSE(is_weekend(end));
            REQUIRE(end - (d + std::chrono::days(n)) <= std::chrono::days(n == 2 ? 3 : 2));
        }
}

TEST_CASE("deadline: the earlier of two is not after either, the later not before") {
    Random random(3);
    for (int i = 0; i < 40; ++i) {
        const auto one = within(std::to_string(random.below(40)), random.chance(2) ? "day" : "week");
        const std::string two = "<within amount=\"" + std::to_string(random.below(12)) + R"(" unit="month" event="report"/>)";
        const std::vector<std::string> facts{on_day(to_string(random_moment(random).day)), "event:report=" + to_string(random_moment(random).day)};
        const auto a = said(one, facts), b = said(two, facts), first = said("<earlier-of>" + one + two + "</earlier-of>", facts), last = said("<later-of>" + one + two + "</later-of>", facts);
        for (const auto* part : {&a, &b}) {
            CHECK_FALSE(before(*part->earliest, *first.earliest));
            CHECK_FALSE(before(*last.latest, *part->latest));
        }
    }
}

TEST_CASE("deadline: the day of a moment is also the day where the law holds") {
    // 6 October in Seoul is 5 October in California
    const auto d = said(within("15", "day"), {on_day("2026-10-06T05:00+09:00")}, "deadline", "US-CA");
    CHECK(dates(d) == "2026-10-20..2026-10-21");
    CHECK(dates(said(within("15", "day"), {on_day("2026-10-06T05:00-07:00")}, "deadline", "US-CA")) == "2026-10-21");
    CHECK(dates(said(within("24", "hour"), {on_day("2026-10-06T05:00+09:00")}, "deadline", "US-CA")) == "2026-10-07T05:00+09:00");
}

TEST_CASE("deadline: a new beginning that is only expected moves nothing") {
    const auto d = said(R"(<every amount="6" unit="month" event="incident" reset="report"/>)", {on_day("2026-06-08"), "expected/event:report=2026-11-20"}, "recurring");
    CHECK(dates(d) == "2026-12-08..");
}
