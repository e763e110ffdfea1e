#include "survey/alike.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

namespace lacuna {

using logic::Rational;

namespace {

bool is_quantity(const Forms& forms, int unknown) { return forms.unknown_at(unknown).kind == UnknownKind::quantity; }

/// The names under which a situation would say something of these unknowns.
std::set<std::pair<KnownKind, Id>> names_of(const Forms& forms, const std::set<int>& unknowns) {
    std::set<std::pair<KnownKind, Id>> out;
    for (const int n : unknowns) {
        const auto& u = forms.unknown_at(n);
        switch (u.kind) {
            case UnknownKind::day:
                if (u.name.starts_with("event:")) out.emplace(KnownKind::event, u.name.substr(6));
                else out.emplace(KnownKind::day, u.name);
                break;
            case UnknownKind::flag: out.emplace(KnownKind::flag, u.name); break;
            case UnknownKind::member: out.emplace(KnownKind::set, u.name); break;
            // what is known of one level, or class, says something of others
            case UnknownKind::level: out.emplace(KnownKind::level, ""); break;
            case UnknownKind::in_class: out.emplace(KnownKind::in_class, ""); break;
            case UnknownKind::event: out.emplace(KnownKind::event, u.name); break;
            case UnknownKind::test:
            case UnknownKind::exception:
            case UnknownKind::rebuttal:
            case UnknownKind::standing: out.emplace(KnownKind::test, u.name); break;
            case UnknownKind::quantity: break;
        }
    }
    return out;
}

}  // namespace

Asks asks_of(const Forms& forms, std::set<int> unknowns, std::set<int> atoms) {
    Asks out{std::move(unknowns), std::move(atoms), {}, {}, {}};
    out.names = names_of(forms, out.unknowns);
    std::map<int, int> root;
    for (const int u : out.unknowns)
        if (is_quantity(forms, u)) root[u] = u;
    const std::function<int(int)> find = [&](int u) { return root[u] == u ? u : root[u] = find(root[u]); };
    for (const int a : out.atoms)
        for (const auto& [u, factor] : forms.atom(a).terms)
            if (is_quantity(forms, u)) root[find(u)] = find(forms.atom(a).terms.front().first);
    std::map<int, std::size_t> number;
    for (const auto& [u, _] : root) {
        const auto [it, fresh] = number.try_emplace(find(u), out.together.size());
        if (fresh) out.together.emplace_back(), out.atoms_of.emplace_back();
        out.together[it->second].push_back(u);
    }
    for (const int a : out.atoms)
        if (const int first = forms.atom(a).terms.front().first; is_quantity(forms, first)) out.atoms_of[number[find(first)]].push_back(a);
    return out;
}

const Alike::Figure& Alike::figure(const Known& k) {
    const auto precision = k.precision ? std::string(word(*k.precision)) : "";
    const auto [it, fresh] = figures_.try_emplace(fmt::format("{}|{}|{}|{}", k.value, k.low, k.high, precision));
    if (!fresh) return it->second;
    const auto i = interval_of(k);
    auto& f = it->second;
    if (i.low) f.low = logic::rational(*i.low);
    if (i.high) f.high = logic::rational(*i.high);
    f.low_open = i.low_open;
    f.high_open = i.high_open;
    f.text = it->first;
    return f;
}

std::size_t Alike::add(const Situation& situation) {
    Taken out;
    out.developer = situation.developer;
    for (const auto& k : situation.facts) {
        if (k.kind == KnownKind::quantity) {
            Unknown u;
            u.kind = UnknownKind::quantity;
            u.view = k.view;
            std::sort(u.view.begin(), u.view.end());
            u.name = k.name;
            u.year = k.year;
            u.unit = k.unit;
            out.figures.try_emplace(forms_.unknown(u), &figure(k));
            continue;
        }
        const bool about_others = k.kind == KnownKind::level || k.kind == KnownKind::in_class;
        out.events = out.events || k.kind == KnownKind::event;
        out.others.emplace_back(k.kind, about_others ? "" : k.name, texts_.try_emplace(to_fact(k), static_cast<int>(texts_.size())).first->second);
    }
    taken_.push_back(std::move(out));
    return taken_.size() - 1;
}

/// Each comparison as one of a single figure with a number, where what else stands in it is exactly known.
Alike::Lines Alike::lines_for(const Taken& s, const std::vector<int>& atoms) const {
    Lines out;
    std::vector<Rational> lines{0};
    for (const int a : atoms) {
        auto bound = forms_.atom(a).bound;
        std::vector<Rational> open;
        for (const auto& [u, factor] : forms_.atom(a).terms) {
            const auto known = s.figures.find(u);
            if (known != s.figures.end() && known->second->exact() && forms_.atom(a).terms.size() > 1) bound -= factor * *known->second->low;
            else open.push_back(factor);
        }
        const bool of_two = open.size() == 2 && open[0] + open[1] == 0 && bound == 0;
        if (open.size() == 1) lines.push_back(bound / open[0]);
        else if (open.empty()) lines.push_back(bound > 0 ? 1 : bound < 0 ? -1 : 0);
        else if (!of_two) out.by_order = false;
    }
    out.sorted = lines;
    std::sort(out.sorted.begin(), out.sorted.end());
    out.sorted.erase(std::unique(out.sorted.begin(), out.sorted.end()), out.sorted.end());
    for (const auto& l : lines) out.order += fmt::format("{},", std::lower_bound(out.sorted.begin(), out.sorted.end(), l) - out.sorted.begin());
    return out;
}

const Alike::Lines& Alike::lines(const Taken& s, const std::vector<int>& quantities, const std::vector<int>& atoms) {
    std::string key;
    for (const int a : atoms) key += fmt::format("{},", a);
    for (const int q : quantities) {
        const auto f = s.figures.find(q);
        if (f != s.figures.end() && f->second->exact()) key += fmt::format(";{}={}", q, f->second->text);
    }
    const auto [it, fresh] = lines_.try_emplace(std::move(key));
    if (fresh) it->second = lines_for(s, atoms);
    return it->second;
}

std::optional<std::string> Alike::one_by_one(const Taken& s, const std::vector<int>& atoms) const {
    std::string out;
    std::set<int> in_several;
    for (const int a : atoms) {
        std::optional<Rational> low(0), high(0);
        int open = 0;
        for (const auto& [u, factor] : forms_.atom(a).terms) {
            const auto known = s.figures.find(u);
            if (known == s.figures.end()) return std::nullopt;
            const auto& f = *known->second;
            const auto &least = factor.sign() > 0 ? f.low : f.high, &most = factor.sign() > 0 ? f.high : f.low;
            low = low && least ? std::optional<Rational>(*low + factor * *least) : std::nullopt;
            high = high && most ? std::optional<Rational>(*high + factor * *most) : std::nullopt;
            open += f.exact() ? 0 : 1;
        }
        // ends on the line itself are left to the other way: whether they belong to the figure is not looked at here
        const auto& bound = forms_.atom(a).bound;
        const bool always = low && *low > bound, never = high && *high < bound;
        if (!always && !never) {
            if (open < 2) return std::nullopt;
            for (const auto& [u, factor] : forms_.atom(a).terms)
                if (!s.figures.at(u)->exact() && !in_several.insert(u).second) return std::nullopt;
        }
        if (!always && !never && !((!low || *low < bound) && (!high || *high > bound))) return std::nullopt;
        out += always ? '+' : never ? '-' : '?';
    }
    return out;
}

/// Twice the number of lines below, and one more on a line.
std::string Alike::place(const std::vector<Rational>& sorted, const std::optional<Rational>& value, bool open) {
    if (!value) return "-";
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), *value);
    return fmt::format("{}{}", 2 * (at - sorted.begin()) + (at != sorted.end() && *at == *value ? 1 : 0), open ? "o" : "c");
}

