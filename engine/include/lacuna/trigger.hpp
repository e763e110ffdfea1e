#pragma once
// The *if* of norms: does it hold in a situation, and how do two of them relate?

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lacuna/corpus.hpp"
#include "lacuna/relation.hpp"
#include "lacuna/situation.hpp"

namespace lacuna {

/// Does a condition hold? `yes` and `no` only if the answer is the same under every completion of what is unknown that the axioms
/// allow. `presumed`: it holds, but only by a presumption that can be rebutted.
enum class Holding { yes, presumed, undetermined, no };
template <>
struct Words<Holding> {
    static constexpr std::array<std::string_view, 4> table{"yes", "presumed", "undetermined", "no"};
    static constexpr std::string_view noun = "answer";
};

/// A fact that the answer turns on.
struct EssentialFact {
    std::string fact;   ///< as `--fact` names it
    std::string words;  ///< what is asked: "training compute, in FLOP"
    std::string detail = {};  ///< quantity: the unit; set: the member; day of an event: which moment of it
    friend bool operator==(const EssentialFact&, const EssentialFact&) = default;
    friend auto operator<=>(const EssentialFact&, const EssentialFact&) = default;
};

/// Values that would settle an undetermined answer; none of them can be left out.
struct ShortCut {
    std::vector<std::string> facts;  ///< each a fact with a value or a range, in words
    bool yes = false;                ///< to which answer
};

/// An answer with what it rests on.
struct Holds {
    Holding holding = Holding::undetermined;
    std::vector<EssentialFact> essential;  ///< undetermined: exactly the facts without which some completion differs
    std::vector<ShortCut> short_cuts;      ///< undetermined: minimal ways to settle it; at most two facts each
    std::vector<std::string> assumed;      ///< what was taken by default, in words
    bool contradictory = false;            ///< the facts given cannot all be so
    bool unfinished = false;               ///< too many combinations to look at all: undetermined for that reason
};

/// Does an open answer turn on what the model or the developer is, and not only on tests and events? Fault, harm, need and the like belong to
/// every case in which an authority acts, and are shown as what it needs.
bool turns_on_facts(const Holds& open);

/// How the cases of one trigger relate to those of another.
struct TriggerRelation {
    /// A case in which one asks and the other does not.
    struct Witness {
        std::string words;            ///< the case: "markets include EU; training compute is 2 x 10^25 FLOP"
        bool certain = false;         ///< it rests on facts alone; otherwise the case is only not excluded
        std::string not_because;      ///< why the other does not ask there
    };
    Mask mask;                        ///< base relations that are possible; empty where either can never hold
    bool first_empty = false, second_empty = false;
    std::optional<Witness> first_only, second_only, both;
    bool unfinished = false;
};

/// What is left of a trigger's cases when others are taken off.
struct TriggerResidual {
    bool none = false;        ///< nothing is left: the others ask whenever it does
    bool target_empty = false;  ///< there is no case in which the target asks
    bool unfinished = false;
    std::optional<TriggerRelation::Witness> witness;
};

class Interpretation;

/// Evaluates and compares the conditions of provisions for one situation on one day. Keeps what it has computed.
class Triggers {
public:
    /// Putting a case into words takes longer than finding one.
    enum class Wording { none, full };
    using Asked = std::pair<NodeNo, int>;  ///< a provision in a version

    /// `corpus` and `situation` must outlive it.
    Triggers(const Corpus& corpus, const Situation& situation, Day on);
    Triggers(const Triggers&) = delete;
    Triggers& operator=(const Triggers&) = delete;
    ~Triggers();

    /// Can all facts given be so together?
    bool consistent();
    /// Does the provision ask something here, time left out: bearer's class, trigger, exceptions, exemptions?
    Holds holds(NodeNo n, int version);
    /// The same, once the events have happened that its own trigger waits for.
    Holds holds_on_event(NodeNo n, int version);
    /// The events that its own trigger waits for and that are not known to have happened.
    std::vector<Id> events(NodeNo n, int version);
    /// Is the developer, or the model, in the class, as the provision's instrument sees it?
    Holds in_class(const Id& name, NodeNo seen_from, int version);
    /// Is the developer in the class that this provision binds? Nothing is assumed here.
    Holds bears(NodeNo n, int version);
    /// Does it turn on this fact at all, whatever is given?
    bool asks_about(NodeNo n, int version, const Id& fact);
    /// Has the date come; does a legacy date still protect an older model?
    Holds has_come(const KnownDate& date);
    Holds past_legacy(NodeNo n);

    /// The classification rules for a class that hold by themselves, with their answers, strongest first.
    struct Rule {
        NodeNo node = no_node;
        int version = 0;
        Holds holds;
    };
    std::vector<Rule> rules(const Id& name, NodeNo seen_from, int version);

    /// The cases of `target` that none of the sources reaches; a source is a provision, or several that must all ask. Nothing is
    /// assumed here. A source whose bearer is a class that no rule defines counts as if it bound everybody: the bearer is judged apart.
    /// `prefer`: a member of the fact `markets` that a witness should have, if it can.
    TriggerResidual residual(Asked target, const std::vector<std::vector<Asked>>& sources, const std::optional<std::string>& prefer = std::nullopt, Wording wording = Wording::full);
    /// Relates the cases of two provisions, within what is given.
    TriggerRelation relate(Asked first, Asked second);
    /// Relates two conditions as such, as their provisions read them: bearers and exceptions left out.
    TriggerRelation relate_conditions(Asked first, Asked second);

private:
    /// Decides formulas by number, supposing others; keeps the answers.
    Holds decided(int formula, const std::vector<int>& supposed = {});

    std::unique_ptr<Interpretation> in_;
    struct Memo;
    std::unique_ptr<Memo> memo_;
};

}  // namespace lacuna
