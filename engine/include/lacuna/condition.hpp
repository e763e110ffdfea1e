#pragma once
// The *if* of a norm.

#include <optional>
#include <string>
#include <vector>

#include "lacuna/day.hpp"
#include "lacuna/decimal.hpp"
#include "lacuna/source.hpp"

namespace lacuna {

/// What a condition says; files depend on the words.
enum class ConditionKind {
    all, any, negation, more_than, at_least, less_than, at_most, equals, is, includes, reaches, event, in_class, known, judged, test
};
template <>
struct Words<ConditionKind> {
    static constexpr std::array<std::string_view, 16> table{"all",     "any",    "not",      "more-than", "at-least", "less-than", "at-most", "equals",
                                                            "is",      "includes", "reaches", "event",     "class",    "known",     "judged",  "test"};
    static constexpr std::string_view noun = "condition";
};

/// A condition over facts: a comparison, a test, or a combination of conditions.
/// Which fields mean something depends on `kind`; the format page lists them.
struct Condition {
    ConditionKind kind{};
    std::vector<Condition> parts;  ///< all, any: two or more; not, known, judged: one
    Id fact;                       ///< comparisons, is, includes
    std::vector<Id> plus;          ///< comparisons: facts added to it before comparing
    std::string value;             ///< comparisons: a decimal or a day; includes: the member
    std::string unit;
    Id of;               ///< comparison with a multiple of this fact instead of a constant
    std::string factor;  ///< "1/3"; empty is 1
    Id year;             ///< of a yearly fact: "preceding"
    Id scheme, level;    ///< reaches
    Id name;             ///< event, class, test
    std::vector<Id> by;  ///< judged
    std::string words;   ///< test: what is to be judged
    Place at;
    friend bool operator==(const Condition&, const Condition&) = default;
};

bool is_comparison(ConditionKind kind);

/// Does `a` hold only where `b` holds, whatever the facts? `yes` is proved by the shape of the two conditions and is
/// exact for comparisons of one fact with constants of one unit; `no` is proved for such comparisons, and where `a` always
/// holds and `b` is a condition, which is taken to be able to fail; everything else is undetermined.
/// A null pointer is the condition that always holds.
Answer entails(const Condition* a, const Condition* b);

}  // namespace lacuna
