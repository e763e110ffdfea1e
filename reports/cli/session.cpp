#include "session.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <stdexcept>

#include <fmt/format.h>
#include <unistd.h>

#include "lacuna/check.hpp"
#include "lacuna/independence.hpp"
#include "lacuna/suppose.hpp"

namespace lacuna::cli {

void add_common(CLI::App& command, Common& common) {
    const char* from_environment = std::getenv("LACUNA_CORPUS");
    common.corpus = from_environment != nullptr ? from_environment : LACUNA_CORPUS;
    command.add_option("--corpus", common.corpus, "Folder that holds regimes/ and mappings/ (default: the shipped corpus, or $LACUNA_CORPUS)")->type_name("DIR")->capture_default_str()->default_str("");
    command.add_option("--on", common.on, "Date of the question, YYYY-MM-DD (default: today)")->type_name("DATE");
    command.add_option_function<std::string>("--format", [&common](const std::string& f) { common.json = f == "json"; }, "text for people, json for programs")->type_name("FORMAT")->check(CLI::IsMember({"text", "json"}))->default_str("text");
}

void add_asked(CLI::App& command, Asked& asked) {
    command.add_option("--in", asked.in, "Jurisdiction, e.g. EU, US-CA")->type_name("PLACE");
    command.add_option("--lab", asked.lab, "The developer that bearers are judged for")->type_name("PARTY");
    add_filter(command, asked.filter);
    add_inference(command, asked);
}

void add_inference(CLI::App& command, Asked& asked) {
    command.add_option("--rows", asked.rows, "Most mappings in one chain of reasoning")->type_name("N")->check(CLI::Range(1, 9))->capture_default_str();
    command.add_option("--reading", asked.reading, "certain: only what follows; loose-overlap: any chain of mappings counts as an overlap, labelled")->check(CLI::IsMember(all_words<Inference>()))->capture_default_str();
}

void add_independence(CLI::App& command, std::string& rule) {
    command.add_option("--independence", rule, "What counts against a party being outside: strict (appointed, funded, contracted, picked), appointment, or contract")->type_name("RULE")->check(CLI::IsMember(all_words<IndependenceRule>()))->capture_default_str();
}

void add_filter(CLI::App& command, Filter& filter) {
    command.add_option("--theme", filter.themes, "Only provisions of this theme (repeatable)")->type_name("THEME");
    command.add_option("--domain", filter.domains, "Only provisions about this domain, or what lies within it (repeatable)")->type_name("DOMAIN");
    command.add_option("--bearer", filter.bearers, "Only provisions that this class or party bears (repeatable)")->type_name("BEARER");
}

Day day_of(const Common& common) {
    if (common.on.empty()) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto day = parse_day(common.on);
    if (!day) throw CLI::ValidationError("--on", fmt::format("'{}' is not a day of the calendar: write YYYY-MM-DD", common.on));
    return *day;
}

void print(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (std::fflush(stdout) != 0) throw std::runtime_error("cannot write the output");
}

void print_text(const Session& session, const std::string& text) {
    std::string labels;
    for (const auto& s : session.supposed) labels += wrap("SUPPOSED: " + s, "", "  ");
    print(labels + text);
}

void stop_on(std::vector<Problem> problems) {
    if (problems.empty()) return;
    sort_problems(problems);
    for (const auto& p : problems) fmt::print(stderr, "{}\n", to_string(p));
    throw Stop{Exit::bad_input};
}

void add_suppositions(CLI::App& command, Common& common) {
    command.add_option("--with", common.with, "Take this as if in force: an instrument of the corpus (a bill, a revoked order), or a file (repeatable)")->type_name("REF|FILE");
    command.add_option("--as-if", common.as_if, "Take this version as if it stood, e.g. eu-ai-act@2024-07-12 (repeatable)")->type_name("VERSION");
}

namespace {

bool is_file(const std::string& name) { return name.ends_with(".xml") || std::filesystem::exists(name); }

/// Adds files to the corpus and takes what was asked for as if in force; returns the labels.
std::vector<std::string> suppose(const Common& common, CorpusData& data, Day on, std::vector<Problem>& problems) {
    std::vector<std::string> labels;
    const auto take = [&](const std::string& ref, const std::string& argument) {
        const auto at = ref.find('@');
        if (auto label = suppose_in_force(data, ref.substr(0, at), at == std::string::npos ? "" : ref.substr(at + 1), on, argument, problems)) labels.push_back(std::move(*label));
    };
    for (const auto& name : common.with) {
        if (!is_file(name)) {
            take(name, "--with");
            continue;
        }
        auto added = read_corpus(files_at(name), problems);
        for (auto& in : added.instruments) {
            const std::string id = in.id;
            data.instruments.push_back(std::move(in));
            take(id, "--with");
        }
        std::move(added.mapping_sets.begin(), added.mapping_sets.end(), std::back_inserter(data.mapping_sets));
        std::move(added.party_files.begin(), added.party_files.end(), std::back_inserter(data.party_files));
    }
    for (const auto& name : common.as_if) {
        if (name.find('@') == std::string::npos) problems.push_back(problem_with("--as-if", "bad-ref", fmt::format("'{}' does not name a version", excerpt(name)), "write INSTRUMENT@VERSION"));
        else take(name, "--as-if");
    }
    return labels;
}

}  // namespace

Session open(const Common& common, const std::string& command) {
    Session s;
    s.on = day_of(common);
    std::vector<Problem> problems;
    auto data = read_corpus(corpus_files(common.corpus), problems);
    s.supposed = suppose(common, data, s.on, problems);
    s.envelope = {command, s.on, std::nullopt, {}, s.supposed, LACUNA_VERSION, data.sha256};
    s.corpus = std::make_unique<Corpus>(std::move(data));
    for (auto& p : check(*s.corpus)) problems.push_back(std::move(p));
    stop_on(std::move(problems));
    s.crosswalk = std::make_unique<Crosswalk>(*s.corpus);
    s.style.colour = isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
    return s;
}

std::optional<std::string> jurisdiction(const Corpus& corpus, const std::string& in, std::vector<Problem>& problems) {
    if (in.empty()) return std::nullopt;
    std::vector<std::string> ids;
    for (const auto& j : corpus.vocabulary().jurisdictions) ids.push_back(j.id);
    if (std::find(ids.begin(), ids.end(), in) == ids.end()) {
        problems.push_back(problem_with("--in", "unknown-name", fmt::format("no jurisdiction is called '{}'", in), near_or(in, ids, fmt::format("use one of {}", join(ids)))));
    }
    return in;
}

namespace {

/// That nothing of a force is in force becomes a note, unless nothing at all is asked about.
void tell(Question& q, std::vector<Problem>& problems) {
    if (q.of.taken.empty()) return;
    std::erase_if(problems, [&](const Problem& p) {
        if (p.code != "nothing-in-force" || !from_word<Force>(p.at.file)) return false;
        q.by.notes.push_back(p.what);
        return true;
    });
}

}  // namespace

Question question_of(Session& session, const Asked& asked) {
    std::vector<Problem> problems;
    Question q;
    q.on = session.on;
    q.rows = asked.rows;
    q.inference = *from_word<Inference>(asked.reading);
    const std::string label = "any chain of mappings counts as an overlap (--reading loose-overlap): what is said to be touched may not be";
    if (q.inference == Inference::any_chain && std::find(session.supposed.begin(), session.supposed.end(), label) == session.supposed.end()) {
        session.supposed.push_back(label);
        session.envelope.supposed = session.supposed;
    }
    q.in = jurisdiction(*session.corpus, asked.in, problems);
    if (!asked.lab.empty()) {
        q.situation.developer = asked.lab;
        if (session.corpus->party(asked.lab) == nullptr) {
            problems.push_back(problem_with("--lab", "unknown-name", fmt::format("no party is called '{}'", asked.lab), near_or(asked.lab, session.corpus->party_ids(), "see `lacuna list parties`")));
        }
    }
    q.of = resolve(*session.corpus, asked.of, q.on, q.in, problems);
    narrow(*session.corpus, q.of, asked.filter, problems);
    q.by = resolve(*session.corpus, asked.by, q.on, q.in, problems);
    if (asked.nothing_is_an_answer) tell(q, problems);
    stop_on(std::move(problems));
    return q;
}

}  // namespace lacuna::cli
