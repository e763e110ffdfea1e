#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "reports/applies.hpp"
#include "reports/survey.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

constexpr std::array<SurveyWord, 6> all_words{SurveyWord::yes, SurveyWord::presumed, SurveyWord::not_yet, SurveyWord::undetermined, SurveyWord::no, SurveyWord::unknown};

char sign(SurveyWord w) {
    switch (w) {
        case SurveyWord::yes: return 'Y';
        case SurveyWord::presumed: return 'P';
        case SurveyWord::not_yet: return 'L';
        case SurveyWord::undetermined: return '?';
        case SurveyWord::no: return '-';
        case SurveyWord::unknown: return '.';
    }
    return ' ';
}

/// Text that takes exactly so many characters, cut with "~" where it is longer.
std::string cell(const std::string& text, std::size_t width) {
    std::string out;
    std::size_t n = 0;
    for (const char c : excerpt(text)) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins && n == width) {
            while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U) out.pop_back();
            out.back() = '~';
            return out;
        }
        n += begins ? 1 : 0;
        out += c;
    }
    return out + std::string(width - n, ' ');
}

/// 1234567 as "1 234 567".
std::string grouped(std::uint64_t n) {
    std::string out = std::to_string(n);
    for (auto at = static_cast<std::ptrdiff_t>(out.size()) - 3; at > 0; at -= 3) out.insert(static_cast<std::size_t>(at), " ");
    return out;
}

std::string lines(const SurveyWord printed, const SurveyWord stated) { return printed == stated ? spelled(word(printed)) : fmt::format("{} as printed, {} as stated", spelled(word(printed)), spelled(word(stated))); }

class SurveyText {
public:
    SurveyText(const Corpus& corpus, const SurveyReport& report, bool all, const TextStyle& style) : corpus_(corpus), r_(report), all_(all), style_(style) {}

    std::string run() {
        sort_columns();
        for (std::size_t row = 0; row < r_.rows.size(); ++row)
            if (all_ || tells(row)) listed_.push_back(row);
        head();
        legend();
        tables();
        notes();
        counts();
        if (r_.question.from < r_.question.to) over_time();
        return std::move(out_);
    }

private:
    using Pair = std::pair<SurveyWord, SurveyWord>;
    Pair at(std::size_t row, std::size_t column) const { return {r_.printed.of(row).on_day[column], r_.stated.of(row).on_day[column]}; }
    Pair nothing_said(std::size_t column) const { return {r_.printed.nothing_said.on_day[column], r_.stated.nothing_said.on_day[column]}; }

    /// Columns that say the same of all rows need no place in the table; columns that say the same of each row share one.
    void sort_columns() {
        for (std::size_t c = 0; c < r_.printed.columns.size(); ++c) {
            std::vector<Pair> answers;
            for (std::size_t row = 0; row < r_.rows.size(); ++row) answers.push_back(at(row, c));
            if (std::adjacent_find(answers.begin(), answers.end(), std::not_equal_to<>()) == answers.end()) {
                same_.push_back(c);
                continue;
            }
            const auto twin = std::find_if(shown_.begin(), shown_.end(), [&](const auto& s) { return s.second == answers; });
            if (twin == shown_.end()) shown_.emplace_back(std::vector<std::size_t>{c}, answers);
            else twin->first.push_back(c);
        }
    }

    /// Is there something to say of the row besides "no", "unknown", and what is so whatever the table says of a model?
    bool tells(std::size_t row) const {
        const auto plain = [](SurveyWord w) { return w == SurveyWord::no || w == SurveyWord::unknown; };
        return std::any_of(shown_.begin(), shown_.end(), [&](const auto& s) {
            const auto p = at(row, s.first.front());
            return p != nothing_said(s.first.front()) && !(plain(p.first) && plain(p.second));
        });
    }

    void head() {
        out_ += heading("lacuna applies --models", style_);
        out_ += field("table", fmt::format("{}: {} models", r_.file, r_.rows.size()));
        out_ += field("credit", r_.credit);
        out_ += field("on", in_words(r_.question.on) + (r_.question.in ? ", in " + *r_.question.in : ""));
        for (std::size_t i = 0; i < r_.shared.facts.size(); ++i) out_ += field(i == 0 ? "of all" : "", fact_words(corpus_, r_.shared.facts[i]));
        auto assumed = r_.printed.assumed;
        for (const auto& a : r_.stated.assumed)
            if (std::find(assumed.begin(), assumed.end(), a) == assumed.end()) assumed.push_back(a);
        for (std::size_t i = 0; i < assumed.size(); ++i) out_ += field(i == 0 ? "assumed" : "", assumed[i]);
        out_ += "\n" + wrap("An empty cell of the table never means below: such a model is unknown. The day of publication is not the day on which a model was placed on a market. Nothing here says that a duty is kept.", "", "");
    }

