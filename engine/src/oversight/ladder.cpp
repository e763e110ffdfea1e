#include "lacuna/ladder.hpp"

#include <algorithm>

#include "lacuna/contradiction.hpp"
#include "lacuna/hands.hpp"

namespace lacuna {
namespace {

/// What keeps a candidate from asking it surely is that its time has not come.
bool only_time_lacks(const Candidate& c, const std::optional<AspectVerdict>& why) {
    return why && c.verdict(Aspect::time).finding != Finding::covered && why->reason == c.verdict(Aspect::time).reason;
}

/// Looks at one place on one day.
class Look {
public:
    Look(const Corpus& corpus, const Crosswalk& crosswalk, const std::vector<Stated>& disputed, const LadderQuestion& question, const std::string& place, Day on, std::vector<std::string>& notes)
        : corpus_(corpus), notes_(notes), place_(place), on_(on), law_scope_(scope({std::string(word(Force::binding))})), code_scope_(scope({std::string(word(Force::code))})) {
        Question q;
        q.of = promised(question.of);
        q.by = law_scope_;
        q.in = place;
        q.situation = question.situation;
        q.on = on;
        q.rows = question.rows;
        law_ = assess(corpus, crosswalk, q, disputed);
        if (!code_scope_.provisions.empty()) {
            q.by = code_scope_;
            code_ = assess(corpus, crosswalk, q, disputed);
        }
        triggers_ = std::make_unique<Triggers>(corpus, law_.question.situation, on);
        for (const auto& p : precedents(corpus, Function::enforce, true, on))
            if (p.usable && corpus.inside_jurisdiction(place, corpus.node(p.power.node).instrument->jurisdiction)) brakes_.push_back(p);
    }

    LadderCell cell(const Id& theme) {
        LadderCell out;
        const auto* known = corpus_.theme(theme);
        out.stops = known != nullptr && known->stops;
        if (out.stops)
            for (const auto& p : brakes_)
                if (has(p.power.node, theme)) (guards_developers(p.power.node) ? out.brakes : out.brakes_without_duty).push_back(p);
        for (std::size_t i = 0; i < law_.targets.size(); ++i)
            if (has(law_.targets[i].target.node, theme) && is_made(law_.targets[i].target.node)) out.promises.push_back(promise(law_.targets[i], i < code_.targets.size() ? &code_.targets[i] : nullptr));
        for (const auto* scope : {&law_scope_, &code_scope_})
            for (const auto& p : scope->provisions)
                if (has(p.node, theme) && is_for_developers(p.node)) out.own.push_back(own(p));
        out.texts_missing = promises_missing_;
        for (const auto& s : out.promises) {
            if (!out.lowest || s.rung < *out.lowest) out.lowest = s.rung;
            if (!out.highest || s.rung > *out.highest) out.highest = s.rung;
        }
        return out;
    }

    const std::optional<Id>& developer() const { return law_.developer; }

    /// Every theme of what is promised.
    void themes(std::vector<Id>& out) const {
        for (const auto& t : law_.targets)
            if (is_made(t.target.node))
                for (const auto& theme : corpus_.themes(t.target.node))
                    if (std::find(out.begin(), out.end(), theme) == out.end()) out.push_back(theme);
    }

private:
    /// What the documents of the question cover; the law's own texts are another matter.
    Scope promised(const std::vector<std::string>& refs) {
        texts_missing_ = false;
        auto out = scope(refs);
        promises_missing_ = texts_missing_;
        return out;
    }
    Scope scope(const std::vector<std::string>& refs) {
        Scope out;
        for (const auto& ref : refs) {
            std::vector<Problem> found;
            auto one = resolve(corpus_, {ref}, on_, place_, found);
            for (const auto& p : found) note(p);
            out.taken.insert(out.taken.end(), one.taken.begin(), one.taken.end());
            out.provisions.insert(out.provisions.end(), one.provisions.begin(), one.provisions.end());
            out.text += (out.text.empty() ? "" : "+") + one.text;
        }
        std::sort(out.provisions.begin(), out.provisions.end());
        out.provisions.erase(std::unique(out.provisions.begin(), out.provisions.end()), out.provisions.end());
        return out;
    }
    /// Nothing in force is an answer; a text that is not held is something to be told.
    void note(const Problem& p) {
        if (p.code == "nothing-in-force") return;
        if (p.code == "not-encoded") texts_missing_ = true;
        auto words = to_string(on_) + ": " + p.what;
        if (std::find(notes_.begin(), notes_.end(), words) == notes_.end()) notes_.push_back(std::move(words));
    }

    bool has(NodeNo n, const Id& theme) const {
        const auto& themes = corpus_.themes(n);
        return std::find(themes.begin(), themes.end(), theme) != themes.end();
    }
    /// A pledge is a promise of those who signed it.
    bool is_made(NodeNo n) const { return !law_.developer || has_signed(corpus_, n, *law_.developer, on_) != Answer::no; }
    bool guards_developers(NodeNo power) const {
        const auto& guards = corpus_.provision(power).guards;
        return is_duty(corpus_.provision(power)) || std::any_of(guards.begin(), guards.end(), [&](const RefText& g) {
            const auto duty = corpus_.referred(g.ref, power);
            if (!duty) return false;
            if (corpus_.provision(*duty).kind == NodeKind::provision) return is_for_developers(*duty);
            const auto inside = corpus_.subtree(*duty, corpus_.node(*duty).last_version);
            return std::any_of(inside.begin(), inside.end(), [&](NodeNo n) { return corpus_.provision(n).kind == NodeKind::provision && is_for_developers(n); });
        });
    }
    bool is_for_developers(NodeNo n) const {
        const auto& p = corpus_.provision(n);
        const Id& who = corpus_.bearer(n);
        return is_duty(p) && p.modality != Modality::recommends && p.modality != Modality::may && corpus_.party(who) == nullptr && (corpus_.within(who, "developer") || corpus_.within(who, "anyone"));
    }

