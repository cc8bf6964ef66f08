#include "specialists/ReplyWords.h"

#include "core/Json.h"
#include "core/ResourcePaths.h"

#include <map>
#include <QDate>
#include <QDir>
#include <QLocale>

namespace Helmdesk
{
namespace
{

using Table = std::map<QString, ReplyWords>;

const QString &english()
{
    static const QString code = QStringLiteral("en");
    return code;
}

void readInto(QHash<QString, QString> &names, const Json &object)
{
    if (!object.is_object())
        return;
    for (const auto &[key, text] : object.items()) {
        if (text.is_string())
            names.insert(QString::fromStdString(key), text.get<QString>());
    }
}

// The words of a file over those of English.
ReplyWords readWords(const QString &language, const Json &json, const ReplyWords &fallback)
{
    ReplyWords words = fallback;
    words.language = language;
    const Json &code = memberOrNull(json, "code");
    const auto take = [](QString &into, const Json &from, const char *member) {
        into = stringOr(from, member, into);
    };
    take(words.hello, json, "hello");
    take(words.closing, json, "closing");
    take(words.passedOn, json, "passed_on");
    take(words.codeSent, code, "sent");
    take(words.codeSubject, code, "subject");
    take(words.codeMail, code, "mail");
    take(words.codeWrong, code, "wrong");
    take(words.besideCode, code, "beside");
    take(words.yes, json, "yes");
    take(words.no, json, "no");
    take(words.none, json, "none");
    take(words.date, json, "date");
    take(words.month, json, "month");
    take(words.invoiceLine, json, "invoice_line");
    readInto(words.fields, memberOrNull(json, "fields"));
    readInto(words.statuses, memberOrNull(json, "statuses"));
    return words;
}

Result<ReplyWords> readFile(const QString &language, const ReplyWords &fallback)
{
    const QString name = QStringLiteral("replies/%1/words.json").arg(language);
    const auto text = readResource(name);
    if (!text)
        return text.error();
    const auto json = parseJson(*text);
    if (!json || !json->is_object())
        return Error{ErrorKind::InvalidInput, QStringLiteral("%1 is no object of words").arg(name)};
    return readWords(language, *json, fallback);
}

Result<Table> readTable()
{
    Table table;
    auto first = readFile(english(), {});
    if (!first)
        return first.error();
    const ReplyWords &fallback = table.emplace(english(), std::move(*first)).first->second;
    const QDir root(resourceFile(QStringLiteral("replies")));
    for (const QString &language : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (language == english() || !root.exists(language + QStringLiteral("/words.json")))
            continue;
        auto words = readFile(language, fallback);
        if (!words)
            return words.error();
        table.emplace(language, std::move(*words));
    }
    return table;
}

const Result<Table> &table()
{
    static const Result<Table> read = readTable();
    return read;
}

QString written(const QDate &date, const ReplyWords &words, const QString &form)
{
    return QLocale(words.language).toString(date, form);
}

} // namespace

QString ReplyWords::dayText(const QString &isoDate) const
{
    const QDate day = QDate::fromString(isoDate.left(10), Qt::ISODate);
    return day.isValid() ? written(day, *this, date) : isoDate;
}

QString ReplyWords::monthText(const QString &isoDay) const
{
    return written(QDate::fromString(isoDay.left(7) + QStringLiteral("-01"), Qt::ISODate), *this, month);
}

QString ReplyWords::fieldText(const QString &field) const
{
    return fields.value(field, field);
}

QString ReplyWords::statusText(const QString &status) const
{
    return statuses.value(status, QString(status).replace(u'_', u' '));
}

QString ReplyWords::allText() const
{
    return QStringList({yes, no, none, invoiceLine, fields.values().join(u' '), statuses.values().join(u' ')})
        .join(u'\n');
}

const ReplyWords &replyWords(const QString &language)
{
    static const ReplyWords empty;
    if (!table())
        return empty;
    const auto found = table()->find(language);
    return found == table()->end() ? table()->at(english()) : found->second;
}

Result<> checkReplyWords()
{
    return table() ? Result<>() : Result<>(table().error());
}

QString wordsBesideCode()
{
    QStringList all;
    if (table()) {
        for (const auto &[language, words] : *table())
            all.append(words.besideCode); // those of English again where a language has none: no harm
    }
    return all.join(u' ');
}

} // namespace Helmdesk
