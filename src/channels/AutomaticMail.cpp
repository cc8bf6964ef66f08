#include "channels/AutomaticMail.h"

#include <algorithm>
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
    // "bulk" and "list" are stamped on everything that a group in front of the desk passes on; only this
    // value speaks of the mail itself.
    if (header("Precedence").trimmed().toLower() == QStringLiteral("auto_reply"))
        return QStringLiteral("auto-reply (Precedence)");
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
    return isUnreadMailbox(address) ? QStringLiteral("mailbox that is not read (from %1)").arg(mailbox)
                                    : QString();
}

} // namespace

bool isUnreadMailbox(const QString &address)
{
    QString mailbox = address.section(u'@', 0, 0).toLower();
    mailbox.remove(u'-').remove(u'_').remove(u'.');
    return std::ranges::any_of(
        std::initializer_list<const char *>{"noreply", "donotreply"}, [&](const char *name) {
            return mailbox == QLatin1StringView(name) ||
                   mailbox.startsWith(QLatin1StringView(name) + QLatin1StringView("+"));
        });
}

bool isFormMailbox(const QString &address)
{
    QString mailbox = address.section(u'@', 0, 0).toLower();
    mailbox.remove(u'-').remove(u'_').remove(u'.');
    return std::ranges::any_of(
        std::initializer_list<const char *>{"wordpress", "webform", "webforms", "form", "forms",
                                            "contactform", "formular", "kontaktformular", "website",
                                            "webmaster", "wwwdata", "apache", "typo3", "drupal", "joomla"},
        [&](const char *name) { return mailbox == QLatin1StringView(name); });
}

QString automaticReason(const HeaderLookup &header, const QString &contentType, const QString &senderAddress)
{
    if (contentType.toLower() == QStringLiteral("multipart/report"))
        return QStringLiteral("delivery report (multipart/report)");
    const QString byHeader = markedByHeader(header);
    return byHeader.isEmpty() ? markedBySender(senderAddress) : byHeader;
}

} // namespace Helmdesk
