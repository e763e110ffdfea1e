#pragma once
// How urgent a gap is, from one table that is printed with every answer that asks for it.

#include <optional>
#include <string>
#include <vector>

#include "lacuna/names.hpp"

namespace lacuna {

enum class Severity { low, moderate, high, critical };
template <>
struct Words<Severity> {
    static constexpr std::array<std::string_view, 4> table{"low", "moderate", "high", "critical"};
    static constexpr std::string_view noun = "severity";
};

/// One line of the reckoning.
struct SeverityReason {
    int points = 0;
    std::string why;
};

struct SeverityFinding {
    Severity level{};
    int points = 0;
    std::vector<SeverityReason> reasons;
};

/// The level that a sum of points means: 8 and more critical, 7 high, 4 to 6 moderate, fewer low.
Severity severity_of(int points);

/// The whole table in words, for `explain` and the method page: one line per rule.
std::vector<SeverityReason> severity_table();

}  // namespace lacuna
