#include "importers/plain_crosswalk.hpp"

#include <algorithm>
#include <deque>
#include <numeric>

#include <fmt/format.h>

#include "id_table.hpp"
#include "lacuna/in_parts.hpp"
#include "lacuna/names.hpp"
#include "table_scan.hpp"

namespace lacuna::importers {
namespace {

constexpr std::uint32_t none = IdTable::none;
using Flaws = std::array<FlawCount, 10>;

FlawCount& of(Flaws& flaws, Flaw f) { return flaws[static_cast<std::size_t>(f)]; }

void count(Flaws& flaws, Flaw f, std::int64_t line, std::string_view example) {
    auto& c = of(flaws, f);
    if (c.times++ > 0) return;
    c.first.line = static_cast<int>(line);
    c.example = excerpt(std::string(example));
}

/// Provisions as they stand in their table, then numbered anew so that those of one instrument are together.
class Provisions {
public:
    Provisions(const MappedFile& file, const TableScan<3>& scan, std::vector<Problem>& problems, PlainCrosswalkTables& out) : ids_(file.text().size() / 16), instruments_(64), in_place_(!scan.quoted()), out_(out), file_(file) {
        const auto first_line = 1 + scan.header_lines();
        const auto lines = scan.each(
            scan.pieces(1).front(), [&](const auto& cells, std::int64_t line) { row(cells, first_line + line); },
            [&](std::int64_t line) { flaw(Flaw::short_provision, first_line + line, ""); });
        if (lines < 0) problems.push_back(wrong_quote(file.path(), first_line - 1 - lines));
        if (problems.empty()) link();
    }

    const IdTable& ids() const { return ids_; }
    /// Numbers in the crosswalk by numbers in the table.
    const std::vector<std::uint32_t>& numbers() const { return number_; }

private:
    void flaw(Flaw f, std::int64_t line, std::string_view example) {
        count(out_.flaws, f, line, example);
        of(out_.flaws, f).first.file = file_.path();
    }

    void row(const TableScan<3>::Cells& cells, std::int64_t line) {
        const auto& [id, instrument, parent] = cells;
        if (id.empty() || instrument.empty()) return flaw(Flaw::blank_id, line, id);
        if (!ids_.add(id)) return flaw(Flaw::repeated_id, line, id);
        instruments_.add(instrument);
        instrument_.push_back(instruments_.find(instrument));
        // an unquoted cell stays where it is
        parent_ids_.push_back(in_place_ ? parent : kept_.emplace_back(parent));
        lines_.push_back(line);
    }

    void link() {
        const auto size = static_cast<std::uint32_t>(ids_.size());
        std::vector<std::uint32_t> parent(size, none);
        for (std::uint32_t v = 0; v < size; ++v) {
            if (parent_ids_[v].empty()) continue;
            parent[v] = ids_.find(parent_ids_[v]);
            if (parent[v] == none) flaw(Flaw::unknown_parent, lines_[v], parent_ids_[v]);
            else if (instrument_[parent[v]] != instrument_[v]) flaw(Flaw::parent_elsewhere, lines_[v], parent_ids_[v]), parent[v] = none;
        }
        open_circles(parent);
        order(parent);
    }

    /// A provision that is inside itself has no parent.
    void open_circles(std::vector<std::uint32_t>& parent) {
        std::vector<std::uint32_t> seen(parent.size(), none);  // on the way up from which one
        for (std::uint32_t v = 0; v < parent.size(); ++v)
            for (std::uint32_t u = v; seen[u] == none; u = parent[u]) {
                seen[u] = v;
                if (parent[u] == none) break;
                if (seen[parent[u]] != v) continue;
                flaw(Flaw::parent_in_a_circle, lines_[u], ids_.name(u));
                parent[u] = none;
                break;
            }
    }

    void order(const std::vector<std::uint32_t>& parent) {
        auto& c = out_.crosswalk;
        std::vector<std::uint32_t> names(instruments_.size()), rank(names.size()), by_instrument(parent.size());
        std::iota(names.begin(), names.end(), 0U);
        std::sort(names.begin(), names.end(), [&](std::uint32_t a, std::uint32_t b) { return instruments_.name(a) < instruments_.name(b); });
        for (std::uint32_t i = 0; i < names.size(); ++i) {
            rank[names[i]] = i;
            c.instruments.emplace_back(instruments_.name(names[i]));
        }
        std::iota(by_instrument.begin(), by_instrument.end(), 0U);
        std::stable_sort(by_instrument.begin(), by_instrument.end(), [&](std::uint32_t a, std::uint32_t b) { return rank[instrument_[a]] < rank[instrument_[b]]; });
        number_.resize(parent.size());
        for (std::uint32_t i = 0; i < by_instrument.size(); ++i) number_[by_instrument[i]] = i;
        for (const std::uint32_t v : by_instrument) {
            c.instrument.push_back(rank[instrument_[v]]);
            c.parent.push_back(parent[v] == none ? PlainCrosswalk::no_parent : number_[parent[v]]);
            out_.id_text += ids_.name(v);
            out_.id_ends.push_back(out_.id_text.size());
        }
    }

    IdTable ids_, instruments_;
    std::vector<std::uint32_t> instrument_, number_;
    std::vector<std::string_view> parent_ids_;
    std::deque<std::string> kept_;
    bool in_place_;
    std::vector<std::int64_t> lines_;
    PlainCrosswalkTables& out_;
    const MappedFile& file_;
};

/// One piece of the mappings. Rows wait in small numbers, so that the memory their ends are looked up in is there when they are.
class Mappings {
public:
    Mappings(const Provisions& provisions) : ids_(provisions.ids()), number_(provisions.numbers()) {}

