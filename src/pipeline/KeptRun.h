#pragma once

#include "core/Domain.h"
#include "settings/Settings.h"

#include <array>
#include <limits>
#include <vector>

namespace Helmdesk
{

// The settings that decide what becomes of an answer, apart from those of the tools.
struct TuningSettings {
    double routing = 0.8;
    double answer = 0.7;
    double leastGuess = 0.4;
    double plainSupport = 0.9;
    double sentiment = -0.5;
    int maxWords = 100;
    int maxQuestions = 3;
    std::array<Mode, 5> modes{}; // by category

    static TuningSettings of(const Settings &settings);
    // Whether a setting of this name is among them.
    static bool has(const QString &name);
    static QStringList names();
    bool operator==(const TuningSettings &) const = default;
};

// What a run knows before it is routed, whatever is set.
struct KeptFacts {
    bool isSilent = false; // an automatic message, or a person has the conversation: nobody is answered
    bool alwaysEscalates = false; // by its own words, its sender or a failure
    bool personRequired = false;  // a person denied or changed something: a person words the reply
    double sentiment = 0.0;       // -1 to 1
    int words = 0;
    int questions = 0;
    bool operator==(const KeptFacts &) const = default;
};

// What mode auto does about the writes of a turn that no rule holds.
enum class KeptActs : quint8 {
    None,
    Done,    // they are carried out
    Unclear, // several that share a limit: what the first does to the second is not known before
};

inline constexpr double notWorded = std::numeric_limits<double>::quiet_NaN();

// One way that the routing of a turn takes, for some of the thresholds, and what the specialist came to on
// it.
struct KeptPath {
    // For routing thresholds above the one and up to the other.
    double above = -1.0;
    double upTo = 1.0;
    // Of an article that tells the category where the path before is not sure enough: this one is taken where
    // the answer threshold lets the article speak and the routing threshold lets both together. 0: no
    // article.
    double support = 0.0;
    double confidence = 0.0;     // in the category
    double answer = notWorded;   // confidence in the reply
    double guess = notWorded;    // the same of the knowledge base alone, for a turn that nobody can place
    quint8 categories = 0;       // a bit each: the strictest of their modes binds
    bool isTold = true;          // false: somebody else would have been asked, and was not
    bool isUnanswerable = false; // a question in it is none for a desk
    bool escalates = false;      // by what the specialist found
    bool repeatsGuess = false;   // the same answer from the knowledge base was given just before
    bool waits = false;          // a call waits for a person, whatever the mode
    KeptActs acts = KeptActs::None;

    bool isOfArticle() const { return support > 0.0; }
    bool holdsFor(double threshold) const { return threshold > above && threshold <= upTo; }
    Mode mode(const TuningSettings &settings) const; // the strictest of its categories
};

// All that `decide` needs to know of one run, apart from the settings.
struct KeptRun {
    KeptFacts facts;
    std::vector<KeptPath> paths; // the path of an article directly behind the one that it may settle
};

// The table "Decisions, modes and waiting calls": the stricter row wins. Nothing where the run did not find
// out what the settings ask for. Pure; the pipeline decides by it, and so does the replay.
std::optional<Decision> decide(const KeptFacts &run, const KeptPath &path, const TuningSettings &settings);

// The same for whichever of the `count` paths is taken under the settings. `taken`, where it is not null, is
// told its number, or -1.
std::optional<Decision> decide(const KeptFacts &run, const KeptPath *paths, size_t count,
                               const TuningSettings &settings, int *taken = nullptr);

} // namespace Helmdesk
