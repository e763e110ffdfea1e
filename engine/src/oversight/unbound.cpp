#include "lacuna/unbound.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lacuna/hands.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

bool asks(Applicability a) { return a == Applicability::applies || a == Applicability::presumed || a == Applicability::on_event; }

bool for_developers(const Corpus& corpus, NodeNo n) {
    const Id& who = corpus.bearer(n);
    return is_duty(corpus.provision(n)) && corpus.party(who) == nullptr && (corpus.within(who, "developer") || corpus.within(who, "anyone"));
}

/// Which kind of reason it is that a fact takes somebody out.
NotBecause kind_of(const Corpus& corpus, const Id& fact) {
    if (fact == "markets") return NotBecause::outside_jurisdiction;
    const auto& facts = corpus.vocabulary().facts;
    const auto it = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.id == fact; });
    return it != facts.end() && it->kind == FactKind::quantity ? NotBecause::below_threshold : NotBecause::facts;
}

class Finder {
public:
    Finder(const Corpus& corpus, const UnboundQuestion& question) : corpus_(corpus), answer_{question, {}, {}} {
        for (const auto& file : corpus.data().party_files)
            for (const auto& p : file.parties)
                if (p.kind == "lab" && (question.labs.empty() || std::find(question.labs.begin(), question.labs.end(), p.id) != question.labs.end())) subjects_of(p.id);
    }

    UnboundAnswer run() {
        for (const auto& in : corpus_.data().instruments)
            if (is_asked(in)) regime(in);
        return std::move(answer_);
    }

private:
    Day on() const { return answer_.question.on; }

    void subjects_of(const Id& lab) {
        labs_.push_back(lab);
        if (is_state_run(lab)) answer_.state_run.push_back(lab);
        const auto before = subjects_.size();
        for (const auto& s : corpus_.data().situations)
            if (s.developer == lab) subjects_.push_back({lab, &s});
        if (subjects_.size() == before) subjects_.push_back({lab, nullptr});
    }
    bool is_state_run(const Id& lab) const {
        for (const auto& file : corpus_.data().party_files)
            for (const auto& p : file.parties)
                if (p.kind == "government" && is_below(corpus_, lab, p.id, on())) return true;
        return false;
    }

    bool is_asked(const Instrument& in) const {
        const auto& q = answer_.question;
        if (!q.of.empty()) return std::find(q.of.begin(), q.of.end(), &in) != q.of.end();
        if (in.force != Force::binding && in.force != Force::code && in.force != Force::pledge) return false;
        if (q.in && !corpus_.inside_jurisdiction(*q.in, in.jurisdiction)) return false;
        const auto status = status_on(in, q.on);
        return status == Status::in_force || status == Status::adopted;
    }

    void regime(const Instrument& in) {
        const auto version = version_asked(in, on());
        if (!version) return;
        UnboundRegime out{&in, *version, {}, {}};
        std::size_t duties = 0;
        std::map<NodeNo, std::size_t> taken_out;
        for (const NodeNo n : corpus_.nodes_of(in)) {
            const auto& node = corpus_.node(n);
            if (node.first_version > *version || *version > node.last_version || !for_developers(corpus_, n)) continue;
            ++duties;
            for (const NodeNo e : corpus_.exemptions(n)) ++taken_out[e];
        }
        if (duties == 0) return;
        for (const auto& [exemption, n] : taken_out)
            if (2 * n >= duties) out.exemptions.push_back({exemption, *version, false});
        if (in.force == Force::binding)
            for (const auto& s : subjects_) out.rows.push_back(by_law(in, s));
        else
            for (const auto& lab : labs_) out.rows.push_back(by_signature(in, *version, lab));
        answer_.regimes.push_back(std::move(out));
    }

    AppliesAnswer asked(const Instrument& in, Situation situation) const { return applies(corpus_, {std::move(situation), on(), std::nullopt, {&in}}); }
    static Situation situation_of(const Subject& s) {
        Situation out = s.model == nullptr ? Situation{} : *s.model;
        out.developer = s.developer;
        return out;
    }

