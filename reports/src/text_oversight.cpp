#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lacuna/hands.hpp"
#include "lacuna/words.hpp"
#include "oversight_words.hpp"
#include "reports/oversight.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

constexpr std::size_t few = 3;

std::string_view sign(Seat s) {
    constexpr std::array<std::string_view, 8> signs{"SELF", "self", "pick", "out", "LAW", "-", "?", ""};
    return signs[static_cast<std::size_t>(s)];
}

/// As much of a text as fits into a line, at the end of a word.
std::string begun(const std::string& text, std::size_t width, std::size_t taken) {
    if (taken + text.size() <= width) return text;
    const auto end = taken + 1 >= width ? std::string::npos : text.rfind(' ', width - taken - 1);
    return end == std::string::npos ? "..." : text.substr(0, end) + " ...";
}

class OversightText {
public:
    OversightText(const Corpus& corpus, const PenAnswer& answer, const TextStyle& style) : corpus_(corpus), answer_(answer), style_(style) {}

    std::string header() const {
        const auto& q = answer_.by_law.question;
        std::string out = heading("lacuna oversight", style_) + field("on", in_words(q.on) + (q.in ? ", in " + *q.in : ""));
        out += field("of", versions_words(q.of)) + field("law", versions_words(q.by));
        if (!q.of.narrowed.empty()) out += field("only", q.of.narrowed);
        if (answer_.by_law.developer) out += field("for", fmt::format("{} ({})", bearer_name(corpus_, *answer_.by_law.developer), answer_.by_law.developer_note));
        out += field("outside", rule_words(answer_.rule));
        for (const auto* scope : {&q.of, &q.by})
            for (const auto& note : scope->notes) out += field("note", note);
        return out + "\n";
    }

    std::string summary() const {
        const auto intents = [&](Answer a) { return count_if([a](const Pen& p) { return p.statement_of_intent() == a; }); };
        const auto counted = count_if([](const Pen& p) { return !p.law.empty() && p.law.front().counts(); });
        const auto touched = count_if([](const Pen& p) { return !p.law.empty(); });
        std::string out = fmt::format("{} of {} can be made void without anybody outside: statements of intent, not constraints.", intents(Answer::yes), commitments(answer_.pens.size()));
        if (const auto open = intents(Answer::undetermined); open > 0) out += fmt::format(" For {} that is not excluded, because the document does not say who holds some function.", intents(Answer::yes) > 0 ? fmt::format("{} more", open) : std::to_string(open));
        out += counted == 0 ? " Law puts no hand on any of them that counts." : fmt::format(" Law puts a hand that counts on {}.", commitments(counted));
        if (touched > counted) out += fmt::format(" On {} an authority has power over a part, which is not counted.", commitments(touched - counted));
        return wrap(out, "", "") + "\n";
    }

    /// What a law that orders a lab to keep its own document changes, and what it does not, to be quoted.
    std::string hardening() const {
        std::string out;
        for (const auto& h : hardenings(corpus_, answer_)) out += wrap(hardening_words(corpus_, h), "", "") + "\n";
        return out;
    }

    std::string table() const {
        std::string out = fmt::format("  {:<9}{:>9}{:>7}{:>8}{:>8}{:>7}{:>9}{:>7}{:>7}\n", "define", "evaluate", "judge", "accept", "verify", "amend", "enforce", "must", "may");
        for (const auto& p : answer_.pens) {
            const auto cite = corpus_.cite(p.rule.node);
            out += painted(cite, "1", style_) + ": " + begun(plain(corpus_.provision(p.rule.node).summary), 76, cite.size()) + "\n";
            out += fmt::format("  {:<9}{:>9}{:>7}{:>8}{:>8}{:>7}{:>9}{:>7}{:>7}\n", sign(p.seat(shown_functions[0])), sign(p.seat(shown_functions[1])), sign(p.seat(shown_functions[2])), sign(p.seat(shown_functions[3])), sign(p.seat(shown_functions[4])), sign(p.seat(shown_functions[5])), sign(p.seat(shown_functions[6])),
                               figure_words(p.who_must), figure_words(p.who_may));
        }
        return out + "\n" +
               wrap("SELF: the bearer; self: an organ of it, or who belongs to it; pick: outside, picked by the bearer; out: outside by the document's own choice; LAW: whom law has put there; -: nobody; ?: not stated; blank: does not apply. "
                    "must, may: independence, the least number of parties outside the bearer that it takes to make the commitment void, if only those act who must, and if those who may choose to; two figures where a holder is not stated.",
                    "", "") +
               "\n";
    }

    /// What touches the commitments and does not count, power by power.
    std::string partial() const {
        std::map<std::string, std::pair<const LegalHold*, std::size_t>> by_cell;
        for (const auto& p : answer_.pens)
            for (const auto& h : p.law)
                if (!h.counts()) ++by_cell.try_emplace(power_words(corpus_, h), &h, 0).first->second.second;
        std::vector<std::pair<const LegalHold*, std::size_t>> all;
        for (const auto& [_, found] : by_cell) all.push_back(found);
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return std::pair(a.first->power.node, a.first->cell.function) < std::pair(b.first->power.node, b.first->cell.function); });
        std::string out;
        for (const auto& [h, n] : all) out += wrap(fmt::format("{}, on {}. E.g. {}", power_words(corpus_, *h), commitments(n), h->partial), "  - ", "    ");
        return out.empty() ? out : heading("Power over a part, not counted", style_) + out + "\n";
    }

    std::string details() const {
        std::string out;
        for (const auto& p : answer_.pens) out += detail(p) + "\n";
        return out;
    }

private:
    template <class Is>
    std::size_t count_if(const Is& is) const {
        return static_cast<std::size_t>(std::count_if(answer_.pens.begin(), answer_.pens.end(), is));
    }
    std::string detail(const Pen& p) const {
        std::string out = heading(corpus_.cite(p.rule.node), style_) + field("ref", corpus_.ref(p.rule.node, p.rule.version)) + field("says", plain(corpus_.provision(p.rule.node).summary));
        for (const Function f : shown_functions) out += field(word(f), fmt::format("{}{}", holders(corpus_, corpus_.cell(p.rule.node, p.rule.version, f), p.bearer), p.seat(f) == Seat::law ? ", and by law" : ""));
        for (const auto& h : p.law) out += field(h.counts() ? "law" : "law, part", power_words(corpus_, h) + (h.counts() ? "" : ". Not counted: " + h.partial));
        out += field("void by", capture_words(corpus_, p));
        return out + field("outside", fmt::format("{} if only those act who must; {} if those who may choose to", figure_words(p.who_must), figure_words(p.who_may)));
    }

    const Corpus& corpus_;
    const PenAnswer& answer_;
    const TextStyle& style_;
};

}  // namespace

std::string oversight_text(const Corpus& corpus, const PenAnswer& answer, bool all, const TextStyle& style) {
    const OversightText text(corpus, answer, style);
    std::string out = text.header();
    if (answer.pens.empty()) return out + wrap("No obligation or prohibition was asked about.", "", "");
    out += text.summary() + text.hardening() + text.table();
    return out + (all || answer.pens.size() <= few ? text.details() : text.partial());
}

}  // namespace lacuna
