#include "xml_file.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

namespace lacuna {
namespace {

/// Offset of the first byte that is not valid UTF-8 (RFC 3629) or is a control character that XML forbids.
std::optional<std::size_t> bad_byte(std::string_view s) {
    for (std::size_t i = 0; i < s.size();) {
        const auto c = static_cast<unsigned char>(s[i]);
        if (c < 0x80) {
            if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') return i;
            ++i;
            continue;
        }
        const std::size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
        if (c < 0xC2 || c > 0xF4 || i + length > s.size()) return i;
        const auto second = static_cast<unsigned char>(s[i + 1]);
        const bool overlong = (c == 0xE0 && second < 0xA0) || (c == 0xF0 && second < 0x90);
        const bool surrogate_or_beyond = (c == 0xED && second > 0x9F) || (c == 0xF4 && second > 0x8F);
        if (overlong || surrogate_or_beyond) return i;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(s[i + k]) & 0xC0U) != 0x80U) return i;
        i += length;
    }
    return std::nullopt;
}

/// Is the text at an ampersand one of the five built-in entities or a character reference?
bool known_reference(std::string_view rest) {
    static constexpr std::array<std::string_view, 5> builtin{"&lt;", "&gt;", "&amp;", "&quot;", "&apos;"};
    if (std::any_of(builtin.begin(), builtin.end(), [&](std::string_view b) { return rest.substr(0, b.size()) == b; })) return true;
    if (rest.substr(0, 2) != "&#") return false;
    const auto end = rest.substr(0, 12).find(';');
    return end != std::string_view::npos && end > 2;
}

}  // namespace

Place XmlFile::place_at(std::size_t offset) const {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const std::size_t line = static_cast<std::size_t>(next - line_starts_.begin());
    const std::size_t start = line_starts_[line - 1];
    const auto characters = std::count_if(content_.begin() + static_cast<std::ptrdiff_t>(start), content_.begin() + static_cast<std::ptrdiff_t>(std::min(offset, content_.size())),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return {name_, static_cast<int>(line), static_cast<int>(characters) + 1};
}

Place XmlFile::place(pugi::xml_node node) const {
    const auto offset = node.offset_debug();
    if (offset < 0) return {name_, 1, 1};
    // pugixml points at the name; readers look for the bracket
    return place_at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset - 1, 0)));
}

Place XmlFile::place(pugi::xml_node element, std::string_view attribute) const {
    const auto start = element.offset_debug();
    if (start < 0) return {name_, 1, 1};
    char quote = 0;
    for (std::size_t i = static_cast<std::size_t>(start); i < content_.size(); ++i) {
        const char c = content_[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
            continue;
        }
        if (c == '>') break;
        if (c == '"' || c == '\'') quote = c;
        const bool space_before = i > 0 && std::strchr(" \t\r\n", content_[i - 1]) != nullptr;
        const auto after = i + attribute.size();
        if (space_before && content_.compare(i, attribute.size(), attribute) == 0 && after < content_.size() && std::strchr("= \t\r\n", content_[after]) != nullptr)
            return place_at(i);
    }
    return place(element);
}

bool XmlFile::well_formed(std::vector<Problem>& problems, const XmlLimits& limits) {
    const auto whole = [&](std::string code, std::string what, std::string advice) {
        problems.push_back(problem_with(name_, std::move(code), std::move(what), std::move(advice)));
        return false;
    };
    const auto at = [&](std::size_t offset, std::string code, std::string what, std::string advice) {
        problems.push_back({place_at(offset), std::move(code), std::move(what), std::move(advice)});
        return false;
    };
    if (content_.size() > limits.bytes) return whole("file-too-large", fmt::format("the file has {} bytes", content_.size()), fmt::format("split it; at most {} are read", limits.bytes));
    if (const auto bad = bad_byte(content_)) return at(*bad, "bad-encoding", "this byte is not UTF-8 text", "save the file as UTF-8");

    bool good = true;
    for (std::size_t i = content_.find_first_of("&<"); i != std::string::npos; i = content_.find_first_of("&<", i + 1)) {
        const auto rest = std::string_view(content_).substr(i, 12);
        const auto skip_to = [&](std::string_view end) { i = std::min(content_.find(end, i), content_.size() - 1); };
        if (rest.substr(0, 4) == "<!--") skip_to("-->");
        else if (rest.substr(0, 9) == "<![CDATA[") skip_to("]]>");
        else if (rest.substr(0, 2) == "<!") return at(i, "document-type", "a document type declaration is not read", "delete it; corpus files need none, and entities are never expanded");
        else if (rest[0] == '&' && !known_reference(rest)) good = at(i, "unknown-entity", "this is not a reference that XML knows by itself", "write &amp; for an ampersand, or the character itself");
    }
    if (!good) return false;

    const auto result = document_.load_buffer(content_.data(), content_.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!result) return at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), "not-xml", fmt::format("this is not well-formed XML ({})", result.description()), "close or correct the tag here or just before");
    int roots = 0;
    for (const auto child : document_.children()) roots += child.type() == pugi::node_element ? 1 : 0;
    if (roots != 1) return whole("not-xml", fmt::format("the file has {} outermost elements", roots), "give it exactly one");
    return true;
}

bool XmlFile::bounded(std::vector<Problem>& problems, const XmlLimits& limits) const {
    std::size_t elements = 0;
    int depth = 1;
    // a walk without recursion: depth is what we are here to bound
    for (pugi::xml_node node = root(); node;) {
        if (++elements > limits.elements) {
            problems.push_back({place(node), "too-many-elements", fmt::format("the file has more than {} elements", limits.elements), "split it"});
            return false;
        }
        if (depth > limits.depth) {
            problems.push_back({place(node), "too-deep", fmt::format("elements are nested more than {} deep", limits.depth), "flatten the file"});
            return false;
        }
        if (const auto child = node.first_child()) {
            node = child;
            ++depth;
            continue;
        }
        while (node && !node.next_sibling() && node != root()) {
            node = node.parent();
            --depth;
        }
        if (node == root()) break;
        node = node.next_sibling();
    }
    return true;
}

std::unique_ptr<XmlFile> XmlFile::parse(std::string name, std::string content, std::vector<Problem>& problems, const XmlLimits& limits) {
    auto file = std::make_unique<XmlFile>();
    file->name_ = std::move(name);
    file->content_ = std::move(content);
    if (file->content_.starts_with("\xEF\xBB\xBF")) file->content_.erase(0, 3);
    file->line_starts_.push_back(0);
    for (std::size_t i = 0; i < file->content_.size(); ++i)
        if (file->content_[i] == '\n') file->line_starts_.push_back(i + 1);
    if (!file->well_formed(problems, limits) || !file->bounded(problems, limits)) return nullptr;
    return file;
}

}  // namespace lacuna
