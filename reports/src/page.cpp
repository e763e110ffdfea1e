#include "reports/page.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "page_parts.hpp"
#include "page_picture.hpp"

namespace lacuna {
namespace {

constexpr const char* page_template =
#include "page_mustache.inc"
    ;
constexpr const char* pen_template =
#include "pen_mustache.inc"
    ;
constexpr const char* remedy_template =
#include "remedy_mustache.inc"
    ;
constexpr const char* ladder_template =
#include "ladder_mustache.inc"
    ;
constexpr const char* page_style =
#include "page_css.inc"
    ;
constexpr const char* pictures_style =
#include "pictures_css.inc"
    ;

/// A part of the template that stands in a file of its own.
Data part_of_page(const char* text) { return Data(kainjow::mustache::partial([text] { return std::string(text); })); }

/// "14 commitments: 3 law touches it in part, 11 promise alone": the theme's line under its name.
Data tally_lines(const Tally& tally) {
    Data out = empty_list();
    for (const Backing b : all_backings) {
        if (tally.at(b) == 0) continue;
        Data line;
        line["count"] = std::to_string(tally.at(b));
        line["symbol"] = backing_symbol(b);
        line["title"] = backing_title(b);
        out.push_back(line);
    }
    return out;
}

/// A commitment that is described under another theme.
Data mention_data(const PageContext& page, const CommitmentEntry& entry) {
    Data out;
    out["anchor"] = anchor_of(page.corpus, entry.law->target);
    out["cite"] = page.corpus.cite(entry.law->target.node);
    out["symbol"] = backing_symbol(entry.backing);
    out["backing"] = backing_title(entry.backing);
    return out;
}

std::string theme_anchor(const ThemeView& theme) { return "theme-" + (theme.id.empty() ? "none" : theme.id); }

Data theme_data(const PageContext& page, std::size_t position) {
    const auto& theme = page.survey.themes[position];
    Data out, gaps = empty_list(), mentions = empty_list();
    for (const auto i : theme.entries) {
        const auto& entry = page.survey.entries[i];
        if (entry.home != position || entry.law->covered()) mentions.push_back(mention_data(page, entry));
        else gaps.push_back(gap_data(page, entry));
    }
    out["name"] = theme.name;
    out["anchor"] = theme_anchor(theme);
    out["stops"] = Data(theme.stops);
    out["total"] = count_of(theme.tally.total, "commitment");
    out["urgent"] = theme.urgent == 0 ? Data(false) : Data(count_of(theme.urgent, "critical or high gap"));
    out["bar"] = backing_bar(theme.tally);
    out["tally"] = tally_lines(theme.tally);
    out["gaps"] = std::move(gaps);
    out["any_mentions"] = Data(mentions.is_non_empty_list());
    out["mentions"] = std::move(mentions);
    return out;
}

Data themes_data(const PageContext& page) {
    Data out = empty_list();
    for (std::size_t i = 0; i < page.survey.themes.size(); ++i) out.push_back(theme_data(page, i));
    return out;
}

Data covered_data(const PageContext& page) {
    Data out = empty_list();
    for (const auto& e : page.survey.entries)
        if (e.backing == Backing::law) out.push_back(gap_data(page, e));
    return out;
}

Data notes_data(const PageInput& input) {
    Data out = empty_list();
    std::vector<std::string> seen;
    for (const auto* scope : {&input.by_law().question.of, &input.by_law().question.by, &input.by_code.question.by})
        for (const auto& note : scope->notes) {
            if (std::find(seen.begin(), seen.end(), note) != seen.end()) continue;
            seen.push_back(note);
            Data item;
            item["text"] = sentence(note);
            out.push_back(item);
        }
    return out;
}

/// "8 and more: critical", read off the function that decides.
Data levels_data() {
    Data out = empty_list();
    constexpr int most = 20;
    for (int to = most; to >= 0;) {
        int from = to;
        while (from > 0 && severity_of(from - 1) == severity_of(to)) --from;
        Data level;
        level["word"] = capital(std::string(word(severity_of(to))));
        level["symbol"] = severity_symbol(severity_of(to));
        level["points"] = to == most ? fmt::format("{} and more", from) : from == 0 ? fmt::format("{} and fewer", to) : from == to ? std::to_string(to) : fmt::format("{} to {}", from, to);
        out.push_back(level);
        to = from - 1;
    }
    return out;
}

Data severity_rules_data() {
    Data out = empty_list();
    for (const auto& rule : severity_table()) {
        Data item;
        item["points"] = rule.points < 0 ? fmt::format("−{}", -rule.points) : fmt::format("+{}", rule.points);
        item["why"] = rule.why;
        out.push_back(item);
    }
    return out;
}

Data developer_data(const PageContext& page) {
    const auto& law = page.input.by_law();
    if (!law.developer) return Data(false);
    Data out;
    out["name"] = bearer_name(page.corpus, *law.developer);
    out["note"] = law.developer_note;
    return out;
}

void put_basis(Data& out, const PageContext& page) {
    const auto& input = page.input;
    out["documents"] = documents_data(page);
    out["sources"] = sources_data(page);
    out["notes"] = notes_data(input);
    out["narrowed"] = Data(is_narrowed(page));
    out["developer"] = developer_data(page);
    out["rows"] = count_of(static_cast<std::size_t>(input.by_law().question.rows), "mapping");
    out["others"] = input.by_law().others == 0 ? Data(false) : Data(input.by_law().others == 1 ? "1 duty of these documents is" : fmt::format("{} duties of these documents are", input.by_law().others));
    out["rules"] = severity_rules_data();
    out["levels"] = levels_data();
    out["version"] = input.lacuna_version;
    out["sha256"] = input.corpus_sha256;
}

void put_pictures(Data& out, const PageContext& page) {
    out["pen_part"] = part_of_page(pen_template);
    out["remedy_part"] = part_of_page(remedy_template);
    out["ladder_part"] = part_of_page(ladder_template);
    out["pen"] = pen_data(page);
    out["remedies"] = remedy_data(page);
    out["ladder"] = ladder_data(page);
}

Data page_data(const PageContext& page) {
    Data out;
    out["css"] = std::string(page_style) + pictures_style;
    out["patterns"] = picture_patterns();
    out["date"] = in_words(page.input.on);
    out["jurisdiction"] = jurisdiction_name(page.corpus, page.input.in);
    out["given"] = given_data(page);
    out["sentences"] = message_data(page);
    out["bar"] = backing_bar(page.survey.all);
    out["legend"] = legend_data(page);
    out["heat"] = heat_data(page);
    put_pictures(out, page);
    Data chapters = chapters_data(page);
    out["any_chapters"] = Data(chapters.is_non_empty_list());
    out["chapters"] = std::move(chapters);
    out["themes"] = themes_data(page);
    out["covered"] = covered_data(page);
    put_basis(out, page);
    return out;
}

}  // namespace

std::string html_page(const Corpus& corpus, const Crosswalk& crosswalk, const PageInput& input) {
    const auto found = survey(corpus, input);
    const SourceList sources(input);
    kainjow::mustache::mustache page{std::string(page_template)};
    if (!page.is_valid()) throw std::logic_error("page.mustache: " + page.error_message());
    std::map<const Mapping*, DriftRow> mappings;
    for (auto& row : mappings_of(corpus, std::nullopt, input.on)) mappings.emplace(row.mapping, std::move(row));
    return page.render(page_data({corpus, crosswalk, input, found, sources, std::move(mappings)}));
}

}  // namespace lacuna
