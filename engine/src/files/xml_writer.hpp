#pragma once
// The archive that writes the model as XML: two blanks a level, one element a line, nothing that depends on locale or machine.

#include <string>
#include <string_view>

#include "lacuna/decimal.hpp"
#include "lacuna/moment.hpp"
#include "files/layout.hpp"

namespace lacuna {

class XmlWriter {
public:
    static constexpr bool only_looks = true;

    /// The whole document with this outermost element.
    template <class T>
    static std::string document(std::string_view root, const T& item) {
        XmlWriter w;
        w.out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        w.element(root, item);
        return w.out_;
    }

    template <class T>
    void attribute(const char* name, const T& field, Need need = Need::optional) {
        const std::string text = as_text(field, need);
        if (!text.empty()) out_ += ' ' + std::string(name) + "=\"" + escaped(text, true) + '"';
    }
    void text(const std::string& field) {
        open();
        out_ += escaped(field, false);
        inline_ = true;
    }
    void place(const Place&) {}

    template <class T>
    void children(const char* name, const std::vector<T>& items, Need = Need::optional) {
        for (const auto& item : items) element(name, item);
    }
    template <class T>
    void wrapped(const char* name, const std::vector<T>& items) {
        if (items.empty()) return;
        begin(name);
        tagged(items, 0, many);
        end(name);
    }
    template <class T>
    void tagged(const std::vector<T>& items, std::size_t, std::size_t) {
        for (const auto& item : items) element(word(item.kind), item);
    }

private:
    template <class T>
    void element(std::string_view name, const T& item) {
        begin(name);
        layout(*this, item);
        end(name);
    }
    void begin(std::string_view name);
    void end(std::string_view name);
    void open();
    static std::string escaped(std::string_view text, bool attribute);

    static std::string as_text(const std::string& v, Need) { return v; }
    static std::string as_text(bool v, Need need) { return v ? "yes" : need == Need::required ? "no" : ""; }
    static std::string as_text(int v, Need) { return std::to_string(v); }
    static std::string as_text(const DayRange& v, Need) { return to_string(v); }
    static std::string as_text(const Decimal& v, Need) { return v.str(); }
    static std::string as_text(const Moment& v, Need) { return to_string(v); }
    static std::string as_text(const std::vector<std::string>& v, Need) { return join(v, " "); }
    template <Worded E>
    static std::string as_text(E v, Need) {
        return std::string(word(v));
    }
    template <class T>
    static std::string as_text(const std::optional<T>& v, Need) {
        return v ? as_text(*v, Need::required) : "";
    }

    std::string out_;
    int depth_ = 0;
    bool open_tag_ = false;  ///< the start tag still lacks its '>'
    bool inline_ = false;    ///< text was written: the end tag stays on the line
};

}  // namespace lacuna
