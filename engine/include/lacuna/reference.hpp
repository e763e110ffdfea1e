#pragma once
// REF: how things are named on the command line, and what the name covers.

#include <optional>
#include <string>
#include <vector>

#include "lacuna/corpus.hpp"

namespace lacuna {

/// A provision in the version in which it is asked about.
struct Pinned {
    NodeNo node = no_node;
    int version = 0;
    bool named = false;  ///< the version was asked for by name
    friend auto operator<=>(const Pinned&, const Pinned&) = default;
};

/// An instrument that a scope takes in, and in which version.
struct Taken {
    const Instrument* instrument = nullptr;
    int version = 0;
    bool named = false;  ///< the version was asked for by name
};

/// What one or several REFs cover on a date.
struct Scope {
    std::string text;                ///< the REFs, normalised and sorted: "anthropic-rsp@3.4"
    std::vector<Taken> taken;        ///< sorted by instrument id
    std::vector<Pinned> provisions;  ///< provisions, not divisions, in corpus order
    std::string narrowed;            ///< to which themes, domains and bearers, in words; empty: not narrowed
    std::vector<std::string> notes;  ///< what the reader must know, e.g. that a version is asked about as if in force
};

/// Is the provision one of those asked about? Everything is, where no scope is named.
bool in_scope(const std::optional<Scope>& scope, NodeNo provision);

/// Position of the version of that name. Where there is none, that is added to `problems` with the nearest name, at that place.
std::optional<int> version_named(const Corpus& corpus, const Instrument& in, const std::string& name, const Place& at, std::vector<Problem>& problems);

/// Resolves REFs: `instrument`, `instrument@version`, either with `#provision`, a party (its policy and companions in force), a
/// force (`binding`, `code`, …, narrowed by `in`), or an outside identifier (`A2-32`, `celex:32024R1689`).
/// Without a version the one that stands on the date is meant. Problems (unknown name with the nearest known one, nothing in
/// force, a version whose text is not in the corpus) are added with the REF as their file.
Scope resolve(const Corpus& corpus, const std::vector<std::string>& refs, Day on, const std::optional<std::string>& in, std::vector<Problem>& problems);

/// What a list of provisions can be narrowed to; empty lists narrow nothing.
struct Filter {
    std::vector<Id> themes, domains, bearers;
};

/// Keeps the provisions that have one of the themes, one of the domains (or of what lies within them), and one of the bearers.
/// Unknown names are added to `problems`.
void narrow(const Corpus& corpus, Scope& scope, const Filter& filter, std::vector<Problem>& problems);

}  // namespace lacuna
