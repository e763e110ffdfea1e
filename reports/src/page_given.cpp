// The box at the top: what was taken as fact, and what was only supposed.

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "page_parts.hpp"

namespace lacuna {
namespace {

template <class T>
std::optional<std::string> named(const std::vector<T>& items, const Id& id) {
    const auto it = std::find_if(items.begin(), items.end(), [&](const T& x) { return x.id == id; });
    return it == items.end() ? std::nullopt : std::optional(plain(it->name));
}

/// What the fact is about, in the words of the vocabulary.
std::string subject(const Corpus& corpus, const Known& k) {
    const auto& v = corpus.vocabulary();
    std::string out = named(v.facts, k.name).value_or(named(v.events, k.name).value_or(named(v.classes, k.name).value_or(unhyphenated(k.name))));
    if (k.year) out += fmt::format(", {}", *k.year);
    return out;
}

std::string bounds(const Interval& i, const std::string& unit) {
    const std::string after = unit.empty() ? "" : " " + unit;
    if (!i.low && !i.high) return "unknown";
    if (!i.low) return fmt::format("{} {}{}", i.high_open ? "less than" : "at most", i.high->pretty(), after);
    if (!i.high) return fmt::format("{} {}{}", i.low_open ? "more than" : "at least", i.low->pretty(), after);
    if (*i.low == *i.high) return i.low->pretty() + after;
    return fmt::format("{}{} to {}{}{}", i.low_open ? "more than " : "", i.low->pretty(), i.high_open ? "less than " : "", i.high->pretty(), after);
}

/// The value alone; a rounded figure shows the interval that it stands for.
std::string value_words(const Known& k) {
    if (k.kind == KnownKind::quantity) return bounds(interval_of(k), k.unit);
    const auto said = to_fact(k);
    const auto at = said.find('=');
    return at == std::string::npos ? said : said.substr(at + 1);
}

Data source_data(const Situation& situation, const Known& k) {
    const auto it = std::find_if(situation.sources.begin(), situation.sources.end(), [&](const Source& s) { return s.id == k.provenance.source; });
    if (k.provenance.source.empty() || it == situation.sources.end()) return Data(false);
    Data out;
    out["title"] = plain(it->title);
    const auto url = followable(it->url);
    out["url"] = url.empty() ? Data(false) : Data(url);
    out["locator"] = k.provenance.locator.empty() ? Data(false) : Data(k.provenance.locator);
    return out;
}

Data fact_data(const Corpus& corpus, const Situation& situation, const Known& k) {
    Data out, notes = empty_list();
    out["subject"] = subject(corpus, k);
    out["id"] = to_fact(k);
    out["value"] = value_words(k);
    out["grade"] = k.provenance.grade ? "checked: " + grade_words(*k.provenance.grade) : std::string("stated with the question, not checked");
    out["source"] = source_data(situation, k);
    for (const auto& n : k.note) {
        Data item;
        item["text"] = n.value;
        notes.push_back(item);
    }
    out["notes"] = std::move(notes);
    return out;
}

Data sentences(const std::vector<std::string>& lines) {
    Data out = empty_list();
    for (const auto& l : lines) {
        Data item;
        item["text"] = sentence(l);
        out.push_back(item);
    }
    return out;
}

}  // namespace

Data given_data(const PageContext& page) {
    const auto& s = page.input.by_law().question.situation;
    const auto& supposed = page.input.supposed;
    if (s.facts.empty() && supposed.empty()) return Data(false);
    Data out, facts = empty_list();
    for (const auto& k : s.facts) facts.push_back(fact_data(page.corpus, s, k));
    out["title"] = s.facts.empty() ? "Supposed for this report" : supposed.empty() ? "Facts assumed for this report" : "Facts assumed for this report, and what is only supposed";
    out["model"] = s.model.empty() ? Data(false) : Data(s.developer.empty() ? s.model : fmt::format("{}, a model of {}", s.model, bearer_name(page.corpus, s.developer)));
    out["any_facts"] = Data(!s.facts.empty());
    out["facts"] = std::move(facts);
    out["any_supposed"] = Data(!supposed.empty());
    out["supposed"] = sentences(supposed);
    std::vector<std::string> notes;
    for (const auto& n : s.note) notes.push_back(n.value);
    out["notes"] = sentences(notes);
    return out;
}

}  // namespace lacuna
