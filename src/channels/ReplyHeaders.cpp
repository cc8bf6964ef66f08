#include "channels/ReplyHeaders.h"

#include <algorithm>
#include <QCryptographicHash>
#include <QRegularExpression>

namespace Helmdesk
{

bool isMailId(const QString &id)
{
    const bool isPlain = std::all_of(
        id.begin(), id.end(), [](QChar c) { return c > u' ' && c < u'\x7f' && c != u'<' && c != u'>'; });
    return isPlain && id.contains(u'@') && id.size() <= 250;
}

QString mailIdIn(const QString &externalId)
{
    static const QRegularExpression mark(QStringLiteral("#[0-9a-f]{12}$"));
    QString id = externalId;
    id.remove(mark);
    return isMailId(id) ? id : QString();
}

QString keyHashOf(const OutboxItem &item)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(item.item.key.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

QString ownMailId(const OutboxItem &item, const QString &address)
{
    const QString domain = address.section(u'@', -1);
    return QStringLiteral("%1.%2@%3")
        .arg(item.id.value)
        .arg(keyHashOf(item), domain.isEmpty() ? QStringLiteral("helmdesk.invalid") : domain);
}

QString replySubjectOf(const QString &subject)
{
    // Marks that mail programs put before a reply, as their languages have them.
    static const QRegularExpression marks(
        QStringLiteral("^(?:(?:re|aw|antw|antwort|sv|vs|vá|odp|ynt|rif|res|回复|答复|رد)"
                       "\\s{0,3}(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\))?\\s{0,3}[:：]\\s*)+"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString bare = subject.simplified();
    bare.remove(marks);
    return bare.isEmpty() ? QStringLiteral("Your message") : QStringLiteral("Re: ") + bare;
}

} // namespace Helmdesk
