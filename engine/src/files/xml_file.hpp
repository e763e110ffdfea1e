#pragma once
// One XML file from a stranger, made safe: bounded, without document type or entities, with places for every element.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "lacuna/problem.hpp"

namespace lacuna {

/// Bounds on one file. The largest corpus files are far below; what is above is an accident or an attack.
struct XmlLimits {
    std::size_t bytes = 32U << 20U;
    std::size_t elements = 1'000'000;
    int depth = 100;
};

/// A parsed file that keeps its text, so that places can be told.
class XmlFile {
public:
    /// Parses `content`; problems go to `problems`, and nothing is returned if there is one.
    static std::unique_ptr<XmlFile> parse(std::string name, std::string content, std::vector<Problem>& problems, const XmlLimits& limits = {});

    pugi::xml_node root() const { return document_.document_element(); }
    Place place(pugi::xml_node node) const;
    Place place(pugi::xml_node element, std::string_view attribute) const;

private:
    Place place_at(std::size_t offset) const;
    bool well_formed(std::vector<Problem>& problems, const XmlLimits& limits);
    bool bounded(std::vector<Problem>& problems, const XmlLimits& limits) const;

    std::string name_;
    std::string content_;
    std::vector<std::size_t> line_starts_;
    pugi::xml_document document_;
    mutable std::pair<std::size_t, std::size_t> last_place_{0, 1};  ///< offset and column of the place told last
};

}  // namespace lacuna
