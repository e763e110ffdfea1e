// Step 2, the clocks: real time limits of the shipped corpus, with exact dates, and as a calendar file.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "program.hpp"

using Json = nlohmann::json;

namespace {

Json ask(const std::string& arguments) { return lacuna_json("calendar " + arguments)["result"]; }

std::string side(const Json& day) { return day.is_string() ? day.get<std::string>() : ""; }

/// "2026-09-21", "2026-10-17..2026-10-19", "2026-10-20.." or, of words, "'without delay' from 2026-09-07".
std::string said(const Json& entry) {
    if (entry["says"] == "in-words") return fmt::format("'{}' from {}", entry["words"].get<std::string>(), side(entry["limit"]));
    if (entry["says"] != "dated") return entry["says"];
    const auto first = side(entry["earliest"]), last = side(entry["latest"]);
    return first == last ? first : first + ".." + last;
}

/// The clock of this provision whose words hold `words`.
const Json& clock_of(const Json& result, const std::string& provision, const std::string& words = "") {
    for (const auto& e : result["due"])
        if (e["of"]["ref"].get<std::string>().ends_with("#" + provision) && e["clock"]["words"].get<std::string>().find(words) != std::string::npos) return e;
    FAIL("no clock of " << provision << " with: " << words);
    return result;
}
std::string said(const Json& result, const std::string& provision, const std::string& words = "") { return said(clock_of(result, provision, words)); }

bool listed(const Json& result, const std::string& provision) {
    return std::any_of(result["due"].begin(), result["due"].end(), [&](const Json& e) { return e["of"]["ref"].get<std::string>().ends_with("#" + provision); });
}

/// The lines of a calendar file, folding undone; every line must end as RFC 5545 says, and none may be too long.
std::vector<std::string> calendar_lines(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    const std::string all = text.str();
    std::vector<std::string> out;
    for (std::size_t i = 0; i < all.size();) {
        const auto end = all.find("\r\n", i);
        REQUIRE(end != std::string::npos);
        CHECK(end - i <= 75);
        const auto line = all.substr(i, end - i);
        if (line.starts_with(' ')) out.back() += line.substr(1);
        else out.push_back(line);
        i = end + 2;
    }
    return out;
}

std::vector<std::string> values(const std::vector<std::string>& lines, const std::string& name) {
    std::vector<std::string> out;
    for (const auto& l : lines)
        if (l.starts_with(name)) out.push_back(l.substr(name.size()));
    return out;
}

/// The file that a question writes.
std::vector<std::string> calendar_file(const std::string& arguments) {
    const auto path = std::filesystem::temp_directory_path() / "lacuna-acceptance-clocks.ics";
    REQUIRE(lacuna(fmt::format("calendar {} -o {}", arguments, path.string())).exit == 0);
    auto lines = calendar_lines(path);
    std::filesystem::remove(path);
    return lines;
}

}  // namespace

TEST_CASE("EU AI Act, Art. 52(1): without delay, and two weeks at the latest, counted by Regulation 1182/71") {
    const auto met = ask("--of eu-ai-act#art-52-1 --event classification-met=2026-09-07 --on 2026-09-10");
    CHECK(said(met, "art-52-1", "2 weeks") == "2026-09-21");
    CHECK(said(met, "art-52-1", "without delay") == "'without delay' from 2026-09-07");
    // met on a Saturday: two weeks later is one, too, and the Monday after it is the last day
    CHECK(said(ask("--of eu-ai-act#art-52-1 --event classification-met=2026-09-05 --on 2026-09-10"), "art-52-1", "2 weeks") == "2026-09-21");
    // only the placing day is known: met on it at the latest, so no day to act by is invented
    const auto placed = ask("--of eu-ai-act#art-52-1 --fact placed-on-market=2026-09-07 --on 2026-09-10");
    CHECK(said(placed, "art-52-1", "2 weeks") == "..2026-09-21");
}

TEST_CASE("EU AI Act: six months at the earliest, ten years' retention, words without a number, every four years") {
    const auto eu = ask("--of eu-ai-act --event designation=decided:2026-09-10 --event placing-on-market=2026-09-01 --event serious-incident=2026-10-02 --on 2026-10-06");
    CHECK(said(eu, "art-52-5", "first request") == "2027-03-11");  // after 10 March, which ends the six months
    CHECK(said(eu, "art-54-3-b") == "2036-09-01");
    const auto& report = clock_of(eu, "art-55-1-c");
    CHECK(said(report) == "'without undue delay' from 2026-10-02");
    CHECK(report["earliest"].is_null());
    CHECK(report["latest"].is_null());
    CHECK(said(eu, "art-112-3") == "2029-08-02");
    CHECK(said(eu, "art-112-6") == "2028-08-02");
    CHECK(said(ask("--of eu-ai-act#art-112-6 --on 2028-08-03"), "art-112-6") == "2032-08-02");
    // no designation is known: the waiting time has not begun, and no date is made up
    CHECK(said(ask("--of eu-ai-act#art-52-5 --on 2026-10-06"), "art-52-5", "first request") == "not-begun");
}

