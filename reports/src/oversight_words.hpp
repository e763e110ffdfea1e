#pragma once
// Hands on a rule in words, for text and page alike.

#include <string>
#include <string_view>

#include "lacuna/remedy.hpp"
#include "reports/text.hpp"

namespace lacuna {

/// The functions that a reader is shown, in order; `draft` is past.
inline constexpr std::array shown_functions{Function::define, Function::evaluate, Function::judge, Function::accept, Function::verify, Function::amend, Function::enforce};

/// "0"; "0 to 2" where a holder is not stated, "0 to ?" where that leaves no bound; "none" where nobody can make it void.
std::string figure_words(const IndependenceFigure& f);
/// "European AI Office, may, disclose, after, needs the Board consulted".
std::string hand_words(const Corpus& corpus, const Cell& cell, const Id& bearer);
/// "EU AI Act, Art. 92(1)(b): evaluate, European AI Office, may, disclose, after".
std::string power_words(const Corpus& corpus, const LegalHold& h);
/// "Anthropic; or A and B; or nobody has to do anything: void from the start".
std::string capture_words(const Corpus& corpus, const Pen& pen);
/// One sentence to be quoted: what a law that orders a lab to keep its own document changes, and what it does not, with both citations.
std::string hardening_words(const Corpus& corpus, const Hardening& h);
/// "Anthropic RSP § 7.1.7", "the Anthropic RSP as a whole", "nowhere in the Anthropic RSP".
std::string written_words(const Corpus& corpus, const Transfer::Written& w);
/// "SB 1047, § 22606: enforce …; vetoed, not in force, on this date".
std::string precedent_words(const Corpus& corpus, const Precedent& p);
/// What moving a function means: "somebody outside must run the evaluation too".
std::string_view transfer_words(Function f);
std::string_view rule_words(IndependenceRule rule);
/// "12 of 13 commitments can be made void without anybody outside: statements of intent, …", with what follows if those who may choose to act.
std::string intent_words(const IntentCount& n);
/// "EU AI Act, Art. 93(1)(c) (over: Provider of a general-purpose AI model)".
std::string brake_words(const Corpus& corpus, const std::vector<Precedent>& brakes);
/// What was asked, above a text about who holds the pen: the date, the documents, the law, the developer, who counts as outside.
std::string pen_header(std::string_view title, const Corpus& corpus, const PenAnswer& answer, const TextStyle& style);
/// "3 commitments".
std::string commitments(std::size_t n);

}  // namespace lacuna
