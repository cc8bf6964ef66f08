#pragma once

#include <array>
#include <optional>
#include <QString>

namespace Helmdesk
{

// In which mood a text speaks of an act. Only Asks may lead to a write.
enum class Mood {
    None,      // the text does not speak of the act
    Asks,      // the writer wants it done now, for himself
    About,     // asks about it: rules, how it is done, how long it takes, whether it happened
    Refuses,   // does not want it, takes it back, says to wait
    Condition, // only if, unless, later
    Reports,   // tells that it happened
    Other,     // another party's, quoted, an example, a text to be worked on
};

inline constexpr std::array allMoods{Mood::None,      Mood::Asks,    Mood::About, Mood::Refuses,
                                     Mood::Condition, Mood::Reports, Mood::Other};
inline constexpr int moodCount = static_cast<int>(allMoods.size());

// The fixed name, as in the example files: "asks".
QString nameOf(Mood mood);
std::optional<Mood> moodNamed(const QString &name);

} // namespace Helmdesk
