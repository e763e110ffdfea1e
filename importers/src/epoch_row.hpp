#pragma once
// One row of an Epoch file by itself, before it is related to other rows.

#include <optional>
#include <string>
#include <vector>

#include "epoch_columns.hpp"
#include "importers/epoch.hpp"

namespace lacuna::importers {

/// A quantity in both readings; a reading that is not there is unknown.
struct EpochQuantity {
    std::optional<Known> printed, stated;
};

struct EpochRow {
    EpochModel model;
    EpochQuantity compute, finetune;  ///< named training-compute and modification-compute
    std::vector<Known> flags;         ///< the same in both readings
    std::string base;                 ///< base model as the table names it; empty: none named
    Place base_at;
    std::string base_locator;
};

EpochRow read_epoch_row(const CsvTable& table, const EpochColumns& columns, const CsvRow& row, std::vector<Problem>& problems);

/// What the table says about other rows' models: who was modified, and which figures leave the base model out.
void relate_epoch_rows(std::vector<EpochRow>& rows);

}  // namespace lacuna::importers
