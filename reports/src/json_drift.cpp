#include "drift_parts.hpp"
#include "json_parts.hpp"
#include "reports/drift.hpp"

namespace lacuna {
namespace {

Json tally_json(const StateCounts& tally) {
    Json out{{"mappings", in_all(tally)}};
    for (const auto s : all_values<EndState>()) out[std::string(word(s))] = tally[static_cast<std::size_t>(s)];
    return out;
}

Json parts_json(const std::vector<NormPart>& parts) {
    Json out = Json::array();
    for (const auto p : parts) out.push_back(word(p));
    return out;
}

Json provisions_json(const Corpus& corpus, const std::vector<Pinned>& provisions) {
    Json out = Json::array();
    for (const auto& p : provisions) out.push_back(named(corpus, p));
    return out;
}

Json wordings_json(const Corpus& corpus, const std::vector<TwoWordings>& all) {
    Json out = Json::array();
    for (const auto& w : all) {
        Json one{{"before", corpus.ref(w.before.node, w.before.version)}, {"after", named(corpus, w.after)}, {"differ", parts_json(w.differ)}};
        if (!w.identifier.empty()) one["identifier"] = w.identifier;
        out.push_back(std::move(one));
    }
    return out;
}

Json change_counts(const Instrument& in, const VersionChange& c) {
    return {{"from", c.from ? Json(version_id(in, *c.from)) : Json(nullptr)}, {"to", version_id(in, c.to)}, {"added", c.added.size()}, {"gone", c.gone.size()}, {"changed", c.changed.size()}, {"same", c.same}};
}

Json place_json(const Place& at, const std::string& root) { return {{"file", file_from(root, at.file)}, {"line", at.line}}; }

Json row_json(const DriftRow& r, const std::string& root) {
    Json ends = Json::array();
    for (const auto& e : r.ends) ends.push_back({{"ref", e.end->ref}, {"side", e.source ? "source" : "target"}, {"state", word(e.state)}, {"differ", parts_json(e.differ)}, {"reason", e.reason}});
    return {{"id", r.set->id + "/" + r.mapping->id}, {"at", place_json(r.at, root)}, {"relation", word(r.mapping->relation)}, {"contains", claims_cover(*r.mapping)}, {"state", word(r.state)}, {"ends", std::move(ends)}};
}

Json rows_json(const std::vector<DriftRow>& rows, const std::string& root) {
    Json out = Json::array();
    for (const auto& r : rows) out.push_back(row_json(r, root));
    return out;
}

Json sets_json(const std::vector<DriftRow>& rows, const std::string& root) {
    Json out = Json::array();
    for (const auto& [set, of_set] : by_set(rows)) out.push_back({{"id", set->id}, {"at", place_json(set->at, root)}, {"counts", tally_json(tally(of_set))}});
    return out;
}

Json reviews_json(const std::vector<DriftReview>& reviews, const std::string& root) {
    Json out = Json::array();
    for (const auto& r : reviews)
        out.push_back({{"set", r.set->id}, {"at", place_json(r.at, root)}, {"of", r.reviewed->instrument + "@" + r.reviewed->version}, {"by", r.reviewed->against + "@" + r.reviewed->against_version}});
    return out;
}

}  // namespace

std::string drift_json(const Corpus& corpus, const Envelope& envelope, const Drift& d, const std::string& root) {
    Json relying = Json::array();
    for (const auto& r : d.relying) relying.push_back({{"instrument", r.other->id}, {"counts", tally_json(r.mappings)}, {"left_without", provisions_json(corpus, r.bare)}});
    Json out;
    out["instrument"] = d.instrument->id;
    out["stands"] = d.stands;
    out["may_stand_already"] = d.perhaps ? Json(version_id(*d.instrument, *d.perhaps)) : Json(nullptr);
    out["change"] = change_counts(*d.instrument, d.change);
    out["added"] = d.change.from ? provisions_json(corpus, d.change.added) : Json::array();
    out["gone"] = provisions_json(corpus, d.change.gone);
    out["changed"] = wordings_json(corpus, d.change.changed);
    out["renamed"] = wordings_json(corpus, d.change.renamed);
    out["counts"] = tally_json(tally(d.rows));
    out["sets"] = sets_json(d.rows, root);
    out["mappings"] = rows_json(d.rows, root);
    out["relying"] = std::move(relying);
    out["reviews"] = reviews_json(d.reviews, root);
    return document(envelope, std::move(out));
}

std::string drift_json(const Corpus&, const Envelope& envelope, const DriftOverview& o, const std::string& root) {
    Json instruments = Json::array();
    for (const auto& l : o.lines) {
        Json coming = Json::array();
        for (const int v : l.coming) coming.push_back(version_id(*l.instrument, v));
        instruments.push_back({{"instrument", l.instrument->id},
                               {"version", l.standing ? Json(version_id(*l.instrument, *l.standing)) : Json(nullptr)},
                               {"coming", std::move(coming)},
                               {"change", l.change ? change_counts(*l.instrument, *l.change) : Json(nullptr)},
                               {"counts", tally_json(l.mappings)}});
    }
    return document(envelope, {{"counts", tally_json(tally(o.rows))}, {"instruments", std::move(instruments)}, {"sets", sets_json(o.rows, root)}, {"mappings", rows_json(o.rows, root)}});
}

}  // namespace lacuna
