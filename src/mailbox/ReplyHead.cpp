#include "mailbox/ReplyHead.h"

#include "channels/ReplyHeaders.h"
#include "core/Clock.h"
#include "mailbox/MailReading.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr qsizetype mostPeople = 50; // of each kind
constexpr qsizetype mostIdsRead = 50;

void addPeople(InternetAddressList *list, QList<MailPerson> &people, int depth = 0)
{
    const int count = list && depth < 4 ? internet_address_list_length(list) : 0;
    for (int i = 0; i < count && people.size() < mostPeople; ++i) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(address)) {
            addPeople(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), people, depth + 1);
            continue;
        }
        const QString mailbox =
            fromGlib(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address))).trimmed();
        if (wireAddress(mailbox))
            people.append({fromGlib(internet_address_get_name(address)).simplified(), mailbox});
    }
}

QList<MailPerson> people(GMimeMessage *message, GMimeAddressType type)
{
    QList<MailPerson> found;
    addPeople(g_mime_message_get_addresses(message, type), found);
    return found;
}

Json toJson(const QList<MailPerson> &people)
{
    Json list = Json::array();
    for (const MailPerson &person : people)
        list.push_back({{"name", person.name}, {"address", person.address}});
    return list;
}

QList<MailPerson> peopleFrom(const Json &list)
{
    QList<MailPerson> people;
    for (const Json &person : list)
        people.append({stringOr(person, "name"), stringOr(person, "address")});
    return people;
}

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

QString domainOf(const QString &address)
{
    return address.section(u'@', -1).toLower();
}

// Links and codes that let their reader in: they go to the address on record, and to nobody else.
bool isOfTool(const OutboxItem &item)
{
    return item.item.key.startsWith(QLatin1String("effect:"));
}

// Who of Reply-To is followed: nobody of the team, and in a reply that nobody approved nobody elsewhere.
QList<MailPerson> followed(const ReplyHead &answered, const QStringList &ownAddresses, bool isOfPerson)
{
    QList<MailPerson> named;
    for (const MailPerson &person : answered.replyTo) {
        const bool isAllowed = isOfPerson || domainOf(person.address) == domainOf(answered.from.address);
        if (isAllowed && !ownAddresses.contains(person.address, Qt::CaseInsensitive))
            named.append(person);
    }
    return named;
}

QList<MailPerson> recipients(const OutboxItem &item, const ReplyHead &answered, const ReplyingTeam &team)
{
    const QString recipient = item.item.recipient.trimmed();
    QList<MailPerson> to{
        {isSame(answered.from.address, recipient) ? answered.from.name : QString(), recipient}};
    // Only the reply to a mail follows it; what a tool sends goes to the address on record.
    if (isOfTool(item) || !item.item.inReplyTo.isValid() || !isSame(answered.from.address, recipient))
        return to;
    const QList<MailPerson> named = followed(answered, team.ownAddresses, !item.item.approvedBy.isEmpty());
    return named.isEmpty() ? to : named;
}

// The addresses that a person chose, each once, with the names by which the answered mail knows them.
QList<MailPerson> chosen(const QStringList &addresses, const QList<MailPerson> &named, QStringList known)
{
    QList<MailPerson> people;
    for (const QString &address : addresses) {
        if (known.contains(address, Qt::CaseInsensitive))
            continue;
        known.append(address);
        const auto person = std::ranges::find_if(
            named, [&](const MailPerson &each) { return isSame(each.address, address); });
        people.append(person == named.end() ? MailPerson{{}, address} : *person);
    }
    return people;
}

} // namespace

