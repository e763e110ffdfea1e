#include <algorithm>

#include <fmt/format.h>

#include "situation_options.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    Asked asked;
    SituationOptions situation;
    std::string id;
};

/// Asks the question that the id names again, and shows everything that its answer rests on.
void run(const Options& o) {
    auto session = open(o.common, "explain");
    const auto name = parse_gap_id(o.id);
    if (!name) stop_on({problem_with(o.id, "bad-gap-id", "this is not the id of a gap", "copy one from the output of `lacuna gaps`: TARGET:by:REF[:in:PLACE]")});
    Asked asked = o.asked;
    asked.of = {name->of};
    asked.by = name->by;
    asked.in = name->in.value_or("");
    const auto question = question_of(session, asked, o.situation);
    const auto answer = assess(*session.corpus, *session.crosswalk, question);
    const auto it = std::find_if(answer.targets.begin(), answer.targets.end(), [&](const Gap& g) { return g.id == o.id; });
    if (it == answer.targets.end()) stop_on({problem_with(o.id, "no-such-gap", fmt::format("{} is no obligation or prohibition on {}", name->of, to_string(session.on)), "copy an id from the output of `lacuna gaps`")});
    if (o.common.json) print(explain_json(*session.corpus, *session.crosswalk, session.envelope, answer, *it));
    else print_text(session, explain_text(*session.corpus, *session.crosswalk, answer, *it, session.style));
}

}  // namespace

void add_explain(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("explain", "Everything that one verdict rests on, computed again from the id of the gap");
    add_common(*command, options->common);
    command->add_option("GAP-ID", options->id, "As printed by `lacuna gaps`")->required();
    command->add_option("--lab", options->asked.lab, "The developer that bearers are judged for, as it was given to `gaps`")->type_name("PARTY");
    add_inference(*command, options->asked);
    add_situation(*command, options->situation);
    add_suppositions(*command, options->common);
    command->footer("Use the same --on, --lab, --rows, --reading and facts as the question that printed the id.\n\nExample:\n  lacuna explain 'anthropic-rsp@2.2#sec-6.2-pause-training:by:anthropic-rsp@3.4'");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
