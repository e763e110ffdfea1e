#include "lacuna/assess.hpp"

#include <algorithm>
#include <memory>
#include <tuple>

#include <fmt/format.h>

#include "gaps/aspects.hpp"
#include "lacuna/contradiction.hpp"
#include "lacuna/independence.hpp"
#include "lacuna/words.hpp"
#include "gaps/severity_rules.hpp"

namespace lacuna {

bool Candidate::covers() const {
    return std::all_of(verdicts.begin(), verdicts.end(), [](const AspectVerdict& v) { return v.finding == Finding::covered; });
}

namespace {

constexpr std::array<Aspect, 6> other_aspects{Aspect::bearer, Aspect::time, Aspect::trigger, Aspect::modality, Aspect::oversight, Aspect::clarity};

std::size_t at(Aspect a) { return static_cast<std::size_t>(a); }

Finding finding_of(const Link& link) {
    if (link.contradictory()) return Finding::possible;
    switch (verdict(link.mask)) {
        case Cover::covered: return Finding::covered;
        case Cover::partly: return Finding::partly;
        case Cover::at_least_partly: return Finding::at_least_partly;
        case Cover::possible: return Finding::possible;
        case Cover::not_covered: return Finding::not_covered;
        case Cover::unsaid: break;
    }
    return Finding::never_reviewed;
}

bool rests_on_unsettled(const Link& link) {
    const auto& steps = link.chains.front().steps;
    return std::any_of(steps.begin(), steps.end(), [](const Step& s) { return s.unsettled; });
}

std::string duty_reason(const Link& link, const Question& question) {
    if (link.contradictory()) return "the mappings contradict one another here, so nothing is certain";
    const auto how = [&] {
        const auto& chain = link.chains.front();
        if (!link.one_chain_decides()) return fmt::format("by {} chains of mappings together", link.chains.size());
        if (!chain.steps.empty() && chain.steps.front().kind == StepKind::filed) return std::string("because the document is filed under it");
        return chain.rows == 1 ? std::string("by one mapping") : chain.rows == 0 ? std::string("as a part of the same text") : fmt::format("by a chain of {} mappings (bound: {})", chain.rows, question.rows);
    }();
    if (link.by_any_chain) return "counted as sharing some of what the target asks, because any chain counts; it does not follow, " + how;
    switch (verdict(link.mask)) {
        case Cover::covered: return "whoever keeps it has done all that the target asks, " + how;
        case Cover::partly: return "it shares some of what the target asks and leaves some out, " + how;
        case Cover::at_least_partly: return "it shares some of what the target asks; that it contains all of it is not shown, " + how;
        case Cover::possible:
            if (rests_on_unsettled(link) && link.chains.front().steps.front().kind == StepKind::filed) return "only possible: that the document is filed under it, or since when, is not settled";
            if (rests_on_unsettled(link)) return "only possible: it rests on a mapping that is disputed, or was made for another wording, " + how;
            return "it may share something with what the target asks, " + how;
        case Cover::not_covered: return "it shares nothing with what the target asks, " + how;
        case Cover::unsaid: break;
    }
    return "nothing is said";
}

ChainRules rules_of(const Question& q) { return {q.rows, q.inference}; }

/// Answers one question; holds what is computed once for all targets.
class Assessor {
public:
    Assessor(const Corpus& corpus, const Crosswalk& crosswalk, const Question& question, const std::vector<Stated>& disputed) : corpus_(corpus), crosswalk_(crosswalk), disputed_(disputed), answer_{question, {}, {}, {}, 0, 0}, triggers_(std::make_unique<Triggers>(corpus, answer_.question.situation, question.on)) {}

    Assessment run() {
        find_developer();
        for (const auto& p : question().of.provisions) {
            const auto& provision = corpus_.provision(p.node);
            if (!is_duty(provision) || provision.modality == Modality::recommends || provision.modality == Modality::may) continue;
            if (for_somebody_else(p)) ++answer_.others;
            else targets_.push_back(p);
        }
        follow_sources();
        for (const auto& t : targets_) answer_.targets.push_back(gap(t));
        answer_.covered = static_cast<std::size_t>(std::count_if(answer_.targets.begin(), answer_.targets.end(), [](const Gap& g) { return g.covered(); }));
        return std::move(answer_);
    }

private:
    const Question& question() const { return answer_.question; }

