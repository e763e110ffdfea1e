// Proves the reading of a crosswalk from two tables: whatever a spreadsheet makes of them is read to the letter, what cannot be used is
// left out and counted, and it makes no difference how many threads share the work.

#include "importers/plain_crosswalk.hpp"

#include <filesystem>
#include <fstream>
#include <map>

#include <unistd.h>

#include <fmt/format.h>

#include "small.hpp"

using namespace lacuna;
using namespace lacuna::importers;

namespace {

/// Two files that last as long as this.
class Files {
public:
    Files(const std::string& provisions, const std::string& mappings) : folder_(std::filesystem::temp_directory_path() / fmt::format("lacuna-plain-{}-{}", getpid(), count++)) {
        std::filesystem::create_directory(folder_);
        std::ofstream(folder_ / "P.csv", std::ios::binary) << provisions;
        std::ofstream(folder_ / "M.csv", std::ios::binary) << mappings;
    }
    ~Files() { std::filesystem::remove_all(folder_); }
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;
    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    /// Without the folder, so that what is told can be compared.
    std::string plain(std::string text) const {
        const auto cut = folder_.string() + "/";
        for (std::size_t at; (at = text.find(cut)) != std::string::npos;) text.erase(at, cut.size());
        return text;
    }

private:
    static inline int count = 0;
    std::filesystem::path folder_;
};

/// Everything that was read, in words, so that a difference shows.
struct Read {
    std::vector<std::string> told;        ///< problems
    std::vector<std::string> left_out;    ///< flaws
    std::vector<std::string> provisions;  ///< "A/a.1 in a"
    std::vector<std::string> rows;        ///< "a superset-of b", kind by kind
    std::uint64_t row_count = 0, no_relationship = 0;
    bool sound = true;
    bool operator==(const Read&) const = default;
};

Read in_words(const PlainCrosswalkTables& t, const Files& files) {
    Read out;
    const auto& c = t.crosswalk;
    for (std::uint32_t v = 0; v < c.instrument.size(); ++v)
        out.provisions.push_back(c.instruments[c.instrument[v]] + "/" + std::string(t.id(v)) + (c.parent[v] == PlainCrosswalk::no_parent ? "" : " in " + std::string(t.id(c.parent[v]))));
    const auto rows = [&](const std::vector<PlainRow>& all, const std::string& word) {
        for (const auto& r : all) out.rows.push_back(std::string(t.id(r.source)) + " " + word + " " + std::string(t.id(r.target)));
    };
    rows(c.equal, "equal-to");
    rows(c.superset, "superset-of");
    rows(c.subset, "subset-of");
    rows(c.intersects, "intersects-with");
    for (std::size_t f = 0; f < t.flaws.size(); ++f)
        if (t.flaws[f].times > 0) out.left_out.push_back(files.plain(importers::in_words(static_cast<Flaw>(f), t.flaws[f])));
    out.row_count = t.rows;
    out.no_relationship = t.no_relationship;
    out.sound = t.sound();
    return out;
}

/// Read by one, two, three and eight threads, which must be the same.
Read read(const std::string& provisions, const std::string& mappings) {
    const Files files(provisions, mappings);
    std::optional<Read> first;
    for (const unsigned threads : {1U, 2U, 3U, 8U}) {
        std::vector<Problem> problems;
        auto now = in_words(read_plain_crosswalk(files.path("P.csv"), files.path("M.csv"), threads, problems), files);
        for (const auto& p : problems) now.told.push_back(files.plain(to_string(p)));
        if (!first) first = std::move(now);
        else CHECK((now == *first));
    }
    CHECK(first->sound == first->left_out.empty());
    return *first;
}

using Lines = std::vector<std::string>;

const std::string p_head = "id,instrument,parent\n", m_head = "source,target,relation,strength\n";
const std::string two = p_head + "a,A,\nb,B,\n";

Lines rows_of(const std::string& mappings) {
    const auto r = read(two, mappings);
    CHECK(r.told == Lines{});
    CHECK(r.left_out == Lines{});
    return r.rows;
}
Lines told(const std::string& provisions, const std::string& mappings) { return read(provisions, mappings).told; }
Lines left_out(const std::string& provisions, const std::string& mappings) {
    const auto r = read(provisions, mappings);
    CHECK(r.told == Lines{});
    return r.left_out;
}

const Lines a_over_b{"a superset-of b"};

}  // namespace

