// Proves that a source counts only if it surely applies on the day asked, to the model asked about.

#include "two_norms.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string words = R"(<vocabulary><fact id="placed-on-market" about="model" kind="date"><name>Placed on the market</name></fact></vocabulary>)";

std::string in_time(const std::string& attributes, const std::string& head = in_force + version_1, const std::string& inside = "") { return found({.s_inside = inside, .s_attributes = attributes, .s_head = head}); }

/// The time aspect of a source in words, with facts.
std::string time(const std::string& attributes, const std::string& inside, const std::vector<std::string>& facts, const std::string& on = "2026-06-01") {
    const auto g = judged({.s_inside = inside, .s_attributes = attributes, .files = {words}}, {.on = on, .facts = facts});
    const auto& v = g.verdict(Aspect::time);
    CHECK(in_gap(g) == (v.finding == Finding::covered ? "covered" : "time: " + std::string(word(v.finding))));
    return std::string(word(v.finding)) + ": " + v.reason;
}

}  // namespace

TEST_CASE("aspects: time: not yet, no longer, suspended, an open date") {
    CHECK(in_time("") == "covered");
    CHECK(in_time(R"(applies-from="2026-06-02")") == "time: falls-short");
    CHECK(in_time(R"(applies-from="2026-06-01")") == "covered");
    CHECK(in_time(R"(in-force-from="2026-06-02")") == "time: falls-short");
    CHECK(in_time(R"(applies-from="2026-05-01..2026-06-30")") == "time: undetermined");
    CHECK(in_time("", in_force + version_1, R"(<date for="applies-from"><within amount="1" unit="month" event="opening"/></date>)") == "time: undetermined");
    CHECK(in_time("", R"(<status value="in-force" from="2024-01-01" until="2025-12-31"/><status value="suspended" from="2026-01-01"/>)" + version_1) == "time: falls-short");
    CHECK(in_time("", R"(<status value="adopted" from="2024-01-01"/>)" + version_1) == "time: falls-short");
    CHECK(in_time("", in_force + version_1 + R"(<version id="2" in-force-from="2026-01-01"/>)") == "time: falls-short");  // asked as new@1
}

TEST_CASE("aspects: time: a model on the market before the duty applied has time left until its legacy date") {
    const std::string dates = R"(applies-from="2025-08-02" legacy-until="2027-08-02")";
    const auto placed = [&](const std::string& day) { return time(dates, "", {"placed-on-market=" + day}); };
    const std::string late = "falls-short: not yet for this model: it was on the market before the duty applied, and has until 2 August 2027";
    const std::string unknown = "undetermined: it applies, but models already on the market when it began have until 2 August 2027; that this model's time is over is not known";
    CHECK(placed("2025-08-01") == late);
    CHECK(placed("2025-08-02") == "covered: it applies on this date");  // on the day itself it is a new model
    CHECK(placed("2025-08-03") == "covered: it applies on this date");
    CHECK(placed("2025-08-01..2025-08-02") == unknown);
    CHECK(placed("2025-07-01..2025-08-01") == late);
    CHECK(placed("2025-08-02..2025-09-01") == "covered: it applies on this date");
    CHECK(time(dates, "", {}) == unknown);
    // the day itself is the last day of the time that is left, as it was before
    CHECK(time(dates, "", {"placed-on-market=2020-01-01"}, "2027-08-01") == late);
    CHECK(time(dates, "", {"placed-on-market=2020-01-01"}, "2027-08-02") == "covered: it applies on this date");
    CHECK(time(dates, "", {}, "2027-08-02") == "covered: it applies on this date");
}

TEST_CASE("aspects: time: a legacy date alone, or an interval, does not say which models are old ones") {
    CHECK(time(R"(legacy-until="2027-08-02")", "", {"placed-on-market=2026-05-01"}).starts_with("undetermined: "));
    const std::string interval = R"(applies-from="2025-08-02..2025-09-02" legacy-until="2027-08-02")";
    CHECK(time(interval, "", {"placed-on-market=2025-08-01"}).starts_with("falls-short: "));
    CHECK(time(interval, "", {"placed-on-market=2025-08-15"}).starts_with("undetermined: "));
    CHECK(time(interval, "", {"placed-on-market=2025-09-02"}).starts_with("covered: "));
}

TEST_CASE("aspects: time: a legacy date that depends on an event") {
    const std::string applies = R"(applies-from="2025-08-02")", until = R"(<date for="legacy-until"><within amount="2" unit="year" event="opening"/></date>)";
    CHECK(time(applies, until, {}) == "undetermined: it applies, but models already on the market when it began have until a day that depends on an event; that this model's time is over is not known");
    CHECK(time(applies, until, {"placed-on-market=2026-01-01"}) == "covered: it applies on this date");
    CHECK(time(applies, until, {"placed-on-market=2024-01-01", "event:opening=2025-01-01"}) == "falls-short: not yet for this model: it was on the market before the duty applied, and has until a day that depends on an event");
    CHECK(time(applies, until, {"placed-on-market=2024-01-01", "event:opening=2024-06-01"}) == "covered: it applies on this date");
}

TEST_CASE("aspects: time: the later of a fixed day and ninety days after an event") {
    const std::string date = R"(<date for="applies-from"><later-of><fixed on="2026-03-01"/><within amount="90" unit="day" event="opening"/></later-of></date>)";
    const auto on = [&](const std::string& day, const std::vector<std::string>& facts) { return time("", date, facts, day); };
    const std::string open = "undetermined: the date from which it applies depends on an event", no = "falls-short: not yet: it applies from the later of: 1 March 2026; 90 days after opening", yes = "covered: it applies on this date";
    CHECK(on("2026-06-01", {}) == open);
    CHECK(on("2026-02-28", {}) == no);  // whenever the event was
    CHECK(on("2026-06-01", {"event:opening=2026-03-03"}) == yes);
    CHECK(on("2026-06-01", {"event:opening=2026-03-04"}) == no);
    CHECK(on("2026-02-28", {"event:opening=2020-01-01"}) == no);
    CHECK(on("2026-03-01", {"event:opening=2020-01-01"}) == yes);
    CHECK(on("2026-06-01", {"event:opening=no"}) == no);
    CHECK(on("2026-06-01", {"event:opening=yes"}) == open);  // it has happened, nobody says when
    CHECK(on("2026-06-01", {"event:opening=unknown"}) == open);
}

TEST_CASE("aspects: time: a part of a month is nobody's to count") {
    const std::string date = R"(<date for="applies-from"><within amount="1.5" unit="month" event="opening"/></date>)";
    CHECK(time("", date, {"event:opening=2026-05-01"}) == "undetermined: the date from which it applies depends on an event");
    CHECK(time("", R"(<date for="applies-from"><within amount="1e15" unit="year" event="opening"/></date>)", {"event:opening=2026-05-01"}).starts_with("undetermined: "));
}
