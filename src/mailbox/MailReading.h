#pragma once

#include "channels/MailBytes.h"
#include "channels/MailHeaders.h"
#include "channels/ReadingStack.h"
#include "mailbox/ReplyMail.h"

// Private to the files of this module that read mails by GMime.
namespace Helmdesk
{

inline QString headerOf(GMimeObject *object, const char *name)
{
    return fromGlib(g_mime_object_get_header(object, name));
}

// The mail's own header fields with the empty line after them.
inline QByteArray headerPartOf(const QByteArray &mail)
{
    const qsizetype lf = mail.indexOf("\n\n");
    const qsizetype crlf = QByteArrayView(mail).first(lf < 0 ? mail.size() : lf).indexOf("\r\n\r\n");
    return crlf >= 0 ? mail.left(crlf + 4) : lf >= 0 ? mail.left(lf + 2) : mail;
}

// Reads the mail where the stack is deep enough and hands it to `read`; nothing where its header fields are
// longer than any real one or it is no mail.
template <class Read>
void withMail(const QByteArray &bytes, Read read)
{
    if (bytes.isEmpty() || !refusedHeaders(bytes).isEmpty())
        return;
    onReadingStack([&] {
        Gmime::start();
        const MailBytes source(bytes);
        const Gmime::Owned<GMimeStream> stream(source.newStream());
        const Gmime::Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
        const Gmime::Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
        if (message)
            read(message.get());
    });
}

// Ids as they are compared: without brackets, the case kept.
inline QStringList idsIn(const QString &header)
{
    QString spaced = header;
    spaced.replace(u'<', u' ').replace(u'>', u' ');
    QStringList ids = spaced.simplified().split(u' ', Qt::SkipEmptyParts);
    ids.removeIf([](const QString &id) { return id.size() > 250; });
    return ids;
}

} // namespace Helmdesk
