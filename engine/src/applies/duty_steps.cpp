#include "applies/duty_steps.hpp"

namespace lacuna {
namespace {

Applicability by_condition(const DutyConditions& c) {
    const Holding now = c.holds();
    if (now == Holding::yes) return Applicability::applies;
    if (now == Holding::presumed) return Applicability::presumed;
    const auto after = c.after_events();
    if (!after || *after == Holding::no) return now == Holding::no || after ? Applicability::no : Applicability::undetermined;
    return *after == Holding::undetermined ? Applicability::undetermined : Applicability::on_event;
}

Applicability with_legacy(Holding past, Applicability then) {
    if (past == Holding::yes || past == Holding::presumed) return then;
    if (past == Holding::undetermined || then == Applicability::undetermined) return Applicability::undetermined;
    return Applicability::later;
}

}  // namespace

Applicability duty_answer(const TimeStanding& standing, Answer bears, const DutyConditions& conditions) {
    if (bears == Answer::no) return Applicability::no;
    Applicability then = by_condition(conditions);
    if (then == Applicability::no) return then;
    if (bears == Answer::undetermined) then = Applicability::undetermined;
    if (standing.applies == Answer::no) return !standing.to_come ? Applicability::no : then == Applicability::undetermined ? then : Applicability::later;
    if (standing.applies == Answer::undetermined) then = Applicability::undetermined;
    return with_legacy(conditions.past_legacy(), then);
}

}  // namespace lacuna
