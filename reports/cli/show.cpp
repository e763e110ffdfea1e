#include <algorithm>

#include "session.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    std::string ref;
};

/// Those provisions of the scope that are not shown as a part of another.
std::vector<Pinned> outermost(const Corpus& corpus, const Scope& scope) {
    std::vector<Pinned> out;
    for (const auto& p : scope.provisions)
        if (std::none_of(scope.provisions.begin(), scope.provisions.end(), [&](const Pinned& q) { return q.node == corpus.node(p.node).parent; })) out.push_back(p);
    return out;
}

/// The version of a whole instrument that the REF means. One whose text is not held is still shown, from the nearest version that is.
int version_shown(const Corpus& corpus, const Instrument& in, const std::string& ref, Day on) {
    const auto at = ref.find('@');
    if (at != std::string::npos) {
        if (const auto v = corpus.version(in, ref.substr(at + 1))) return *v;
        std::vector<Problem> problems;
        resolve(corpus, {ref}, on, std::nullopt, problems);
        stop_on(std::move(problems));
    }
    return version_on(in, on).value_or(0);
}

/// A party, a situation or an instrument by its bare name; everything else is one or several provisions.
void run(const Options& o) {
    const auto session = open(o.common, "show");
    const auto& corpus = *session.corpus;
    const std::string head = "on " + to_string(session.on) + "\n";
    if (const auto* party = corpus.party(o.ref)) return print(o.common.json ? show_json(session.envelope, *party) : head + show_text(corpus, *party, session.style));
    const auto& situations = corpus.data().situations;
    if (const auto it = std::find_if(situations.begin(), situations.end(), [&](const Situation& s) { return s.id == o.ref; }); it != situations.end())
        return print(o.common.json ? show_json(session.envelope, *it) : head + show_text(corpus, *it, session.style));
    if (const auto* in = corpus.instrument(o.ref.substr(0, o.ref.find('@'))); in != nullptr && o.ref.find('#') == std::string::npos) {
        const int version = version_shown(corpus, *in, o.ref, session.on);
        std::vector<Pinned> provisions;
        for (const NodeNo n : corpus.nodes_of(*in))
            if (corpus.provision(n).kind == NodeKind::provision && corpus.node(n).first_version <= version && version <= corpus.node(n).last_version) provisions.push_back({n, version, true});
        return print(o.common.json ? show_json(corpus, session.envelope, *in, provisions) : head + show_text(corpus, *in, version, session.on, session.style));
    }
    std::vector<Problem> problems;
    const auto scope = resolve(corpus, {o.ref}, session.on, std::nullopt, problems);
    stop_on(std::move(problems));
    const auto provisions = outermost(corpus, scope);
    if (o.common.json) return print(show_json(corpus, session.envelope, provisions));
    std::string out = head;
    for (const auto& p : provisions) out += show_text(corpus, p, session.on, session.style) + "\n";
    for (const auto& note : scope.notes) out += wrap("note: " + note, "", "");
    print(out);
}

}  // namespace

void add_show(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("show", "Show one instrument, provision, party or situation in full");
    add_common(*command, options->common);
    command->add_option("REF", options->ref, "What to show")->required();
    command->footer("Examples:\n  lacuna show eu-ai-act#art-51-2\n  lacuna show A2-32\n  lacuna show anthropic-ltbt\n  lacuna show grok-4");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
