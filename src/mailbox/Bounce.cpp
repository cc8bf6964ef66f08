#include "mailbox/Bounce.h"

#include "channels/AutomaticMail.h"
#include "channels/MailCharset.h"
#include "channels/ReplyHeaders.h"
#include "mailbox/MailReading.h"

#include <algorithm>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr qsizetype mostReported = 100;           // recipients
constexpr qsizetype mostReportBytes = 256 * 1024; // of one part

using Block = QHash<QString, QString>; // fields by their names in lower case

QByteArray contentOf(GMimeObject *object)
{
    if (!GMIME_IS_PART(object))
        return {};
    GMimeDataWrapper *wrapper = g_mime_part_get_content(GMIME_PART(object));
    if (!wrapper)
        return {};
    const Gmime::Owned<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(wrapper, memory.get());
    GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return QByteArray(reinterpret_cast<const char *>(array->data),
                      std::min(static_cast<qsizetype>(array->len), mostReportBytes));
}

// The blocks of fields between blank lines, unfolded.
std::vector<Block> blocksOf(const QByteArray &content)
{
    std::vector<Block> blocks(1);
    QString last;
    for (QByteArray line : content.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.trimmed().isEmpty()) {
            if (!blocks.back().isEmpty())
                blocks.emplace_back();
            last.clear();
            if (static_cast<qsizetype>(blocks.size()) > mostReported)
                break;
            continue;
        }
        const QString text = QString::fromUtf8(line);
        if ((line.startsWith(' ') || line.startsWith('\t')) && !last.isEmpty()) {
            blocks.back()[last] += u' ' + text.trimmed();
            continue;
        }
        const qsizetype colon = text.indexOf(u':');
        if (colon <= 0)
            continue;
        last = text.left(colon).trimmed().toLower();
        blocks.back()[last] = text.mid(colon + 1).trimmed();
    }
    return blocks;
}

// "rfc822; ada@brook.example" without its kind.
QString typed(const QString &field)
{
    return (field.contains(u';') ? field.section(u';', 1) : field).simplified();
}

DeliveryFate fateOf(const QString &action, const QString &status)
{
    if (action == QStringLiteral("delayed") || (action.isEmpty() && status.startsWith(u'4')))
        return DeliveryFate::Delayed;
    const bool isSuccess = action == QStringLiteral("delivered") || action == QStringLiteral("relayed") ||
                           action == QStringLiteral("expanded") ||
                           (action.isEmpty() && status.startsWith(u'2'));
    return isSuccess ? DeliveryFate::Arrived : DeliveryFate::Failed;
}

QString sentenceOf(const DeliveryReport::Recipient &recipient, const QString &diagnostic)
{
    const QString who = recipient.address.isEmpty() ? QStringLiteral("its recipient") : recipient.address;
    QString sentence =
        recipient.fate == DeliveryFate::Failed ? QStringLiteral("It did not reach %1").arg(who)
        : recipient.fate == DeliveryFate::Delayed
            ? QStringLiteral("It has not reached %1 yet; the mail server goes on trying").arg(who)
            : QStringLiteral("It reached %1").arg(who);
    if (const QString meaning = wordsOfStatus(recipient.status); !meaning.isEmpty())
        sentence += QStringLiteral(": ") + meaning;
    if (const QString told = diagnostic.simplified().left(300); !told.isEmpty())
        sentence += QStringLiteral(" (the server said: %1)").arg(told);
    return sentence + u'.';
}

void addRecipients(const QByteArray &content, DeliveryReport &report)
{
    for (const Block &block : blocksOf(content)) {
        const QString final = typed(block.value(QStringLiteral("final-recipient")));
        const QString original = typed(block.value(QStringLiteral("original-recipient")));
        if (final.isEmpty() && original.isEmpty())
            continue;
        DeliveryReport::Recipient recipient;
        recipient.address = (original.isEmpty() ? final : original).left(254);
        static const QRegularExpression number(QStringLiteral("^([245]\\.\\d{1,3}\\.\\d{1,3})"));
        recipient.status = number.match(block.value(QStringLiteral("status"))).captured(1);
        recipient.fate = fateOf(block.value(QStringLiteral("action")).toLower(), recipient.status);
        recipient.words = sentenceOf(recipient, typed(block.value(QStringLiteral("diagnostic-code"))));
        report.recipients.push_back(std::move(recipient));
    }
}

QString idOf(const QByteArray &header)
{
    QString id;
    withMail(header, [&id](GMimeMessage *message) {
        id = idsIn(headerOf(GMIME_OBJECT(message), "Message-ID")).value(0);
    });
    return id;
}

QString typeOf(GMimeObject *object)
{
    return mediaTypeOf(object);
}

// Walks the parts of a report; deeper ones are what is reported of.
void addPart(GMimeObject *part, DeliveryReport &report)
{
    const QString type = typeOf(part);
    if (type == QStringLiteral("message/delivery-status") ||
        type == QStringLiteral("message/global-delivery-status")) {
        addRecipients(contentOf(part), report);
    } else if (GMIME_IS_MESSAGE_PART(part)) {
        if (GMimeMessage *original = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part)))
            report.messageId = idsIn(headerOf(GMIME_OBJECT(original), "Message-ID")).value(0);
    } else if (type == QStringLiteral("text/rfc822-headers") ||
               type == QStringLiteral("message/global-headers") || type == QStringLiteral("message/rfc822") ||
               type == QStringLiteral("message/global")) {
        report.messageId = idOf(contentOf(part) + "\r\n\r\n");
    }
}

