#include "lacuna/hands.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace lacuna {
namespace {

bool holds_on(const PartyRelation& r, Day on) { return within_period(r.from, r.until, on) != Answer::no; }
bool surely_holds_on(const PartyRelation& r, Day on) { return within_period(r.from, r.until, on) == Answer::yes; }

const Id& other_side(const Corpus::Tie& t, const Id& id) { return t.of->id == id ? t.relation->party : t.of->id; }

bool is_family(const Corpus::Tie& t) { return t.relation->kind == RelationKind::part_of || t.relation->kind == RelationKind::controls; }

/// From a part to its whole, or from who is controlled to who controls.
bool leads_up(const Corpus::Tie& t, const Id& from) {
    return (t.relation->kind == RelationKind::part_of && t.of->id == from) || (t.relation->kind == RelationKind::controls && t.relation->party == from);
}

/// The party and every party reached from it over ties that `follows(tie, from)`, nearest first.
template <class Follows>
std::vector<Id> reached(const Corpus& corpus, const Id& party, Follows follows) {
    std::vector<Id> seen{party};
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const Id from = seen[i];  // a copy: seen grows
        for (const auto& t : corpus.ties(from)) {
            if (!follows(t, from)) continue;
            if (const Id& next = other_side(t, from); std::find(seen.begin(), seen.end(), next) == seen.end()) seen.push_back(next);
        }
    }
    return seen;
}

Hand party_hand(const Corpus& corpus, const Id& party, const Id& bearer, Day on) {
    if (is_inside(corpus, party, bearer, on)) return Hand::inside;
    // who belongs to somebody picked is picked
    const auto all = above(corpus, party, on);
    return std::all_of(all.begin(), all.end(), [&](const Id& id) { return choices(corpus, id, bearer, on).empty(); }) ? Hand::outside : Hand::chosen;
}

Hand formula_hand(const Corpus& corpus, const Formula& f, const Id& bearer, Day on) {
    if (f.kind == FormulaKind::holder) return party_hand(corpus, f.party, bearer, on);
    std::vector<Hand> hands;
    for (const auto& part : f.parts) hands.push_back(formula_hand(corpus, part, bearer, on));
    std::sort(hands.begin(), hands.end());
    if (f.kind == FormulaKind::any_of) return hands.front();
    if (f.kind == FormulaKind::all_of) return hands.back();
    // the k nearest can do it among themselves
    return hands[static_cast<std::size_t>(std::clamp(f.k, 1, static_cast<int>(hands.size()))) - 1];
}

std::string name_of(const Corpus& corpus, const Id& party, const Id& bearer) {
    const Id& id = party == bearer_party ? bearer : party;
    if (const auto* p = corpus.party(id)) return plain(p->name);
    return party == bearer_party ? "the bearer itself" : id;
}

std::string formula_words(const Corpus& corpus, const Formula& f, const Id& bearer, bool nested) {
    if (f.kind == FormulaKind::holder) return name_of(corpus, f.party, bearer);
    std::vector<std::string> parts;
    for (const auto& part : f.parts) parts.push_back(formula_words(corpus, part, bearer, true));
    std::string words = join(parts, f.kind == FormulaKind::all_of ? " and " : f.kind == FormulaKind::any_of ? " or " : ", ");
    if (f.kind == FormulaKind::k_of) words = fmt::format("{} of {}", f.k, words);
    return nested ? "(" + words + ")" : words;
}

}  // namespace

std::vector<Id> household(const Corpus& corpus, const Id& party, Day on) {
    return reached(corpus, party, [&](const Corpus::Tie& t, const Id&) { return is_family(t) && holds_on(*t.relation, on); });
}

std::vector<Id> above(const Corpus& corpus, const Id& party, Day on) {
    return reached(corpus, party, [&](const Corpus::Tie& t, const Id& from) { return leads_up(t, from) && holds_on(*t.relation, on); });
}

bool is_inside(const Corpus& corpus, const Id& party, const Id& bearer, Day on) {
    if (party == bearer_party || party == bearer) return true;
    if (corpus.party(bearer) == nullptr) return false;
    const auto all = household(corpus, bearer, on);
    return std::find(all.begin(), all.end(), party) != all.end();
}

