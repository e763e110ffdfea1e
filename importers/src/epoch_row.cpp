#include "epoch_row.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "epoch_figure.hpp"
#include "lacuna/names.hpp"

namespace lacuna::importers {
namespace {

using F = EpochField;

/// Words in a note on the figure that say its last digit means nothing.
constexpr std::array<std::string_view, 8> not_significant{"not a real sig fig", "not a real significant", "not real sig fig", "sig fig is not real", "digit is not significant",
                                                          "digits are not significant", "digit is not real", "airtable being wonky"};
/// How far a figure of that confidence may be off, either way, as a factor.
struct Confidence {
    std::string_view word;
    int factor;
};
constexpr std::array<Confidence, 3> confidences{{{"confident", 3}, {"likely", 10}, {"speculative", 30}}};

/// Domains whose data is certainly not mainly biological sequences. "Multimodal" says nothing about the data by itself.
constexpr std::array<std::string_view, 13> not_biological{"language", "vision", "speech", "audio", "video", "image generation", "3d modeling", "games", "robotics", "driving", "mathematics", "recommendation", "search"};
constexpr std::array<std::string_view, 3> closed_access{"api access", "hosted access (no api)", "unreleased"};

template <class Words>
bool among(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Year, or year and month: the whole of it. Nothing for anything but YYYY-MM-DD, YYYY-MM, YYYY.
std::optional<DayRange> published_on(const std::string& text) {
    if (const auto day = parse_day(text)) return DayRange{*day, *day};
    if (text.size() != 4 && text.size() != 7) return std::nullopt;
    const auto first = parse_day(text.size() == 4 ? text + "-01-01" : text + "-01");
    if (!first) return std::nullopt;
    const std::chrono::year_month_day begin{*first};
    const std::chrono::year_month_day_last end{begin.year(), std::chrono::month_day_last{text.size() == 4 ? std::chrono::December : begin.month()}};
    return DayRange{*first, Day{end}};
}

/// Reads one row, field by field.
class RowReader {
public:
    RowReader(const CsvTable& table, const EpochColumns& columns, const CsvRow& row, std::vector<Problem>& problems) : table_(table), columns_(columns), row_(row), problems_(problems) {}

    EpochRow read() {
        auto& m = out_.model;
        m = {text(F::model), text(F::organization), {}, text(F::compute), text(F::confidence), {}, {}, {}, table_.place(row_.front())};
        if (m.model.empty()) note("the row names no model");
        published();
        compute();
        marks();
        open_weights();
        biological();
        out_.base = text(F::base_model);
        if (const auto* cell = columns_.cell(row_, F::base_model)) out_.base_at = table_.place(*cell);
        out_.base_locator = locator(F::base_model);
        return std::move(out_);
    }

private:
    std::string text(F field) const { return columns_.text(row_, field); }
    void note(std::string words) { out_.model.notes.push_back(std::move(words)); }
    void wrong(F field, std::string code, std::string what, std::string advice) { problems_.push_back({table_.place(*columns_.cell(row_, field)), std::move(code), std::move(what), std::move(advice)}); }
    std::string locator(F field) const {
        const auto& m = out_.model.model;
        return fmt::format("{}, column '{}'", m.empty() ? fmt::format("line {}", row_.front().line) : fmt::format("row '{}'", m), columns_.name(field));
    }

    Known known(KnownKind kind, std::string name, F field, Grade grade) const {
        Known k;
        k.kind = kind;
        k.name = std::move(name);
        k.provenance = {"", locator(field), grade};
        k.at = table_.place(*columns_.cell(row_, field));
        return k;
    }
    Known quantity(std::string name, F field, Grade grade) const {
        auto k = known(KnownKind::quantity, std::move(name), field, grade);
        k.unit = "FLOP";
        return k;
    }
    void no(std::string name, F field, Grade grade) {
        auto k = known(KnownKind::flag, std::move(name), field, grade);
        k.holds = Truth::no;
        out_.flags.push_back(std::move(k));
    }

    void published() {
        const auto day = text(F::published);
        out_.model.published = published_on(day);
        if (!day.empty() && !out_.model.published) wrong(F::published, "bad-date", fmt::format("'{}' is not a date", excerpt(day)), "write YYYY-MM-DD, YYYY-MM or YYYY, or leave the cell empty");
    }

    std::optional<Figure> number(F field) {
        const auto printed = text(field);
        if (printed.empty()) return std::nullopt;
        auto figure = figure_of(printed);
        if (!figure) wrong(field, "bad-number", fmt::format("'{}' is not an amount of compute", excerpt(printed)), "write it like 4.64e+26, without separators or words, or leave the cell empty");
        return figure;
    }

    void compute() {
        const auto printed = number(F::compute), finetune = number(F::finetune), lower = number(F::lower), upper = number(F::upper);
        if (printed && printed->digits.empty()) return wrong(F::compute, "bad-number", "the training compute is 0", "leave the cell empty where nothing is known");
        if (out_.model.compute.empty() && (lower || upper)) note("the table gives bounds of the training compute but no figure; they are not used");
        if (!printed && !finetune) return;
        if (folded(out_.model.confidence) == "wrong") return note("the table itself marks its figures as wrong; they are not used");
        const auto factor = factor_stated();
        if (printed) {
            const auto value = read_as(*printed);
            out_.compute = {as_printed("training-compute", F::compute, value, digits_), within("training-compute", F::compute, value, factor, lower, upper)};
        }
        if (finetune) {
            const auto value = without_noise(*finetune);
            out_.finetune = {as_printed("modification-compute", F::finetune, value, 1), within("modification-compute", F::finetune, value, factor, {}, {})};
        }
    }

    /// The figure that the cell means, with notes on what was taken off.
    Figure read_as(const Figure& printed) {
        const auto remark = folded(text(F::compute_notes));
        if (std::any_of(not_significant.begin(), not_significant.end(), [&](std::string_view words) { return remark.find(words) != std::string::npos; })) {
            digits_ = 2;
            const auto value = to_two_digits(without_noise(printed));
            note(fmt::format("the table's note says that the last digit of {} is not significant; it is read to two significant figures, as {}", out_.model.compute, to_string(value, 2)));
            return value;
        }
        const auto value = without_noise(printed);
        if (value != printed) note(fmt::format("the end of {} is noise of the table's software; it is read as {}, rounded at its last digit", out_.model.compute, to_string(value)));
        return value;
    }

    Known as_printed(std::string name, F field, const Figure& value, std::size_t digits) const {
        auto k = quantity(std::move(name), field, Grade::secondary);
        k.value = to_string(value, digits);
        k.precision = value.digits.empty() ? Precision::exact : Precision::rounded;
        return k;
    }

    std::optional<int> factor_stated() {
        const auto word = folded(out_.model.confidence);
        const auto found = std::find_if(confidences.begin(), confidences.end(), [&](const Confidence& c) { return c.word == word; });
        if (found != confidences.end()) return found->factor;
        note(word.empty() ? "the row states no confidence, so nothing bounds its figures" : fmt::format("the confidence '{}' states no bounds for the row's figures", excerpt(out_.model.confidence)));
        return std::nullopt;
    }

    /// The bounds of a figure: its own where the row has them, else by the factor. Nothing where one end stays open.
    std::optional<Known> within(std::string name, F field, const Figure& value, std::optional<int> factor, const std::optional<Figure>& lower, const std::optional<Figure>& upper) {
        std::string low = factor ? to_string(over(value, *factor)) : "", high = factor ? to_string(times(value, *factor)) : "";
        const auto end = [](const Figure& f) { return figure(to_string(without_noise(f)), Precision::rounded); };
        const auto number = Decimal::parse(to_string(value));
        const bool apart = (lower && *end(*lower).low > *number) || (upper && *end(*upper).high < *number);
        if (apart) note("the row's own bounds do not contain its figure; they are not used");
        if (lower && !apart) low = end(*lower).low->str();
        if (upper && !apart) high = end(*upper).high->str();
        if (low.empty() || high.empty()) return std::nullopt;
        auto k = quantity(std::move(name), field, Grade::inferred);
        k.low = low;
        k.high = high;
        k.note = {{"en", bounds_in_words(factor, !apart && (lower || upper))}};
        return k;
    }

    std::string bounds_in_words(std::optional<int> factor, bool own) const {
        const auto by_factor = factor ? fmt::format("a factor of {} either way for the confidence '{}'", *factor, out_.model.confidence) : "";
        if (!own) return by_factor;
        return factor ? fmt::format("the row's own bounds; where it has none, {}", by_factor) : "the row's own bounds";
    }

    void marks() {
        if (!out_.model.compute.empty()) return;
        for (const auto mark : {F::over, F::maybe_over})
            if (folded(text(mark)) == "true") note(fmt::format("the table marks the model '{}' without a figure; the mark is not used", columns_.name(mark)));
    }

    void open_weights() {
        const auto access = folded(text(F::accessibility)), open = folded(text(F::open_weights));
        const bool closed = among(closed_access, access);
        const bool says_no = closed || open == "no", says_yes = access.starts_with("open") || open == "yes";
        if (says_no && says_yes) note("the table contradicts itself on whether the weights are open");
        // weights alone are not enough for a yes: architecture and usage information must be public too
        else if (says_no) no("open-weights", closed ? F::accessibility : F::open_weights, Grade::secondary);
    }

    void biological() {
        const auto domains = parts_of(folded(text(F::domain)));
        const auto multimodal = std::count(domains.begin(), domains.end(), "multimodal");
        const auto others = std::count_if(domains.begin(), domains.end(), [](const std::string& d) { return among(not_biological, d); });
        if (others > 0 && others + multimodal == static_cast<std::ptrdiff_t>(domains.size())) no("biological-sequence-data", F::domain, Grade::inferred);
    }

    const CsvTable& table_;
    const EpochColumns& columns_;
    const CsvRow& row_;
    std::vector<Problem>& problems_;
    EpochRow out_;
    std::size_t digits_ = 1;  ///< how many digits of the figure count at least
};

}  // namespace

EpochRow read_epoch_row(const CsvTable& table, const EpochColumns& columns, const CsvRow& row, std::vector<Problem>& problems) { return RowReader(table, columns, row, problems).read(); }

}  // namespace lacuna::importers
