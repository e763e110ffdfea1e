#include "files/xml_reader.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

namespace lacuna {
namespace {

/// White space collapsed to single blanks, none at the ends.
std::string collapsed(std::string_view s) {
    std::string out;
    for (const char c : s) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace

std::string XmlReader::quoted(std::string_view text) {
    return "'" + excerpt(text) + "'";
}

void XmlReader::text(std::string& field) {
    text_expected_ = true;
    std::string all;
    for (const auto child : element_.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) all += child.value();
    field = collapsed(all);
    if (field.empty()) problem(file_.place(element_), "no-text", fmt::format("<{}> is empty", element_.name()), "write the text, or delete the element");
}

std::string XmlReader::convert(const char* text, std::string& field) {
    field = collapsed(text);
    return field.empty() ? "a value|write one, or delete the attribute" : "";
}

std::string XmlReader::convert(const char* text, bool& field) {
    const std::string_view t = text;
    field = t == "yes";
    return t == "yes" || t == "no" ? "" : "yes or no|write one of them";
}

std::string XmlReader::convert(const char* text, std::optional<bool>& field) {
    return convert(text, field.emplace());
}

std::string XmlReader::convert(const char* text, int& field) {
    const std::string_view t = text;
    const auto [end, error] = std::from_chars(t.data(), t.data() + t.size(), field);
    if (error == std::errc::result_out_of_range) return "a whole number that can be read|write a smaller one";
    return error == std::errc{} && end == t.data() + t.size() ? "" : "a whole number|write one";
}

std::string XmlReader::convert(const char* text, std::optional<int>& field) {
    std::string why = convert(text, field.emplace());
    if (!why.empty()) field.reset();
    return why;
}

std::string XmlReader::convert(const char* text, std::optional<DayRange>& field) {
    field = parse_day_range(text);
    if (!field) return "a day of the calendar|write YYYY-MM-DD, or YYYY-MM-DD..YYYY-MM-DD for an interval";
    if (field->first > field->last) return "an interval that can be|put the earlier day first";
    return "";
}

std::string XmlReader::convert(const char* text, std::optional<Decimal>& field) {
    field = Decimal::parse(text);
    return field ? "" : "a decimal number|write digits, perhaps a point and an exponent, as in 1e25";
}

std::string XmlReader::convert(const char* text, std::optional<Moment>& field) {
    field = parse_moment(text);
    return field ? "" : "a moment|write YYYY-MM-DD, or YYYY-MM-DDThh:mm+hh:mm with the offset from UTC";
}

std::string XmlReader::convert(const char* text, std::vector<std::string>& field) {
    const std::string words = collapsed(text);
    for (std::size_t start = 0; start < words.size();) {
        const auto end = std::min(words.find(' ', start), words.size());
        field.push_back(words.substr(start, end - start));
        start = end + 1;
    }
    return field.empty() ? "a list of words|write at least one, or delete the attribute" : "";
}

std::string XmlReader::no_such_word(const char* text, std::string_view noun, const std::vector<std::string>& words) {
    const auto near = near_name(text, words);
    return fmt::format("{} {}|{}use one of {}", std::string_view("aeio").find(noun.front()) == std::string_view::npos ? "a" : "an", noun, near ? fmt::format("did you mean '{}'? ", *near) : "", join(words));
}

void XmlReader::lacks_attribute(const char* name) {
    problem(file_.place(element_), "missing-attribute", fmt::format("<{}> has no {}", element_.name(), name), fmt::format("add {}=\"...\"", name));
}

void XmlReader::lacks_child(const char* name) {
    problem(file_.place(element_), "missing-element", fmt::format("<{}> has no <{}>", element_.name(), name), fmt::format("add a <{}>", name));
}

void XmlReader::wrong_count(const std::string& noun, std::size_t found, std::size_t at_least, std::size_t at_most) {
    const std::string wanted = at_least == at_most ? fmt::format("exactly {}", at_least) : at_most == many ? fmt::format("at least {}", at_least) : fmt::format("at most {}", at_most);
    problem(file_.place(element_), "wrong-count", fmt::format("<{}> holds {} of: {}", element_.name(), found, noun), fmt::format("give it {}", wanted));
}

void XmlReader::finish() {
    const auto hint = [](const std::string& name, const std::vector<std::string>& known, std::string_view none) {
        return near_or(name, known, known.empty() ? std::string(none) : fmt::format("use one of {}", join(known)));
    };
    std::set<std::string> seen;
    for (const auto attribute : element_.attributes()) {
        if (enough()) return;
        const std::string name = attribute.name();
        if (!seen.insert(name).second) problem(file_.place(element_, name), "repeated", fmt::format("attribute {} stands twice", quoted(name)), "keep one");
        // the schema of an editor is no business of ours
        if (name.starts_with("xmlns") || name.starts_with("xsi:")) continue;
        if (std::find(known_attributes_.begin(), known_attributes_.end(), name) == known_attributes_.end())
            problem(file_.place(element_, name), "unknown-attribute", fmt::format("<{}> has no attribute {}", element_.name(), quoted(name)), hint(name, known_attributes_, "delete it"));
    }
    for (const auto child : element_.children()) {
        if (enough()) return;
        if (child.type() == pugi::node_element) {
            const std::string name = child.name();
            if (std::find(known_children_.begin(), known_children_.end(), name) == known_children_.end())
                problem(file_.place(child), "unknown-element", fmt::format("<{}> does not belong into <{}>", excerpt(name), element_.name()), hint(name, known_children_, "delete it"));
        } else if ((child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) && !text_expected_ && !collapsed(child.value()).empty()) {
            problem(file_.place(child), "stray-text", fmt::format("<{}> holds text: {}", element_.name(), quoted(collapsed(child.value()))), "move it into an element, perhaps a <note>");
        }
    }
}

}  // namespace lacuna
