#include "lacuna/remedy.hpp"

#include <algorithm>
#include <set>

#include "lacuna/hands.hpp"

namespace lacuna {
namespace {

bool lies_inside(const Coalition& c, const OutsideName& outside) {
    return std::none_of(c.begin(), c.end(), [&](const Id& party) { return outside(party).has_value(); });
}

/// Where a document says who holds a function of a rule.
Transfer::Written written_at(const Corpus& corpus, const Pinned& rule, Function f) {
    const auto& node = corpus.node(rule.node);
    const Cell* cell = corpus.cell(rule.node, rule.version, f);
    Transfer::Written out{node.instrument, rule.version, no_node, cell != nullptr, 1};
    for (NodeNo n = rule.node; cell != nullptr && n != no_node; n = corpus.node(n).parent) {
        const auto& holds = corpus.provision(n).holds;
        if (std::any_of(holds.begin(), holds.end(), [&](const Cell& c) { return &c == cell; })) out.on = n;
    }
    return out;
}

class Portfolio {
public:
    Portfolio(const Corpus& corpus, const PenAnswer& answer) : corpus_(corpus), answer_(answer) {
        for (const Function f : all_values<Function>()) transfers_[static_cast<std::size_t>(f)].function = f;
    }

    PortfolioRemedy run() {
        for (const auto& p : answer_.pens) add(p);
        for (auto& t : transfers_) {
            if (t.rules.empty()) continue;
            t.precedents = precedents(corpus_, t.function, false, on());
            if (t.function == Function::enforce && !t.stopping.empty()) t.stopping_precedents = precedents(corpus_, t.function, true, on());
            out_.transfers.push_back(std::move(t));
        }
        if (!out_.on_compute.empty()) out_.compute = compute_precedents(corpus_, on());
        return std::move(out_);
    }

private:
    Day on() const { return answer_.by_law.question.on; }

    void add(const Pen& p) {
        const OutsideName outside = [&](const Id& party) { return counted_as(corpus_, party, p.bearer, on(), answer_.rule); };
        const auto even_so = to_transfer(p.held, Acting::who_may, outside);
        const auto all = to_transfer(p.held, Acting::who_must, outside);
        if (all.empty()) ++out_.constraints;
        else if (turns_on_compute(corpus_, p.rule.node)) out_.on_compute.push_back(p.rule);
        for (const Function f : all) {
            auto& t = transfers_[static_cast<std::size_t>(f)];
            t.even_if_who_may_acts = t.even_if_who_may_acts || std::find(even_so.begin(), even_so.end(), f) != even_so.end();
            t.rules.push_back(p.rule);
            if (corpus_.stops_something(p.rule.node)) t.stopping.push_back(p.rule);
            write_down(t, written_at(corpus_, p.rule, f));
        }
    }
    static void write_down(Transfer& t, const Transfer::Written& w) {
        const auto known = std::find_if(t.written.begin(), t.written.end(), [&](const Transfer::Written& o) { return o.document == w.document && o.version == w.version && o.on == w.on && o.stated == w.stated; });
        if (known == t.written.end()) t.written.push_back(w);
        else ++known->rules;
    }

    const Corpus& corpus_;
    const PenAnswer& answer_;
    std::array<Transfer, Words<Function>::table.size()> transfers_;
    PortfolioRemedy out_;
};

}  // namespace

std::vector<Function> to_transfer(const RuleHolds& holds, Acting acting, const OutsideName& outside) {
    std::vector<Function> out;
    for (const Function f : all_values<Function>()) {
        const auto sets = captured_by(holds, f, acting, UnknownHolds::by_bearer);
        if (!sets || std::any_of(sets->begin(), sets->end(), [&](const Coalition& c) { return lies_inside(c, outside); })) out.push_back(f);
    }
    return out;
}

RuleHolds transferred(RuleHolds holds, Function function, const Id& outsider) {
    auto& hold = holds.of(function);
    if (hold.state == CellState::not_applicable || (function == Function::amend && hold.state == CellState::nobody)) return holds;
    Formula own = hold.state == CellState::unknown ? held_by(Id(bearer_party), Discretion::must) : std::move(hold.formula);
    if (hold.state == CellState::nobody) {
        hold = {std::nullopt, held_by(outsider, Discretion::must)};
        return holds;
    }
    Formula both;
    both.kind = function == Function::amend ? FormulaKind::all_of : FormulaKind::any_of;
    both.parts = {std::move(own), held_by(outsider, Discretion::must)};
    hold = {std::nullopt, std::move(both)};
    return holds;
}

PortfolioRemedy remedy_of(const Corpus& corpus, const PenAnswer& answer) { return Portfolio(corpus, answer).run(); }

namespace {

/// Everybody who is named in what captures a function, and who controls them in the end: those who could be a single point of failure.
std::vector<Id> named_parties(const Corpus& corpus, const PenAnswer& answer) {
    std::set<Id> out, named;
    for (const auto& p : answer.pens) {
        out.insert(p.bearer);
        for (const Function f : all_values<Function>()) {
            const auto sets = captured_by(p.held, f, Acting::who_may, UnknownHolds::by_bearer);
            for (const auto& c : sets.value_or(Coalitions{})) named.insert(c.begin(), c.end());
        }
    }
    named.erase(Id(bearer_party));
    for (const auto& party : named) {
        out.insert(party);
        out.insert(ultimate_controller(corpus, party, answer.by_law.question.on));
    }
    return {out.begin(), out.end()};
}

/// The functions by which a rule fails when a party fails, and with it what it controls.
std::vector<Function> fails_by(const Corpus& corpus, const Pen& p, const Id& party, Day on) {
    const auto falls = [&](const Id& member) { return is_below(corpus, member == bearer_party ? p.bearer : member, party, on); };
    std::vector<Function> out;
    for (const Function f : all_values<Function>()) {
        const auto sets = captured_by(p.held, f, Acting::who_may, UnknownHolds::by_bearer);
        if (sets && std::any_of(sets->begin(), sets->end(), [&](const Coalition& c) { return !c.empty() && std::all_of(c.begin(), c.end(), falls); })) out.push_back(f);
    }
    return out;
}

}  // namespace

std::vector<SinglePoint> single_points(const Corpus& corpus, const PenAnswer& answer) {
    const Day on = answer.by_law.question.on;
    std::vector<SinglePoint> out;
    for (const auto& party : named_parties(corpus, answer)) {
        SinglePoint point{party, false, {}};
        for (const auto& p : answer.pens) {
            auto by = fails_by(corpus, p, party, on);
            if (by.empty()) continue;
            point.outside = counted_as(corpus, party, p.bearer, on, answer.rule).has_value();
            point.rules.emplace_back(p.rule, std::move(by));
        }
        if (!point.rules.empty()) out.push_back(std::move(point));
    }
    std::stable_sort(out.begin(), out.end(), [](const SinglePoint& a, const SinglePoint& b) { return a.rules.size() > b.rules.size(); });
    return out;
}

}  // namespace lacuna
