#include <fmt/format.h>

#include "reports/unbound.hpp"
#include "session.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    std::vector<std::string> regimes, labs;
    std::string in;
    bool all = false;
};

void run(const Options& o) {
    auto session = open(o.common, "unbound");
    const auto& corpus = *session.corpus;
    std::vector<Problem> problems;
    UnboundQuestion q;
    q.on = session.on;
    q.in = jurisdiction(corpus, o.in, problems);
    q.labs = o.labs;
    for (const auto& lab : o.labs)
        if (const auto* party = corpus.party(lab); party != nullptr && party->kind != "lab") problems.push_back(problem_with("--lab", "bad-value", fmt::format("'{}' is a party of kind '{}', not a lab", lab, party->kind), "name a developer: see `lacuna list parties`"));
        else if (party == nullptr) problems.push_back(problem_with("--lab", "unknown-name", fmt::format("no party is called '{}'", excerpt(lab)), near_or(lab, corpus.party_ids(), "see `lacuna list parties`")));
    for (const auto& id : o.regimes) {
        if (const auto* in = corpus.instrument(id); in != nullptr && in->force != Force::binding && in->force != Force::code && in->force != Force::pledge)
            problems.push_back(problem_with(id, "bad-value", fmt::format("'{}' is of force '{}', and binds nobody but its maker, if anybody", id, word(in->force)), "name binding law, a code or a pledge"));
        else if (in != nullptr) q.of.push_back(in);
        else problems.push_back(problem_with(id, "unknown-name", fmt::format("no instrument is called '{}'", excerpt(id)), near_or(id, corpus.instrument_ids(), "see `lacuna list instruments`")));
    }
    stop_on(std::move(problems));
    session.envelope.in = q.in;
    const auto answer = unbound(corpus, q);
    if (o.common.json) print(unbound_json(corpus, session.envelope, answer));
    else print_text(session, unbound_text(corpus, answer, o.all, session.style));
}

}  // namespace

void add_unbound(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("unbound", "Developers and models that a regime or a pledge does not reach, and why");
    add_common(*command, options->common);
    command->add_option("REGIME", options->regimes, "Instruments (default: all binding law, codes and pledges in force or adopted)")->type_name("REGIME...");
    command->add_option("--in", options->in, "Jurisdiction, e.g. EU, US-CA")->type_name("PLACE");
    command->add_option("--lab", options->labs, "Only this developer (repeatable)")->type_name("PARTY")->allow_extra_args(false);
    add_suppositions(*command, options->common);
    command->add_flag("--all", options->all, "Also who is reached");
    command->footer("Examples:\n  lacuna unbound --in EU\n  lacuna unbound seoul-commitments eu-gpai-code");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
