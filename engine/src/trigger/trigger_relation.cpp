// How two triggers relate as regions over situations: the mask of base relations, and witnesses in the differences.

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "trigger/decide.hpp"
#include "lacuna/words.hpp"
#include "trigger/trigger_memo.hpp"

namespace lacuna {
namespace {

using logic::Model;
using logic::Outcome;

/// Is a region empty, surely not, or perhaps?
enum class Extent { empty, some, not_excluded, unfinished };

/// Finds cases in a region and tells how sure they are.
class Regions {
public:
    Regions(Interpretation& in, const std::vector<FormulaNo>& about, const std::optional<std::string>& prefer, bool in_words = true) : in_(in), given_(given_about(in, about, Defaults::none)), in_words_(in_words) {
        // an event may happen whatever the facts are; but of two, one may be a kind of the other
        const auto is_event = [&](VarNo v) { return in.unknown(v).kind == UnknownKind::event && in.unknown(v).view.empty(); };
        const bool one_event = std::count_if(given_.unknowns.begin(), given_.unknowns.end(), is_event) == 1;
        for (const VarNo v : given_.unknowns)
            if (in.is_opaque(v) && !(one_event && is_event(v))) opaque_.push_back(v);
        std::vector<FormulaNo> usual;
        for (const VarNo v : given_.unknowns) {
            if (const auto f = in.by_default(v)) usual.push_back(*f);
            if (prefer && in.unknown(v).kind == UnknownKind::member && in.unknown(v).name == "markets" && in.unknown(v).detail == *prefer) wanted_ = in.logic().boolean(v);
        }
        usual_ = in.logic().all(usual);
    }

    /// `taken_to_fail`: the other side's tests are taken to be able to fail here, because this side has no condition that could tie them down.
    /// `hint`: what a telling case would have, if there is one: that the condition itself fails rather than that some exception applies.
    Extent extent(FormulaNo region, bool taken_to_fail, std::optional<TriggerRelation::Witness>& witness, FormulaNo hint = 0) {
        hint_ = hint;
        Model model;
        const auto any = find(region, model);
        if (any == Outcome::unfinished) return Extent::unfinished;
        if (any == Outcome::none) return Extent::empty;
        Model sure;
        const FormulaNo by_facts = in_.logic().without(region, opaque_);
        const bool certain = find(by_facts, sure) == Outcome::found;
        witness = {in_words_ ? case_words(certain ? by_facts : region, certain ? sure : model) : std::string(), certain || taken_to_fail, {}};
        chosen_ = certain ? sure : model;
        return certain || taken_to_fail ? Extent::some : Extent::not_excluded;
    }

    /// Does the formula fail in the case shown last?
    bool fails_in_case(FormulaNo f) {
        auto formulas = given_.formulas;
        for (const FormulaNo literal : literals(chosen_)) formulas.push_back(literal);
        formulas.push_back(f);
        return logic::satisfiable(in_.logic(), formulas) == Outcome::none;
    }

private:
    Outcome find(FormulaNo region, Model& model) {
        // a reader learns most from a case that is special in nothing else
        for (const FormulaNo also : {in_.logic().all({wanted_, usual_, hint_}), in_.logic().all({usual_, hint_}), in_.logic().all({wanted_, usual_}), usual_, wanted_}) {
            const auto found = possible(in_, given_, in_.logic().all({region, also}), &model);
            if (found == Outcome::found) return found;
        }
        return possible(in_, given_, region, &model);
    }

    std::vector<FormulaNo> literals(const Model& m) {
        std::vector<FormulaNo> out;
        for (const auto& [v, value] : m.truths) out.push_back(in_.logic().boolean(v, value));
        for (const auto& [v, value] : m.numbers) out.push_back(exactly(v, value));
        return out;
    }
    FormulaNo exactly(VarNo v, const logic::Rational& value) { return in_.logic().all({in_.logic().linear({{{v, 1}}, value, false}), in_.logic().linear({{{v, -1}}, -value, false})}); }