    /// The developer asked about: the given one, or the only lab whose own policy is on either side.
    void find_developer() {
        if (!question().situation.developer.empty()) {
            answer_.developer = question().situation.developer;
            answer_.developer_note = "as asked";
            return;
        }
        std::vector<Id> labs;
        for (const auto* scope : {&question().of, &question().by})
            for (const auto& t : scope->taken)
                if (t.instrument->force == Force::policy && std::find(labs.begin(), labs.end(), t.instrument->issuer) == labs.end()) labs.push_back(t.instrument->issuer);
        if (labs.size() != 1) return;
        answer_.developer = labs.front();
        answer_.developer_note = "the only lab whose policy the question names";
    }

    /// When the question is about one developer: is a duty on this bearer certainly none of its business?
    bool for_somebody_else(const Pinned& p) const {
        if (!answer_.developer) return false;
        const Id& bearer = corpus_.bearer(p.node);
        const auto& in = *corpus_.node(p.node).instrument;
        if (in.force == Force::policy && !is_inside(corpus_, in.issuer, *answer_.developer, question().on)) return true;
        if (corpus_.party(bearer) != nullptr) return !is_inside(corpus_, bearer, *answer_.developer, question().on);
        return !corpus_.within(bearer, "developer") && !corpus_.within(bearer, "anyone");
    }

    /// Collects, for each target, everything that any source (or declared set of sources) says about it.
    void follow_sources() {
        std::vector<NodeNo> scope;
        for (const auto& p : question().by.provisions) scope.push_back(p.node);
        std::sort(scope.begin(), scope.end());
        std::vector<PointNo> points(scope.begin(), scope.end());
        for (const PointNo set : crosswalk_.sets_within(scope)) points.push_back(set);
        for (const PointNo point : points) {
            const auto links = crosswalk_.reach(point, rules_of(question()));
            for (const auto& t : targets_)
                if (const auto it = links.find(t.node); it != links.end()) said_[t.node].emplace_back(point, it->second);
        }
        // the same text on both sides covers itself
        for (const auto& t : targets_)
            if (std::binary_search(scope.begin(), scope.end(), t.node)) {
                const Mask same{Base::eq};
                said_[t.node].emplace_back(t.node, Link{same, {Chain{{}, same, 0, 10, false, false}}});
            }
        for (const auto& t : targets_)
            for (const auto& h : corpus_.hardened_by(t.node))
                if (std::binary_search(scope.begin(), scope.end(), h.duty)) follow_filing(t, h);
    }

    /// Who must keep the document has done all that a duty in it asks. That says something of this document only: no chain leads on from there.
    void follow_filing(const Pinned& target, const Corpus::Hardened& h) {
        auto filed = within_period(h.filing->from, h.filing->until, question().on);
        // what the lab has replaced or withdrawn, nobody has to keep
        const auto stands = time_standing(corpus_, target.node, target.version, question().on).applies;
        if (filed == Answer::no || stands == Answer::no) return;
        if (stands == Answer::undetermined) filed = Answer::undetermined;
        const auto grade = h.filing->provenance.grade ? *h.filing->provenance.grade : corpus_.node(target.node).instrument->provenance.grade.value_or(Grade::unchecked);
        const bool settled = filed == Answer::yes && (grade == Grade::primary || grade == Grade::secondary);
        const Mask mask = settled ? certain_cover : certain_cover | Mask{Base::po, Base::dr};
        Step step{StepKind::filed, h.duty, target.node, mask};
        step.unsettled = !settled;
        said_[target.node].emplace_back(h.duty, Link{mask, {Chain{{step}, mask, 0, 10, false, false}}});
    }

    Pinned in_scope(NodeNo n) const {
        const auto& all = question().by.provisions;
        return *std::find_if(all.begin(), all.end(), [&](const Pinned& p) { return p.node == n; });
    }

