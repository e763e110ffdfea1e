// `lacuna situation new`: what is known, written to a file; with --ask, asked for one question at a time.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include <fmt/format.h>
#include <unistd.h>

#include "lacuna/check.hpp"
#include "lacuna/questionnaire.hpp"
#include "situation_options.hpp"

namespace lacuna::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    Common common;
    SituationOptions known;
    std::string id, lab, model, in, file;
    bool ask = false, force = false;
};

/// Small letters and digits of a name, with '-' for what is between: "Llama 3.1 405B" is "llama-3.1-405b".
std::string as_id(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool keeps = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
        if (keeps) out += small;
        else if (!out.empty() && out.back() != '-' && out.back() != '.') out += c == '.' ? '.' : '-';
    }
    while (out.ends_with('-') || out.ends_with('.')) out.pop_back();
    return out;
}

void name_it(Situation& s, const Options& o, std::vector<Problem>& problems) {
    if (!o.lab.empty()) s.developer = o.lab;
    if (!o.model.empty()) s.model = o.model;
    if (!o.id.empty()) s.id = o.id;
    else if (!o.model.empty() || s.id.empty()) s.id = as_id(!o.model.empty() ? o.model : fs::path(o.file).stem().string());
    if (s.id.empty()) s.id = "situation";
    if (s.id != as_id(s.id)) problems.push_back(problem_with("--id", "bad-id", fmt::format("'{}' is not an id", excerpt(s.id)), "use small letters, digits, '-' and '.'"));
}

/// What would stop the file from being written is found before anybody has answered anything.
void check_target(const std::string& file, bool force, std::vector<Problem>& problems) {
    const fs::path path(file);
    const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (fs::is_directory(path)) problems.push_back(problem_with(file, "is-a-folder", "it is a folder", "name a file"));
    else if (fs::exists(path) && !force) problems.push_back(problem_with(file, "exists", "it is there already", "name another file, or overwrite it with --force"));
    else if (!fs::is_directory(folder)) problems.push_back(problem_with(file, "no-folder", fmt::format("there is no folder '{}'", folder.string()), "make it first"));
    else if (access(folder.c_str(), W_OK) != 0) problems.push_back(problem_with(file, "not-writable", fmt::format("nothing can be written in '{}'", folder.string()), "name a file elsewhere"));
}

