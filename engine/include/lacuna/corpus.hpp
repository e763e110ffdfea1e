#pragma once
// The corpus linked: names looked up once, dense numbers from here on, inherited values resolved.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lacuna/files.hpp"

namespace lacuna {

/// Dense number of a provision or division in a corpus.
using NodeNo = int;
inline constexpr NodeNo no_node = -1;

/// A provision or division in its place: whose it is, inside what, in which versions.
struct Node {
    const Instrument* instrument = nullptr;
    const Provision* provision = nullptr;
    NodeNo parent = no_node;
    int first_version = 0, last_version = 0;  ///< positions in instrument->versions, both included
    std::vector<NodeNo> children;
};

/// A date as the corpus gives it: a range, or an expression over events. Both empty: nothing is said.
struct KnownDate {
    std::optional<DayRange> fixed;
    const TimeExpr* computed = nullptr;
};

/// All corpus files, linked. Tolerates broken references, which `check` reports; answers must come from a corpus without problems.
class Corpus {
public:
    explicit Corpus(CorpusData data);
    Corpus(const Corpus&) = delete;
    Corpus& operator=(const Corpus&) = delete;

    const CorpusData& data() const { return data_; }
    const Vocabulary& vocabulary() const { return data_.vocabulary; }
    std::span<const Node> nodes() const { return nodes_; }
    const Node& node(NodeNo n) const { return nodes_[static_cast<std::size_t>(n)]; }
    const Provision& provision(NodeNo n) const { return *node(n).provision; }

    /// Null when there is none of that name.
    const Instrument* instrument(std::string_view id) const;
    const Party* party(std::string_view id) const;
    const Theme* theme(std::string_view id) const;
    const Class* class_of(std::string_view id) const;
    const Source* source(const Instrument& in, std::string_view id) const;
    std::vector<std::string> instrument_ids() const;
    std::vector<std::string> party_ids() const;

    /// Position of a version in the instrument's list.
    std::optional<int> version(const Instrument& in, std::string_view id) const;
    /// The provision of that id which stands in that version.
    std::optional<NodeNo> find(const Instrument& in, int version, std::string_view id) const;
    /// The provision of that id in the last version that has it.
    std::optional<NodeNo> find_latest(const Instrument& in, std::string_view id) const;
    /// All provisions and divisions of an instrument, in document order.
    std::vector<NodeNo> nodes_of(const Instrument& in) const;
    /// `n` and everything inside it that stands in `version`, in document order.
    std::vector<NodeNo> subtree(NodeNo n, int version) const;
    /// The node at a pinned reference `instrument@version#provision`.
    std::optional<NodeNo> pinned(std::string_view ref) const;
    /// The node at a reference written inside `from`'s instrument: `#provision` means the same instrument, and the version of `from`.
    std::optional<NodeNo> referred(std::string_view ref, NodeNo from) const;
    /// All nodes and instruments with this outside identifier (value, or scheme:value).
    std::vector<NodeNo> by_identifier(std::string_view text) const;

    /// A relation between two parties, with the one that it is recorded of.
    struct Tie {
        const Party* of;
        const PartyRelation* relation;
    };
    /// The relations in which a party stands on either side, in corpus order.
    const std::vector<Tie>& ties(std::string_view party) const;

    // Inherited values, nearest first: the provision, what is around it, the instrument.
    const Id& bearer(NodeNo n) const;
    const std::vector<Id>& themes(NodeNo n) const;
    const std::vector<Id>& domains(NodeNo n) const;
    /// Does a theme of it stop training, release or the keeping of weights?
    bool stops_something(NodeNo n) const;
    KnownDate date(NodeNo n, DateKind kind) const;
    Provenance provenance(NodeNo n) const;
    /// Own condition together with those of the provisions around it; nothing: always.
    std::optional<Condition> trigger(NodeNo n) const;
    /// The cell that says who holds a function, in `version`; null where nothing is said.
    const Cell* cell(NodeNo n, int version, Function function) const;

    /// Is the child's duty a part of its parent's? Only among duties of the same bearer (an exemption subtracts, a power is no part), and
    /// only where both stand in the same versions: a whole that lost a part is another whole.
    bool contains(NodeNo parent, NodeNo child) const;

    /// Is every member of class `small` a member of `big`? True for equal names.
    bool within(std::string_view small, std::string_view big) const;
    /// Is jurisdiction `inner` `outer`, or inside it?
    bool inside_jurisdiction(std::string_view inner, std::string_view outer) const;

    /// `instrument@version#provision`, or `instrument#provision` without a version.
    std::string ref(NodeNo n, std::optional<int> version = std::nullopt) const;
    /// Instrument and citation, as a lawyer would write them.
    std::string cite(NodeNo n) const;

    struct Sanctioned {
        NodeNo sanction;
        const Sanction* terms;
    };
    /// The sanctions that punish a breach of this provision, or of one around it.
    std::vector<Sanctioned> sanctions(NodeNo n) const;
    /// The exemptions that take this provision, or one around it, out.
    std::vector<NodeNo> exemptions(NodeNo n) const;
    /// The powers that guard this provision, or one around it, in corpus order, each once.
    std::vector<NodeNo> guardians(NodeNo n) const;

    struct Hardened {
        NodeNo duty;
        const Filing* filing;
    };
    /// The duties under which the document of this provision is filed, in every wording.
    std::vector<Hardened> hardened_by(NodeNo n) const;

private:
    void number(const Instrument& in, const std::vector<Provision>& parts, NodeNo parent, int first, int last);
    void link_references();
    /// The outermost provisions and divisions of an instrument.
    std::vector<NodeNo> roots(std::string_view instrument_id) const;
    /// Every wording of the provision that a reference names (or the whole instrument), in any version in which `from` stands too.
    std::vector<NodeNo> all_referred(std::string_view ref, NodeNo from) const;
    /// All wordings of a provision.
    const std::vector<NodeNo>& wordings(const Instrument& in, std::string_view id) const;
    template <class F>
    void up(NodeNo n, F visit) const;

    CorpusData data_;
    std::vector<Node> nodes_;
    std::unordered_map<std::string, const Instrument*> instruments_;
    std::unordered_map<std::string, const Party*> parties_;
    std::unordered_map<std::string, std::vector<Tie>> ties_;
    std::unordered_map<std::string, const Class*> classes_;
    std::unordered_map<std::string, const Theme*> themes_;
    std::unordered_map<const Instrument*, std::unordered_map<std::string, std::vector<NodeNo>>> by_name_;
    std::unordered_map<std::string, std::vector<NodeNo>> by_identifier_;  ///< value, and "scheme:value"
    std::vector<std::vector<Sanctioned>> sanctions_;
    std::vector<std::vector<NodeNo>> exemptions_, guardians_;
};

}  // namespace lacuna