TEST_CASE("plain crosswalk: provisions, instrument by instrument, and rows of every relation") {
    const auto r = read(p_head + "b,B,\na.1,A,a\na,A,\n", m_head + "a,b,equal-to,9\nb,a.1,superset-of,\na,b,subset-of,1\na,b,intersects-with,\na,b,no-relationship,3\n");
    CHECK(r.told == Lines{});
    CHECK(r.provisions == Lines{"A/a.1 in a", "A/a", "B/b"});
    CHECK(r.rows == Lines{"a equal-to b", "b superset-of a.1", "a subset-of b", "a intersects-with b"});
    CHECK(r.row_count == 5);
    CHECK(r.no_relationship == 1);
    CHECK(r.sound);
}

TEST_CASE("plain crosswalk: tables as programs write them") {
    CHECK(rows_of(m_head + "a,b,superset-of,\n") == a_over_b);
    CHECK(rows_of(m_head + "a,b,superset-of,") == a_over_b);                                                // no line end at the end
    CHECK(rows_of("source,target,relation\na,b,superset-of") == a_over_b);                                  // no strength
    CHECK(rows_of("source,target,relation\r\na,b,superset-of\r\n") == a_over_b);                            // Windows
    CHECK(rows_of("source,target,relation\r\na,b,superset-of\r") == a_over_b);                              // cut off
    CHECK(rows_of("\xEF\xBB\xBFsource,target,relation\na,b,superset-of\n") == a_over_b);                    // byte order mark
    CHECK(rows_of("\xEF\xBB\xBF\"source\",target,relation\na,b,superset-of\n") == a_over_b);
    CHECK(rows_of("note,Relation,TARGET,x,Source\n,superset-of,b,y,a\n") == a_over_b);                      // any order, any case, more columns
    CHECK(rows_of("\"source\",\"target\",\"relation\"\r\n\"a\",\"b\",\"superset-of\"\r\n") == a_over_b);    // all in quotes
    CHECK(rows_of(m_head + "a,\"b\",superset-of,\"8, they say\"\n") == a_over_b);
    CHECK(rows_of(m_head + "\n\na,b,superset-of,\n\r\n\n") == a_over_b);                                    // blank lines
    CHECK(rows_of("source,target,relation,note\na,b,superset-of,\"two\nlines, and a \"\"word\"\"\"\nb,a,superset-of,\n") == Lines{"a superset-of b", "b superset-of a"});
    CHECK(rows_of(m_head + "a,b,superset-of,1,2,3,,\n") == a_over_b);                                       // cells nobody asked for
    CHECK(rows_of("source,target,relation\n") == Lines{});
    CHECK(rows_of("source,target,relation") == Lines{});
}

TEST_CASE("plain crosswalk: ids in quotes hold commas, quotes and line ends, in both tables") {
    const auto r = read(p_head + "\"a,1\",A,\n\"a,1,i\",A,\"a,1\"\n\"b \"\"x\"\"\",B,\n\"c\nd\",B,\"b \"\"x\"\"\"\n", m_head + "\"a,1,i\",\"b \"\"x\"\"\",equal-to,\n\"c\nd\",\"a,1\",subset-of,\n");
    CHECK(r.left_out == Lines{});
    CHECK(r.provisions == Lines{"A/a,1", "A/a,1,i in a,1", "B/b \"x\"", "B/c\nd in b \"x\""});
    CHECK(r.rows == Lines{"a,1,i equal-to b \"x\"", "c\nd subset-of a,1"});
}

TEST_CASE("plain crosswalk: a quote inside a cell that does not begin with one is a character like any other") {
    CHECK(read(p_head + "a\"1,A,\nb,B,\n", m_head + "a\"1,b,equal-to,\n").rows == Lines{"a\"1 equal-to b"});
}

