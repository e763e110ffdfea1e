#pragma once
// `lacuna applies --models`: a table of models, all at once.

#include "lacuna/applies.hpp"
#include "session.hpp"

namespace lacuna::cli {

struct ModelsOptions {
    std::string table, from, to;
};

void add_models(CLI::App& command, ModelsOptions& options);

/// Asks the question, with its facts as what is known of all models, of every row of the table, and prints the answer.
void applies_to_models(Session& session, const AppliesQuestion& question, const ModelsOptions& options, bool all, bool json);

}  // namespace lacuna::cli
