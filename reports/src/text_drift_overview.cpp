#include <fmt/format.h>

#include "drift_parts.hpp"
#include "lacuna/words.hpp"
#include "reports/drift.hpp"
#include "text_drift.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

std::string standing_words(const DriftLine& l) {
    const auto& in = *l.instrument;
    if (!l.standing) return "no version stands yet";
    std::string out = fmt::format("{} stands", version_id(in, *l.standing));
    if (in.versions[static_cast<std::size_t>(*l.standing)].encoded == false) return out + "; its text is not in the corpus";
    if (!l.change) return out;
    return out + fmt::format("; against {}: {}", version_id(in, *l.change->from), change_words(*l.change));
}

std::string coming_words(const Instrument& in, const std::vector<int>& versions) {
    std::vector<std::string> out;
    for (const int v : versions) {
        const auto& version = in.versions[static_cast<std::size_t>(v)];
        const auto& from = version.in_force_from;
        out.push_back(version.id + (from ? fmt::format(" from {}{}", from->first == from->last ? "" : "a day ", in_words(*from)) : ""));
    }
    return "to come: " + join(out);
}

std::string line(const DriftLine& l, const TextStyle& style) {
    std::string out = "  " + painted(l.instrument->id, "1", style) + "\n" + wrap(standing_words(l), "    ", "      ");
    if (!l.coming.empty()) out += wrap(coming_words(*l.instrument, l.coming), "    ", "      ");
    return out + wrap("mappings: " + tally_words(l.mappings), "    ", "      ");
}

}  // namespace

std::string drift_text(const Corpus&, const DriftOverview& o, const std::string& root, const TextStyle& style) {
    std::string out = tally_lines(tally(o.rows), "mappings in the corpus");
    out += "\n" + heading("Instruments with several versions, or with unsettled mappings", style);
    for (const auto& l : o.lines) out += line(l, style);
    if (!o.rows.empty()) out += "\n" + heading("Mapping sets", style) + set_lines(o.rows, root, style);
    return out + "\nlacuna drift INSTRUMENT says what changed, and names every mapping.\n";
}

}  // namespace lacuna
