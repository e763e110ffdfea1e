// The earlier or the later of several due dates, as far as they are known.

#include <fmt/format.h>

#include "time/clock_reader.hpp"

namespace lacuna {
namespace {

using Part = std::optional<Limit> Due::*;

/// The least (or greatest) of those that are known.
std::optional<Limit> any_known(const std::vector<Due>& parts, Part side, bool least) {
    std::optional<Limit> out;
    for (const auto& p : parts) {
        const auto& l = p.*side;
        if (l && (!out || (least ? before(*l, *out) : before(*out, *l)))) out = l;
    }
    return out;
}

/// The same, but only if all of them are known.
std::optional<Limit> all_known(const std::vector<Due>& parts, Part side, bool least) {
    const bool known = std::all_of(parts.begin(), parts.end(), [&](const Due& p) { return (p.*side).has_value(); });
    return known ? any_known(parts, side, least) : std::nullopt;
}

}  // namespace

Due due_of_several(bool earlier, std::vector<Due> parts) {
    Due d;
    std::vector<std::string> words, counted;
    for (const auto& part : parts) {
        counted.push_back(part.counted);
        if (!part.words.empty() && !part.idle) words.push_back(part.words);
        append_new(d.from, part.from);
        append_new(d.missing, part.missing);
        append_new(d.doubts, part.doubts);
    }
    d.idle = std::all_of(parts.begin(), parts.end(), [](const Due& p) { return p.idle; });
    d.words = join(words, "; ");
    d.counted = fmt::format("the {} of: {}", earlier ? "earlier" : "later", join(counted, earlier ? "; or " : "; and "));
    // what has not begun cannot be the earlier one, but may become the later one
    if (earlier && !d.idle) std::erase_if(parts, [](const Due& p) { return p.idle; });
    d.earliest = earlier ? all_known(parts, &Due::earliest, true) : any_known(parts, &Due::earliest, false);
    d.latest = earlier ? any_known(parts, &Due::latest, true) : all_known(parts, &Due::latest, false);
    return d;
}

}  // namespace lacuna
