#include "reports/tiers.hpp"
#include "session.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    std::vector<std::string> of;
};

void run(const Options& o) {
    auto session = open(o.common, "tiers");
    std::vector<Problem> problems;
    const auto scope = resolve(*session.corpus, o.of, session.on, std::nullopt, problems);
    stop_on(std::move(problems));
    if (o.common.json) print(tiers_json(*session.corpus, session.envelope, scope));
    else print_text(session, tiers_text(*session.corpus, scope, session.on, session.style));
}

}  // namespace

void add_tiers(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("tiers", "The levels of labs' own scales side by side: capability, security, deployment, what stops");
    add_common(*command, options->common);
    command->add_option("LAB", options->of, "A lab, or a document or a version of it")->required()->type_name("LAB...");
    add_suppositions(*command, options->common);
    command->footer("Examples:\n  lacuna tiers anthropic\n  lacuna tiers anthropic-rsp@2.2 anthropic-rsp@3.4");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
