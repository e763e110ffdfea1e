#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "text_together_parts.hpp"

namespace lacuna {
namespace {

std::string ask_words(Answer both) {
    switch (both) {
        case Answer::yes: return "both ask on this date";
        case Answer::no: return "not both ask on this date";
        case Answer::undetermined: break;
    }
    return "whether both ask on this date is open";
}

std::string side(const Corpus& corpus, std::string_view name, const std::vector<ConflictEnd>& ends) {
    std::string out;
    for (const auto& e : ends) {
        const auto& p = corpus.provision(e.at.node);
        out += field(&e == &ends.front() ? name : "with", fmt::format("{} ({}): {}", cite_and_ref(corpus, e.at), spelled(word(p.norm)), plain(p.summary)));
        if (e.other_wording) out += field("", "the mapping was made for another wording of it");
        if (!e.in_scope) out += field("", "not among the regimes asked about");
        if (e.standing.applies != Answer::yes) out += field("date", e.standing.reason);
    }
    return out;
}

std::string who_words(const Conflict& c) {
    const auto who = authorship_of(*c.set, *c.mapping);
    std::string out = fmt::format("{}/{}: by {}", c.set->id, c.mapping->id, who.author.empty() ? "nobody named" : who.author);
    if (!who.reviewer.empty()) out += ", reviewed by " + who.reviewer;
    if (who.date) out += ", " + to_string(*who.date);
    if (who.status) out += fmt::format(", {}", word(*who.status));
    return out + (c.unsettled ? ", unsettled: disputed, or made for another wording" : "");
}

std::string conflict(const Corpus& corpus, const Conflict& c, const TextStyle& style) {
    const bool breaks = c.qualifier->kind == QualifierKind::breaks;
    std::string out = painted(breaks ? "BREAKS" : "HINDERS", breaks ? "1;31" : "33", style) + "  " + ask_words(c.both_ask) + "\n";
    out += side(corpus, "one", c.sources) + side(corpus, "other", c.targets);
    return out + field("said", "\"" + c.qualifier->value + "\"") + field("by", who_words(c)) + "\n";
}

std::string look(const Corpus& corpus, const TogetherAnswer& answer, const Look& l, const TextStyle& style) {
    const auto line = [&](std::string_view name, std::size_t d) {
        const auto& p = corpus.provision(answer.duties[d].at.node);
        return field(name, fmt::format("{} ({}): {}", cite_and_ref(corpus, answer.duties[d].at), word(p.norm), plain(p.summary)));
    };
    std::string out = painted("LOOK", "33", style) + "  " + ask_words(l.both_ask) + "\n";
    for (const auto b : l.by) out += line(b == l.by.front() ? "one" : "with", b);
    out += line("other", l.meeting_of);
    std::vector<std::string> ids;
    for (const auto& s : l.link.chains.front().steps)
        if (s.mapping != nullptr) ids.push_back(s.set->id + "/" + s.mapping->id);
    out += field("relation", fmt::format("{}, by {}", to_string(l.link.mask), ids.empty() ? "containment" : join(ids, ", then ")));
    return out;
}

}  // namespace

std::string together_conflicts(const Corpus& corpus, const TogetherAnswer& answer, const TextStyle& style) {
    std::string out;
    if (answer.conflicts.empty()) out += wrap("No mapping between the provisions asked about says that meeting one breaks or hinders another. Where nobody has looked, that says nothing.", "", "") + "\n";
    else out += heading("Meeting one stands in the way of another, as the mappings say", style);
    for (const auto& c : answer.conflicts) out += conflict(corpus, c, style);
    if (answer.looks.empty()) return out;
    out += heading("To be looked at: one commands and the other forbids", style);
    out += wrap("The mappings say that these duties are equal, or one within the other. If both were read as what must be done or left undone, they ask the same; if only the act was compared, doing the one is what the other forbids. Until somebody has looked, neither saves an action.", "", "") + "\n";
    for (const auto& l : answer.looks) out += look(corpus, answer, l, style) + "\n";
    return out;
}

}  // namespace lacuna
