#include "lacuna/problem.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace lacuna {

Problem problem_with(std::string argument, std::string code, std::string what, std::string advice) {
    return {{std::move(argument), 0, 0}, std::move(code), std::move(what), std::move(advice)};
}

std::string to_string(const Problem& problem) {
    if (problem.at.line == 0) return fmt::format("{}: {}: {}", problem.at.file, problem.what, problem.advice);
    return fmt::format("{}:{}:{}: {}: {}", problem.at.file, problem.at.line, problem.at.column, problem.what, problem.advice);
}

void sort_problems(std::vector<Problem>& problems) {
    const auto key = [](const Problem& p) { return std::tie(p.at.file, p.at.line, p.at.column, p.what, p.advice); };
    std::sort(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) { return key(a) < key(b); });
    problems.erase(std::unique(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) { return key(a) == key(b); }), problems.end());
}

}  // namespace lacuna
