#include "gaps/aspects.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/hands.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

AspectVerdict good(std::string reason) { return {Finding::covered, std::move(reason)}; }
AspectVerdict falls_short(std::string reason) { return {Finding::falls_short, std::move(reason)}; }
AspectVerdict unsure(std::string reason) { return {Finding::undetermined, std::move(reason)}; }

/// A code or pledge has effect only for its signatories, chapter by chapter.
std::optional<AspectVerdict> not_signed(const AspectInput& in, const Id& developer) {
    const auto& instrument = *in.corpus.node(in.source.node).instrument;
    if (instrument.force != Force::code && instrument.force != Force::pledge) return std::nullopt;
    const auto has = has_signed(in.corpus, in.source.node, developer, in.question.on);
    if (has == Answer::yes) return std::nullopt;
    const std::string who = bearer_name(in.corpus, developer);
    if (has == Answer::undetermined) return unsure(fmt::format("that {} has signed {} is not certain: the day is not known exactly, or only a company that controls it, or that it controls, has signed", who, instrument.name()));
    return falls_short(fmt::format("{} has not signed {}, as far as the corpus knows", who, instrument.name()));
}

/// What one recorded membership is worth: a designation, or the party's own checked statement, is certain; the rest is not.
AspectVerdict membership(const Corpus& corpus, const Party& party, const InClass& c, const std::string& what) {
    const auto grade = c.provenance.grade.value_or(Grade::unchecked);
    const std::string who = bearer_name(corpus, party.id);
    if (is_certain(c))
        return good(fmt::format("it binds {}; {} is one ({}, checked: {})", what, who, word(c.how), word(grade)));
    return unsure(fmt::format("it binds {}; that {} is one rests on {} ({})", what, who, c.how == Membership::presumed ? "a presumption" : "our reading", word(grade)));
}

/// Is the developer, or a part of it, in the class, by what the corpus says?
AspectVerdict member(const AspectInput& in, const Id& developer, const Id& name) {
    const std::string who = bearer_name(in.corpus, developer), what = bearer_name(in.corpus, name);
    if (name == "anyone") return good("it binds everybody");
    if (in.corpus.within(name, "authority")) return falls_short(fmt::format("it binds an authority and lets it act; it asks nothing of {} until then", who));
    std::optional<AspectVerdict> best;
    for (const auto& file : in.corpus.data().party_files)
        for (const auto& p : file.parties) {
            // downwards only: what a parent company is says nothing about its subsidiary
            if (!is_below(in.corpus, p.id, developer, in.question.on)) continue;
            for (const auto& c : p.classes) {
                if (!in.corpus.within(c.name, name) || within_period(c.from, c.until, in.question.on) != Answer::yes) continue;
                const auto found = membership(in.corpus, p, c, what);
                if (!best || found.finding < best->finding) best = found;
            }
        }
    if (best) return *best;
    return unsure(fmt::format("it binds {}; whether {} is one is not settled by what the corpus knows", what, who));
}

/// By the rules of the class and the facts given; nothing where they do not tell.
std::optional<AspectVerdict> member_by_facts(const AspectInput& in, const Id& name) {
    if (in.question.situation.facts.empty() || !in.corpus.within(name, "developer") || name == "developer") return std::nullopt;
    const std::string what = bearer_name(in.corpus, name);
    switch (in.triggers.bears(in.source.node, in.source.version).holding) {
        case Holding::yes: return good(fmt::format("it binds {}; by the facts given this is one", what));
        case Holding::presumed: return unsure(fmt::format("it binds {}; by the facts given this is presumed to be one, which can be rebutted", what));
        case Holding::no: return falls_short(fmt::format("it binds {}; by the facts given this is none", what));
        case Holding::undetermined: break;
    }
    return std::nullopt;
}

AspectVerdict binds_developer(const AspectInput& in, const Id& developer, const Id& source_bearer) {
    const std::string who = bearer_name(in.corpus, developer);
    const auto* party = in.corpus.party(source_bearer);
    const auto by_facts = party == nullptr ? member_by_facts(in, source_bearer) : std::nullopt;
    AspectVerdict bound = by_facts ? *by_facts
                          : party == nullptr ? member(in, developer, source_bearer)
                          : is_part_of(in.corpus, source_bearer, developer, in.question.on) || is_part_of(in.corpus, developer, source_bearer, in.question.on)
                              ? good(fmt::format("it binds {}", bearer_name(in.corpus, source_bearer)))
                          : party->kind == "agency" || party->kind == "court" || party->kind == "legislature" || party->kind == "panel" || party->kind == "government"
                              ? falls_short(fmt::format("it is for {} to act; it asks nothing of {} until then", bearer_name(in.corpus, source_bearer), who))
                              : falls_short(fmt::format("it binds only {}", bearer_name(in.corpus, source_bearer)));
    if (bound.finding == Finding::falls_short) return bound;
    if (auto unsigned_code = not_signed(in, developer)) return *unsigned_code;
    return bound;
}

}  // namespace

