// Proves that facts are read as the format page says, that what is wrong with them is told, and that what is written reads back.

#include "lacuna/situation.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const Vocabulary& words() {
    static const Vocabulary v = read({vocabulary}).vocabulary;
    return v;
}

Known known(const std::string& text) {
    std::vector<Problem> problems;
    const auto k = parse_fact(words(), text, problems);
    for (const auto& p : problems) FAIL_CHECK(to_string(p));
    REQUIRE(k);
    return *k;
}

/// What is said about a fact that is wrong.
std::string wrong(const std::string& text) {
    std::vector<Problem> problems;
    CHECK_FALSE(parse_fact(words(), text, problems));
    std::string out;
    for (const auto& p : problems) out += (out.empty() ? "" : "\n") + to_string(p);
    return out;
}

std::string range(const Interval& i) {
    return std::string(i.low_open ? "(" : "[") + (i.low ? i.low->str() : "") + ", " + (i.high ? i.high->str() : "") + (i.high_open ? ")" : "]");
}
std::string range(const std::string& text) { return range(interval_of(known("training-compute=" + text + "FLOP"))); }

std::string both(const std::string& first, const std::string& second) {
    Situation s;
    put(s, known(first));
    put(s, known(second));
    std::string out;
    for (const auto& k : s.facts) out += (out.empty() ? "" : " ") + to_fact(k);
    return out;
}

}  // namespace

TEST_CASE("a fact that cannot be read is told, with what to write") {
    CHECK(wrong("training-compute") == "--fact training-compute: it is not of the form name=value: write for example training-compute=2.1e25FLOP");
    CHECK(wrong("=yes") == "--fact =yes: it is not of the form name=value: write for example training-compute=2.1e25FLOP");
    CHECK(wrong("") == "--fact : it is not of the form name=value: write for example training-compute=2.1e25FLOP");
    CHECK(wrong("training-computer=1FLOP") == "--fact training-computer=1FLOP: no fact is called 'training-computer': did you mean 'training-compute'?");
    CHECK(wrong("weather=fine") == "--fact weather=fine: no fact is called 'weather': see `lacuna list facts`");
    CHECK(wrong("lab/=yes") == "--fact lab/=yes: no fact is called '': see `lacuna list facts`");
    CHECK(wrong("weather:fine=yes") == "--fact weather:fine=yes: nothing is said by 'weather:': use test:, level:, class: or event:, or the name of a fact");
    CHECK(wrong("flag:open-weights=yes") == "--fact flag:open-weights=yes: nothing is said by 'flag:': use test:, level:, class: or event:, or the name of a fact");
    CHECK(wrong("level:l3=yes") == "--fact level:l3=yes: a level needs its scheme: write level:SCHEME:LEVEL=yes");
    CHECK(wrong("event:incidnet=yes") == "--fact event:incidnet=yes: no event is called 'incidnet': did you mean 'incident'?");
    CHECK(wrong("event:eclipse=yes") == "--fact event:eclipse=yes: no event is called 'eclipse': see `lacuna list events`");
    CHECK(wrong("revenue@last=1USD") == "--fact revenue@last=1USD: 'last' is not a year: write for example annual-revenue@2025=600e6USD");
    CHECK(wrong("revenue@25=1USD") == "--fact revenue@25=1USD: '25' is not a year: write for example annual-revenue@2025=600e6USD");
}

