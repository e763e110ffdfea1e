#include "text_duties.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "text_cites.hpp"

namespace lacuna {
namespace {

using Duties = std::vector<const DutyAnswer*>;

/// Groups by what `key` says, in the order in which a key first comes.
template <class Key>
std::vector<std::pair<Key, Duties>> grouped(const Duties& duties, const std::function<Key(const DutyAnswer&)>& key) {
    std::vector<std::pair<Key, Duties>> out;
    for (const auto* d : duties) {
        const Key k = key(*d);
        auto it = std::find_if(out.begin(), out.end(), [&](const auto& g) { return g.first == k; });
        if (it == out.end()) it = out.insert(out.end(), {k, {}});
        it->second.push_back(d);
    }
    return out;
}

std::vector<EssentialFact> shared_facts(const Duties& duties) {
    auto out = duties.front()->open;
    for (const auto* d : duties)
        std::erase_if(out, [&](const EssentialFact& f) { return std::find(d->open.begin(), d->open.end(), f) == d->open.end(); });
    return out;
}

std::vector<EssentialFact> without(std::vector<EssentialFact> facts, const std::vector<EssentialFact>& shared) {
    std::erase_if(facts, [&](const EssentialFact& f) { return std::find(shared.begin(), shared.end(), f) != shared.end(); });
    return facts;
}

std::string capital(std::string s) {
    if (!s.empty() && s[0] >= 'a' && s[0] <= 'z') s[0] = static_cast<char>(s[0] - 'a' + 'A');
    return s;
}

class Section {
public:
    Section(const Corpus& corpus, bool all) : corpus_(corpus), all_(all) {}

    std::string run(const Duties& duties) {
        const auto shared = shared_facts(duties);
        if (!shared.empty()) out_ += wrap(fmt::format("{} on: {}", duties.size() == 1 ? "It turns" : "All of them turn", in_facts(shared)), "    ", "      ");
        common_standing(duties);
        const auto by_facts = grouped<std::vector<EssentialFact>>(duties, [&](const DutyAnswer& d) { return without(d.open, shared); });
        for (const auto& [facts, some] : by_facts) {
            if (!facts.empty()) out_ += wrap((shared.empty() ? "Turning on: " : "Turning besides on: ") + in_facts(facts), "    ", "      ");
            else if (by_facts.size() > 1) out_ += "    Turning on nothing else:\n";
            for (const auto& [head, same] : grouped<std::string>(some, [&](const DutyAnswer& d) { return standing_words(d); })) block(head, same);
        }
        return std::move(out_);
    }

private:
    /// What is the same for the whole section stands at its top, and nowhere else.
    void common_standing(const Duties& duties) {
        const auto time = time_words(*duties.front()), enforced = enforcement(duties.front()->enforcement);
        same_time_ = std::all_of(duties.begin(), duties.end(), [&](const DutyAnswer* d) { return time_words(*d) == time; });
        same_enforcement_ = duties.front()->answer != Applicability::no && std::all_of(duties.begin(), duties.end(), [&](const DutyAnswer* d) { return enforcement(d->enforcement) == enforced; });
        if (same_time_ && !time.empty()) out_ += wrap(capital(time) + (same_enforcement_ ? "; " + enforced : ""), "    ", "      ");
        else if (same_enforcement_) out_ += wrap(capital(enforced), "    ", "      ");
    }

    void block(const std::string& head, const Duties& duties) {
        if (!head.empty()) out_ += wrap(capital(head) + ":", "    ", "    ");
        if (all_) {
            for (const auto* d : duties) item({d});
            return;
        }
        for (const auto& [key, same] : grouped<std::pair<NodeNo, std::string>>(duties, [&](const DutyAnswer& d) { return std::pair(article(d), manner(d)); })) article_items(same);
    }

    /// An article in one item; a few parts without their whole say more by themselves.
    void article_items(const Duties& duties) {
        const bool whole = std::any_of(duties.begin(), duties.end(), [&](const DutyAnswer* d) { return d->provision.node == article(*d); });
        if (whole || duties.size() > 3) return item(duties);
        for (const auto* d : duties) item({d});
    }

    /// The provision of which this one is a part, as far up as there are provisions; headings stay out.
    NodeNo article(const DutyAnswer& d) const {
        NodeNo n = d.provision.node;
        while (corpus_.node(n).parent != no_node && corpus_.provision(corpus_.node(n).parent).kind == NodeKind::provision) n = corpus_.node(n).parent;
        return n;
    }

    /// Modality, what it waits for, and a presumption: duties that differ in one of these are never said in one breath.
    std::string manner(const DutyAnswer& d) const {
        const auto& p = corpus_.provision(d.provision.node);
        std::string out = p.modality && *p.modality != Modality::must ? fmt::format(" ({})", word(*p.modality)) : "";
        out += '\n' + when(d);
        if (d.answer == Applicability::later && d.holds.holding == Holding::presumed) out += "\n*";
        return out;
    }

    std::string when(const DutyAnswer& d) const {
        if (d.events.empty()) return {};
        const auto trigger = corpus_.trigger(d.provision.node);
        return d.events.size() == 1 || !trigger ? event_words(corpus_, d.events.front()) : in_words(corpus_, *trigger);
    }

