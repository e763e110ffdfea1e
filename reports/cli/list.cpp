#include "session.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    Asked asked;
    std::string what;
};

/// Every provision of the corpus, each in its last version.
Scope everything(const Corpus& corpus) {
    Scope scope;
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n)
        if (corpus.provision(n).kind == NodeKind::provision) scope.provisions.push_back({n, corpus.node(n).last_version, false});
    return scope;
}

void run(const Options& o) {
    const auto session = open(o.common, "list");
    const auto what = *from_word<Listing>(o.what);
    const auto& filter = o.asked.filter;
    const bool narrowed = !filter.themes.empty() || !filter.domains.empty() || !filter.bearers.empty();
    std::optional<Scope> scope;
    std::vector<Problem> problems;
    if (!o.asked.of.empty()) scope = resolve(*session.corpus, o.asked.of, session.on, jurisdiction(*session.corpus, o.asked.in, problems), problems);
    else if (narrowed) scope = everything(*session.corpus);
    if (scope) narrow(*session.corpus, *scope, filter, problems);
    stop_on(std::move(problems));
    if (o.common.json) return print(list_json(*session.corpus, session.envelope, what, scope));
    print("on " + to_string(session.on) + "\n" + list_text(*session.corpus, what, scope, session.on, session.style));
}

}  // namespace

void add_list(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("list", "List what the corpus holds");
    add_common(*command, options->common);
    command->add_option("WHAT", options->what, "instruments, provisions, parties, themes, domains, facts, events, classes, tests, situations or mappings")->required()->check(CLI::IsMember(all_words<Listing>()).description(""));
    command->add_option("--of", options->asked.of, "Only provisions of these, or mappings that touch them, or tests that they ask for")->type_name("REF");
    command->add_option("--in", options->asked.in, "Jurisdiction that narrows a force, e.g. EU")->type_name("PLACE");
    add_filter(*command, options->asked.filter);
    command->footer("Examples:\n  lacuna list instruments\n  lacuna list provisions --of anthropic-rsp@3.4\n  lacuna list tests --of us-ca-sb-53\n  lacuna list mappings --of eu-ai-act#art-55-1 --format json");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
