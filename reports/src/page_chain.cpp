// The mappings that a verdict rests on, said in words.

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "page_parts.hpp"

namespace lacuna {
namespace {

std::string relation_words(const std::string& source, const std::string& target, StatedRelation relation) {
    switch (relation) {
        case StatedRelation::equal_to: return fmt::format("{} asks the same as {}", source, target);
        case StatedRelation::superset_of: return fmt::format("{} contains everything that {} asks", source, target);
        case StatedRelation::subset_of: return fmt::format("{} is contained in what {} asks", source, target);
        case StatedRelation::intersects_with: return fmt::format("{} shares something with {}", source, target);
        case StatedRelation::no_relationship: break;
    }
    return fmt::format("{} was compared with {} and shares nothing with it", source, target);
}

std::string step_sentence(const PageContext& page, const Step& step) {
    const std::string from = cites(page.corpus, page.crosswalk.members(step.from)), to = cites(page.corpus, page.crosswalk.members(step.to));
    switch (step.kind) {
        case StepKind::contains: return fmt::format("{} contains its part {}.", from, to);
        case StepKind::part_of: return fmt::format("{} is a part of {}.", from, to);
        case StepKind::set_of: return fmt::format("{} includes {}.", from, to);
        case StepKind::member_of: return fmt::format("{} is included in {}.", from, to);
        case StepKind::all_parts: return fmt::format("So is every other part of {}, each by a chain of its own, and its parts are all there is.", to);
        case StepKind::filed: return fmt::format("{} asks that the document in which {} stands be kept: it is filed under it.", from, to);
        case StepKind::mapping: break;
    }
    const auto words = step.reversed ? relation_words(to, from, step.mapping->relation) : relation_words(from, to, step.mapping->relation);
    return words + (step.set->relates == Relates::whole ? " (whole norms were compared)." : ".");
}

/// What a reader must know of a mapping whose ends are not the texts that stand on the day.
std::string pin_words(const PageContext& page, const Mapping& mapping) {
    const auto& row = page.mappings.at(&mapping);
    std::vector<std::string> why;
    for (const auto& e : row.ends)
        if (!e.reason.empty()) why.push_back(e.end->ref + " " + e.reason);
    if (why.empty()) return {};
    std::string state = unhyphenated(word(row.state));
    if (unsettled(row.state)) std::transform(state.begin(), state.end(), state.begin(), [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); });
    return state + ": " + join(why, "; ");
}

std::string authorship_words(const Authorship& who) {
    std::vector<std::string> out{who.author.empty() ? "no author stated" : "by " + who.author};
    if (who.method) out.push_back(fmt::format("method: {}", word(*who.method)));
    if (who.date) out.push_back(in_words(*who.date));
    out.push_back(fmt::format("status: {}", who.status ? word(*who.status) : "not stated"));
    out.push_back(who.reviewer.empty() ? "no second reviewer" : "reviewed by " + who.reviewer);
    if (who.confidence) out.push_back(fmt::format("confidence: {}", word(*who.confidence)));
    return join(out);
}

Data lines(const std::vector<std::string>& texts) {
    Data out = empty_list();
    for (const auto& text : texts) {
        Data line;
        line["text"] = text;
        out.push_back(line);
    }
    return out;
}

Data mapping_data(const PageContext& page, const Step& step) {
    const auto& m = *step.mapping;
    std::vector<std::string> because, qualifiers;
    for (const auto& r : m.rationale) because.push_back(r.value);
    for (const auto& q : m.qualifiers) qualifiers.push_back(fmt::format("{}: {}", word(q.kind), q.value));
    for (const auto& e : m.evidence) qualifiers.push_back("evidence: " + join(e.value.empty() ? std::vector{e.url} : e.url.empty() ? std::vector{e.value} : std::vector{e.value, e.url}));
    Data out;
    out["name"] = step.set->id + "/" + m.id;
    out["strength"] = m.strength ? fmt::format("strength {} of 10", *m.strength) : std::string("no strength stated");
    out["authorship"] = authorship_words(authorship_of(*step.set, m));
    out["because"] = lines(because);
    out["qualifiers"] = lines(qualifiers);
    out["pin"] = optional_text(pin_words(page, m));
    return out;
}

Data chain_data(const PageContext& page, const Chain& chain) {
    Data out, steps = empty_list();
    for (const auto& step : chain.steps) {
        Data item;
        item["words"] = step_sentence(page, step);
        item["mapping"] = step.mapping == nullptr ? Data(false) : mapping_data(page, step);
        steps.push_back(item);
    }
    out["steps"] = std::move(steps);
    return out;
}

std::string ids(const std::vector<Stated>& mappings) {
    std::vector<std::string> out;
    for (const auto& m : mappings) out.push_back(m.id());
    return listed(out);
}

/// What withdrawing a mapping would do to the verdict.
std::string fragility(const PageContext& page, const Gap& gap) {
    const auto& nearest = gap.candidates.front();
    const auto& link = nearest.link;
    if (link.contradictory()) return "These chains contradict one another: some mapping in them is mistaken.";
    const auto rests_on = link.statements();
    if (rests_on.empty()) return "No mapping is needed: both belong to the same text.";
    std::string out = link.one_chain_decides() ? "" : "What these chains leave possible together is the verdict. ";
    if (link.by_any_chain) out += "Any chain was counted here: nothing of this follows. ";
    if (verdict(link.mask) > Cover::at_least_partly) return out + fmt::format("The verdict rests on {}.", count_of(rests_on.size(), "mapping"));
    const auto alone = falls_with(page.crosswalk, page.input.by_law().question, gap, nearest);
    if (alone.empty()) return out + "It does not fall with any one mapping: without any single one the others say the same.";
    return out + fmt::format("It would be weaker without {}{}.", alone.size() == 1 ? "the mapping " : "any one of these mappings: ", ids(alone));
}

}  // namespace

Data judged_data(const PageContext& page, const Gap& gap) {
    Data out, deciding = empty_list(), others = empty_list();
    out["fragility"] = Data(false);
    out["others_title"] = Data(false);
    if (!gap.candidates.empty()) {
        const auto& link = gap.candidates.front().link;
        const auto first = link.deciding();
        for (const auto* chain : first) deciding.push_back(chain_data(page, *chain));
        const std::size_t more = link.chains.size() - first.size();
        for (std::size_t i = first.size(); i < link.chains.size(); ++i) others.push_back(chain_data(page, link.chains[i]));
        if (more > 0) out["others_title"] = fmt::format("{}, which {} less", count_of(more, "other chain"), more == 1 ? "says" : "say");
        out["fragility"] = fragility(page, gap);
    }
    out["deciding"] = std::move(deciding);
    out["others"] = std::move(others);
    return out;
}

}  // namespace lacuna
