// Proves the one form in which everything wrong with input is told, and the order of telling.

#include "small.hpp"

using namespace lacuna;

namespace {

Problem at(std::string file, int line, int column, std::string what = "w", std::string advice = "a") { return {{std::move(file), line, column}, "code", std::move(what), std::move(advice)}; }

}  // namespace

TEST_CASE("problem: file:line:column: what is wrong: what to do") {
    CHECK(to_string(at("regimes/law/a.xml", 12, 3, "it is wrong", "correct it")) == "regimes/law/a.xml:12:3: it is wrong: correct it");
}

TEST_CASE("problem: one with a whole file or an argument has no line") {
    const auto p = problem_with("--of", "unknown-name", "nothing is called so", "name something");
    CHECK(to_string(p) == "--of: nothing is called so: name something");
    CHECK(p.code == "unknown-name");
    CHECK(p.at.line == 0);
}

TEST_CASE("problem: sorted by file, line and column as numbers, then text; exact repeats fall away, near ones stay") {
    std::vector<Problem> ps{at("b", 1, 1), at("a", 10, 1), at("a", 9, 20), at("a", 9, 3), at("a", 9, 3), at("a", 9, 3, "w", "b"), at("a", 9, 3, "v")};
    sort_problems(ps);
    std::vector<std::string> told;
    for (const auto& p : ps) told.push_back(to_string(p));
    CHECK(told == std::vector<std::string>{"a:9:3: v: a", "a:9:3: w: a", "a:9:3: w: b", "a:9:20: w: a", "a:10:1: w: a", "b:1:1: w: a"});
}

TEST_CASE("problem: where something stands is no part of what it is") {
    // read -> write -> read compares values that came from different places
    CHECK(Place{"a", 1, 2} == Place{"b", 3, 4});
}

TEST_CASE("problem: all problems of all files are told in one run") {
    std::vector<Problem> problems;
    read_corpus({{"b.xml", "<instrument/>"}, {"a.xml", "<partys/>"}, {"c.xml", "<vocabulary><theme id=\"x\"><name>X</name></theme></vocabulary>"}}, problems);
    sort_problems(problems);
    std::vector<std::string> told;
    for (const auto& p : problems) told.push_back(to_string(p));
    CHECK(told == std::vector<std::string>{
                      "a.xml:1:1: no corpus file begins with <partys>: did you mean 'parties'?",
                      "b.xml:1:1: <instrument> has no <source>: add a <source>",
                      "b.xml:1:1: <instrument> has no <status>: add a <status>",
                      "b.xml:1:1: <instrument> has no <title>: add a <title>",
                      "b.xml:1:1: <instrument> has no <version>: add a <version>",
                      "b.xml:1:1: <instrument> has no force: add force=\"...\"",
                      "b.xml:1:1: <instrument> has no id: add id=\"...\"",
                      "b.xml:1:1: <instrument> has no issuer: add issuer=\"...\"",
                      "b.xml:1:1: <instrument> has no jurisdiction: add jurisdiction=\"...\"",
                      "b.xml:1:1: <instrument> holds 0 of: part of an instrument: give it at least 1",
                  });
}
