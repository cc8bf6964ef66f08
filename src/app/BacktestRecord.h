#pragma once

#include "core/Domain.h"
#include "core/Json.h"
#include "knowledge/QuestionClusters.h"

#include <QDateTime>

namespace Helmdesk
{

// What the desk would have done with a first message.
enum class BacktestFate { Alone, Draft, Person };
QString nameOf(BacktestFate fate); // "alone", "draft", "person"

// How the figures, amounts, dates and links of two answers go together.
enum class FigureMatch { Nothing, Same, Other }; // one of them states none; all agree; one contradicts
QString nameOf(FigureMatch match);               // "none", "same", "other"

// One conversation of an archive beside what the desk made of its first message. Texts are excerpts.
struct BacktestRecord {
    QString system;
    QString id;
    QString place;
    QString subject;
    QString channel;
    QString label; // the team's own category
    QDateTime openedAt;
    QString gap; // why it is not compared: see nameOf(ExchangeGap), "engine_failed"; empty: it is
    QString question;
    QString answer;      // of the desk, in shadow
    QString staffAnswer; // the first message of staff
    qint64 staffMessages = 0;
    qint64 firstAnswerSeconds = -1; // of the team; -1: not known
    bool isCanned = false;

    Category category = Category::Escalate;
    QString intent;
    double routeConfidence = 0.0;
    double answerConfidence = 0.0;
    QStringList reasons;
    BacktestFate fate = BacktestFate::Person;            // under the workspace's modes
    BacktestFate fateIfAutomatic = BacktestFate::Person; // with every category automatic
    bool isBlocked = false;                              // something but the confidence gives it to a person
    bool isAnswerable = false;
    double support = 0.0; // probability that an article answers it
    QStringList articles; // that the answer cites
    FigureMatch figures = FigureMatch::Nothing;

    // One vector each, or none.
    ByteVectors questionVector;
    ByteVectors answerVector;
    ByteVectors firstVector; // of the first message of staff
    ByteVectors allVector;   // of all messages of staff up to the customer's next one

    bool isScored() const { return gap.isEmpty(); }
    bool hasAnswer() const { return !answerVector.empty(); }
};

// A line of the state that a stopped backtest goes on from. Failure: Corrupt.
Json toJson(const BacktestRecord &record);
Result<BacktestRecord> backtestRecordFromJson(const Json &json);

} // namespace Helmdesk
