#include "lacuna/applies.hpp"
#include "lacuna/check.hpp"

#include "applies_models.hpp"
#include "reports/applies.hpp"
#include "situation_options.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    SituationOptions situation;
    std::string in, lab;
    std::vector<std::string> of;
    ModelsOptions models;
    bool all = false;
};

void run(const Options& o) {
    auto session = open(o.common, "applies");
    std::vector<Problem> problems;
    AppliesQuestion q;
    q.on = session.on;
    q.in = jurisdiction(*session.corpus, o.in, problems);
    for (const auto& t : resolve(*session.corpus, o.of, session.on, q.in, problems).taken) q.of.push_back(t.instrument);
    stop_on(std::move(problems));
    q.situation = situation_of(session, o.situation);
    if (!o.lab.empty()) q.situation.developer = o.lab;
    stop_on(check_situation(*session.corpus, q.situation, session.on));
    session.envelope.in = q.in;
    session.envelope.situation = q.situation;
    if (!o.models.table.empty()) return applies_to_models(session, q, o.models, o.all, o.common.json);
    const auto answer = applies(*session.corpus, q);
    if (o.common.json) print(applies_json(*session.corpus, session.envelope, answer));
    else print_text(session, applies_text(*session.corpus, answer, o.all, session.style));
}

}  // namespace

void add_applies(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("applies", "What binds a developer for a model, why, since when, enforceable by whom");
    add_common(*command, options->common);
    add_situation(*command, options->situation);
    add_suppositions(*command, options->common);
    command->add_option("--in", options->in, "Only law that holds there, e.g. EU, US-CA")->type_name("PLACE");
    command->add_option("--lab", options->lab, "The developer")->type_name("PARTY");
    command->add_option("--of", options->of, "Only these instruments (default: all law, and what the developer signed)")->type_name("REF");
    command->add_flag("--all", options->all, "Also list the duties that do not apply; with --models, all models");
    add_models(*command, options->models);
    command->footer(
        "Examples:\n"
        "  lacuna applies --fact training-compute=2.1e25FLOP --fact markets=EU\n"
        "      --fact placed-on-market=2025-08-20 --on 2025-09-01\n"
        "  lacuna applies --situation my-model.xml --in US-CA\n"
        "  lacuna applies --models notable_ai_models.csv --fact markets=EU\n"
        "      --from 2025-08-02 --to 2027-12-31");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