    /// For a set of sources: the worst of its members, since all are needed.
    AspectVerdict together(Aspect aspect, const Pinned& target, const Candidate& c) const {
        AspectVerdict worst{Finding::covered, ""};
        for (const auto& s : c.sources) {
            const AspectInput in{corpus_, question(), answer_.developer, target, s, *triggers_, !c.link.chains.empty() && c.link.chains.front().whole_norm};
            AspectVerdict v;
            switch (aspect) {
                case Aspect::bearer: v = bearer_verdict(in); break;
                case Aspect::time: v = time_verdict(in); break;
                case Aspect::trigger: v = trigger_verdict(in); break;
                case Aspect::modality: v = modality_verdict(in); break;
                case Aspect::oversight: v = oversight_verdict(in); break;
                case Aspect::clarity: v = clarity_verdict(in); break;
                case Aspect::duty: break;
            }
            if (c.sources.size() > 1) v.reason = corpus_.provision(s.node).cite + ": " + v.reason;
            if (worst.reason.empty() || v.finding > worst.finding) worst = v;
        }
        return worst;
    }

    /// An answer that rests on a mapping against which others speak says so.
    void warn(Candidate& c) const {
        if (disputed_.empty()) return;
        for (const auto& one : c.link.statements())
            if (std::find(disputed_.begin(), disputed_.end(), one) != disputed_.end()) c.contradicted.push_back(one);
        if (c.contradicted.empty() || c.link.contradictory()) return;
        std::vector<std::string> ids;
        for (const auto& one : c.contradicted) ids.push_back(one.id());
        c.verdicts[at(Aspect::duty)].reason += fmt::format("; WARNING: other mappings contradict {} (lacuna check --mappings)", join(ids));
    }

    Candidate candidate(const Pinned& target, PointNo point, const Link& link) const {
        Candidate c{point, {}, link, {}, {}, {}};
        for (const NodeNo n : crosswalk_.members(point)) c.sources.push_back(in_scope(n));
        c.verdicts[at(Aspect::duty)] = {finding_of(link), duty_reason(link, question())};
        for (const Aspect a : other_aspects) c.verdicts[at(a)] = together(a, target, c);
        warn(c);
        for (const auto& s : c.sources)
            for (const Flag f : flags_of(corpus_, s, question().on))
                if (std::find(c.flags.begin(), c.flags.end(), f) == c.flags.end()) c.flags.push_back(f);
        std::sort(c.flags.begin(), c.flags.end());
        return c;
    }

    /// Best first: full cover, then promises before permissions, then the duty, then as few other failures as possible, then strength of evidence, then name.
    auto order(const Candidate& c) const {
        const auto count = [&](Finding f) { return std::count_if(other_aspects.begin(), other_aspects.end(), [&](Aspect a) { return c.verdict(a).finding == f; }); };
        // what only may be done, or is only recommended, stands behind every promise
        const bool promise = std::all_of(c.sources.begin(), c.sources.end(), [&](const Pinned& s) {
            const auto& p = corpus_.provision(s.node);
            return is_duty(p) && (p.modality == Modality::must || p.modality == Modality::should);
        });
        const auto& chain = c.link.chains.front();
        return std::tuple(!c.covers(), !promise && c.verdict(Aspect::duty).finding != Finding::covered, c.verdict(Aspect::duty).finding, count(Finding::falls_short), count(Finding::undetermined), -chain.weakest, chain.steps.size(), c.sources.front().node);
    }

    /// Which kind of absence it is when no source shares anything with the target.
    AspectVerdict absence(const Pinned& target) const {
        const auto& in = *corpus_.node(target.node).instrument;
        std::vector<std::string> looked, not_looked;
        for (const auto& t : question().by.taken) (reviewed(target, t) ? looked : not_looked).push_back(fmt::format("{} {}", t.instrument->name(), t.instrument->versions[static_cast<std::size_t>(t.version)].id));
        if (not_looked.empty() && !looked.empty()) return {Finding::reviewed_unmapped, fmt::format("{} was looked through for it, and nothing was mapped", join(looked, " and "))};
        return {Finding::never_reviewed, fmt::format("nobody has recorded a look through {} for what {} asks here{}", join(not_looked, ", "), in.name(), looked.empty() ? "" : "; looked through, nothing mapped: " + join(looked, ", "))};
    }