TEST_CASE("EU Code, Measure 9.3: 2, 5, 10 and 15 days from awareness, updates until the incident is resolved") {
    const std::string aware = "--event critical-infrastructure-disruption=awareness:2026-10-05 --event cybersecurity-breach=awareness:2026-10-05 --event death=awareness:2026-10-05 --event serious-harm=awareness:2026-10-05";
    const auto code = ask("--of eu-gpai-code#measure-9.3 " + aware + " --event initial-incident-report=2026-10-07 --on 2026-10-06");
    CHECK(said(code, "measure-9.3-1") == "2026-10-07");
    CHECK(said(code, "measure-9.3-2") == "2026-10-10..2026-10-12");  // a Saturday; no rule of counting is known for a code
    CHECK(clock_of(code, "measure-9.3-2")["limit"] == "2026-10-10");
    CHECK(said(code, "measure-9.3-3") == "2026-10-15");
    CHECK(said(code, "measure-9.3-4") == "2026-10-20");
    CHECK(said(code, "measure-9.3-intermediate") == "2026-11-04");
    const auto resolved = [&](const std::string& on) { return said(ask("--of eu-gpai-code#measure-9.3 --event initial-incident-report=2026-10-07 --event incident-resolution=2026-11-10 --on " + on), "measure-9.3-intermediate"); };
    CHECK(resolved("2026-11-04") == "2026-11-04");
    CHECK(resolved("2026-11-05") == "over");
    // the day of the death is not the day on which it was learned of: there is a lower bound, and no more
    CHECK(said(ask("--of eu-gpai-code#measure-9.3 --event death=2026-10-05 --on 2026-10-06"), "measure-9.3-3") == "2026-10-15..");
}

TEST_CASE("EU Code: five business days, ten years, 12 months or on grounds, whichever is sooner") {
    const auto code = ask("--of eu-gpai-code --event framework-confirmed=2026-10-01 --event model-report-confirmed=2026-10-02 --event placing-on-market=2026-09-01 --event justification-undermined=2026-10-01 --on 2026-10-06");
    CHECK(said(code, "measure-1.4") == "2026-10-08");
    CHECK(said(code, "measure-7.7-update") == "2026-10-09");
    CHECK(said(code, "measure-10.1-retention") == "2036-09-01");
    CHECK(said(code, "measure-7.6-six-months") == "2027-04-02");
    const auto& yearly = clock_of(code, "measure-1.3-assessment");
    CHECK(said(yearly) == "..2027-09-01");
    CHECK(yearly["at_the_latest"] == true);
    CHECK(yearly["words"] == "if there are reasonable grounds");
    // after learning of the grounds: the day on which there were grounds starts nothing
    CHECK(said(code, "measure-7.6-time") == "undated");
    const auto learned = ask("--of eu-gpai-code#measure-7.6-time --event justification-undermined=awareness:2026-10-03 --on 2026-10-06");
    CHECK(said(learned, "measure-7.6-time") == "'within a reasonable amount of time' from 2026-10-03");
}

TEST_CASE("California SB 53: 15 days, 24 hours, and what is first due by a day and then every year") {
    const auto ca = ask("--of us-ca-sb-53 --event critical-safety-incident=discovery:2026-10-02T09:00-07:00 --event imminent-risk=discovery:2026-10-02T09:00-07:00 --on 2026-10-03");
    CHECK(said(ca, "bpc-22757.13-c-1") == "2026-10-19");  // 17 October is a Saturday
    CHECK(said(ca, "bpc-22757.13-c-2") == "2026-10-03T09:00-07:00");
    CHECK(said(ca, "bpc-22757.14-a") == "2027-01-01");
    CHECK(said(ca, "bpc-22757.13-g-1", "recurring") == "not-standing");
    const auto later = ask("--of us-ca-sb-53 --on 2027-02-01");
    CHECK(said(later, "bpc-22757.14-a") == "2028-01-01..2028-01-03");
    CHECK(said(later, "bpc-22757.13-g-1", "recurring") == "2027-01-01..2027-12-31");  // beginning, not by, 1 January 2027
}

