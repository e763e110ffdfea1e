#include "oversight_words.hpp"

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "text_parts.hpp"

namespace lacuna {

std::string figure_words(const IndependenceFigure& f) {
    if (f.least == f.most) return f.least ? std::to_string(*f.least) : "none";
    return fmt::format("{} to {}", f.least.value_or(0), f.most ? std::to_string(*f.most) : "?");
}

std::string hand_words(const Corpus& corpus, const Cell& cell, const Id& bearer) {
    const auto& t = cell.terms;
    std::vector<std::string> words{holders(corpus, &cell, bearer)};
    if (t.discretion) words.emplace_back(word(*t.discretion));
    if (t.reach) words.emplace_back(word(*t.reach));
    if (t.when) words.emplace_back(word(*t.when));
    if (!t.needs.empty()) words.push_back("needs " + t.needs);
    return join(words);
}

std::string power_words(const Corpus& corpus, const LegalHold& h) {
    return fmt::format("{}: {}, {}", corpus.cite(h.power.node), word(h.cell.function), hand_words(corpus, h.cell, corpus.bearer(h.power.node)));
}

std::string capture_words(const Corpus& corpus, const Pen& p) {
    if (!p.captures) return "too many capture sets to list: taken to be a statement of intent";
    if (p.captures->empty()) return "nobody: no coalition can";
    constexpr std::size_t most = 12;  // who wants more asks for JSON
    std::vector<std::string> out;
    for (const auto& c : *p.captures) {
        if (out.size() == most) {
            out.push_back(fmt::format("{} more", p.captures->size() - most));
            break;
        }
        std::vector<std::string> names;
        for (const auto& party : c) names.push_back(bearer_name(corpus, party == bearer_party ? p.bearer : party));
        out.push_back(names.empty() ? "nobody has to do anything: void from the start" : join(names, " and "));
    }
    return join(out, "; or ");
}

std::string hardening_words(const Corpus& corpus, const Hardening& h) {
    const auto& t = h.enforced.cell.terms;
    const std::string does = t.reach == Reach::penalise ? "seek a penalty" : t.reach ? fmt::format("{}", word(*t.reach)) : "act";
    std::string out = fmt::format("{} orders its addressee ({}) to keep {}, and {} {} {}{} ({}).", corpus.cite(h.duty.node), bearer_name(corpus, corpus.bearer(h.duty.node)), h.document->name(),
                                  holders(corpus, &h.enforced.cell, corpus.bearer(h.enforced.power.node)), t.discretion == Discretion::must ? "must" : "may", does, t.when == Side::after ? " after a breach" : "", corpus.cite(h.enforced.power.node));
    if (h.amends == Hand::inside) out += fmt::format(" But {} alone can still change {}, and so lower the duty first.", holders(corpus, &h.amend, corpus.bearer(h.duty.node)), h.document->name());
    else out += fmt::format(" Who can change {}: {}.", h.document->name(), holders(corpus, &h.amend, corpus.bearer(h.duty.node)));
    return out;
}

std::string written_words(const Corpus& corpus, const Transfer::Written& w) {
    const std::string document = fmt::format("{} ({})", w.document->name(), w.document->versions[static_cast<std::size_t>(w.version)].id);
    if (!w.stated) return fmt::format("nowhere in {}, for {}", document, commitments(w.rules));
    if (w.on == no_node) return fmt::format("{} as a whole, for {}", document, commitments(w.rules));
    return fmt::format("{}, {}, for {}", document, corpus.provision(w.on).cite, commitments(w.rules));
}

std::string precedent_words(const Corpus& corpus, const Precedent& p) {
    const std::string hand = p.cell.party.empty() && p.cell.formula.empty() ? plain(corpus.provision(p.power.node).summary) : hand_words(corpus, p.cell, corpus.bearer(p.power.node));
    const std::string more = p.alike == 0 ? "" : fmt::format(" (and {} more of it alike)", p.alike);
    return fmt::format("{}{}: {}{}", corpus.cite(p.power.node), more, hand, p.usable ? "" : fmt::format("{} Not usable: {}", hand.ends_with('.') ? "" : ".", p.standing));
}

std::string_view transfer_words(Function f) {
    switch (f) {
        case Function::draft: break;
        case Function::define: return "somebody outside must be able to set the threshold, or it must stand in a text that the bearer cannot change";
        case Function::evaluate: return "somebody outside must run the evaluation too";
        case Function::judge: return "somebody outside must be able to decide that the threshold is crossed";
        case Function::accept: return "somebody outside must be able to decide whether the safeguards suffice";
        case Function::verify: return "somebody outside must check that it is kept";
        case Function::amend: return "no change without the consent of somebody outside";
        case Function::enforce: return "somebody outside must be able to make it happen";
    }
    return "";
}

std::string_view rule_words(IndependenceRule rule) {
    switch (rule) {
        case IndependenceRule::strict: return "strict: whom the bearer appoints, funds, contracts or picks does not count as outside";
        case IndependenceRule::appointment: return "appointment: whom the bearer appoints does not count as outside";
        case IndependenceRule::contract: return "contract: whom the bearer contracts or funds does not count as outside";
    }
    return {};
}

std::string intent_words(const IntentCount& n) {
    std::string out = n.must == 0 ? fmt::format("None of {} can, for certain, be made void without anybody outside.", commitments(n.all))
                                  : fmt::format("{} of {} can be made void without anybody outside: {}.", n.must, commitments(n.all), n.must == 1 ? "a statement of intent, not a constraint" : "statements of intent, not constraints");
    if (n.may < n.must) out += fmt::format(" Only if those who may act choose to, {} of them cannot.", n.must - n.may);
    if (n.open > 0) out += fmt::format(" For {}{} that is not excluded, because it is not stated, or not known, who holds some function.", n.open, n.must > 0 ? " more" : "");
    return out;
}

std::string brake_words(const Corpus& corpus, const std::vector<Precedent>& brakes) {
    std::vector<std::string> out;
    for (const auto& p : brakes) out.push_back(corpus.cite(p.power.node) + (p.cell.over.empty() ? "" : fmt::format(" (over: {})", bearer_name(corpus, p.cell.over))));
    return join(out, "; ");
}

std::string commitments(std::size_t n) { return fmt::format("{} {}", n, n == 1 ? "commitment" : "commitments"); }

std::string pen_header(std::string_view title, const Corpus& corpus, const PenAnswer& answer, const TextStyle& style) {
    const auto& q = answer.by_law.question;
    std::string out = heading(title, style) + field("on", in_words(q.on) + (q.in ? ", in " + *q.in : "")) + field("of", versions_words(q.of)) + field("law", versions_words(q.by));
    if (!q.of.narrowed.empty()) out += field("only", q.of.narrowed);
    if (answer.by_law.developer) out += field("for", fmt::format("{} ({})", bearer_name(corpus, *answer.by_law.developer), answer.by_law.developer_note));
    out += field("outside", rule_words(answer.rule));
    for (const auto* scope : {&q.of, &q.by})
        for (const auto& note : scope->notes) out += field("note", note);
    return out + "\n";
}

}  // namespace lacuna
