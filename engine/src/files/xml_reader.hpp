#pragma once
// The archive that fills the model from one XML element, and reports everything in it that the layout does not know.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lacuna/decimal.hpp"
#include "lacuna/moment.hpp"
#include "files/layout.hpp"
#include "files/xml_file.hpp"

namespace lacuna {

/// Reads one element. Every attribute and child that no call asked for is a problem, with the nearest known name.
class XmlReader {
public:
    static constexpr bool only_looks = false;

    XmlReader(const XmlFile& file, pugi::xml_node element, std::vector<Problem>& problems) : file_(file), element_(element), problems_(problems) {}

    template <class T>
    void attribute(const char* name, T& field, Need need = Need::optional) {
        known_attributes_.emplace_back(name);
        const auto found = element_.attribute(name);
        if (!found) {
            if (need == Need::required) lacks_attribute(name);
            return;
        }
        const std::string why = convert(found.value(), field);
        if (!why.empty()) problem(file_.place(element_, name), "bad-value", quoted(found.value()) + " is not " + why.substr(0, why.find('|')), advice_of(why));
    }

    void text(std::string& field);
    void place(Place& at) { at = file_.place(element_); }

    /// All child elements called `name`.
    template <class T>
    void children(const char* name, std::vector<T>& items, Need need = Need::optional) {
        known_children_.emplace_back(name);
        for (const auto child : element_.children(name)) items.push_back(read<T>(child));
        if (need == Need::required && items.empty()) lacks_child(name);
    }

    /// The child called `name`, which holds exactly one tagged element.
    template <class T>
    void wrapped(const char* name, std::vector<T>& items) {
        known_children_.emplace_back(name);
        bool first = true;
        for (const auto child : element_.children(name)) {
            if (!first) {
                problem(file_.place(child), "repeated", std::string("a second <") + name + ">", "keep one");
                continue;
            }
            first = false;
            XmlReader inside(file_, child, problems_);
            inside.tagged(items, 1, 1);
            inside.finish();
        }
    }

    /// All child elements whose name is a word of the kind of T.
    template <class T>
    void tagged(std::vector<T>& items, std::size_t at_least, std::size_t at_most) {
        using Kind = decltype(T::kind);
        for (const auto& w : all_words<Kind>()) known_children_.push_back(w);
        std::size_t found = 0;
        for (const auto child : element_.children()) {
            const auto kind = from_word<Kind>(child.name());
            if (child.type() != pugi::node_element || !kind) continue;
            ++found;
            T item{};
            item.kind = *kind;
            fill(child, item);
            items.push_back(std::move(item));
        }
        if (found < at_least || found > at_most) wrong_count(std::string(Words<Kind>::noun), found, at_least, at_most);
    }

    /// Reports what was not asked for. To be called once, last.
    void finish();

private:
    template <class T>
    T read(pugi::xml_node child) {
        T item{};
        fill(child, item);
        return item;
    }
    template <class T>
    void fill(pugi::xml_node child, T& item) {
        XmlReader reader(file_, child, problems_);
        layout(reader, item);
        reader.finish();
    }

    // Each returns "" or "what it should be|what to do".
    static std::string convert(const char* text, std::string& field);
    static std::string convert(const char* text, bool& field);
    static std::string convert(const char* text, std::optional<bool>& field);
    static std::string convert(const char* text, int& field);
    static std::string convert(const char* text, std::optional<int>& field);
    static std::string convert(const char* text, std::optional<DayRange>& field);
    static std::string convert(const char* text, std::optional<Decimal>& field);
    static std::string convert(const char* text, std::optional<Moment>& field);
    static std::string convert(const char* text, std::vector<std::string>& field);
    template <Worded E>
    static std::string convert(const char* text, E& field) {
        if (const auto value = from_word<E>(text)) {
            field = *value;
            return "";
        }
        return no_such_word(text, Words<E>::noun, all_words<E>());
    }
    template <Worded E>
    static std::string convert(const char* text, std::optional<E>& field) {
        E value{};
        std::string why = convert(text, value);
        if (why.empty()) field = value;
        return why;
    }

    static std::string no_such_word(const char* text, std::string_view noun, const std::vector<std::string>& words);
    static std::string advice_of(const std::string& why) { return why.substr(why.find('|') + 1); }
    static std::string quoted(std::string_view text);
    void lacks_attribute(const char* name);
    void lacks_child(const char* name);
    void wrong_count(const std::string& noun, std::size_t found, std::size_t at_least, std::size_t at_most);
    /// After so many problems nobody reads on, and finding places would only take time.
    bool enough() const { return problems_.size() >= 2000; }
    void problem(Place at, std::string code, std::string what, std::string advice) {
        if (!enough()) problems_.push_back({std::move(at), std::move(code), std::move(what), std::move(advice)});
    }

    const XmlFile& file_;
    pugi::xml_node element_;
    std::vector<Problem>& problems_;
    std::vector<std::string> known_attributes_, known_children_;
    bool text_expected_ = false;
};

}  // namespace lacuna
