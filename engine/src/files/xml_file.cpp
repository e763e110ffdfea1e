#include "files/xml_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <tuple>

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

/// May XML 1.0 hold this character?
bool is_xml_character(unsigned long c) {
    if (c < 0x20) return c == 0x9 || c == 0xA || c == 0xD;
    return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// Is the text at an ampersand one of the five built-in entities, or a reference to a character that XML may hold?
bool known_reference(std::string_view rest) {
    static constexpr std::array<std::string_view, 5> builtin{"&lt;", "&gt;", "&amp;", "&quot;", "&apos;"};
    if (std::any_of(builtin.begin(), builtin.end(), [&](std::string_view b) { return rest.substr(0, b.size()) == b; })) return true;
    if (rest.substr(0, 2) != "&#") return false;
    const auto end = rest.find(';');
    if (end == std::string_view::npos) return false;
    auto digits = rest.substr(2, end - 2);
    const int base = digits.starts_with('x') ? 16 : 10;
    if (base == 16) digits.remove_prefix(1);
    unsigned long code = 0;
    const auto [last, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
    return !digits.empty() && error == std::errc{} && last == digits.data() + digits.size() && is_xml_character(code);
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// What a look at the raw text found that the parser would let pass.
struct RawProblem {
    std::size_t offset;
    const char* code;
    const char* what;
    const char* advice;
};

/// One pass over the raw text, before anything is parsed: document types, unknown references, '<' in attributes, text outside the
/// outermost element. Stops after so many finds that nobody reads further.
class RawScan {
public:
    explicit RawScan(std::string_view text) : text_(text) {}

    std::vector<RawProblem> run() {
        while (at_ < text_.size() && found_.size() < 100) {
            if (text_[at_] == '<') markup();
            else character();
        }
        return std::move(found_);
    }

private:
    bool here(std::string_view token) const { return text_.substr(at_, token.size()) == token; }
    void skip_past(std::string_view end) { at_ = std::min(text_.find(end, at_), text_.size() - end.size()) + end.size(); }
    void find(std::size_t offset, const char* code, const char* what, const char* advice) { found_.push_back({offset, code, what, advice}); }

    void reference() {
        if (!known_reference(text_.substr(at_, 12))) find(at_, "unknown-entity", "this is not a reference that XML knows by itself", "write &amp; for an ampersand, or the character itself");
    }
    void character() {
        if (depth_ == 0 && !is_space(text_[at_]) && !outside_told_) {
            outside_told_ = true;
            // before the first element the parser says it better
            if (elements_ > 0) find(at_, "stray-text", "text stands outside the outermost element", "delete it, or move it inside");
        }
        if (text_[at_] == '&') reference();
        ++at_;
    }
    void markup() {
        if (here("<!--")) return skip_past("-->");
        if (here("<![CDATA[")) return skip_past("]]>");
        if (here("<?")) return skip_past("?>");
        if (here("<!")) {
            find(at_, "document-type", "a document type declaration is not read", "delete it; corpus files need none, and entities are never expanded");
            at_ = text_.size();
            return;
        }
        tag();
    }
    void tag() {
        const bool closing = here("</");
        char quote = 0;
        for (++at_; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (quote != 0 && c == '<') {
                find(at_, "not-xml", "this is not well-formed XML (a '<' inside an attribute)", "write &lt; for it");
                continue;
            }
            if (c == '&' && quote != 0) reference();
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                break;
            }
        }
        const bool empty = at_ > 0 && at_ < text_.size() && text_[at_ - 1] == '/';
        if (!closing) ++elements_;
        if (closing && depth_ > 0) --depth_;
        else if (!closing && !empty) ++depth_;
        ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0, depth_ = 0, elements_ = 0;
    bool outside_told_ = false;
    std::vector<RawProblem> found_;
};

}  // namespace

Place XmlFile::place_at(std::size_t offset) const {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const std::size_t line = static_cast<std::size_t>(next - line_starts_.begin());
    // places are mostly asked for in order; going on from the last one keeps a file of one long line from costing its square
    std::size_t from = line_starts_[line - 1];
    std::size_t column = 1;
    if (last_place_.first >= from && last_place_.first <= offset) std::tie(from, column) = last_place_;
    const auto begin = content_.begin();
    column += static_cast<std::size_t>(std::count_if(begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(std::min(offset, content_.size())),
                                                     [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    last_place_ = {offset, column};
    return {name_, static_cast<int>(line), static_cast<int>(column)};
}

Place XmlFile::place(pugi::xml_node node) const {
    const auto offset = node.offset_debug();
    if (offset < 0) return {name_, 1, 1};
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        auto first = static_cast<std::size_t>(offset);
        while (first < content_.size() && is_space(content_[first])) ++first;
        return place_at(first);
    }
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
    if (const auto bad = bad_byte(content_)) {
        const auto c = static_cast<unsigned char>(content_[*bad]);
        if (c < 0x20) return at(*bad, "control-character", fmt::format("a control character (U+{:04X}) stands here", c), "delete it");
        return at(*bad, "bad-encoding", "this byte is not UTF-8 text", "save the file as UTF-8");
    }
    const auto raw = RawScan(content_).run();
    for (const auto& r : raw) at(r.offset, r.code, r.what, r.advice);
    if (!raw.empty()) return false;

    const auto result = document_.load_buffer(content_.data(), content_.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (result.status == pugi::status_no_document_element) return at(0, "no-element", "the file holds no element", "begin it with <instrument>, <parties>, <mapping-set> or <vocabulary>");
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
