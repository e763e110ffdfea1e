#include "situation_options.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    Asked asked;
    SituationOptions situation;
    std::string fail_on;
};

void run(const Options& o) {
    auto session = open(o.common, "gaps");
    const auto question = question_of(session, o.asked, o.situation);
    const auto answer = assess(*session.corpus, *session.crosswalk, question);
    if (o.common.json) print(gaps_json(*session.corpus, *session.crosswalk, session.envelope, answer));
    else print_text(session, gaps_text(*session.corpus, answer, session.style));
    if (o.fail_on.empty()) return;
    const auto limit = *from_word<Severity>(o.fail_on);
    for (const auto& g : answer.targets)
        if (!g.covered() && g.severity.level >= limit) throw Stop{Exit::gaps};
}

}  // namespace

void add_gaps(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("gaps", "How much of one thing is covered by another, provision by provision");
    add_common(*command, options->common);
    command->add_option("--of", options->asked.of, "What should be covered")->required()->type_name("REF");
    command->add_option("--by", options->asked.by, "What should cover it")->required()->type_name("REF");
    add_asked(*command, options->asked);
    add_situation(*command, options->situation);
    add_suppositions(*command, options->common);
    command->add_option("--fail-on", options->fail_on, "Exit 1 if a gap is at least this severe: low, moderate, high, critical")->type_name("SEVERITY")->check(CLI::IsMember(all_words<Severity>()));
    command->footer(
        "Examples:\n"
        "  lacuna gaps --of anthropic-rsp@2.2 --by anthropic-rsp@3.4\n"
        "      what the newer version no longer promises\n"
        "  lacuna gaps --of eu-gpai-code --by anthropic\n"
        "      what a filing still lacks\n"
        "  lacuna gaps --of anthropic-rsp@3.4 --by binding --in EU\n"
        "      what rests on the promise alone");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