AspectVerdict bearer_verdict(const AspectInput& in) {
    const auto& law = *in.corpus.node(in.source.node).instrument;
    if (in.question.in && (law.force == Force::binding || law.force == Force::code) && !in.corpus.inside_jurisdiction(*in.question.in, law.jurisdiction))
        return falls_short(fmt::format("{} holds in {}, not in {}", law.name(), law.jurisdiction, *in.question.in));
    const Id& target = in.corpus.bearer(in.target.node);
    const Id& source = in.corpus.bearer(in.source.node);
    if (in.developer) return binds_developer(in, *in.developer, source);
    if (in.corpus.party(target) != nullptr) return binds_developer(in, target, source);
    if (in.corpus.party(source) != nullptr) return falls_short(fmt::format("it binds only {}, the target binds every one of: {}", bearer_name(in.corpus, source), bearer_name(in.corpus, target)));
    const auto& instrument = *in.corpus.node(in.source.node).instrument;
    if ((instrument.force == Force::code || instrument.force == Force::pledge) && in.corpus.node(in.target.node).instrument != &instrument)
        return falls_short(fmt::format("it binds only those who signed {}", instrument.name()));
    if (in.corpus.within(target, source)) return good(fmt::format("it binds {}, which takes in {}", bearer_name(in.corpus, source), bearer_name(in.corpus, target)));
    return falls_short(fmt::format("it binds {}, which does not take in every one of: {}", bearer_name(in.corpus, source), bearer_name(in.corpus, target)));
}

AspectVerdict time_verdict(const AspectInput& in) {
    const auto standing = time_standing(in.corpus, in.source.node, in.source.version, in.question.on, &in.triggers);
    if (standing.applies == Answer::no) return falls_short(standing.reason);
    if (standing.applies == Answer::undetermined) return unsure(standing.reason);
    const auto legacy = in.corpus.date(in.source.node, DateKind::legacy_until);
    if (legacy.computed == nullptr && !legacy.fixed) return good(standing.reason);
    const std::string until = legacy.computed != nullptr ? "a day that depends on an event" : in_words(*legacy.fixed);
    switch (in.triggers.past_legacy(in.source.node).holding) {
        case Holding::no: return falls_short(fmt::format("not yet for this model: it was on the market before the duty applied, and has until {}", until));
        case Holding::undetermined:  // the rule's own boundary: for older models it does not bite yet
            return unsure(fmt::format("it applies, but models already on the market when it began have until {}; that this model's time is over is not known", until));
        case Holding::yes:
        case Holding::presumed: break;
    }
    return good(standing.reason);
}

namespace {

/// Ways out of a provision, or of what is around it: a part lapses with the whole.
std::vector<Escape> escapes_around(const Corpus& corpus, NodeNo n) {
    std::vector<Escape> out;
    for (; n != no_node; n = corpus.node(n).parent) out.insert(out.end(), corpus.provision(n).escapes.begin(), corpus.provision(n).escapes.end());
    return out;
}

std::string never_asks(const Question& q) { return fmt::format("{} there is no case in which the target asks, so there is nothing to compare", q.situation.facts.empty() ? "as its conditions stand," : "by the facts given"); }

/// Does it ask in some cases only?
bool is_conditional(const Corpus& corpus, NodeNo n) {
    if (corpus.trigger(n) || !escapes_around(corpus, n).empty() || !corpus.exemptions(n).empty()) return true;
    for (; n != no_node; n = corpus.node(n).parent)
        if (!corpus.provision(n).unless.empty()) return true;
    return false;
}

}  // namespace

AspectVerdict trigger_verdict(const AspectInput& in) {
    const Triggers::Asked target{in.target.node, in.target.version};
    if (in.whole_norm) {
        if (in.triggers.residual(target, {}).none) return unsure(never_asks(in.question));
        return good("the mapping compared the whole norms, conditions included");
    }
    const auto left = in.triggers.residual(target, {{{in.source.node, in.source.version}}}, in.question.in, Triggers::Wording::none);
    if (left.target_empty) return unsure(never_asks(in.question));
    if (left.none) return good(is_conditional(in.corpus, in.source.node) ? "it asks whenever the target does" : "it asks always");
    if (left.unfinished || !left.witness) return unsure("the two conditions have too many combinations to compare them all");
    if (left.witness->certain) return falls_short(left.witness->not_because);
    return unsure(fmt::format("that it asks whenever the target does is not shown: {}", left.witness->not_because));
}

