#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "lacuna/check.hpp"
#include "lacuna/fingerprint.hpp"
#include "session.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    std::vector<std::string> paths;
    bool stamp = false;
};

void write(const std::string& path, const std::string& old, const std::string& text) {
    if (text == old) return;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) throw std::runtime_error(fmt::format("cannot write {}", path));
    print(path + "\n");
}

std::string formatted(const FileText& file, const Corpus* corpus) {
    std::vector<Problem> problems;
    auto data = read_corpus({file}, problems);
    stop_on(std::move(problems));
    if (!data.instruments.empty()) return to_xml(data.instruments.front());
    if (!data.party_files.empty()) return to_xml(data.party_files.front());
    if (!data.situations.empty()) return to_xml(data.situations.front());
    if (data.mapping_sets.empty()) return to_xml(data.vocabulary);
    if (corpus != nullptr) stamp(*corpus, data.mapping_sets.front());
    return to_xml(data.mapping_sets.front());
}

void run(const Options& o) {
    std::vector<FileText> files;
    for (const auto& path : o.paths)
        for (auto& file : files_at(path)) files.push_back(std::move(file));
    // all are read before the first is written: bad input writes nothing
    std::unique_ptr<Corpus> corpus;
    if (o.stamp) {
        std::vector<Problem> problems;
        corpus = std::make_unique<Corpus>(read_corpus(corpus_files(o.common.corpus), problems));
        for (auto& p : check(*corpus)) problems.push_back(std::move(p));
        stop_on(std::move(problems));
    }
    std::vector<std::string> texts;
    for (const auto& file : files) texts.push_back(formatted(file, corpus.get()));
    for (std::size_t i = 0; i < files.size(); ++i) write(files[i].name, files[i].content, texts[i]);
}

}  // namespace

void add_format(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("format", "Rewrite corpus files in lacuna's own layout; prints what changed");
    add_common(*command, options->common);
    command->add_option("PATH", options->paths, "Files or folders")->required()->check(CLI::ExistingPath);
    command->add_flag("--stamp", options->stamp, "Also write the current fingerprints into mappings: a statement that they were looked at again");
    command->footer("XML comments are not kept; use <note>.\n\nExamples:\n  lacuna format regimes mappings\n  lacuna format --stamp mappings/my-set.xml");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
