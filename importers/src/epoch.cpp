#include "importers/epoch.hpp"

#include <utility>

#include "epoch_row.hpp"

namespace lacuna::importers {
namespace {

/// The facts that the options assume to go with a figure.
std::vector<Known> assumed_with(const Known& compute) {
    auto finetuning = compute, intended = compute;
    finetuning.name = "fine-tuning-compute";
    finetuning.value = "0";
    finetuning.low = finetuning.high = "";
    finetuning.precision = Precision::exact;
    finetuning.note = {{"en", "assumed: the figure is the total, with the developer's own later training"}};
    intended.name = "intended-training-compute";
    intended.note = {{"en", "assumed: what was used is what was intended"}};
    finetuning.provenance.grade = intended.provenance.grade = Grade::inferred;
    return {std::move(finetuning), std::move(intended)};
}

/// All facts of one reading: compute first, then what goes with it, then what the relations between rows gave, then flags.
void complete(std::vector<Known>& facts, const std::optional<Known>& compute, const std::vector<Known>& flags, const EpochOptions& options) {
    std::vector<Known> all;
    if (compute) all.push_back(*compute);
    if (compute && options.figure_is_total)
        for (auto& fact : assumed_with(*compute)) all.push_back(std::move(fact));
    all.insert(all.end(), facts.begin(), facts.end());
    all.insert(all.end(), flags.begin(), flags.end());
    facts = std::move(all);
}

}  // namespace

std::vector<EpochModel> read_epoch(const FileText& file, std::vector<Problem>& problems, const EpochOptions& options) {
    const auto table = read_csv(file, problems);
    if (!table) return {};
    const auto columns = EpochColumns::find(*table, problems);
    if (!columns) return {};
    std::vector<EpochRow> rows;
    for (const auto& row : table->rows) rows.push_back(read_epoch_row(*table, *columns, row, problems));
    relate_epoch_rows(rows);
    std::vector<EpochModel> models;
    for (auto& row : rows) {
        complete(row.model.printed, row.compute.printed, row.flags, options);
        complete(row.model.stated, row.compute.stated, row.flags, options);
        models.push_back(std::move(row.model));
    }
    return models;
}

}  // namespace lacuna::importers
