#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "page_data.hpp"

namespace lacuna {
namespace {

// Characters that no XML file, and so no corpus, can contain mark what is to be strong.
constexpr char strong_begin = '\x02', strong_end = '\x03';

}  // namespace

std::string strong(const std::string& text) { return strong_begin + text + strong_end; }
std::string strong(std::size_t n) { return strong(std::to_string(n)); }
std::string strong_or_none(std::size_t n) { return strong(n == 0 ? "none" : std::to_string(n)); }

Data runs(const std::string& text) {
    Data out = empty_list();
    for (std::size_t i = 0; i < text.size();) {
        const bool is_strong = text[i] == strong_begin;
        const auto end = std::min(text.find(is_strong ? strong_end : strong_begin, i), text.size());
        Data run;
        run["strong"] = Data(is_strong);
        run["text"] = text.substr(is_strong ? i + 1 : i, end - i - (is_strong ? 1 : 0));
        out.push_back(run);
        i = is_strong ? end + 1 : end;
    }
    return out;
}

Data texts(const std::vector<std::string>& lines) {
    Data out = empty_list();
    for (const auto& l : lines) {
        Data item;
        item["text"] = l;
        out.push_back(item);
    }
    return out;
}

std::string count_of(std::size_t n, std::string_view noun) {
    if (n == 1) return fmt::format("1 {}", noun);
    if (noun.ends_with("y")) return fmt::format("{} {}ies", n, noun.substr(0, noun.size() - 1));
    return fmt::format("{} {}s", n, noun);
}

std::string capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string sentence(std::string text) {
    if (!text.empty() && text.back() != '.') text += '.';
    return capital(std::move(text));
}

std::string unhyphenated(std::string_view word) {
    std::string out(word);
    std::replace(out.begin(), out.end(), '-', ' ');
    return out;
}

std::string listed(const std::vector<std::string>& words) {
    if (words.size() < 2) return join(words);
    return join({words.begin(), words.end() - 1}) + " and " + words.back();
}

std::string finding_symbol(Finding finding) {
    switch (finding) {
        case Finding::covered: return "✓";
        case Finding::not_compared: return "–";
        case Finding::undetermined:
        case Finding::possible:
        case Finding::never_reviewed: return "?";
        case Finding::partly:
        case Finding::at_least_partly: return "◐";
        case Finding::falls_short:
        case Finding::not_covered:
        case Finding::declared_none:
        case Finding::reviewed_unmapped: break;
    }
    return "✗";
}

std::string finding_words(Finding finding) {
    switch (finding) {
        case Finding::partly: return "covered in part";
        case Finding::at_least_partly: return "touched in part, cover not shown";
        case Finding::possible: return "possibly touched, nothing certain";
        case Finding::declared_none: return "declared to share nothing";
        case Finding::reviewed_unmapped: return "reviewed, nothing mapped";
        default: return unhyphenated(word(finding));
    }
}

std::string severity_symbol(Severity severity) {
    switch (severity) {
        case Severity::critical: return "■■■■";
        case Severity::high: return "■■■□";
        case Severity::moderate: return "■■□□";
        case Severity::low: break;
    }
    return "■□□□";
}

std::string flag_words(Flag flag) {
    switch (flag) {
        case Flag::escape_clause: return "has a way out (escape clause)";
        case Flag::competitor_escape: return "has a way out that opens on what competitors do";
        case Flag::evaluation_dependent: return "seen only through the bearer's own evaluations";
        case Flag::treat_as_above: return "if unsure: treat as above the threshold";
        case Flag::proceed_if_unsure: return "if unsure: proceed";
        case Flag::unsanctioned: return "no sanction for a breach";
        case Flag::resettable: return "the bearer may weaken it alone";
    }
    return {};
}

std::string grade_words(Grade grade) {
    switch (grade) {
        case Grade::primary: return "primary (against the official text)";
        case Grade::secondary: return "secondary (from somebody's account of it)";
        case Grade::inferred: return "inferred (our own reading)";
        case Grade::unchecked: break;
    }
    return "unchecked";
}

std::string version_name(const Instrument& instrument, int version) {
    return fmt::format("{} {}", instrument.name(), instrument.versions[static_cast<std::size_t>(version)].id);
}

std::string followable(const std::string& url) { return url.starts_with("https://") || url.starts_with("http://") ? url : std::string(); }

std::string anchor_of(const Corpus& corpus, const Pinned& target) {
    auto id = "gap-" + corpus.ref(target.node, target.named ? std::optional(target.version) : std::nullopt);
    std::replace_if(id.begin(), id.end(), [](unsigned char c) { return std::isalnum(c) == 0 && c != '-'; }, '.');
    return id;
}

}  // namespace lacuna