TEST_CASE("plain crosswalk: names of all lengths that begin and end alike are told apart") {
    std::string provisions = p_head, mappings = m_head;
    Lines expected;
    const std::string text = "sec-0123456789abcdef0123456789abcdef", other = "sec-0123456789abcdeF0123456789abcdef";
    std::size_t number = 0;
    for (std::size_t n = 1; n <= text.size(); ++n)
        for (const auto& id : {text.substr(0, n), "x" + text.substr(text.size() - n), text.substr(0, n) + "0000", std::string(n, 'z')}) {
            if (provisions.find("\n" + id + ",") != std::string::npos) continue;
            provisions += id + ",I" + std::to_string(number++ % 7) + ",\n";
            mappings += id + "," + id + ",equal-to,\n";
            expected.push_back(id + " equal-to " + id);
        }
    provisions += other + ",J,\n";
    mappings += text + "," + other + ",equal-to,\n";
    expected.push_back(text + " equal-to " + other);
    const auto r = read(provisions, mappings);
    CHECK(r.left_out == Lines{});
    CHECK(r.rows == expected);
    CHECK(r.provisions.size() == expected.size());
}

TEST_CASE("plain crosswalk: many provisions, as many rows, cut into pieces anywhere") {
    small::Random random(7);
    std::string provisions = p_head, mappings = m_head;
    for (int i = 0; i < 3000; ++i) provisions += fmt::format("{}{},{},{}\n", i % 3 == 0 ? "provision-" : "p", i, "instrument-" + std::to_string(i % 40), i >= 40 && i % 120 == 119 ? fmt::format("p{}", i - 40) : "");
    std::map<std::string, std::uint64_t> wanted;
    for (int i = 0; i < 5000; ++i) {
        const auto id = [&] {
            const auto n = random.below(3030);  // thirty of them are not there
            return fmt::format("{}{}", n % 3 == 0 ? "provision-" : "p", n);
        };
        const auto source = id(), target = id();
        mappings += fmt::format("{},{},{},{}\n{}", source, target, random.chance(50) ? "same-as" : "equal-to", random.below(10), random.chance(9) ? "\n" : "");
    }
    const auto r = read(provisions, mappings);
    CHECK(r.told == Lines{});
    CHECK(r.row_count == 5000);
    CHECK(r.provisions.size() == 3000);
    REQUIRE(r.left_out.size() >= 3);
    CHECK(r.rows.size() > 4700);
}

TEST_CASE("plain crosswalk: the line told is the first one, whichever thread met it") {
    std::string mappings = m_head;
    for (int i = 0; i < 400; ++i) mappings += i >= 250 ? "a,nowhere,equal-to,\n" : i >= 150 ? "a,b,like,\n" : i == 149 ? "a\n" : i % 10 == 3 ? "\r\n" : "a,b,equal-to,\n";
    CHECK(left_out(two, mappings) == Lines{"M.csv:151: 1 row with too few cells", "M.csv:252 ('nowhere'): 150 rows whose target is no provision", "M.csv:152 ('like'): 100 rows whose relation is no word of ours"});
}

TEST_CASE("plain crosswalk: a line end inside quotes is a line too") {
    CHECK(left_out(two, "source,\"a\nnote\",target,relation\na,\"x\ny\nz\",b,equal-to\nq,,b,equal-to\n") == Lines{"M.csv:6 ('q'): 1 row whose source is no provision"});
    CHECK(left_out("id,\"a\r\nnote\",instrument,parent\r\na,,A,\r\na,,A,\r\n", m_head) == Lines{"P.csv:4 ('a'): 1 row whose id another has already"});
}

TEST_CASE("plain crosswalk: rows that cannot be used are left out and counted") {
    CHECK(left_out(two, m_head + "a,b,like,\nx,b,equal-to,\na,y,equal-to,\na,b\nx,y,no-relationship,\n") ==
          Lines{"M.csv:5: 1 row with too few cells", "M.csv:3 ('x'): 2 rows whose source is no provision", "M.csv:4 ('y'): 2 rows whose target is no provision", "M.csv:2 ('like'): 1 row whose relation is no word of ours"});
    // rows that are too short are counted table by table
    CHECK(left_out(two + "c\n", m_head + "a\na,b\n") == Lines{"P.csv:4: 1 row with too few cells", "M.csv:2: 2 rows with too few cells"});
    const auto r = read(two, m_head + "a,b,Equal-To,\na,b,,\na,b,equal-to,\n,b,equal-to,\n");
    CHECK(r.left_out == Lines{"M.csv:5: 1 row whose source is no provision", "M.csv:2 ('Equal-To'): 2 rows whose relation is no word of ours"});
    CHECK(r.rows == Lines{"a equal-to b"});
    CHECK(r.row_count == 4);
}

