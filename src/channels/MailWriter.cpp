#include "channels/MailWriter.h"

#include "channels/MailFiles.h"

namespace Helmdesk
{

namespace
{

QByteArray headerValue(const QString &text)
{
    QString clean = text;
    clean.removeIf([](QChar c) { return c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t'; });
    return clean.simplified().toUtf8();
}

void addAddress(GMimeMessage *message, GMimeAddressType type, const QString &name, const QString &address)
{
    if (!address.isEmpty())
        g_mime_message_add_mailbox(message, type, name.isEmpty() ? nullptr : headerValue(name).constData(),
                                   headerValue(address).constData());
}

void setIds(GMimeMessage *message, const char *header, const QStringList &ids)
{
    QByteArray value;
    for (const QString &id : ids)
        value += (value.isEmpty() ? "<" : " <") + headerValue(id) + '>';
    if (!ids.isEmpty())
        g_mime_object_set_header(GMIME_OBJECT(message), header, value.constData(), "us-ascii");
}

} // namespace

QByteArray writeMail(const OutgoingMail &mail)
{
    Gmime::start();
    const Gmime::Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    addAddress(message.get(), GMIME_ADDRESS_TYPE_FROM, mail.fromName, mail.fromAddress);
    addAddress(message.get(), GMIME_ADDRESS_TYPE_TO, QString(), mail.to);
    for (const QString &address : mail.cc)
        addAddress(message.get(), GMIME_ADDRESS_TYPE_CC, QString(), address);
    for (const QString &address : mail.bcc)
        addAddress(message.get(), GMIME_ADDRESS_TYPE_BCC, QString(), address);
    g_mime_message_set_subject(message.get(), headerValue(mail.subject).constData(), "utf-8");
    GDateTime *at = g_date_time_new_from_unix_utc(mail.at.toSecsSinceEpoch());
    g_mime_message_set_date(message.get(), at);
    g_date_time_unref(at);
    g_mime_message_set_message_id(message.get(), headerValue(mail.messageId).constData());
    if (!mail.inReplyTo.isEmpty())
        setIds(message.get(), "In-Reply-To", {mail.inReplyTo});
    setIds(message.get(), "References", mail.references);
    if (mail.isAutomatic)
        g_mime_object_set_header(GMIME_OBJECT(message.get()), "Auto-Submitted", "auto-replied", nullptr);

    Gmime::Owned<GMimeTextPart> part(g_mime_text_part_new_with_subtype("plain"));
    g_mime_text_part_set_charset(part.get(), "utf-8");
    QString text = mail.text;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).remove(QChar::Null);
    if (!text.endsWith(u'\n'))
        text += u'\n';
    g_mime_text_part_set_text(part.get(), text.toUtf8().constData());
    g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    const Gmime::Part body =
        Gmime::withFiles(Gmime::Part(GMIME_OBJECT(part.release())), mail.files, mail.messageId);
    g_mime_message_set_mime_part(message.get(), body.get());

    char *bytes = g_mime_object_to_string(GMIME_OBJECT(message.get()), nullptr);
    const QByteArray out(bytes);
    g_free(bytes);
    return out;
}

} // namespace Helmdesk
