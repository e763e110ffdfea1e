// Proves that the reckoning of severity is the table that is printed, point for point, and that it never calls the worse gap milder.

#include "gaps/severity_rules.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

/// The line of the printed table that begins so.
SeverityReason line(const std::string& beginning) {
    for (const auto& l : severity_table())
        if (l.why.substr(0, beginning.size()) == beginning) return l;
    FAIL("no such line: ", beginning);
    return {};
}
/// The number that a line gives in brackets: "(2 where that is undetermined)".
int undetermined(const SeverityReason& l) {
    const auto at = l.why.find('(');
    REQUIRE(at != std::string::npos);
    return std::stoi(l.why.substr(at + 1));
}

const std::string fine = provision("fine", R"(norm="sanction")", R"(<sanction by="agency"><punishes ref="#t"/></sanction>)");

}  // namespace

TEST_CASE("severity: points for the worst aspect are those of the printed table") {
    for (const auto f : {Finding::not_covered, Finding::declared_none, Finding::reviewed_unmapped}) CHECK(worst_points(Aspect::duty, f) == line("the duty is not covered").points);
    for (const auto f : {Finding::possible, Finding::never_reviewed, Finding::partly, Finding::at_least_partly}) CHECK(worst_points(Aspect::duty, f) == line("the duty is covered in part").points);
    const auto outer = line("the duty is covered, but the bearer"), inner = line("the duty is covered, but the modality"), test = line("the duty is covered, but the test");
    for (const auto a : {Aspect::bearer, Aspect::time, Aspect::trigger}) {
        CHECK(worst_points(a, Finding::falls_short) == outer.points);
        CHECK(worst_points(a, Finding::undetermined) == undetermined(outer));
    }
    for (const auto a : {Aspect::modality, Aspect::oversight}) {
        CHECK(worst_points(a, Finding::falls_short) == inner.points);
        CHECK(worst_points(a, Finding::undetermined) == undetermined(inner));
    }
    CHECK(worst_points(Aspect::clarity, Finding::falls_short) == test.points);
    CHECK(worst_points(Aspect::clarity, Finding::undetermined) == undetermined(test));
    CHECK(severity_table().size() == 10);  // the five lines above and the five rules below; a new one needs a test
}

TEST_CASE("severity: no missing duty counts less than a duty that is there and falls short elsewhere") {
    for (const auto f : {Finding::not_covered, Finding::declared_none, Finding::reviewed_unmapped, Finding::possible, Finding::never_reviewed, Finding::partly, Finding::at_least_partly})
        for (const auto& a : all_words<Aspect>())
            if (a != "duty") CHECK(worst_points(Aspect::duty, f) >= worst_points(*from_word<Aspect>(a), Finding::falls_short));
}

TEST_CASE("severity: levels rise with points: fewer than 4 low, to 6 moderate, 7 high, from 8 critical") {
    for (int p = -2; p < 20; ++p) {
        CHECK(severity_of(p) <= severity_of(p + 1));
        CHECK(severity_of(p) == (p < 4 ? Severity::low : p < 7 ? Severity::moderate : p < 8 ? Severity::high : Severity::critical));
    }
}

TEST_CASE("severity: each rule adds its points, and its words are the reason") {
    const auto points = [](const std::string& target, const std::string& source = law("new", duty("s")), const std::vector<std::string>& more = {}) {
        std::vector<std::string> files{target, source};
        files.insert(files.end(), more.begin(), more.end());
        const auto g = World(files).gap("old", "new").severity;
        int sum = 0;
        for (const auto& r : g.reasons) sum += r.points;
        CHECK(sum == g.points);
        CHECK(g.level == severity_of(g.points));
        return g;
    };
    const int base = worst_points(Aspect::duty, Finding::never_reviewed);
    const std::string should = duty("t", "", "", "should");
    CHECK(points(law("old", should)).points == base);
    CHECK(points(law("old", should)).reasons.front().why == "duty: never reviewed");
    CHECK(points(law("old", duty("t"))).points == base + severity_rules::must);
    CHECK(points(law("old", duty("t"))).reasons.back().why == severity_rules::must_words);
    CHECK(points(law("old", provision("t", R"(norm="prohibition" modality="should" themes="framework pause")"))).points == base + severity_rules::stops);
    CHECK(points(policy("old", "lab", should)).points == base + severity_rules::self_marked);
    CHECK(points(law("old", duty("t", "", R"(enforceable-from="2026-08-02")", "should") + fine)).points == base + severity_rules::bites);
    CHECK(points(law("old", duty("t", "", R"(enforceable-from="2027-08-02")", "should") + fine)).points == base);
    CHECK(points(policy("old", "lab", duty("t", "", R"(enforceable-from="2026-08-02")", "should"))).points == base + severity_rules::self_marked);
}

TEST_CASE("severity: law that is about to apply is relief only if it touches the target") {
    const auto relieved = [](const std::string& relation, const std::string& from) {
        const World w({law("old", duty("t", "", "", "should")), law("new", duty("s", "", "applies-from=\"" + from + "\"")), mappings("m", row("1", {"new@1#s"}, relation, {"old@1#t"}))});
        const auto reasons = w.gap("old", "new").severity.reasons;
        return !reasons.empty() && reasons.back().why == severity_rules::relief_words && reasons.back().points == severity_rules::relief;
    };
    CHECK(relieved("superset-of", "2027-01-01"));
    CHECK(relieved("intersects-with", "2027-01-01"));
    CHECK_FALSE(relieved("no-relationship", "2027-01-01"));
    CHECK_FALSE(relieved("superset-of", "2028-01-01"));
    CHECK_FALSE(relieved("intersects-with", "2026-01-01"));
}

TEST_CASE("severity: what is covered has no severity to speak of") {
    const World w({law("old", duty("t")), law("new", duty("s")), mappings("m", row("1", {"new@1#s"}, "superset-of", {"old@1#t"}))});
    CHECK(w.gap("old", "new").severity.points == 0);
    CHECK(w.gap("old", "new").severity.reasons.empty());
}
