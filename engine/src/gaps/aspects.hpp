#pragma once
// Each aspect of coverage judged for one source against one target; the duty itself comes from the crosswalk.

#include "lacuna/assess.hpp"
#include "lacuna/trigger.hpp"

namespace lacuna {

/// What every aspect needs to know.
struct AspectInput {
    const Corpus& corpus;
    const Question& question;
    const std::optional<Id>& developer;
    Pinned target;
    Pinned source;
    Triggers& triggers;
    bool whole_norm = false;  ///< the mapping compared whole norms: triggers are part of what it said
};

AspectVerdict bearer_verdict(const AspectInput& in);
AspectVerdict time_verdict(const AspectInput& in);
AspectVerdict trigger_verdict(const AspectInput& in);
AspectVerdict modality_verdict(const AspectInput& in);
AspectVerdict oversight_verdict(const AspectInput& in);
AspectVerdict clarity_verdict(const AspectInput& in);

/// Flags that a reader should see next to any verdict on a provision.
std::vector<Flag> flags_of(const Corpus& corpus, const Pinned& p, Day on);

/// A sentence describing a case in which the target asks and the sources do not; empty where there is none.
std::string witness_words(const TriggerResidual& residual);

}  // namespace lacuna
