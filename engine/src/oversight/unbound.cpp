#include "lacuna/unbound.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lacuna/hands.hpp"
#include "lacuna/survey.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

/// What one duty's answer says of the regime.
Reached reached_by(Applicability a) {
    switch (a) {
        case Applicability::applies:
        case Applicability::on_event: return Reached::yes;
        case Applicability::presumed: return Reached::presumed;
        case Applicability::later: return Reached::later;
        case Applicability::undetermined: return Reached::open;
        case Applicability::no: break;
    }
    return Reached::no;
}

/// A duty that some developers have, and others not: one on everybody reaches nobody in particular.
bool for_developers(const Corpus& corpus, NodeNo n) {
    const Id& who = corpus.bearer(n);
    return is_duty(corpus.provision(n)) && who != "developer" && corpus.party(who) == nullptr && corpus.within(who, "developer");
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
        return is_alive(in);
    }
    bool is_alive(const Instrument& in) const {
        const auto status = status_on(in, on());
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
            if (10 * n >= 9 * duties) out.exemptions.push_back({exemption, *version, false});
        if (in.force == Force::binding)
            by_law(in, out.rows);
        else
            for (const auto& lab : labs_) out.rows.push_back(by_signature(in, *version, lab));
        answer_.regimes.push_back(std::move(out));
    }

    static Situation situation_of(const Subject& s) {
        Situation out = s.model == nullptr ? Situation{} : *s.model;
        out.developer = s.developer;
        return out;
    }

    /// All subjects under one law. Those of which nothing is on file, and who are in no class by record, are asked about once.
    void by_law(const Instrument& in, std::vector<UnboundRow>& rows) const {
        std::optional<UnboundRow> unknown;
        for (const auto& lab : labs_) {
            std::vector<Subject> of_lab;
            for (const auto& s : subjects_)
                if (s.developer == lab) of_lab.push_back(s);
            const bool plain = of_lab.size() == 1 && of_lab.front().model == nullptr && !is_on_record(lab);
            if (plain && unknown) {
                rows.push_back(*unknown);
                rows.back().subject = of_lab.front();
                continue;
            }
            for (auto& row : by_law(in, of_lab)) rows.push_back(std::move(row));
            if (plain) unknown = rows.back();
        }
    }
    bool is_on_record(const Id& lab) const {
        for (const auto& file : corpus_.data().party_files)
            for (const auto& p : file.parties)
                if (!p.classes.empty() && is_below(corpus_, p.id, lab, on())) return true;
        return false;
    }

    SurveyAnswer asked(const Instrument& in, std::vector<SurveyModel> models) const { return survey(corpus_, {std::move(models), on(), on(), on(), std::nullopt, {&in}}); }

    std::vector<UnboundRow> by_law(const Instrument& in, const std::vector<Subject>& subjects) const {
        std::vector<SurveyModel> models;
        for (const auto& s : subjects) models.push_back({"", situation_of(s)});
        const auto answer = asked(in, models);
        std::vector<UnboundRow> out;
        for (std::size_t i = 0; i < subjects.size(); ++i) {
            UnboundRow row{subjects[i], Reached::no, 0, {}, {}, {}};
            read(answer, i, row);
            if (row.reached == Reached::open) row.why = open(answer, i);
            if (row.reached == Reached::later) row.from = first_day(in);
            if (row.reached == Reached::no) because(in, models[i].situation, row);
            out.push_back(std::move(row));
        }
        return out;
    }
    void read(const SurveyAnswer& answer, std::size_t model, UnboundRow& row) const {
        for (const auto& d : answer.duties) {
            const auto a = answer.duty(model, d.node, on());
            if (!a || !for_developers(corpus_, d.node)) continue;
            const Reached reached = reached_by(*a);
            row.reached = std::min(row.reached, reached);
            row.duties += reached <= Reached::later ? 1U : 0U;
        }
    }
    /// The classes in which it is not known to be.
    std::string open(const SurveyAnswer& answer, std::size_t model) const {
        std::vector<std::string> classes;
        for (std::size_t c = 0; c < answer.columns.size(); ++c) {
            const auto w = answer.of(model).on_day[c];
            if (answer.columns[c].in_class.empty() || (w != SurveyWord::undetermined && w != SurveyWord::unknown)) continue;
            if (auto name = bearer_name(corpus_, answer.columns[c].in_class); std::find(classes.begin(), classes.end(), name) == classes.end()) classes.push_back(std::move(name));
        }
        return classes.empty() ? "not settled by what is known" : "not known to be, or not to be: " + join(classes, "; ");
    }
    std::optional<Day> first_day(const Instrument& in) const {
        std::optional<Day> out;
        for (const NodeNo n : corpus_.nodes_of(in)) {
            if (!for_developers(corpus_, n)) continue;
            const auto standing = time_standing(corpus_, n, corpus_.node(n).last_version, on());
            if (standing.first_day && (!out || *standing.first_day < *out)) out = standing.first_day;
        }
        return out;
    }

    /// "Training compute of the model: 3.3e24..3e25FLOP".
    std::string fact_words(const Known& k) const {
        const auto& facts = corpus_.vocabulary().facts;
        const auto it = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.id == k.name; });
        const auto text = to_fact(k);
        return it == facts.end() || text.find('=') == std::string::npos ? text : plain(it->name) + ": " + text.substr(text.find('=') + 1);
    }

    /// The facts each of which alone takes it out: without it, nothing excludes the duties any more.
    void because(const Instrument& in, const Situation& whole, UnboundRow& out) const {
        std::vector<SurveyModel> without;
        for (std::size_t i = 0; i < whole.facts.size(); ++i) {
            without.push_back({"", whole});
            auto& facts = without.back().situation.facts;
            facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(i));
        }
        Situation nothing;
        nothing.developer = whole.developer;
        without.push_back({"", std::move(nothing)});
        const auto answer = asked(in, without);
        const auto excluded = [&](std::size_t model) {
            UnboundRow row{{}, Reached::no, 0, {}, {}, {}};
            read(answer, model, row);
            return row.reached == Reached::no;
        };
        std::vector<std::string> words;
        for (std::size_t i = 0; i < whole.facts.size(); ++i) {
            if (excluded(i)) continue;
            const auto kind = kind_of(corpus_, whole.facts[i].name);
            if (std::find(out.because.begin(), out.because.end(), kind) == out.because.end()) out.because.push_back(kind);
            words.push_back(fact_words(whole.facts[i]));
        }
        const bool by_facts = !excluded(whole.facts.size());
        if (words.empty()) out.because = {by_facts ? NotBecause::facts : NotBecause::not_in_force};
        out.why = !words.empty() ? "because of " + join(words, "; ") : by_facts ? "because of several of the known facts together" : "it asks nothing of any developer on this date";
    }

    UnboundRow by_signature(const Instrument& in, int version, const Id& lab) const {
        UnboundRow out{{lab, nullptr}, Reached::no, 0, {}, {}, {}};
        if (!is_alive(in)) {
            out.because = {NotBecause::not_in_force};
            out.why = fmt::format("{} on this date", status_on(in, on()) ? std::string("it is ") + std::string(word(*status_on(in, on()))) : "it has no status");
            return out;
        }
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
        // a part that is not in the corpus cannot be counted, so what was signed is read off the signature
        if (out.duties > 0 && (out.duties < all || signed_in_part(in, lab))) {
            out.because = {NotBecause::adopted_in_part};
            out.why = out.duties < all ? fmt::format("signed in part: {} of {} duties", out.duties, all) : "signed in part: the rest is not in the corpus";
        }
        if (out.reached == Reached::open) out.why = "a parent or a subsidiary has signed, or the day is not known exactly";
        if (out.reached == Reached::no) {
            out.because = {NotBecause::not_adopted};
            out.why = "has not signed, as far as the corpus knows";
        }
        return out;
    }

    bool signed_in_part(const Instrument& in, const Id& lab) const {
        const auto is_its = [&](const Adoption& a) { return within_period(a.from, a.until, on()) == Answer::yes && is_part_of(corpus_, lab, a.party, on()); };
        return std::none_of(in.adoptions.begin(), in.adoptions.end(), [&](const Adoption& a) { return is_its(a) && a.only.empty(); });
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
