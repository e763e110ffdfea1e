#pragma once
// Random statutes and situations for tests of triggers, with every completion of what is unknown written out.

#include <algorithm>
#include <array>

#include "trigger/decide.hpp"
#include "trigger_world.hpp"

namespace lacuna::small {

/// What may be unknown. Numbers a and b are counted in quarters, so that between all numbers that matter here there is another.
enum Var : std::size_t { f0, f1, f2, eu, us, ca, incident, act, a, b, var_count };
using Digits = std::array<int, var_count>;
inline constexpr int quarters = 33;

struct Written {
    enum class Kind { truth, compare, twice, in_class, all, any, negation } kind{};
    std::size_t var = 0;
    int how = 0, bound = 0;  ///< compare: with a whole number; twice: a with 1/2, 1 or 2 times b, or the other way round
    std::vector<Written> parts;
};

inline constexpr std::array<const char*, 5> comparisons{"more-than", "at-least", "less-than", "at-most", "equals"};
inline bool compares(int how, int left, int right) { return how == 0 ? left > right : how == 1 ? left >= right : how == 2 ? left < right : how == 3 ? left <= right : left == right; }

inline std::string xml(const Written& c) {
    static const std::array<std::string, var_count> truths{is("f0"), is("f1"), is("f2"), R"(<includes fact="markets" value="EU"/>)", R"(<includes fact="markets" value="US"/>)",
                                                           R"(<includes fact="markets" value="US-CA"/>)", R"(<event name="incident"/>)", R"(<event name="designation"/>)"};
    std::string inside;
    for (const auto& p : c.parts) inside += xml(p);
    const std::string how = comparisons[static_cast<std::size_t>(c.how)];
    switch (c.kind) {
        case Written::Kind::truth: return truths[c.var];
        case Written::Kind::compare: return "<" + how + " fact=\"" + (c.var == a ? "a" : "b") + "\" value=\"" + std::to_string(c.bound) + "\" unit=\"FLOP\"/>";
        case Written::Kind::twice: return "<" + how + " fact=\"" + (c.var == a ? "a" : "b") + "\" of=\"" + (c.var == a ? "b" : "a") + "\" factor=\"" + (c.bound == 0 ? "1/2" : std::to_string(c.bound)) + "\"/>";
        case Written::Kind::in_class: return small::in_class("p");
        case Written::Kind::all: return "<all>" + inside + "</all>";
        case Written::Kind::any: return "<any>" + inside + "</any>";
        case Written::Kind::negation: break;
    }
    return not_so(inside);
}

/// `p`: whether the class is held to be so, by all its rules or by the certain ones.
inline bool holds_in(const Written& c, const Digits& d, bool p) {
    const auto part = [&](const Written& x) { return holds_in(x, d, p); };
    switch (c.kind) {
        case Written::Kind::truth: return d[c.var] != 0;
        case Written::Kind::compare: return compares(c.how, d[c.var], 4 * c.bound);
        case Written::Kind::twice: return compares(c.how, 2 * d[c.var], (c.bound == 0 ? 1 : 2 * c.bound) * d[c.var == a ? b : a]);
        case Written::Kind::in_class: return p;
        case Written::Kind::all: return std::all_of(c.parts.begin(), c.parts.end(), part);
        case Written::Kind::any: return std::any_of(c.parts.begin(), c.parts.end(), part);
        case Written::Kind::negation: break;
    }
    return !part(c.parts.front());
}

/// One random statute with two duties and a class, its axioms, and all complete cases that the axioms allow.
struct Statute {
    Random& random;
    std::vector<std::size_t> vars;
    std::vector<Written> axioms;
    Written first, second, presumption, certainty;
    std::optional<TriggerWorld> world;
    std::vector<Digits> cases;

    Statute(Random& r, bool numbers, bool classes) : random(r), vars(numbers ? std::vector<std::size_t>{f0, f1, f2, act, a, b} : std::vector<std::size_t>{f0, f1, f2, eu, us, ca, incident, act}) {
        const auto truth = [](std::size_t v) { return Written{Written::Kind::truth, v, 0, 0, {}}; };
        const auto never = [](Written c) { return Written{Written::Kind::negation, 0, 0, 0, {std::move(c)}}; };
        std::string axioms_xml;
        const auto implies = [&](const Written& premise, const Written& conclusion) {
            axioms.push_back({Written::Kind::any, 0, 0, 0, {never(premise), conclusion}});
            axioms_xml += axiom(xml(premise), xml(conclusion));
        };
        if (random.chance(3)) implies(truth(f0), truth(f1));
        if (random.chance(4)) implies(truth(f1), truth(f0));
        if (random.chance(4)) implies(truth(f1), never(truth(f2)));
        if (!numbers) implies(truth(ca), truth(us));
        if (numbers && random.chance(2)) implies({Written::Kind::compare, b, 1, 0, {}}, {Written::Kind::twice, a, 1, 1, {}});
        if (numbers && random.chance(4)) implies(truth(f2), {Written::Kind::compare, a, 0, 1, {}});
        presumption = condition(1, false);
        certainty = condition(1, false);
        first = condition(3, classes);
        second = condition(2, false);
        const std::string quantities = R"(<fact id="a" about="model" kind="quantity" units="FLOP"><name>A</name></fact><fact id="b" about="model" kind="quantity" units="FLOP"><name>B</name></fact>)";
        world.emplace(std::vector<std::string>{law("act", duty("o1", when(xml(first))) + duty("o2", when(xml(second))) + rule("r1", "p", when(xml(presumption)), R"(presumed="rebuttable")") + rule("r2", "p", when(xml(certainty))))},
                      vocabulary_with(flag_fact("f0") + flag_fact("f1") + flag_fact("f2") + quantities, R"(<event id="designation" act="yes"><name>Designation</name></event>)", R"(<class id="p"><name>P</name></class>)", axioms_xml));
        Digits d{};
        complete(d, 0);
    }

