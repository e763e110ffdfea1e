#include "situation_options.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "lacuna/check.hpp"

namespace lacuna::cli {
namespace {

Situation from_file(const std::string& path, std::vector<Problem>& problems) {
    auto data = read_corpus(files_at(path), problems);
    if (data.situations.size() == 1) return std::move(data.situations.front());
    if (problems.empty()) problems.push_back(problem_with(path, "no-situation", data.situations.empty() ? "it holds no situation" : "it holds more than one situation", "name one file that begins with <situation>"));
    return {};
}

Situation named(const Session& session, const std::string& name, std::vector<Problem>& problems) {
    std::vector<std::string> ids;
    for (const auto& s : session.corpus->data().situations) {
        if (s.id == name) return s;
        ids.push_back(s.id);
    }
    if (std::filesystem::exists(name)) return from_file(name, problems);
    problems.push_back(problem_with("--situation", "unknown-name", fmt::format("'{}' is neither a file nor a situation of the corpus", excerpt(name)), near_or(name, ids, ids.empty() ? "name a file" : "use one of " + join(ids) + ", or name a file")));
    return {};
}

}  // namespace

void add_situation(CLI::App& command, SituationOptions& o) {
    command.add_option("--situation", o.situation, "What is known: a file, or a situation of the corpus by its id")->type_name("FILE");
    command.add_option("--fact", o.facts, "One thing that is known, e.g. training-compute=2.1e25FLOP (repeatable)")->type_name("NAME=VALUE")->allow_extra_args(false);
    command.add_option("--event", o.events, "When something happened, e.g. serious-incident=2026-10-05T14:00+02:00 or serious-incident=awareness:2026-10-06 (repeatable)")->type_name("NAME=MOMENT")->allow_extra_args(false);
}

Situation situation_of(const Session& session, const SituationOptions& o) {
    std::vector<Problem> problems;
    Situation situation = o.situation.empty() ? Situation{} : named(session, o.situation, problems);
    Situation given;  // checked by itself, too: else a file would be blamed for what is added to it
    const auto add = [&](const std::string& text) {
        auto known = parse_fact(session.corpus->vocabulary(), text, problems);
        if (!known) return;
        put(given, *known);
        put(situation, std::move(*known));
    };
    for (const auto& fact : o.facts) add(fact);
    for (const auto& event : o.events) {
        const auto known = problems.size();
        add("event:" + event);
        for (auto i = known; i < problems.size(); ++i) problems[i].at.file = "--event " + excerpt(event);
    }
    stop_on(std::move(problems));
    stop_on(check_situation(*session.corpus, given, session.on));
    stop_on(check_situation(*session.corpus, situation, session.on));
    return situation;
}

Question question_of(Session& session, const Asked& asked, const SituationOptions& options) {
    auto question = question_of(session, asked);
    const auto lab = question.situation.developer;
    question.situation = situation_of(session, options);
    if (!lab.empty()) question.situation.developer = lab;
    session.envelope.in = question.in;
    session.envelope.situation = question.situation;
    return question;
}

}  // namespace lacuna::cli
