#pragma once
// Corpus files in and out. pugixml stays behind this header.

#include <filesystem>
#include <string>
#include <vector>

#include "lacuna/instrument.hpp"
#include "lacuna/mapping.hpp"
#include "lacuna/party.hpp"
#include "lacuna/problem.hpp"
#include "lacuna/situation.hpp"
#include "lacuna/vocabulary.hpp"

namespace lacuna {

/// A file's name, as problems will print it, and its bytes.
struct FileText {
    std::string name, content;
};

/// Everything that was read from corpus files, before anything is looked up in anything.
struct CorpusData {
    Vocabulary vocabulary;
    std::vector<PartyFile> party_files;
    std::vector<Instrument> instruments;
    std::vector<MappingSet> mapping_sets;
    std::vector<Situation> situations;
    std::string sha256;  ///< over the names and bytes of all files, sorted by name
};

/// All *.xml files of `root`/regimes and `root`/mappings, sorted by name, named relative to `root`.
/// Throws std::runtime_error when the folders cannot be read.
std::vector<FileText> corpus_files(const std::filesystem::path& root);

/// `path` itself, or all *.xml files below it, sorted, named as given. Throws std::runtime_error when it cannot be read.
std::vector<FileText> files_at(const std::filesystem::path& path);

/// Reads every file in the order given (of two with the same name, the first counts), whatever is wrong with the others; a file with a problem may contribute a part of what it holds,
/// so callers must not use the data for answers when `problems` is not empty.
CorpusData read_corpus(const std::vector<FileText>& files, std::vector<Problem>& problems);

/// The file as lacuna itself writes it; reading it back gives an equal value.
std::string to_xml(const Instrument& instrument);
std::string to_xml(const PartyFile& parties);
std::string to_xml(const Vocabulary& vocabulary);
std::string to_xml(const MappingSet& set);
std::string to_xml(const Situation& situation);

}  // namespace lacuna
