#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "reports/text.hpp"
#include "text_parts.hpp"
#include "text_rollup.hpp"

namespace lacuna {
namespace {

std::string_view colour_of(Severity s) {
    switch (s) {
        case Severity::critical: return "1;31";
        case Severity::high: return "31";
        case Severity::moderate: return "33";
        case Severity::low: return "2";
    }
    return "0";
}

std::string plural(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

std::string counts(const Assessment& answer) {
    std::array<std::size_t, 4> by_level{};
    for (const auto& g : answer.targets)
        if (!g.covered()) ++by_level[static_cast<std::size_t>(g.severity.level)];
    const auto total = answer.targets.size();
    std::string out = fmt::format("{} {}: {} covered on every aspect, {}", total, total == 1 ? "duty" : "duties", answer.covered, plural(total - answer.covered, "gap"));
    if (total != answer.covered) out += fmt::format(" ({} critical, {} high, {} moderate, {} low)", by_level[3], by_level[2], by_level[1], by_level[0]);
    if (answer.others > 0) out += fmt::format(". Left out: {}", answer.others == 1 ? "1 duty of somebody else" : fmt::format("{} duties of others", answer.others));
    return out + ".";
}

std::string scope_words(const Scope& scope) {
    std::vector<std::string> names;
    for (const auto& t : scope.taken) names.push_back(version_words(t));
    return scope.text + ": " + join(names);
}

std::string header(const Corpus& corpus, const Assessment& answer) {
    const auto& q = answer.question;
    std::string out;
    out += field("on", in_words(q.on) + (q.in ? ", in " + *q.in : ""), 10);
    out += field("of", scope_words(q.of), 10);
    if (!q.of.narrowed.empty()) out += field("only", q.of.narrowed, 10);
    out += field("by", scope_words(q.by), 10);
    if (answer.developer) out += field("for", fmt::format("{} ({})", bearer_name(corpus, *answer.developer), answer.developer_note), 10);
    for (const auto& note : q.of.notes) out += field("note", note, 10);
    for (const auto& note : q.by.notes) out += field("note", note, 10);
    return out;
}

std::string sources_words(const Corpus& corpus, const Candidate& c) {
    std::vector<std::string> each;
    for (const auto& s : c.sources) each.push_back(corpus.cite(s.node) + ": " + plain(corpus.provision(s.node).summary));
    return join(each, " TOGETHER WITH ");
}

/// The other aspects that are not covered, in one line.
std::string other_failures(const Gap& gap) {
    std::vector<std::string> out;
    for (const Aspect a : all_aspects) {
        const auto finding = gap.verdict(a).finding;
        if (a != gap.worst && finding != Finding::covered && finding != Finding::not_compared) out.push_back(fmt::format("{} {}", word(a), spelled(word(finding))));
    }
    return join(out);
}

std::string flags_words(const std::vector<Flag>& flags) {
    std::vector<std::string> out;
    for (const Flag f : flags) out.push_back(spelled(word(f)));
    return join(out);
}

std::string entry(const Corpus& corpus, const Gap& gap, const TextStyle& style) {
    const auto& target = corpus.provision(gap.target.node);
    std::string level(word(gap.severity.level));
    std::transform(level.begin(), level.end(), level.begin(), [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); });
    std::string out = painted(level, colour_of(gap.severity.level), style) + "  " + painted(corpus.cite(gap.target.node), "1", style) + "\n";
    std::string ids;
    for (const auto& i : target.identifiers) ids += " " + i.value;
    out += field(word(target.modality.value_or(Modality::must)), plain(target.summary) + (ids.empty() ? "" : " [" + ids.substr(1) + "]"));
    const auto& worst = gap.verdict(*gap.worst);
    out += field(word(*gap.worst), spelled(word(worst.finding)) + ": " + worst.reason);
    if (!gap.candidates.empty() && gap.candidates.front().verdict(Aspect::duty).finding != Finding::not_covered) out += field("nearest", sources_words(corpus, gap.candidates.front()));
    if (const auto others = other_failures(gap); !others.empty()) out += field("also", others);
    if (!gap.flags.empty()) out += field("flags", flags_words(gap.flags));
    out += field("closes it", gap.remedy.text);
    return out + field("id", gap.id) + "\n";
}

std::string chain_text(const Corpus& corpus, const Crosswalk& crosswalk, const Chain& chain) {
    std::string out;
    for (const auto& step : chain.steps) {
        out += wrap(step_words(corpus, crosswalk, step), "  - ", "    ");
        if (step.mapping == nullptr) continue;
        for (const auto& r : step.mapping->rationale) out += wrap("because: " + r.value, "    ", "    ");
        const Stated stated{step.set, step.mapping};
        out += wrap(fmt::format("mapping {}: {}{}", stated.id(), authorship_words(stated), step.unsettled ? ", unsettled" : ""), "    ", "    ");
    }
    return out;
}

/// Which single mapping, if withdrawn, would take the verdict along.
std::string fragility(const Crosswalk& crosswalk, const Question& question, const Gap& gap, const Candidate& c) {
    if (c.link.contradictory() || c.link.chains.front().rows == 0 || verdict(c.link.mask) > Cover::at_least_partly) return {};
    const auto alone = falls_with(crosswalk, question, gap, c);
    if (alone.empty()) return field("falls with", "no single mapping: without any one of them the others say the same");
    std::vector<std::string> ids;
    for (const auto& m : alone) ids.push_back(m.id());
    return field("falls with", join(ids) + (ids.size() == 1 ? "" : ": each of them alone"));
}

std::string verdict_lines(const std::array<AspectVerdict, 7>& verdicts) {
    std::string out;
    for (const Aspect a : all_aspects) {
        const auto& v = verdicts[static_cast<std::size_t>(a)];
        out += field(word(a), spelled(word(v.finding)) + ": " + v.reason);
    }
    return out;
}

std::string provision_lines(const Corpus& corpus, const Pinned& p) {
    const auto& provision = corpus.provision(p.node);
    const auto trigger = corpus.trigger(p.node);
    const auto provenance = corpus.provenance(p.node);
    const auto* source = corpus.source(*corpus.node(p.node).instrument, provenance.source);
    std::string out = field("ref", corpus.ref(p.node, p.version));
    out += field("says", plain(provision.summary));
    out += field("applies", trigger ? "when " + in_words(corpus, *trigger) : "always");
    out += field("bearer", bearer_name(corpus, corpus.bearer(p.node)));
    out += field("source", fmt::format("{}, {} (checked: {})", source != nullptr ? plain(source->title) : provenance.source, provenance.locator, word(provenance.grade.value_or(Grade::unchecked))));
    return out;
}

std::string severity_lines(const Gap& gap) {
    std::string out = field("severity", fmt::format("{}, {} points (critical from 8, high from 7, moderate from 4)", word(gap.severity.level), gap.severity.points));
    for (const auto& r : gap.severity.reasons) out += wrap(fmt::format("{:+d}  {}", r.points, r.why), "            ", "                ");
    return out;
}

}  // namespace

std::string gaps_text(const Corpus& corpus, const Assessment& answer, const TextStyle& style) {
    std::string out = heading("lacuna gaps", style) + header(corpus, answer) + "\n" + wrap(counts(answer), "", "");
    out += wrap(fmt::format("What is not certain is not counted as cover. Chains use at most {}.", plural(static_cast<std::size_t>(answer.question.rows), "mapping")), "", "") + "\n";
    out += rollup_text(corpus, answer, style);
    std::vector<const Gap*> gaps;
    for (const auto& g : answer.targets)
        if (!g.covered()) gaps.push_back(&g);
    std::stable_sort(gaps.begin(), gaps.end(), [](const Gap* a, const Gap* b) { return a->severity.points > b->severity.points; });
    for (const auto* g : gaps) out += entry(corpus, *g, style);
    if (answer.covered > 0) out += heading("Covered on every aspect", style);
    for (const auto& g : answer.targets)
        if (g.covered()) out += wrap(fmt::format("{}: by {}", corpus.cite(g.target.node), sources_words(corpus, g.candidates.front())), "  - ", "    ");
    return out;
}

std::string explain_text(const Corpus& corpus, const Crosswalk& crosswalk, const Assessment& answer, const Gap& gap, const TextStyle& style) {
    std::string out = heading(gap.id, style) + header(corpus, answer) + "\n";
    out += heading("Asked: " + corpus.cite(gap.target.node), style) + provision_lines(corpus, gap.target);
    if (!gap.flags.empty()) out += field("flags", flags_words(gap.flags));
    out += field("rung", word(gap.rung)) + "\n";
    out += heading("Answer", style) + verdict_lines(gap.verdicts);
    if (gap.covered()) out += wrap("Covered on every aspect.", "  ", "  ");
    else out += field("worst", word(*gap.worst)) + severity_lines(gap) + field("closes it", gap.remedy.text);
    if (!gap.witness.empty()) out += field("case", gap.witness);
    if (gap.candidates.empty()) out += "\n" + wrap("No mapping leads here from anything in scope.", "", "");
    for (std::size_t i = 0; i < gap.candidates.size(); ++i) {
        const auto& c = gap.candidates[i];
        out += "\n" + heading(fmt::format("Source {} of {}{}: {}", i + 1, gap.candidates.size(), i == 0 && gap.candidates.size() > 1 ? ", the nearest" : "", cites(corpus, c.sources)), style);
        for (const auto& s : c.sources) out += provision_lines(corpus, s);
        if (!c.flags.empty()) out += field("flags", flags_words(c.flags));
        out += field("relation", fmt::format("{} (source to target; {})", to_string(c.link.mask), spelled(word(c.verdict(Aspect::duty).finding))));
        for (std::size_t k = 0; k < c.link.chains.size(); ++k) {
            if (c.link.chains.size() > 1) out += wrap(fmt::format("chain {} of {}, which leaves: {}", k + 1, c.link.chains.size(), to_string(c.link.chains[k].mask)), "  ", "  ");
            out += chain_text(corpus, crosswalk, c.link.chains[k]);
        }
        if (i == 0) out += fragility(crosswalk, answer.question, gap, c);
        if (i > 0) out += verdict_lines(c.verdicts);
    }
    return out;
}

}  // namespace lacuna
