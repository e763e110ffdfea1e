// What is wrong with the facts of a situation, from a file or from the command line.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lacuna/check.hpp"
#include "lacuna/questionnaire.hpp"
#include "lacuna/trigger.hpp"

namespace lacuna {
namespace {

class SituationChecker {
public:
    SituationChecker(const Corpus& corpus, const Situation& situation) : corpus_(corpus), situation_(situation) { collect_tests(); }

    std::vector<Problem> run() {
        if (!situation_.developer.empty() && corpus_.party(situation_.developer) == nullptr) unknown(situation_.at, "party", situation_.developer, corpus_.party_ids(), "see `lacuna list parties`");
        for (const auto& k : situation_.facts) fact(k);
        repeated();
        return std::move(problems_);
    }

private:
    void problem(const Place& at, std::string code, std::string what, std::string advice) { problems_.push_back({at, std::move(code), std::move(what), std::move(advice)}); }
    void unknown(const Place& at, std::string_view noun, const std::string& name, const std::vector<std::string>& known, std::string otherwise) {
        problem(at, "unknown-name", fmt::format("no {} is called '{}'", noun, excerpt(name)), near_or(name, known, std::move(otherwise)));
    }

    void collect_tests() {
        for (auto& t : tests_asked(corpus_)) tests_.insert(std::move(t.id));
    }

    template <class T>
    const T* named(const std::vector<T>& items, const Known& k, std::string_view noun) {
        std::vector<std::string> ids;
        for (const auto& x : items) {
            if (x.id == k.name) return &x;
            ids.push_back(x.id);
        }
        unknown(k.at, noun, k.name, ids, fmt::format("see `lacuna list {}{}`", noun, noun == "class" ? "es" : "s"));
        return nullptr;
    }

    void fact(const Known& k) {
        source(k);
        for (const auto& v : k.view)
            if (v != "expected" && v != bearer_party && corpus_.party(v) == nullptr) unknown(k.at, "party", v, corpus_.party_ids(), "name a party, 'bearer' for whoever bears the duty, or 'expected' for what is known to come");
        switch (k.kind) {
            case KnownKind::quantity: return quantity(k, of_kind(k, FactKind::quantity));
            case KnownKind::day: of_kind(k, FactKind::date); return;
            case KnownKind::flag: of_kind(k, FactKind::flag); return;
            case KnownKind::set: return members(k, of_kind(k, FactKind::set));
            case KnownKind::test:
                if (!tests_.contains(k.name)) unknown(k.at, "test", k.name, {tests_.begin(), tests_.end()}, "see `lacuna list tests`");
                return;
            case KnownKind::level: return level(k);
            case KnownKind::in_class: return in_class(k);
            case KnownKind::event: return event(k);
        }
    }

    void source(const Known& k) {
        std::vector<std::string> ids;
        for (const auto& s : situation_.sources) ids.push_back(s.id);
        const auto& wanted = k.provenance.source;
        if (wanted.empty() || std::find(ids.begin(), ids.end(), wanted) != ids.end()) return;
        problem(k.at, "unknown-source", fmt::format("the situation has no source '{}'", excerpt(wanted)), near_or(wanted, ids, "add a <source> with that id"));
    }

    const Fact* of_kind(const Known& k, FactKind kind) {
        const auto* f = named(corpus_.vocabulary().facts, k, "fact");
        if (f == nullptr || f->kind == kind) return f;
        problem(k.at, "bad-value", fmt::format("'{}' is a {}, not a {}", k.name, word(f->kind), word(kind)), fmt::format("say it with <{}>", f->kind == FactKind::date ? "day" : word(f->kind)));
        return nullptr;
    }

    void number(const Known& k, const std::string& text) {
        if (!text.empty() && !Decimal::parse(text)) problem(k.at, "bad-value", fmt::format("'{}' is not a decimal number", excerpt(text)), "write digits, perhaps a point and an exponent, as in 1e25");
        else if (!text.empty() && *Decimal::parse(text) < Decimal{}) problem(k.at, "bad-value", fmt::format("{} is less than nothing", text), "write a number of 0 or more");
    }

    void quantity(const Known& k, const Fact* f) {
        for (const auto& text : {k.value, k.low, k.high}) number(k, text);
        const bool range = !k.low.empty() || !k.high.empty();
        if (k.value.empty() != range) problem(k.at, "bad-value", fmt::format("'{}' has no value, or a value and a range", k.name), "give a value, or low and high, as in 9e24..1.2e25");
        const auto low = Decimal::parse(k.low), high = Decimal::parse(k.high);
        if (low && high && *high < *low) problem(k.at, "impossible-interval", fmt::format("{} is more than {}", k.low, k.high), "put the smaller number first");
        if (f == nullptr) return;
        if (std::find(f->units.begin(), f->units.end(), k.unit) == f->units.end())
            problem(k.at, "bad-unit", k.unit.empty() ? fmt::format("'{}' has no unit", k.name) : fmt::format("'{}' is not measured in '{}'", k.name, excerpt(k.unit)), fmt::format("use {}", join(f->units, " or ")));
        if (f->per_year && !k.year) problem(k.at, "missing-attribute", fmt::format("'{}' means nothing without a year", k.name), fmt::format("write {}@2025=...", k.name));
        if (!f->per_year && k.year) problem(k.at, "bad-value", fmt::format("'{}' is not counted by the year", k.name), "leave the year out");
    }

