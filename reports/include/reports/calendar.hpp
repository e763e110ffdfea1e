#pragma once
// Due dates, for people and for their calendars.

#include <string>

#include "lacuna/agenda.hpp"
#include "reports/json.hpp"

namespace lacuna {

std::string agenda_text(const Corpus& corpus, const Agenda& agenda, const TextStyle& style);
std::string agenda_json(const Corpus& corpus, const Envelope& envelope, const Agenda& agenda);

/// The dates as an iCalendar file (RFC 5545). One event, not a to-do, per due date: the common calendar programs show imported events and
/// drop imported to-dos without a word, and a date that is not shown is a date that is missed. Events take no time from anybody.
/// What has no date yet is not in the file; the text says it.
std::string icalendar(const Corpus& corpus, const Agenda& agenda, const std::string& lacuna_version, const std::vector<std::string>& supposed = {});

/// "Act by", "Not before", "Keep until": what the limit of an entry means.
std::string_view limit_words(const Entry& entry);
/// "Act by", or "If it applies: act by" where that is open.
std::string if_at_all(const Entry& entry, std::string_view words);
/// Whether the duty applies, where that is not certain: "it applies turns on: training compute, in FLOP [training-compute]"; else empty.
std::string applies_words(const Entry& entry);
/// What must be known to say more, as options of the command line: "--event serious-incident=awareness:MOMENT".
std::vector<std::string> missing_options(const Due& due);
/// How far the limit is uncertain, a sentence; empty if it is exact.
std::string interval_words(const Entry& entry);

}  // namespace lacuna
