#pragma once
// What is known about one developer, one model and its field.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lacuna/decimal.hpp"
#include "lacuna/moment.hpp"
#include "lacuna/source.hpp"

namespace lacuna {

struct Vocabulary;

/// What is known; files depend on the words.
enum class KnownKind { quantity, day, flag, set, test, level, in_class, event };
template <>
struct Words<KnownKind> {
    static constexpr std::array<std::string_view, 8> table{"quantity", "day", "flag", "set", "test", "level", "class", "event"};
    static constexpr std::string_view noun = "fact";
};
enum class Truth { yes, no, unknown };
template <>
struct Words<Truth> {
    static constexpr std::array<std::string_view, 3> table{"yes", "no", "unknown"};
    static constexpr std::string_view noun = "reply";
};
enum class Precision { exact, rounded };
template <>
struct Words<Precision> {
    static constexpr std::array<std::string_view, 2> table{"exact", "rounded"};
    static constexpr std::string_view noun = "precision";
};

/// One thing that is known. Which fields mean something depends on `kind`; the format page lists them.
struct Known {
    KnownKind kind{};
    std::vector<Id> view;                ///< as whom sees it: parties, or "expected" for what is known to come; empty: as it is
    Id name;                             ///< fact, test, class or event; of a level: the level
    Id scheme;                           ///< level
    std::optional<int> year;             ///< quantity of a year
    std::string value, low, high, unit;  ///< quantity: decimals as written; `value`, or `low` and `high`, both included
    std::optional<Precision> precision;  ///< quantity given by `value`; unset: rounded if it has a point or an exponent
    std::optional<Truth> holds;          ///< flag, test, level, class, event
    std::optional<DayRange> on;          ///< day
    std::vector<std::string> includes, excludes;      ///< set
    bool only = false;                                ///< set: what is not listed is excluded
    std::optional<Moment> occurrence, discovery, awareness, end;  ///< event
    std::optional<DayRange> decided, effective, withdrawn;  ///< event that is an authority's act
    Provenance provenance;
    Texts note;
    Place at;
    friend bool operator==(const Known&, const Known&) = default;
};

/// What is known about a developer, a model and the field that a question is about. What is not said is unknown.
struct Situation {
    Id id;
    Id developer;       ///< party; empty: any developer
    std::string model;  ///< its name
    std::vector<Source> sources;
    std::vector<Known> facts;
    Texts note;
    Place at;
    friend bool operator==(const Situation&, const Situation&) = default;
};

/// The values that a figure may have: open or closed, unbounded where unset.
struct Interval {
    std::optional<Decimal> low, high;
    bool low_open = false, high_open = false;
};

/// What a figure as written means. Rounded: half a unit of its last digit either way, the upper end left out, as in
/// "1.0e25 means [0.95, 1.05) e25". Precondition: `text` is a decimal.
Interval figure(std::string_view text, Precision precision);
/// Whether a figure is taken as rounded when nobody said so: it has a point or an exponent.
Precision precision_as_written(std::string_view text);
/// The values that a known quantity may have.
Interval interval_of(const Known& quantity);

/// Reads one `name=value` as on the command line; docs of the grammar are in regimes/README.md.
/// Problems name `--fact` and the text as their place. Returns nothing when there was one.
std::optional<Known> parse_fact(const Vocabulary& vocabulary, std::string_view text, std::vector<Problem>& problems);
/// The form that `parse_fact` reads.
std::string to_fact(const Known& known);

/// Adds what is known, in place of the same fact said before. Members of a set and moments of an event are added to those said before; of
/// two that cannot be together, the later wins.
void put(Situation& situation, Known known);

}  // namespace lacuna
