// Proves that a mapping notices when the norm it was made for changes: every field of the norm, one by one, moves the fingerprint, and
// what says nothing about the norm does not.

#include "lacuna/fingerprint.hpp"

#include <set>

#include "files/layout_provision.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

/// Walks the layout that reader and writer walk, and changes the one field whose turn it is: so no field can be forgotten here.
class Tweak {
public:
    static constexpr bool only_looks = false;
    explicit Tweak(int turn) : turn_(turn) {}
    /// Which field was changed, "clock/within/amount"; empty when there are no more.
    const std::string& changed() const { return changed_; }

    template <class T>
    void attribute(const char* name, T& field, Need = Need::optional) {
        if (my_turn(name)) change(field);
    }
    void text(std::string& field) {
        if (my_turn("text()")) change(field);
    }
    void place(Place&) {}
    template <class T>
    void children(const char* name, std::vector<T>& items, Need = Need::optional) {
        if (items.empty()) return;
        if (my_turn(name)) return items.pop_back();
        for (auto& i : items) inside(name, i);
    }
    template <class T>
    void wrapped(const char* name, std::vector<T>& items) {
        if (!items.empty()) tagged(items, 1, 1);
        else if (my_turn(name)) FAIL("the example has no ", name);
    }
    template <class T>
    void tagged(std::vector<T>& items, std::size_t, std::size_t) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string name(word(items[i].kind));
            if (my_turn(name)) return void(items.erase(items.begin() + static_cast<std::ptrdiff_t>(i)));
            inside(name, items[i]);
        }
    }

private:
    bool my_turn(const std::string& name) {
        if (turn_-- != 0) return false;
        changed_ = path_ + name;
        return true;
    }
    template <class T>
    void inside(const std::string& name, T& item) {
        const std::string before = path_;
        path_ += name + "/";
        layout(*this, item);
        path_ = before;
    }
    static void change(std::string& v) { v += v.empty() ? "x" : "-x"; }
    static void change(bool& v) { v = !v; }
    static void change(int& v) { ++v; }
    static void change(Decimal& v) { v = *Decimal::parse(v == *Decimal::parse("7") ? "8" : "7"); }
    static void change(DayRange& v) { v.last += std::chrono::days(1); }
    static void change(std::vector<std::string>& v) { v.push_back("x"); }
    template <Worded E>
    static void change(E& v) {
        v = static_cast<E>((static_cast<std::size_t>(v) + 1) % Words<E>::table.size());
    }
    template <class T>
    static void change(std::optional<T>& v) {
        if (Words_of_one<T>() && v) return v.reset();
        if (v) change(*v);
        else v.emplace();
    }
    template <class T>
    static constexpr bool Words_of_one() {
        if constexpr (Worded<T>) return Words<T>::table.size() == 1;
        return false;
    }

    int turn_;
    std::string path_, changed_;
};

/// A provision that uses every field there is.
const std::string full = R"(<provision id="a" cite="s. a" norm="obligation" modality="must" bearer="large-developer" themes="framework" domains="cbrn" clarity="quantity" if-unsure="proceed"
    evaluation-dependent="yes" parts="exhaustive" in-force-from="2024-08-01" applies-from="2025-08-02" enforceable-from="2026-08-02" legacy-until="2027-08-02" source="text" locator="p. 1" grade="primary">
  <identifier scheme="row">R-1</identifier><title>Title</title><summary>Summary.</summary>
  <date for="enforceable-from"><later-of><fixed on="2028-01-01"/><within amount="90" unit="day" event="opening" anchor="awareness" side="after" calendar="eu"/></later-of></date>
  <when><all><more-than fact="training-compute" value="1e25" unit="FLOP"/><test id="t">Words.</test></all></when>
  <unless ref="#b"><summary>Exception.</summary><is fact="open-weights"/></unless>
  <escape competitor="yes"><summary>Way out.</summary><event name="incident"/></escape>
  <exempts ref="#b"/><deems keeping="#b" counts-as="#a" effect="presumed"/><guards ref="#b"/><refers ref="#b" kind="see"/><defines term="thing"/><term name="thing" ref="#b"/>
  <clock kind="deadline" label="L"><within amount="15" unit="day" event="incident"/></clock>
  <sanction by="agency" per="case" through="#b" combine="higher-of" discretion="may"><punishes ref="#b"/><amount percent="3" of="revenue" year="preceding"/><amount value="15" unit="EUR"/></sanction>
  <holds function="verify" party="agency" reach="order" when="after" discretion="may" needs="a reason" over="developer" source="text" locator="p. 2" grade="primary"><note>N.</note></holds>
  <holds function="amend"><any-of><holder party="lab"/><k-of k="1"><holder party="board"/><holder party="agency"/></k-of></any-of></holds>
  <holds function="judge" state="nobody"/>
  <consulted function="amend" party="agency"/><cited ref="text" locator="p. 3" grade="primary"/><note>Note.</note>
