// Proves that nothing counts as applying on a day unless that is certain: not early, not late, not while a date is open.

#include "lacuna/independence.hpp"
#include "lacuna/standing.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

/// A statute with one obligation 'a', its four dates and whatever is inside it.
World act(const std::string& dates, const std::string& inside = "", const std::string& head = in_force + version_1, const std::string& more = "") { return World({law("act", duty("a", inside, dates) + more, head)}); }

TimeStanding standing(const World& w, const std::string& on, const std::string& ref = "act@1#a") {
    const auto at = ref.find('@'), hash = ref.find('#');
    const auto version = w.corpus.version(*w.corpus.instrument("act"), ref.substr(at + 1, hash - at - 1));
    REQUIRE(version);
    return time_standing(w.corpus, w.at(ref), *version, day(on));
}
std::string status(const std::string& periods, const std::string& on) {
    const World w({law("act", duty("a"), periods + version_1)});
    const auto s = status_on(*w.corpus.instrument("act"), day(on));
    return s ? std::string(word(*s)) : "none";
}

const std::string two_versions = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2026-01-01"/>)";

}  // namespace

TEST_CASE("standing: the status is the one of the period that holds the day, first and last day included") {
    const std::string life = R"(<status value="proposed" from="2023-01-01" until="2023-12-31"/><status value="in-force" from="2024-01-01" until="2025-06-30"/>
        <status value="suspended" from="2025-07-01" until="2025-12-31"/><status value="repealed" from="2026-01-01"/>)";
    CHECK(status(life, "2022-12-31") == "none");
    CHECK(status(life, "2023-01-01") == "proposed");
    CHECK(status(life, "2023-12-31") == "proposed");
    CHECK(status(life, "2024-01-01") == "in-force");
    CHECK(status(life, "2025-06-30") == "in-force");
    CHECK(status(life, "2025-07-01") == "suspended");
    CHECK(status(life, "2026-01-01") == "repealed");
    CHECK(status(life, "2099-01-01") == "repealed");
}

TEST_CASE("standing: of two open periods the later one holds, in whatever order they are listed") {
    const std::string begun = R"(<status value="in-force" from="2024-01-01"/>)", ended = R"(<status value="repealed" from="2026-01-01"/>)";
    CHECK(status(begun + ended, "2025-12-31") == "in-force");
    CHECK(status(begun + ended, "2026-01-01") == "repealed");
    CHECK(status(ended + begun, "2026-01-01") == "repealed");
}

TEST_CASE("standing: a version stands from its day until the next one's") {
    const World w({law("act", duty("a"), two_versions)});
    const auto& in = *w.corpus.instrument("act");
    CHECK_FALSE(version_on(in, day("2023-12-31")));
    CHECK(version_on(in, day("2024-01-01")) == 0);
    CHECK(version_on(in, day("2025-12-31")) == 0);
    CHECK(version_on(in, day("2026-01-01")) == 1);
}

TEST_CASE("standing: not yet, now") {
    const auto w = act(R"(applies-from="2026-08-02")");
    CHECK(standing(w, "2026-08-01").applies == Answer::no);
    CHECK(standing(w, "2026-08-01").reason == "not yet: it applies from 2 August 2026");
    CHECK(standing(w, "2026-08-01").first_day == day("2026-08-02"));
    CHECK(standing(w, "2026-08-02").applies == Answer::yes);
    CHECK(standing(w, "2023-12-31").applies == Answer::no);
    CHECK(standing(w, "2023-12-31").reason == "not yet: The act has no status before 1 January 2024");
}

TEST_CASE("standing: no longer, because a later version took its place") {
    const World w({law("act", duty("a", "", R"(until="1")") + duty("b"), two_versions)});
    CHECK(standing(w, "2025-12-31").applies == Answer::yes);
    CHECK(standing(w, "2026-01-01").applies == Answer::no);
    CHECK(standing(w, "2026-01-01").reason == "no longer: version 1 was replaced on 1 January 2026");
    CHECK(standing(w, "2025-12-31", "act@2#b").applies == Answer::no);
    CHECK(standing(w, "2025-12-31", "act@2#b").reason == "not yet: it stands from 1 January 2026");
}

TEST_CASE("standing: suspended, repealed, vetoed, proposed or merely adopted is not in force") {
    for (const std::string value : {"proposed", "adopted", "suspended", "superseded", "repealed", "revoked", "vetoed"}) {
        const auto w = act("", "", std::string("<status value=\"") + value + "\" from=\"2024-01-01\"/>" + version_1);
        CHECK(standing(w, "2026-06-01").applies == Answer::no);
        CHECK(standing(w, "2026-06-01").reason == std::string("The act is ") + value + ", not in force, on this date");
    }
}

TEST_CASE("standing: after the last period nothing applies, and the reason does not say 'not yet'") {
    const auto w = act("", "", R"(<status value="in-force" from="2024-01-01" until="2025-12-31"/>)" + version_1);
    CHECK(standing(w, "2025-12-31").applies == Answer::yes);
    CHECK(standing(w, "2026-06-01").applies == Answer::no);
    CHECK(standing(w, "2026-06-01").reason.substr(0, 7) != "not yet");
}

TEST_CASE("standing: a date known only as an interval is open while the day lies in it") {
    for (const std::string kind : {"in-force-from", "applies-from"}) {
        const auto w = act(std::string(kind) + "=\"2026-03-01..2026-03-31\"");
        CHECK(standing(w, "2026-02-28").applies == Answer::no);
        CHECK(standing(w, "2026-03-15").applies == Answer::undetermined);
        CHECK(standing(w, "2026-03-31").applies == Answer::yes);
    }
    CHECK(standing(act(R"(applies-from="2026-03-01..2026-03-31")"), "2026-03-15").reason == "the date from which it applies is known only as between 1 March 2026 and 31 March 2026");
}

