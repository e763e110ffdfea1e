#pragma once
// The program run as a user runs it.

#include <string>

#include <nlohmann/json.hpp>

struct Outcome {
    int exit = -1;
    std::string output;  ///< standard output
};

/// Runs lacuna with these arguments (a shell line) on the shipped corpus.
Outcome lacuna(const std::string& arguments);
/// The same, parsed as JSON; fails the test if the exit code is not 0 or the output is not JSON.
nlohmann::json lacuna_json(const std::string& arguments);
/// The output without its line breaks and columns.
std::string one_line(const std::string& s);
