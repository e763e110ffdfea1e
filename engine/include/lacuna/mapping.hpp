#pragma once
// Judgements about which duty contains which.

#include <optional>
#include <string>
#include <vector>

#include "lacuna/relation.hpp"
#include "lacuna/source.hpp"

namespace lacuna {

enum class Relates { duty, whole };
template <>
struct Words<Relates> {
    static constexpr std::array<std::string_view, 2> table{"duty", "whole"};
    static constexpr std::string_view noun = "subject of a mapping";
};
enum class Method { human, automated, assisted };
template <>
struct Words<Method> {
    static constexpr std::array<std::string_view, 3> table{"human", "automated", "assisted"};
    static constexpr std::string_view noun = "method";
};
enum class Confidence { high, medium, low };
template <>
struct Words<Confidence> {
    static constexpr std::array<std::string_view, 3> table{"high", "medium", "low"};
    static constexpr std::string_view noun = "confidence";
};
enum class MappingStatus { proposed, reviewed, disputed };
template <>
struct Words<MappingStatus> {
    static constexpr std::array<std::string_view, 3> table{"proposed", "reviewed", "disputed"};
    static constexpr std::string_view noun = "status of a mapping";
};
enum class RationaleKind { syntactic, semantic, functional };
template <>
struct Words<RationaleKind> {
    static constexpr std::array<std::string_view, 3> table{"syntactic", "semantic", "functional"};
    static constexpr std::string_view noun = "kind of rationale";
};
enum class QualifierKind { breaks, hinders, condition };
template <>
struct Words<QualifierKind> {
    static constexpr std::array<std::string_view, 3> table{"breaks", "hinders", "condition"};
    static constexpr std::string_view noun = "kind of qualifier";
};

/// Who made a judgement, when and how. On a set: the default for its mappings.
struct Authorship {
    std::string author, reviewer;
    std::optional<DayRange> date;
    std::optional<Method> method;
    std::optional<Confidence> confidence;
    std::optional<MappingStatus> status;
    friend bool operator==(const Authorship&, const Authorship&) = default;
};

/// One end of a mapping, pinned to a version and to the norm as it read then.
struct MappingEnd {
    std::string ref;  ///< instrument@version#provision
    std::string fingerprint;       ///< of the canonical norm
    std::string text_fingerprint;  ///< of the official text, where imported
    Place at;
    friend bool operator==(const MappingEnd&, const MappingEnd&) = default;
};

struct Rationale {
    std::string lang;
    std::optional<RationaleKind> kind;
    std::string value;
    friend bool operator==(const Rationale&, const Rationale&) = default;
};
struct Evidence {
    std::string url, value;
    friend bool operator==(const Evidence&, const Evidence&) = default;
};
struct Qualifier {
    std::string lang;
    QualifierKind kind{};
    std::string value;
    friend bool operator==(const Qualifier&, const Qualifier&) = default;
};

/// A directed statement: the sources together stand in this relation to the targets together.
struct Mapping {
    Id id;
    StatedRelation relation{};
    std::optional<int> strength;  ///< 1 to 10
    Authorship authorship;
    std::vector<MappingEnd> sources, targets;
    std::vector<Rationale> rationale;
    std::vector<Evidence> evidence;
    std::vector<Qualifier> qualifiers;
    Place at;
    friend bool operator==(const Mapping&, const Mapping&) = default;
};

/// That one instrument's version was looked through for what another covers of it.
struct Reviewed {
    Id instrument, version;          ///< what was looked at as target
    Id against, against_version;     ///< for cover by this
    std::vector<std::string> only;   ///< references; empty: all of it
    Place at;
    friend bool operator==(const Reviewed&, const Reviewed&) = default;
};

struct MappingSet {
    Id id;
    Relates relates{};
    Reading reading{};
    Authorship authorship;
    Texts title, note;
    std::vector<Reviewed> reviewed;
    std::vector<Mapping> mappings;
    Place at;
    friend bool operator==(const MappingSet&, const MappingSet&) = default;
};

/// Who made a mapping, when and how: its own words, and the set's where it has none.
Authorship authorship_of(const MappingSet& set, const Mapping& mapping);

}  // namespace lacuna
