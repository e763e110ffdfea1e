// Proves that a file from a stranger can be wrong in any way and gets a problem with its exact place: never a crash, never an expansion.

#include "files/xml_file.hpp"

#include "small.hpp"

using namespace lacuna;

namespace {

/// What is said about these bytes, on one line.
std::string told(const std::string& bytes) {
    std::vector<Problem> problems;
    read_corpus({{"f", bytes}}, problems);
    sort_problems(problems);
    std::vector<std::string> out;
    for (const auto& p : problems) out.push_back(to_string(p));
    return join(out, " | ");
}
/// A sound file with `text` as the name of a theme.
std::string theme(const std::string& text) { return "<vocabulary>\n  <theme id=\"x\"><name>" + text + "</name></theme>\n</vocabulary>"; }
const std::string not_utf8 = "this byte is not UTF-8 text: save the file as UTF-8";
constexpr int name_column = 23;  ///< where `text` begins in theme()

std::string limited(const std::string& bytes, const XmlLimits& limits) {
    std::vector<Problem> problems;
    const auto file = XmlFile::parse("f", bytes, problems, limits);
    CHECK((file == nullptr) == !problems.empty());
    return problems.empty() ? "" : to_string(problems.front());
}

}  // namespace

TEST_CASE("xml: a document type is refused at its place, and no entity is ever expanded") {
    const std::string refused = "a document type declaration is not read: delete it; corpus files need none, and entities are never expanded";
    CHECK(told("<!DOCTYPE x>\n<vocabulary/>") == "f:1:1: " + refused);
    CHECK(told("<?xml version=\"1.0\"?>\n  <!DOCTYPE x SYSTEM \"file:///etc/passwd\">\n<vocabulary/>") == "f:2:3: " + refused);
    CHECK(told("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><vocabulary>&b;</vocabulary>") == "f:1:1: " + refused);
    CHECK(told("<vocabulary><!ELEMENT x></vocabulary>") == "f:1:13: " + refused);
}

TEST_CASE("xml: a document type cannot hide behind what looks like the beginning of a comment") {
    const std::string type = "<!DOCTYPE x [<!ENTITY e \"v\">]>";
    for (const std::string opener : {"<?a <!-- ?>", "<?a <![CDATA[ ?>", "<!---->", "<!-- <![CDATA[ -->"}) CHECK(told(opener + type + theme("N") + "<!-- -->").find("a document type declaration is not read") != std::string::npos);
    CHECK(told("<vocabulary a=\"<!--\">" + type + "</vocabulary><!-- -->").find("a document type declaration is not read") != std::string::npos);
    CHECK(told("<vocabulary>&e;</vocabulary><!-- -->").find("not a reference") != std::string::npos);
}

TEST_CASE("xml: an unknown entity is a problem at its place, each of them; the five built-in ones are not") {
    CHECK(told(theme("&lt;&gt;&amp;&quot;&apos;&#65;&#x41;")) == "");
    const std::string unknown = ": this is not a reference that XML knows by itself: write &amp; for an ampersand, or the character itself";
    CHECK(told(theme("&nbsp;")) == "f:2:23" + unknown);
    CHECK(told(theme("a & b &c;")) == "f:2:25" + unknown + " | f:2:29" + unknown);
    CHECK(told("<vocabulary>\n<theme id=\"a&b\"/></vocabulary>") == "f:2:13" + unknown);
    CHECK(told(theme("&#;")) == "f:2:23" + unknown);
    CHECK(told(theme("<!-- & is free here -->N<![CDATA[ & here]]>")) == "");
}

TEST_CASE("xml: a character reference stands for a character that XML allows") {
    // what is let in here is written out again, into files and reports that nobody could read
    for (const std::string bad : {"&#0;", "&#1;", "&#x8;", "&#xB;", "&#31;", "&#xD800;", "&#xDFFF;", "&#xFFFE;", "&#xFFFF;", "&#x110000;", "&#99999999;", "&#x;", "&#zz;", "&#-1;", "&#x 41;"}) {
        INFO(bad);
        CHECK_FALSE(told(theme("N" + bad)).empty());
    }
    for (const std::string good : {"&#9;", "&#10;", "&#13;", "&#x20;", "&#xD7FF;", "&#xE000;", "&#xFFFD;", "&#x10000;", "&#x10FFFF;"}) {
        INFO(good);
        CHECK(told(theme("N" + good)) == "");
    }
}

