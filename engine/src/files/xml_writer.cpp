#include "files/xml_writer.hpp"

namespace lacuna {

void XmlWriter::open() {
    if (open_tag_) out_ += '>';
    open_tag_ = false;
}

void XmlWriter::begin(std::string_view name) {
    if (open_tag_) {
        open();
        out_ += '\n';
    }
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
    out_ += '<';
    out_ += name;
    ++depth_;
    open_tag_ = true;
    inline_ = false;
}

void XmlWriter::end(std::string_view name) {
    --depth_;
    if (open_tag_) {
        out_ += "/>\n";
        open_tag_ = false;
        return;
    }
    if (!inline_) out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
    out_ += "</";
    out_ += name;
    out_ += ">\n";
    inline_ = false;
}

std::string XmlWriter::escaped(std::string_view text, bool attribute) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"' && attribute) out += "&quot;";
        else out += c;
    }
    return out;
}

}  // namespace lacuna
