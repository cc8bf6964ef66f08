#pragma once

#include "encoder/SentenceEncoder.h"
#include "routing/LinearModel.h"
#include "understanding/Mood.h"
#include "understanding/SecondReader.h"

#include "core/Result.h"

#include <array>
#include <QStringList>

namespace Helmdesk
{

// How likely a text speaks of one act in each mood; the probabilities add up to one.
struct MoodProbabilities {
    std::array<double, static_cast<size_t>(moodCount)> values{1.0};

    double of(Mood mood) const { return values[static_cast<size_t>(mood)]; }
    Mood likeliest() const;
};

// The trained heads, one an act: seven moods, each against the rest by logistic regression, normalised and
// calibrated by one temperature an act (fitted on examples that the head had not seen).
// A value; moodsOf() is const and thread-safe.
class ReadingModel
{
public:
    const QStringList &acts() const { return m_acts; }
    const SecondReader &second() const { return m_second; }

    // One entry an act, in the order of acts(). `tokens` are the encoder's of the same text.
    std::vector<MoodProbabilities> moodsOf(QStringView text, const TokenVectors &tokens) const;

    QByteArray save() const; // the bytes of a LinearModelFile
    // Uses the file in place, as long as a copy of the model lives. Failure: that of
    // LinearModelReader::open().
    static Result<ReadingModel> open(const QString &path);

private:
    friend class ReadingTrainer;
    struct Head {
        LinearModel model;
        double temperature = 1.0;
    };
    static std::vector<double> logitsOf(const Head &head, const std::vector<SparseFeature> &row);
    static MoodProbabilities moodsFrom(const std::vector<double> &logits, double temperature);

    QStringList m_acts;
    std::vector<Head> m_heads;
    SecondReader m_second;
};

// The model that the build made (resources "reading/reading.model").
Result<ReadingModel> loadBuiltReadingModel();

} // namespace Helmdesk