    void members(const Known& k, const Fact* f) {
        if (f == nullptr) return;
        std::vector<std::string> ids;
        for (const auto& v : f->values) ids.push_back(v.id);
        for (const auto* list : {&k.includes, &k.excludes})
            for (const auto& m : *list)
                if (std::find(ids.begin(), ids.end(), m) == ids.end()) problem(k.at, "unknown-name", fmt::format("'{}' has no value '{}'", k.name, excerpt(m)), near_or(m, ids, fmt::format("use one of {}", join(ids))));
        for (const auto& m : k.includes)
            if (std::find(k.excludes.begin(), k.excludes.end(), m) != k.excludes.end()) problem(k.at, "contradiction", fmt::format("'{}' is both in and out of '{}'", m, k.name), "keep one of the two");
        if (k.includes.empty() && k.excludes.empty() && !k.only) problem(k.at, "bad-value", fmt::format("nothing is said of '{}'", k.name), "name what it includes or excludes");
    }

    void level(const Known& k) {
        if (k.scheme.empty()) return;  // reported on reading
        std::vector<std::string> schemes, levels;
        for (const auto& in : corpus_.data().instruments)
            for (const auto& s : in.schemes) {
                schemes.push_back(s.id);
                if (s.id != k.scheme) continue;
                for (const auto& l : s.levels) levels.push_back(l.id);
            }
        if (levels.empty()) return unknown(k.at, "scheme", k.scheme, schemes, fmt::format("use one of {}", join(schemes)));
        if (std::find(levels.begin(), levels.end(), k.name) == levels.end()) unknown(k.at, fmt::format("level of scheme '{}'", k.scheme), k.name, levels, fmt::format("use one of {}", join(levels)));
    }

    /// Where rules decide who is in a class, facts are what can be given.
    void in_class(const Known& k) {
        if (named(corpus_.vocabulary().classes, k, "class") == nullptr || !k.view.empty()) return;
        const auto rule = std::find_if(corpus_.nodes().begin(), corpus_.nodes().end(), [&](const Node& n) { return n.provision->norm == Norm::classification && n.provision->into == k.name; });
        if (rule != corpus_.nodes().end()) problem(k.at, "decided-by-rules", fmt::format("who is in '{}' is decided by rules, such as {}", k.name, corpus_.cite(static_cast<NodeNo>(rule - corpus_.nodes().begin()))), "give the facts that the rules turn on instead");
    }

    void event(const Known& k) {
        const auto* e = named(corpus_.vocabulary().events, k, "event");
        const bool act = k.decided || k.effective || k.withdrawn;
        if (e != nullptr && act && !e->act) problem(k.at, "bad-value", fmt::format("'{}' is no act of an authority and is not decided", k.name), "say when it happened: occurrence, discovery, awareness, end");
        if (!k.holds && !act && !k.occurrence && !k.discovery && !k.awareness && !k.end) problem(k.at, "bad-value", fmt::format("nothing is said of '{}'", k.name), "give a moment, or yes, no or unknown");
        if (k.effective && k.withdrawn && k.withdrawn->last < k.effective->first) problem(k.at, "impossible-interval", fmt::format("'{}' is withdrawn before it takes effect", k.name), "correct one of the two dates");
        if (k.occurrence && k.discovery && k.discovery->day < k.occurrence->day) problem(k.at, "impossible-interval", fmt::format("'{}' is discovered before it happens", k.name), "correct one of the two moments");
        if (k.occurrence && k.awareness && k.awareness->day < k.occurrence->day) problem(k.at, "impossible-interval", fmt::format("'{}' is known before it happens", k.name), "correct one of the two moments");
    }

    void repeated() {
        std::set<std::string> seen;
        for (const auto& k : situation_.facts) {
            auto view = k.view;
            std::sort(view.begin(), view.end());
            const std::string name = fmt::format("{}/{}/{}/{}@{}{}", word(k.kind), join(view, "+"), k.scheme, k.name, k.year.value_or(0), k.unit);
            if (!seen.insert(name).second) problem(k.at, "repeated", fmt::format("'{}' is said twice", k.name), "keep one");
        }
    }

    const Corpus& corpus_;
    const Situation& situation_;
    std::set<std::string> tests_;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> check_situation(const Corpus& corpus, const Situation& situation, Day on) {
    auto problems = SituationChecker(corpus, situation).run();
    if (problems.empty() && !Triggers(corpus, situation, on).consistent())
        problems.push_back({situation.at, "contradiction", "the facts given cannot all be so together", "compare them with the axioms of the vocabulary, for example that pre-training is part of training compute"});
    sort_problems(problems);
    return problems;
}

}  // namespace lacuna
