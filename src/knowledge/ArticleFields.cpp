#include "knowledge/ArticleFields.h"

#include <algorithm>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>
#include <QUrl>

namespace Helmdesk
{

namespace
{

using Words = std::initializer_list<const char *>;

bool isAmong(const QString &word, Words words)
{
    return std::ranges::any_of(words, [&](const char *one) { return word == QLatin1StringView(one); });
}

bool isNo(const QString &value)
{
    return isAmong(value, {"false", "no", "n", "off", "0", "falsch", "nein", "non"});
}

QString textOf(const Json &value)
{
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    if (value.is_boolean() || value.is_number())
        return QString::fromStdString(value.dump());
    if (!value.is_array())
        return {};
    QStringList parts;
    for (const Json &part : value)
        if (part.is_string() || part.is_number())
            parts.append(textOf(part));
    return parts.join(u',');
}

// YYYY-MM-DD of a date, a time or seconds since 1970; else empty.
QString dayOf(const QString &value)
{
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber && value.size() >= 9) {
        const bool isMilliseconds = value.size() >= 13;
        return QDateTime::fromSecsSinceEpoch(isMilliseconds ? seconds / 1000 : seconds, QTimeZone::utc())
            .date()
            .toString(Qt::ISODate);
    }
    const QString day = value.left(10);
    return QDate::fromString(day, Qt::ISODate).isValid() ? day : QString();
}

QString whyByStatus(const ArticleFields &fields)
{
    for (const char *name : {"status", "state", "articlestatus", "publicationstatus", "publishstatus",
                             "workflowstate", "publicationstate"}) {
        const QString status = fields.first({name}).trimmed().toLower();
        if (status.isEmpty())
            continue;
        if (!isAmong(status, {"published", "publish", "public",   "live",    "current",    "active",
                              "approved",  "final",   "visible",  "online",  "released",   "complete",
                              "completed", "done",    "stable",   "new",     "updated",    "verified",
                              "reviewed",  "open",    "accepted", "enabled", "deprecated", "beta"}))
            return QStringLiteral("its %1 is \"%2\"").arg(QLatin1StringView(name), status.left(40));
    }
    return {};
}

QString whyByAudience(const ArticleFields &fields)
{
    static const QRegularExpression inside(QStringLiteral(
        "\\b(?:internal|private|agents?|staff|employees?|restricted|hidden|admins?|intern)\\b"));
    for (const char *name :
         {"visibility", "audience", "access", "accesslevel", "viewableby", "visibleto", "scope"}) {
        const QString audience = fields.first({name}).trimmed().toLower();
        if (inside.match(audience).hasMatch())
            return QStringLiteral("its %1 is \"%2\"").arg(QLatin1StringView(name), audience.left(40));
    }
    for (const QString &tag :
         fields.first({"tags", "labels", "labelnames", "keywords"}).toLower().split(u',')) {
        QString word = tag.trimmed();
        word.replace(u'_', u'-').replace(u' ', u'-');
        if (isAmong(word, {"internal", "internal-only", "agents-only", "staff-only", "draft"}))
            return QStringLiteral("it is tagged \"%1\"").arg(tag.trimmed());
    }
    return {};
}

} // namespace

void ArticleFields::set(const QString &name, const QString &value)
{
    QString key = name.trimmed().toLower();
    key.removeIf([](QChar c) { return c == u'_' || c == u'-' || c == u' '; });
    if (!key.isEmpty())
        m_values.insert(key, value);
}

QString ArticleFields::first(std::initializer_list<const char *> names) const
{
    for (const char *name : names)
        if (const QString value = m_values.value(QLatin1StringView(name)); !value.isEmpty())
            return value;
    return {};
}

ArticleFields ArticleFields::of(const Json &object)
{
    ArticleFields fields;
    for (const auto &[name, value] : object.items())
        if (!value.is_null() && !value.is_object())
            fields.set(QString::fromStdString(name), textOf(value));
    return fields;
}

QString whyNotPublic(const ArticleFields &fields)
{
    for (const char *name : {"draft", "isdraft", "unpublished", "archived", "isarchived", "deleted",
                             "isdeleted", "trashed", "hidden", "ishidden", "private", "isprivate", "internal",
                             "isinternal", "internalonly", "agentsonly", "staffonly"}) {
        const QString value = fields.first({name}).trimmed().toLower();
        if (!value.isEmpty() && !isNo(value))
            return QStringLiteral("it is marked \"%1: %2\"").arg(QLatin1StringView(name), value.left(40));
    }
    for (const char *name : {"published", "ispublished", "publish", "public", "ispublic", "visible",
                             "isvisible", "active", "isactive", "enabled", "live"}) {
        if (isNo(fields.first({name}).trimmed().toLower()))
            return QStringLiteral("it is marked \"%1: no\"").arg(QLatin1StringView(name));
    }
    if (!fields.first({"usersegmentid", "usersegmentids"}).isEmpty())
        return QStringLiteral("only a group of users may see it");
    const QString byStatus = whyByStatus(fields);
    return byStatus.isEmpty() ? whyByAudience(fields) : byStatus;
}

Document documentOf(const ArticleFields &fields)
{
    Document document;
    document.id = fields.first({"id"}).trimmed();
    document.title = fields.first({"title", "name", "subject", "question"}).simplified();
    document.locale = localeOf(fields.first({"locale", "language", "lang"}));
    for (const char *name : {"url", "htmlurl", "link", "weburl", "canonicalurl", "permalink"}) {
        const QUrl url(fields.first({name}).trimmed());
        if (document.url.isEmpty() &&
            (url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http")))
            document.url = url.toString();
    }
    for (const char *name : {"updated", "updatedat", "editedat", "lastupdated", "lastmodified", "lastmod",
                             "modified", "modifiedat", "date"})
        if (document.updated.isEmpty())
            document.updated = dayOf(fields.first({name}).trimmed());
    return document;
}

QString localeOf(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^([a-z]{2,3})(?:[-_]([a-z]{2,4}|\\d{3}))?$"));
    const auto match = shape.match(text.trimmed().toLower());
    if (!match.hasMatch() || QLocale::codeToLanguage(match.captured(1)) == QLocale::AnyLanguage)
        return {};
    return match.captured(2).isEmpty() ? match.captured(1) : match.captured(1) + u'-' + match.captured(2);
}

} // namespace Helmdesk
