// Proves that a day is read exactly or not at all, and that an inexact date is never taken for a day that has come.

#include "small.hpp"

using namespace lacuna;
using small::day;

TEST_CASE("day: only YYYY-MM-DD is read, and only days that the calendar has") {
    for (const std::string good : {"2026-08-02", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
        REQUIRE(parse_day(good));
        CHECK(to_string(*parse_day(good)) == good);
    }
    for (const std::string bad : {"", "2026", "2026-8-2", "2026-08-2", "26-08-02", "2026/08/02", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-04-00",
                            " 2026-08-02", "2026-08-02 ", "2026-08-0a", "+026-08-02", "2026-+8-02", "2026--8-02", "2026-08-02T00:00", "20260802"}) {
        INFO(bad);
        CHECK_FALSE(parse_day(bad));
    }
}

TEST_CASE("day: every day from 1999 to 2032 survives writing and reading, in order") {
    for (Day d = day("1999-01-01"); d < day("2032-01-01"); d += std::chrono::days(1)) {
        REQUIRE(parse_day(to_string(d)) == d);
        REQUIRE(to_string(d) < to_string(d + std::chrono::days(1)));
    }
}

TEST_CASE("day: a range is two days with two points between them, and one day is a range") {
    const auto range = parse_day_range("2026-03-01..2026-03-31");
    REQUIRE(range);
    CHECK(range->first == day("2026-03-01"));
    CHECK(range->last == day("2026-03-31"));
    CHECK_FALSE(range->exact());
    CHECK(to_string(*range) == "2026-03-01..2026-03-31");
    CHECK(parse_day_range("2026-03-01") == DayRange{day("2026-03-01"), day("2026-03-01")});
    CHECK(to_string(*parse_day_range("2026-03-01..2026-03-01")) == "2026-03-01");
    for (const std::string bad : {"", "..", "2026-03-01..", "..2026-03-01", "2026-03-01...2026-03-31", "2026-03-01..2026-02-30", "2026-03-01--2026-03-31", "2026-03-01..2026-03-31 "}) {
        INFO(bad);
        CHECK_FALSE(parse_day_range(bad));
    }
}

TEST_CASE("day: in words for readers") {
    CHECK(in_words(day("2026-08-02")) == "2 August 2026");
    CHECK(in_words(day("2025-12-31")) == "31 December 2025");
    CHECK(in_words(*parse_day_range("2026-03-01..2026-03-31")) == "between 1 March 2026 and 31 March 2026");
    CHECK(in_words(*parse_day_range("2026-03-01")) == "1 March 2026");
}

TEST_CASE("day: an inexact date has come only when its last day has; between the two it is open") {
    const DayRange march{day("2026-03-01"), day("2026-03-31")};
    CHECK(has_come(march, day("2026-02-28")) == Answer::no);
    CHECK(has_come(march, day("2026-03-01")) == Answer::undetermined);
    CHECK(has_come(march, day("2026-03-30")) == Answer::undetermined);
    CHECK(has_come(march, day("2026-03-31")) == Answer::yes);
    const DayRange exact{day("2026-03-01"), day("2026-03-01")};
    CHECK(has_come(exact, day("2026-02-28")) == Answer::no);
    CHECK(has_come(exact, day("2026-03-01")) == Answer::yes);
}
