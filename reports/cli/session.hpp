#pragma once
// What every command shares: options, the corpus, exit codes.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "lacuna/assess.hpp"
#include "reports/json.hpp"
#include "reports/text.hpp"

namespace lacuna::cli {

/// Exit codes; --help lists them.
enum class Exit { success = 0, gaps = 1, usage = 2, bad_input = 3, failure = 4 };

/// Options that are the same everywhere.
struct Common {
    std::string corpus;  ///< folder with regimes/ and mappings/
    std::string on;      ///< YYYY-MM-DD; empty: today
    std::vector<std::string> with;    ///< instruments or files taken as if in force
    std::vector<std::string> as_if;   ///< versions taken as if they stood
    bool json = false;
};

/// Options of commands that ask a question.
struct Asked {
    std::vector<std::string> of, by;
    std::string in, lab;
    Filter filter;  ///< narrows `of`
    bool nothing_is_an_answer = false;  ///< that no law, or no pledge, is in force is told, and is no problem
    int rows = default_rows;
    std::string reading = std::string(word(Inference::certain));
};

/// A corpus read, linked, checked, and found to be without problems.
struct Session {
    Day on;
    Envelope envelope;
    std::unique_ptr<Corpus> corpus;
    std::unique_ptr<Crosswalk> crosswalk;
    std::vector<std::string> supposed;  ///< what every answer must be labelled with
    TextStyle style;
};

void add_common(CLI::App& command, Common& common);
void add_asked(CLI::App& command, Asked& asked);
void add_filter(CLI::App& command, Filter& filter);
/// --with and --as-if.
void add_suppositions(CLI::App& command, Common& common);

/// The date of the question. Throws CLI::ValidationError for what is no date.
Day day_of(const Common& common);

/// Opens the corpus. When it has problems, prints them all on stderr and throws Stop with exit 3.
Session open(const Common& common, const std::string& command);

/// Ends the run with an exit code, after everything was said.
struct Stop {
    Exit code;
};

/// Prints all problems on stderr and throws Stop (exit 3), if there are any.
void stop_on(std::vector<Problem> problems);

/// --independence.
void add_independence(CLI::App& command, std::string& rule);
/// --rows and --reading.
void add_inference(CLI::App& command, Asked& asked);

/// The question of `--of`, `--by`, `--in`, `--lab`; stops on names that mean nothing. What is not certain inference becomes a label of the session.
Question question_of(Session& session, const Asked& asked);

/// Jurisdiction checked against the vocabulary; nothing for an empty string.
std::optional<std::string> jurisdiction(const Corpus& corpus, const std::string& in, std::vector<Problem>& problems);

void print(const std::string& text);
/// Prints text for people, under a line for everything that is only supposed.
void print_text(const Session& session, const std::string& text);

/// One function a command; each registers its options and what it does.
void add_applies(CLI::App& app);
void add_check(CLI::App& app);
void add_compare(CLI::App& app);
void add_list(CLI::App& app);
void add_show(CLI::App& app);
void add_gaps(CLI::App& app);
void add_crosswalk(CLI::App& app);
void add_explain(CLI::App& app);
void add_report(CLI::App& app);
void add_drift(CLI::App& app);
void add_format(CLI::App& app);
void add_calendar(CLI::App& app);
void add_situation_command(CLI::App& app);
void add_oversight(CLI::App& app);
void add_remedy(CLI::App& app);
void add_ladder(CLI::App& app);
void add_unbound(CLI::App& app);
void add_tiers(CLI::App& app);
void add_together(CLI::App& app);

}  // namespace lacuna::cli