std::string Alike::kind_of(std::size_t situation, const Asks& asks) {
    const auto& s = taken_[situation];
    std::string out = s.developer + "|";
    for (std::size_t i = 0; i < asks.together.size(); ++i) {
        std::vector<std::pair<int, const Figure*>> said;
        for (const int q : asks.together[i])
            if (const auto f = s.figures.find(q); f != s.figures.end()) said.emplace_back(q, f->second);
        if (said.empty()) continue;
        const auto& l = lines(s, asks.together[i], asks.atoms_of[i]);
        if (!l.by_order) {
            if (const auto each = one_by_one(s, asks.atoms_of[i])) {
                out += fmt::format("[{}:{}]", i, *each);
                continue;
            }
        }
        out += fmt::format("[{}:{}", i, l.by_order ? l.order : "");
        std::vector<Rational> ends;  // of several figures, their order among themselves counts too
        if (said.size() > 1)
            for (const auto& [q, f] : said)
                for (const auto& end : {f->low, f->high})
                    if (end) ends.push_back(*end);
        std::sort(ends.begin(), ends.end());
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        for (const auto& [q, f] : said) {
            if (!l.by_order) out += fmt::format(" {}={}", q, f->text);
            else out += fmt::format(" {}={}..{}", q, place(l.sorted, f->low, f->low_open), place(l.sorted, f->high, f->high_open));
            if (said.size() > 1) out += fmt::format("@{}..{}", place(ends, f->low, false), place(ends, f->high, false));
        }
        out += "]";
    }
    for (const auto& [kind, name, text] : s.others)
        if (asks.names.contains({kind, name})) out += fmt::format(" {}", text);
    return out;
}

bool Alike::straddles(std::size_t situation, const Asks& asks) {
    const auto& s = taken_[situation];
    for (std::size_t i = 0; i < asks.together.size(); ++i)
        for (const int q : asks.together[i]) {
            const auto known = s.figures.find(q);
            if (known == s.figures.end() || known->second->exact()) continue;
            const auto& f = *known->second;
            for (const auto& line : lines(s, asks.together[i], asks.atoms_of[i]).sorted) {
                const bool from_below = !f.low || *f.low < line || (*f.low == line && !f.low_open);
                const bool to_above = !f.high || line < *f.high || (*f.high == line && !f.high_open);
                if (line != 0 && from_below && to_above) return true;
            }
        }
    return false;
}

}  // namespace lacuna
