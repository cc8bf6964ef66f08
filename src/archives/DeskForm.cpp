#include "archives/DeskForm.h"

#include "channels/MailText.h"

#include <QTimeZone>

namespace Helmdesk
{

void DeskForm::takeUser(const Json &)
{
}

QString DeskForm::refusal(const Json &) const
{
    return {};
}

bool DeskForm::isPartial(const Json &) const
{
    return false;
}

void DeskForm::complete(ArchiveConversation &) const
{
}

std::optional<ArchiveRole> DeskForm::roleOfUser(const QString &id) const
{
    const auto found = m_roles.constFind(id);
    return found == m_roles.constEnd() ? std::nullopt : std::optional(*found);
}

bool hasMembers(const Json &record, std::initializer_list<const char *> members)
{
    return std::ranges::all_of(members, [&](const char *member) { return record.contains(member); });
}

std::unique_ptr<DeskForm> deskFormOf(const Json &record, const QString &list)
{
    if (!record.is_object())
        return nullptr;
    using Make = std::unique_ptr<DeskForm> (*)();
    constexpr Make makers[] = {makeZammadForm,   makeZendeskForm,   makeFreshdeskForm,
                               makeIntercomForm, makeHelpScoutForm, makeChatwootForm};
    for (const Make make : makers) {
        auto form = make();
        const DeskRecordKind kind = form->kindOf(record, list);
        if (kind == DeskRecordKind::Conversation || kind == DeskRecordKind::Message)
            return form;
    }
    return nullptr;
}

QString idOf(const Json &record, const char *member)
{
    const Json &value = memberOrNull(record, member);
    if (value.is_string())
        return value.get<QString>().trimmed();
    if (value.is_number_integer())
        return QString::fromStdString(value.dump());
    return {};
}

QDateTime timeOfText(const QString &text, bool *isZoneUnknown)
{
    const QString trimmed = text.trimmed();
    bool isNumber = false;
    const qint64 number = trimmed.toLongLong(&isNumber);
    if (isNumber && trimmed.size() >= 9 && trimmed.size() <= 13)
        return trimmed.size() > 11 ? QDateTime::fromMSecsSinceEpoch(number, Qt::UTC)
                                   : QDateTime::fromSecsSinceEpoch(number, Qt::UTC);
    QDateTime at = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
    if (!at.isValid()) {
        QString spaced = trimmed;
        if (spaced.size() > 10 && spaced[10] == u' ')
            spaced[10] = u'T';
        spaced.replace(QStringLiteral(" UTC"), QStringLiteral("Z")).remove(u' ');
        at = QDateTime::fromString(spaced, Qt::ISODateWithMs);
    }
    if (!at.isValid())
        at = QDateTime::fromString(trimmed, Qt::RFC2822Date);
    static const QStringList others{
        QStringLiteral("d.M.yyyy H:mm:ss"), QStringLiteral("d.M.yyyy H:mm"),
        QStringLiteral("d.M.yyyy"),         QStringLiteral("yyyy/M/d H:mm:ss"),
        QStringLiteral("yyyy/M/d H:mm"),    QStringLiteral("ddd MMM d H:mm:ss yyyy")};
    for (auto form = others.begin(); !at.isValid() && form != others.end(); ++form)
        at = QLocale::c().toDateTime(trimmed, *form);
    if (!at.isValid() || at.date().year() < 1980 || at.date().year() > 2100)
        return {};
    if (at.timeSpec() == Qt::LocalTime) {
        at.setTimeZone(QTimeZone::utc());
        if (isZoneUnknown != nullptr)
            *isZoneUnknown = true;
    }
    return at.toUTC();
}

QDateTime timeOf(const Json &value, bool *isZoneUnknown)
{
    if (value.is_string())
        return timeOfText(value.get<QString>(), isZoneUnknown);
    if (value.is_number())
        return timeOfText(QString::number(toInteger(value)), isZoneUnknown);
    return {};
}

QString ownWords(const QString &plain, const QString &html, const QString &subject)
{
    const QString text = plain.trimmed().isEmpty() ? mailHtmlText(html) : plain;
    return withoutHistory(text.left(250'000), subject).trimmed();
}

} // namespace Helmdesk