    UnboundRow by_law(const Instrument& in, const Subject& s) const {
        UnboundRow out{s, Reached::no, 0, {}, {}, {}};
        const auto answer = asked(in, situation_of(s));
        for (const auto& r : answer.regimes) read(r, out);
        if (out.reached == Reached::open) open(answer, out);
        if (out.reached == Reached::no) because(in, s, out);
        return out;
    }
    void read(const Regime& r, UnboundRow& out) const {
        for (const auto& d : r.duties) {
            if (!for_developers(corpus_, d.provision.node)) continue;
            const Reached reached = asks(d.answer) ? Reached::yes : d.answer == Applicability::later ? Reached::later : d.answer == Applicability::undetermined ? Reached::open : Reached::no;
            if (reached == Reached::later && d.from && (!out.from || *d.from < *out.from)) out.from = d.from;
            out.reached = std::min(out.reached, reached);
            out.duties += asks(d.answer) || d.answer == Applicability::later ? 1U : 0U;
        }
    }
    static void open(const AppliesAnswer& answer, UnboundRow& out) {
        std::vector<std::string> on;
        for (const auto& [fact, duties] : answer.open)
            if (on.size() < 2) on.push_back(fact.words);
        out.why = on.empty() ? "not settled by what is known" : "not settled; it turns on " + join(on, "; ");
    }

    /// The facts each of which alone takes it out: without it, nothing excludes the duties any more.
    void because(const Instrument& in, const Subject& s, UnboundRow& out) const {
        const auto whole = situation_of(s);
        std::vector<std::string> words;
        for (std::size_t i = 0; i < whole.facts.size(); ++i) {
            Situation without = whole;
            without.facts.erase(without.facts.begin() + static_cast<std::ptrdiff_t>(i));
            if (excludes(in, without)) continue;
            const auto kind = kind_of(corpus_, whole.facts[i].name);
            if (std::find(out.because.begin(), out.because.end(), kind) == out.because.end()) out.because.push_back(kind);
            words.push_back(to_fact(whole.facts[i]));
        }
        if (!words.empty()) {
            out.why = "because of " + join(words, "; ");
        } else if (!whole.facts.empty() && !excludes(in, Situation{{}, s.developer, {}, {}, {}, {}, {}})) {
            out.because = {NotBecause::facts};
            out.why = "because of several of the known facts together";
        } else {
            out.because = {NotBecause::not_in_force};
            out.why = "it asks nothing of any developer on this date";
        }
    }
    bool excludes(const Instrument& in, const Situation& situation) const {
        UnboundRow row{{}, Reached::no, 0, {}, {}, {}};
        for (const auto& r : asked(in, situation).regimes) read(r, row);
        return row.reached == Reached::no;
    }

    UnboundRow by_signature(const Instrument& in, int version, const Id& lab) const {
        UnboundRow out{{lab, nullptr}, Reached::no, 0, {}, {}, {}};
        std::size_t all = 0, open = 0;
        for (const NodeNo n : corpus_.nodes_of(in)) {
            const auto& node = corpus_.node(n);
            if (node.first_version > version || version > node.last_version || !for_developers(corpus_, n)) continue;
            ++all;
            const auto has = has_signed(corpus_, n, lab, on());
            out.duties += has == Answer::yes ? 1U : 0U;
            open += has == Answer::undetermined ? 1U : 0U;
        }
        if (out.duties > 0) out.reached = Reached::yes;
        else if (open > 0) out.reached = Reached::open;
        if (out.duties > 0 && out.duties < all) {
            out.because = {NotBecause::adopted_in_part};
            out.why = fmt::format("signed in part: {} of {} duties", out.duties, all);
        }
        if (out.reached == Reached::open) out.why = "a parent or a subsidiary has signed, or the day is not known exactly";
        if (out.reached == Reached::no) {
            out.because = {NotBecause::not_adopted};
            out.why = "has not signed, as far as the corpus knows";
        }
        return out;
    }

    const Corpus& corpus_;
    UnboundAnswer answer_;
    std::vector<Id> labs_;
    std::vector<Subject> subjects_;
};

}  // namespace

std::size_t UnboundRegime::count(Reached r) const {
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](const UnboundRow& row) { return row.reached == r; }));
}

UnboundAnswer unbound(const Corpus& corpus, const UnboundQuestion& question) { return Finder(corpus, question).run(); }

}  // namespace lacuna
