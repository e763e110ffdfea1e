// Proves the ladder: each promise stands on the rung of what certainly asks it, and never on that of something with the same theme.

#include "lacuna/ladder.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string fine = provision("fine", R"(norm="sanction")", R"(<sanction by="agency"><punishes ref="#s"/></sanction>)");

/// A statute on everybody, unless it is on some.
std::string act(const std::string& parts, const std::string& bearer = "anyone") { return law("act", parts, in_force + version_1, bearer); }

/// "2" or "2-6", then what the law asks by itself, then marks, for one theme in the EU on a day.
std::string rungs(const std::vector<std::string>& files, const std::string& on = "2026-06-01", const std::string& theme = "framework") {
    const World w(files);
    std::vector<Problem> problems;
    LadderQuestion q;
    q.of = {"promise"};
    q.themes = {theme};
    q.places = {"EU"};
    q.days = {day(on)};
    q.situation.developer = "lab";
    const auto answer = ladder(w.corpus, w.walk, q, problems);
    REQUIRE(problems.empty());
    const auto& c = answer.cells.front();
    std::string out = c.lowest ? std::to_string(static_cast<int>(*c.lowest)) : "none";
    if (c.lowest != c.highest) out += "-" + std::to_string(static_cast<int>(*c.highest));
    for (const auto& s : c.own) out += ", law " + std::to_string(static_cast<int>(s.rung));
    for (const auto& s : c.promises)
        if (s.ascent) out += ", to " + std::to_string(static_cast<int>(s.ascent->to)) + (s.ascent->from ? " from " + to_string(*s.ascent->from) : "");
    if (c.stops) out += c.brakes.empty() ? ", no brake" : ", brake";
    if (!c.brakes_without_duty.empty()) out += ", brake without duty";
    for (const auto& note : answer.notes) out += " [" + note + "]";
    return out;
}

std::string promise(const std::string& inside = "") { return policy("promise", "lab", duty("t", inside)); }
std::string mapped(const std::string& relation = "superset-of", const std::string& from = "act@1#s") { return mappings("m", row("1", {from}, relation, {"promise@1#t"})); }

}  // namespace

TEST_CASE("ladder: a promise with the theme of a law stands where it stands by itself") {
    CHECK(rungs({promise(), act(duty("s") + fine)}) == "2, law 6");
    CHECK(rungs({promise(R"(<holds function="verify" party="agency"/>)"), act(duty("s") + fine)}) == "3, law 6");
}

TEST_CASE("ladder: a law that certainly asks it lifts it to 5, and to 6 where its breach can be punished today") {
    CHECK(rungs({promise(), act(duty("s")), mapped()}) == "5, law 5");
    CHECK(rungs({promise(), act(duty("s") + fine), mapped()}) == "6, law 6");
    CHECK(rungs({promise(), act(duty("s", "", R"(enforceable-from="2026-08-02")") + fine), mapped()}) == "5, law 5");
}

TEST_CASE("ladder: what is not certain lifts nothing") {
    CHECK(rungs({promise(), act(duty("s") + fine), mapped("intersects-with")}) == "2, law 6");
    CHECK(rungs({promise(), act(duty("s", when(R"(<test id="severe">harm is severe</test>)")) + fine), mapped()}) == "2, law 6");
    CHECK(rungs({promise(), act(duty("s", "", "", "should") + fine), mapped()}) == "2, law 6");
    // whether the lab is a large developer is not known
    CHECK(rungs({promise(), act(duty("s") + fine, "large-developer"), mapped()}) == "2, law 6");
    // a power is no duty
    CHECK(rungs({promise(), act(provision("s", R"(norm="power" bearer="agency" themes="framework")")), mapped()}) == "2");
}

TEST_CASE("ladder: law to come is an arrow and no rung") {
    CHECK(rungs({promise(), act(duty("s", "", R"(applies-from="2027-01-01")") + fine), mapped()}) == "2, law 0, to 6 from 2027-01-01");
    CHECK(rungs({promise(), act(duty("s", "", R"(applies-from="2027-01-01")") + fine), mapped()}, "2027-02-01") == "6, law 6");
}

TEST_CASE("ladder: a code lifts its signatories to 4, and others not") {
    const std::string code = R"(force="code" jurisdiction="EU" issuer="parliament" bearer="anyone")";
    const auto with = [&](const std::string& who) { return rungs({promise(), instrument("act", code, duty("s"), in_force + R"(<adoption party=")" + who + R"(" from="2024-02-01"/>)" + version_1), mapped()}); };
    CHECK(with("lab") == "4, law 4");
    CHECK(with("rival") == "2, law 4");
}

TEST_CASE("ladder: who can stop, and behind which duty") {
    const std::string paused = R"(norm="obligation" modality="must" themes="pause")";
    const auto with = [&](const std::string& power) { return rungs({policy("promise", "lab", provision("t", paused)), act(power + duty("s"))}, "2026-06-01", "pause"); };
    CHECK(with("") == "2, no brake");
    // what stops something else stops nothing here
    CHECK(with(provision("p", R"(norm="power" bearer="agency" themes="framework")", R"(<guards ref="#s"/><holds function="enforce" party="agency" reach="stop" over="developer"/>)")) == "2, no brake");
    CHECK(with(provision("p", R"(norm="power" bearer="agency" themes="pause")", R"(<guards ref="#s"/><holds function="enforce" party="agency" reach="penalise" over="developer"/>)")) == "2, no brake");
    CHECK(with(provision("p", R"(norm="power" bearer="agency" themes="pause")", R"(<guards ref="#s"/><holds function="enforce" party="agency" reach="stop" over="developer"/>)")) == "2, brake");
    CHECK(with(provision("p", R"(norm="power" bearer="agency" themes="pause")", R"(<holds function="enforce" party="agency" reach="stop" over="developer"/>)")) == "2, no brake, brake without duty");
    CHECK(with(provision("p", R"(norm="power" bearer="agency" themes="pause" applies-from="2027-01-01")", R"(<guards ref="#s"/><holds function="enforce" party="agency" reach="stop" over="developer"/>)")) == "2, no brake");
}

TEST_CASE("ladder: a text that is not held is told, and is not taken for nothing promised") {
    CHECK(rungs({policy("promise", "lab", duty("t"), in_force + R"(<version id="0" encoded="no" in-force-from="2024-01-01"/><version id="1" in-force-from="2025-01-01"/>)"), act(duty("s") + fine)}, "2024-06-01") ==
          "none, law 6 [2024-06-01: version '0' of 'promise' is known, but its text is not in the corpus]");
}