TEST_CASE("plain crosswalk: words that are nearly ours are not ours") {
    for (const std::string word : {"equal_to", "equal-t0", "subset-if", "supersetof!", "intersects-witH", "no-relationships", " equal-to"}) {
        INFO(word);
        CHECK(left_out(two, m_head + "a,b," + word + ",\n") == Lines{"M.csv:2 ('" + word + "'): 1 row whose relation is no word of ours"});
    }
}

TEST_CASE("plain crosswalk: provisions that cannot be used, and parents that cannot be believed") {
    const auto r = read(p_head + "a,A,\na,B,\n,A,\nc,,\nd,A\ne,A,nowhere\nf,B,a\ng,A,g\nh,A,i\ni,A,j\nj,A,h\nk,A,h\n", m_head);
    CHECK(r.left_out == Lines{"P.csv:6: 1 row with too few cells", "P.csv:4: 2 rows without an id or an instrument", "P.csv:3 ('a'): 1 row whose id another has already", "P.csv:7 ('nowhere'): 1 row whose parent is no provision",
                              "P.csv:8 ('a'): 1 row whose parent is in another instrument", "P.csv:9 ('g'): 2 rows whose parents lead back to themselves"});
    // a circle is opened at one place; whoever leads into it keeps its parent
    CHECK(r.provisions == Lines{"A/a", "A/e", "A/g", "A/h in i", "A/i in j", "A/j", "A/k in h", "B/f"});
}

TEST_CASE("plain crosswalk: a parent may stand behind its children, and be as deep as it likes") {
    std::string provisions = p_head;
    for (int i = 0; i < 2000; ++i) provisions += fmt::format("p{},A,p{}\n", i, i + 1);
    const auto r = read(provisions + "p2000,A,\n", m_head);
    CHECK(r.left_out == Lines{});
    CHECK(r.provisions.front() == "A/p0 in p1");
    CHECK(r.provisions.back() == "A/p2000");
}

TEST_CASE("plain crosswalk: what makes a table unreadable is told, and nothing is read") {
    CHECK(told(two, "source,targt,relation\na,b,equal-to\n") == Lines{"M.csv:1:1: no column is called 'target': did you mean 'targt'?"});
    CHECK(told(two, "source;target;relation\na;b;equal-to\n").size() == 3);
    CHECK(told("", m_head) == Lines{"P.csv:1:1: no column is called 'id': name the columns in the first line", "P.csv:1:1: no column is called 'instrument': name the columns in the first line", "P.csv:1:1: no column is called 'parent': name the columns in the first line"});
    CHECK(told(two, "").size() == 3);
    CHECK(told("\xEF\xBB\xBF", m_head).size() == 3);
    CHECK(told("id,instrument\na,A\n", "source,target\n") == Lines{"P.csv:1:1: no column is called 'parent': name the columns in the first line", "M.csv:1:1: no column is called 'relation': name the columns in the first line"});
    CHECK(read("id,instrument\na,A\n", m_head).provisions == Lines{});
}

TEST_CASE("plain crosswalk: quotes that are wrong are told with the line of their row") {
    const std::string rest = ": the row that begins here has a quoted cell that does not end, or text behind the closing quote: close the quote, and double the quotes inside the cell";
    CHECK(told(two, m_head + "a,b,equal-to,\na,\"b,equal-to,\na,b,equal-to,\n") == Lines{"M.csv:3:1" + rest});
    CHECK(told(two, m_head + "a,b,equal-to,\n\na,\"b\"c,equal-to,\n") == Lines{"M.csv:4:1" + rest});
    CHECK(told(p_head + "a,\"A\n", m_head) == Lines{"P.csv:2:1" + rest});
    CHECK(told(two, "source,target,\"relation\na,b,equal-to\n").front() == "M.csv:1:1" + rest);
    CHECK(told(two, m_head + "a,b,equal-to,\"") == Lines{"M.csv:2:1" + rest});
}

TEST_CASE("plain crosswalk: files that are not there, both told at once") {
    const Files files(two, m_head);
    std::vector<Problem> problems;
    const auto t = read_plain_crosswalk(files.path("none.csv"), files.path(""), 2, problems);
    REQUIRE(problems.size() == 2);
    CHECK(files.plain(to_string(problems[0])) == "none.csv: this file cannot be read: name a table of comma-separated values");
    CHECK(t.crosswalk.instrument.empty());
}
