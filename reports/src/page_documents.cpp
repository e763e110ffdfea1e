// The documents that the page is about, and what they were read in.

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "page_parts.hpp"

namespace lacuna {

SourceList::SourceList(const PageInput& input) {
    std::vector<const Instrument*> seen;
    for (const auto& t : documents_of(input)) {
        if (std::find(seen.begin(), seen.end(), t.instrument) != seen.end()) continue;
        seen.push_back(t.instrument);
        for (const auto& s : t.instrument->sources) sources_.emplace_back(t.instrument, &s);
    }
}

std::string SourceList::label(const Instrument& in, const Id& source) const {
    const auto it = std::find_if(sources_.begin(), sources_.end(), [&](const auto& s) { return s.first == &in && s.second->id == source; });
    return it == sources_.end() ? std::string() : fmt::format("S{}", it - sources_.begin() + 1);
}

std::string jurisdiction_name(const Corpus& corpus, const std::string& id) {
    for (const auto& j : corpus.vocabulary().jurisdictions)
        if (j.id == id && !j.name.empty()) return plain(j.name);
    return id;
}

std::vector<Taken> documents_of(const PageInput& input) {
    std::vector<Taken> out;
    for (const auto* scope : {&input.by_law().question.of, &input.by_law().question.by, &input.by_code.question.by})
        for (const auto& t : scope->taken)
            if (std::none_of(out.begin(), out.end(), [&](const Taken& o) { return o.instrument == t.instrument && o.version == t.version; })) out.push_back(t);
    return out;
}

Data provenance_data(const PageContext& page, const Instrument& in, const Provenance& provenance) {
    const auto* source = page.corpus.source(in, provenance.source);
    const auto label = page.sources.label(in, provenance.source);
    Data out;
    out["label"] = optional_text(label);
    out["title"] = source == nullptr ? provenance.source : plain(source->title);
    out["url"] = optional_text(source == nullptr ? "" : followable(source->url));
    out["locator"] = optional_text(provenance.locator);
    out["grade"] = grade_words(provenance.grade.value_or(Grade::unchecked));
    return out;
}

namespace {

std::string range_words(const std::optional<DayRange>& from, const std::optional<DayRange>& until) {
    std::string out;
    if (from) out += " since " + in_words(*from);
    if (until) out += " until " + in_words(*until);
    return out;
}

std::string status_words(const Instrument& in, Day on) {
    const auto status = status_on(in, on);
    if (!status) return "no status known on that day";
    std::string out = unhyphenated(word(*status));
    for (const auto& period : in.status)
        if (period.value == *status && (!period.from || period.from->first <= on) && (!period.until || on <= period.until->last)) return out + range_words(period.from, period.until);
    return out;
}

Data text_item(const std::string& text) {
    Data out;
    out["text"] = text;
    return out;
}

Data date_lines(const Instrument& in, const Version& version) {
    Data out = empty_list();
    const auto add = [&](std::string_view what, const std::optional<DayRange>& date) {
        if (date) out.push_back(text_item(fmt::format("{}: {}", what, in_words(*date))));
    };
    add("this version published", version.published);
    add("this version stands from", version.in_force_from);
    add("in force from", in.dates.in_force_from);
    add("applies from, unless a provision says otherwise", in.dates.applies_from);
    add("enforceable from, unless a provision says otherwise", in.dates.enforceable_from);
    return out;
}

/// What is said about its effect, and who says so; several may disagree.
Data assertion_lines(const PageContext& page, const Instrument& in) {
    Data out = empty_list();
    for (const auto& a : in.assertions) {
        const auto label = page.sources.label(in, a.provenance.source);
        out.push_back(text_item(fmt::format("{}: {}{}", capital(bearer_name(page.corpus, a.by)), plain(a.summary), label.empty() ? "" : " [" + label + "]")));
    }
    return out;
}

std::string signatory_words(const PageContext& page, const Instrument& in) {
    std::vector<std::string> names;
    for (const auto& a : in.adoptions) {
        const Day on = page.input.on;
        if ((a.from && on < a.from->first) || (a.until && a.until->last < on)) continue;
        names.push_back(bearer_name(page.corpus, a.party) + (a.only.empty() ? "" : " (in part)"));
    }
    return names.empty() ? std::string() : count_of(names.size(), "signatory") + ": " + join(names);
}

Provenance version_provenance(const Instrument& in, const Version& v) {
    Provenance out = v.provenance;
    if (out.source.empty()) out.source = in.provenance.source;
    if (!out.grade) out.grade = in.provenance.grade;
    return out;
}

Data document_data(const PageContext& page, const Taken& taken) {
    const auto& in = *taken.instrument;
    const auto& version = in.versions[static_cast<std::size_t>(taken.version)];
    Data out;
    out["name"] = in.name();
    out["title"] = plain(in.title) == in.name() ? Data(false) : Data(plain(in.title));
    out["ref"] = in.id + "@" + version.id;
    out["label"] = optional_text(version.label);
    out["force"] = std::string(word(in.force));
    out["status"] = status_words(in, page.input.on);
    out["dates"] = date_lines(in, version);
    out["asserted"] = assertion_lines(page, in);
    out["signatories"] = optional_text(signatory_words(page, in));
    out["source"] = provenance_data(page, in, version_provenance(in, version));
    return out;
}

Data source_data(const Source& source, const std::string& label) {
    Data out;
    out["label"] = label;
    out["title"] = plain(source.title);
    out["url"] = optional_text(followable(source.url));
    out["archive"] = optional_text(followable(source.archive));
    out["seen"] = source.seen ? Data(in_words(*source.seen)) : Data(false);
    out["sha256"] = optional_text(source.sha256);
    return out;
}

}  // namespace

Data documents_data(const PageContext& page) {
    Data out = empty_list();
    for (const auto& t : documents_of(page.input)) out.push_back(document_data(page, t));
    return out;
}

Data sources_data(const PageContext& page) {
    Data out = empty_list();
    for (const auto& [in, source] : page.sources.all()) out.push_back(source_data(*source, page.sources.label(*in, source->id)));
    return out;
}

}  // namespace lacuna