AspectVerdict modality_verdict(const AspectInput& in) {
    const auto& target = in.corpus.provision(in.target.node);
    const auto& source = in.corpus.provision(in.source.node);
    const Modality wanted = target.modality.value_or(Modality::must);
    if (!is_duty(source)) return falls_short(fmt::format("it is a {}, not a duty", word(source.norm)));
    const Modality given = source.modality.value_or(Modality::may);
    if (given <= wanted) return good(fmt::format("it says '{}'", word(given)));
    return falls_short(fmt::format("it says '{}' where the target says '{}'", word(given), word(wanted)));
}

AspectVerdict oversight_verdict(const AspectInput& in) {
    const auto& corpus = in.corpus;
    const Day on = in.question.on;
    const Id bearer = in.developer ? *in.developer : corpus.bearer(in.target.node);
    std::vector<std::string> weaker, open;
    for (const auto function : {Function::define, Function::evaluate, Function::judge, Function::accept, Function::verify, Function::amend, Function::enforce}) {
        const auto* target_cell = corpus.cell(in.target.node, in.target.version, function);
        const auto* source_cell = corpus.cell(in.source.node, in.source.version, function);
        const Hand target = hand(corpus, target_cell, bearer, on), source = hand(corpus, source_cell, bearer, on);
        // what the target leaves to nobody, or to the bearer, nobody can hold less of than nobody
        if (target == Hand::unknown || target == Hand::not_applicable || target == Hand::nobody || source == Hand::not_applicable) continue;
        if (source == Hand::unknown) open.emplace_back(word(function));
        else if (source < target)
            weaker.push_back(fmt::format("{}: {} instead of {}", word(function), holders(corpus, source_cell, bearer), holders(corpus, target_cell, bearer)));
    }
    if (!weaker.empty()) return falls_short("weaker hands on " + join(weaker, "; "));
    if (!open.empty()) return unsure("the source does not say who holds: " + join(open));
    return good("no function is in weaker hands");
}

AspectVerdict clarity_verdict(const AspectInput& in) {
    const auto target = in.corpus.provision(in.target.node).clarity, source = in.corpus.provision(in.source.node).clarity;
    if (!in.corpus.trigger(in.source.node)) return good("it asks always; there is no test to check");
    if (!target && !in.corpus.trigger(in.target.node)) return good("the target states no test that could be less checkable");
    if (source == Clarity::quantity) return good("its test is a quantity; none is more checkable");
    if (!target && !source && in.corpus.trigger(in.source.node) == in.corpus.trigger(in.target.node)) return good("it is the same test");
    if (!target) return unsure("how checkable the target's test is was not recorded");
    if (!source) return unsure("how checkable its test is was not recorded");
    if (*source <= *target) return good(fmt::format("its test is as checkable ({})", word(*source)));
    return falls_short(fmt::format("its test is {} where the target's is {}", word(*source), word(*target)));
}

std::vector<Flag> flags_of(const Corpus& corpus, const Pinned& pinned, Day on) {
    const auto& p = corpus.provision(pinned.node);
    std::vector<Flag> out;
    if (const auto escapes = escapes_around(corpus, pinned.node); !escapes.empty()) {
        const bool competitor = std::any_of(escapes.begin(), escapes.end(), [](const Escape& e) { return e.competitor; });
        out.push_back(competitor ? Flag::competitor_escape : Flag::escape_clause);
    }
    if (p.evaluation_dependent == true) out.push_back(Flag::evaluation_dependent);
    if (p.if_unsure == IfUnsure::treat_as_above) out.push_back(Flag::treat_as_above);
    if (p.if_unsure == IfUnsure::proceed) out.push_back(Flag::proceed_if_unsure);
    if (is_duty(p) && corpus.sanctions(pinned.node).empty()) out.push_back(Flag::unsanctioned);
    const Id& bearer = corpus.bearer(pinned.node);
    const Hand amends = hand(corpus, corpus.cell(pinned.node, pinned.version, Function::amend), bearer, on);
    if (amends == Hand::inside) out.push_back(Flag::resettable);
    return out;
}

std::string witness_words(const TriggerResidual& residual) {
    if (!residual.witness) return {};
    return fmt::format("{}a case in which {}", residual.witness->certain ? "" : "Not excluded: ", residual.witness->words);
}

}  // namespace lacuna
