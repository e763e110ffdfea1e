#include "situation_options.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "lacuna/check.hpp"

namespace lacuna::cli {
namespace {

bool same_fact(const Known& a, const Known& b) { return a.kind == b.kind && a.name == b.name && a.year == b.year && a.view == b.view && a.scheme == b.scheme; }

/// Members said later win over members said before.
void add_members(Known& to, const Known& more) {
    const auto take = [](std::vector<std::string>& in, std::vector<std::string>& out, const std::vector<std::string>& members) {
        for (const auto& m : members) {
            std::erase(out, m);
            if (std::find(in.begin(), in.end(), m) == in.end()) in.push_back(m);
        }
    };
    take(to.includes, to.excludes, more.includes);
    take(to.excludes, to.includes, more.excludes);
    to.only = to.only || more.only;
}

/// Another moment of an event does not undo the moments known before; "no" and "unknown" do.
void add_moments(Known& to, const Known& more) {
    if (more.holds && *more.holds != Truth::yes) {
        to = more;
        return;
    }
    to.holds = more.holds ? more.holds : to.holds == Truth::yes ? to.holds : std::nullopt;
    for (const auto field : {&Known::occurrence, &Known::discovery, &Known::awareness, &Known::end})
        if (more.*field) to.*field = more.*field;
    for (const auto field : {&Known::decided, &Known::effective, &Known::withdrawn})
        if (more.*field) to.*field = more.*field;
}

void put(Situation& situation, Known known) {
    const auto it = std::find_if(situation.facts.begin(), situation.facts.end(), [&](const Known& k) { return same_fact(k, known); });
    if (it == situation.facts.end()) situation.facts.push_back(std::move(known));
    else if (known.kind == KnownKind::set) add_members(*it, known);
    else if (known.kind == KnownKind::event) add_moments(*it, known);
    else *it = std::move(known);
}

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
    const auto add = [&](const std::string& text) {
        if (auto known = parse_fact(session.corpus->vocabulary(), text, problems)) put(situation, std::move(*known));
    };
    for (const auto& fact : o.facts) add(fact);
    for (const auto& event : o.events) {
        const auto known = problems.size();
        add("event:" + event);
        for (auto i = known; i < problems.size(); ++i) problems[i].at.file = "--event " + excerpt(event);
    }
    stop_on(std::move(problems));
    stop_on(check_situation(*session.corpus, situation, session.on));
    return situation;
}

}  // namespace lacuna::cli
