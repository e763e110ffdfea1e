#include "lacuna/suppose.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/standing.hpp"

namespace lacuna {
namespace {

std::optional<std::size_t> version_position(const Instrument& in, const std::string& version, Day on) {
    if (version.empty()) {
        if (const auto v = version_on(in, on)) return static_cast<std::size_t>(*v);
        return in.versions.size() - 1;
    }
    const auto it = std::find_if(in.versions.begin(), in.versions.end(), [&](const Version& v) { return v.id == version; });
    if (it == in.versions.end()) return std::nullopt;
    return static_cast<std::size_t>(it - in.versions.begin());
}

/// The version stands on the day: it began by then, and so did what comes before it; what follows it has not begun.
void let_stand(Instrument& in, std::size_t version, Day on) {
    auto& from = in.versions[version].in_force_from;
    if (!from || from->last > on) from = DayRange{on, on};
    for (std::size_t i = 0; i < version; ++i)
        if (auto& earlier = in.versions[i].in_force_from; earlier && earlier->last > on) earlier = DayRange{on, on};
    for (std::size_t i = version + 1; i < in.versions.size(); ++i)
        if (auto& next = in.versions[i].in_force_from; next && next->first <= on) next = DayRange{on + std::chrono::days(1), on + std::chrono::days(1)};
}

}  // namespace

std::optional<std::string> suppose_in_force(CorpusData& data, const std::string& id, const std::string& version, Day on, const std::string& argument, std::vector<Problem>& problems) {
    std::vector<std::string> ids;
    for (const auto& in : data.instruments) ids.push_back(in.id);
    const auto it = std::find_if(data.instruments.begin(), data.instruments.end(), [&](const Instrument& in) { return in.id == id; });
    if (it == data.instruments.end()) {
        problems.push_back(problem_with(argument, "unknown-name", fmt::format("no instrument is called '{}'", excerpt(id)), near_or(id, ids, "see `lacuna list instruments`, or name a file")));
        return std::nullopt;
    }
    if (it->versions.empty()) return std::nullopt;  // reported by check
    const auto position = version_position(*it, version, on);
    if (!position) {
        std::vector<std::string> versions;
        for (const auto& v : it->versions) versions.push_back(v.id);
        problems.push_back(problem_with(argument, "unknown-name", fmt::format("'{}' has no version '{}'", id, excerpt(version)), near_or(version, versions, fmt::format("use one of {}", join(versions)))));
        return std::nullopt;
    }
    if (it->versions[*position].encoded == false) {
        problems.push_back(problem_with(argument, "not-encoded", fmt::format("the text of version '{}' of '{}' is not in the corpus", it->versions[*position].id, id), "ask about a version whose text is held"));
        return std::nullopt;
    }
    const auto status = status_on(*it, on);
    const auto stands = version_on(*it, on);
    const std::string really = status != Status::in_force ? fmt::format("it {} on this date", status ? "is " + std::string(word(*status)) : "has no status")
                               : stands != static_cast<int>(*position) ? fmt::format("version {} stands on this date", it->versions[static_cast<std::size_t>(stands.value_or(0))].id)
                                                                       : "which it is";
    StatusPeriod supposed;
    supposed.value = Status::in_force;
    supposed.from = DayRange{on, on};
    supposed.at = it->at;
    it->status = {supposed};
    let_stand(*it, *position, on);
    return fmt::format("{} ({}) is taken as if in force on {}; {}", it->name(), it->versions[*position].id, in_words(on), really);
}

}  // namespace lacuna