std::vector<RelationKind> choices(const Corpus& corpus, const Id& party, const Id& bearer, Day on) {
    const auto inside = household(corpus, bearer, on);
    const auto is_in = [&](const Id& id) { return std::find(inside.begin(), inside.end(), id) != inside.end(); };
    std::vector<RelationKind> out;
    // whoever the bearer picks to look at it is outside, but by its choice
    if (const auto* p = corpus.party(party); p != nullptr && (p->kind == "evaluator" || p->kind == "contractor")) out.push_back(RelationKind::contracts);
    for (const auto& t : corpus.ties(party)) {
        const auto& r = *t.relation;
        if (r.kind == RelationKind::part_of || r.kind == RelationKind::controls || !holds_on(r, on)) continue;
        if ((is_in(t.of->id) && r.party == party) || (r.kind == RelationKind::agreement && t.of->id == party && is_in(r.party))) out.push_back(r.kind);
    }
    return out;
}

bool is_part_of(const Corpus& corpus, const Id& part, const Id& whole, Day on) {
    Id id = part;
    for (int guard = 0; guard < 20; ++guard) {
        if (id == whole) return true;
        const auto* p = corpus.party(id);
        if (p == nullptr) return false;
        const auto up = std::find_if(p->relations.begin(), p->relations.end(), [&](const PartyRelation& r) { return r.kind == RelationKind::part_of && surely_holds_on(r, on); });
        if (up == p->relations.end()) return false;
        id = up->party;
    }
    return false;
}

bool covers(const Corpus& corpus, const Adoption& a, NodeNo n) {
    if (a.only.empty()) return true;
    for (NodeNo m = n; m != no_node; m = corpus.node(m).parent)
        if (std::find(a.only.begin(), a.only.end(), "#" + corpus.provision(m).id) != a.only.end()) return true;
    return false;
}

Answer has_signed(const Corpus& corpus, NodeNo n, const Id& developer, Day on) {
    const auto& instrument = *corpus.node(n).instrument;
    if (instrument.force != Force::code && instrument.force != Force::pledge) return Answer::yes;
    Answer out = Answer::no;
    for (const auto& a : instrument.adoptions) {
        const auto period = within_period(a.from, a.until, on);
        if (period == Answer::no || !covers(corpus, a, n)) continue;
        if (period == Answer::yes && is_part_of(corpus, developer, a.party, on)) return Answer::yes;
        if (is_below(corpus, developer, a.party, on) || is_below(corpus, a.party, developer, on)) out = Answer::undetermined;
    }
    return out;
}

bool is_certain(const InClass& c) {
    const auto grade = c.provenance.grade.value_or(Grade::unchecked);
    return c.how == Membership::designated || (c.how == Membership::stated && (grade == Grade::primary || grade == Grade::secondary));
}

const InClass* certain_member(const Corpus& corpus, const Id& developer, const Id& name, Day on) {
    if (developer.empty()) return nullptr;
    for (const auto& file : corpus.data().party_files)
        for (const auto& p : file.parties)
            for (const auto& c : p.classes)
                // downwards only: what a parent company is says nothing about its subsidiary
                if (is_certain(c) && corpus.within(c.name, name) && within_period(c.from, c.until, on) == Answer::yes && is_below(corpus, p.id, developer, on)) return &c;
    return nullptr;
}

bool is_below(const Corpus& corpus, const Id& party, const Id& other, Day on) {
    const auto all = reached(corpus, party, [&](const Corpus::Tie& t, const Id& from) { return leads_up(t, from) && surely_holds_on(*t.relation, on); });
    return std::find(all.begin(), all.end(), other) != all.end();
}

Hand hand(const Corpus& corpus, const Cell* cell, const Id& bearer, Day on) {
    if (cell == nullptr) return Hand::unknown;
    if (cell->state) {
        switch (*cell->state) {
            case CellState::nobody: return Hand::nobody;
            case CellState::not_applicable: return Hand::not_applicable;
            case CellState::unknown: return Hand::unknown;
        }
    }
    if (!cell->party.empty()) return party_hand(corpus, cell->party, bearer, on);
    return cell->formula.empty() ? Hand::unknown : formula_hand(corpus, cell->formula.front(), bearer, on);
}

std::string holders(const Corpus& corpus, const Cell* cell, const Id& bearer) {
    if (cell == nullptr) return "not stated";
    if (cell->state) {
        switch (*cell->state) {
            case CellState::nobody: return "nobody";
            case CellState::not_applicable: return "not applicable";
            case CellState::unknown: return "unknown";
        }
    }
    if (!cell->party.empty()) return name_of(corpus, cell->party, bearer);
    return cell->formula.empty() ? "not stated" : formula_words(corpus, cell->formula.front(), bearer, false);
}

}  // namespace lacuna
