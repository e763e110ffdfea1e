#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lacuna/day.hpp"
#include "lacuna/names.hpp"
#include "lacuna/problem.hpp"

namespace lacuna {

using Id = std::string;

/// Words in a language (BCP 47), white space collapsed.
struct Text {
    std::string lang;
    std::string value;
    friend bool operator==(const Text&, const Text&) = default;
};
using Texts = std::vector<Text>;

/// The text in English if there is one, else the first, else "".
const std::string& plain(const Texts& texts);

/// A name that something bears outside lacuna: a CELEX number, a row of a table.
struct Identifier {
    Id scheme;
    std::string value;
    friend bool operator==(const Identifier&, const Identifier&) = default;
};

/// How far a fact was checked.
enum class Grade { primary, secondary, inferred, unchecked };
template <>
struct Words<Grade> {
    static constexpr std::array<std::string_view, 4> table{"primary", "secondary", "inferred", "unchecked"};
    static constexpr std::string_view noun = "grade";
};

/// Who says so, where exactly, and how far it was checked. Empty fields are inherited from what is around.
struct Provenance {
    Id source;
    std::string locator;
    std::optional<Grade> grade;
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// A document that facts rest on.
struct Source {
    Id id;
    std::string url, archive;
    std::string sha256;  ///< of the bytes that were read; empty where not known
    std::optional<DayRange> seen;
    Texts title;
    Place at;
    friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace lacuna
