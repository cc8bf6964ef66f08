#pragma once

#include "core/Result.h"

#include <QMap>
#include <QStringList>

namespace Helmdesk
{

// The fields that a table's columns can hold.
namespace TableField
{
inline const QString id = QStringLiteral("id"); // of the conversation or, by rows, message
inline const QString conversation =
    QStringLiteral("conversation"); // to which a row that is a message belongs
inline const QString subject = QStringLiteral("subject");
inline const QString question = QStringLiteral("question"); // the customer's text, or any message's
inline const QString answer = QStringLiteral("answer");     // of the team, in the same row
inline const QString at = QStringLiteral("at");
inline const QString answeredAt = QStringLiteral("answered_at");
inline const QString author = QStringLiteral("author");
inline const QString role = QStringLiteral("role");
inline const QString category = QStringLiteral("category");
inline const QString channel = QStringLiteral("channel");
inline const QString inReplyTo = QStringLiteral("in_reply_to");
inline const QString isPrivate = QStringLiteral("private");
} // namespace TableField

// Field -> column. The given ones hold; the others are guessed by the columns' names, whole names before
// endings of names. Failure: InvalidInput for a field that there is not, a column that there is not, or where
// no column holds the customers' text.
Result<QMap<QString, QString>> tableColumns(const QStringList &columns, const QMap<QString, QString> &given);

QStringList tableFields();

} // namespace Helmdesk
