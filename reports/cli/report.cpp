#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "reports/page.hpp"
#include "session.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    Asked asked;
    std::string file;
};

/// Is there anything of that force to ask about?
bool any_code(const Corpus& corpus, Day on, const std::optional<std::string>& in) {
    std::vector<Problem> ignored;
    return !resolve(corpus, {"code"}, on, in, ignored).taken.empty();
}

/// Without --lab: every policy and pledge of the corpus; with it: the lab's own policies, and the pledges it signed.
std::vector<std::string> promises(const Corpus& corpus, const std::string& lab) {
    if (lab.empty()) return {"policy", "pledge"};
    std::vector<std::string> out{lab};
    for (const auto& in : corpus.data().instruments)
        if (in.force == Force::pledge && std::any_of(in.adoptions.begin(), in.adoptions.end(), [&](const Adoption& a) { return a.party == lab; })) out.push_back(in.id);
    return out;
}

std::string answer_words(const Assessment& law, const std::string& file) {
    std::size_t unlooked = 0, alone = 0;
    for (const auto& g : law.targets) {
        const auto f = g.verdict(Aspect::duty).finding;
        unlooked += f == Finding::never_reviewed ? 1U : 0U;
        alone += f == Finding::not_covered || f == Finding::declared_none || f == Finding::reviewed_unmapped ? 1U : 0U;
    }
    const auto& q = law.question;
    return wrap(fmt::format("On {}, {}: of {} commitments in force, binding law covers {} on every aspect; {} rest on nothing in that law{}; the rest are touched in part or on conditions.", in_words(q.on), q.in.value_or("anywhere"),
                            law.targets.size(), law.covered, alone, unlooked > 0 ? fmt::format(", and {} nobody has yet compared with it", unlooked) : ""),
                "", "") +
           fmt::format("The report is in {}\n", file);
}

void run(const Options& o) {
    auto session = open(o.common, "report");
    Asked asked = o.asked;
    asked.of = promises(*session.corpus, o.asked.lab);
    asked.by = {"binding"};
    const auto law = assess(*session.corpus, *session.crosswalk, question_of(session, asked));
    Assessment code;
    if (any_code(*session.corpus, session.on, law.question.in)) {
        asked.by = {"code"};
        code = assess(*session.corpus, *session.crosswalk, question_of(session, asked));
    }
    const auto page = html_page(*session.corpus, *session.crosswalk, {session.on, law.question.in.value_or("INT"), LACUNA_VERSION, session.envelope.corpus_sha256, law, code});
    std::ofstream out(o.file, std::ios::binary | std::ios::trunc);
    out << page;
    out.close();
    if (!out) throw std::runtime_error(fmt::format("cannot write {}", o.file));
    if (o.common.json) {
        session.envelope.in = law.question.in;
        session.envelope.situation = law.question.situation;
        return print(gaps_json(*session.corpus, *session.crosswalk, session.envelope, law));
    }
    print(answer_words(law, o.file));
}

}  // namespace

void add_report(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("report", "The main job: one page that says what still needs external enforcement");
    add_common(*command, options->common);
    command->add_option("-o,--output", options->file, "File to write")->required()->type_name("FILE.html");
    add_asked(*command, options->asked);
    command->footer("Examples:\n  lacuna report --on 2026-11-21 --in EU -o report.html\n  lacuna report --lab anthropic --in EU -o anthropic.html");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
