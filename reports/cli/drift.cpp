#include <fmt/format.h>

#include "lacuna/drift.hpp"
#include "lacuna/standing.hpp"
#include "reports/drift.hpp"
#include "session.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    std::string instrument;
};

/// The version meant; stops where there is none whose text could be asked about.
int version_asked(const Corpus& corpus, const Instrument& in, const std::string& name, const std::string& argument, Day on) {
    std::vector<Problem> problems;
    const auto version = name.empty() ? version_on(in, on) : version_named(corpus, in, name, {argument}, problems);
    if (!version && problems.empty()) problems.push_back(problem_with(argument, "not-yet", fmt::format("no version of '{}' stands on {}", in.id, to_string(on)), fmt::format("name a version: {}", join(ids_of(in.versions)))));
    if (version && in.versions[static_cast<std::size_t>(*version)].encoded == false)
        problems.push_back(problem_with(argument, "not-encoded", fmt::format("version '{}' of '{}' is known, but its text is not in the corpus", in.versions[static_cast<std::size_t>(*version)].id, in.id), "name a version whose text is there: see `lacuna list instruments`"));
    stop_on(std::move(problems));
    return *version;
}

const Instrument& instrument_asked(const Corpus& corpus, const std::string& id, const std::string& argument) {
    const auto* in = corpus.instrument(id);
    if (in == nullptr) stop_on({problem_with(argument, "unknown-name", fmt::format("no instrument is called '{}'", excerpt(id)), near_or(id, corpus.instrument_ids(), "see `lacuna list instruments`"))});
    return *in;
}

void run(const Options& o) {
    const auto session = open(o.common, "drift");
    const auto& corpus = *session.corpus;
    const std::string head = "on " + to_string(session.on) + "\n";
    const auto& root = o.common.corpus;
    if (o.instrument.empty()) {
        const auto answer = drift_overview(corpus, session.on);
        return print(o.common.json ? drift_json(corpus, session.envelope, answer, root) : head + drift_text(corpus, answer, root, session.style));
    }
    const auto at = o.instrument.find('@');
    const auto& in = instrument_asked(corpus, o.instrument.substr(0, at), o.instrument);
    const int version = version_asked(corpus, in, at == std::string::npos ? "" : o.instrument.substr(at + 1), o.instrument, session.on);
    const auto answer = drift_of(corpus, in, version, session.on);
    print(o.common.json ? drift_json(corpus, session.envelope, answer, root) : head + drift_text(corpus, answer, root, session.style));
}

}  // namespace

void add_drift(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("drift", "What a new version changed, and which mappings it unsettles");
    add_common(*command, options->common);
    command->add_option("INSTRUMENT", options->instrument, "An instrument, or one of its versions as if it stood (default: all of the corpus)");
    command->footer("Examples:\n  lacuna drift\n  lacuna drift eu-ai-act\n  lacuna drift anthropic-rsp@3.4 --format json");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
