#include <algorithm>

#include <fmt/format.h>

#include "reports/ladder.hpp"
#include "situation_options.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    SituationOptions situation;
    std::vector<std::string> of, themes, places, days;
    std::string lab;
    int rows = default_rows;
    bool all = false;
};

/// Every place of the vocabulary but the world, unless some are named.
std::vector<std::string> places_of(const Corpus& corpus, const Options& o, std::vector<Problem>& problems) {
    std::vector<std::string> out;
    for (const auto& place : o.places)
        if (auto known = jurisdiction(corpus, place, problems)) out.push_back(*known);
    if (!o.places.empty()) return out;
    for (const auto& j : corpus.vocabulary().jurisdictions)
        if (!j.within.empty()) out.push_back(j.id);
    return out;
}

std::vector<Day> days_of(const Options& o, Day on) {
    std::vector<Day> out{on};
    for (const auto& text : o.days) {
        const auto day = parse_day(text);
        if (!day) throw CLI::ValidationError("--also", fmt::format("'{}' is not a day of the calendar: write YYYY-MM-DD", text));
        if (std::find(out.begin(), out.end(), *day) == out.end()) out.push_back(*day);
    }
    std::sort(out.begin(), out.end());
    return out;
}

void run(const Options& o) {
    auto session = open(o.common, "ladder");
    const auto& corpus = *session.corpus;
    std::vector<Problem> problems;
    LadderQuestion q;
    q.situation = situation_of(session, o.situation);
    if (!o.lab.empty()) q.situation.developer = o.lab;
    if (!o.lab.empty() && corpus.party(o.lab) == nullptr) problems.push_back(problem_with("--lab", "unknown-name", fmt::format("no party is called '{}'", excerpt(o.lab)), near_or(o.lab, corpus.party_ids(), "see `lacuna list parties`")));
    q.of = o.of.empty() ? promises_of(corpus, q.situation.developer) : o.of;
    for (const auto& ref : o.of) {  // a name that means nothing is refused; one that means nothing on some day is told
        std::vector<Problem> found;
        resolve(corpus, {ref}, session.on, std::nullopt, found);
        for (auto& p : found)
            if (p.code.starts_with("unknown-")) problems.push_back(std::move(p));
    }
    q.themes = o.themes;
    q.places = places_of(corpus, o, problems);
    q.days = days_of(o, session.on);
    q.rows = o.rows;
    session.envelope.situation = q.situation;
    stop_on(problems);
    const auto answer = ladder(corpus, *session.crosswalk, q, problems);
    stop_on(std::move(problems));
    if (o.common.json) print(ladder_json(corpus, session.envelope, answer));
    else print_text(session, ladder_text(corpus, answer, o.all, session.style));
}

}  // namespace

void add_ladder(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("ladder", "How far up the enforcement ladder each theme stands, by place and day");
    add_common(*command, options->common);
    command->add_option("REF", options->of, "What was promised (default: every policy and pledge, or those of --lab)")->type_name("REF...");
    command->add_option("--theme", options->themes, "Only this theme (repeatable)")->type_name("THEME")->allow_extra_args(false);
    command->add_option("--in", options->places, "Jurisdiction (repeatable; default: all)")->type_name("PLACE")->allow_extra_args(false);
    command->add_option("--also", options->days, "A further day, YYYY-MM-DD (repeatable)")->type_name("DATE")->allow_extra_args(false);
    command->add_option("--lab", options->lab, "The developer that bearers are judged for")->type_name("PARTY");
    command->add_option("--rows", options->rows, "Most mappings in one chain of reasoning")->type_name("N")->check(CLI::Range(1, 9))->capture_default_str();
    add_situation(*command, options->situation);
    add_suppositions(*command, options->common);
    command->add_flag("--all", options->all, "Every promise with its rung, and what the law asks by itself");
    command->footer(
        "Examples:\n"
        "  lacuna ladder --lab anthropic --theme pause --theme incident-reporting --in EU --in US-CA --also 2028-03-01\n"
        "  lacuna ladder seoul-commitments");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