/// Never half a file: it is written beside the place and then moved there.
void write(const std::string& file, const std::string& text) {
    const std::string half = file + fmt::format(".{}.tmp", getpid());
    std::ofstream out(half, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    std::error_code error;
    if (out) fs::rename(half, file, error);
    if (out && !error) return;
    fs::remove(half, error);
    throw std::runtime_error(fmt::format("cannot write {}", file));
}

std::string duties(std::size_t n) { return fmt::format("{} {}", n, n == 1 ? "duty" : "duties"); }

/// The dialogue on standard input and output.
class Dialogue {
public:
    Dialogue(const Corpus& corpus, Questionnaire& questions) : corpus_(corpus), questions_(questions), echo_(isatty(STDIN_FILENO) == 0) {}

    void run() {
        print(wrap("Answer as after --fact NAME=. An empty line, or 'unknown', leaves a question open; '?' explains it; 'stop' ends and writes what is known.", "", ""));
        while (questions_.question() && !stopped_) {
            put_question(*questions_.question());
            while (!stopped_ && !answer()) {}
        }
        print("\n" + wrap(stopped_ ? "Stopped." : "Nothing that can still be asked would change an answer.", "", ""));
    }

private:
    void put_question(const OpenQuestion& q) {
        print(fmt::format("\n{} open.\n\n", duties(undetermined_duties(questions_.answer()))));
        const std::string number = fmt::format("{:>2}. ", ++asked_);
        print(wrap(q.words, number, "    "));
        if (!q.meaning.empty()) print(wrap(q.meaning + ".", "    ", "    "));
        print(wrap(turns_on(q), "    ", "    ") + wrap("e.g. " + q.example, "    ", "    "));
    }

    std::string turns_on(const OpenQuestion& q) const {
        std::vector<std::pair<const Instrument*, std::size_t>> of;
        for (const auto& d : q.duties) {
            const auto* in = corpus_.node(d.node).instrument;
            if (of.empty() || of.back().first != in) of.emplace_back(in, 0);
            ++of.back().second;
        }
        std::vector<std::string> parts;
        for (const auto& [in, n] : of) parts.push_back(fmt::format("{} of {}", n, in->name()));
        return fmt::format("{} {} on it: {}.", duties(q.duties.size()), q.duties.size() == 1 ? "turns" : "turn", join(parts));
    }

    /// Takes one line; true when the question is done with.
    bool answer() {
        const auto& q = *questions_.question();
        print(fmt::format("{} = ", q.fact));
        std::string line;
        stopped_ = !std::getline(std::cin, line);
        // who pipes answers in does not see them otherwise
        if (echo_) print((stopped_ ? "" : excerpt(line)) + "\n");
        line.erase(0, std::min(line.find_first_not_of(" \t\r"), line.size()));
        line.erase(line.find_last_not_of(" \t\r") + 1);
        stopped_ = stopped_ || line == "stop";
        if (stopped_) return true;
        if (line == "?") return explain(q);
        if (line.empty() || line == "unknown") {
            questions_.left_open();
            return true;
        }
        const auto problems = questions_.answered(line);
        for (const auto& p : problems) print(wrap(fmt::format("{}: {}", p.what, p.advice), "    ", "    "));
        return problems.empty();
    }

    bool explain(const OpenQuestion& q) {
        print(wrap(q.help, "    ", "    "));
        std::vector<std::string> cites;
        for (const auto& d : q.duties) cites.push_back(corpus_.cite(d.node));
        if (cites.size() > most_cites) {
            const auto more = cites.size() - most_cites;
            cites.resize(most_cites);
            cites.push_back(fmt::format("and {} more", more));
        }
        print(wrap("What turns on it: " + join(cites, "; ") + ".", "    ", "    "));
        return false;
    }

    static constexpr std::size_t most_cites = 12;
    const Corpus& corpus_;
    Questionnaire& questions_;
    bool echo_ = false, stopped_ = false;
    int asked_ = 0;
};

/// "On 21 November 2026: 6 duties ask now, 9 are undetermined".
std::string outcome(const AppliesAnswer& a) {
    std::vector<std::string> parts;
    const auto count = [&](Applicability answer, std::string_view one, std::string_view several) {
        std::size_t n = 0;
        for (const auto& r : a.regimes) n += r.count(answer);
        if (n > 0) parts.push_back(fmt::format("{} {}", parts.empty() ? duties(n) : std::to_string(n), n == 1 ? one : several));
    };
    count(Applicability::applies, "asks now", "ask now");
    count(Applicability::presumed, "asks now, on a presumption", "ask now, on a presumption");
    count(Applicability::on_event, "asks when something happens", "ask when something happens");
    count(Applicability::later, "will ask", "will ask");
    count(Applicability::undetermined, "is undetermined", "are undetermined");
    count(Applicability::no, "does not ask", "do not ask");
    std::string out = wrap(fmt::format("On {}: {}.", in_words(a.question.on), parts.empty() ? "no law in scope asks anything" : join(parts, "; ")), "", "");
    if (!a.assumed.empty()) out += wrap(fmt::format("{} assumed, and not asked; lacuna applies says what.", a.assumed.size() == 1 ? "One thing was" : fmt::format("{} things were", a.assumed.size())), "", "");
    return out;
}

Situation asked_for(const Session& session, const AppliesQuestion& question) {
    Questionnaire questions(*session.corpus, question);
    Dialogue(*session.corpus, questions).run();
    print(outcome(questions.answer()) + "\n");
    return questions.situation();
}

void run(const Options& o) {
    if (o.common.json) throw CLI::ValidationError("--format", "a situation is written as XML; there is nothing to say as JSON");
    const auto session = open(o.common, "situation");
    std::vector<Problem> problems;
    AppliesQuestion q;
    q.on = session.on;
    q.in = jurisdiction(*session.corpus, o.in, problems);
    q.situation = situation_of(session, o.known);
    name_it(q.situation, o, problems);
    const std::string file = o.file.empty() ? q.situation.id + ".xml" : o.file;
    check_target(file, o.force, problems);
    stop_on(std::move(problems));
    q.situation.at.file = "--lab";
    stop_on(check_situation(*session.corpus, q.situation, session.on));
    write(file, to_xml(o.ask ? asked_for(session, q) : q.situation));
    const std::string in = q.in ? " --in " + *q.in : "";
    print(wrap(fmt::format("Written to {}. To use it:", file), "", "") + fmt::format("  lacuna applies --situation {} --on {}{}\n", file, to_string(session.on), in));
}

}  // namespace

void add_situation_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* group = app.add_subcommand("situation", "Write down what is known about a developer and a model");
    group->require_subcommand(1);
    auto* command = group->add_subcommand("new", "Write a file with the facts given; with --ask, ask for those that matter");
    add_common(*command, options->common);
    command->add_flag("--ask", options->ask, "Ask for what could still change an answer, most duties first");
    command->add_option("-o,--output", options->file, "The file (default: ID.xml)")->type_name("FILE.xml");
    command->add_option("--id", options->id, "Its id (default: from the model's name)")->type_name("ID");
    command->add_option("--lab", options->lab, "The developer")->type_name("PARTY");
    command->add_option("--model", options->model, "The model's name")->type_name("NAME");
    command->add_option("--in", options->in, "Ask only about law that holds there, e.g. EU, US-CA")->type_name("PLACE");
    command->add_flag("--force", options->force, "Overwrite the file");
    add_situation(*command, options->known);
    command->footer(
        "How facts are written: lacuna list facts (events, tests, classes). Nothing that\n"
        "is not said is taken to be below a threshold.\n\n"
        "Examples:\n"
        "  lacuna situation new --ask --lab anthropic --model 'Example 1' --in EU\n"
        "  lacuna situation new --id mine -o mine.xml --fact training-compute=2.1e25FLOP");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
