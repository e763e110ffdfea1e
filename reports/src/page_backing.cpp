#include "page_backing.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "lacuna/rollup.hpp"

namespace lacuna {

std::string backing_title(Backing backing) {
    switch (backing) {
        case Backing::law: return "Law covers it";
        case Backing::duty: return "Law covers the duty only";
        case Backing::part: return "Law touches it in part";
        case Backing::power: return "Power only";
        case Backing::code: return "Code only";
        case Backing::alone: return "Promise alone";
        case Backing::unseen: break;
    }
    return "Not yet looked at";
}

std::string backing_words(Backing backing) {
    switch (backing) {
        case Backing::law: return "Binding law certainly covers it today, on every aspect.";
        case Backing::duty: return "Law contains the duty; the bearer, the time, the trigger or another aspect is open or falls short.";
        case Backing::part: return "A legal duty shares, or may share, some of it. This is not cover.";
        case Backing::power: return "No legal duty touches it; an authority has a power that could, if it chose to act.";
        case Backing::code: return "Nothing found in law; a code asks some of it, of its signatories only.";
        case Backing::alone: return "Law was looked through and nothing was found: only the promiser's word.";
        case Backing::unseen: break;
    }
    return "Nobody has recorded a look through the law for it.";
}

std::string backing_symbol(Backing backing) {
    constexpr std::array<const char*, all_backings.size()> symbols{"●", "◕", "◐", "△", "◇", "○", "?"};
    return symbols[static_cast<std::size_t>(backing)];
}

void Tally::add(Backing b) {
    ++counts[static_cast<std::size_t>(b)];
    ++total;
}

namespace {

bool is_urgent(const Gap& g) { return !g.covered() && g.severity.level >= Severity::high; }

std::vector<CommitmentEntry> entries_of(const Corpus& corpus, const PageInput& input) {
    std::map<std::pair<NodeNo, int>, const Gap*> by_code;
    for (const auto& g : input.by_code.targets) by_code[{g.target.node, g.target.version}] = &g;
    std::vector<CommitmentEntry> out;
    for (const auto& g : input.by_law().targets) {
        const auto it = by_code.find({g.target.node, g.target.version});
        const Gap* code = it == by_code.end() ? nullptr : it->second;
        out.push_back({&g, code, backing_of(corpus, g, code), false, 0});
    }
    return out;
}

/// Every theme of the vocabulary in its order, then the place for commitments that name none.
std::vector<ThemeView> empty_themes(const Corpus& corpus) {
    std::vector<ThemeView> out;
    for (const auto& t : corpus.vocabulary().themes) out.push_back({t.id, plain(t.name), t.stops, {}, 0, {}});
    out.push_back({"", "No theme stated", false, {}, 0, {}});
    return out;
}

bool is_of(const Corpus& corpus, const Gap& gap, const Id& theme) {
    const auto& themes = corpus.themes(gap.target.node);
    if (!theme.empty()) return std::find(themes.begin(), themes.end(), theme) != themes.end();
    return std::none_of(themes.begin(), themes.end(), [&](const Id& t) { return corpus.theme(t) != nullptr; });
}

void fill(const Corpus& corpus, std::vector<CommitmentEntry>& entries, ThemeView& theme) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!is_of(corpus, *entries[i].law, theme.id)) continue;
        theme.entries.push_back(i);
        theme.tally.add(entries[i].backing);
        theme.urgent += is_urgent(*entries[i].law) ? 1U : 0U;
        entries[i].stops = entries[i].stops || theme.stops;
    }
    std::stable_sort(theme.entries.begin(), theme.entries.end(), [&](std::size_t a, std::size_t b) { return entries[a].law->severity.points > entries[b].law->severity.points; });
}

/// Entries stand in the order of the targets.
std::vector<ChapterView> chapters_of(const Corpus& corpus, const PageInput& input, const std::vector<CommitmentEntry>& entries) {
    std::vector<ChapterView> out;
    for (const auto& group : by_chapter(corpus, input.by_law())) {
        auto& chapter = out.emplace_back(ChapterView{group.name, group.title, {}});
        for (const auto i : group.targets) chapter.tally.add(entries[i].backing);
    }
    return out;
}

bool is_resettable(const Gap& g) { return std::find(g.flags.begin(), g.flags.end(), Flag::resettable) != g.flags.end(); }

void count(Survey& s) {
    for (const auto& e : s.entries) {
        s.all.add(e.backing);
        if (!e.stops) continue;
        s.stopping.add(e.backing);
        s.stopping_resettable += e.backing == Backing::alone && is_resettable(*e.law) ? 1U : 0U;
    }
}

/// Describes each commitment under the first theme of the page that has it.
void settle(Survey& s) {
    for (std::size_t t = s.themes.size(); t-- > 0;)
        for (const auto e : s.themes[t].entries) s.entries[e].home = t;
}

}  // namespace

Survey survey(const Corpus& corpus, const PageInput& input) {
    Survey s{entries_of(corpus, input), empty_themes(corpus), {}, {}, {}, 0};
    s.chapters = chapters_of(corpus, input, s.entries);
    for (auto& theme : s.themes) fill(corpus, s.entries, theme);
    std::erase_if(s.themes, [](const ThemeView& t) { return t.entries.empty(); });
    const auto rank = [](const ThemeView& t) { return std::tuple(t.stops, t.urgent, t.tally.at(Backing::alone) + t.tally.at(Backing::unseen), t.tally.total); };
    std::stable_sort(s.themes.begin(), s.themes.end(), [&](const ThemeView& a, const ThemeView& b) { return rank(a) > rank(b); });
    settle(s);
    count(s);
    return s;
}

}  // namespace lacuna
