// The composition root: options, commands, exit codes.

#include <algorithm>
#include <exception>

#include <fmt/format.h>

#include "session.hpp"

namespace {

using namespace lacuna::cli;

/// Help that fits 80 columns: CLI11 aligns the columns, and this breaks what is too long.
class Narrow : public CLI::Formatter {
public:
    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
        const std::string wide = CLI::Formatter::make_help(app, std::move(name), mode);
        std::string out;
        for (std::size_t i = 0; i < wide.size();) {
            const auto end = std::min(wide.find('\n', i), wide.size());
            out += narrowed(wide.substr(i, end - i));
            i = end + 1;
        }
        return out;
    }

private:
    /// A line of two columns keeps its first as it is and its second in place.
    static std::string narrowed(const std::string& line) {
        if (line.size() <= 80) return line + "\n";
        const auto text = line.find_first_not_of(' ');
        const auto gap = line.find("  ", text);
        const auto second = gap == std::string::npos ? std::string::npos : line.find_first_not_of(' ', gap);
        const std::size_t column = second == std::string::npos || second > 40 ? text : second;
        return lacuna::wrap(line.substr(column), line.substr(0, column), std::string(column, ' '));
    }
};

/// CLI11 would only say that a command is required.
bool is_misspelt(const CLI::App& app, int argc, char** argv) {
    if (argc < 2 || argv[1][0] == '-') return false;
    std::vector<std::string> names;
    for (const auto* command : app.get_subcommands({})) names.push_back(command->get_name());
    if (std::find(names.begin(), names.end(), argv[1]) != names.end()) return false;
    fmt::print(stderr, "no command is called '{}': {}\nRun with --help for more information.\n", lacuna::excerpt(argv[1]), lacuna::near_or(argv[1], names, "use one of " + lacuna::join(names)));
    return true;
}

int run(int argc, char** argv) {
    CLI::App app{"lacuna: what frontier-AI labs promise, what the law requires, and what still needs external enforcement.", "lacuna"};
    app.set_version_flag("--version", "lacuna " LACUNA_VERSION);
    app.require_subcommand(1);
    app.formatter(std::make_shared<Narrow>());
    app.footer(
        "REF names what is meant: an instrument (eu-ai-act), one of its versions\n"
        "(anthropic-rsp@2.2), a provision (eu-ai-act#art-51-2), a party (anthropic: its\n"
        "policies in force), a force (binding, code, pledge, policy), or an outside\n"
        "identifier (A2-32, celex:32024R1689).\n\n"
        "Exit codes: 0 success; 1 gaps at or above --fail-on; 2 wrong usage; 3 problems\n"
        "in the input; 4 the run could not be finished.");
    add_report(app);
    add_gaps(app);
    add_applies(app);
    add_compare(app);
    add_oversight(app);
    add_remedy(app);
    add_ladder(app);
    add_unbound(app);
    add_tiers(app);
    add_together(app);
    add_explain(app);
    add_calendar(app);
    add_situation_command(app);
    add_show(app);
    add_list(app);
    add_crosswalk(app);
    add_check(app);
    add_drift(app);
    add_format(app);
    if (is_misspelt(app, argc, argv)) return static_cast<int>(Exit::usage);
    try {
        app.parse(argc, argv);
        return static_cast<int>(Exit::success);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? static_cast<int>(Exit::success) : static_cast<int>(Exit::usage);
    } catch (const Stop& stop) {
        return static_cast<int>(stop.code);
    } catch (const std::exception& e) {
        fmt::print(stderr, "lacuna: {}\n", e.what());
        return static_cast<int>(Exit::failure);
    }
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (...) {
        // only a failure to print a failure comes here
        return static_cast<int>(Exit::failure);
    }
}