    bool reviewed(const Pinned& target, const Taken& by) const {
        const auto& in = *corpus_.node(target.node).instrument;
        for (const auto& set : corpus_.data().mapping_sets)
            for (const auto& r : set.reviewed) {
                const bool direct = r.instrument == in.id && r.against == by.instrument->id;
                if (!direct || !same_text(*by.instrument, r.against_version, by.version) || !stands(target.node, r.version)) continue;
                if (r.only.empty()) return true;
                for (NodeNo m = target.node; m != no_node; m = corpus_.node(m).parent)
                    if (std::find(r.only.begin(), r.only.end(), "#" + corpus_.provision(m).id) != r.only.end()) return true;
            }
        return false;
    }
    bool same_text(const Instrument& in, const Id& version, int asked) const { return corpus_.version(in, version) == asked; }
    bool stands(NodeNo n, const Id& version) const {
        const auto v = corpus_.version(*corpus_.node(n).instrument, version);
        return v && corpus_.node(n).first_version <= *v && *v <= corpus_.node(n).last_version;
    }

    /// "Art. 55(1) may share something with it" is no news when all that is known is that one of its parts does not.
    static bool only_widens_a_denial(const Link& link) {
        return !link.contradictory() && verdict(link.mask) == Cover::possible && std::all_of(link.chains.begin(), link.chains.end(), [](const Chain& c) { return c.declares_none; });
    }

