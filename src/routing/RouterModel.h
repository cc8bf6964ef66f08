#pragma once

#include "routing/IntentTaxonomy.h"
#include "routing/LinearModel.h"
#include "routing/Router.h"

#include <span>

namespace Helmdesk
{

// One labelled text with its vector. `intent` is an index into the model's intents, or -1 where only the
// category is known; `group` is an index into the groups (five categories, then background).
struct RoutingExample {
    QString text;
    std::vector<float> vector;
    int intent = -1;
    int group = 0;
    int copies = 1; // how often it counts in training
};

inline constexpr int backgroundGroup = 5;
inline constexpr int groupCount = 6;

// The trained router: three views of a text and how they are mixed (docs/routing.md says what each gave).
//
// View one scores every fine intent on the sentence vector; the intents' probabilities, normalised to one,
// are summed by category. View two scores the categories on the sentence vector: coarser, and steadier where
// a text lies between the written intents. View three scores the categories on hashed character n-grams. The
// logarithms of all are added with the weight of each, divided by the temperature and normalised again; the
// temperature is fitted on a held-back fold (Guo et al. 2017, "On Calibration of Modern Neural Networks", for
// one parameter).
// A value; predict() is const and thread-safe.
class RouterModel
{
public:
    struct Mix {
        double marginScale = 0.15; // margin that makes an intent e times as likely
        double intentWeight = 1.0;
        double groupScale = 0.3; // the same for a category
        double groupWeight = 0.5;
        double ngramWeight = 0.8;
        double temperature = 1.0;
    };

    Route predict(std::span<const float> vector, QStringView text) const;
    // Probabilities of the six groups before the temperature is applied, as logarithms; for fitting it.
    std::vector<double> groupLogits(std::span<const float> vector, QStringView text) const;

    const QStringList &intents() const { return m_intents; }
    const Mix &mix() const { return m_mix; }
    void setTemperature(double temperature) { m_mix.temperature = temperature; }

    QByteArray save() const;
    // Corrupt when the bytes are damaged, TooNew when a later program wrote them.
    static Result<RouterModel> restore(const QByteArray &bytes);

private:
    friend class RouterTrainer;
    std::vector<double> intentProbabilities(std::span<const float> vector) const;
    std::vector<double> mixed(const std::vector<double> &intentProbabilities, std::span<const float> vector,
                              QStringView text) const;

    QStringList m_intents;
    std::vector<int> m_groupOfIntent;
    LinearModel m_intentModel;
    LinearModel m_groupModel;
    LinearModel m_ngramModel;
    std::vector<float> m_idf; // of every n-gram bucket
    Mix m_mix;
};

} // namespace Helmdesk