TEST_CASE("New York RAISE and Illinois AISMA: 72 and 24 hours run from the moment, and not from a day without one") {
    const auto ny = ask("--of us-ny-raise --event critical-safety-incident=discovery:2027-02-02T09:00-05:00 --event imminent-risk=discovery:2027-02-02T09:00-05:00 --on 2027-02-02");
    CHECK(said(ny, "s-1422-3-a", "discovery") == "2027-02-05T09:00-05:00");
    CHECK(said(ny, "s-1422-3-b") == "2027-02-03T09:00-05:00");
    CHECK(said(ny, "s-1422-7-a", "recurring") == "not-standing");
    const auto il = ask("--of us-il-aisma --event critical-safety-incident=awareness:2027-02-02T09:00-06:00 --event imminent-risk=discovery:2027-02-02 --on 2027-02-02");
    CHECK(said(il, "sec-15-c-report") == "2027-02-05T09:00-06:00");
    CHECK(said(il, "sec-15-c-imminent") == "2027-02-03T00:00..2027-02-04T00:00");
    CHECK(said(il, "sec-15-g-1") == "2029-01-01");
}

TEST_CASE("Korea: reviewed before each third 1 January, counted from 2026") {
    CHECK(said(ask("--of kr-ai-decree#art-33 --on 2026-10-06"), "art-33") == "2028-12-31");
    CHECK(said(ask("--of kr-ai-decree#art-33 --on 2029-01-01"), "art-33") == "2031-12-31");
}

TEST_CASE("what certainly does not apply is left out and counted; what may not says on what that turns; unknown is never left out") {
    const std::string eu = "--of eu-ai-act --event serious-incident=2026-10-02 --fact markets=EU --fact placed-on-market=2026-09-01 --on 2026-10-06 ";
    const auto small = ask(eu + "--fact training-compute=1e24FLOP"), unknown = ask(eu), big = ask(eu + "--fact training-compute=2.1e25FLOP");
    CHECK(listed(small, "art-54-3-b"));
    CHECK(listed(unknown, "art-55-1-c"));
    const auto& open = clock_of(unknown, "art-55-1-c");
    CHECK(open["applicability"] == "undetermined");
    CHECK(std::any_of(open["turns_on"].begin(), open["turns_on"].end(), [](const Json& f) { return f["fact"] == "training-compute"; }));
    CHECK(clock_of(big, "art-55-1-c")["applicability"] == "presumed");
    CHECK(unknown["left_out"] <= small["left_out"]);
    // moments alone say when, not whether: nothing is left out
    const auto moments = ask("--of eu-ai-act --event serious-incident=2026-10-02 --on 2026-10-06");
    CHECK(moments["applicability_asked"] == false);
    CHECK(moments["left_out"] == 0);
    CHECK(moments["due"].size() == unknown["due"].size() + unknown["left_out"].get<std::size_t>());
}

TEST_CASE("a code counts for who has signed it; of an unnamed developer that is open, and nothing is hidden") {
    const std::string facts = "--in EU --fact training-compute=2.1e25FLOP --fact markets=EU --fact placed-on-market=2026-09-01 --on 2026-10-06";
    const auto unnamed = ask(facts), signatory = ask(facts + " --lab anthropic"), other = ask(facts + " --lab meta");
    CHECK(clock_of(unnamed, "measure-10.1-retention")["applicability"] == "undetermined");
    CHECK(clock_of(signatory, "measure-10.1-retention")["applicability"] == "presumed");
    CHECK_FALSE(listed(other, "measure-10.1-retention"));
    CHECK(listed(other, "art-54-3-b"));
}

TEST_CASE("law that stands only later does not keep the rest from being asked, nor is it left out") {
    const auto all = ask("--on 2026-11-21");
    CHECK(listed(all, "art-52-1"));
    CHECK(said(all, "sec-15-c-report") == "not-standing");
    CHECK(clock_of(all, "sec-15-c-report")["applies_from"] == "2027-01-01");
}

TEST_CASE("a calendar file reads back: one event a date, names that stay from run to run and from day to day") {
    const std::string asked = "--of eu-ai-act --of eu-gpai-code --event placing-on-market=2026-09-01 --event serious-incident=awareness:2026-10-05T09:30+02:00 --event serious-harm=awareness:2026-10-05 --event framework-confirmed=2026-10-01";
    const auto first = calendar_file(asked + " --on 2026-10-06"), again = calendar_file(asked + " --on 2026-10-06"), later = calendar_file(asked + " --on 2026-10-07");
    CHECK(first == again);
    const auto names = values(first, "UID:");
    CHECK(names == values(later, "UID:"));
    CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
    CHECK(names.size() == values(first, "BEGIN:VEVENT").size());
    CHECK(names.size() == values(first, "DTSTART").size());
    CHECK(names.size() == values(first, "SUMMARY:").size());
    CHECK(names.size() > 8);
    CHECK(std::count(first.begin(), first.end(), "DTSTAMP:20261006T000000Z") == static_cast<std::ptrdiff_t>(names.size()));
    CHECK(std::find(names.begin(), names.end(), "eu-gpai-code#measure-9.3-4/deadline/within-15-day-serious-harm/serious-harm.awareness=2026-10-05@lacuna") != names.end());
    CHECK(std::count(first.begin(), first.end(), "DTSTART;VALUE=DATE:20261020") == 1);
}
