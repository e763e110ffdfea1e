#include "epoch_columns.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/names.hpp"

namespace lacuna::importers {
namespace {

/// A field's name in Epoch's files, first as it is today, then as older files spell it (empty: it was never different).
struct FieldNames {
    std::string_view today, before;
    bool required = false;
};
constexpr std::array<FieldNames, epoch_fields> field_names{{
    {"Model", "System", true},
    {"Organization", "Organization(s)"},
    {"Publication date", ""},
    {"Training compute (FLOP)", "Training compute (FLOPs)", true},
    {"Training compute notes", ""},
    {"Confidence", ""},
    {"Training compute lower bound", ""},
    {"Training compute upper bound", ""},
    {"Model accessibility", ""},
    {"Open model weights?", ""},
    {"Domain", ""},
    {"Base model", ""},
    {"Finetune compute (FLOP)", ""},
    {"Estimated over 1e25 FLOP", ""},
    {"Maybe over 1e25 FLOP", ""},
}};

bool is_no_break_space(std::string_view s) { return s.starts_with("\xC2\xA0"); }

std::string missing_advice(const CsvTable& table, std::string_view wanted) {
    const auto& first = table.header.front().text;
    if (table.header.size() == 1 && first.find_first_of(";\t") != std::string::npos) return "save the file with commas between the cells";
    std::vector<std::string> names;
    for (const auto& cell : table.header) names.push_back(collapsed(cell.text));
    return near_or(wanted, names, "give a file of AI models from Epoch AI, or name the column so");
}

}  // namespace

std::string collapsed(std::string_view text) {
    std::string out;
    bool space = false;
    for (; !text.empty(); text.remove_prefix(1)) {
        const bool wide = is_no_break_space(text);
        if (wide) text.remove_prefix(1);
        if (wide || static_cast<unsigned char>(text[0]) <= ' ') {
            space = !out.empty();
            continue;
        }
        if (space) out += ' ';
        space = false;
        out += text[0];
    }
    return out;
}

std::string folded(std::string_view text) {
    auto out = collapsed(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(',', start), text.size());
        if (auto part = collapsed(text.substr(start, end - start)); !part.empty()) out.push_back(std::move(part));
        start = end + 1;
    }
    return out;
}

std::optional<EpochColumns> EpochColumns::find(const CsvTable& table, std::vector<Problem>& problems) {
    EpochColumns columns;
    const auto before = problems.size();
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const auto name = folded(table.header[i].text);
        const auto is = [&](const FieldNames& f) { return !name.empty() && (name == folded(f.today) || name == folded(f.before)); };
        const auto field = std::find_if(field_names.begin(), field_names.end(), is);
        if (field == field_names.end()) continue;
        const auto f = static_cast<std::size_t>(field - field_names.begin());
        if (columns.at_[f]) problems.push_back({table.place(table.header[i]), "duplicate-column", fmt::format("a second column holds '{}'", field->today), "delete or rename one of them"});
        else columns.at_[f] = i;
        columns.names_[f] = collapsed(table.header[i].text);
    }
    for (std::size_t f = 0; f < epoch_fields; ++f)
        if (field_names[f].required && !columns.at_[f])
            problems.push_back({table.place(table.header.front()), "missing-column", fmt::format("there is no column '{}'", field_names[f].today), missing_advice(table, field_names[f].today)});
    return problems.size() == before ? std::optional(std::move(columns)) : std::nullopt;
}

const CsvCell* EpochColumns::cell(const CsvRow& row, EpochField field) const {
    const auto& at = at_[static_cast<std::size_t>(field)];
    return at ? &row[*at] : nullptr;
}

std::string EpochColumns::text(const CsvRow& row, EpochField field) const {
    const auto* c = cell(row, field);
    return c ? collapsed(c->text) : "";
}

}  // namespace lacuna::importers
