// One commitment of the table of hands: its seats, its two figures, and in words who exactly, who can make it void, and which law touches it.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "oversight_words.hpp"
#include "page_parts.hpp"
#include "page_picture.hpp"

namespace lacuna {
namespace {

class PenRow {
public:
    PenRow(const PageContext& page, const Pen& pen) : corpus_(page.corpus), pen_(pen), gap_(anchor_of(page.corpus, pen.rule)) {}

    Data run() const {
        Data out;
        out["row_anchor"] = "pen" + gap_.substr(gap_.find('-'));
        out["gap_anchor"] = gap_;
        out["rule_cite"] = corpus_.cite(pen_.rule.node);
        out["rule_says"] = plain(corpus_.provision(pen_.rule.node).summary);
        out["cells"] = cells();
        out["must"] = figure(pen_.who_must);
        out["may"] = figure(pen_.who_may);
        out["intent"] = Data(pen_.statement_of_intent(Acting::who_must) == Answer::yes);
        out["holders"] = holders_data();
        out["void_by"] = sentence(capture_words(corpus_, pen_));
        out["taken_so"] = Data(std::any_of(shown_functions.begin(), shown_functions.end(), [&](Function f) { return pen_.seat(f) == Seat::unknown; }));
        out["law_counts"] = counted();
        out["any_law_counts"] = Data(out.get("law_counts")->is_non_empty_list());
        out["law_parts"] = parts();
        out["any_law_parts"] = Data(out.get("law_parts")->is_non_empty_list());
        return out;
    }

private:
    Data cells() const {
        Data out = empty_list();
        for (const Function f : shown_functions) {
            Data cell;
            cell["seat"] = std::string(word(pen_.seat(f)));
            cell["glyph"] = seat_glyph(pen_.seat(f));
            cell["seat_word"] = seat_title(pen_.seat(f));
            out.push_back(cell);
        }
        return out;
    }

    static Data figure(const IndependenceFigure& f) {
        Data out;
        out["figure"] = figure_words(f);
        out["nobody_needed"] = Data(f.most == 0U);
        return out;
    }

    Data holders_data() const {
        Data out = empty_list();
        for (const Function f : shown_functions) {
            Data item;
            item["function"] = capital(std::string(word(f)));
            item["who"] = holder_words(f);
            out.push_back(item);
        }
        return out;
    }

    /// What the document says, and where that does not settle whose hands it is in, what does.
    std::string holder_words(Function f) const {
        const Cell* cell = corpus_.cell(pen_.rule.node, pen_.rule.version, f);
        const auto stated = cell == nullptr ? std::string("not stated") : hand_words(corpus_, *cell, pen_.bearer);
        const bool names = cell != nullptr && !cell->state;
        switch (pen_.seat(f)) {
            case Seat::law: return fmt::format("by the document: {}; and by law: {}", stated, listed(by_law(f)));
            case Seat::nobody: return names ? fmt::format("nobody: by the document {}, but that hand does not reach this bearer", stated) : stated;
            case Seat::unknown: return names ? fmt::format("not known: by the document {}, but whether that hand reaches this bearer is open", stated) : stated;
            default: return stated;
        }
    }
    std::vector<std::string> by_law(Function f) const {
        std::vector<std::string> out;
        for (const auto& h : pen_.law) {
            const auto who = holders(corpus_, &h.cell, corpus_.bearer(h.power.node));
            if (h.counts() && h.cell.function == f && std::find(out.begin(), out.end(), who) == out.end()) out.push_back(who);
        }
        return out;
    }

    Data counted() const {
        std::vector<std::string> out;
        for (const auto& h : pen_.law)
            if (h.counts()) out.push_back(power_words(corpus_, h) + (h.hardening ? ". It reaches this commitment because the document is filed under the law" : ""));
        return texts(out);
    }

    /// Each reason once, in the order in which it is met, with the powers that it goes for.
    Data parts() const {
        std::vector<std::pair<std::string, std::vector<std::string>>> reasons;
        for (const auto& h : pen_.law) {
            if (h.counts()) continue;
            auto known = std::find_if(reasons.begin(), reasons.end(), [&](const auto& r) { return r.first == h.partial; });
            if (known == reasons.end()) known = reasons.insert(reasons.end(), {h.partial, {}});
            known->second.push_back(power_words(corpus_, h));
        }
        Data out = empty_list();
        for (const auto& [reason, powers] : reasons) {
            Data item;
            item["not_counted"] = sentence(reason);
            item["powers"] = texts(powers);
            out.push_back(item);
        }
        return out;
    }

    const Corpus& corpus_;
    const Pen& pen_;
    std::string gap_;
};

}  // namespace

Data pen_row_data(const PageContext& page, const Pen& pen) { return PenRow(page, pen).run(); }

}  // namespace lacuna
