#include "text_cites.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "lacuna/names.hpp"

namespace lacuna {
namespace {

constexpr std::array<std::string_view, 12> romans{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};

/// What comes after the last opening parenthesis of "…(b)(ii)"; none if it does not end so.
std::optional<std::string> last_mark(const std::string& s) {
    const auto at = s.rfind('(');
    if (at == std::string::npos || !s.ends_with(')')) return std::nullopt;
    return s.substr(at + 1, s.size() - at - 2);
}

bool number(const std::string& s) { return !s.empty() && s.size() < 4 && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; }); }

/// (a) before (b), (9) before (10), (iii) before (iv).
bool next_after(const std::string& a, const std::string& b) {
    if (number(a) && number(b)) return std::stoi(a) + 1 == std::stoi(b);
    const auto x = std::find(romans.begin(), romans.end(), a), y = std::find(romans.begin(), romans.end(), b);
    if (x != romans.end() && y == x + 1) return true;
    return a.size() == 1 && b.size() == 1 && a[0] >= 'a' && b[0] == a[0] + 1 && b[0] <= 'z';
}

/// Does `b` follow `a` in one row of siblings?
bool follows(const std::string& a, const std::string& b) {
    const auto x = last_mark(a), y = last_mark(b);
    return x && y && a.substr(0, a.rfind('(')) == b.substr(0, b.rfind('(')) && next_after(*x, *y);
}

struct Named {
    std::string cite;
    std::size_t times = 1;
};

std::vector<Named> counted(const std::vector<std::string>& cites) {
    std::vector<Named> out;
    for (const auto& c : cites) {
        const auto it = std::find_if(out.begin(), out.end(), [&](const Named& n) { return n.cite == c; });
        if (it == out.end()) out.push_back({c, 1});
        else ++it->times;
    }
    return out;
}

std::string times_words(const Named& n) { return n.times == 1 ? "" : fmt::format(" ({} duties)", n.times); }

/// "(a), (b)" stays, "(a), (b), (c)" becomes "(a)-(c)".
std::string in_rows(const std::vector<Named>& parts) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < parts.size();) {
        std::size_t end = i;
        while (end + 1 < parts.size() && parts[end].times == 1 && parts[end + 1].times == 1 && follows(parts[end].cite, parts[end + 1].cite)) ++end;
        if (end - i < 2) end = i;
        out.push_back(end == i ? parts[i].cite + times_words(parts[i]) : fmt::format("{}-({})", parts[i].cite, *last_mark(parts[end].cite)));
        i = end + 1;
    }
    // a part that is itself named with a comma would run into the next one
    const bool commas = std::any_of(out.begin(), out.end(), [](const std::string& o) { return o.find(", ") != std::string::npos; });
    return join(out, commas ? "; " : ", ");
}

bool begins_with_part(const std::string& cite, const std::string& root) {
    return !root.empty() && cite.size() > root.size() && cite.starts_with(root) && (cite[root.size()] == '(' || cite[root.size()] == ',');
}

}  // namespace

std::string cites_together(const std::string& root, const std::vector<std::string>& cites) {
    const auto all = counted(cites);
    if (all.size() == 1) return all.front().cite + times_words(all.front());
    const bool one_article = std::all_of(all.begin(), all.end(), [&](const Named& n) { return n.cite == root || begins_with_part(n.cite, root); });
    if (!one_article) return in_rows(all);
    std::vector<Named> parts;
    std::string whole;
    for (const auto& n : all) {
        if (n.cite == root) {
            whole = root + times_words(n) + " with ";
            continue;
        }
        const auto rest = n.cite.substr(root.size());
        parts.push_back({rest.starts_with(", ") ? rest.substr(2) : rest, n.times});
    }
    const bool marks = parts.front().cite.starts_with('(');
    return (!whole.empty() ? whole : root + (marks ? "" : ", ")) + in_rows(parts);
}

}  // namespace lacuna