    std::string name(std::size_t column) const {
        const auto& c = r_.printed.columns[column];
        if (!c.in_class.empty()) return fmt::format("{}: {}", c.instrument->name(), bearer_name(corpus_, c.in_class));
        std::vector<std::string> rules;
        for (const NodeNo n : c.rules)
            if (const auto cite = corpus_.cite(n); std::find(rules.begin(), rules.end(), cite) == rules.end()) rules.push_back(cite);
        return fmt::format("{}: {} ({})", c.fact, c.line, join(rules, "; "));
    }
    static char letter(std::size_t shown) { return static_cast<char>(shown < 26 ? 'A' + static_cast<int>(shown) : 'a' + static_cast<int>(shown) - 26); }

    void legend() {
        out_ += "\n" + heading("Columns", style_);
        for (std::size_t s = 0; s < shown_.size(); ++s)
            for (std::size_t i = 0; i < shown_[s].first.size(); ++i) out_ += wrap(name(shown_[s].first[i]), i == 0 ? fmt::format("  {}  ", letter(s)) : "     ", "     ");
        if (shown_.empty()) out_ += "  none: every line and class has one answer for all models\n";
        out_ += wrap("Each has two signs: by the figure as printed, then within the bounds that the row states. Y yes, P presumed (can be rebutted), L the law has not begun, ? undetermined (what is known leaves it open), - no, . unknown (nothing known tells).", "  ", "  ");
        out_ += wrap("c: confidence of the figure: C confident, L likely, S speculative, U unknown.", "  ", "  ");
        if (same_.empty()) return;
        out_ += "  The same for every model:\n";
        for (const auto c : same_) out_ += wrap(fmt::format("{}: {}", name(c), r_.rows.empty() ? "no models" : lines(at(0, c).first, at(0, c).second)), "    - ", "      ");
    }

    void tables() {
        out_ += "\n" + heading("Models", style_);
        if (listed_.empty()) out_ += "  none of which there is more to say than no or unknown\n";
        constexpr std::size_t first = 7, others = 17;  // columns that fit beside what else stands there
        for (std::size_t from = 0; !listed_.empty() && (from == 0 || from < shown_.size());) {
            const std::size_t to = std::min(shown_.size(), from + (from == 0 ? first : others));
            if (from != 0) out_ += "\n";
            table(from, to);
            from = to;
            if (to == shown_.size()) break;
        }
        if (const auto left_out = r_.rows.size() - listed_.size(); left_out != 0)
            out_ += wrap(fmt::format("{} other {} left out: in both readings nothing but no, unknown, or what is so of every model of which nothing is known (--all lists all)", left_out, left_out == 1 ? "model is" : "models are"), "  ", "  ");
    }

    void table(std::size_t from, std::size_t to) {
        std::string head = from == 0 ? fmt::format("{} {} {} {} c", cell("model", 23), cell("organisation", 12), cell("published", 10), cell("FLOP", 9)) : cell("model", 23);
        for (std::size_t s = from; s < to; ++s) head += fmt::format(" {} ", letter(s));
        out_ += painted(trimmed(head), "1", style_) + "\n";
        for (const auto row : listed_) {
            const auto& m = r_.rows[row];
            std::string line = cell(m.model, 23);
            if (from == 0) line += fmt::format(" {} {} {} {}", cell(m.organization, 12), cell(m.published ? to_string(m.published->first) : "", 10), cell(m.compute, 9), m.confidence.empty() ? ' ' : m.confidence.front());
            for (std::size_t s = from; s < to; ++s) line += fmt::format(" {}{}", sign(shown_[s].second[row].first), sign(shown_[s].second[row].second));
            out_ += trimmed(line) + "\n";
        }
    }
    static std::string trimmed(std::string s) {
        s.erase(s.find_last_not_of(' ') + 1);
        return s;
    }