    /// The case in words, without what does not matter to it.
    std::string case_words(FormulaNo region, const Model& m) {
        struct Literal {
            FormulaNo formula;
            std::string words;
            bool usual;
        };
        std::vector<Literal> all;
        for (const auto& [v, value] : m.truths) all.push_back({in_.logic().boolean(v, value), truth_words(in_, v, value), in_.by_default(v) == in_.logic().boolean(v, value)});
        for (const auto& [v, value] : m.numbers) all.push_back({exactly(v, value), number_words(in_, v, value), false});
        const FormulaNo outside = in_.logic().negation(region);
        for (std::size_t i = all.size(); i-- > 0;) {
            auto formulas = given_.formulas;
            for (std::size_t j = 0; j < all.size(); ++j)
                if (j != i) formulas.push_back(all[j].formula);
            formulas.push_back(outside);
            if (all[i].usual) continue;
            if (logic::satisfiable(in_.logic(), formulas) == Outcome::none) all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
        }
        std::vector<std::string> words;
        for (auto& l : all)
            if (!l.usual) words.push_back(std::move(l.words));
        if (words.empty()) return in_.situation().facts.empty() ? "nothing special is so" : "all is as given";
        return join(words, "; ");
    }

    Interpretation& in_;
    Given given_;
    bool in_words_;
    std::vector<VarNo> opaque_;
    FormulaNo usual_ = 0;   ///< nothing out of the ordinary: no exemption, no act of an authority
    FormulaNo hint_ = 0;
    FormulaNo wanted_ = 0;  ///< true, or the market that the question is about
    Model chosen_;
};

/// The base relations that fit what is known of the two differences and of what is shared.
Mask mask_of(Extent both, Extent first_only, Extent second_only) {
    const auto can_be = [](Extent e, bool some) { return e == Extent::unfinished || e == Extent::not_excluded || (e == Extent::some) == some; };
    Mask out;
    const auto add = [&](Base b, bool shared, bool first, bool second) {
        if (can_be(both, shared) && can_be(first_only, first) && can_be(second_only, second)) out = out | Mask{b};
    };
    add(Base::eq, true, false, false);
    add(Base::pp, true, false, true);
    add(Base::ppi, true, true, false);
    add(Base::po, true, true, true);
    add(Base::dr, false, true, true);
    return out;
}

/// Why a provision asks nothing in a case: the first of its parts that fails there.
std::string why_not(Interpretation& in, Regions& regions, NodeNo n, int version) {
    for (const auto& p : in.region_parts(n, version)) {
        if (!regions.fails_in_case(p.formula)) continue;
        switch (p.from) {
            case RegionPart::From::bearer: return fmt::format("it binds {}, and in this case the developer is none", bearer_name(in.corpus(), p.words));
            case RegionPart::From::trigger: return fmt::format("it asks only when {}", in_words(in.corpus(), *p.condition));
            case RegionPart::From::exception: return "an exception applies: " + p.words;
            case RegionPart::From::escape: return "it has a way out: " + p.words;
            case RegionPart::From::exemption: return fmt::format("{} takes the case out: {}", in.corpus().cite(p.node), p.words);
        }
    }
    return "it does not ask in every such case";
}

/// The cases that a source reaches. Whether a class that no rule defines takes in the developer is the question of its bearer, and
/// is answered there.
FormulaNo source_region(Interpretation& in, NodeNo n, int version) {
    const auto as_such = [&](const RegionPart& p) {
        const auto& f = in.logic().node(p.formula);
        return p.from == RegionPart::From::bearer && f.kind == logic::NodeKind::boolean && in.unknown(f.index).kind == UnknownKind::in_class;
    };
    std::vector<FormulaNo> parts;
    for (const auto& p : in.region_parts(n, version))
        if (!as_such(p)) parts.push_back(p.formula);
    return in.logic().all(parts);
}

/// That the condition of a provision does not hold; true where it has none.
FormulaNo condition_fails(Interpretation& in, Triggers::Asked p) {
    const auto trigger = in.corpus().trigger(p.first);
    return trigger ? in.logic().negation(in.condition(*trigger, p.first, p.second)) : in.logic().constant(true);
}

TriggerRelation related(Interpretation& in, FormulaNo first, FormulaNo second, Triggers::Asked first_asked, Triggers::Asked second_asked, const std::function<std::string(Regions&)>& why_not_second, const std::function<std::string(Regions&)>& why_not_first) {
    TriggerRelation out;
    auto& logic = in.logic();
    Regions regions(in, {first, second}, std::nullopt);
    const auto both = regions.extent(logic.all({first, second}), false, out.both);
    const auto first_only = regions.extent(logic.all({first, logic.negation(second)}), !in.corpus().trigger(first_asked.first), out.first_only, condition_fails(in, second_asked));
    if (out.first_only) out.first_only->not_because = why_not_second(regions);
    const auto second_only = regions.extent(logic.all({second, logic.negation(first)}), !in.corpus().trigger(second_asked.first), out.second_only, condition_fails(in, first_asked));
    if (out.second_only) out.second_only->not_because = why_not_first(regions);
    out.unfinished = both == Extent::unfinished || first_only == Extent::unfinished || second_only == Extent::unfinished;
    out.first_empty = both == Extent::empty && first_only == Extent::empty;
    out.second_empty = both == Extent::empty && second_only == Extent::empty;
    if (!out.first_empty && !out.second_empty) out.mask = mask_of(both, first_only, second_only);
    return out;
}

}  // namespace

TriggerResidual Triggers::residual(Asked target, const std::vector<std::vector<Asked>>& sources, const std::optional<std::string>& prefer, Wording wording) {
    auto& in = *in_;
    const FormulaNo asks = in.region(target.first, target.second);  // read first, so that a case begins with what the target asks for
    std::vector<FormulaNo> reached;
    for (const auto& together : sources) {
        std::vector<FormulaNo> all;
        for (const auto& [n, v] : together) all.push_back(source_region(in, n, v));
        reached.push_back(in.logic().all(all));
    }
    const FormulaNo covered = in.logic().any(reached);
    const bool single = sources.size() == 1 && sources.front().size() == 1;
    // who asks decides how a case is explained, so it belongs to what an answer is kept under
    const auto key = std::tuple(asks, covered, !in.corpus().trigger(target.first), single ? sources.front().front() : Asked{no_node, 0}, prefer.value_or(""), wording == Wording::full);
    const auto [it, fresh] = memo_->residual.try_emplace(key);
    if (!fresh) return it->second;
    TriggerResidual out;
    Regions regions(in, {asks, covered}, prefer, wording == Wording::full);
    std::optional<TriggerRelation::Witness> some;
    const auto extent = regions.extent(in.logic().all({asks, in.logic().negation(covered)}), !in.corpus().trigger(target.first), some, single ? condition_fails(in, sources.front().front()) : 0);
    out.none = extent == Extent::empty;
    out.unfinished = extent == Extent::unfinished;
    if (some) some->not_because = single ? why_not(in, regions, sources.front().front().first, sources.front().front().second) : "none of them asks there";
    out.witness = std::move(some);
    if (out.none) out.target_empty = regions.extent(asks, false, some) == Extent::empty;
    return it->second = out;
}

TriggerRelation Triggers::relate(Asked first, Asked second) {
    auto& in = *in_;
    return related(
        in, in.region(first.first, first.second), in.region(second.first, second.second), first, second,
        [&](Regions& r) { return why_not(in, r, second.first, second.second); }, [&](Regions& r) { return why_not(in, r, first.first, first.second); });
}

TriggerRelation Triggers::relate_conditions(Asked first, Asked second) {
    auto& in = *in_;
    const auto a = in.corpus().trigger(first.first), b = in.corpus().trigger(second.first);
    const FormulaNo x = a ? in.condition(*a, first.first, first.second) : in.logic().constant(true), y = b ? in.condition(*b, second.first, second.second) : in.logic().constant(true);
    const auto only_when = [&in](const std::optional<Condition>& c) {
        return [&in, &c](Regions&) { return c ? fmt::format("it asks only when {}", in_words(in.corpus(), *c)) : std::string(); };
    };
    return related(in, x, y, first, second, only_when(b), only_when(a));
}

}  // namespace lacuna
