#pragma once

#include "app/BacktestRecord.h"
#include "insights/Insights.h"
#include "insights/Proportion.h"

#include <array>
#include <map>

namespace Helmdesk
{

// How near the desk's answers are to those of people, and how near they would be by chance.
struct NearnessFigures {
    qint64 answers = 0;         // conversations with an answer of both
    double mean = 0.0;          // cosine with what people answered there
    double meanElsewhere = 0.0; // with what people answered in other conversations, drawn at random
    // How often the answer is nearer to its own conversation's than to that of a random other one; ties count
    // half. Without any agreement it is one half.
    Proportion nearerThanElsewhere;
    // An answer that is nearer than this is near: of the answers that people gave to something else, 95 of
    // 100 are farther. Something else: their answers there are not like those here.
    double nearCosine = 1.0;
    Proportion near;           // share of near ones
    double nearByChance = 0.0; // share that would be near beside other conversations, drawn at random
    bool isAboveChance() const { return answers > 0 && nearerThanElsewhere.low > 0.5; }
};

// What could be left to the desk at a share of errors; an error is an answer that is not near, or states
// another figure.
struct TakeOver {
    double error = 0.0;      // at most this share wrong
    bool isPossible = false; // the evidence carries it
    double threshold = 1.0;  // of the confidence
    qint64 taken = 0;
    qint64 wrong = 0; // of these, in this archive
    Proportion share; // of the compared conversations
    double hours = 0.0;
    double usd = 0.0;
};

struct BacktestRow {
    QString key; // a category; "all" for the total
    qint64 compared = 0;
    qint64 answered = 0; // the desk has an answer, whatever its confidence
    qint64 near = 0;
    qint64 right = 0; // near, and no other figure
    std::array<TakeOver, 3> takeOver;
};

struct BacktestCluster {
    QStringList words;
    QuestionCluster cluster; // members are places in the records
    double hours = 0.0;      // of people, at the assumed time for a reply
};

struct BacktestFigures {
    qint64 conversations = 0;
    qint64 compared = 0;                        // with an answer of staff
    std::map<QString, qint64> gaps;             // the others, by why
    std::map<QString, qint64> fates;            // of the compared, under the workspace's modes
    std::map<QString, qint64> fatesIfAutomatic; // with every category automatic
    std::map<QString, qint64> reasons;          // for a person; a conversation may have several
    NearnessFigures first;                      // against the first message of staff
    NearnessFigures all;                        // against all up to the customer's next message
    std::map<QString, qint64> figureMatches;
    qint64 asked = 0;              // conversations with a question, answered or not
    qint64 answerable = 0;         // of these, by the articles
    std::vector<BacktestRow> rows; // "all" first
    std::map<QString, std::map<QString, qint64>> categoriesByLabel;
    std::vector<BacktestCluster> unanswered; // questions that no article answers, largest first
    qint64 unansweredAlone = 0;              // such questions that are like no others
    std::vector<BacktestCluster> macros;     // answers of people that are used again and again
    double savedHours = 0.0;                 // under the workspace's modes: what leaves alone, and drafts
    double savedUsd = 0.0;
    double days = 0.0; // from the first conversation to the last; 0: no times
    InsightAssumptions assumed;
    bool isComplete = true; // false: the backtest was stopped
};

// Pure but for the processors it uses; the same for the same records. Failure: Cancelled.
Result<BacktestFigures> computeBacktest(const std::vector<BacktestRecord> &records,
                                        const InsightAssumptions &assumed, const RunControl &control = {});

// Whether the answer counts as right: near, and no other figure.
bool isRightAnswer(const BacktestRecord &record, double nearCosine);
// Cosine of the desk's answer with all that staff answered; 0 without one.
double nearnessOf(const BacktestRecord &record);

} // namespace Helmdesk
