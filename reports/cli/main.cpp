// The composition root: options, commands, exit codes.

#include <exception>

#include <fmt/format.h>

#include "session.hpp"

int main(int argc, char** argv) {
    using namespace lacuna::cli;
    CLI::App app{"lacuna: what frontier-AI labs promise, what the law requires, and what still needs external enforcement.", "lacuna"};
    app.set_version_flag("--version", "lacuna " LACUNA_VERSION);
    app.require_subcommand(1);
    app.footer(
        "REF names what is meant: an instrument (eu-ai-act), one of its versions\n"
        "(anthropic-rsp@2.2), a provision (eu-ai-act#art-51-2), a party (anthropic: its\n"
        "policies in force), a force (binding, code, pledge, policy), or an outside\n"
        "identifier (A2-32, celex:32024R1689).\n\n"
        "Exit codes: 0 success; 1 gaps at or above --fail-on; 2 wrong usage; 3 problems in\n"
        "the input; 4 the run could not be finished.");
    add_report(app);
    add_gaps(app);
    add_explain(app);
    add_show(app);
    add_list(app);
    add_check(app);
    add_format(app);
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
