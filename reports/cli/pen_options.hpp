#pragma once
// Who holds the pen, as every command that asks it of a REF takes the question.

#include "lacuna/pen.hpp"
#include "situation_options.hpp"

namespace lacuna::cli {

struct PenOptions {
    Asked asked;
    SituationOptions situation;
    std::string rule = std::string(word(IndependenceRule::strict));
};

/// REF, what is asked, the situation, --with and --independence.
void add_pen(CLI::App& command, PenOptions& options, Common& common);

/// Who holds the pen on what REF names, under binding law. Prints what is wrong and throws Stop.
PenAnswer pen_of(Session& session, const PenOptions& options);

}  // namespace lacuna::cli
