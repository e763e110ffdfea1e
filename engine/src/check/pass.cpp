// What every subject of a check asks: is the name known, the id well formed, the source listed, the period possible?

#include "check/pass.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/reference.hpp"

namespace lacuna {

void Names::sort() { std::sort(ids_.begin(), ids_.end()); }
bool Names::has(const std::string& id) const { return std::binary_search(ids_.begin(), ids_.end(), id); }
std::string Names::advice(const std::string& id) const { return near_or(id, ids_, fmt::format("add it to {}, or use one that is there", where_)); }

CheckPass::CheckPass(const Corpus& corpus) : corpus_(corpus) {
    collect_vocabulary(corpus_.vocabulary());
    for (const auto& id : corpus_.party_ids()) {
        parties.add(id);
        bearers.add(id);
    }
    for (const auto& id : corpus_.instrument_ids()) instruments.add(id);
    for (auto* names : {&themes, &domains, &facts, &events, &limits, &classes, &kinds, &jurisdictions, &parties, &bearers, &instruments}) names->sort();
    for (const auto& in : corpus_.data().instruments)
        for (const auto& s : in.schemes)
            for (const auto& l : s.levels) levels_[s.id].insert(l.id);
}

void CheckPass::collect_vocabulary(const Vocabulary& v) {
    for (const auto& x : v.themes) themes.add(x.id);
    for (const auto& x : v.domains) domains.add(x.id);
    for (const auto& x : v.facts) {
        facts.add(x.id);
        fact_.emplace(x.id, &x);
    }
    for (const auto& x : v.events) events.add(x.id);
    for (const auto& x : v.classes) {
        classes.add(x.id);
        bearers.add(x.id);
    }
    for (const auto& x : v.party_kinds) kinds.add(x.id);
    for (const auto& x : v.limits) limits.add(x.id);
    for (const auto& x : v.jurisdictions) jurisdictions.add(x.id);
}

std::vector<Problem> CheckPass::done() {
    sort_problems(problems_);
    return std::move(problems_);
}

void CheckPass::problem(const Place& at, std::string code, std::string what, std::string advice) {
    if (!enough()) problems_.push_back({at, std::move(code), std::move(what), std::move(advice)});
}

void CheckPass::take(std::vector<Problem> more) {
    if (enough()) return;
    for (auto& p : more) problems_.push_back(std::move(p));
}

void CheckPass::known(const Place& at, const Names& names, const std::string& id) {
    if (!id.empty() && !names.has(id) && !enough()) problem(at, "unknown-name", fmt::format("no {} is called '{}'", names.noun(), id), names.advice(id));
}

void CheckPass::known(const Place& at, const Names& names, const std::vector<std::string>& ids) {
    for (const auto& id : ids) known(at, names, id);
}

void CheckPass::party_or_bearer(const Place& at, const std::string& id) {
    if (id != bearer_party) known(at, parties, id);
}

void CheckPass::good_id(const std::string& id, const Place& at) {
    const auto fine = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    if (!std::all_of(id.begin(), id.end(), fine)) problem(at, "bad-id", fmt::format("'{}' is not an id", excerpt(id)), "use small letters, digits, '-' and '.'");
}

void CheckPass::provenance(std::string_view whole, const std::vector<Source>& sources, const Provenance& p, const Place& at) {
    if (p.source.empty()) return;
    const auto ids = ids_of(sources);
    if (std::find(ids.begin(), ids.end(), p.source) != ids.end()) return;
    problem(at, "unknown-name", fmt::format("no source of this {} is called '{}'", whole, p.source), near_or(p.source, ids, fmt::format("add a <source id=\"{}\">", p.source)));
}

void CheckPass::period(const std::optional<DayRange>& from, const std::optional<DayRange>& until, const Place& at) {
    if (from && until && until->last < from->first) problem(at, "impossible-interval", fmt::format("it ends on {} before it begins on {}", to_string(*until), to_string(*from)), "correct one of the two dates");
}

void CheckPass::part_of(const Instrument& in, const std::string& ref, const std::string& what, const Place& at) {
    if (ref.starts_with('#') && corpus_.find_latest(in, ref.substr(1))) return;
    problem(at, "dangling-reference", fmt::format("'{}' is no part of {}", ref, what), "write # and the id of a division or provision");
}

const Instrument* CheckPass::instrument_named(const std::string& id, const Place& at) {
    known(at, instruments, id);
    return corpus_.instrument(id);
}

std::optional<int> CheckPass::version_named(const Instrument& in, const std::string& id, const Place& at) {
    std::vector<Problem> found;
    const auto v = lacuna::version_named(corpus_, in, id, at, found);
    take(std::move(found));
    return v;
}

const Fact* CheckPass::fact(const Id& id) const {
    const auto it = fact_.find(id);
    return it == fact_.end() ? nullptr : it->second;
}

const std::set<std::string>* CheckPass::levels(const Id& scheme) const {
    const auto it = levels_.find(scheme);
    return it == levels_.end() ? nullptr : &it->second;
}

}  // namespace lacuna