    Gap gap(const Pinned& target) const {
        Gap g;
        g.target = target;
        g.id = gap_id(corpus_, target, question().by, question().in);
        if (const auto it = said_.find(target.node); it != said_.end())
            for (const auto& [point, link] : it->second)
                if (!only_widens_a_denial(link)) g.candidates.push_back(candidate(target, point, link));
        std::stable_sort(g.candidates.begin(), g.candidates.end(), [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
        g.rung = own_rung(corpus_, target.node, target.version, question().on);
        g.flags = flags_of(corpus_, target, question().on);
        judge(g);
        if (g.worst) by_several(g);
        if (g.worst) g.remedy = remedy(g);
        g.severity = severity(g);
        return g;
    }

    /// What a candidate leaves of the target's cases, or several taken together.
    TriggerResidual left_by(const Gap& g, const std::vector<const Candidate*>& candidates) const {
        std::vector<std::vector<Triggers::Asked>> sources;
        for (const auto* c : candidates) {
            auto& together = sources.emplace_back();
            for (const auto& s : c->sources) together.emplace_back(s.node, s.version);
        }
        return triggers_->residual({g.target.node, g.target.version}, sources, question().in);
    }

    /// Sources that pass everything but the trigger are taken together: the target may be covered on the union of their cases. What is
    /// left of its cases gives the witness.
    void by_several(Gap& g) const {
        const auto passes = [](const Candidate& c) { return std::all_of(all_aspects.begin(), all_aspects.end(), [&](Aspect a) { return a == Aspect::trigger || c.verdict(a).finding == Finding::covered; }); };
        std::vector<const Candidate*> passing;
        std::vector<std::string> cites;
        for (const auto& c : g.candidates) {
            if (!passes(c)) continue;
            passing.push_back(&c);
            for (const auto& s : c.sources) cites.push_back(corpus_.cite(s.node));
        }
        const bool first_passes = !passing.empty() && passing.front() == &g.candidates.front();
        if (passing.size() > 1) {
            const auto left = left_by(g, passing);
            const bool covers = left.none && !left.target_empty;
            if (covers || first_passes) g.verdicts = passing.front()->verdicts;
            if (covers) {
                g.verdicts[at(Aspect::trigger)] = {Finding::covered, fmt::format("no source alone, but together they ask whenever the target does: {}", join(cites))};
                g.worst.reset();
                std::stable_partition(g.candidates.begin(), g.candidates.end(), passes);
                return;
            }
            if (first_passes && left.witness) {
                const std::string why = fmt::format("not even together do they ask whenever the target does: {}", join(cites));
                g.verdicts[at(Aspect::trigger)] = left.witness->certain ? AspectVerdict{Finding::falls_short, why} : AspectVerdict{Finding::undetermined, "not shown: " + why};
                g.witness = witness_words(left);
                return;
            }
        }
        const auto trigger = g.verdict(Aspect::trigger).finding;
        if (trigger == Finding::falls_short || trigger == Finding::undetermined) g.witness = witness_words(left_by(g, {&g.candidates.front()}));
    }

    /// Takes the verdicts of the best candidate, or says which absence it is, and names the worst aspect.
    void judge(Gap& g) const {
        const bool overlaps = !g.candidates.empty() && g.candidates.front().verdict(Aspect::duty).finding != Finding::not_covered;
        if (overlaps) g.verdicts = g.candidates.front().verdicts;
        else if (!g.candidates.empty()) g.verdicts[at(Aspect::duty)] = declared_none(g);
        else g.verdicts[at(Aspect::duty)] = absence(g.target);
        for (const Aspect a : all_aspects) {
            const Finding f = g.verdict(a).finding;
            if (f == Finding::covered || f == Finding::not_compared) continue;
            if (!g.worst || worst_points(a, f) > worst_points(*g.worst, g.verdict(*g.worst).finding)) g.worst = a;
        }
        for (const Aspect a : other_aspects)
            if (g.verdict(a).reason.empty()) g.verdicts[at(a)].reason = "there is no source to compare";
    }

    /// Somebody declared that a source shares nothing with the target, or that follows; and nothing else is known to share anything.
    AspectVerdict declared_none(const Gap& g) const {
        std::vector<std::string> compared;
        for (const auto& c : g.candidates)
            if (std::any_of(c.link.chains.begin(), c.link.chains.end(), [](const Chain& chain) { return chain.steps.size() == 1 && chain.declares_none; }))
                compared.push_back(corpus_.cite(c.sources.front().node));
        if (!compared.empty()) return {Finding::declared_none, fmt::format("{} {} declared to share nothing with it; nothing else in scope is said to share anything with it", join(compared), compared.size() == 1 ? "is" : "are")};
        const auto& c = g.candidates.front();
        const int rows = c.link.chains.front().rows;
        return {Finding::not_covered, fmt::format("{} shares nothing with it, which follows {}; nothing else in scope is said to share anything with it", corpus_.cite(c.sources.front().node),
                                                  !c.link.one_chain_decides() ? fmt::format("from {} chains of mappings together", c.link.chains.size()) : rows == 1 ? "from one mapping" : fmt::format("from {} mappings", rows))};
    }

    /// What the question would accept as cover, in words.
    std::string kind_of_duty() const {
        if (const auto force = from_word<Force>(question().by.text)) return *force == Force::binding ? "a binding duty" : fmt::format("a duty in a {}", word(*force));
        return fmt::format("a duty in {}", question().by.text);
    }

    Remedy remedy(const Gap& g) const {
        const auto& target = corpus_.provision(g.target.node);
        const auto bearer = bearer_name(corpus_, answer_.developer ? *answer_.developer : corpus_.bearer(g.target.node));
        const auto source = g.candidates.empty() ? std::string() : corpus_.cite(g.candidates.front().sources.front().node);
        const auto text = [&]() -> std::string {
            switch (*g.worst) {
                case Aspect::duty:
                    if (g.verdict(Aspect::duty).finding == Finding::never_reviewed) return fmt::format("first of all a look: nobody has compared {} with {}", corpus_.cite(g.target.node), question().by.text);
                    return fmt::format("{} on {} that contains: {}", kind_of_duty(), bearer, plain(target.summary));
                case Aspect::bearer: return fmt::format("{} made to bind {}, or the fact settled that it does", source, bearer);
                case Aspect::time: return fmt::format("{} in application", source);
                case Aspect::trigger: return fmt::format("{} made to apply whenever {} does", source, corpus_.cite(g.target.node));
                case Aspect::modality: return fmt::format("'{}' in {}", word(target.modality.value_or(Modality::must)), source);
                case Aspect::oversight: return fmt::format("in {}, hands at least as far from the bearer as in the target", source);
                case Aspect::clarity: return fmt::format("in {}, a test as checkable as the target's", source);
            }
            return {};
        }();
        return {*g.worst, text};
    }

    SeverityFinding severity(const Gap& g) const {
        SeverityFinding s;
        if (!g.worst) return s;
        const auto add = [&](int points, std::string why) {
            s.points += points;
            s.reasons.push_back({points, std::move(why)});
        };
        const auto finding = g.verdict(*g.worst).finding;
        std::string found(word(finding));
        std::replace(found.begin(), found.end(), '-', ' ');
        add(worst_points(*g.worst, finding), fmt::format("{}: {}", word(*g.worst), found));
        const auto& target = corpus_.provision(g.target.node);
        if (target.modality == Modality::must) add(severity_rules::must, severity_rules::must_words);
        if (corpus_.stops_something(g.target.node)) add(severity_rules::stops, severity_rules::stops_words);
        if (g.rung == Rung::pledged || g.rung == Rung::promised) add(severity_rules::self_marked, severity_rules::self_marked_words);
        if (bites_soon(g.target)) add(severity_rules::bites, severity_rules::bites_words);
        if (relief_soon(g)) add(severity_rules::relief, severity_rules::relief_words);
        s.level = severity_of(s.points);
        return s;
    }

    bool bites_soon(const Pinned& target) const {
        if (corpus_.node(target.node).instrument->force != Force::binding) return false;
        const auto date = corpus_.date(target.node, DateKind::enforceable_from).fixed;
        return date && date->first <= question().on + std::chrono::days(severity_rules::bites_within_days);
    }
    bool relief_soon(const Gap& g) const {
        return std::any_of(g.candidates.begin(), g.candidates.end(), [&](const Candidate& c) {
            if (c.verdict(Aspect::duty).finding == Finding::not_covered) return false;
            return std::any_of(c.sources.begin(), c.sources.end(), [&](const Pinned& s) {
                const auto standing = time_standing(corpus_, s.node, s.version, question().on);
                return standing.applies == Answer::no && standing.first_day && corpus_.node(s.node).instrument->force == Force::binding && *standing.first_day <= question().on + std::chrono::days(severity_rules::relief_within_days);
            });
        });
    }

    const Corpus& corpus_;
    const Crosswalk& crosswalk_;
    const std::vector<Stated>& disputed_;
    Assessment answer_;
    std::unique_ptr<Triggers> triggers_;
    std::vector<Pinned> targets_;
    std::map<NodeNo, std::vector<std::pair<PointNo, Link>>> said_;
};

}  // namespace

std::optional<AspectVerdict> not_surely_asked(const Corpus& corpus, const Candidate& c) {
    if (c.verdict(Aspect::duty).finding != Finding::covered) return c.verdict(Aspect::duty);
    if (!c.contradicted.empty()) return AspectVerdict{Finding::possible, "other mappings contradict the one that says so"};
    for (const auto& s : c.sources)
        if (!is_duty(corpus.provision(s.node))) return AspectVerdict{Finding::falls_short, fmt::format("it is a {}, not a duty", word(corpus.provision(s.node).norm))};
    for (const Aspect a : {Aspect::bearer, Aspect::trigger, Aspect::modality, Aspect::time})
        if (c.verdict(a).finding != Finding::covered) return c.verdict(a);
    return std::nullopt;
}

Assessment assess(const Corpus& corpus, const Crosswalk& crosswalk, const Question& question, const std::vector<Stated>& disputed) { return Assessor(corpus, crosswalk, question, disputed).run(); }
Assessment assess(const Corpus& corpus, const Crosswalk& crosswalk, const Question& question) { return assess(corpus, crosswalk, question, disputed_statements(corpus, crosswalk, question.rows)); }

std::vector<Stated> falls_with(const Crosswalk& crosswalk, const Question& question, const Gap& gap, const Candidate& candidate) { return crosswalk.falls_with(candidate.point, gap.target.node, candidate.link, rules_of(question)); }

std::string gap_id(const Corpus& corpus, const Pinned& target, const Scope& by, const std::optional<std::string>& in) {
    std::string id = corpus.ref(target.node, target.named ? std::optional(target.version) : std::nullopt) + ":by:" + by.text;
    if (in) id += ":in:" + *in;
    return id;
}

std::optional<GapName> parse_gap_id(std::string_view id) {
    const auto by = id.find(":by:");
    if (by == std::string_view::npos || by == 0) return std::nullopt;
    GapName out{std::string(id.substr(0, by)), {}, {}};
    auto rest = id.substr(by + 4);
    if (const auto in = rest.find(":in:"); in != std::string_view::npos) {
        out.in = std::string(rest.substr(in + 4));
        rest = rest.substr(0, in);
        if (out.in->empty()) return std::nullopt;
    }
    for (bool more = true; more;) {
        const auto plus = rest.find('+');
        more = plus != std::string_view::npos;
        out.by.emplace_back(rest.substr(0, plus));
        if (out.by.back().empty()) return std::nullopt;
        if (more) rest.remove_prefix(plus + 1);
    }
    return out;
}

}  // namespace lacuna
