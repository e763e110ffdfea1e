#include "lacuna/check.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "session.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    std::vector<std::string> paths;
    bool mappings = false;
    int rows = default_rows;
};

/// What mappings of sound files say against one another, as far as it concerns the files asked about.
void list_contradictions(const Options& o, const Corpus& corpus, Day on, const std::vector<std::string>& asked) {
    const Crosswalk crosswalk(corpus);
    auto all = contradictions(corpus, crosswalk, o.rows);
    const auto concerns = [&](const Contradiction& c) { return std::any_of(c.statements.begin(), c.statements.end(), [&](const Stated& s) { return std::find(asked.begin(), asked.end(), s.mapping->at.file) != asked.end(); }); };
    if (!asked.empty()) std::erase_if(all, [&](const Contradiction& c) { return !concerns(c); });
    if (o.common.json) print(contradictions_json(corpus, crosswalk, {"check", on, std::nullopt, {}, {}, LACUNA_VERSION, corpus.data().sha256}, all));
    else print(contradictions_text(corpus, crosswalk, all, o.rows, {}));
}

/// The files to report on, together with the shipped corpus as context for their references.
void run(const Options& o) {
    const Day on = day_of(o.common);
    auto files = corpus_files(o.common.corpus);
    std::vector<std::string> asked;
    for (const auto& path : o.paths) {
        auto found = files_at(path);
        if (found.empty()) stop_on({problem_with(path, "no-files", "no XML file is here", "name a file, or a folder that holds some")});
        for (auto& file : found) {
            // a file of the corpus itself stands in once, under the name the caller gave it
            const auto same = [&](const FileText& f) {
                std::error_code error;
                return std::filesystem::equivalent(std::filesystem::path(o.common.corpus) / f.name, file.name, error);
            };
            std::erase_if(files, same);
            asked.push_back(file.name);
            files.push_back(std::move(file));
        }
    }
    std::vector<Problem> problems;
    Corpus corpus(read_corpus(files, problems));
    for (auto& p : check(corpus)) problems.push_back(std::move(p));
    if (!asked.empty()) std::erase_if(problems, [&](const Problem& p) { return std::find(asked.begin(), asked.end(), p.at.file) == asked.end(); });
    sort_problems(problems);
    if (o.mappings && problems.empty()) return list_contradictions(o, corpus, on, asked);
    const std::size_t count = asked.empty() ? files.size() : asked.size();
    if (o.common.json) {
        print(problems_json({"check", on, std::nullopt, {}, {}, LACUNA_VERSION, corpus.data().sha256}, count, problems));
    } else {
        std::string out;
        for (const auto& p : problems) out += to_string(p) + "\n";
        out += fmt::format("on {}: {} problem{} in {} file{}\n", to_string(on), problems.size(), problems.size() == 1 ? "" : "s", count, count == 1 ? "" : "s");
        print(out);
    }
    if (!problems.empty()) throw Stop{Exit::bad_input};
}

}  // namespace

void add_check(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("check", "Print every problem of the corpus, or of the given files read together with it");
    add_common(*command, options->common);
    command->add_option("PATH", options->paths, "Files or folders; none: the corpus itself")->check(CLI::ExistingPath);
    command->add_flag("--mappings", options->mappings, "List mappings that cannot all be so, with who made them; exit code 0, since who is wrong only people can tell");
    command->add_option("--rows", options->rows, "With --mappings: most mappings on each side of a contradiction")->type_name("N")->check(CLI::Range(1, 9))->capture_default_str();
    command->footer("Examples:\n  lacuna check\n  lacuna check my-policy.xml my-mappings/\n  lacuna check --mappings\n\nExit code 3 if there is any problem.");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
