// The first screen: three sentences, the legend, the heat table.

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "page_parts.hpp"
#include "page_picture.hpp"

namespace lacuna {
namespace {

/// How many commitments come from instruments of that force.
std::size_t commitments(const PageContext& page, Force force) {
    const auto& all = page.survey.entries;
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const CommitmentEntry& e) { return page.corpus.node(e.law->target.node).instrument->force == force; }));
}

std::vector<const Instrument*> promises(const PageContext& page, Force force) {
    std::vector<const Instrument*> out;
    for (const auto& t : page.input.by_law().question.of.taken)
        if (t.instrument->force == force && std::find(out.begin(), out.end(), t.instrument) == out.end()) out.push_back(t.instrument);
    return out;
}

std::string policies_words(const PageContext& page) {
    const auto policies = promises(page, Force::policy);
    if (policies.empty()) return {};
    std::vector<std::string> labs;
    for (const auto* p : policies)
        if (const auto name = bearer_name(page.corpus, p->issuer); std::find(labs.begin(), labs.end(), name) == labs.end()) labs.push_back(name);
    const auto n = commitments(page, Force::policy);
    if (n == 0 && !page.input.by_law().question.situation.developer.empty()) return fmt::format("{} in a policy of its own (the corpus holds only policies of {})", strong_or_none(0), listed(labs));
    return fmt::format("{} in {} of {} ({})", strong(n), policies.size() == 1 ? "one policy" : count_of(policies.size(), "policy"), labs.size() == 1 ? "one lab" : count_of(labs.size(), "lab"), listed(labs));
}

std::size_t signatories(const Instrument& in, Day on) {
    return static_cast<std::size_t>(std::count_if(in.adoptions.begin(), in.adoptions.end(), [&](const Adoption& a) { return (!a.from || a.from->first <= on) && (!a.until || on <= a.until->last); }));
}

std::string pledges_words(const PageContext& page) {
    const auto pledges = promises(page, Force::pledge);
    if (pledges.empty()) return {};
    std::vector<std::string> names;
    for (const auto* p : pledges) names.push_back(fmt::format("{}, {}", p->name(), count_of(signatories(*p, page.input.on), "signatory")));
    return fmt::format("{} in {} ({})", strong(commitments(page, Force::pledge)), pledges.size() == 1 ? "one pledge" : count_of(pledges.size(), "pledge"), join(names, "; "));
}

/// Is one of the promises, and not only some law, taken as if it stood?
bool any_promise_supposed(const PageContext& page) {
    const auto& taken = page.input.by_law().question.of.taken;
    return std::any_of(taken.begin(), taken.end(), [&](const Taken& t) {
        return std::any_of(page.input.supposed.begin(), page.input.supposed.end(), [&](const std::string& s) { return s.starts_with(t.instrument->name() + " ("); });
    });
}

std::string held_sentence(const PageContext& page) {
    const auto total = page.survey.all.total;
    std::vector<std::string> where;
    for (const auto& words : {policies_words(page), pledges_words(page)})
        if (!words.empty()) where.push_back(words);
    const bool plain_standing = page.input.by_law().question.of.notes.empty() && !any_promise_supposed(page);
    const auto& asked = page.input.by_law().question.of;
    const bool whole_corpus = asked.text == "pledge+policy" && !is_narrowed(page) && page.input.by_law().question.situation.developer.empty();
    return fmt::format("On {} {} {} {} in force{}{}{}.", in_words(page.input.on), whole_corpus ? "the corpus holds" : "this page looks at", strong(total),
                       total == 1 ? "commitment" : "commitments", plain_standing ? "" : " or asked about as if they were", where.empty() ? "" : ": ", listed(where));
}

/// Which aspects leave open what law covers in duty only.
std::string open_aspects(const PageContext& page) {
    std::vector<std::string> out;
    for (const Aspect a : all_aspects)
        if (std::any_of(page.survey.entries.begin(), page.survey.entries.end(), [&](const CommitmentEntry& e) { return e.backing == Backing::duty && e.law->worst == a; })) out.emplace_back(word(a));
    return listed(out);
}

std::size_t only_possible(const PageContext& page) {
    const auto& all = page.survey.entries;
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const CommitmentEntry& e) { return e.backing == Backing::part && e.law->verdict(Aspect::duty).finding == Finding::possible; }));
}

/// Of those without any law: on the promise alone, or not looked at. That nothing rests on the promise alone is only said where all were looked at.
std::string alone_words(const Tally& tally, const std::string& after) {
    const auto alone = tally.at(Backing::alone), unseen = tally.at(Backing::unseen);
    std::vector<std::string> out;
    if (alone > 0 || unseen == 0) out.push_back(fmt::format("{} {} on the promise alone{}", strong_or_none(alone), alone > 1 ? "rest" : "rests", after));
    if (unseen > 0) out.push_back(fmt::format("{} nobody has yet compared with the law", strong(unseen)));
    return listed(out);
}

/// The law that was looked at, by name while it is short enough for a sentence.
std::string law_words(const PageContext& page) {
    const auto& taken = page.input.by_law().question.by.taken;
    std::vector<std::string> names;
    for (const auto& t : taken) names.push_back(t.instrument->name());
    const auto where = jurisdiction_name(page.corpus, page.input.in);
    if (names.empty()) return where;
    return names.size() > 3 ? fmt::format("{}, {}", where, count_of(names.size(), "instrument")) : fmt::format("{}: {}", where, listed(names));
}

