#pragma once
// What is wrong with input: always a value, never an exception, and all of them rather than the first.

#include <compare>
#include <string>
#include <vector>

namespace lacuna {

/// Where in a file something stands. Two things that differ only in place are equal: moving text changes no meaning.
struct Place {
    std::string file;
    int line = 0;    ///< from 1; 0: the file as a whole
    int column = 0;  ///< from 1, in characters; 0: the file as a whole
    friend bool operator==(const Place&, const Place&) { return true; }
};

/// One thing that is wrong with one place of the input.
struct Problem {
    Place at;
    std::string code;    ///< stable, for programs: "unknown-attribute"
    std::string what;    ///< what is wrong, without a full stop
    std::string advice;  ///< what to do about it
};

/// A problem with an argument or a file as a whole.
Problem problem_with(std::string argument, std::string code, std::string what, std::string advice);

/// `file:line:column: what is wrong: what to do`.
std::string to_string(const Problem& problem);

/// Sorts by file, line, column, then text, and drops exact repeats.
void sort_problems(std::vector<Problem>& problems);

}  // namespace lacuna