TEST_CASE("xml: every class of bytes that RFC 3629 forbids is found at its place") {
    const std::vector<std::string> bad{
        "\x80", "\xBF",                                    // a continuation byte alone
        "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF", "\xF0\x80\x80\xAF", "\xF0\x8F\xBF\xBF",  // longer than need be
        "\xED\xA0\x80", "\xED\xBF\xBF", "\xED\xA1\x8C\xED\xBE\xB4",                                      // surrogates, alone and in pairs
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF7\xBF\xBF\xBF", "\xF8\x88\x80\x80\x80", "\xFC\x84\x80\x80\x80\x80",  // beyond U+10FFFF
        "\xFE", "\xFF",                                                                                   // in no character
        "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC3(", "\xE2(\xA1", "\xE2\x82(", "\xF0\x28\x8C\xBC", "\xF0\x9F\x98(",  // broken off
    };
    for (const auto& b : bad) {
        CHECK(told(theme("N" + b)) == "f:2:" + std::to_string(name_column + 1) + ": " + not_utf8);
        CHECK(told(theme("") + b) == "f:3:14: " + not_utf8);  // at the end of the file
    }
    for (const std::string good : {"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBD", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) CHECK(told(theme("N" + good)) == "");
}

TEST_CASE("xml: NUL and the control characters that XML forbids are found at their place; tab and line ends are free") {
    const auto code = [](char c) { return std::string("U+00") + "01"[c / 16] + "0123456789ABCDEF"[c % 16]; };
    for (char c = 0; c < 0x20; ++c) {
        const bool free = c == '\t' || c == '\n' || c == '\r';
        INFO(code(c));
        CHECK(told(theme(std::string("N") + c)) == (free ? "" : "f:2:" + std::to_string(name_column + 1) + ": a control character (" + code(c) + ") stands here: delete it"));
    }
    CHECK(told(std::string("<vocabulary/>") + '\0' + "<!DOCTYPE x>") == "f:1:14: a control character (U+0000) stands here: delete it");
}

TEST_CASE("xml: columns count characters, not bytes, and a byte order mark is none") {
    CHECK(told(theme("héé&x;")).substr(0, 8) == "f:2:26: ");
    CHECK(told("\xEF\xBB\xBF" + theme("N")) == "");
    CHECK(told("\xEF\xBB\xBF<partys/>").substr(0, 7) == "f:1:1: ");
    CHECK_FALSE(told(std::string("\xFF\xFE<\0v\0", 6)).empty());  // UTF-16
}

TEST_CASE("xml: CRLF line ends change neither lines nor values") {
    CHECK(told("<vocabulary>\r\n  <theme id=\"x\">\r\n    <name>N</name>\r\n    <nam/>\r\n  </theme>\r\n</vocabulary>\r\n") == "f:4:5: <nam> does not belong into <theme>: did you mean 'name'?");
}

TEST_CASE("xml: what is not well-formed is told at the place where it shows") {
    const std::string advice = ": close or correct the tag here or just before";
    const std::string nothing = "f:1:1: the file holds no element: begin it with <instrument>, <parties>, <mapping-set> or <vocabulary>";
    CHECK(told("") == nothing);
    CHECK(told("plain text") == nothing);
    CHECK(told("<vocabulary>\n  <theme>\n</vocabulary>").find("f:3:") == 0);
    CHECK(told("<vocabulary").find(advice) != std::string::npos);
    CHECK(told("<vocabulary><theme id=x/></vocabulary>").find("f:1:") == 0);
    CHECK(told("<vocabulary/><vocabulary/>") == "f: the file has 2 outermost elements: give it exactly one");
    CHECK(told("<!-- never closed").find("not well-formed") != std::string::npos);
    CHECK(told("<vocabulary><![CDATA[").find("not well-formed") != std::string::npos);
    CHECK(told("<vocabulary/><!").empty() == false);
}

TEST_CASE("xml: an attribute given twice, an unknown one, a wrong one, a missing one: each at its place with what to do") {
    CHECK(told("<vocabulary>\n  <theme id=\"a\" id=\"b\"><name>N</name></theme></vocabulary>") == "f:2:10: attribute 'id' stands twice: keep one");
    CHECK(told("<vocabulary>\n  <theme id=\"a\" stosp=\"yes\"><name>N</name></theme></vocabulary>") == "f:2:17: <theme> has no attribute 'stosp': did you mean 'stops'?");
    CHECK(told("<vocabulary>\n  <theme id=\"a\" stops=\"maybe\"><name>N</name></theme></vocabulary>") == "f:2:17: 'maybe' is not yes or no: write one of them");
    CHECK(told("<vocabulary>\n  <theme><name>N</name></theme></vocabulary>") == "f:2:3: <theme> has no id: add id=\"...\"");
    CHECK(told("<vocabulary>\n  <theme id=\"a\" stops='x id=\"y\"'><name>N</name></theme></vocabulary>").find("f:2:17: ") == 0);
    CHECK(told("<vocabulary xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"regimes.xsd\"/>") == "");
}

TEST_CASE("xml: text where none belongs is told, also as CDATA, and an empty text is told") {
    CHECK(told("<vocabulary>\n  <theme id=\"a\">loose<name>N</name></theme></vocabulary>") == "f:2:17: <theme> holds text: 'loose': move it into an element, perhaps a <note>");
    CHECK_FALSE(told("<vocabulary>\n  <theme id=\"a\"><![CDATA[loose]]><name>N</name></theme></vocabulary>").empty());
    CHECK(told(theme("  \n ")) == "f:2:17: <name> is empty: write the text, or delete the element");
    CHECK(told(theme("a<b/>c")) == "f:2:24: <b> does not belong into <name>: delete it");
}

TEST_CASE("xml: bounds: nesting, number of elements, bytes") {
    std::string deep;
    for (int i = 0; i < 200000; ++i) deep += "<not>";
    CHECK(told(deep).find("not well-formed") != std::string::npos);
    for (int i = 0; i < 200000; ++i) deep += "</not>";
    CHECK(told(deep) == "f:1:501: elements are nested more than 100 deep: flatten the file");
    CHECK(limited("<a><b/><c/></a>", {.elements = 2}) == "f:1:8: the file has more than 2 elements: split it");
    CHECK(limited("<a><b/><c/></a>", {.elements = 3}) == "");
    CHECK(limited("<a><b><c/></b></a>", {.depth = 2}) == "f:1:7: elements are nested more than 2 deep: flatten the file");
    CHECK(limited("<a><b/></a>", {.bytes = 10}) == "f: the file has 11 bytes: split it; at most 10 are read");
}

TEST_CASE("xml: a long hostile value is shortened in the message, between characters") {
    std::string name = "a";
    for (int i = 0; i < 100; ++i) name += "é";
    const auto message = told("<vocabulary><theme id=\"a\" stops=\"" + name + "\"><name>N</name></theme></vocabulary>");
    CHECK(message.size() < 140);
    CHECK(message.find("é...'") != std::string::npos);
}
