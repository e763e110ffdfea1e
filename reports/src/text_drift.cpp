// `lacuna drift INSTRUMENT`: counts first, then where to go.

#include <algorithm>

#include <fmt/format.h>

#include "drift_parts.hpp"
#include "lacuna/words.hpp"
#include "reports/drift.hpp"
#include "text_drift.hpp"
#include "text_parts.hpp"

namespace lacuna {

std::string_view state_words(EndState state) {
    static constexpr std::array<std::string_view, 8> words{"made for the version that stands", "compare versions", "carry over untouched", "made for a version to come",
                                                           "cannot be told (not pinned)", "cannot be told (text not held)", "must be read again",   "lost an end"};
    return words[static_cast<std::size_t>(state)];
}

std::string tally_words(const StateCounts& tally) {
    std::vector<std::string> out;
    for (const auto s : all_values<EndState>())
        if (const int n = tally[static_cast<std::size_t>(s)]; n > 0) out.push_back(fmt::format("{} {}", n, state_words(s)));
    return out.empty() ? "none" : join(out);
}

std::string tally_lines(const StateCounts& tally, std::string_view what) {
    std::string out = fmt::format("{:5}  {}\n", in_all(tally), what);
    for (const auto s : all_values<EndState>())
        if (const int n = tally[static_cast<std::size_t>(s)]; n > 0) out += fmt::format("{:9}  {}\n", n, state_words(s));
    return out;
}

std::string set_lines(const std::vector<DriftRow>& rows, const std::string& root, const TextStyle& style) {
    std::string out;
    for (const auto& [set, of_set] : by_set(rows)) {
        out += "  " + painted(set->id, "1", style) + "\n";
        out += wrap(fmt::format("{}:{}", file_from(root, set->at.file), set->at.line), "    ", "    ");
        out += wrap(tally_words(tally(of_set)), "    ", "      ");
    }
    return out;
}

std::string change_words(const VersionChange& c) {
    return fmt::format("{} added, {} gone, {} changed, {} the same", c.added.size(), c.gone.size(), c.changed.size(), c.same);
}

namespace {

std::string part_words(const std::vector<NormPart>& parts) {
    std::vector<std::string> out;
    for (const auto p : parts) out.emplace_back(word(p));
    return join(out);
}

std::string name_of(const Corpus& corpus, const Pinned& p) { return "#" + corpus.provision(p.node).id; }

/// "Added (12)" and the names.
std::string names(const Corpus& corpus, std::string_view title, const std::vector<Pinned>& provisions, const TextStyle& style) {
    if (provisions.empty()) return {};
    std::vector<std::string> out;
    for (const auto& p : provisions) out.push_back(name_of(corpus, p));
    return heading(fmt::format("{} ({})", title, provisions.size()), style) + wrap(join(out), "  ", "  ");
}

std::string provisions(const Corpus& corpus, const VersionChange& c, const TextStyle& style) {
    std::string out;
    if (!c.changed.empty()) out += heading(fmt::format("Changed ({})", c.changed.size()), style);
    for (const auto& w : c.changed) out += wrap(fmt::format("{} ({}): {}", name_of(corpus, w.after), corpus.provision(w.after.node).cite, part_words(w.differ)), "  ", "    ");
    // without an older text everything is added, which says nothing
    if (c.from) out += names(corpus, "Added", c.added, style);
    out += names(corpus, "Gone", c.gone, style);
    if (!c.renamed.empty()) out += heading(fmt::format("Gone and added under one outside identifier, perhaps renumbered ({})", c.renamed.size()), style);
    for (const auto& w : c.renamed) out += wrap(fmt::format("{}: {} is now {}{}", w.identifier, name_of(corpus, w.before), name_of(corpus, w.after), w.differ.empty() ? "" : "; changed: " + part_words(w.differ)), "  ", "    ");
    return out.empty() ? out : "\n" + out;
}

/// The end of a row that unsettles it most.
const DriftEnd& worst_end(const DriftRow& row) {
    return *std::find_if(row.ends.begin(), row.ends.end(), [&](const DriftEnd& e) { return e.state == row.state; });
}

/// The mappings that come to one thing, gathered under the ends for which they do.
std::string rows_of(const std::vector<DriftRow>& rows, EndState state, const std::string& root, const TextStyle& style) {
    std::vector<std::pair<std::string, std::string>> groups;
    int count = 0;
    for (const auto& r : rows) {
        if (r.state != state) continue;
        ++count;
        const auto& end = worst_end(r);
        const auto title = fmt::format("{}: {}", end.end->ref, end.reason);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == title; });
        if (group == groups.end()) group = groups.insert(groups.end(), {title, ""});
        group->second += wrap(fmt::format("{}:{} {} ({})", file_from(root, r.at.file), r.at.line, r.mapping->id, spelled(word(r.mapping->relation))), "    ", "      ");
    }
    if (groups.empty()) return {};
    std::string title(state_words(state));
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
    std::string out = "\n" + heading(fmt::format("{} ({})", title, count), style);
    for (const auto& [name, lines] : groups) out += wrap(name, "  ", "    ") + lines;
    return out;
}

