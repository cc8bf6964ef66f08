#include "app/BacktestRecord.h"

#include "core/Clock.h"
#include "knowledge/VectorBlob.h"

namespace Helmdesk
{
namespace
{

QString written(const ByteVectors &vector)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(vector.data()), static_cast<qsizetype>(vector.size()))
            .toBase64());
}

ByteVectors vectorOf(const Json &json, const char *member)
{
    const QByteArray bytes = QByteArray::fromBase64(stringOr(json, member).toLatin1());
    if (bytes.size() != static_cast<qsizetype>(vectorWidth))
        return {};
    return ByteVectors(bytes.begin(), bytes.end());
}

} // namespace

QString nameOf(BacktestFate fate)
{
    switch (fate) {
    case BacktestFate::Alone:
        return QStringLiteral("alone");
    case BacktestFate::Draft:
        return QStringLiteral("draft");
    case BacktestFate::Person:
        break;
    }
    return QStringLiteral("person");
}

QString nameOf(FigureMatch match)
{
    switch (match) {
    case FigureMatch::Same:
        return QStringLiteral("same");
    case FigureMatch::Other:
        return QStringLiteral("other");
    case FigureMatch::Nothing:
        break;
    }
    return QStringLiteral("none");
}

Json toJson(const BacktestRecord &record)
{
    return {{"system", record.system},
            {"id", record.id},
            {"place", record.place},
            {"subject", record.subject},
            {"channel", record.channel},
            {"label", record.label},
            {"opened_at", record.openedAt.isValid() ? record.openedAt.toSecsSinceEpoch() : -1},
            {"gap", record.gap},
            {"question", record.question},
            {"answer", record.answer},
            {"staff_answer", record.staffAnswer},
            {"staff_messages", record.staffMessages},
            {"first_answer_s", record.firstAnswerSeconds},
            {"canned", record.isCanned},
            {"category", nameOf(record.category)},
            {"intent", record.intent},
            {"route_confidence", record.routeConfidence},
            {"answer_confidence", record.answerConfidence},
            {"reasons", record.reasons},
            {"fate", static_cast<int>(record.fate)},
            {"fate_if_automatic", static_cast<int>(record.fateIfAutomatic)},
            {"blocked", record.isBlocked},
            {"answerable", record.isAnswerable},
            {"support", record.support},
            {"articles", record.articles},
            {"figures", static_cast<int>(record.figures)},
            {"question_vector", written(record.questionVector)},
            {"answer_vector", written(record.answerVector)},
            {"first_vector", written(record.firstVector)},
            {"all_vector", written(record.allVector)}};
}

Result<BacktestRecord> backtestRecordFromJson(const Json &json)
{
    const auto category = fromName<Category>(stringOr(json, "category"));
    const qint64 fate = integerOr(json, "fate", -1);
    const qint64 automatic = integerOr(json, "fate_if_automatic", -1);
    const qint64 figures = integerOr(json, "figures", -1);
    if (!category || stringOr(json, "id").isEmpty() || fate < 0 || fate > 2 || automatic < 0 ||
        automatic > 2 || figures < 0 || figures > 2)
        return Error{ErrorKind::Corrupt, QStringLiteral("a line of the backtest's state cannot be read")};
    BacktestRecord record;
    record.system = stringOr(json, "system");
    record.id = stringOr(json, "id");
    record.place = stringOr(json, "place");
    record.subject = stringOr(json, "subject");
    record.channel = stringOr(json, "channel");
    record.label = stringOr(json, "label");
    if (const qint64 at = integerOr(json, "opened_at", -1); at >= 0)
        record.openedAt = QDateTime::fromSecsSinceEpoch(at, Qt::UTC);
    record.gap = stringOr(json, "gap");
    record.question = stringOr(json, "question");
    record.answer = stringOr(json, "answer");
    record.staffAnswer = stringOr(json, "staff_answer");
    record.staffMessages = integerOr(json, "staff_messages", 0);
    record.firstAnswerSeconds = integerOr(json, "first_answer_s", -1);
    record.isCanned = boolOr(json, "canned", false);
    record.category = *category;
    record.intent = stringOr(json, "intent");
    record.routeConfidence = numberOr(json, "route_confidence", 0.0);
    record.answerConfidence = numberOr(json, "answer_confidence", 0.0);
    record.reasons = memberOrNull(json, "reasons").get<QStringList>();
    record.fate = static_cast<BacktestFate>(fate);
    record.fateIfAutomatic = static_cast<BacktestFate>(automatic);
    record.isBlocked = boolOr(json, "blocked", false);
    record.isAnswerable = boolOr(json, "answerable", false);
    record.support = numberOr(json, "support", 0.0);
    record.articles = memberOrNull(json, "articles").get<QStringList>();
    record.figures = static_cast<FigureMatch>(figures);
    record.questionVector = vectorOf(json, "question_vector");
    record.answerVector = vectorOf(json, "answer_vector");
    record.firstVector = vectorOf(json, "first_vector");
    record.allVector = vectorOf(json, "all_vector");
    return record;
}

} // namespace Helmdesk
