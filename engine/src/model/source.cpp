#include "lacuna/source.hpp"

namespace lacuna {

const std::string& plain(const Texts& texts) {
    static const std::string none;
    for (const auto& t : texts)
        if (t.lang == "en") return t.value;
    return texts.empty() ? none : texts.front().value;
}

}  // namespace lacuna