</provision>)";
const std::string head = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2025-01-01"/>)";

std::string print(CorpusData data) {
    const Corpus corpus(std::move(data));
    return fingerprint(corpus, 0, 0);
}
CorpusData data_of(const std::string& provisions, const std::string& attributes = "", const std::string& instrument_head = head) {
    return read({instrument("act", R"(force="binding" jurisdiction="EU" issuer="parliament" bearer="developer" )" + attributes, provisions, instrument_head)});
}
std::string print_of(const std::string& provisions, const std::string& attributes = "", const std::string& instrument_head = head) { return print(data_of(provisions, attributes, instrument_head)); }

}  // namespace

TEST_CASE("fingerprint: field by field: exactly what says nothing about the norm leaves it alone") {
    const auto original = print(data_of(full));
    std::set<std::string> unmoved;
    int fields = 0;
    for (;; ++fields) {
        auto data = data_of(full);
        Tweak tweak(fields);
        layout(tweak, data.instruments.front().parts.front());
        if (tweak.changed().empty()) break;
        if (print(std::move(data)) == original) unmoved.insert(tweak.changed());
    }
    CHECK(fields > 120);
    const std::set<std::string> about_the_text{"source", "locator", "grade", "identifier", "identifier/scheme", "identifier/text()", "title", "title/xml:lang", "title/text()", "summary", "summary/xml:lang", "summary/text()",
                                               "cited", "cited/ref", "cited/locator", "cited/grade", "note", "note/xml:lang", "note/text()",
                                               // a finding aid
                                               "addresses",
                                               // in which versions it stands is no part of what it says there
                                               "since", "until",
                                               // of a hand: who says so, and remarks
                                               "holds/source", "holds/locator", "holds/grade", "holds/note", "holds/note/xml:lang", "holds/note/text()",
                                               // gives way to the date of that kind that must be computed
                                               "enforceable-from"};
    CHECK(join({unmoved.begin(), unmoved.end()}) == join({about_the_text.begin(), about_the_text.end()}));
}

TEST_CASE("fingerprint: what is inherited is part of the norm") {
    const auto inner = [](const std::string& outer_attributes, const std::string& outer_inside, const std::string& law_attributes = "", const std::string& law_head = head) {
        const Corpus c(data_of(duty("p", outer_inside + duty("a"), outer_attributes), law_attributes, law_head));
        return fingerprint(c, 1, 0);
    };
    const auto plain_one = inner("", "");
    CHECK(inner(R"(bearer="large-developer")", "") != plain_one);
    CHECK(inner(R"(domains="cbrn")", "") != plain_one);
    CHECK(inner(R"(applies-from="2030-01-01")", "") != plain_one);
    CHECK(inner("", when(R"(<is fact="open-weights"/>)")) != plain_one);
    CHECK(inner("", R"(<holds function="verify" party="agency"/>)") != plain_one);
    CHECK(inner("", "", R"(enforceable-from="2030-01-01")") != plain_one);
    CHECK(inner("", "", "", head + R"(<oversight><holds function="verify" party="agency"/></oversight>)") != plain_one);
    // and what is not, is not
    CHECK(inner(R"(clarity="quantity")", "<note>N.</note>") == plain_one);
    CHECK(inner("", "", "", head + R"(<oversight since="2"><holds function="verify" party="agency"/></oversight>)") == plain_one);
}

