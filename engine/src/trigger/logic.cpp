#include "trigger/logic.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

namespace lacuna::logic {

namespace mp = boost::multiprecision;

namespace {

mp::cpp_int power_of_ten(int n) { return mp::pow(mp::cpp_int(10), static_cast<unsigned>(n)); }

mp::cpp_int floor_of(const Rational& r) {
    mp::cpp_int q = mp::numerator(r) / mp::denominator(r);
    if (r < 0 && Rational(q) != r) --q;
    return q;
}

std::string key(const Linear& l) {
    std::string out = l.strict ? ">" : "=";
    out += l.bound.str();
    for (const auto& t : l.terms) out += fmt::format(" {}*{}", t.factor.str(), t.var);
    return out;
}

}  // namespace

Rational rational(const Decimal& d) {
    std::string text = d.str();
    int exponent = 0;
    if (const auto e = text.find('e'); e != std::string::npos) {
        exponent = std::stoi(text.substr(e + 1));
        text.resize(e);
    }
    if (const auto point = text.find('.'); point != std::string::npos) {
        exponent -= static_cast<int>(text.size() - point - 1);
        text.erase(point, 1);
    }
    const bool negative = text[0] == '-';
    const auto first = text.find_first_of("123456789");
    // a leading zero would be read as octal
    mp::cpp_int digits(first == std::string::npos ? "0" : text.substr(first));
    if (negative) digits = -digits;
    return exponent >= 0 ? Rational(digits * power_of_ten(exponent)) : Rational(digits, power_of_ten(-exponent));
}

std::optional<Rational> fraction(std::string_view text) {
    const auto slash = text.find('/');
    const auto above = Decimal::parse(text.substr(0, slash));
    const auto below = slash == std::string_view::npos ? Decimal::parse("1") : Decimal::parse(text.substr(slash + 1));
    if (!above || !below || *below == Decimal{}) return std::nullopt;
    return rational(*above) / rational(*below);
}

Decimal decimal(const Rational& r, int digits) {
    if (r == 0) return {};
    const Rational size = mp::abs(r);
    int exponent = 0;
    if (size >= 1) exponent = static_cast<int>(mp::cpp_int(mp::numerator(size) / mp::denominator(size)).str().size()) - digits;
    else exponent = 1 - digits - static_cast<int>(mp::cpp_int(mp::denominator(size) / mp::numerator(size)).str().size());
    const Rational scaled = exponent >= 0 ? Rational(r / Rational(power_of_ten(exponent))) : Rational(r * Rational(power_of_ten(-exponent)));
    return Decimal::parse(fmt::format("{}e{}", floor_of(scaled).str(), exponent)).value_or(Decimal{});
}

Logic::Logic() {
    nodes_.push_back({NodeKind::truth, 0, {}});
    nodes_.push_back({NodeKind::falsity, 0, {}});
}

VarNo Logic::add_var(Sort sort) {
    sorts_.push_back(sort);
    return var_count() - 1;
}

FormulaNo Logic::number(FormulaNode node) {
    const auto [it, fresh] = numbers_.try_emplace({node.kind, node.index, node.parts}, static_cast<FormulaNo>(nodes_.size()));
    if (fresh) nodes_.push_back(std::move(node));
    return it->second;
}

FormulaNo Logic::boolean(VarNo v, bool value) { return number({value ? NodeKind::boolean : NodeKind::not_boolean, v, {}}); }

FormulaNo Logic::linear(Linear l) {
    std::sort(l.terms.begin(), l.terms.end(), [](const Term& a, const Term& b) { return a.var < b.var; });
    std::vector<Term> merged;
    for (auto& t : l.terms) {
        if (!merged.empty() && merged.back().var == t.var) merged.back().factor += t.factor;
        else merged.push_back(std::move(t));
    }
    std::erase_if(merged, [](const Term& t) { return t.factor == 0; });
    l.terms = std::move(merged);
    if (l.terms.empty()) return constant(l.strict ? 0 > l.bound : 0 >= l.bound);
    const Rational scale = mp::abs(l.terms.front().factor);
    for (auto& t : l.terms) t.factor /= scale;
    l.bound /= scale;
    const bool whole = std::all_of(l.terms.begin(), l.terms.end(), [&](const Term& t) { return sort(t.var) == Sort::whole && mp::denominator(t.factor) == 1; });
    if (whole) {
        // over whole numbers, more than b is at least the next one
        const Rational down(floor_of(l.bound));
        l.bound = l.strict || down != l.bound ? Rational(down + 1) : down;
        l.strict = false;
    }
    const auto [it, fresh] = linear_numbers_.try_emplace(key(l), static_cast<int>(linears_.size()));
    if (fresh) linears_.push_back(std::move(l));
    return number({NodeKind::linear, it->second, {}});
}

FormulaNo Logic::junction(NodeKind kind, const std::vector<FormulaNo>& parts) {
    const FormulaNo neutral = constant(kind == NodeKind::all), absorbing = constant(kind != NodeKind::all);
    std::set<FormulaNo> flat;
    for (const FormulaNo p : parts) {
        if (p == neutral) continue;
        if (p == absorbing) return absorbing;
        if (node(p).kind == kind) flat.insert(node(p).parts.begin(), node(p).parts.end());
        else flat.insert(p);
    }
    for (const FormulaNo p : flat)
        if (const auto& n = node(p); n.kind == NodeKind::boolean && flat.contains(boolean(n.index, false))) return absorbing;
    if (flat.empty()) return neutral;
    if (flat.size() == 1) return *flat.begin();
    return number({kind, 0, {flat.begin(), flat.end()}});
}

FormulaNo Logic::all(const std::vector<FormulaNo>& parts) { return junction(NodeKind::all, parts); }
FormulaNo Logic::any(const std::vector<FormulaNo>& parts) { return junction(NodeKind::any, parts); }

FormulaNo Logic::negation(FormulaNo f) {
    if (const auto it = negations_.find(f); it != negations_.end()) return it->second;
    const FormulaNode n = node(f);
    FormulaNo out = 0;
    switch (n.kind) {
        case NodeKind::truth: out = constant(false); break;
        case NodeKind::falsity: out = constant(true); break;
        case NodeKind::boolean: out = boolean(n.index, false); break;
        case NodeKind::not_boolean: out = boolean(n.index); break;
        case NodeKind::linear: {
            Linear l = inequality(n.index);
            for (auto& t : l.terms) t.factor = -t.factor;
            l.bound = -l.bound;
            l.strict = !l.strict;
            out = linear(std::move(l));
            break;
        }
        case NodeKind::all:
        case NodeKind::any: {
            std::vector<FormulaNo> parts;
            for (const FormulaNo p : n.parts) parts.push_back(negation(p));
            out = n.kind == NodeKind::all ? any(parts) : all(parts);
            break;
        }
    }
    negations_[f] = out;
    return out;
}

std::vector<VarNo> Logic::variables(FormulaNo f) const {
    std::set<VarNo> out;
    std::set<FormulaNo> seen;
    const std::function<void(FormulaNo)> visit = [&](FormulaNo g) {
        if (!seen.insert(g).second) return;
        const auto& n = node(g);
        if (n.kind == NodeKind::boolean || n.kind == NodeKind::not_boolean) out.insert(n.index);
        if (n.kind == NodeKind::linear)
            for (const auto& t : inequality(n.index).terms) out.insert(t.var);
        for (const FormulaNo p : n.parts) visit(p);
    };
    visit(f);
    return {out.begin(), out.end()};
}

/// Walks a formula and builds it anew, with leaves replaced.
template <class Leaf>
FormulaNo Logic::rebuilt(FormulaNo f, std::map<FormulaNo, FormulaNo>& done, const Leaf& leaf) {
    if (const auto it = done.find(f); it != done.end()) return it->second;
    const FormulaNode n = node(f);
    FormulaNo out = f;
    if (n.kind == NodeKind::all || n.kind == NodeKind::any) {
        std::vector<FormulaNo> parts;
        for (const FormulaNo p : n.parts) parts.push_back(rebuilt(p, done, leaf));
        out = n.kind == NodeKind::all ? all(parts) : any(parts);
    } else if (n.kind != NodeKind::truth && n.kind != NodeKind::falsity) {
        out = leaf(f, n);
    }
    done[f] = out;
    return out;
}

FormulaNo Logic::renamed(FormulaNo f, const std::map<VarNo, VarNo>& names) {
    const auto other = [&](VarNo v) {
        const auto it = names.find(v);
        return it == names.end() ? v : it->second;
    };
    std::map<FormulaNo, FormulaNo> done;
    return rebuilt(f, done, [&](FormulaNo, const FormulaNode& n) {
        if (n.kind != NodeKind::linear) return boolean(other(n.index), n.kind == NodeKind::boolean);
        Linear l = inequality(n.index);
        for (auto& t : l.terms) t.var = other(t.var);
        return linear(std::move(l));
    });
}

FormulaNo Logic::without(FormulaNo f, const std::vector<VarNo>& opaque) {
    const auto hidden = [&](VarNo v) { return std::binary_search(opaque.begin(), opaque.end(), v); };
    std::map<FormulaNo, FormulaNo> done;
    return rebuilt(f, done, [&](FormulaNo leaf, const FormulaNode& n) {
        if (n.kind != NodeKind::linear) return hidden(n.index) ? constant(false) : leaf;
        const auto& terms = inequality(n.index).terms;
        return std::any_of(terms.begin(), terms.end(), [&](const Term& t) { return hidden(t.var); }) ? constant(false) : leaf;
    });
}

}  // namespace lacuna::logic
