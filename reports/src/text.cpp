#include "reports/text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

std::size_t characters(std::string_view s) {
    return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::string wrap(std::string_view text, std::string_view first, std::string_view rest, std::size_t width) {
    std::string out(first);
    std::size_t column = characters(first), start = column;
    for (std::size_t i = 0; i < text.size();) {
        const auto end = std::min(text.find(' ', i), text.size());
        const auto piece = text.substr(i, end - i);
        i = end + 1;
        if (piece.empty()) continue;
        const std::size_t length = characters(piece);
        if (column > start && column + 1 + length > width) {
            out += '\n';
            out += rest;
            column = start = characters(rest);
        } else if (column > start) {
            out += ' ';
            ++column;
        }
        out += piece;
        column += length;
    }
    return out + "\n";
}

std::string field(std::string_view name, std::string_view text, std::size_t indent) {
    std::string first(2, ' ');
    first += name;
    first.resize(std::max(indent, first.size() + 1), ' ');
    return wrap(text, first, std::string(indent, ' '));
}

std::string painted(std::string_view text, std::string_view code, const TextStyle& style) {
    return style.colour ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
}

std::string heading(std::string_view text, const TextStyle& style) { return painted(text, "1", style) + "\n"; }

std::string version_words(const Taken& t) { return fmt::format("{} ({})", t.instrument->name(), t.instrument->versions[static_cast<std::size_t>(t.version)].id); }

std::string versions_words(const Scope& scope) {
    std::vector<std::string> names;
    for (const auto& t : scope.taken) names.push_back(version_words(t));
    return names.empty() ? "none" : join(names);
}

std::string spelled(std::string_view word_with_hyphens) {
    std::string s(word_with_hyphens);
    std::replace(s.begin(), s.end(), '-', ' ');
    return s;
}

std::string step_words(const Corpus& corpus, const Crosswalk& crosswalk, const Step& step) {
    const auto name = [&](PointNo point) { return cites(corpus, crosswalk.members(point)); };
    switch (step.kind) {
        case StepKind::contains: return fmt::format("{} contains its part {}", name(step.from), name(step.to));
        case StepKind::part_of: return fmt::format("{} is a part of {}", name(step.from), name(step.to));
        case StepKind::set_of: return fmt::format("{} includes {}", name(step.from), name(step.to));
        case StepKind::member_of: return fmt::format("{} is included in {}", name(step.from), name(step.to));
        case StepKind::all_parts: return fmt::format("so is every other part of {}, each by a chain of its own, and its parts are all there is", name(step.to));
        case StepKind::filed: return fmt::format("{} asks that the document in which {} stands be kept: it is filed under it", name(step.from), name(step.to));
        case StepKind::mapping: break;
    }
    const PointNo source = step.reversed ? step.to : step.from, target = step.reversed ? step.from : step.to;
    return fmt::format("{} {} {} ({})", name(source), relation_verb(step.mapping->relation), name(target), word(step.mapping->relation));
}

std::string authorship_words(const Stated& s) {
    const auto who = authorship_of(*s.set, *s.mapping);
    const auto strength = s.mapping->strength ? fmt::format("strength {} of 10", *s.mapping->strength) : std::string("no strength stated");
    return fmt::format("{}, {}, {}{}", strength, who.status ? word(*who.status) : "no status", who.author.empty() ? "no author" : "by " + who.author, who.date ? ", " + to_string(*who.date) : "");
}

std::string_view relation_verb(StatedRelation relation) {
    static constexpr std::array<std::string_view, 5> verbs{"asks the same as", "asks a part of", "asks all of", "overlaps", "shares nothing with"};
    return verbs[static_cast<std::size_t>(relation)];
}

}  // namespace lacuna
