#include "reports/remedy.hpp"
#include "situation_options.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    Asked asked;
    SituationOptions situation;
    std::string rule = std::string(word(IndependenceRule::strict));
    bool all = false;
};

void run(const Options& o) {
    auto session = open(o.common, "remedy");
    Asked asked = o.asked;
    asked.nothing_is_an_answer = true;
    asked.by = {std::string(word(Force::binding))};
    const auto question = question_of(session, asked, o.situation);
    const auto answer = who_holds_the_pen(*session.corpus, *session.crosswalk, question, *from_word<IndependenceRule>(o.rule));
    if (o.common.json) print(remedy_json(*session.corpus, session.envelope, answer));
    else print_text(session, remedy_text(*session.corpus, answer, o.all, session.style));
}

}  // namespace

void add_remedy(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("remedy", "The least that would make promises constraints, with precedents in law");
    add_common(*command, options->common);
    command->add_option("REF", options->asked.of, "What was committed to")->required()->type_name("REF...");
    add_asked(*command, options->asked);
    add_situation(*command, options->situation);
    add_suppositions(*command, options->common);
    add_independence(*command, options->rule);
    command->add_flag("--all", options->all, "Every commitment with what must move for it, and every precedent");
    command->footer(
        "Examples:\n"
        "  lacuna remedy A2-32 --as-if anthropic-rsp@2.2 --in EU\n"
        "  lacuna remedy anthropic --theme pause --in US-CA");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
