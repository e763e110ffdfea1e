#pragma once
// Drift: what a version of an instrument unsettles. Which provisions came, went and changed, and which mappings were made for a wording
// that no longer stands.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "lacuna/fingerprint.hpp"
#include "lacuna/reference.hpp"

namespace lacuna {

/// Where a mapping end stands against the version that stands, least unsettling first.
/// A pin (`Pin`) asks only whether the pinned version still reads as it did when it was compared; this asks also what became of it since.
enum class EndState {
    current,    ///< made for the version that stands, and for its norm
    compared,   ///< made for another version on purpose: its set compares versions of one instrument
    predated,   ///< made for an older version, whose words still stand: one provision of the corpus, in both versions
    to_come,    ///< made for a version that does not stand yet
    unpinned,   ///< the words stand, but no fingerprint says that they are those which were compared
    not_held,   ///< the text of the version that stands is not in the corpus: nobody can tell
    outdated,   ///< the provision has other words now, or the corpus reads the pinned version otherwise than it did
    orphaned,   ///< the version that stands has no such provision
};
template <>
struct Words<EndState> {
    static constexpr std::array<std::string_view, 8> table{"current", "compared", "predated", "to-come", "unpinned", "not-held", "outdated", "orphaned"};
    static constexpr std::string_view noun = "state of a mapping end";
};

/// Does it still speak of what stands, or of what it was meant for? Everything else needs a maintainer, or time.
constexpr bool settled(EndState state) { return state <= EndState::predated; }
/// Must a maintainer look? Then nothing is certain of the version that stands.
constexpr bool unsettled(EndState state) { return state >= EndState::outdated; }

/// How many mappings are in which state by the worst of their ends, in the order of `EndState`.
using StateCounts = std::array<int, 8>;

/// The parts of a norm in which two wordings can differ.
enum class NormPart { norm, modality, bearer, trigger, exceptions, dates, clocks, oversight, themes, domains, clarity, classification, parts, sanctions, references, citation, summary, other };
template <>
struct Words<NormPart> {
    static constexpr std::array<std::string_view, 18> table{"norm",    "modality", "bearer",         "trigger", "exceptions", "dates",      "clocks",   "oversight", "themes",
                                                            "domains", "clarity",  "classification", "parts",   "sanctions",  "references", "citation", "summary",   "other"};
    static constexpr std::string_view noun = "part of a norm";
};

/// In what two wordings differ, inherited values resolved; empty: word for word the same.
std::vector<NormPart> differences(const Corpus& corpus, const Pinned& before, const Pinned& after);

/// A provision in two versions.
struct TwoWordings {
    Pinned before, after;
    std::vector<NormPart> differ;
    std::string identifier;  ///< the outside identifier that alone ties two provisions of different names
};

/// One version of an instrument beside an older one. Headings are no norms and are left out.
struct VersionChange {
    std::optional<int> from;  ///< the last version before it whose text is held; nothing: there is none
    int to = 0;
    std::vector<Pinned> added, gone;
    std::vector<TwoWordings> changed;
    std::vector<TwoWordings> renamed;  ///< gone and added under one outside identifier that names no other; they are in `added` and `gone` too
    int same = 0;
};
VersionChange changes_to(const Corpus& corpus, const Instrument& in, int version);

/// The day of a question, and a version that is taken as if it stood.
struct AsOf {
    Day on;
    const Instrument* instrument = nullptr;
    int version = 0;
    std::optional<int> standing(const Instrument& in) const;
    /// A later version that may stand already: its first day is not known exactly.
    std::optional<int> perhaps(const Instrument& in) const;
};

/// One end of a mapping, and what became of the norm that it was made for.
struct DriftEnd {
    const MappingEnd* end = nullptr;
    bool source = false;
    EndState state{};
    std::vector<NormPart> differ;  ///< from the norm that was compared
    std::string reason;            ///< in plain English; empty where it is current
};

/// A mapping with its ends: all of them, or those in one instrument.
struct DriftRow {
    const MappingSet* set = nullptr;
    const Mapping* mapping = nullptr;
    std::vector<DriftEnd> ends;
    EndState state{};  ///< the worst
    Place at;
};

/// Every mapping with an end in the scope (or every one), with all its ends as they stand on the day, in corpus order.
std::vector<DriftRow> mappings_of(const Corpus& corpus, const std::optional<Scope>& scope, Day on);

/// A review (`reviewed`) of or against a version that is not the one that stands: for the one that stands nobody has said to have looked.
struct DriftReview {
    const MappingSet* set = nullptr;
    const Reviewed* reviewed = nullptr;
    const Instrument* instrument = nullptr;  ///< whose version it is
    int version = 0;
    Place at;
};

/// An instrument at the other end of mappings, and what it rests on now.
struct Reliance {
    const Instrument* other = nullptr;
    StateCounts mappings{};
    std::vector<Pinned> bare;  ///< its provisions of which every mapping must be read again or lost its end
};

/// What one version of an instrument unsettles.
struct Drift {
    const Instrument* instrument = nullptr;
    Day on;
    bool stands = false;         ///< false: taken as if it stood
    std::optional<int> perhaps;  ///< where it stands: a later version that may stand already, by which the mappings are judged too
    VersionChange change;
    std::vector<DriftRow> rows;  ///< every mapping with an end in the instrument, in corpus order
    std::vector<DriftReview> reviews;
    std::vector<Reliance> relying;  ///< by id
};
Drift drift_of(const Corpus& corpus, const Instrument& in, int version, Day on);

/// An instrument in the overview.
struct DriftLine {
    const Instrument* instrument = nullptr;
    std::optional<int> standing;          ///< nothing: none stands yet
    std::optional<VersionChange> change;  ///< to the version that stands, where its text and an older one are held
    std::vector<int> coming;              ///< versions that do not stand yet
    StateCounts mappings{};
};

/// Every instrument with several versions, or with mappings that are not settled; and every mapping.
struct DriftOverview {
    std::vector<DriftLine> lines;
    std::vector<DriftRow> rows;
};
DriftOverview drift_overview(const Corpus& corpus, Day on);

StateCounts tally(const std::vector<DriftRow>& rows);
/// Do the rows say that one side contains the other? Only these can be cover.
bool claims_cover(const Mapping& mapping);

}  // namespace lacuna
