#include "pen_options.hpp"
#include "reports/oversight.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    PenOptions pen;
    bool all = false;
};

/// The same question of the corpus as it is, compared with the answer where --with is supposed.
std::vector<PenChange> changes_by_what_is_supposed(const Options& o, const Session& session, const PenAnswer& answer) {
    Common as_it_is = o.common;
    as_it_is.with.clear();
    auto plain = open(as_it_is, "oversight");
    return pen_changes(*plain.corpus, pen_of(plain, o.pen), *session.corpus, answer);
}

void run(const Options& o) {
    auto session = open(o.common, "oversight");
    const auto answer = pen_of(session, o.pen);
    std::vector<PenChange> changes;
    if (!o.common.with.empty()) changes = changes_by_what_is_supposed(o, session, answer);
    const auto& corpus = *session.corpus;
    if (o.common.json) return print(oversight_json(corpus, session.envelope, answer, o.common.with.empty() ? nullptr : &changes));
    print_text(session, oversight_text(corpus, answer, o.all, session.style) + (o.common.with.empty() ? "" : pen_changes_text(corpus, changes, answer, session.style)));
}

}  // namespace

void add_oversight(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("oversight", "Who writes, measures, judges, amends and enforces each commitment, and who can make it void");
    add_common(*command, options->common);
    add_pen(*command, options->pen, options->common);
    command->add_flag("--all", options->all, "Every commitment with its holders, its capture sets, and the law that touches it");
    command->footer(
        "A capture set is a smallest group of parties that can make the commitment void:\n"
        "by failing in a function, or by changing the rule. Independence is the least\n"
        "number of parties outside the bearer in any of them; 0 is a statement of intent.\n"
        "\n"
        "Examples:\n"
        "  lacuna oversight anthropic-rsp --in EU\n"
        "  lacuna oversight A2-32 --as-if anthropic-rsp@2.2 --in EU");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
