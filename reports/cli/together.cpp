#include <fmt/format.h>

#include "reports/together.hpp"
#include "situation_options.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    Asked asked;
    SituationOptions situation;
    bool all = false;
};

void run(const Options& o) {
    auto session = open(o.common, "together");
    Asked named = o.asked;
    named.of = with_law_to_come(*session.corpus, named.of, session.on);
    auto asked = question_of(session, named, o.situation);
    if (asked.of.taken.size() < 2)
        stop_on({problem_with(join(o.asked.of, " "), "one-regime", fmt::format("only one regime is named: {}", asked.of.taken.empty() ? "none" : asked.of.taken.front().instrument->id), "name another instrument or version: together means two or more")});
    const TogetherQuestion question{std::move(asked.of), asked.in, std::move(asked.situation), asked.on, asked.rows, asked.inference};
    const auto answer = together(*session.corpus, *session.crosswalk, question);
    if (o.common.json) print(together_json(*session.corpus, *session.crosswalk, session.envelope, answer));
    else print_text(session, together_text(*session.corpus, answer, o.all, session.style));
}

}  // namespace

void add_together(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("together", "Several regimes at once: what one action satisfies, and where two conflict");
    add_common(*command, options->common);
    command->add_option("REF", options->asked.of, "The regimes: two or more instruments or versions, or what takes in several")->required()->type_name("REF...");
    add_asked(*command, options->asked);
    add_situation(*command, options->situation);
    add_suppositions(*command, options->common);
    command->add_flag("--all", options->all, "List every duty that meets a part of another, and the actions that meet nothing of another regime");
    command->footer(
        "Examples:\n"
        "  lacuna together us-ca-sb-53 us-ny-raise us-il-aisma eu-gpai-code\n"
        "      what to do once for all of them\n"
        "  lacuna together eu-ai-act eu-gpai-code anthropic --in EU");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
