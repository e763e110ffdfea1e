#pragma once
// What is known, as every command takes it: a file or a situation of the corpus, and single facts and events on top.

#include "session.hpp"

namespace lacuna::cli {

struct SituationOptions {
    std::string situation;            ///< a file, or the id of a situation of the corpus
    std::vector<std::string> facts;   ///< name=value
    std::vector<std::string> events;  ///< NAME=MOMENT, or NAME=awareness:MOMENT,…
};

void add_situation(CLI::App& command, SituationOptions& options);

/// The facts of the file, then each --fact in place of the same fact there (members of sets and moments of events are added), checked
/// against the corpus. Prints what is wrong and throws Stop.
Situation situation_of(const Session& session, const SituationOptions& options);

/// The question of `--of`, `--by`, `--in`, `--lab` with what is known; --lab names the developer if both do. The envelope says what was asked.
Question question_of(Session& session, const Asked& asked, const SituationOptions& options);

}  // namespace lacuna::cli
