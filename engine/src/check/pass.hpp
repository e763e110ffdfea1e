#pragma once
// One pass over a linked corpus: the problems found so far, the names that there are, and the questions that every subject asks.
// What is asked of one subject stands in the `check_*.cpp` of that subject.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lacuna/corpus.hpp"

namespace lacuna {

/// Names of one kind, for look-ups that answer with the nearest one.
class Names {
public:
    Names(std::string noun, std::string where) : noun_(std::move(noun)), where_(std::move(where)) {}
    void add(const std::string& id) { ids_.push_back(id); }
    void sort();
    bool has(const std::string& id) const;
    const std::string& noun() const { return noun_; }
    std::string advice(const std::string& id) const;

private:
    std::string noun_, where_;
    std::vector<std::string> ids_;
};

class CheckPass {
public:
    explicit CheckPass(const Corpus& corpus);

    const Corpus& corpus() const { return corpus_; }
    /// Everything found, sorted. To be called once, last.
    std::vector<Problem> done();

    /// After so many problems nobody reads on.
    bool enough() const { return problems_.size() >= 2000; }
    void problem(const Place& at, std::string code, std::string what, std::string advice);
    void take(std::vector<Problem> more);

    /// A name that is there, or none at all.
    void known(const Place& at, const Names& names, const std::string& id);
    void known(const Place& at, const Names& names, const std::vector<std::string>& ids);
    void party_or_bearer(const Place& at, const std::string& id);
    void good_id(const std::string& id, const Place& at);
    /// `whole`: what the sources are listed in, "instrument" or "file".
    void provenance(std::string_view whole, const std::vector<Source>& sources, const Provenance& p, const Place& at);
    void period(const std::optional<DayRange>& from, const std::optional<DayRange>& until, const Place& at);
    /// `ref` is written inside the instrument: # and a part of it. `what` names the instrument in the message.
    void part_of(const Instrument& in, const std::string& ref, const std::string& what, const Place& at);
    const Instrument* instrument_named(const std::string& id, const Place& at);
    std::optional<int> version_named(const Instrument& in, const std::string& id, const Place& at);

    /// Null when there is none of that name.
    const Fact* fact(const Id& id) const;
    /// The levels of a scheme of any instrument: conditions name schemes without one. Null when there is none of that name.
    const std::set<std::string>* levels(const Id& scheme) const;

    Names themes{"theme", "the vocabulary"}, domains{"domain", "the vocabulary"}, facts{"fact", "the vocabulary"}, events{"event", "the vocabulary"};
    Names limits{"limit of evaluation", "the vocabulary"};
    Names classes{"class", "the vocabulary"}, kinds{"kind of party", "the vocabulary"}, jurisdictions{"jurisdiction", "the vocabulary"};
    Names parties{"party", "regimes/parties"}, bearers{"class or party", "the vocabulary or regimes/parties"}, instruments{"instrument", "regimes"};

private:
    void collect_vocabulary(const Vocabulary& v);

    const Corpus& corpus_;
    std::vector<Problem> problems_;
    std::map<Id, const Fact*> fact_;
    std::map<Id, std::set<std::string>> levels_;  ///< by scheme
};

/// "the first stands at FILE:LINE"
std::string first_stands(const Place& first);

/// The ids of one kind, as they are declared: each once, and none inside itself.
class Declarations {
public:
    /// What each of them is: an element of a file, or the file as a whole.
    enum class Each { element, file };
    Declarations(CheckPass& pass, std::string noun, Each each = Each::element) : pass_(pass), noun_(std::move(noun)), each_(each) {}

    /// One more, and what it says that it lies inside of.
    void add(const std::string& id, const Place& at, const std::vector<std::string>& inside = {});
    bool has(const std::string& id) const { return first_.contains(id); }
    /// To be called when all have been added.
    void no_circles();

private:
    struct Link {
        Place at;
        std::vector<std::string> inside;
    };
    /// How many links of each lead to something declared; `around` turns them round.
    std::map<std::string, std::size_t> open_links(std::map<std::string, std::vector<std::string>>& around) const;

    CheckPass& pass_;
    std::string noun_;
    Each each_;
    std::map<std::string, Place> first_;
    std::map<std::string, Link> links_;
};

// ---- what is asked of each subject ----
void check_vocabulary(CheckPass& pass);
void check_parties(CheckPass& pass);
void check_instruments(CheckPass& pass);
void check_provision(CheckPass& pass, NodeNo n);
void check_references(CheckPass& pass, NodeNo n);
void check_condition(CheckPass& pass, const Condition& c);
void check_time(CheckPass& pass, const TimeExpr& t);
void check_oversight(CheckPass& pass, const Instrument& in, const std::vector<Cell>& cells, const std::vector<Consulted>& consulted);
void check_mapping_sets(CheckPass& pass);

}  // namespace lacuna
