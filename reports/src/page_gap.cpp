// One gap as a card.

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "page_parts.hpp"

namespace lacuna {
namespace {

bool overlaps(const Candidate& c) { return c.verdict(Aspect::duty).finding != Finding::not_covered; }
/// Does anything in scope share, or possibly share, some of the duty?
bool has_source(const Gap& g) { return !g.candidates.empty() && overlaps(g.candidates.front()); }
bool is_open(Finding f) { return f != Finding::covered && f != Finding::not_compared; }

/// "must", or for what is no duty: "power".
std::string force_words(const Provision& p) {
    if (is_duty(p)) return p.modality ? std::string(word(*p.modality)) : std::string(word(p.norm));
    return unhyphenated(word(p.norm)) + ", not a duty";
}

/// The dates on which a provision of law begins to bite, so far as they are given.
std::string dates_words(const Corpus& corpus, NodeNo n) {
    std::vector<std::string> out;
    const auto add = [&](const char* what, DateKind kind) {
        const auto date = corpus.date(n, kind);
        if (date.fixed || date.computed != nullptr) out.push_back(fmt::format("{} {}", what, in_words(corpus, date)));
    };
    add("applies from", DateKind::applies_from);
    add("enforceable from", DateKind::enforceable_from);
    add("older models have until", DateKind::legacy_until);
    return join(out);
}

Data provision_data(const PageContext& page, const Pinned& pinned) {
    const auto& p = page.corpus.provision(pinned.node);
    Data out;
    out["cite"] = page.corpus.cite(pinned.node);
    out["summary"] = plain(p.summary);
    out["modality"] = force_words(p);
    out["bearer"] = bearer_name(page.corpus, page.corpus.bearer(pinned.node));
    out["dates"] = optional_text(dates_words(page.corpus, pinned.node));
    out["source"] = provenance_data(page, *page.corpus.node(pinned.node).instrument, page.corpus.provenance(pinned.node));
    return out;
}

/// What else touches the target, at most three by name.
std::string others_words(const Corpus& corpus, const Gap& gap) {
    constexpr std::size_t named = 3;
    std::vector<std::string> out;
    std::size_t more = 0;
    for (std::size_t i = 1; i < gap.candidates.size(); ++i) {
        if (!overlaps(gap.candidates[i])) continue;
        if (out.size() < named) out.push_back(cites(corpus, gap.candidates[i].sources));
        else ++more;
    }
    if (more > 0) out.push_back(fmt::format("{} more", more));
    return join(out, "; ");
}

std::string code_words(const Corpus& corpus, const CommitmentEntry& entry) {
    if (entry.code == nullptr) return {};
    const auto& duty = entry.code->verdict(Aspect::duty);
    if (!has_source(*entry.code)) return fmt::format("{}: {}", finding_words(duty.finding), duty.reason);
    const auto& bearer = entry.code->verdict(Aspect::bearer);
    return fmt::format("{}: {}; bearer: {}, {}", cites(corpus, entry.code->candidates.front().sources), finding_words(duty.finding), finding_words(bearer.finding), bearer.reason);
}

std::string also_open(const Gap& gap) {
    std::vector<std::string> out;
    for (const Aspect a : all_aspects)
        if (a != gap.worst && is_open(gap.verdict(a).finding)) out.push_back(fmt::format("{}: {}", word(a), finding_words(gap.verdict(a).finding)));
    return join(out, "; ");
}

std::string flags_words(const std::vector<Flag>& flags) {
    std::vector<std::string> out;
    for (const Flag f : flags) out.push_back(flag_words(f));
    return join(out, "; ");
}

Data verdict_data(Aspect aspect, const AspectVerdict& verdict) {
    Data out;
    out["aspect"] = capital(std::string(word(aspect)));
    out["symbol"] = finding_symbol(verdict.finding);
    out["finding"] = finding_words(verdict.finding);
    out["class"] = std::string(!is_open(verdict.finding) ? "fine" : "open");
    out["reason"] = sentence(verdict.reason);
    return out;
}

Data aspects_data(const Gap& gap) {
    Data out = empty_list();
    // without a source there is nothing to set in a table
    if (!has_source(gap)) return out;
    for (const Aspect a : all_aspects) out.push_back(verdict_data(a, gap.verdict(a)));
    return out;
}

Data severity_data(const SeverityFinding& severity) {
    Data out, reasons = empty_list();
    for (const auto& r : severity.reasons) {
        Data reason;
        reason["points"] = fmt::format("{}{}", r.points < 0 ? "−" : "+", std::abs(r.points));
        reason["why"] = r.why;
        reasons.push_back(reason);
    }
    out["symbol"] = severity_symbol(severity.level);
    out["word"] = capital(std::string(word(severity.level)));
    out["class"] = std::string(word(severity.level));
    out["points"] = severity.points == 1 ? "1 point" : fmt::format("{} points", severity.points);
    out["reasons"] = std::move(reasons);
    return out;
}

Data law_data(const PageContext& page, const Gap& gap) {
    Data law = empty_list();
    if (!has_source(gap)) return law;
    for (const auto& s : gap.candidates.front().sources) law.push_back(provision_data(page, s));
    return law;
}

Data failure_data(const Gap& gap) {
    Data out = verdict_data(*gap.worst, gap.verdict(*gap.worst));
    out["also"] = optional_text(also_open(gap));
    return out;
}

void put_backing(Data& out, Backing backing) {
    out["backing"] = backing_title(backing);
    out["backing_symbol"] = backing_symbol(backing);
    out["backing_class"] = std::string(word(backing));
}

}  // namespace

Data gap_data(const PageContext& page, const CommitmentEntry& entry) {
    const Gap& gap = *entry.law;
    const bool compared = has_source(gap);
    Data out = provision_data(page, gap.target);
    put_backing(out, entry.backing);
    out["anchor"] = anchor_of(page.corpus, gap.target);
    out["id"] = gap.id;
    out["stops"] = Data(entry.stops);
    out["severity"] = severity_data(gap.severity);
    out["law"] = law_data(page, gap);
    out["others"] = optional_text(others_words(page.corpus, gap));
    out["fails"] = gap.worst ? failure_data(gap) : Data(false);
    out["code"] = optional_text(sentence(code_words(page.corpus, entry)));
    // a case that tells two triggers apart says nothing where the duties share nothing
    out["witness"] = optional_text(sentence(compared ? gap.witness : ""));
    out["remedy"] = optional_text(sentence(gap.remedy.text));
    out["flags"] = optional_text(sentence(flags_words(gap.flags)));
    out["rung"] = fmt::format("{} of 6: {}", static_cast<int>(gap.rung), word(gap.rung));
    out["aspects"] = aspects_data(gap);
    out["compared"] = Data(compared);
    out["judged"] = judged_data(page, gap);
    return out;
}

}  // namespace lacuna
