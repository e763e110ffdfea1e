#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "lacuna/backing.hpp"
#include "reports/page.hpp"
#include "situation_options.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    Asked asked;
    SituationOptions situation;
    std::string rule = std::string(word(IndependenceRule::strict));
    std::string file;
};

/// Is there anything of that force to ask about?
bool any_code(const Corpus& corpus, Day on, const std::optional<std::string>& in) {
    std::vector<Problem> ignored;
    return !resolve(corpus, {"code"}, on, in, ignored).taken.empty();
}

/// Where the ladder looks: at the place asked for; without one, at those whose law the corpus knows best, as far as the vocabulary has them, or at all.
std::vector<std::string> places(const Corpus& corpus, const std::optional<std::string>& in) {
    if (in) return {*in};
    std::vector<std::string> out, all;
    const auto& known = corpus.vocabulary().jurisdictions;
    for (const char* place : {"EU", "US-CA", "US-NY", "US-IL", "KR", "GB"})
        if (std::any_of(known.begin(), known.end(), [&](const Jurisdiction& j) { return j.id == place; })) out.emplace_back(place);
    for (const auto& j : known)
        if (!j.within.empty()) all.push_back(j.id);
    return out.empty() ? all : out;
}

/// The ladder of the same promises, on the same day.
LadderAnswer ladder_of(const Session& session, const Asked& asked, const Question& question) {
    LadderQuestion q;
    q.of = promises_of(*session.corpus, asked.lab);
    q.themes = asked.filter.themes;
    q.places = places(*session.corpus, question.in);
    q.days = {question.on};
    q.situation = question.situation;
    q.rows = question.rows;
    std::vector<Problem> problems;
    auto out = ladder(*session.corpus, *session.crosswalk, std::move(q), problems);
    stop_on(std::move(problems));
    return out;
}

std::string answer_words(const Corpus& corpus, const Assessment& law, const Assessment& code, const std::string& file) {
    std::array<std::size_t, all_backings.size()> counts{};
    for (const auto& g : law.targets) {
        const auto same = std::find_if(code.targets.begin(), code.targets.end(), [&](const Gap& c) { return c.target == g.target; });
        ++counts[static_cast<std::size_t>(backing_of(corpus, g, same == code.targets.end() ? nullptr : &*same))];
    }
    const auto at = [&](Backing b) { return counts[static_cast<std::size_t>(b)]; };
    const auto& q = law.question;
    std::string out = fmt::format("On {}, {}: of {} commitments in force, binding law covers {} on every aspect.", in_words(q.on), q.in.value_or("anywhere"), law.targets.size(), at(Backing::law) == 0 ? "none" : std::to_string(at(Backing::law)));
    if (at(Backing::duty) > 0) out += fmt::format(" A legal duty contains {} more, and something else is open or short.", at(Backing::duty));
    if (at(Backing::part) > 0) out += fmt::format(" Legal duties touch {} in part.", at(Backing::part));
    if (at(Backing::power) > 0) out += fmt::format(" For {} there is only a power that an authority may use.", at(Backing::power));
    if (at(Backing::code) > 0) out += fmt::format(" For {} only a code says something.", at(Backing::code));
    out += fmt::format(" {} rest on the promise alone", at(Backing::alone));
    if (at(Backing::unseen) > 0) out += fmt::format(", and {} nobody has yet compared with the law", at(Backing::unseen));
    return wrap(out + ".", "", "") + fmt::format("The report is in {}\n", file);
}

void run(const Options& o) {
    auto session = open(o.common, "report");
    Asked asked = o.asked;
    asked.nothing_is_an_answer = true;
    asked.of = promises_of(*session.corpus, o.asked.lab);
    asked.by = {"binding"};
    const auto question = question_of(session, asked, o.situation);
    auto pen = who_holds_the_pen(*session.corpus, *session.crosswalk, question, *from_word<IndependenceRule>(o.rule));
    Assessment code;
    if (any_code(*session.corpus, session.on, question.in)) {
        asked.by = {"code"};
        code = assess(*session.corpus, *session.crosswalk, question_of(session, asked, o.situation));
    }
    const PageInput input{session.on, question.in.value_or("INT"), LACUNA_VERSION, session.envelope.corpus_sha256, std::move(pen), std::move(code), ladder_of(session, asked, question), session.supposed};
    const auto page = html_page(*session.corpus, *session.crosswalk, input);
    std::ofstream out(o.file, std::ios::binary | std::ios::trunc);
    out << page;
    out.close();
    if (!out) throw std::runtime_error(fmt::format("cannot write {}", o.file));
    if (o.common.json) {
        return print(gaps_json(*session.corpus, *session.crosswalk, session.envelope, input.by_law()));
    }
    print_text(session, answer_words(*session.corpus, input.by_law(), input.by_code, o.file));
}

}  // namespace

void add_report(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("report", "The main job: one page that says what still needs external enforcement");
    add_common(*command, options->common);
    command->add_option("-o,--output", options->file, "File to write")->required()->type_name("FILE.html");
    add_asked(*command, options->asked);
    add_situation(*command, options->situation);
    add_suppositions(*command, options->common);
    add_independence(*command, options->rule);
    command->footer("Examples:\n  lacuna report --on 2026-11-21 --in EU -o report.html\n  lacuna report --lab anthropic --in EU -o anthropic.html");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
