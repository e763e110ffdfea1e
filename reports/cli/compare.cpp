#include <fmt/format.h>

#include "reports/applies.hpp"
#include "situation_options.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    SituationOptions situation;
    std::string first, second;
    bool bare = false;
};

Pinned one(const Session& session, const std::string& ref, std::vector<Problem>& problems) {
    const auto scope = resolve(*session.corpus, {ref}, session.on, std::nullopt, problems);
    if (!problems.empty()) return {};
    if (ref.find('#') == std::string::npos || scope.provisions.empty()) {
        problems.push_back(problem_with(ref, "bad-ref", "it does not name a provision", "name one, as in eu-ai-act#art-51-2; `lacuna list provisions --of INSTRUMENT` lists them"));
        return {};
    }
    return scope.provisions.front();
}

void run(const Options& o) {
    auto session = open(o.common, "compare");
    std::vector<Problem> problems;
    const auto first = one(session, o.first, problems), second = one(session, o.second, problems);
    stop_on(std::move(problems));
    const auto situation = situation_of(session, o.situation);
    session.envelope.situation = situation;
    Triggers triggers(*session.corpus, situation, session.on);
    const auto relation = o.bare ? triggers.relate_conditions({first.node, first.version}, {second.node, second.version}) : triggers.relate({first.node, first.version}, {second.node, second.version});
    if (o.common.json) print(compare_json(*session.corpus, session.envelope, first, second, relation));
    else print_text(session, compare_text(*session.corpus, first, second, relation, session.on, session.style));
}

}  // namespace

void add_compare(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("compare", "How the triggers of two provisions relate, with a case in each difference");
    add_common(*command, options->common);
    add_situation(*command, options->situation);
    add_suppositions(*command, options->common);
    command->add_option("FIRST", options->first, "A provision")->required()->type_name("REF");
    command->add_option("SECOND", options->second, "Another")->required()->type_name("REF");
    command->add_flag("--condition", options->bare, "Compare the conditions alone, without bearers, exceptions and exemptions");
    command->footer("Example:\n  lacuna compare eu-ai-act#art-51-2 us-ca-sb-53#22757.11-h");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