    int radix(std::size_t v) const { return std::find(vars.begin(), vars.end(), v) == vars.end() ? 1 : v == a || v == b ? quarters : 2; }
    bool asks(const Written& c, const Digits& d, bool firm) const { return holds_in(c, d, holds_in(certainty, d, false) || (!firm && holds_in(presumption, d, false))); }

private:
    void complete(Digits& d, std::size_t at) {
        if (at == vars.size()) {
            if (std::all_of(axioms.begin(), axioms.end(), [&](const Written& x) { return holds_in(x, d, false); })) cases.push_back(d);
            return;
        }
        for (int value = 0; value < radix(vars[at]); ++value) {
            d[vars[at]] = value;
            complete(d, at + 1);
        }
        d[vars[at]] = 0;
    }

    Written condition(std::size_t depth, bool classes) {
        Written c;
        if (depth > 0 && !random.chance(5)) {
            c.kind = random.chance(2) ? Written::Kind::all : Written::Kind::any;
            for (std::size_t n = 2 + random.below(2); n > 0; --n) c.parts.push_back(condition(depth - 1, classes));
            return c;
        }
        c.var = vars[random.below(vars.size())];
        c.how = static_cast<int>(random.below(5));
        if (classes && random.chance(4)) c.kind = Written::Kind::in_class;
        else if (c.var != a && c.var != b) c.kind = Written::Kind::truth;
        else if (random.chance(2)) c = {Written::Kind::compare, c.var, c.how, static_cast<int>(random.below(4)), {}};
        else c = {Written::Kind::twice, c.var, c.how, static_cast<int>(random.below(3)), {}};
        // the class is only ever asked for, as exemptions have tests of their own
        return c.kind != Written::Kind::in_class && random.chance(4) ? Written{Written::Kind::negation, 0, 0, 0, {c}} : c;
    }
};

/// What is known of each unknown: from .. to.
struct Knowledge {
    std::array<std::optional<std::pair<int, int>>, var_count> of;

