#include <algorithm>

#include "session.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    std::string ref;
};

/// An instrument or a party by its bare name; everything else is one or several provisions.
void run(const Options& o) {
    const auto session = open(o.common, "show");
    const auto& corpus = *session.corpus;
    std::string out = "on " + to_string(session.on) + "\n";
    if (const auto* in = corpus.instrument(o.ref.substr(0, o.ref.find('@'))); in != nullptr && o.ref.find('#') == std::string::npos)
        return print(o.common.json ? show_json(corpus, session.envelope, *in) : out + show_text(corpus, *in, session.on, session.style));
    if (const auto* party = corpus.party(o.ref)) return print(o.common.json ? show_json(session.envelope, *party) : out + show_text(corpus, *party, session.style));
    std::vector<Problem> problems;
    const auto scope = resolve(corpus, {o.ref}, session.on, std::nullopt, problems);
    stop_on(std::move(problems));
    const auto inside = [&](const Pinned& p) {
        return std::any_of(scope.provisions.begin(), scope.provisions.end(), [&](const Pinned& q) { return q.node == corpus.node(p.node).parent; });
    };
    for (const auto& p : scope.provisions) {
        if (inside(p)) continue;  // shown as a part of the other
        if (o.common.json) return print(show_json(corpus, session.envelope, p));
        out += show_text(corpus, p, session.on, session.style) + "\n";
    }
    for (const auto& note : scope.notes) out += wrap("note: " + note, "", "");
    print(out);
}

}  // namespace

void add_show(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("show", "Show one instrument, provision or party in full");
    add_common(*command, options->common);
    command->add_option("REF", options->ref, "What to show")->required();
    command->footer("Examples:\n  lacuna show eu-ai-act#art-51-2\n  lacuna show A2-32\n  lacuna show anthropic-ltbt");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