TEST_CASE("a value that cannot be read is told, with what to write") {
    CHECK(wrong("placed-on=soon") == "--fact placed-on=soon: 'soon' is not a day of the calendar: write YYYY-MM-DD, or YYYY-MM-DD..YYYY-MM-DD for an interval");
    CHECK(wrong("placed-on=2025-02-29") == "--fact placed-on=2025-02-29: '2025-02-29' is not a day of the calendar: write YYYY-MM-DD, or YYYY-MM-DD..YYYY-MM-DD for an interval");
    CHECK(wrong("placed-on=2026-01-02..2026-01-01") == "--fact placed-on=2026-01-02..2026-01-01: '2026-01-02..2026-01-01' is not a day of the calendar: write YYYY-MM-DD, or YYYY-MM-DD..YYYY-MM-DD for an interval");
    CHECK(wrong("open-weights=maybe") == "--fact open-weights=maybe: 'maybe' is not an answer: write yes, no or unknown");
    CHECK(wrong("open-weights=") == "--fact open-weights=: '' is not an answer: write yes, no or unknown");
    CHECK(wrong("test:safe=Yes") == "--fact test:safe=Yes: 'Yes' is not an answer: write yes, no or unknown");
    CHECK(wrong("class:developer=1") == "--fact class:developer=1: '1' is not an answer: write yes, no or unknown");
    CHECK(wrong("level:levels:l3=reached") == "--fact level:levels:l3=reached: 'reached' is not an answer: write yes, no or unknown");
    CHECK(wrong("event:incident=yesterday") == "--fact event:incident=yesterday: 'yesterday' is not a moment: write YYYY-MM-DD, or YYYY-MM-DDThh:mm+hh:mm with the offset from UTC");
    CHECK(wrong("event:incident=2026-10-05T14:00") == "--fact event:incident=2026-10-05T14:00: '2026-10-05T14:00' is not a moment: write YYYY-MM-DD, or YYYY-MM-DDThh:mm+hh:mm with the offset from UTC");
    CHECK(wrong("event:incident=awareness:soon") == "--fact event:incident=awareness:soon: 'soon' is not a moment: write YYYY-MM-DD, or YYYY-MM-DDThh:mm+hh:mm with the offset from UTC");
    CHECK(wrong("event:opening=decided:soon") == "--fact event:opening=decided:soon: 'soon' is not a day of the calendar: write YYYY-MM-DD");
    CHECK(wrong("event:incident=awarenes:2026-10-05") == "--fact event:incident=awarenes:2026-10-05: an event has no 'awarenes': did you mean 'awareness'?");
    CHECK(wrong("event:incident=birthday:2026-10-05") ==
          "--fact event:incident=birthday:2026-10-05: an event has no 'birthday': use one of occurrence, discovery, awareness, end, decided, effective, withdrawn");
    // every one of several moments is told
    CHECK(wrong("event:incident=awareness:soon,end:never") ==
          "--fact event:incident=awareness:soon,end:never: 'soon' is not a moment: write YYYY-MM-DD, or YYYY-MM-DDThh:mm+hh:mm with the offset from UTC\n"
          "--fact event:incident=awareness:soon,end:never: 'never' is not a moment: write YYYY-MM-DD, or YYYY-MM-DDThh:mm+hh:mm with the offset from UTC");
}

TEST_CASE("a fact that was read is written so that it reads the same") {
    for (const std::string text : {"training-compute=2.1e25FLOP", "training-compute==1e25FLOP", "training-compute=~20000FLOP", "training-compute=9e24..1.2e25FLOP", "training-compute=..1e25FLOP", "training-compute=1e25..FLOP",
                                   "revenue@2026=600e6USD", "revenue@2026=1..2EUR", "placed-on=2025-08-20", "placed-on=2025-08-01..2025-08-31", "open-weights=yes", "open-weights=no", "open-weights=unknown", "markets=EU,US-CA", "markets=!KR",
                                   "markets=EU,!KR", "markets=only:EU", "test:safe-enough=yes", "board/test:safe-enough=no", "ceo+board/test:safe-enough=unknown", "level:levels:l3=yes", "class:large-developer=no",
                                   "event:incident=yes", "event:incident=occurrence:2026-10-05", "event:incident=occurrence:2026-10-05T14:00+02:00,awareness:2026-10-06", "event:incident=discovery:2026-10-05T14:00Z,end:2026-11-01",
                                   "event:opening=decided:2026-03-10,effective:2026-04-01,withdrawn:2026-09-01..2026-09-30", "expected/training-compute=3e25FLOP", "expected/event:opening=occurrence:2027-01-01"}) {
        INFO(text);
        CHECK(to_fact(known(text)) == text);
        CHECK(known(to_fact(known(text))) == known(text));
    }
}

TEST_CASE("there are several ways to write the same") {
    CHECK(known("training-compute=2.1e25") == known("training-compute=2.1e25FLOP"));
    CHECK(known("training-compute=2.1e25 FLOP") == known("training-compute=2.1e25FLOP"));
    CHECK(known("training-compute=9e24FLOP..1.2e25") == known("training-compute=9e24..1.2e25FLOP"));
    CHECK(known("markets=none") == known("markets="));
    CHECK(to_fact(known("markets=none")) == "markets=none");
    CHECK(known("markets=only:none") == known("markets=none"));
    CHECK(known("event:incident=2026-10-05") == known("event:incident=occurrence:2026-10-05"));
    CHECK(known("event:incident=2026-10-05T14:00+02:00,awareness:2026-10-06") == known("event:incident=awareness:2026-10-06,occurrence:2026-10-05T14:00+02:00"));
    // of two currencies neither is meant
    CHECK(known("revenue@2025=600e6").unit.empty());
    // an exponent needs a digit: what follows else is the unit
    CHECK(known("training-compute=5exaFLOP").unit == "exaFLOP");
}