    bool allows(const Digits& d) const {
        for (std::size_t v = 0; v < var_count; ++v)
            if (of[v] && (d[v] < of[v]->first || d[v] > of[v]->second)) return false;
        return true;
    }
    std::vector<std::string> facts() const {
        std::vector<std::string> out;
        const auto answer = [&](std::size_t v, const std::string& name) {
            if (of[v]) out.push_back(name + (of[v]->first == 1 ? "=yes" : "=no"));
        };
        answer(f0, "f0");
        answer(f1, "f1");
        answer(f2, "f2");
        answer(incident, "event:incident");
        answer(act, "event:designation");
        std::string members;
        for (const auto& [v, name] : {std::pair{eu, "EU"}, std::pair{us, "US"}, std::pair{ca, "US-CA"}})
            if (of[v]) members += std::string(members.empty() ? "" : ",") + (of[v]->first == 1 ? "" : "!") + name;
        if (!members.empty()) out.push_back("markets=" + members);
        static const std::array<std::string, 4> parts{"", ".25", ".5", ".75"};
        const auto number = [](int q) { return std::to_string(q / 4) + parts[static_cast<std::size_t>(q % 4)]; };
        for (const auto& [v, name] : {std::pair{a, "a"}, std::pair{b, "b"}})
            if (of[v]) out.push_back(std::string(name) + "=" + number(of[v]->first) + ".." + number(of[v]->second) + "FLOP");
        return out;
    }
};

/// Some of what is so in a case.
inline Knowledge some_of(Random& random, const Statute& s, const Digits& d, std::size_t one_in) {
    Knowledge k;
    for (const std::size_t v : s.vars) {
        if (!random.chance(one_in)) continue;
        if (v != a && v != b) k.of[v] = {d[v], d[v]};
        // between whole numbers, and so that twice as much is still counted
        else if (d[v] <= 12) k.of[v] = {d[v] / 4 * 4, (d[v] + 3) / 4 * 4};
    }
    return k;
}

inline Holds asked(const Statute& s, const Knowledge& k) { return s.world->holds("act@1#o1", k.facts()); }

/// The complete cases that remain, with the default: no authority has acted unless something is said.
inline std::vector<Digits> remaining(const Statute& s, const Knowledge& k, bool defaults) {
    std::vector<Digits> out;
    for (const auto& d : s.cases)
        if (k.allows(d) && (!defaults || k.of[act] || d[act] == 0)) out.push_back(d);
    return out;
}

inline Holding expected(const Statute& s, const std::vector<Digits>& cases) {
    const auto so = [&](bool firm) { return std::count_if(cases.begin(), cases.end(), [&](const Digits& d) { return s.asks(s.first, d, firm); }); };
    const auto all = static_cast<std::ptrdiff_t>(cases.size());
    if (so(false) == 0) return Holding::no;
    return so(false) < all ? Holding::undetermined : so(true) < all ? Holding::presumed : Holding::yes;
}

/// Does knowing these unknowns tell the answer?
inline bool tells(const Statute& s, const std::vector<Digits>& cases, const std::vector<std::size_t>& known) {
    std::map<std::vector<int>, bool> answers;
    for (const auto& d : cases) {
        std::vector<int> seen;
        for (const std::size_t v : known) seen.push_back(d[v]);
        const bool answer = s.asks(s.first, d, false);
        if (answers.emplace(std::move(seen), answer).first->second != answer) return false;
    }
    return true;
}

/// How the engine words what it says of an unknown.
struct Named {
    std::size_t var = var_count;
    std::string fact;              ///< as `--fact` names it
    std::string yes, no, subject;  ///< the two statements, or what stands before a range
};

inline std::vector<Named> names_of(const Statute& s) {
    const Situation nothing;
    Interpretation in(s.world->corpus, nothing, day("2026-06-01"));
    const auto unknown = [](UnknownKind kind, const std::string& name, const std::string& detail = "") {
        Unknown u;
        u.kind = kind;
        u.name = name;
        u.detail = detail;
        if (kind == UnknownKind::quantity) u.unit = "FLOP";
        return u;
    };
    const std::array<Unknown, var_count> unknowns{unknown(UnknownKind::flag, "f0"), unknown(UnknownKind::flag, "f1"), unknown(UnknownKind::flag, "f2"), unknown(UnknownKind::member, "markets", "EU"),
                                                  unknown(UnknownKind::member, "markets", "US"), unknown(UnknownKind::member, "markets", "US-CA"), unknown(UnknownKind::event, "incident"),
                                                  unknown(UnknownKind::event, "designation"), unknown(UnknownKind::quantity, "a"), unknown(UnknownKind::quantity, "b")};
    std::vector<Named> out;
    for (std::size_t v = 0; v < var_count; ++v) {
        const VarNo n = in.var(unknowns[v]);
        if (v == a || v == b) out.push_back({v, unknowns[v].fact_name(), "", "", subject_words(in, n)});
        else out.push_back({v, unknowns[v].fact_name(), truth_words(in, n, true), truth_words(in, n, false), ""});
    }
    return out;
}

inline std::vector<std::size_t> essential_of(const Statute& s, const Holds& h) {
    std::vector<std::size_t> out;
    for (const auto& e : h.essential)
        for (const auto& n : names_of(s))
            if (e.fact == n.fact && (n.fact != "markets" || e.words.ends_with(n.yes))) out.push_back(n.var);
    CHECK(out.size() == h.essential.size());
    return out;
}

/// Reads "more than 1 FLOP and at most 2.5 FLOP", "exactly 2 FLOP", "of 3 FLOP". Bounds in quarters.
inline bool in_range(const std::string& words, int value) {
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find(" and ", at), words.size());
        const std::string one = words.substr(at, end - at);
        const auto digit = one.find_first_of("0123456789");
        REQUIRE(digit != std::string::npos);
        const double bound = 4 * std::stod(one.substr(digit)), x = value;
        const bool so = one.starts_with("more than") ? x > bound : one.starts_with("at least") ? x >= bound : one.starts_with("less than") ? x < bound : one.starts_with("at most") ? x <= bound : x >= bound && x <= bound;
        if (!so) return false;
        at = end + 5;
    }
    return true;
}

/// Is the statement true in a case? Nothing if it is about none of these unknowns.
inline std::optional<bool> says(const std::string& words, const std::vector<Named>& names, const Digits& d) {
    for (const auto& n : names) {
        if (n.var == a || n.var == b) {
            if (words.starts_with(n.subject + " ")) return in_range(words.substr(n.subject.size() + 1), d[n.var]);
        } else if (words == n.yes || words == n.no) {
            return (d[n.var] != 0) == (words == n.yes);
        }
    }
    return std::nullopt;
}

/// Which answers remain where the statements hold: 1 no, 2 yes, 3 both.
inline int answers_where(const Statute& s, const std::vector<Digits>& cases, const std::vector<Named>& names, const std::vector<std::string>& statements) {
    int out = 0;
    for (const auto& d : cases)
        if (std::all_of(statements.begin(), statements.end(), [&](const std::string& w) {
                const auto so = says(w, names, d);
                INFO(w);
                REQUIRE(so);
                return *so;
            }))
            out |= s.asks(s.first, d, false) ? 2 : 1;
    return out;
}

}  // namespace lacuna::small
