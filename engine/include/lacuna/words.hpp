#pragma once
// Formal parts of a norm said in plain English, for reasons and for reports alike.

#include <string>

#include "lacuna/corpus.hpp"

namespace lacuna {

struct Pinned;

/// "training compute is more than 10^25 FLOP and markets include EU".
std::string in_words(const Corpus& corpus, const Condition& condition);
/// "at most 2 weeks after the classification is notified".
std::string in_words(const Corpus& corpus, const TimeExpr& expr, std::optional<ClockKind> kind = std::nullopt);
/// "deadline: at most 2 weeks after …".
std::string in_words(const Corpus& corpus, const Clock& clock);
/// "2 August 2026", a computed date in words, or "not stated".
std::string in_words(const Corpus& corpus, const KnownDate& date);
/// "the higher of 3 % of annual revenue (preceding financial year) and EUR 15 000 000, per infringement, by the European Commission".
std::string in_words(const Corpus& corpus, const Sanction& sanction);
/// Name of a class or party, or the id where the corpus has none.
std::string bearer_name(const Corpus& corpus, const Id& bearer);
/// "Art. 5 together with Art. 6": provisions that count as one.
std::string cites(const Corpus& corpus, const std::vector<NodeNo>& provisions);
std::string cites(const Corpus& corpus, const std::vector<Pinned>& provisions);
std::string event_words(const Corpus& corpus, const Id& event);
std::string theme_name(const Corpus& corpus, const Id& theme);
std::string domain_name(const Corpus& corpus, const Id& domain);

}  // namespace lacuna
