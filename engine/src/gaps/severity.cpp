#include "lacuna/severity.hpp"

#include "gaps/severity_rules.hpp"

namespace lacuna {

int worst_points(Aspect aspect, Finding finding) {
    if (aspect == Aspect::duty) {
        switch (finding) {
            case Finding::not_covered:
            case Finding::declared_none:
            case Finding::reviewed_unmapped: return 4;
            case Finding::possible:
            case Finding::never_reviewed:
            case Finding::partly:
            case Finding::at_least_partly: return 3;
            default: return 0;
        }
    }
    const int unsure = finding == Finding::undetermined ? -1 : 0;
    switch (aspect) {
        case Aspect::bearer:
        case Aspect::time:
        case Aspect::trigger: return 3 + unsure;
        case Aspect::modality:
        case Aspect::oversight: return 2 + unsure;
        case Aspect::clarity: return 1 + unsure;
        case Aspect::duty: break;
    }
    return 0;
}

Severity severity_of(int points) {
    if (points >= 8) return Severity::critical;
    if (points >= 7) return Severity::high;
    return points >= 4 ? Severity::moderate : Severity::low;
}

std::vector<SeverityReason> severity_table() {
    return {{4, "the duty is not covered: disjoint, declared unrelated, or looked at and not mapped"},
            {3, "the duty is covered in part, or only possibly, or nobody has looked"},
            {3, "the duty is covered, but the bearer, the time or the trigger falls short (2 where that is undetermined)"},
            {2, "the duty is covered, but the modality or the oversight falls short (1 where that is undetermined)"},
            {1, "the duty is covered, but the test is less checkable (0 where that is undetermined)"},
            {severity_rules::must, severity_rules::must_words},
            {severity_rules::stops, severity_rules::stops_words},
            {severity_rules::self_marked, severity_rules::self_marked_words},
            {severity_rules::bites, severity_rules::bites_words},
            {severity_rules::relief, severity_rules::relief_words}};
}

}  // namespace lacuna
