// What would make the promises constraints: the functions that must move, with precedents; parties whose failure alone takes promises down.

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "oversight_words.hpp"
#include "page_parts.hpp"
#include "page_picture.hpp"

namespace lacuna {
namespace {

constexpr std::size_t few = 3;

template <class T>
std::vector<std::string> function_words(const T& functions) {
    std::vector<std::string> out;
    for (const Function f : functions) out.emplace_back(word(f));
    return out;
}

class RemedyPicture {
public:
    explicit RemedyPicture(const PageContext& page) : corpus_(page.corpus), answer_(page.input.pen), remedy_(remedy_of(page.corpus, answer_)) {}

    Data run() const {
        if (answer_.pens.empty()) return Data(false);
        Data out, transfers = empty_list();
        for (const auto& t : remedy_.transfers) transfers.push_back(transfer(t));
        out["remedy_lead"] = runs(lead());
        out["transfers"] = std::move(transfers);
        out["compute"] = compute();
        Data points = points_data();
        out["any_points"] = Data(points.is_non_empty_list());
        out["points"] = std::move(points);
        return out;
    }

private:
    std::string lead() const {
        const auto held = remedy_.constraints;
        if (remedy_.transfers.empty()) return "None of the commitments can be made void without somebody outside the bearer: nothing has to move.";
        std::vector<std::string> names;
        for (const auto& t : remedy_.transfers) names.emplace_back(word(t.function));
        std::string out = fmt::format("To turn {} into constraints, {} must not stay in the bearer's hands alone: {}. No smaller set does, since each of these alone is enough to make a commitment void.", strong(commitments(answer_.pens.size() - held)),
                                      strong(count_of(names.size(), "function")), listed(names));
        if (held > 0) out += fmt::format(" {} already {} so.", strong(commitments(held)), held == 1 ? "is" : "are");
        return out;
    }

    Data transfer(const Transfer& t) const {
        Data out;
        out["function"] = capital(std::string(word(t.function)));
        out["change"] = sentence(std::string(transfer_words(t.function)));
        out["bar"] = failure_bar(t.rules.size(), answer_.pens.size(), false);
        out["for"] = commitments(t.rules.size()) + (t.stopping.empty() ? "" : fmt::format(", {} of which {} something", t.stopping.size(), t.stopping.size() == 1 ? "stops" : "stop"));
        out["only_may"] = Data(!t.even_if_who_may_acts);
        std::vector<std::string> written;
        for (const auto& w : t.written) written.push_back(written_words(corpus_, w));
        put_some(out, "written", written, few, written.size() == few + 1 ? "1 more place" : fmt::format("{} more places", written.size() - std::min(few, written.size())));
        const bool stopping = t.function == Function::enforce && !t.stopping.empty();
        out["stopping"] = stopping ? examples(t.stopping_precedents, "No law in the corpus, of any place, lets anybody stop or order it.") : Data(false);
        out["by_law"] = examples(t.precedents, "No law in the corpus, of any place, does this.");
        return out;
    }

    /// The first few in sight, the others to be opened.
    static void put_some(Data& out, const std::string& name, const std::vector<std::string>& all, std::size_t shown, const std::string& more) {
        const auto cut = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), shown));
        out[name] = texts({all.begin(), cut});
        out[name + "_more"] = cut == all.end() ? Data(false) : Data(more);
        out[name + "_rest"] = texts({cut, all.end()});
    }

    /// Provisions that put the same hand there, on one line: "SB 53, § 1107.1(a); SB 53, § 1107.1(b): Superior Court, …".
    struct Line {
        const Instrument* instrument = nullptr;
        std::string cites, says;
        std::size_t provisions = 0;
        bool usable = false;
    };
    std::vector<Line> lines(const std::vector<Precedent>& all) const {
        std::vector<Line> out;
        for (const auto& p : all) {
            const auto cite = corpus_.cite(p.power.node);
            const auto says = precedent_words(corpus_, p).substr(cite.size());
            const auto* in = corpus_.node(p.power.node).instrument;
            auto known = std::find_if(out.begin(), out.end(), [&](const Line& l) { return l.instrument == in && l.says == says && l.usable == p.usable; });
            if (known == out.end()) known = out.insert(out.end(), {in, "", says, 0, p.usable});
            known->cites += (known->cites.empty() ? "" : "; ") + cite;
            ++known->provisions;
        }
        std::stable_partition(out.begin(), out.end(), [](const Line& l) { return l.usable; });
        return out;
    }

    /// Only what can be used on the day is in sight.
    Data examples(const std::vector<Precedent>& all, const std::string& none) const {
        Data out;
        std::vector<std::string> words;
        std::size_t usable = 0, sighted = 0, unseen = 0;
        for (const auto& l : lines(all)) {
            words.push_back(sentence(l.cites + l.says));
            usable += l.usable ? l.provisions : 0;
            if (l.usable && sighted < few) ++sighted;
            else unseen += l.provisions;
        }
        out["count"] = all.empty() ? none : fmt::format("{} in law; {} can be used on this date.", count_of(all.size(), "provision"), usable == 0 ? "none" : std::to_string(usable));
        put_some(out, "example", words, sighted, sighted == 0 ? "Which they are, and where they stand" : fmt::format("{} more", count_of(unseen, "provision")));
        return out;
    }

    Data compute() const {
        if (remedy_.on_compute.empty()) return Data(false);
        Data out = examples(remedy_.compute, "No law in the corpus, of any place, deals with computing power.");
        const auto n = remedy_.on_compute.size();
        out["compute_words"] = fmt::format("{} {} on computing power, by what is measured or because training is to stop. Who controls it can make such a promise hold from outside.", commitments(n), n == 1 ? "turns" : "turn");
        return out;
    }

    Data points_data() const {
        Data out = empty_list();
        for (const auto& p : single_points(corpus_, answer_)) {
            std::vector<Function> by;
            for (const auto& [_, functions] : p.rules) by.insert(by.end(), functions.begin(), functions.end());
            std::sort(by.begin(), by.end());
            by.erase(std::unique(by.begin(), by.end()), by.end());
            Data item;
            item["party"] = bearer_name(corpus_, p.party);
            item["outside"] = Data(p.outside);
            item["bar"] = failure_bar(p.rules.size(), answer_.pens.size(), p.outside);
            item["fails"] = fmt::format("{} of {}", p.rules.size(), answer_.pens.size());
            item["by"] = listed(function_words(by));
            out.push_back(item);
        }
        return out;
    }

    const Corpus& corpus_;
    const PenAnswer& answer_;
    PortfolioRemedy remedy_;
};

}  // namespace

Data remedy_data(const PageContext& page) { return RemedyPicture(page).run(); }

}  // namespace lacuna
