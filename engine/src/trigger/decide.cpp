#include "trigger/decide.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "trigger/elimination.hpp"

namespace lacuna {

using logic::Outcome;
using logic::Rational;

namespace {

/// The given formulas and two more.
Outcome possible_with(Interpretation& in, std::vector<FormulaNo> formulas, std::initializer_list<FormulaNo> more) {
    formulas.insert(formulas.begin(), more);
    return logic::satisfiable(in.logic(), formulas);
}

/// Are there two completions that agree on all unknowns but these, and of which only one makes `f` true?
Outcome differs(Interpretation& in, const Given& given, FormulaNo f, const std::vector<VarNo>& apart) {
    std::map<VarNo, VarNo> names;
    for (const VarNo v : apart) names[v] = in.copy(v);
    auto formulas = given.formulas;
    for (const FormulaNo g : given.formulas) formulas.push_back(in.logic().renamed(g, names));
    return possible_with(in, std::move(formulas), {f, in.logic().negation(in.logic().renamed(f, names))});
}

/// What is given of single numbers.
std::map<VarNo, logic::Range> ranges_given(const logic::Logic& logic, const Given& given) {
    std::map<VarNo, logic::Range> out;
    const auto take = [&](FormulaNo f) {
        if (logic.node(f).kind != logic::NodeKind::linear) return;
        const auto& l = logic.inequality(logic.node(f).index);
        if (l.terms.size() == 1) logic::narrow(out[l.terms.front().var], l);
    };
    for (const FormulaNo f : given.formulas) {
        take(f);
        if (logic.node(f).kind == logic::NodeKind::all)
            for (const FormulaNo p : logic.node(f).parts) take(p);
    }
    return out;
}

/// The numbers at which an inequality of this unknown changes, with the others in it at the ends of what is given of them.
std::set<Rational> turning_points(Interpretation& in, const Given& given, VarNo v) {
    const auto ranges = ranges_given(in.logic(), given);
    std::set<Rational> out;
    std::set<FormulaNo> seen;
    std::vector<FormulaNo> open = given.formulas;
    while (!open.empty()) {
        const FormulaNo f = open.back();
        open.pop_back();
        if (!seen.insert(f).second) continue;
        const auto& n = in.logic().node(f);
        open.insert(open.end(), n.parts.begin(), n.parts.end());
        if (n.kind != logic::NodeKind::linear) continue;
        auto others = in.logic().inequality(n.index);
        const auto own = std::find_if(others.terms.begin(), others.terms.end(), [&](const logic::Term& t) { return t.var == v; });
        if (own == others.terms.end()) continue;
        const Rational factor = own->factor;
        others.terms.erase(own);
        const auto rest = logic::extent(others, ranges);
        for (const auto& end : {rest.low, rest.high})
            if (end) out.insert((others.bound - *end) / factor);
    }
    return out;
}

/// What somebody has to be asked. A test's detail is what it says, which is in the words.
EssentialFact essential_fact(const Interpretation& in, VarNo v) {
    const auto& u = in.unknown(v);
    const bool detailed = u.kind == UnknownKind::member || u.kind == UnknownKind::day;
    return {u.fact_name(), question_words(in, v), u.kind == UnknownKind::quantity ? u.unit : detailed ? u.detail : ""};
}

}  // namespace

Given given_about(Interpretation& in, const std::vector<FormulaNo>& about, Defaults defaults, const std::vector<FormulaNo>& supposed) {
    Given g;
    std::set<VarNo> happening;
    for (const auto* formulas : {&about, &supposed})
        for (const FormulaNo f : *formulas)
            for (const VarNo v : in.logic().variables(f)) g.unknowns.insert(v);
    for (const FormulaNo f : supposed)
        if (in.logic().node(f).kind == logic::NodeKind::boolean)
            for (const VarNo v : in.logic().variables(f))
                if (in.unknown(v).kind == UnknownKind::event) happening.insert(v);
    g.formulas = in.given(g.unknowns, g.assumed, defaults, happening);
    g.formulas.insert(g.formulas.end(), supposed.begin(), supposed.end());
    return g;
}

Outcome possible(Interpretation& in, const Given& given, FormulaNo f, logic::Model* model) {
    auto formulas = given.formulas;
    formulas.insert(formulas.begin(), f);
    return logic::satisfiable(in.logic(), formulas, model);
}

namespace {

/// What takes every presumption to stand.
std::vector<FormulaNo> not_rebutted(Interpretation& in, const Given& given) {
    std::vector<FormulaNo> out;
    for (const VarNo v : given.unknowns)
        if (in.unknown(v).kind == UnknownKind::rebuttal) out.push_back(in.logic().boolean(v, false));
    return out;
}

}  // namespace

Verdict verdict(Interpretation& in, FormulaNo f, const std::vector<FormulaNo>& supposed, Defaults defaults) {
    Verdict out;
    out.given = given_about(in, {f}, defaults, supposed);
    const FormulaNo not_f = in.logic().negation(f);
    auto can = possible(in, out.given, f), cannot = possible(in, out.given, not_f);
    out.contradictory = can == Outcome::none && cannot == Outcome::none;
    if (out.contradictory) return out;
    bool presumed = false;
    if (const auto presumptions = not_rebutted(in, out.given); can == Outcome::found && cannot == Outcome::found && !presumptions.empty()) {
        auto presuming = out.given;
        presuming.formulas.insert(presuming.formulas.end(), presumptions.begin(), presumptions.end());
        const auto still_can = possible(in, presuming, f), still_cannot = possible(in, presuming, not_f);
        // that something is not so, or is exempt, by a presumption alone is not certain enough
        presumed = still_can == Outcome::found && still_cannot == Outcome::none;
        if (presumed || still_can != Outcome::none) {
            out.given = std::move(presuming);
            can = still_can;
            cannot = still_cannot;
        }
    }
    out.unfinished = can == Outcome::unfinished || cannot == Outcome::unfinished;
    if (out.unfinished) return out;
    if (can == Outcome::none) out.holding = Holding::no;
    else if (cannot == Outcome::none) out.holding = presumed ? Holding::presumed : Holding::yes;
    return out;
}

Holds decide(Interpretation& in, FormulaNo f, const std::vector<FormulaNo>& supposed, Defaults defaults) {
    const auto v = verdict(in, f, supposed, defaults);
    Holds out;
    out.holding = v.holding;
    out.contradictory = v.contradictory;
    out.unfinished = v.unfinished;
    for (const VarNo a : v.given.assumed) out.assumed.push_back(assumption_words(in, a, in.assumed_value(a)));
    if (v.holding != Holding::undetermined || v.contradictory || v.unfinished) return out;
    const auto turns_on = essential(in, v.given, f);
    for (const VarNo e : turns_on) out.essential.push_back(essential_fact(in, e));
    out.short_cuts = short_cuts(in, v.given, turns_on, f);
    return out;
}

std::vector<VarNo> essential(Interpretation& in, const Given& given, FormulaNo f) {
    // unknowns that only axioms brought in are the first to be let go: where axioms tie two unknowns, each can be found from the other,
    // and one of them is enough
    const auto named = in.logic().variables(f);
    std::vector<VarNo> order(given.unknowns.begin(), given.unknowns.end()), needed, apart;
    std::reverse(order.begin(), order.end());
    std::stable_partition(order.begin(), order.end(), [&](VarNo v) { return !std::binary_search(named.begin(), named.end(), v); });
    for (const VarNo v : order) {
        apart.push_back(v);
        if (differs(in, given, f, apart) == Outcome::none) continue;
        apart.pop_back();
        needed.push_back(v);
    }
    std::sort(needed.begin(), needed.end());
    return needed;
}

std::vector<Values> cells(Interpretation& in, const Given& given, VarNo v, FormulaNo f) {
    auto& logic = in.logic();
    std::vector<Values> out;
    if (logic.sort(v) == logic::Sort::boolean) {
        for (const bool value : {true, false}) out.push_back({v, logic.boolean(v, value), truth_words(in, v, value)});
        return out;
    }
    Given with = given;
    with.formulas.push_back(f);
    with.formulas.push_back(logic.negation(f));
    const auto points = turning_points(in, with, v);
    const auto piece = [&](std::optional<Rational> low, std::optional<Rational> high, bool open) {
        std::vector<FormulaNo> parts;
        if (low) parts.push_back(logic.linear({{{v, 1}}, *low, open}));
        if (high) parts.push_back(logic.linear({{{v, -1}}, -*high, open}));
        out.push_back({v, logic.all(parts), range_words(in, v, low, open, high, open)});
    };
    std::optional<Rational> last;
    for (const auto& p : points) {
        piece(last, p, true);
        piece(p, p, false);
        last = p;
    }
    piece(last, std::nullopt, true);
    std::erase_if(out, [&](const Values& c) { return possible(in, given, c.formula) == Outcome::none; });
    return out;
}

namespace {

/// How an answer comes out once some values are fixed: yes, no, or still open.
std::optional<bool> settled(Interpretation& in, const Given& given, FormulaNo f, FormulaNo values) {
    const FormulaNo not_f = in.logic().negation(f);
    const auto yes = possible_with(in, given.formulas, {values, f}), no = possible_with(in, given.formulas, {values, not_f});
    if (yes == Outcome::found && no == Outcome::none) return true;
    if (no == Outcome::found && yes == Outcome::none) return false;
    return std::nullopt;
}

/// Neighbouring cells that settle it the same way are one range.
struct Run {
    FormulaNo formula{};
    std::string words;
    bool yes = false;
};

std::string joined_words(Interpretation& in, VarNo v, const std::vector<Values>& all, std::size_t first, std::size_t last) {
    if (in.logic().sort(v) == logic::Sort::boolean || first == last) return all[first].words;
    std::optional<Rational> from, to;
    bool from_open = false, to_open = false;
    const auto bounds = [&](FormulaNo f, const auto& take) {
        const auto& n = in.logic().node(f);
        const auto visit = [&](FormulaNo leaf) {
            const auto& l = in.logic().inequality(in.logic().node(leaf).index);
            take(l.terms.front().factor > 0, l.bound / l.terms.front().factor, l.strict);
        };
        if (n.kind == logic::NodeKind::linear) visit(f);
        for (const FormulaNo p : n.parts) visit(p);
    };
    bounds(all[first].formula, [&](bool lower, const Rational& b, bool open) {
        if (lower) from = b, from_open = open;
    });
    bounds(all[last].formula, [&](bool lower, const Rational& b, bool open) {
        if (!lower) to = b, to_open = open;
    });
    return range_words(in, v, from, from_open, to, to_open);
}

std::vector<Run> runs(Interpretation& in, const Given& given, VarNo v, const std::vector<Values>& all, FormulaNo f, FormulaNo beside) {
    std::vector<Run> out;
    for (std::size_t i = 0; i < all.size();) {
        const auto answer = settled(in, given, f, in.logic().all({all[i].formula, beside}));
        std::size_t last = i;
        while (answer && last + 1 < all.size() && in.logic().sort(v) != logic::Sort::boolean && settled(in, given, f, in.logic().all({all[last + 1].formula, beside})) == answer) ++last;
        if (answer) out.push_back({all[i].formula, joined_words(in, v, all, i, last), *answer});
        i = last + 1;
    }
    return out;
}

}  // namespace

std::vector<ShortCut> short_cuts(Interpretation& in, const Given& given, const std::vector<VarNo>& turns_on, FormulaNo f) {
    constexpr std::size_t most = 8;  // beyond that nobody reads them
    std::vector<ShortCut> out;
    std::map<VarNo, std::vector<Values>> by_var;
    const FormulaNo nothing = in.logic().constant(true);
    bool some[2] = {false, false};
    for (const VarNo v : turns_on) {
        by_var[v] = cells(in, given, v, f);
        for (const auto& r : runs(in, given, v, by_var[v], f, nothing)) {
            out.push_back({{r.words}, r.yes});
            some[r.yes ? 1 : 0] = true;
        }
    }
    if ((some[0] && some[1]) || turns_on.size() > 6) return out;
    // no single fact settles it one of the two ways: look at pairs
    for (std::size_t i = 0; i < turns_on.size(); ++i)
        for (std::size_t j = i + 1; j < turns_on.size(); ++j)
            for (const auto& c : by_var[turns_on[i]]) {
                if (settled(in, given, f, c.formula)) continue;
                for (const auto& r : runs(in, given, turns_on[j], by_var[turns_on[j]], f, c.formula))
                    if (!some[r.yes ? 1 : 0] && !settled(in, given, f, r.formula) && out.size() < most) out.push_back({{c.words, r.words}, r.yes});
            }
    return out;
}

}  // namespace lacuna
