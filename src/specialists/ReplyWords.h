#pragma once

#include "core/Result.h"

#include <QHash>
#include <QString>

namespace Helmdesk
{

// What stands around a reply and inside it, in one language: resources/replies/<language>/words.json. What a
// language lacks there is that of English.
struct ReplyWords {
    QString language; // ISO 639-1
    QString hello;    // "Hello"
    QString closing;  // of a mail, with its line break
    QString passedOn; // %1: the ticket's number
    // How a sender proves who they are: the reply that asks for a code, the mail with it (%1), the reply to a
    // wrong one, and words that may stand beside a code.
    QString codeSent;
    QString codeSubject;
    QString codeMail;
    QString codeWrong;
    QString besideCode;
    QString yes;
    QString no;
    QString none; // where nothing is kept
    QString date; // forms of QLocale::toString
    QString month;
    QString invoiceLine;              // %1 number, %2 amount, %3 day of issue, %4 status
    QHash<QString, QString> fields;   // of the account, by their names in the records
    QHash<QString, QString> statuses; // of an invoice, likewise

    // "3. November 2026"; the text itself when it is no ISO date.
    QString dayText(const QString &isoDate) const;
    QString monthText(const QString &isoDay) const; // of a day, or YYYY-MM
    QString fieldText(const QString &field) const;
    QString statusText(const QString &status) const;
    // All that these words may add to a reply: backed, whatever a tool said.
    QString allText() const;
};

// The words of a language, those of English where it has none. Read once, at the first call; thread: any.
const ReplyWords &replyWords(const QString &language);

// Fails where the files are missing or broken; replyWords() then gives empty words.
Result<> checkReplyWords();

// What may stand beside a code, in every language that has words for it.
QString wordsBesideCode();

} // namespace Helmdesk
