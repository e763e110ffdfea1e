// What one row says about the model of another.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "epoch_row.hpp"
#include "lacuna/names.hpp"

namespace lacuna::importers {
namespace {

/// Words that do not tell one organisation from another.
constexpr std::array<std::string_view, 30> common_words{"university", "of",     "the",     "and",    "for",     "institute", "research",     "ai",         "lab",     "labs",
                                                        "laboratory", "inc",    "school",  "college", "technology", "science", "sciences",   "national",   "academy", "group",
                                                        "company",    "center", "centre",  "team",   "cloud",   "intelligence", "artificial", "independent", "state", "international"};
/// Names of parts of one group, as the tables spell them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> same_group{{{"deepmind", "google"}, {"youtube", "google"}, {"facebook", "meta"}, {"fair", "meta"}, {"qwen", "alibaba"},
                                                                                   {"ant", "alibaba"}, {"aws", "amazon"}, {"github", "microsoft"}, {"tiktok", "bytedance"}}};

bool in_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0; }

/// The words that name an organisation, each by the name of its group.
std::set<std::string> telling_words(std::string_view organizations) {
    std::set<std::string> out;
    const auto take = [&](std::string word) {
        const auto group = std::find_if(same_group.begin(), same_group.end(), [&](const auto& g) { return g.first == word; });
        if (group != same_group.end()) word = group->second;
        if (!word.empty() && std::find(common_words.begin(), common_words.end(), word) == common_words.end()) out.insert(std::move(word));
    };
    std::string word;
    for (const char c : folded(organizations)) {
        if (in_word(c)) word += c;
        else take(std::exchange(word, ""));
    }
    take(word);
    return out;
}

/// Certain only where both are named and share no telling word: "Google Research" may well be the developer "Google".
bool certainly_another(const EpochModel& a, const EpochModel& b) {
    const auto first = telling_words(a.organization), second = telling_words(b.organization);
    return !first.empty() && !second.empty() && std::none_of(first.begin(), first.end(), [&](const std::string& w) { return second.contains(w); });
}

/// Where the table's rows are, by the folded name of their model.
class Names {
public:
    explicit Names(const std::vector<EpochRow>& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) rows_[folded(rows[i].model.model)].push_back(i);
    }
    /// The one row of that name, if there is exactly one.
    std::optional<std::size_t> row(std::string_view model) const {
        const auto found = rows_.find(folded(model));
        return found == rows_.end() || found->second.size() != 1 ? std::nullopt : std::optional(found->second.front());
    }

private:
    std::map<std::string, std::vector<std::size_t>> rows_;
};

/// Does the figure leave out what trained the base model? Certain where the base alone is more than the total, or the fine-tuning alone all of it.
bool leaves_base_out(const EpochRow& row, const EpochRow* base) {
    if (row.base.empty() || !row.compute.printed) return false;
    const auto total = interval_of(*row.compute.printed);
    const bool base_is_more = base && base->compute.printed && *interval_of(*base->compute.printed).low > *total.high;
    const bool all_is_finetuning = row.finetune.printed && *interval_of(*row.finetune.printed).high > *total.low;
    return base_is_more || all_is_finetuning;
}

/// The base's compute as what the modifier started from.
std::optional<Known> original(const std::optional<Known>& base, const EpochRow& row) {
    if (!base) return std::nullopt;
    auto k = *base;
    k.name = "original-training-compute";
    k.provenance.locator = fmt::format("{}; {}", row.base_locator, base->provenance.locator);
    return k;
}

void append(std::vector<Known>& facts, const std::optional<Known>& fact) {
    if (fact) facts.push_back(*fact);
}

void modifies(EpochRow& row, const EpochRow& base) {
    Known k;
    k.kind = KnownKind::flag;
    k.name = "modifies-model-of-another";
    k.holds = Truth::yes;
    k.provenance = {"", row.base_locator, Grade::inferred};
    k.at = row.base_at;
    row.flags.push_back(std::move(k));
    append(row.model.printed, original(base.compute.printed, row));
    append(row.model.stated, original(base.compute.stated, row));
    append(row.model.printed, row.finetune.printed);
    append(row.model.stated, row.finetune.stated);
    const auto total = row.compute.printed ? "; the training compute takes in that model's" : "";
    row.model.notes.push_back(fmt::format("made from '{}' of another developer ({}){}", excerpt(row.base), base.model.organization, total));
}

void relate(EpochRow& row, const EpochRow* base) {
    if (row.base.empty()) return;
    if (!base) row.model.notes.push_back(fmt::format("made from '{}', which is not one row of this table; whose model that is stays unknown", excerpt(row.base)));
    else if (certainly_another(row.model, base->model)) modifies(row, *base);
}

}  // namespace

void relate_epoch_rows(std::vector<EpochRow>& rows) {
    const Names names(rows);
    std::vector<const EpochRow*> bases(rows.size());
    std::vector<bool> partial(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto base = names.row(rows[i].base);
        if (!rows[i].base.empty() && base && *base != i) bases[i] = &rows[*base];
        partial[i] = leaves_base_out(rows[i], bases[i]);
    }
    // only now: a figure that is dropped must not change what is found about other rows
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!partial[i]) continue;
        rows[i].compute = {};
        rows[i].model.notes.push_back("the figure leaves out what trained the base model, so the training compute in all is unknown");
    }
    for (std::size_t i = 0; i < rows.size(); ++i) relate(rows[i], bases[i]);
}

}  // namespace lacuna::importers
