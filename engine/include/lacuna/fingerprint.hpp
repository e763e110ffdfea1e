#pragma once

#include <optional>
#include <string>
#include <utility>

#include "lacuna/corpus.hpp"

namespace lacuna {

/// A provision's norm by itself: inherited bearer, trigger, exceptions, dates and oversight resolved; what says nothing about the norm, and its parts, left out.
Provision norm_of(const Corpus& corpus, NodeNo n, int version);

/// The norm of a provision in one canonical spelling: every field but summary, title, grade, notes, sources and outside identifiers;
/// inherited bearer, trigger, exceptions, dates and oversight resolved; followed by those of the duties that are its parts, since a whole whose
/// parts change is another whole.
std::string canonical_norm(const Corpus& corpus, NodeNo n, int version);

/// First 16 hexadecimal digits of the SHA-256 of the canonical norm. Mappings pin it, so that they notice when the norm changes.
std::string fingerprint(const Corpus& corpus, NodeNo n, int version);

/// Node and version of a reference `instrument@version#provision`; nothing where it does not resolve.
std::optional<std::pair<NodeNo, int>> pinned_with_version(const Corpus& corpus, const std::string& ref);

/// How a mapping end's pin relates to the norm as the corpus has it now, in the version that it names. What became of the norm in later
/// versions is another question: see drift.hpp.
enum class Pin { current, unpinned, outdated, orphaned };
template <>
struct Words<Pin> {
    static constexpr std::array<std::string_view, 4> table{"current", "unpinned", "outdated", "orphaned"};
    static constexpr std::string_view noun = "state of a pin";
};
Pin pin_of(const Corpus& corpus, const MappingEnd& end);

/// Writes the current fingerprints into both ends of every mapping of the set. Ends that resolve to nothing are left alone.
void stamp(const Corpus& corpus, MappingSet& set);

}  // namespace lacuna
