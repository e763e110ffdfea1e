// Ids as they are declared: each once, and none inside itself.

#include <fmt/format.h>

#include "check/pass.hpp"

namespace lacuna {

std::string first_stands(const Place& first) { return fmt::format("the first stands at {}:{}", first.file, first.line); }

void Declarations::add(const std::string& id, const Place& at, const std::vector<std::string>& inside) {
    auto& link = links_[id];
    link.at = at;
    link.inside.insert(link.inside.end(), inside.begin(), inside.end());
    const auto [it, fresh] = first_.emplace(id, at);
    if (fresh) return;
    const auto where = each_ == Each::file ? "the first stands in " + it->second.file : first_stands(it->second);
    pass_.problem(at, "repeated-name", fmt::format("{} '{}' is declared twice", noun_, id), "rename one; " + where);
}

std::map<std::string, std::size_t> Declarations::open_links(std::map<std::string, std::vector<std::string>>& around) const {
    std::map<std::string, std::size_t> out;
    for (const auto& [id, link] : links_) {
        auto& links = out[id];
        for (const auto& next : link.inside) {
            if (!links_.contains(next)) continue;
            ++links;
            around[next].push_back(id);
        }
    }
    return out;
}

/// Peels off, again and again, what points only at what was peeled off before; what is left lies on a circle or leads to one.
void Declarations::no_circles() {
    std::map<std::string, std::vector<std::string>> around;
    auto open = open_links(around);
    std::vector<std::string> done;
    for (const auto& [id, links] : open)
        if (links == 0) done.push_back(id);
    while (!done.empty()) {
        const std::string id = done.back();
        done.pop_back();
        open.erase(id);
        for (const auto& lower : around[id])
            if (--open[lower] == 0) done.push_back(lower);
    }
    for (const auto& [id, links] : open)
        pass_.problem(links_.at(id).at, "cycle", fmt::format("{} '{}' lies inside itself, or inside one that does", noun_, id), "remove one link of the circle");
}

}  // namespace lacuna
