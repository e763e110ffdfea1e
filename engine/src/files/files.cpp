#include "lacuna/files.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "files/layout_instrument.hpp"
#include "files/layout_mapping.hpp"
#include "files/layout_party.hpp"
#include "files/layout_situation.hpp"
#include "files/layout_vocabulary.hpp"
#include "files/sha256.hpp"
#include "files/xml_file.hpp"
#include "files/xml_reader.hpp"
#include "files/xml_writer.hpp"

namespace lacuna {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    if (!in) throw std::runtime_error(fmt::format("cannot read {}", path.string()));
    return out.str();
}

void collect(const fs::path& folder, const fs::path& relative_to, std::vector<FileText>& out) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == ".xml") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    for (const auto& path : found) out.push_back({relative_to.empty() ? path.generic_string() : path.lexically_relative(relative_to).generic_string(), bytes_of(path)});
}

template <class T>
void read_root(const XmlFile& file, T& item, std::vector<Problem>& problems) {
    XmlReader reader(file, file.root(), problems);
    layout(reader, item);
    reader.finish();
}

template <class T>
void append(std::vector<T>& to, std::vector<T> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void add(Vocabulary& to, Vocabulary from) {
    append(to.themes, std::move(from.themes));
    append(to.domains, std::move(from.domains));
    append(to.facts, std::move(from.facts));
    append(to.events, std::move(from.events));
    append(to.classes, std::move(from.classes));
    append(to.party_kinds, std::move(from.party_kinds));
    append(to.limits, std::move(from.limits));
    append(to.axioms, std::move(from.axioms));
    append(to.jurisdictions, std::move(from.jurisdictions));
}

void read_file(const FileText& text, CorpusData& data, std::vector<Problem>& problems) {
    const auto file = XmlFile::parse(text.name, text.content, problems);
    if (!file) return;
    const std::string root = file->root().name();
    if (root == "instrument") read_root(*file, data.instruments.emplace_back(), problems);
    else if (root == "parties") read_root(*file, data.party_files.emplace_back(), problems);
    else if (root == "mapping-set") read_root(*file, data.mapping_sets.emplace_back(), problems);
    else if (root == "situation") read_root(*file, data.situations.emplace_back(), problems);
    else if (root == "vocabulary") {
        Vocabulary vocabulary;
        read_root(*file, vocabulary, problems);
        add(data.vocabulary, std::move(vocabulary));
    } else {
        const std::vector<std::string> roots{"instrument", "parties", "mapping-set", "situation", "vocabulary"};
        problems.push_back({file->place(file->root()), "unknown-root", fmt::format("no corpus file begins with <{}>", excerpt(root)),
                            near_or(root, roots, fmt::format("use one of {}", join(roots)))});
    }
}

}  // namespace

std::vector<FileText> corpus_files(const fs::path& root) {
    std::vector<FileText> out;
    for (const char* folder : {"mappings", "regimes"}) {
        if (!fs::is_directory(root / folder)) throw std::runtime_error(fmt::format("no corpus at {}: it has no folder '{}'", root.string(), folder));
        collect(root / folder, root, out);
    }
    return out;
}

std::vector<FileText> files_at(const fs::path& path) {
    std::vector<FileText> out;
    if (fs::is_directory(path)) collect(path, {}, out);
    else out.push_back({path.generic_string(), bytes_of(path)});
    return out;
}

CorpusData read_corpus(const std::vector<FileText>& files, std::vector<Problem>& problems) {
    CorpusData data;
    Sha256 hash;
    std::vector<const FileText*> sorted;
    for (const auto& f : files) sorted.push_back(&f);
    std::sort(sorted.begin(), sorted.end(), [](const FileText* a, const FileText* b) { return a->name < b->name; });
    for (const auto* f : sorted) {
        hash.add(fmt::format("{} {}\n", f->name, f->content.size()));
        hash.add(f->content);
    }
    for (const auto& f : files) read_file(f, data, problems);
    data.sha256 = hash.hex();
    return data;
}

std::string to_xml(const Instrument& instrument) { return XmlWriter::document("instrument", instrument); }
std::string to_xml(const PartyFile& parties) { return XmlWriter::document("parties", parties); }
std::string to_xml(const Vocabulary& vocabulary) { return XmlWriter::document("vocabulary", vocabulary); }
std::string to_xml(const Situation& situation) { return XmlWriter::document("situation", situation); }
std::string to_xml(const MappingSet& set) { return XmlWriter::document("mapping-set", set); }

}  // namespace lacuna
