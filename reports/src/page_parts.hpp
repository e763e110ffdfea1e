#pragma once
// The parts of the HTML page, each as data for its place in the template.

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "lacuna/drift.hpp"
#include "page_backing.hpp"
#include "page_data.hpp"

namespace lacuna {

/// The sources of the documents in question, numbered in the order in which the page lists them.
class SourceList {
public:
    explicit SourceList(const PageInput& input);
    /// "S3"; empty for a source that is not on the list.
    std::string label(const Instrument& in, const Id& source) const;
    const std::vector<std::pair<const Instrument*, const Source*>>& all() const { return sources_; }

private:
    std::vector<std::pair<const Instrument*, const Source*>> sources_;
};

/// What every part of the page needs.
struct PageContext {
    const Corpus& corpus;
    const Crosswalk& crosswalk;
    const PageInput& input;
    const Survey& survey;
    const SourceList& sources;
    std::map<const Mapping*, DriftRow> mappings;  ///< as they stand on the day
};

std::string jurisdiction_name(const Corpus& corpus, const std::string& id);
/// The documents that the page is about, each once: promises, law, codes.
std::vector<Taken> documents_of(const PageInput& input);

/// Was only a part of the promises' documents asked about?
bool is_narrowed(const PageContext& page);
/// The three sentences, as runs of plain and strong text.
Data message_data(const PageContext& page);
/// Facts and suppositions that every answer on the page rests on; false where there are none.
Data given_data(const PageContext& page);
/// Who holds the pen: the table of hands; false where nothing is promised.
Data pen_data(const PageContext& page);
Data pen_row_data(const PageContext& page, const Pen& pen);
/// What would make the promises constraints, whose failure takes down most, and computing power as a lever; false where nothing is promised.
Data remedy_data(const PageContext& page);
/// Themes down, places across, rungs in each cell; false where no promise names a theme.
Data ladder_data(const PageContext& page);
Data legend_data(const PageContext& page);
Data heat_data(const PageContext& page);
/// The same cells, a row for each chapter of the promises' documents.
Data chapters_data(const PageContext& page);
/// The chains that the verdict on the duty rests on, what that means for it in words, and the chains that say less.
Data judged_data(const PageContext& page, const Gap& gap);
/// Where a text is to be read, and how far that was checked.
Data provenance_data(const PageContext& page, const Instrument& in, const Provenance& provenance);
Data gap_data(const PageContext& page, const CommitmentEntry& entry);
Data documents_data(const PageContext& page);
Data sources_data(const PageContext& page);

}  // namespace lacuna
