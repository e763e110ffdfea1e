#pragma once

#include <string>
#include <vector>

#include "lacuna/provision.hpp"

namespace lacuna {

enum class Force { binding, code, pledge, policy, guidance, standard };
template <>
struct Words<Force> {
    static constexpr std::array<std::string_view, 6> table{"binding", "code", "pledge", "policy", "guidance", "standard"};
    static constexpr std::string_view noun = "force";
};
enum class Status { proposed, adopted, in_force, suspended, superseded, repealed, revoked, vetoed };
template <>
struct Words<Status> {
    static constexpr std::array<std::string_view, 8> table{"proposed", "adopted", "in-force", "suspended", "superseded", "repealed", "revoked", "vetoed"};
    static constexpr std::string_view noun = "status";
};
enum class Claim { force, status };
template <>
struct Words<Claim> {
    static constexpr std::array<std::string_view, 2> table{"force", "status"};
    static constexpr std::string_view noun = "subject of an assertion";
};

/// Where an instrument stands in a period, first and last day included.
struct StatusPeriod {
    Status value{};
    std::optional<DayRange> from, until;
    Provenance provenance;
    Texts note;
    Place at;
    friend bool operator==(const StatusPeriod&, const StatusPeriod&) = default;
};

/// What somebody says about an instrument's effect; several may disagree.
struct Assertion {
    Claim about{};
    std::string by;
    std::optional<DayRange> from, until;
    Provenance provenance;
    Texts summary;
    Place at;
    friend bool operator==(const Assertion&, const Assertion&) = default;
};

/// Who signed a code or pledge, since when, for which parts.
struct Adoption {
    Id party;
    std::optional<DayRange> from, until;
    std::vector<std::string> only;  ///< references; empty: all of it
    Provenance provenance;
    Texts note;
    Place at;
    friend bool operator==(const Adoption&, const Adoption&) = default;
};

/// That a document is one which a law orders its maker to keep: filed, or published, under the provision that says so.
struct Filing {
    std::string under;  ///< `instrument#provision`, one with `hardens`
    std::optional<DayRange> from, until;
    Provenance provenance;
    Texts note;
    Place at;
    friend bool operator==(const Filing&, const Filing&) = default;
};

/// One state of an instrument's text; it stands until the next one does.
struct Version {
    Id id;
    std::string label;
    std::optional<DayRange> published;
    std::optional<bool> encoded;  ///< no: it existed, but its text is not in the corpus
    std::optional<DayRange> in_force_from;
    std::string amended_by;
    Provenance provenance;
    Texts note;
    Place at;
    friend bool operator==(const Version&, const Version&) = default;
};

/// A step of an instrument's own scale.
struct Level {
    Id id;
    std::string label;
    std::vector<Id> domains;
    Id above;  ///< the level just below it, if any
    Texts summary;
    Place at;
    friend bool operator==(const Level&, const Level&) = default;
};

struct Scheme {
    Id id;
    std::string label;
    std::vector<Level> levels;
    Place at;
    friend bool operator==(const Scheme&, const Scheme&) = default;
};

/// The hands on all provisions of some versions, unless a provision says otherwise.
struct Oversight {
    Id since, until;
    std::vector<Cell> holds;
    std::vector<Consulted> consulted;
    Place at;
    friend bool operator==(const Oversight&, const Oversight&) = default;
};

/// Any normative document.
struct Instrument {
    Id id;
    Force force{};
    std::string jurisdiction;
    Id issuer, companion_of, bearer;
    Dates dates;
    Provenance provenance;
    Texts title, short_title;
    std::vector<Identifier> identifiers;
    std::vector<Source> sources;
    std::vector<StatusPeriod> status;
    std::vector<Assertion> assertions;
    std::vector<Adoption> adoptions;
    std::vector<Filing> filings;
    std::vector<Version> versions;
    std::vector<Scheme> schemes;
    std::vector<Oversight> oversight;
    Texts note;
    std::vector<Provision> parts;
    Place at;

    /// Short title if there is one, else the title.
    const std::string& name() const { return plain(short_title.empty() ? title : short_title); }
    friend bool operator==(const Instrument&, const Instrument&) = default;
};

}  // namespace lacuna