std::string relying(const Corpus& corpus, const Drift& d, const TextStyle& style) {
    if (d.relying.empty()) return {};
    std::string out = "\n" + heading("Who relies on it", style);
    for (const auto& r : d.relying) {
        out += wrap(fmt::format("{}: {}", r.other->id, tally_words(r.mappings)), "  ", "    ");
        std::vector<std::string> bare;
        for (const auto& p : r.bare) bare.push_back(corpus.ref(p.node, p.version).substr(r.other->id.size()));
        if (!bare.empty()) out += wrap(fmt::format("left without a mapping that speaks of version {}: {}", version_id(*d.instrument, d.change.to), join(bare)), "    ", "    ");
    }
    return out;
}

std::string reviews(const Drift& d, const std::string& root, const TextStyle& style) {
    if (d.reviews.empty()) return {};
    std::string out = "\n" + heading(fmt::format("Looked through for another version ({})", d.reviews.size()), style);
    for (const auto& r : d.reviews)
        out += wrap(fmt::format("{}:{} {}@{}, for cover by {}@{}", file_from(root, r.at.file), r.at.line, r.reviewed->instrument, r.reviewed->version, r.reviewed->against, r.reviewed->against_version), "  ", "    ");
    return out;
}

std::string title(const Drift& d, const TextStyle& style) {
    const auto& in = *d.instrument;
    std::string out = painted(fmt::format("{}: version {}{}", in.name(), version_id(in, d.change.to), d.change.from ? " against " + version_id(in, *d.change.from) : ""), "1", style) + "\n";
    if (!d.stands) out += wrap(fmt::format("{} does not stand on this date: it is asked about as if it did.", version_id(in, d.change.to)), "", "");
    if (d.perhaps) out += wrap(fmt::format("{} may stand already, since its first day is not known exactly: mappings are judged by both, and the worse counts.", version_id(in, *d.perhaps)), "", "");
    if (!d.change.from) out += wrap("The corpus holds no older text: nothing can be compared.", "", "");
    else if (d.change.to - *d.change.from > 1) out += wrap(fmt::format("{} between them: the text is not in the corpus.", d.change.to - *d.change.from == 2 ? "One version" : fmt::format("{} versions", d.change.to - *d.change.from - 1)), "", "");
    return out;
}

/// How much of what no longer speaks of the version could have been cover.
std::string at_stake(const std::vector<DriftRow>& rows) {
    if (std::none_of(rows.begin(), rows.end(), [](const DriftRow& r) { return unsettled(r.state); })) return {};
    const auto covers = std::count_if(rows.begin(), rows.end(), [](const DriftRow& r) { return unsettled(r.state) && claims_cover(*r.mapping); });
    return wrap(fmt::format("{} of those that must be read again or lost an end said that one side contains the other. No certain cover by, or of, this version rests on them.", covers == 0 ? "None" : std::to_string(covers)), "       ", "       ");
}

}  // namespace

std::string drift_text(const Corpus& corpus, const Drift& d, const std::string& root, const TextStyle& style) {
    std::string out = title(d, style) + "\n";
    const auto& c = d.change;
    out += c.from ? fmt::format("{:5}  provisions: {}\n", static_cast<int>(c.added.size() + c.changed.size()) + c.same, change_words(c)) : fmt::format("{:5}  provisions\n", c.added.size());
    out += tally_lines(tally(d.rows), "mappings with an end in it");
    out += at_stake(d.rows);
    if (!d.rows.empty()) out += "\n" + heading("By mapping set", style) + set_lines(d.rows, root, style);
    out += provisions(corpus, c, style);
    for (const auto s : {EndState::outdated, EndState::orphaned, EndState::not_held, EndState::unpinned, EndState::to_come, EndState::predated}) out += rows_of(d.rows, s, root, style);
    out += relying(corpus, d, style);
    out += reviews(d, root, style);
    return out;
}

}  // namespace lacuna