ReplyHead readReplyHead(const QByteArray &mail)
{
    ReplyHead head;
    withMail(headerPartOf(mail), [&head](GMimeMessage *message) {
        const QList<MailPerson> from = people(message, GMIME_ADDRESS_TYPE_FROM);
        head.from = from.isEmpty() ? MailPerson() : from.constFirst();
        head.replyTo = people(message, GMIME_ADDRESS_TYPE_REPLY_TO);
        head.to = people(message, GMIME_ADDRESS_TYPE_TO);
        head.cc = people(message, GMIME_ADDRESS_TYPE_CC);
        auto *object = GMIME_OBJECT(message);
        head.messageId = idsIn(headerOf(object, "Message-ID")).value(0);
        head.inReplyTo = idsIn(headerOf(object, "In-Reply-To")).value(0);
        head.references = idsIn(headerOf(object, "References"));
        if (head.references.size() > mostIdsRead)
            head.references =
                head.references.mid(0, 1) + head.references.mid(head.references.size() - mostIdsRead + 1);
        if (GDateTime *at = g_mime_message_get_date(message))
            head.at = QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(at), Qt::UTC);
    });
    return head;
}

Json toJson(const ReplyHead &head)
{
    return {{"from", toJson(QList<MailPerson>{head.from}).front()},
            {"reply_to", toJson(head.replyTo)},
            {"to", toJson(head.to)},
            {"cc", toJson(head.cc)},
            {"message_id", head.messageId},
            {"in_reply_to", head.inReplyTo},
            {"references", head.references},
            {"at", head.at.isValid() ? Json(toIso(head.at)) : Json()}};
}

ReplyHead replyHeadFromJson(const Json &json)
{
    ReplyHead head;
    head.from = peopleFrom(Json::array({memberOrNull(json, "from")})).value(0);
    head.replyTo = peopleFrom(memberOrNull(json, "reply_to"));
    head.to = peopleFrom(memberOrNull(json, "to"));
    head.cc = peopleFrom(memberOrNull(json, "cc"));
    head.messageId = stringOr(json, "message_id");
    head.inReplyTo = stringOr(json, "in_reply_to");
    for (const Json &id : memberOrNull(json, "references"))
        if (id.is_string())
            head.references.append(id.get<QString>());
    head.at = fromIso(stringOr(json, "at"));
    return head;
}

ReplyMail composeReply(const OutboxItem &item, const ReplyHead &answered, const ReplyingTeam &team,
                       ReplyAudience audience)
{
    ReplyMail mail;
    mail.from = team.from;
    mail.replyTo = team.replyTo;
    mail.signature = team.signature;
    mail.to = recipients(item, answered, team);
    mail.text = item.item.body;
    mail.at = item.item.createdAt;
    mail.isAutomatic = item.item.approvedBy.isEmpty();
    mail.messageId = ownMailId(item, team.from.address);
    if (!item.item.inReplyTo.isValid()) {
        mail.subject = item.item.subject;
        return mail;
    }
    mail.subject = replySubjectOf(item.item.subject);
    mail.inReplyTo = isMailId(answered.messageId) ? answered.messageId : QString();
    mail.references = referencesAfter(answered.references, answered.inReplyTo, answered.messageId);
    if (mail.isAutomatic || isOfTool(item))
        return mail;
    QStringList known = team.ownAddresses;
    for (const MailPerson &person : std::as_const(mail.to))
        known.append(person.address);
    const QList<MailPerson> others = beside(answered, known);
    if (item.copies.cc)
        mail.cc = chosen(*item.copies.cc, others, known);
    else if (audience == ReplyAudience::Everybody)
        mail.cc = others;
    for (const MailPerson &person : std::as_const(mail.cc))
        known.append(person.address);
    mail.bcc = chosen(item.copies.bcc, others, known);
    return mail;
}

QList<MailPerson> recipientsOf(const ReplyHead &answered, const QString &recipient,
                               const QStringList &ownAddresses)
{
    const QList<MailPerson> named = isSame(answered.from.address, recipient)
                                        ? followed(answered, ownAddresses, true)
                                        : QList<MailPerson>();
    return named.isEmpty() ? QList<MailPerson>{{answered.from.name, recipient}} : named;
}

QList<MailPerson> beside(const ReplyHead &answered, QStringList known)
{
    QList<MailPerson> found;
    const QList<MailPerson> others = answered.to + answered.cc;
    for (const MailPerson &person : others) {
        if (known.contains(person.address, Qt::CaseInsensitive))
            continue;
        known.append(person.address);
        found.append(person);
    }
    return found;
}

} // namespace Helmdesk
