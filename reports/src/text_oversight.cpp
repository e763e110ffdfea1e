#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lacuna/hands.hpp"
#include "lacuna/words.hpp"
#include "reports/oversight.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

constexpr std::array shown{Function::define, Function::evaluate, Function::judge, Function::accept, Function::verify, Function::amend, Function::enforce};
constexpr std::size_t few = 3;

std::string_view sign(Seat s) {
    constexpr std::array<std::string_view, 8> signs{"SELF", "self", "pick", "out", "LAW", "-", "?", ""};
    return signs[static_cast<std::size_t>(s)];
}

std::string_view rule_words(IndependenceRule rule) {
    switch (rule) {
        case IndependenceRule::strict: return "strict: whom the bearer appoints, funds, contracts or picks does not count as outside";
        case IndependenceRule::appointment: return "appointment: whom the bearer appoints does not count as outside";
        case IndependenceRule::contract: return "contract: whom the bearer contracts or funds does not count as outside";
    }
    return {};
}

/// As much of a text as fits into a line, at the end of a word.
std::string begun(const std::string& text, std::size_t width, std::size_t taken) {
    if (taken + text.size() <= width) return text;
    const auto end = taken + 1 >= width ? std::string::npos : text.rfind(' ', width - taken - 1);
    return end == std::string::npos ? "..." : text.substr(0, end) + " ...";
}

/// "0"; "0 to 2" where a holder is not stated, "0 to ?" where that leaves no bound; "none" where nobody can make it void.
std::string figure(const IndependenceFigure& f) {
    if (f.least == f.most) return f.least ? std::to_string(*f.least) : "none";
    return fmt::format("{} to {}", f.least.value_or(0), f.most ? std::to_string(*f.most) : "?");
}

std::string party_name(const Corpus& corpus, const Id& party, const Id& bearer) { return bearer_name(corpus, party == bearer_party ? bearer : party); }

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
        std::string out = fmt::format("{} of {} can be made void without anybody outside: statements of intent, not constraints.", intents(Answer::yes), count(answer_.pens.size()));
        if (const auto open = intents(Answer::undetermined); open > 0) out += fmt::format(" For {} that is not excluded, because the document does not say who holds some function.", intents(Answer::yes) > 0 ? fmt::format("{} more", open) : std::to_string(open));
        out += counted == 0 ? " Law puts no hand on any of them that counts." : fmt::format(" Law puts a hand that counts on {}.", count(counted));
        if (touched > counted) out += fmt::format(" On {} an authority has power over a part, which is not counted.", count(touched - counted));
        return wrap(out, "", "") + "\n";
    }

    std::string table() const {
        std::string out = fmt::format("  {:<9}{:>9}{:>7}{:>8}{:>8}{:>7}{:>9}{:>7}{:>7}\n", "define", "evaluate", "judge", "accept", "verify", "amend", "enforce", "must", "may");
        for (const auto& p : answer_.pens) {
            const auto cite = corpus_.cite(p.rule.node);
            out += painted(cite, "1", style_) + ": " + begun(plain(corpus_.provision(p.rule.node).summary), 76, cite.size()) + "\n";
            out += fmt::format("  {:<9}{:>9}{:>7}{:>8}{:>8}{:>7}{:>9}{:>7}{:>7}\n", sign(p.seat(shown[0])), sign(p.seat(shown[1])), sign(p.seat(shown[2])), sign(p.seat(shown[3])), sign(p.seat(shown[4])), sign(p.seat(shown[5])), sign(p.seat(shown[6])),
                               figure(p.who_must), figure(p.who_may));
        }
        return out + "\n" +
               wrap("SELF: the bearer; self: an organ of it, or who belongs to it; pick: outside, picked by the bearer; out: outside by the document's own choice; LAW: whom law has put there; -: nobody; ?: not stated; blank: does not apply. "
                    "must, may: independence, the least number of parties outside the bearer that it takes to make the commitment void, if only those act who must, and if those who may choose to; two figures where a holder is not stated.",
                    "", "") +
               "\n";
    }

    /// What touches the commitments and does not count, power by power.
    std::string partial() const {
        std::map<const Cell*, std::pair<const LegalHold*, std::size_t>> by_cell;
        for (const auto& p : answer_.pens)
            for (const auto& h : p.law)
                if (!h.counts()) ++by_cell.try_emplace(h.cell, &h, 0).first->second.second;
        std::vector<std::pair<const LegalHold*, std::size_t>> all;
        for (const auto& [_, found] : by_cell) all.push_back(found);
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return std::pair(a.first->power.node, a.first->cell->function) < std::pair(b.first->power.node, b.first->cell->function); });
        std::string out;
        for (const auto& [h, n] : all) out += wrap(fmt::format("{}, on {}. E.g. {}", power_words(*h), count(n), h->partial), "  - ", "    ");
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
    static std::string count(std::size_t n) { return fmt::format("{} {}", n, n == 1 ? "commitment" : "commitments"); }
    /// "EU AI Act, Art. 92(1)(b): evaluate, European AI Office, may, disclose, after".
    std::string power_words(const LegalHold& h) const {
        const auto& t = h.cell->terms;
        std::vector<std::string> words{std::string(word(h.cell->function)), holders(corpus_, h.cell, corpus_.bearer(h.power.node))};
        if (t.discretion) words.emplace_back(word(*t.discretion));
        if (t.reach) words.emplace_back(word(*t.reach));
        if (t.when) words.emplace_back(word(*t.when));
        if (!t.needs.empty()) words.push_back("needs " + t.needs);
        return corpus_.cite(h.power.node) + ": " + join(words);
    }

    std::string detail(const Pen& p) const {
        std::string out = heading(corpus_.cite(p.rule.node), style_) + field("ref", corpus_.ref(p.rule.node, p.rule.version)) + field("says", plain(corpus_.provision(p.rule.node).summary));
        for (const Function f : shown) out += field(word(f), fmt::format("{}{}", holders(corpus_, corpus_.cell(p.rule.node, p.rule.version, f), p.bearer), p.seat(f) == Seat::law ? ", and by law" : ""));
        for (const auto& h : p.law) out += field(h.counts() ? "law" : "law, part", power_words(h) + (h.counts() ? "" : ". Not counted: " + h.partial));
        out += field("void by", captures(p));
        return out + field("outside", fmt::format("{} if only those act who must; {} if those who may choose to", figure(p.who_must), figure(p.who_may)));
    }

    std::string captures(const Pen& p) const {
        if (!p.captures) return "too many capture sets to list: taken to be a statement of intent";
        if (p.captures->empty()) return "nobody: no coalition can";
        std::vector<std::string> out;
        for (const auto& c : *p.captures) {
            std::vector<std::string> names;
            for (const auto& party : c) names.push_back(party_name(corpus_, party, p.bearer));
            out.push_back(names.empty() ? "nobody has to do anything: void from the start" : join(names, " and "));
        }
        return join(out, "; or ");
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
    out += text.summary() + text.table();
    return out + (all || answer.pens.size() <= few ? text.details() : text.partial());
}

}  // namespace lacuna