TEST_CASE("standing: a computed date leaves the answer open on any day") {
    for (const std::string kind : {"in-force-from", "applies-from"}) {
        const auto w = act("", std::string("<date for=\"") + kind + R"("><within amount="90" unit="day" event="opening"/></date>)");
        CHECK(standing(w, "2024-06-01").applies == Answer::undetermined);
        CHECK(standing(w, "2099-06-01").applies == Answer::undetermined);
    }
}

TEST_CASE("standing: while it is open whether the next version has begun, it is open whether this one still stands") {
    const World w({law("act", duty("a", "", R"(until="1")") + duty("b"), in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2026-03-01..2026-03-31"/>)")});
    CHECK(standing(w, "2026-02-28").applies == Answer::yes);
    CHECK(standing(w, "2026-03-31").applies == Answer::no);
    CHECK(standing(w, "2026-03-15", "act@2#b").applies == Answer::undetermined);
    CHECK(standing(w, "2026-03-15").applies == Answer::undetermined);
}

TEST_CASE("standing: while it is open whether a suspension has begun, it is open whether the law applies") {
    const auto w = act("", "", in_force + R"(<status value="suspended" from="2026-03-01..2026-03-31"/>)" + version_1);
    CHECK(standing(w, "2026-02-28").applies == Answer::yes);
    CHECK(standing(w, "2026-03-31").applies == Answer::no);
    CHECK(standing(w, "2026-03-15").applies == Answer::undetermined);
}

TEST_CASE("standing: the four dates are different: in force, applies, enforceable, legacy") {
    const std::string fine = provision("fine", R"(norm="sanction")", R"(<sanction by="agency"><punishes ref="#a"/></sanction>)");
    const auto w = act(R"(in-force-from="2024-08-01" applies-from="2025-08-02" enforceable-from="2026-08-02" legacy-until="2027-08-02")", "", in_force + version_1, fine);
    const auto at = [&](const char* on) { return std::pair(standing(w, on).applies, enforceable(w.corpus, w.at("act@1#a"), 0, day(on))); };
    CHECK(standing(w, "2024-07-31").reason == "not yet: it is in force from 1 August 2024");
    CHECK(standing(w, "2024-08-01").reason == "not yet: it applies from 2 August 2025");
    CHECK(at("2025-08-01") == std::pair(Answer::no, Answer::no));
    CHECK(at("2025-08-02") == std::pair(Answer::yes, Answer::no));
    CHECK(at("2026-08-02") == std::pair(Answer::yes, Answer::yes));
    CHECK(at("2027-08-02") == std::pair(Answer::yes, Answer::yes));  // legacy is about a model, not about the rule's own day
}

TEST_CASE("standing: enforceable needs a sanction, that applies itself") {
    CHECK(enforceable(act("").corpus, 0, 0, day("2026-06-01")) == Answer::no);
    const auto fined = [](const std::string& dates) { return act("", "", in_force + version_1, provision("fine", R"(norm="sanction" )" + dates, R"(<sanction by="agency"><punishes ref="#a"/></sanction>)")); };
    CHECK(enforceable(fined("").corpus, 0, 0, day("2026-06-01")) == Answer::yes);
    CHECK(enforceable(fined(R"(applies-from="2027-01-01")").corpus, 0, 0, day("2026-06-01")) != Answer::yes);
}

TEST_CASE("standing: an enforceable date that is open leaves it open") {
    const std::string fine = provision("fine", R"(norm="sanction")", R"(<sanction by="agency"><punishes ref="#a"/></sanction>)");
    CHECK(enforceable(act(R"(enforceable-from="2026-03-01..2026-12-31")", "", in_force + version_1, fine).corpus, 0, 0, day("2026-06-01")) == Answer::undetermined);
    CHECK(enforceable(act("", R"(<date for="enforceable-from"><within amount="1" unit="year" event="opening"/></date>)", in_force + version_1, fine).corpus, 0, 0, day("2026-06-01")) == Answer::undetermined);
}

TEST_CASE("standing: the rungs of the ladder") {
    const auto rung = [](const std::string& force, const std::string& inside, const std::string& head = in_force + version_1) {
        const World w({instrument("x", "force=\"" + force + R"(" jurisdiction="EU" issuer="parliament" bearer="lab")", duty("a", inside), head)});
        return own_rung(w.corpus, w.at("x@1#a"), 0, day("2026-06-01"));
    };
    CHECK(rung("binding", "") == Rung::binding);
    CHECK(rung("code", "") == Rung::code);
    CHECK(rung("pledge", "") == Rung::pledged);
    CHECK(rung("guidance", "") == Rung::nothing);
    CHECK(rung("standard", "") == Rung::nothing);
    CHECK(rung("policy", "") == Rung::promised);
    CHECK(rung("policy", R"(<holds function="verify" party="board"/>)") == Rung::promised);
    CHECK(rung("policy", R"(<holds function="verify" state="nobody"/>)") == Rung::promised);
    CHECK(rung("policy", R"(<holds function="verify" state="unknown"/>)") == Rung::promised);
    CHECK(rung("policy", R"(<holds function="verify" party="agency"/>)") == Rung::promised_checked);
}

TEST_CASE("standing: a bill that is proposed or vetoed stands on no rung of the law") {
    for (const std::string value : {"proposed", "vetoed", "repealed"}) {
        const auto w = act("", "", std::string("<status value=\"") + value + "\" from=\"2024-01-01\"/>" + version_1);
        CHECK(own_rung(w.corpus, 0, 0, day("2026-06-01")) == Rung::nothing);
    }
}