std::string cover_sentence(const PageContext& page) {
    const auto& all = page.survey.all;
    if (all.total == 0) return "There is nothing to compare with the law.";
    if (page.input.by_law().question.by.taken.empty()) return fmt::format("The corpus holds no binding law ({}) to compare them with, so that what {} rest on is not known.", law_words(page), strong("all of them"));
    const auto duty = all.at(Backing::duty), part = all.at(Backing::part), code = all.at(Backing::code), power = all.at(Backing::power), possible = only_possible(page);
    std::vector<std::string> law{fmt::format("certainly covers {} of them on every aspect", strong_or_none(all.at(Backing::law)))};
    if (duty > 0) law.push_back(fmt::format("contains the duty of {} but leaves something else open or short ({})", strong(duty), open_aspects(page)));
    if (part > 0) law.push_back(fmt::format("touches {} in part{}", strong(part), possible > 0 ? fmt::format(" ({} of these only perhaps)", strong(possible)) : ""));
    if (power > 0) law.push_back(fmt::format("has for {} only a power that an authority may use", strong(power)));
    const std::string by_code = code > 0 ? fmt::format("for {} only a code says something, to its signatories; ", strong(code)) : "";
    std::string said = law.front();
    for (std::size_t i = 1; i < law.size(); ++i) said += (i + 1 == law.size() ? ", and " : ", ") + law[i];
    return fmt::format("Binding law ({}) {}; {}{}.", law_words(page), said, by_code, alone_words(all, ""));
}

std::string resettable_words(std::size_t alone, std::size_t resettable) {
    if (alone == 0) return {};
    if (resettable == 0) return ", none of which the promiser is known to be able to amend by itself";
    if (resettable < alone) return fmt::format(", {} of which the promiser can amend by itself", strong(resettable));
    return alone == 1 ? ", which the promiser can amend by itself" : fmt::format(", {} of which the promiser can amend by itself", strong("all"));
}

std::string stopping_sentence(const PageContext& page) {
    const auto& s = page.survey.stopping;
    if (s.total == 0) return "None of them stops anything: training, release or the keeping of weights.";
    const auto after = resettable_words(s.at(Backing::alone), page.survey.stopping_resettable);
    return fmt::format("Of the {} that {} something (training, release, keeping weights), law certainly covers {}{}, and {}.", strong(s.total), s.total == 1 ? "stops" : "stop", strong_or_none(s.at(Backing::law)),
                       s.at(Backing::power) > 0 ? fmt::format(", has for {} only a power", strong(s.at(Backing::power))) : "", alone_words(s, after));
}

Data cell_data(const Tally& tally, Backing backing) {
    const double share = tally.total == 0 ? 0 : static_cast<double>(tally.at(backing)) / static_cast<double>(tally.total);
    Data cell;
    cell["count"] = std::to_string(tally.at(backing));
    cell["class"] = std::string(word(backing)) + (tally.at(backing) == 0 ? " zero" : "");
    cell["shade"] = fmt::format("{:.2f}", 0.7 * share);
    return cell;
}

Data row_data(const Tally& tally, const std::string& name, const std::string& anchor, bool stops) {
    Data row;
    row["name"] = name;
    row["anchor"] = anchor;
    row["stops"] = Data(stops);
    row["total"] = std::to_string(tally.total);
    Data cells = empty_list();
    for (const Backing b : all_backings) cells.push_back(cell_data(tally, b));
    row["cells"] = std::move(cells);
    row["bar"] = alone_bar(tally);
    row["share"] = fmt::format("{} %", percent(tally.at(Backing::alone), tally.total));
    return row;
}

}  // namespace

bool is_narrowed(const PageContext& page) {
    const auto& scope = page.input.by_law().question.of;
    std::size_t whole = 0;
    for (const auto& t : scope.taken)
        for (const NodeNo n : page.corpus.nodes_of(*t.instrument)) {
            const auto& node = page.corpus.node(n);
            whole += node.provision->kind == NodeKind::provision && node.first_version <= t.version && t.version <= node.last_version ? 1U : 0U;
        }
    return scope.provisions.size() < whole;
}

Data message_data(const PageContext& page) {
    Data out = empty_list();
    for (const auto& text : {held_sentence(page), cover_sentence(page), stopping_sentence(page)}) {
        Data sentence;
        sentence["runs"] = runs(text);
        out.push_back(sentence);
    }
    return out;
}

Data legend_data(const PageContext& page) {
    Data out = empty_list();
    for (const Backing b : all_backings) {
        Data item;
        item["swatch"] = backing_swatch(b);
        item["symbol"] = backing_symbol(b);
        item["class"] = std::string(word(b));
        item["title"] = backing_title(b);
        item["words"] = backing_words(b);
        item["count"] = std::to_string(page.survey.all.at(b));
        out.push_back(item);
    }
    return out;
}

Data heat_data(const PageContext& page) {
    Data heat, rows = empty_list();
    heat["all"] = row_data(page.survey.all, "All commitments, each once", "gaps", false);
    for (const auto& t : page.survey.themes) rows.push_back(row_data(t.tally, t.name, "theme-" + (t.id.empty() ? "none" : t.id), t.stops));
    heat["rows"] = std::move(rows);
    return heat;
}

Data chapters_data(const PageContext& page) {
    Data out = empty_list();
    // one chapter would say the same as the line for all
    if (page.survey.chapters.size() < 2) return out;
    for (const auto& c : page.survey.chapters) {
        Data row = row_data(c.tally, c.name, "", false);
        row["title"] = optional_text(c.title);
        out.push_back(row);
    }
    return out;
}

}  // namespace lacuna