    bool read(const TableScan<3>& scan, std::string_view piece) {
        in_place_ = !scan.quoted();
        lines = scan.each(
            piece, [&](const auto& cells, std::int64_t line) { row(cells, line); }, [&](std::int64_t line) { ++rows, count(flaws, Flaw::short_mapping, line, ""); });
        settle();
        return lines >= 0;
    }

    std::vector<PlainRow> equal, superset, subset, intersects;
    Flaws flaws;
    std::uint64_t rows = 0, no_relationship = 0;
    std::int64_t lines = 0;

private:
    struct Waiting {
        IdKey source, target;
        std::vector<PlainRow>* to;
        std::int64_t line;
    };

    void row(const TableScan<3>::Cells& cells, std::int64_t line) {
        ++rows;
        auto* const to = rows_of(cells[2]);
        if (to == nullptr && cells[2] != word(StatedRelation::no_relationship)) return count(flaws, Flaw::unknown_word, line, cells[2]);
        const Waiting w{id_key(cells[0]), id_key(cells[1]), to, line};
        ids_.expect(w.source);
        ids_.expect(w.target);
        waiting_[held_++] = w;
        if (held_ == waiting_.size() || !in_place_) settle();  // a quoted cell does not stay where it is
    }
    std::vector<PlainRow>* rows_of(std::string_view relation) {
        switch (relation.size()) {
            case 8: return relation == word(StatedRelation::equal_to) ? &equal : nullptr;
            case 9: return relation == word(StatedRelation::subset_of) ? &subset : nullptr;
            case 11: return relation == word(StatedRelation::superset_of) ? &superset : nullptr;
            case 15: return relation == word(StatedRelation::intersects_with) ? &intersects : nullptr;
            default: return nullptr;
        }
    }
    void settle() {
        for (std::size_t i = 0; i < held_; ++i) {
            const auto& w = waiting_[i];
            const auto source = ids_.find(w.source), target = ids_.find(w.target);
            if (source == none) count(flaws, Flaw::unknown_source, w.line, w.source.text);
            if (target == none) count(flaws, Flaw::unknown_target, w.line, w.target.text);
            if (source == none || target == none) continue;
            if (w.to == nullptr) ++no_relationship;
            else w.to->push_back({number_[source], number_[target]});
        }
        held_ = 0;
    }

    const IdTable& ids_;
    const std::vector<std::uint32_t>& number_;
    std::array<Waiting, 32> waiting_{};
    std::size_t held_ = 0;
    bool in_place_ = true;
};

void append(std::vector<PlainRow>& to, std::vector<PlainRow>& more) {
    if (to.empty()) std::swap(to, more);
    else to.insert(to.end(), more.begin(), more.end());
    std::vector<PlainRow>().swap(more);
}

void read_mappings(const MappedFile& file, const TableScan<3>& scan, const Provisions& provisions, unsigned threads, PlainCrosswalkTables& out, std::vector<Problem>& problems) {
    const auto pieces = scan.pieces(threads);
    std::vector<Mappings> parts(pieces.size(), Mappings(provisions));
    in_parts(pieces.size(), [&](std::size_t i) { parts[i].read(scan, pieces[i]); });
    auto line = 1 + scan.header_lines();
    for (auto& p : parts) {
        if (p.lines < 0) problems.push_back(wrong_quote(file.path(), line - 1 - p.lines));
        append(out.crosswalk.equal, p.equal);
        append(out.crosswalk.superset, p.superset);
        append(out.crosswalk.subset, p.subset);
        append(out.crosswalk.intersects, p.intersects);
        out.rows += p.rows;
        out.no_relationship += p.no_relationship;
        for (std::size_t f = 0; f < p.flaws.size(); ++f) {
            auto &all = out.flaws[f], &part = p.flaws[f];
            if (all.times == 0 && part.times > 0) all = {0, {file.path(), static_cast<int>(line) + part.first.line, 0}, part.example};
            all.times += part.times;
        }
        line += p.lines;
    }
}

}  // namespace

bool PlainCrosswalkTables::sound() const {
    return std::all_of(flaws.begin(), flaws.end(), [](const FlawCount& f) { return f.times == 0; });
}

std::string_view PlainCrosswalkTables::id(std::uint32_t provision) const {
    const auto from = provision == 0 ? 0 : id_ends[provision - 1];
    return {id_text.data() + from, id_ends[provision] - from};
}

PlainCrosswalkTables read_plain_crosswalk(const std::string& provisions, const std::string& mappings, unsigned threads, std::vector<Problem>& problems) {
    PlainCrosswalkTables out;
    const MappedFile p(provisions, problems), m(mappings, problems);
    if (!problems.empty()) return out;
    const TableScan<3> p_scan(p, {"id", "instrument", "parent"}, 3, problems), m_scan(m, {"source", "target", "relation"}, 3, problems);
    if (!problems.empty()) return out;
    const Provisions read(p, p_scan, problems, out);
    if (problems.empty()) read_mappings(m, m_scan, read, threads, out, problems);
    return out;
}

std::string in_words(Flaw flaw, const FlawCount& count) {
    constexpr std::array<std::string_view, 10> words{"with too few cells",
                                                    "without an id or an instrument",
                                                    "whose id another has already",
                                                    "whose parent is no provision",
                                                    "whose parent is in another instrument",
                                                    "whose parents lead back to themselves",
                                                    "with too few cells",
                                                    "whose source is no provision",
                                                    "whose target is no provision",
                                                    "whose relation is no word of ours"};
    const std::string example = count.example.empty() ? "" : fmt::format(" ('{}')", count.example);
    return fmt::format("{}:{}{}: {} row{} {}", count.first.file, count.first.line, example, count.times, count.times == 1 ? "" : "s", words[static_cast<std::size_t>(flaw)]);
}

}  // namespace lacuna::importers
