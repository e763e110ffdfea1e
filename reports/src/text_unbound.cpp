#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "reports/unbound.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

class UnboundText {
public:
    UnboundText(const Corpus& corpus, const UnboundAnswer& answer, bool all, const TextStyle& style) : corpus_(corpus), answer_(answer), all_(all), style_(style) {}

    std::string run() const {
        const auto& q = answer_.question;
        std::string out = heading("lacuna unbound", style_) + field("on", in_words(q.on) + (q.in ? ", in " + *q.in : ""));
        if (!answer_.state_run.empty()) out += field("state-run", names(answer_.state_run) + " (controlled by a government, as far as the corpus knows)");
        out += "\n";
        for (const auto& r : answer_.regimes) out += regime(r) + "\n";
        return out + wrap("Developers are those of the corpus, with their models on file; what nobody has said about a model is open, which is never the same as not reached. 'Presumed' can be rebutted; 'later' is by the dates of the law itself.", "", "");
    }

private:
    std::string names(const std::vector<Id>& ids) const {
        std::vector<std::string> out;
        for (const auto& id : ids) out.push_back(bearer_name(corpus_, id));
        return join(out);
    }
    std::string subject(const Subject& s) const { return bearer_name(corpus_, s.developer) + (s.model == nullptr ? "" : ", " + s.model->model); }

    std::string regime(const UnboundRegime& r) const {
        std::string out = heading(fmt::format("{} ({})", r.instrument->name(), r.instrument->versions[static_cast<std::size_t>(r.version)].id), style_);
        const std::string of_what = r.instrument->force == Force::binding ? "Developers and models on file" : "Developers";
        std::string counts;
        for (const auto reached : all_values<Reached>())
            if (const auto n = r.count(reached); n > 0) counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", spelled(word(reached)), n);
        out += wrap(fmt::format("{}: {} ({}).", of_what, r.rows.size(), counts), "  ", "  ");
        for (const Reached reached : {Reached::no, Reached::open, Reached::later, Reached::presumed, Reached::yes}) out += rows(r, reached);
        for (const auto& e : r.exemptions) out += wrap(fmt::format("out of its reach: {} ({})", plain(corpus_.provision(e.node).summary), corpus_.provision(e.node).cite), "  - ", "    ");
        return out;
    }

    /// Who is reached, or left out, for the same reason is named together; of whom nothing is known only counted.
    std::string rows(const UnboundRegime& r, Reached reached) const {
        struct Group {
            std::string why;
            std::vector<std::string> who;
            std::size_t unnamed = 0;
        };
        std::vector<Group> groups;
        for (const auto& row : r.rows) {
            if (row.reached != reached || (!all_ && (reached == Reached::yes || reached == Reached::later) && row.why.empty())) continue;
            std::string why = fmt::format("{}{}", spelled(word(row.reached)), row.why.empty() ? "" : ": " + row.why);
            if (row.from) why += ", from " + in_words(*row.from);
            auto known = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.why == why; });
            if (known == groups.end()) known = groups.insert(groups.end(), {why, {}, 0});
            if (!all_ && reached == Reached::open && row.subject.model == nullptr) ++known->unnamed;
            else known->who.push_back(subject(row.subject));
        }
        std::string out;
        for (auto& g : groups) {
            if (g.unnamed > 0) g.who.push_back(fmt::format("{} of whose models nothing is on file (--all names {})", g.unnamed == 1 ? "1 developer" : fmt::format("{} developers", g.unnamed), g.unnamed == 1 ? "it" : "them"));
            out += wrap(fmt::format("{}: {}", g.why, join(g.who, "; ")), "  - ", "    ");
        }
        return out;
    }

    const Corpus& corpus_;
    const UnboundAnswer& answer_;
    bool all_;
    const TextStyle& style_;
};

}  // namespace

std::string unbound_text(const Corpus& corpus, const UnboundAnswer& answer, bool all, const TextStyle& style) { return UnboundText(corpus, answer, all, style).run(); }

}  // namespace lacuna