    Rung rung_of(const Candidate& c) {
        const bool all = std::all_of(c.sources.begin(), c.sources.end(), [&](const Pinned& s) { return enforceable(corpus_, s.node, s.version, on_, triggers_.get()) == Answer::yes; });
        return all ? Rung::enforceable : Rung::binding;
    }

    Standing promise(const Gap& by_law, const Gap* by_code) {
        Standing out{by_law.target, by_law.rung, {}, false, {}};
        // what does not stand is no promise, whatever else asks the same
        if (time_standing(corpus_, out.norm.node, out.norm.version, on_).applies != Answer::yes) {
            out.rung = Rung::nothing;
            return out;
        }
        if (by_code != nullptr)
            for (const auto& c : by_code->candidates)
                if (!not_surely_asked(corpus_, c) && out.rung < Rung::code) lift(out, Rung::code, c);
        for (const auto& c : by_law.candidates) {
            const auto why = not_surely_asked(corpus_, c);
            if (!why) {
                if (const Rung r = rung_of(c); r > out.rung) lift(out, r, c);
            } else if (only_time_lacks(c, why)) {
                to_come(out, c.sources.front());
            }
        }
        return out;
    }
    static void lift(Standing& s, Rung to, const Candidate& c) {
        s.rung = to;
        s.by = c.sources.front();
        const auto& steps = c.link.chains.front().steps;
        s.by_filing = !steps.empty() && steps.front().kind == StepKind::filed;
    }
    /// Law to come, if it lifts higher than anything does now.
    void to_come(Standing& s, const Pinned& by) const {
        const auto standing = time_standing(corpus_, by.node, by.version, on_, triggers_.get());
        if (!standing.to_come || s.rung >= Rung::binding) return;
        const auto sanctions = corpus_.sanctions(by.node);
        const bool punished = std::any_of(sanctions.begin(), sanctions.end(), [&](const Corpus::Sanctioned& sanction) {
            const auto v = version_beside(corpus_, sanction.sanction, by.node, by.version, on_);
            return v && punishable(corpus_, by.node, sanction.sanction, *v, triggers_.get()) == Answer::yes;
        });
        const Rung to = corpus_.node(by.node).instrument->force != Force::binding ? Rung::code : punished ? Rung::enforceable : Rung::binding;
        if (!s.ascent || (standing.first_day && (!s.ascent->from || *standing.first_day < *s.ascent->from))) s.ascent = Ascent{to, standing.first_day, by};
    }

    Standing own(const Pinned& p) {
        Standing out{p, Rung::code, {}, false, {}};
        const auto standing = time_standing(corpus_, p.node, p.version, on_, triggers_.get());
        const bool law = corpus_.node(p.node).instrument->force == Force::binding;
        if (standing.applies != Answer::yes) out.rung = Rung::nothing;
        else if (law) out.rung = enforceable(corpus_, p.node, p.version, on_, law_.question.situation.facts.empty() ? nullptr : triggers_.get()) == Answer::yes ? Rung::enforceable : Rung::binding;
        if (out.rung == Rung::nothing && standing.to_come) to_come(out, p);
        return out;
    }

    const Corpus& corpus_;
    std::vector<std::string>& notes_;
    std::string place_;
    Day on_;
    bool texts_missing_ = false, promises_missing_ = false;
    Scope law_scope_, code_scope_;
    Assessment law_, code_;
    std::unique_ptr<Triggers> triggers_;
    std::vector<Precedent> brakes_;
};

}  // namespace

std::size_t LadderCell::at(Rung r) const {
    return static_cast<std::size_t>(std::count_if(promises.begin(), promises.end(), [&](const Standing& s) { return s.rung == r; }));
}

std::vector<std::string> promises_of(const Corpus& corpus, const Id& lab) {
    if (lab.empty()) return {std::string(word(Force::policy)), std::string(word(Force::pledge))};
    std::vector<std::string> out{lab};
    for (const auto& in : corpus.data().instruments)
        if (in.force == Force::pledge && std::any_of(in.adoptions.begin(), in.adoptions.end(), [&](const Adoption& a) { return a.party == lab; })) out.push_back(in.id);
    return out;
}

LadderAnswer ladder(const Corpus& corpus, const Crosswalk& crosswalk, LadderQuestion question, std::vector<Problem>& problems) {
    LadderAnswer out{std::move(question), {}, {}, {}};
    auto& q = out.question;
    for (const auto& theme : q.themes)
        if (corpus.theme(theme) == nullptr) problems.push_back(problem_with("--theme", "unknown-name", "no theme is called '" + theme + "'", near_or(theme, ids_of(corpus.vocabulary().themes), "see `lacuna list themes`")));
    const auto disputed = disputed_statements(corpus, crosswalk, q.rows);
    std::vector<std::unique_ptr<Look>> looks;
    for (const auto& place : q.places)
        for (const Day on : q.days) looks.push_back(std::make_unique<Look>(corpus, crosswalk, disputed, q, place, on, out.notes));
    if (q.themes.empty())
        for (const auto& look : looks) look->themes(q.themes);
    for (const auto& look : looks)
        if (look->developer()) out.developer = look->developer();
    for (const auto& theme : q.themes)
        for (const auto& look : looks) out.cells.push_back(look->cell(theme));
    return out;
}

}  // namespace lacuna
