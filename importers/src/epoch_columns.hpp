#pragma once
// Which column of an Epoch file holds what, by its name.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/csv.hpp"

namespace lacuna::importers {

/// What is read from a row; everything else in the file is passed over.
enum class EpochField {
    model, organization, published, compute, compute_notes, confidence, lower, upper, accessibility, open_weights, domain, base_model, finetune, over, maybe_over
};
constexpr std::size_t epoch_fields = 15;

/// White space (also no-break spaces and control characters) collapsed to single spaces, none at the ends.
std::string collapsed(std::string_view text);
/// Collapsed, and A to Z in lower case.
std::string folded(std::string_view text);
/// `text` at its commas, each part collapsed; empty parts left out.
std::vector<std::string> parts_of(std::string_view text);

/// Where each field is, in any order.
class EpochColumns {
public:
    /// Nothing when a required column is missing or a column is there twice; problems tell.
    static std::optional<EpochColumns> find(const CsvTable& table, std::vector<Problem>& problems);

    /// The column's name as this file spells it; empty if it has none.
    const std::string& name(EpochField field) const { return names_[static_cast<std::size_t>(field)]; }
    /// The row's cell; null if the file has no such column.
    const CsvCell* cell(const CsvRow& row, EpochField field) const;
    /// The cell's text, collapsed; "" if the file has no such column.
    std::string text(const CsvRow& row, EpochField field) const;

private:
    std::array<std::optional<std::size_t>, epoch_fields> at_;
    std::array<std::string, epoch_fields> names_;
};

}  // namespace lacuna::importers