    void notes() {
        const auto said = std::any_of(listed_.begin(), listed_.end(), [&](std::size_t row) { return !r_.rows[row].notes.empty(); });
        if (!said) return;
        out_ += "\n" + heading("Notes on these models", style_);
        for (const auto row : listed_)
            for (const auto& n : r_.rows[row].notes) out_ += wrap(fmt::format("{}: {}", excerpt(r_.rows[row].model), n), "  - ", "    ");
    }

    void counts() {
        out_ += "\n" + heading("How many models", style_);
        std::size_t blank = 0, unused = 0;
        for (const auto& row : r_.rows) (row.compute.empty() ? blank : unused) += row.compute.empty() || row.figure_unused ? 1 : 0;
        out_ += wrap(fmt::format("{} of {} have no figure for training compute{}; they are among the unknown.", blank, r_.rows.size(), unused == 0 ? "" : fmt::format(", and {} {} one that is not used (with --all, the notes say why)", unused, unused == 1 ? "has" : "have")), "  ", "  ");
        out_ += "               yes  presumed  not yet  undetermined    no  unknown\n";
        std::size_t s = 0;
        for (const auto& [columns, answers] : shown_) {
            const char name = letter(s++);
            for (const bool printed : {true, false}) {
                std::map<SurveyWord, std::size_t> n;
                for (const auto& p : answers) ++n[printed ? p.first : p.second];
                out_ += fmt::format("  {}  {}  {:>4} {:>9} {:>8} {:>13} {:>5} {:>8}\n", printed ? name : ' ', printed ? "printed" : "stated ", n[all_words[0]], n[all_words[1]], n[all_words[2]], n[all_words[3]], n[all_words[4]], n[all_words[5]]);
            }
        }
    }

    void over_time() {
        const auto& q = r_.question;
        out_ += "\n" + heading(fmt::format("From {} to {}", in_words(q.from), in_words(q.to)), style_);
        for (std::size_t s = 0; s < shown_.size(); ++s)
            for (const bool printed : {true, false}) changes(s, printed);
        out_ += "\n  Cells, one for each model, duty and day, by the figures as printed:\n";
        for (const auto& [in, cells] : r_.printed.cells) instrument(*in, cells);
        out_ += wrap(fmt::format("{} cells as printed and as many as stated; something changes on {} days; {} conditions were decided, every other cell is one of these.", grouped(r_.printed.cell_count), r_.printed.changes, grouped(r_.printed.evaluations + r_.stated.evaluations)), "  ", "  ");
    }

    /// How the answers of one column change, with how many models change so.
    void changes(std::size_t shown, bool printed) {
        const auto& survey = printed ? r_.printed : r_.stated;
        for (const auto column : shown_[shown].first) {
            std::map<std::string, std::size_t> ways;
            for (const auto& g : survey.groups) {
                const auto& spans = g.spans[column];
                if (spans.size() < 2 || g.size == 0) continue;
                std::string way = spelled(word(spans.front().answer));
                for (std::size_t i = 1; i < spans.size(); ++i) way += fmt::format(", from {} {}", in_words(spans[i].from), spelled(word(spans[i].answer)));
                ways[way] += g.size;
            }
            for (const auto& [way, n] : ways) out_ += wrap(fmt::format("{} ({}), {} {} as {}: {}", letter(shown), survey.columns[column].instrument->name(), n, n == 1 ? "model" : "models", printed ? "printed" : "stated", way), "  - ", "    ");
        }
    }

    void instrument(const Instrument& in, const SurveyCells& cells) {
        if (cells.total() == cells.absent) return;
        std::vector<std::string> parts;
        for (std::size_t a = 0; a < cells.by_answer.size(); ++a)
            if (cells.by_answer[a] != 0) parts.push_back(fmt::format("{} {}", spelled(word(static_cast<Applicability>(a))), grouped(cells.by_answer[a])));
        if (cells.absent != 0) parts.push_back(fmt::format("no such duty then {}", grouped(cells.absent)));
        out_ += wrap(fmt::format("{}: {}", in.name(), join(parts, ", ")), "  - ", "    ");
    }

    const Corpus& corpus_;
    const SurveyReport& r_;
    bool all_;
    const TextStyle& style_;
    std::vector<std::size_t> same_, listed_;
    std::vector<std::pair<std::vector<std::size_t>, std::vector<Pair>>> shown_;  ///< columns, with what they say of each row
    std::string out_;
};

}  // namespace

std::string survey_text(const Corpus& corpus, const SurveyReport& report, bool all, const TextStyle& style) { return SurveyText(corpus, report, all, style).run(); }

}  // namespace lacuna