    void item(const Duties& duties) {
        const auto& first = *duties.front();
        const NodeNo root = article(first);
        std::vector<std::string> cites;
        bool whole = duties.size() == 1;
        for (const auto* d : duties) {
            cites.push_back(corpus_.provision(d->provision.node).cite);
            whole = whole || d->provision.node == root;
        }
        const auto& said = corpus_.provision(duties.size() == 1 ? first.provision.node : root);
        const auto how = manner(first);
        // a whole that is not among them still says what its parts are about
        const std::string about = whole || plain(said.summary).empty() ? ": " : fmt::format(", parts of {}: ", said.cite);
        out_ += wrap(cites_together(corpus_.provision(root).cite, cites) + how.substr(0, how.find('\n')) + about + plain(said.summary), "    - ", "      ");
        if (const auto w = when(first); !w.empty()) out_ += wrap("when: " + w, "      ", "        ");
        if (how.ends_with('*')) out_ += "      on a presumption that can be rebutted\n";
        for (const auto* d : duties)
            for (const auto& c : d->clocks) clock(c, duties.size() == 1 ? "" : corpus_.provision(d->provision.node).cite + ", ");
    }

    /// What the section has not already said of its dates and enforcement.
    std::string standing_words(const DutyAnswer& d) const {
        if (d.answer == Applicability::no) return {};
        std::vector<std::string> out;
        if (auto time = time_words(d); !same_time_ && !time.empty()) out.push_back(std::move(time));
        if (!same_enforcement_) out.push_back(enforcement(d.enforcement));
        return join(out, "; ");
    }

    static std::string time_words(const DutyAnswer& d) {
        if (d.answer == Applicability::no) return {};
        std::vector<std::string> out;
        if (d.since) out.push_back("since " + in_words(*d.since));
        if (d.from) out.push_back("from " + in_words(*d.from));
        if (d.answer == Applicability::undetermined || (d.answer == Applicability::later && !d.from)) out.push_back(d.time);
        return join(out, "; ");
    }

    std::string enforcement(const Enforcement& e) const {
        std::vector<std::pair<Id, std::vector<std::string>>> by;
        for (const auto& b : e.by) {
            auto who = std::find_if(by.begin(), by.end(), [&](const auto& x) { return x.first == b.party; });
            if (who == by.end()) who = by.insert(by.end(), {b.party, {}});
            const auto& cite = corpus_.provision(b.sanction).cite;
            if (std::find(who->second.begin(), who->second.end(), cite) == who->second.end()) who->second.push_back(cite);
        }
        std::vector<std::string> names;
        for (const auto& [party, cites] : by) names.push_back(fmt::format("{} ({})", bearer_name(corpus_, party), join(cites)));
        const std::string who = names.empty() ? "" : " by " + join(names);
        switch (e.now) {
            case Answer::yes: return "enforceable" + who;
            case Answer::undetermined: return fmt::format("open whether enforceable{}: {}", who, e.reason.empty() ? "it turns on the same facts" : e.reason);
            case Answer::no: break;
        }
        if (e.by.empty()) return "not enforceable: " + e.reason;
        return fmt::format("not yet enforceable{}{}", who, e.from ? ", from " + in_words(*e.from) : e.reason.empty() ? "" : ": " + e.reason);
    }

    void clock(const ClockAnswer& c, const std::string& of) {
        if (c.due.idle) return;
        const auto limit = safe_limit(c.due, c.clock->kind);
        std::string words = of + in_words(corpus_, *c.clock);
        const auto day = [&](std::string_view how, const std::string& said) {
            if (!words.ends_with(said)) words += fmt::format(" -> {}{}", how, said);
        };
        if (limit) day("", in_words(*limit));
        else if (c.due.latest) day("at the latest ", in_words(*c.due.latest));
        else if (c.due.earliest) day("not before ", in_words(*c.due.earliest));
        out_ += wrap(words, "      ", "        ");
    }

    const Corpus& corpus_;
    bool all_, same_time_ = false, same_enforcement_ = false;
    std::string out_;
};

}  // namespace

std::string in_facts(const std::vector<EssentialFact>& facts) {
    std::vector<std::string> words;
    for (const auto& e : facts) words.push_back(fmt::format("{} [{}]", e.words, e.fact));
    return join(words, "; ");
}

std::string duties_text(const Corpus& corpus, const Regime& regime, Applicability answer, bool all) {
    Duties duties;
    for (const auto& d : regime.duties)
        if (d.answer == answer) duties.push_back(&d);
    return duties.empty() ? std::string() : Section(corpus, all).run(duties);
}

std::string sanctions_text(const Corpus& corpus, const Regime& regime) {
    std::vector<std::string> lines;
    for (const auto& d : regime.duties)
        for (const auto& b : d.enforcement.by) {
            if (b.condition.empty()) continue;
            const auto line = wrap(fmt::format("{}, {}: only if {}", corpus.provision(b.sanction).cite, bearer_name(corpus, b.party), b.condition), "    - ", "      ");
            if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
        }
    return lines.empty() ? std::string() : "  sanctions with a condition besides the breach\n" + join(lines, "");
}

}  // namespace lacuna
