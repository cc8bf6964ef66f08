#pragma once

#include "channels/CalendarText.h"
#include "channels/MailBytes.h"
#include "core/Message.h"

#include <vector>

// Private to the files that use GMime.
namespace Helmdesk
{

// One readable text of the mail; `own` is without the history that its HTML marks as quoted.
struct MailPiece {
    QString own;
    QString full;
    bool isHtml = false;
};
using MailPieces = std::vector<MailPiece>;

bool hasText(const MailPieces &pieces);

// Texts that have a file name are attachments, unless the mail has no other text.
enum class NamedText { IsAttachment, IsBody };

// Reads the texts of a mail's parts and lists what is attached. `forwardedFrom` of a mail that is attached as
// a message is who wrote that. Not thread-safe; the attachments are not owned.
class BodyReader
{
public:
    BodyReader(QList<Attachment> &attachments, NamedText namedText)
        : m_attachments(attachments)
        , m_namedText(namedText)
    {
    }

    MailPieces read(GMimeObject *object, int depth);

    bool isCut() const { return m_isCut; }
    bool isShortened() const { return m_isShortened; } // text beyond mostTextBytes was left out
    bool isEncrypted() const { return m_isEncrypted; }
    qsizetype misfits() const { return m_misfits; } // bytes that are no character of the text's charset
    const CalendarText &calendar() const { return m_calendar; } // of the first invitation

    const QString &forwardedFrom() const { return m_forwardedFrom; }

private:
    MailPieces readPacked(GMimePart *part, const QString &type, int depth);
    MailPieces readMultipart(GMimeMultipart *multipart, int depth);
    MailPieces readText(GMimePart *part, const QString &type);
    QString shortened(const QString &text, bool isPlain);
    void listMessage(GMimeMessagePart *part);
    bool mayKeep(qint64 bytes) const; // of one more attachment
    void list(const QString &name, const QString &type, qint64 bytes, const QByteArray &content);

    QList<Attachment> &m_attachments;
    NamedText m_namedText;
    CalendarText m_calendar;
    int m_parts = 0;
    qint64 m_textBytes = 0;
    qsizetype m_misfits = 0;
    bool m_isFirstPart = true; // a text with a name is the body where it stands first
    bool m_isCut = false;
    bool m_isShortened = false;
    bool m_isEncrypted = false;
    QString m_forwardedFrom;
    qint64 m_keptBytes = 0; // of attachments
};

} // namespace Helmdesk