TEST_CASE("fingerprint: an inherited date that must be computed is part of the norm") {
    const auto inner = [](const std::string& days) {
        const Corpus c(data_of(duty("p", "<date for=\"applies-from\"><within amount=\"" + days + R"(" unit="day" event="opening"/></date>)" + duty("a"))));
        return fingerprint(c, 1, 0);
    };
    CHECK(inner("90") != inner("900"));
}

TEST_CASE("fingerprint: an exception or way out around it is part of the norm") {
    const auto inner = [](const std::string& around) {
        const Corpus c(data_of(duty("p", around + duty("a"))));
        return fingerprint(c, 1, 0);
    };
    CHECK(inner("<unless><summary>Not for research.</summary></unless>") != inner(""));
    CHECK(inner(R"(<escape competitor="yes"><summary>If others do not.</summary></escape>)") != inner(""));
}

TEST_CASE("fingerprint: a duty whose parts change is no longer the duty that was compared") {
    // a mapping on the heading judged all that it holds; if a part is taken out or weakened, the mapping must show as outdated
    CHECK(print_of(duty("p", duty("p-1") + duty("p-2"))) != print_of(duty("p", duty("p-1"))));
    CHECK(print_of(duty("p", duty("p-1"))) != print_of(duty("p", duty("p-1", "", "", "should"))));
}

TEST_CASE("fingerprint: of one wording in two versions it is the same unless the hands on it changed") {
    const auto both = [](const std::string& oversight) {
        const Corpus c(data_of(duty("a"), "", head + oversight));
        return fingerprint(c, 0, 0) == fingerprint(c, 0, 1);
    };
    CHECK(both(""));
    CHECK_FALSE(both(R"(<oversight until="1"><holds function="verify" party="agency"/></oversight>)"));
}

TEST_CASE("fingerprint: sixteen hexadecimal digits, the same for the same norm however its file is written") {
    const auto a = print_of(duty("a", when(compute("more-than", "1e25"))));
    CHECK(a.size() == 16);
    CHECK(a.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(print_of("\n\n   " + duty("a", "\n  <!-- no matter -->\n" + when(compute("more-than", "1e25")))) == a);
    CHECK(print_of(duty("a", when(compute("more-than", "1e25")))) == a);
}

TEST_CASE("fingerprint: pins: current, unpinned, outdated, orphaned") {
    const Corpus c(data_of(duty("a")));
    CHECK(pin_of(c, {"act@1#a", fingerprint(c, 0, 0), "", {}}) == Pin::current);
    CHECK(pin_of(c, {"act@1#a", "", "", {}}) == Pin::unpinned);
    CHECK(pin_of(c, {"act@1#a", "0123456789abcdef", "", {}}) == Pin::outdated);
    for (const std::string gone : {"act@1#b", "act@9#a", "other@1#a", "act#a", "nonsense"}) CHECK(pin_of(c, {gone, fingerprint(c, 0, 0), "", {}}) == Pin::orphaned);
}

TEST_CASE("fingerprint: stamping makes every resolvable end current, leaves the rest alone, and a second stamp changes nothing") {
    CorpusData data = read({law("act", duty("a") + duty("b")), mappings("m", row("1", {"act@1#a", "act@1#gone"}, "superset-of", {"act@1#b"}))});
    MappingSet set = data.mapping_sets.front();
    const Corpus c(std::move(data));
    stamp(c, set);
    const auto& m = set.mappings.front();
    CHECK(pin_of(c, m.sources[0]) == Pin::current);
    CHECK(m.sources[1].fingerprint.empty());
    CHECK(pin_of(c, m.targets[0]) == Pin::current);
    CHECK(m.sources[0].fingerprint != m.targets[0].fingerprint);
    auto again = set;
    stamp(c, again);
    CHECK(again == set);
}
