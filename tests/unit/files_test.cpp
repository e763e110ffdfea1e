// Proves that nothing of a corpus file is lost or changed by reading and writing it.

#include <map>

#include "every_element.hpp"
#include "files/layout_instrument.hpp"
#include "files/layout_mapping.hpp"
#include "files/layout_party.hpp"
#include "files/layout_situation.hpp"
#include "files/layout_vocabulary.hpp"
#include "small.hpp"

using namespace lacuna;

namespace {

/// The one outermost thing of a file, written by lacuna.
std::string written(const CorpusData& d) {
    if (!d.instruments.empty()) return to_xml(d.instruments.front());
    if (!d.party_files.empty()) return to_xml(d.party_files.front());
    if (!d.mapping_sets.empty()) return to_xml(d.mapping_sets.front());
    if (!d.situations.empty()) return to_xml(d.situations.front());
    return to_xml(d.vocabulary);
}
bool same(const CorpusData& a, const CorpusData& b) { return a.vocabulary == b.vocabulary && a.party_files == b.party_files && a.instruments == b.instruments && a.mapping_sets == b.mapping_sets && a.situations == b.situations; }

CorpusData read_one(const std::string& name, const std::string& content) {
    std::vector<Problem> problems;
    auto data = read_corpus({{name, content}}, problems);
    for (const auto& p : problems) FAIL_CHECK(to_string(p));
    return data;
}

/// read -> write -> read gives equal data, and the second writing equal bytes. Returns the first writing.
std::string fixed_point(const std::string& name, const std::string& content) {
    INFO(name);
    const auto first = read_one(name, content);
    const auto bytes = written(first);
    const auto second = read_one(name + " as written", bytes);
    CHECK(same(first, second));
    CHECK(written(second) == bytes);
    return bytes;
}

/// Walks the layout over a value and notes every attribute and element that the format has, and whether the value uses it.
class Usage {
public:
    static constexpr bool only_looks = true;
    std::map<std::string, bool> used;  ///< "clock/within@amount"; by kind of element, not by full path

    template <class T>
    void root(const std::string& name, const T& item) {
        inside(name, item);
    }
    template <class T>
    void attribute(const char* name, const T& field, Need = Need::optional) {
        used[element_ + "@" + name] |= is_set(field);
    }
    void text(const std::string& field) { used[element_ + " text"] |= !field.empty(); }
    void place(const Place&) {}
    template <class T>
    void children(const char* name, const std::vector<T>& items, Need = Need::optional) {
        used[element_ + "/" + name] |= !items.empty();
        for (const auto& i : items) inside(name, i);
    }
    template <class T>
    void wrapped(const char* name, const std::vector<T>& items) {
        used[element_ + "/" + name] |= !items.empty();
        tagged(items, 0, 1);
    }
    template <class T>
    void tagged(const std::vector<T>& items, std::size_t, std::size_t) {
        using Kind = decltype(T::kind);
        for (const auto& w : all_words<Kind>()) used["<" + w + ">"] |= false;
        for (const auto& i : items) {
            const std::string name(word(i.kind));
            used["<" + name + ">"] = true;
            inside(name, i);
        }
    }

private:
    template <class T>
    void inside(const std::string& name, const T& item) {
        const std::string before = element_;
        element_ = name;
        layout(*this, item);
        element_ = before;
    }
    static bool is_set(const std::string& v) { return !v.empty(); }
    static bool is_set(const std::vector<std::string>& v) { return !v.empty(); }
    static bool is_set(bool v) { return v; }
    static bool is_set(int v) { return v != 0; }
    template <Worded E>
    static bool is_set(E) {
        return true;
    }
    template <class T>
    static bool is_set(const std::optional<T>& v) {
        return v.has_value();
    }

    std::string element_;
};

}  // namespace

TEST_CASE("files: the inline files of this test use every element and every attribute that the format has") {
    Usage usage;
    usage.root("instrument", read_one("instrument.xml", every::instrument).instruments.front());
    usage.root("parties", read_one("parties.xml", every::parties).party_files.front());
    usage.root("vocabulary", read_one("vocabulary.xml", every::vocabulary).vocabulary);
    usage.root("situation", read_one("situation.xml", every::situation).situations.front());
    usage.root("mapping-set", read_one("mappings.xml", every::mapping_set).mapping_sets.front());
    std::vector<std::string> missing;
    for (const auto& [what, used] : usage.used)
        if (!used) missing.push_back(what);
    CHECK(join(missing) == "");
    CHECK(usage.used.size() > 250);
}

TEST_CASE("files: read -> write gives back the bytes of a file in canonical form, with every element and attribute") {
    CHECK(fixed_point("instrument.xml", every::instrument) == every::instrument);
    CHECK(fixed_point("parties.xml", every::parties) == every::parties);
    CHECK(fixed_point("vocabulary.xml", every::vocabulary) == every::vocabulary);
    CHECK(fixed_point("situation.xml", every::situation) == every::situation);
    CHECK(fixed_point("mappings.xml", every::mapping_set) == every::mapping_set);
}

TEST_CASE("files: order of attributes, white space, comments, line ends and kinds of quote mean nothing") {
    const std::string other = "<parties >\r\n<!-- c --><source\tid='charter'><title xml:lang='en'> Charter\n</title></source>\r\n<party kind='lab'   id='lab'><name xml:lang='en'>The\n\n   Lab</name></party></parties>";
    const std::string canonical = R"(<?xml version="1.0" encoding="UTF-8"?>
<parties>
  <source id="charter">
    <title xml:lang="en">Charter</title>
  </source>
  <party id="lab" kind="lab">
    <name xml:lang="en">The Lab</name>
  </party>
</parties>
)";
    CHECK(fixed_point("other.xml", other) == canonical);
}

TEST_CASE("files: CDATA and references are text like any other") {
    CHECK(fixed_point("x.xml", "<parties><party id='a' kind='b'><name><![CDATA[<A> & B]]> &#67;&#x44;&quot;</name></party></parties>").find("<name>&lt;A&gt; &amp; B CD\"</name>") != std::string::npos);
}

TEST_CASE("files: every shipped file is a fixed point of reading and writing") {
    const auto files = corpus_files(LACUNA_ROOT);
    CHECK(files.size() > 10);
    for (const auto& f : files) {
        // the maintainers run `lacuna format` before a release; until then this only reports
        if (fixed_point(f.name, f.content) != f.content) MESSAGE(f.name, " is not in canonical form: run `lacuna format`");
    }
}

TEST_CASE("files: the shipped corpus is sound as a whole, and its digest depends on every byte and name, not on the order of reading") {
    auto files = corpus_files(LACUNA_ROOT);
    const auto digest = [&] {
        std::vector<Problem> problems;
        return read_corpus(files, problems).sha256;
    };
    const auto before = digest();
    CHECK(before.size() == 64);
    std::swap(files.front(), files.back());
    CHECK(digest() == before);
    files.front().content += "\n";
    CHECK(digest() != before);
    files.front().content.pop_back();
    files.front().name += "x";
    CHECK(digest() != before);
}

TEST_CASE("files: what cannot be read at all is an error of the place, not of a file in it") {
    CHECK_THROWS_AS(corpus_files("/no/such/folder"), std::runtime_error);
    CHECK_THROWS_AS(files_at("/no/such/file.xml"), std::runtime_error);
}
