#include "corpus/end_state.hpp"

#include <algorithm>

#include <fmt/format.h>


namespace lacuna {
namespace {

const Id& version_name(const Instrument& in, int version) { return in.versions[static_cast<std::size_t>(version)].id; }

/// An end whose pin resolves, asked about with a version that may stand or not.
class Judge {
public:
    Judge(const Corpus& corpus, const MappingEnd& end, const Pinned& pinned, std::optional<int> standing)
        : corpus_(corpus), in_(*corpus.node(pinned.node).instrument), pinned_(pinned), standing_(standing), pin_(pin_of(corpus, end)) {}

    /// The end speaks of its own version alone.
    DriftEnd for_its_version() const {
        if (pin_ == Pin::outdated) return edited();
        if (pin_ == Pin::unpinned) return unpinned();
        if (standing_ == pinned_.version) return {};
        return {nullptr, false, EndState::compared, {}, fmt::format("made for {} on purpose: its set compares versions", name(pinned_.version))};
    }

    /// The end must speak of the version that stands. First what takes most away.
    DriftEnd for_what_stands() const {
        const bool early = !standing_ || *standing_ < pinned_.version;
        const bool held = early || in_.versions[static_cast<std::size_t>(*standing_)].encoded != false;
        const auto now = early || !held ? std::nullopt : corpus_.find(in_, *standing_, corpus_.provision(pinned_.node).id);
        if (!early && held && !now) return orphaned();
        if (pin_ == Pin::outdated) return edited();
        if (early) return to_come();
        if (!held) return {nullptr, false, EndState::not_held, {}, fmt::format("the text of {}, which stands, is not in the corpus", name(*standing_))};
        return *now == pinned_.node ? same_words() : other_words(*now);
    }

private:
    const Id& name(int version) const { return version_name(in_, version); }

    DriftEnd orphaned() const { return {nullptr, false, EndState::orphaned, {}, fmt::format("{} has no such provision", name(*standing_))}; }
    DriftEnd edited() const { return {nullptr, false, EndState::outdated, {}, fmt::format("the corpus reads {} otherwise than when it was compared", name(pinned_.version))}; }
    DriftEnd unpinned() const { return {nullptr, false, EndState::unpinned, {}, "no fingerprint says which words were compared"}; }
    DriftEnd to_come() const {
        return {nullptr, false, EndState::to_come, {}, fmt::format("{} does not stand yet", name(pinned_.version))};
    }
    /// What was said of these words still is; hands are compared apart, by the version asked about.
    DriftEnd same_words() const {
        if (pin_ == Pin::unpinned) return unpinned();
        if (standing_ == pinned_.version) return {};
        auto differ = differences(corpus_, pinned_, {pinned_.node, *standing_, false});
        auto reason = fmt::format("made for {}; the same words stand in {}", name(pinned_.version), name(*standing_));
        if (!differ.empty()) reason += ", in other hands";
        return {nullptr, false, EndState::predated, std::move(differ), std::move(reason)};
    }
    /// A wording of its own is another provision to the crosswalk, even one that repeats the old words.
    DriftEnd other_words(NodeNo now) const {
        auto differ = differences(corpus_, pinned_, {now, *standing_, false});
        std::vector<std::string> words;
        for (const auto part : differ) words.emplace_back(word(part));
        auto reason = differ.empty() ? fmt::format("{} writes the same words out again: look, and pin them", name(*standing_)) : fmt::format("changed in {}: {}", name(*standing_), join(words));
        return {nullptr, false, EndState::outdated, std::move(differ), std::move(reason)};
    }

    const Corpus& corpus_;
    const Instrument& in_;
    Pinned pinned_;
    std::optional<int> standing_;
    Pin pin_;
};

}  // namespace

const Instrument* instrument_of(const Corpus& corpus, const MappingEnd& end) { return corpus.instrument(end.ref.substr(0, end.ref.find_first_of("@#"))); }

ComparedVersions compared_versions(const Corpus& corpus, const MappingSet& set) {
    ComparedVersions out;
    for (const auto& r : set.reviewed) {
        if (r.instrument != r.against || r.version == r.against_version) continue;
        const auto* in = corpus.instrument(r.instrument);
        if (in == nullptr) continue;
        for (const auto& name : {r.version, r.against_version})
            if (const auto v = corpus.version(*in, name)) out.emplace(in, *v);
    }
    for (const auto& m : set.mappings)
        for (const auto& s : m.sources)
            for (const auto& t : m.targets) {
                const auto from = pinned_with_version(corpus, s.ref), to = pinned_with_version(corpus, t.ref);
                if (!from || !to || from->second == to->second) continue;
                const auto *one = corpus.node(from->first).instrument, *other = corpus.node(to->first).instrument;
                if (one == other) out.insert({{one, from->second}, {other, to->second}});
            }
    return out;
}

DriftEnd drift_end(const Corpus& corpus, const MappingEnd& end, const ComparedVersions& compared, const AsOf& as_of) {
    const auto pinned = pinned_with_version(corpus, end.ref);
    DriftEnd out{nullptr, false, EndState::orphaned, {}, "the corpus has no such provision"};
    if (pinned) {
        const auto* in = corpus.node(pinned->first).instrument;
        const Pinned node{pinned->first, pinned->second, true};
        const Judge judge(corpus, end, node, as_of.standing(*in));
        const bool meant = compared.contains({in, pinned->second});
        out = meant ? judge.for_its_version() : judge.for_what_stands();
        if (const auto later = as_of.perhaps(*in); later && !meant) {
            // whichever unsettles more: a version that may be gone is no comfort
            auto perhaps = Judge(corpus, end, node, later).for_what_stands();
            if (perhaps.state > out.state) {
                out = std::move(perhaps);
                out.reason += fmt::format(" ({} may stand already)", version_name(*in, *later));
            }
        }
    }
    out.end = &end;
    return out;
}

std::vector<DriftRow> drift_rows(const Corpus& corpus, const AsOf& as_of, const Instrument* only) {
    std::vector<DriftRow> out;
    for (const auto& set : corpus.data().mapping_sets) {
        const auto compared = compared_versions(corpus, set);
        for (const auto& m : set.mappings) {
            DriftRow row{&set, &m, {}, EndState::current, m.at};
            for (const auto* side : {&m.sources, &m.targets})
                for (const auto& e : *side) {
                    if (only != nullptr && instrument_of(corpus, e) != only) continue;
                    row.ends.push_back(drift_end(corpus, e, compared, as_of));
                    row.ends.back().source = side == &m.sources;
                    row.state = std::max(row.state, row.ends.back().state);
                }
            if (!row.ends.empty()) out.push_back(std::move(row));
        }
    }
    return out;
}

std::vector<DriftRow> mappings_of(const Corpus& corpus, const std::optional<Scope>& scope, Day on) {
    auto out = drift_rows(corpus, {on}, nullptr);
    if (!scope) return out;
    const auto touches = [&](const MappingEnd& end) {
        const auto n = corpus.pinned(end.ref);
        return n && in_scope(scope, *n);
    };
    std::erase_if(out, [&](const DriftRow& row) { return std::none_of(row.ends.begin(), row.ends.end(), [&](const DriftEnd& e) { return touches(*e.end); }); });
    return out;
}

}  // namespace lacuna
