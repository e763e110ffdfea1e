// Proves that everything wrong with the facts of a situation is told, wherever they come from.

#include "trigger_world.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const TriggerWorld& world() {
    static const std::string places = R"(<fact id="places" about="model" kind="set"><name>Places</name><value id="A"><name>A</name></value><value id="B"><name>B</name></value></fact>)";
    static const std::string designation = R"(<event id="designation" act="yes"><name>Designated</name></event>)";
    static const std::string scheme = R"(<scheme id="levels" label="L"><level id="l1" label="1"><summary>One.</summary></level></scheme>)";
    static const TriggerWorld w({law("act", duty("a", when(R"(<test id="safe-enough">it is safe</test>)"))), policy("plan", "lab", duty("o"), in_force + version_1 + scheme)}, vocabulary_with(places, designation));
    return w;
}

std::string told(const Situation& s) {
    std::string out;
    for (const auto& p : check_situation(world().corpus, s, day("2026-06-01"))) out += (out.empty() ? "" : "\n") + p.what + ": " + p.advice;
    return out;
}
std::string wrong(const std::vector<std::string>& facts) { return told(Facts(world().corpus.vocabulary(), facts).situation); }
/// Of a file with these facts.
std::string wrong_in(const std::string& inside, const std::string& attributes = "") { return told(read({R"(<situation id="s" )" + attributes + ">" + inside + "</situation>"}).situations.front()); }

}  // namespace

TEST_CASE("names that mean nothing") {
    CHECK(wrong({"test:safe-enuogh=yes"}) == "no test is called 'safe-enuogh': did you mean 'safe-enough'?");
    CHECK(wrong({"test:x=yes"}) == "no test is called 'x': see `lacuna list tests`");
    CHECK(wrong({"class:x=yes"}) == "no class is called 'x': see `lacuna list classes`");
    CHECK(wrong({"level:levels:l9=yes"}) == "no level of scheme 'levels' is called 'l9': did you mean 'l1'?");
    CHECK(wrong({"level:none:l1=yes"}) == "no scheme is called 'none': use one of levels");
    CHECK(wrong({"nobody/open-weights=yes"}) == "no party is called 'nobody': name a party, 'bearer' for whoever bears the duty, or 'expected' for what is known to come");
    CHECK(wrong({"bearer/open-weights=yes", "expected/open-weights=yes", "lab/open-weights=no", "lab+board/open-weights=no"}).empty());
    CHECK(wrong({"places=C"}) == "'places' has no value 'C': did you mean 'A'?");
    CHECK(wrong({"places=Atlantis"}) == "'places' has no value 'Atlantis': use one of A, B");
    CHECK(wrong({"places=A,,B"}) == "'places' has no value '': use one of A, B");
    CHECK(wrong_in("", R"(developer="nobody")") == "no party is called 'nobody': see `lacuna list parties`");
    CHECK(wrong_in(R"(<flag fact="fine-weather" holds="yes"/>)") == "no fact is called 'fine-weather': see `lacuna list facts`");
    CHECK(wrong_in(R"(<event name="eclipse" holds="yes"/>)") == "no event is called 'eclipse': see `lacuna list events`");
    CHECK(wrong_in(R"(<flag fact="open-weights" holds="yes" source="card"/>)") == "the situation has no source 'card': add a <source> with that id");
    CHECK(wrong_in(R"(<source id="card"><title>Card</title></source><flag fact="open-weights" holds="yes" source="card"/>)").empty());
}

TEST_CASE("figures that cannot be") {
    CHECK(wrong({"training-compute=FLOP"}) == "'training-compute' has no value, or a value and a range: give a value, or low and high, as in 9e24..1.2e25");
    CHECK(wrong({"training-compute=1.2.3FLOP"}) == "'1.2.3' is not a decimal number: write digits, perhaps a point and an exponent, as in 1e25");
    CHECK(wrong({"training-compute=-1FLOP"}) == "-1 is less than nothing: write a number of 0 or more");
    CHECK(wrong({"training-compute=2e25..1e25FLOP"}) == "2e25 is more than 1e25: put the smaller number first");
    CHECK(wrong({"training-compute=1e25flop"}) == "'training-compute' is not measured in 'flop': use FLOP");
    CHECK(wrong({"revenue@2025=1"}) == "'revenue' has no unit: use USD or EUR");
    CHECK(wrong({"revenue=1USD"}) == "'revenue' means nothing without a year: write revenue@2025=...");
    CHECK(wrong({"training-compute@2025=1FLOP"}) == "'training-compute' is not counted by the year: leave the year out");
    CHECK(wrong_in(R"(<quantity fact="training-compute" value="1" low="1" unit="FLOP"/>)") == "'training-compute' has no value, or a value and a range: give a value, or low and high, as in 9e24..1.2e25");
}

TEST_CASE("a fact said with the word of another kind") {
    CHECK(wrong_in(R"(<flag fact="training-compute" holds="yes"/>)") == "'training-compute' is a quantity, not a flag: say it with <quantity>");
    CHECK(wrong_in(R"(<flag fact="placed-on" holds="yes"/>)") == "'placed-on' is a date, not a flag: say it with <day>");
    CHECK(wrong_in(R"(<day fact="open-weights" on="2026-01-01"/>)") == "'open-weights' is a flag, not a date: say it with <flag>");
}

TEST_CASE("what says nothing, or twice, or two things at once") {
    CHECK(wrong_in(R"(<set fact="places"/>)") == "nothing is said of 'places': name what it includes or excludes");
    CHECK(wrong_in(R"(<set fact="places" only="yes"/>)").empty());
    CHECK(wrong_in(R"(<event name="incident"/>)") == "nothing is said of 'incident': give a moment, or yes, no or unknown");
    CHECK(wrong({"places=A,!A"}) == "'A' is both in and out of 'places': keep one of the two");
    CHECK(wrong({"open-weights=yes", "open-weights=yes"}) == "'open-weights' is said twice: keep one");
    CHECK(wrong({"revenue@2025=1USD", "revenue@2025=1EUR", "revenue@2024=1USD", "board/open-weights=no", "open-weights=yes"}).empty());
}

TEST_CASE("moments that cannot be") {
    CHECK(wrong({"event:incident=effective:2026-01-01"}) == "'incident' is no act of an authority and is not decided: say when it happened: occurrence, discovery, awareness, end");
    CHECK(wrong({"event:designation=effective:2026-03-01,withdrawn:2026-02-01"}) == "'designation' is withdrawn before it takes effect: correct one of the two dates");
    CHECK(wrong({"event:incident=2026-03-02,discovery:2026-03-01"}) == "'incident' is discovered before it happens: correct one of the two moments");
    CHECK(wrong({"event:incident=2026-03-02,awareness:2026-03-01"}) == "'incident' is known before it happens: correct one of the two moments");
    CHECK(wrong({"event:incident=2026-03-02,awareness:2026-03-02"}).empty());
}
