#include "program.hpp"

#include <sys/wait.h>

#include <array>
#include <cstdio>

#include <doctest/doctest.h>

Outcome lacuna(const std::string& arguments) {
    Outcome out;
    const std::string command = std::string(LACUNA_PROGRAM) + " " + arguments;
    FILE* pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): the command line is the test's own
    REQUIRE(pipe != nullptr);
    std::array<char, 65536> buffer{};
    for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) out.output.append(buffer.data(), n);
    const int status = pclose(pipe);
    out.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return out;
}

nlohmann::json lacuna_json(const std::string& arguments) {
    const auto out = lacuna(arguments + " --format json");
    INFO(arguments);
    REQUIRE(out.exit == 0);
    const auto json = nlohmann::json::parse(out.output, nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    return json;
}

std::string one_line(const std::string& s) {
    std::string out;
    for (const char c : s)
        if (c != '\n' && c != ' ') out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    return out;
}
