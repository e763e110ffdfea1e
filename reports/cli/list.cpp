#include "session.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    Asked asked;
    std::string what;
};

void run(const Options& o) {
    const auto session = open(o.common, "list");
    const auto what = *from_word<Listing>(o.what);
    std::optional<Scope> scope;
    if (!o.asked.of.empty()) {
        std::vector<Problem> problems;
        scope = resolve(*session.corpus, o.asked.of, session.on, jurisdiction(*session.corpus, o.asked.in, problems), problems);
        stop_on(std::move(problems));
    }
    if (o.common.json) return print(list_json(*session.corpus, session.envelope, what, scope));
    print("on " + to_string(session.on) + "\n" + list_text(*session.corpus, what, scope, session.on, session.style));
}

}  // namespace

void add_list(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("list", "List what the corpus holds");
    add_common(*command, options->common);
    command->add_option("WHAT", options->what, "instruments, provisions, parties, themes, domains, facts or mappings")->required()->check(CLI::IsMember(all_words<Listing>()));
    command->add_option("--of", options->asked.of, "Only provisions of these, or mappings that touch them")->type_name("REF");
    command->add_option("--in", options->asked.in, "Jurisdiction that narrows a force, e.g. EU")->type_name("PLACE");
    command->footer("Examples:\n  lacuna list instruments\n  lacuna list provisions --of anthropic-rsp@3.4\n  lacuna list mappings --of eu-ai-act#art-55-1 --format json");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
