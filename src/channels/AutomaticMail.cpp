#include "channels/AutomaticMail.h"

#include <QStringList>

namespace Helmdesk
{

namespace
{

QString markedByHeader(const HeaderLookup &header)
{
    const QString submitted = header("Auto-Submitted").trimmed().toLower();
    if (!submitted.isEmpty() && submitted != QStringLiteral("no") &&
        !submitted.startsWith(QStringLiteral("no;")))
        return QStringLiteral("automatic mail (Auto-Submitted)");
    const QString precedence = header("Precedence").trimmed().toLower();
    for (const char *value : {"bulk", "junk", "list", "auto_reply"})
        if (precedence == QLatin1StringView(value))
            return QStringLiteral("bulk mail (Precedence: %1)").arg(precedence);
    for (const char *name : {"List-Id", "List-Unsubscribe"})
        if (!header(name).isEmpty())
            return QStringLiteral("mailing list (%1)").arg(QLatin1StringView(name));
    const QString suppress = header("X-Auto-Response-Suppress").toLower();
    for (const QString &value : suppress.split(u','))
        for (const char *known : {"all", "oof", "autoreply"})
            if (value.trimmed() == QLatin1StringView(known))
                return QStringLiteral("asks for no automatic response (X-Auto-Response-Suppress)");
    for (const char *name : {"X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From"})
        if (!header(name).isEmpty())
            return QStringLiteral("auto-reply (%1)").arg(QLatin1StringView(name));
    if (header("Return-Path").trimmed() == QStringLiteral("<>"))
        return QStringLiteral("bounce (empty return path)");
    return {};
}

QString markedBySender(const QString &address)
{
    const QString mailbox = address.section(u'@', 0, 0).toLower();
    for (const char *name : {"mailer-daemon", "postmaster"})
        if (mailbox == QLatin1StringView(name))
            return QStringLiteral("bounce (from %1)").arg(mailbox);
    QString bare = mailbox;
    bare.remove(u'-').remove(u'_').remove(u'.');
    for (const char *name : {"noreply", "donotreply"})
        if (bare == QLatin1StringView(name) ||
            bare.startsWith(QLatin1StringView(name) + QLatin1StringView("+")))
            return QStringLiteral("mailbox that is not read (from %1)").arg(mailbox);
    return {};
}

} // namespace

QString automaticReason(const HeaderLookup &header, const QString &contentType, const QString &senderAddress)
{
    if (contentType.toLower() == QStringLiteral("multipart/report"))
        return QStringLiteral("delivery report (multipart/report)");
    const QString byHeader = markedByHeader(header);
    return byHeader.isEmpty() ? markedBySender(senderAddress) : byHeader;
}

} // namespace Helmdesk
