#pragma once
// What could still be said about a situation, and how to say it: the next question whose answer could change what binds somebody, an
// example of an answer for every fact, the tests that conditions ask for. Left out on purpose: asking and listening.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lacuna/applies.hpp"

namespace lacuna {

/// A fact as somebody would write it after `--fact`: "training-compute=2.1e25FLOP", "annual-revenue@2025=600e6USD".
std::string example(const Fact& fact);
/// "event:serious-incident=2026-10-05T14:00+02:00"; of an authority's act, when it took effect.
std::string example(const Event& event);

/// A test that only judgement can settle, as conditions ask for it.
struct TestAsked {
    Id id;
    std::vector<std::string> words;  ///< what is asked; several where provisions put it differently
    std::vector<std::string> names;  ///< as `--fact` names it: "test:safe", "example-board/test:safe"
    std::vector<NodeNo> in;          ///< the provisions that ask for it
};
/// All tests of the corpus, by id. Tests have no list of their own: they are whatever conditions ask for.
std::vector<TestAsked> tests_asked(const Corpus& corpus);

/// One question about one fact, as `--fact` names it. It may be open in several respects: members of a set, currencies, moments.
struct OpenQuestion {
    std::string fact;                  ///< "markets"
    KnownKind kind{};
    std::vector<EssentialFact> about;  ///< what is open of it, sorted
    std::string words;                 ///< what is asked: "which of these the markets include: EU, US-CA"
    std::string meaning;               ///< the fact's name in the vocabulary; empty where the words say it all
    std::string example;               ///< a value: "EU,US-CA"
    std::string help;                  ///< how values are written
    std::vector<Pinned> duties;        ///< those that turn on it, in corpus order
};

/// The question that most undetermined duties turn on; of those equal, the first by name. Nothing is asked that is in `asked`, or that
/// nobody could answer with a fact.
std::optional<OpenQuestion> next_question(const Corpus& corpus, const AppliesAnswer& answer, const std::set<EssentialFact>& asked);

/// A dialogue: puts answers into the situation and knows what may still be asked. It ends: every answer takes at least one open respect
/// of a fact out of what may be asked.
class Questionnaire {
public:
    /// `corpus` must outlive it.
    Questionnaire(const Corpus& corpus, const AppliesQuestion& question);

    const Situation& situation() const { return answer_.question.situation; }
    const AppliesAnswer& answer() const { return answer_; }
    /// What to ask now; nothing when nothing that may still be asked could change an answer.
    const std::optional<OpenQuestion>& question() const { return question_; }

    /// Takes a value as `--fact` does; yes and no, too, where it is asked whether one thing is in a set. What is wrong with it changes nothing: the same question stands.
    /// Precondition: there is a question.
    std::vector<Problem> answered(std::string_view value);
    /// Leaves the question open for good. Precondition: there is a question.
    void left_open();

private:
    void settle(const OpenQuestion& old);

    const Corpus& corpus_;
    AppliesAnswer answer_;
    std::set<EssentialFact> asked_;
    std::optional<OpenQuestion> question_;
};

/// Duties of an answer that are undetermined.
std::size_t undetermined_duties(const AppliesAnswer& answer);

}  // namespace lacuna
