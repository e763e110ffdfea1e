#pragma once
// Several citations of one article as one, without losing any: "Art. 53(1) with (a)-(d)".

#include <string>
#include <vector>

namespace lacuna {

/// `root`: the citation of the article; `cites`: those meant, in order, the root among them or not. A citation that occurs several times is
/// counted: "Commitment VI (4 duties)".
std::string cites_together(const std::string& root, const std::vector<std::string>& cites);

}  // namespace lacuna
