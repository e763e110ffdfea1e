#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "lacuna/check.hpp"
#include "reports/calendar.hpp"
#include "situation_options.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    Common common;
    SituationOptions known;
    std::vector<std::string> of;
    std::string in, lab, file;
    Filter filter;
};

/// Everything that binds: statutes, and codes where there are any.
Scope all_that_binds(const Session& session, const std::optional<std::string>& in) {
    std::vector<std::string> forces;
    std::vector<Problem> problems;
    for (const auto force : {Force::binding, Force::code}) {
        std::vector<Problem> none;
        const std::string name(word(force));
        resolve(*session.corpus, {name}, session.on, in, none);
        // one of the two may be missing; whatever else is wrong would leave law out without a word
        const bool missing = !none.empty() && std::all_of(none.begin(), none.end(), [](const Problem& p) { return p.code == "nothing-in-force"; });
        if (missing) problems.insert(problems.end(), none.begin(), none.end());
        else stop_on(std::move(none));
        if (!missing) forces.push_back(name);
    }
    if (forces.empty()) stop_on(std::move(problems));
    problems.clear();
    return resolve(*session.corpus, forces, session.on, in, problems);
}

Scope scope_of(const Session& session, const Options& o) {
    std::vector<Problem> problems;
    const auto in = jurisdiction(*session.corpus, o.in, problems);
    stop_on(std::move(problems));
    problems.clear();
    auto scope = o.of.empty() ? all_that_binds(session, in) : resolve(*session.corpus, o.of, session.on, in, problems);
    narrow(*session.corpus, scope, o.filter, problems);
    stop_on(std::move(problems));
    return scope;
}

void write(const std::string& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) throw std::runtime_error(fmt::format("cannot write {}", path));
}

void run(const Options& o) {
    auto session = open(o.common, "calendar");
    const auto& corpus = *session.corpus;
    auto situation = situation_of(session, o.known);
    if (!o.lab.empty()) {
        situation.developer = o.lab;
        situation.at = {"--lab", 0, 0};
        stop_on(check_situation(corpus, situation, session.on));
    }
    const auto in = o.in.empty() ? std::nullopt : std::optional(o.in);
    // a code that is asked about by name is counted whoever has signed it
    const auto due_dates = agenda(corpus, {scope_of(session, o), situation, session.on, in, o.of.empty()});
    if (!o.in.empty()) session.envelope.in = o.in;
    session.envelope.situation = situation;
    if (!o.file.empty()) write(o.file, icalendar(corpus, due_dates, LACUNA_VERSION, session.supposed));
    if (o.common.json) return print(agenda_json(corpus, session.envelope, due_dates));
    print_text(session, agenda_text(corpus, due_dates, session.style));
    if (!o.file.empty()) print("\n" + wrap("The calendar is in " + o.file, "", ""));
}

}  // namespace

void add_calendar(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("calendar", "By when something is due, as far as the events that clocks count from are known");
    add_common(*command, options->common);
    command->add_option("--of", options->of, "Whose time limits (repeatable; default: all that binds)")->type_name("REF");
    command->add_option("--in", options->in, "Jurisdiction, e.g. EU, US-CA")->type_name("PLACE");
    add_situation(*command, options->known);
    add_suppositions(*command, options->common);
    command->add_option("--lab", options->lab, "The developer")->type_name("PARTY");
    add_filter(*command, options->filter);
    command->add_option("-o,--output", options->file, "Also write the dates as a calendar file")->type_name("FILE.ics");
    command->footer(
        "A date to act by is never later than what the law certainly allows. Public\n"
        "holidays are not known to lacuna: where one would matter, the answer says so.\n"
        "Once anything but moments is known of the developer or the model, duties that\n"
        "certainly do not apply are left out, and those that may not say why.\n\n"
        "Examples:\n"
        "  lacuna calendar --of eu-gpai-code --event serious-harm=awareness:2026-10-05\n"
        "      when to report\n"
        "  lacuna calendar --in EU --fact placed-on-market=2026-09-01 -o dates.ics\n"
        "      everything that counts from placing a model on the market");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