bool isFromMailer(GMimeObject *message, const QString &sender)
{
    const QString mailbox = sender.section(u'@', 0, 0).toLower();
    return headerOf(message, "Return-Path").trimmed() == QStringLiteral("<>") ||
           mailbox == QStringLiteral("mailer-daemon") || mailbox == QStringLiteral("postmaster");
}

QString senderOf(GMimeMessage *message)
{
    InternetAddressList *from = g_mime_message_get_from(message);
    InternetAddress *first =
        from && internet_address_list_length(from) > 0 ? internet_address_list_get_address(from, 0) : nullptr;
    return first && INTERNET_ADDRESS_IS_MAILBOX(first)
               ? fromGlib(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)))
               : QString();
}

// A mailer's report in words: the id of a mail stands somewhere in its text.
void readWords(GMimeMessage *message, const QByteArray &mail, DeliveryReport &report)
{
    if (!isFromMailer(GMIME_OBJECT(message), senderOf(message)))
        return;
    static const QRegularExpression id(QStringLiteral("message-id:\\s{0,10}<([^<>\\s]{3,250})>"),
                                       QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression status(QStringLiteral("\\b([45]\\.\\d\\.\\d{1,3})\\b"));
    const qsizetype header = std::max(mail.indexOf("\n\n"), mail.indexOf("\r\n\r\n"));
    const QString text = QString::fromUtf8(mail.mid(std::max<qsizetype>(header, 0)).left(mostReportBytes));
    const auto named = id.match(text);
    if (!named.hasMatch())
        return;
    report.messageId = named.captured(1);
    DeliveryReport::Recipient recipient;
    recipient.status = status.match(text).captured(1);
    recipient.fate = recipient.status.startsWith(u'4') ? DeliveryFate::Delayed : DeliveryFate::Failed;
    recipient.words = sentenceOf(recipient, {});
    report.recipients.push_back(std::move(recipient));
}

} // namespace

DeliveryFate DeliveryReport::fate() const
{
    DeliveryFate worst = DeliveryFate::Arrived;
    for (const Recipient &recipient : recipients)
        worst = std::min(worst, recipient.fate);
    return worst;
}

QString DeliveryReport::words() const
{
    QStringList sentences;
    for (const Recipient &recipient : recipients)
        if (recipient.fate == fate() && !sentences.contains(recipient.words))
            sentences.append(recipient.words);
    constexpr qsizetype most = 5;
    if (sentences.size() > most)
        sentences = sentences.mid(0, most) << QStringLiteral("The same for others.");
    return sentences.join(u' ');
}

QString wordsOfStatus(const QString &status)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("1.1"), QStringLiteral("there is no such mailbox")},
        {QStringLiteral("1.2"), QStringLiteral("there is no such domain")},
        {QStringLiteral("1.3"), QStringLiteral("the address is not written as one")},
        {QStringLiteral("1.6"), QStringLiteral("the mailbox has moved")},
        {QStringLiteral("1.10"), QStringLiteral("the domain takes no mail")},
        {QStringLiteral("2.1"), QStringLiteral("the mailbox is closed")},
        {QStringLiteral("2.2"), QStringLiteral("the mailbox is full")},
        {QStringLiteral("2.3"), QStringLiteral("the mail is too large for the mailbox")},
        {QStringLiteral("3.4"), QStringLiteral("the mail is too large for the server")},
        {QStringLiteral("4.1"), QStringLiteral("the mail server does not answer")},
        {QStringLiteral("4.3"), QStringLiteral("the way to the mail server was not found")},
        {QStringLiteral("4.4"), QStringLiteral("the way to the mail server was not found")},
        {QStringLiteral("4.6"), QStringLiteral("the mail went round in a circle")},
        {QStringLiteral("4.7"), QStringLiteral("it was tried for too long")},
        {QStringLiteral("7.0"), QStringLiteral("the server's rules refuse it")},
        {QStringLiteral("7.1"), QStringLiteral("the server's rules refuse it")},
        {QStringLiteral("7.26"), QStringLiteral("the server could not tell that the mail is really ours")},
        {QStringLiteral("7.8"), QStringLiteral("the sign-in was refused")},
    };
    return words.value(status.section(u'.', 1));
}

namespace
{

bool isReport(GMimeObject *root)
{
    return root && GMIME_IS_MULTIPART(root) && typeOf(root) == QStringLiteral("multipart/report");
}

// By its header alone, which is quickly read: most mails are none.
bool mayBeReport(const QByteArray &mail)
{
    bool mayBe = false;
    withMail(headerPartOf(mail), [&mayBe](GMimeMessage *message) {
        mayBe = isReport(g_mime_message_get_mime_part(message)) ||
                isFromMailer(GMIME_OBJECT(message), senderOf(message));
    });
    return mayBe;
}

} // namespace

std::optional<DeliveryReport> readDeliveryReport(const QByteArray &mail)
{
    if (!mayBeReport(mail))
        return {};
    DeliveryReport report;
    withMail(mail, [&](GMimeMessage *message) {
        GMimeObject *root = g_mime_message_get_mime_part(message);
        if (isReport(root)) {
            const int count = std::min(g_mime_multipart_get_count(GMIME_MULTIPART(root)), 20);
            for (int i = 0; i < count; ++i)
                addPart(g_mime_multipart_get_part(GMIME_MULTIPART(root), i), report);
        } else {
            readWords(message, mail, report);
        }
    });
    if (report.recipients.empty() || !isMailId(report.messageId))
        return {};
    return report;
}

} // namespace Helmdesk
