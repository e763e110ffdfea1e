#pragma once
// Epoch AI's tables of AI models as facts about models. What each column is taken to say, and why, is in importers/README.md.
// Left out on purpose: the day on which a model was placed on a market. A table of publications does not know it.

#include <optional>
#include <string>
#include <vector>

#include "lacuna/day.hpp"
#include "lacuna/files.hpp"
#include "lacuna/problem.hpp"
#include "lacuna/situation.hpp"

namespace lacuna::importers {

/// What is assumed while reading; each choice can be turned off.
struct EpochOptions {
    /// The figure for training compute is all there is: the developer's own later training is in it, and it is what was intended.
    /// On: a row with a figure also gives fine-tuning-compute = 0 and intended-training-compute.
    bool figure_is_total = true;
};

/// One row: what the table prints, and what it means as facts in two readings. A fact that is not there is unknown, never "below".
struct EpochModel {
    std::string model, organization;
    std::optional<DayRange> published;  ///< of the model; not the day it was placed on a market
    std::string compute;                ///< as printed; empty: blank
    std::string confidence;             ///< as printed; empty: blank
    std::vector<Known> printed;         ///< the figure as printed, rounded at its last digit
    std::vector<Known> stated;          ///< the figure within the bounds that the row states, by itself or by its confidence
    std::vector<std::string> notes;     ///< what a reader must know about this row
    Place at;
};

/// Reads any of Epoch's files of models by its column names. When there were problems, the rows must not be used for answers.
std::vector<EpochModel> read_epoch(const FileText& file, std::vector<Problem>& problems, const EpochOptions& options = {});

}  // namespace lacuna::importers