TEST_CASE("an event said to have happened keeps that, whatever else is known of it") {
    auto k = known("event:incident=awareness:2026-10-06");
    k.holds = Truth::yes;
    CHECK(to_fact(k) == "event:incident=yes,awareness:2026-10-06");
    CHECK(known(to_fact(k)) == k);
}

TEST_CASE("a figure with a point or an exponent is rounded to its digits; plain digits are exact") {
    CHECK(range("2.1e25") == "[2.05e25, 2.15e25)");
    CHECK(range("1.0e25") == "[9.5e24, 1.05e25)");
    CHECK(range("1e25") == "[5e24, 1.5e25)");
    CHECK(range("600e6") == "[599500000, 600500000)");
    CHECK(range("0.5") == "[0.45, 0.55)");
    CHECK(range("600000000") == "[600000000, 600000000]");
    CHECK(range("=2.1e25") == "[2.1e25, 2.1e25]");
    CHECK(range("~600") == "[599.5, 600.5)");
    CHECK(range("9e24..1.2e25") == "[9e24, 1.2e25]");
    CHECK(range("..1.2e25") == "[, 1.2e25]");
    CHECK(range("9e24..") == "[9e24, ]");
}

TEST_CASE("a rounded figure of zero, or below it, lies around what is written") {
    CHECK(range(figure("0.0", Precision::rounded)) == "[-0.05, 0.05)");
    CHECK(range(figure("-1.0", Precision::rounded)) == "(-1.05, -0.95]");
    CHECK(range(figure("10", Precision::rounded)) == "[9.5, 10.5)");
    CHECK(precision_as_written("1E25") == Precision::rounded);
    CHECK(precision_as_written("1.") == Precision::rounded);
    CHECK(precision_as_written("+15") == Precision::exact);
}

TEST_CASE("one more thing that is known takes the place of the same, and of nothing else") {
    CHECK(both("open-weights=yes", "open-weights=no") == "open-weights=no");
    CHECK(both("open-weights=yes", "lab/open-weights=no") == "open-weights=yes lab/open-weights=no");
    CHECK(both("lab+board/open-weights=yes", "board+lab/open-weights=no") == "board+lab/open-weights=no");
    CHECK(both("revenue@2025=1USD", "revenue@2025=2USD") == "revenue@2025=2USD");
    CHECK(both("revenue@2025=1USD", "revenue@2025=2EUR") == "revenue@2025=1USD revenue@2025=2EUR");
    CHECK(both("revenue@2025=1USD", "revenue@2026=2USD") == "revenue@2025=1USD revenue@2026=2USD");
    CHECK(both("level:a:l=yes", "level:b:l=no") == "level:a:l=yes level:b:l=no");
    CHECK(both("test:x=yes", "class:x=no") == "test:x=yes class:x=no");
}

TEST_CASE("members and moments are added; of two that cannot be together the later wins") {
    CHECK(both("markets=EU", "markets=KR") == "markets=EU,KR");
    CHECK(both("markets=EU,KR", "markets=!KR") == "markets=EU,!KR");
    CHECK(both("markets=!KR", "markets=KR") == "markets=KR");
    CHECK(both("markets=EU", "markets=only:KR") == "markets=only:EU,KR");
    CHECK(both("event:incident=2026-10-05", "event:incident=awareness:2026-10-06") == "event:incident=occurrence:2026-10-05,awareness:2026-10-06");
    CHECK(both("event:incident=2026-10-05", "event:incident=2026-10-04") == "event:incident=occurrence:2026-10-04");
    CHECK(both("event:incident=2026-10-05", "event:incident=no") == "event:incident=no");
    CHECK(both("event:incident=no", "event:incident=2026-10-05") == "event:incident=occurrence:2026-10-05");
    CHECK(both("event:incident=yes", "event:incident=awareness:2026-10-06") == "event:incident=yes,awareness:2026-10-06");
}

TEST_CASE("a situation written as XML reads back") {
    Situation s;
    s.id = "one";
    s.developer = "lab";
    s.model = "Model & Sons 1";
    for (const std::string text : {"training-compute==1e25FLOP", "revenue@2025=1..2EUR", "placed-on=2025-08-20", "open-weights=unknown", "markets=only:EU,!KR", "board+lab/test:safe=no", "level:levels:l3=yes", "class:developer=yes",
                                   "event:incident=awareness:2026-10-06T00:30-08:00", "event:opening=decided:2026-03-10,withdrawn:2026-09-01..2026-09-30"})
        s.facts.push_back(known(text));
    const auto data = read({to_xml(s)});
    REQUIRE(data.situations.size() == 1);
    CHECK(data.situations.front() == s);
}
