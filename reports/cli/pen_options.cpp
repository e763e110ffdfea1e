#include "pen_options.hpp"

namespace lacuna::cli {

void add_pen(CLI::App& command, PenOptions& options, Common& common) {
    command.add_option("REF", options.asked.of, "What was committed to")->required()->type_name("REF...");
    add_asked(command, options.asked);
    add_situation(command, options.situation);
    add_suppositions(command, common);
    add_independence(command, options.rule);
}

PenAnswer pen_of(Session& session, const PenOptions& options) {
    Asked asked = options.asked;
    asked.nothing_is_an_answer = true;
    asked.by = {std::string(word(Force::binding))};
    return who_holds_the_pen(*session.corpus, *session.crosswalk, question_of(session, asked, options.situation), *from_word<IndependenceRule>(options.rule));
}

}  // namespace lacuna::cli
