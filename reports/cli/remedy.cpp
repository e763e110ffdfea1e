#include "pen_options.hpp"
#include "reports/remedy.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    PenOptions pen;
    bool all = false;
};

void run(const Options& o) {
    auto session = open(o.common, "remedy");
    const auto answer = pen_of(session, o.pen);
    if (o.common.json) print(remedy_json(*session.corpus, session.envelope, answer));
    else print_text(session, remedy_text(*session.corpus, answer, o.all, session.style));
}

}  // namespace

void add_remedy(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("remedy", "The least that would make promises constraints, with precedents in law");
    add_common(*command, options->common);
    add_pen(*command, options->pen, options->common);
    command->add_flag("--all", options->all, "Every commitment with what must move for it, and every precedent");
    command->footer(
        "Examples:\n"
        "  lacuna remedy A2-32 --as-if anthropic-rsp@2.2 --in EU\n"
        "  lacuna remedy anthropic --theme pause --in US-CA");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
