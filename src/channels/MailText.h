#pragma once

#include <QByteArray>
#include <QString>

// The text side of mail: charsets, line wrapping, quoted history, HTML, file names.
// All functions are pure, thread-safe and never fail: what cannot be read becomes U+FFFD or stays as it was.
namespace Helmdesk
{

// Decodes by the declared charset, or by what the bytes show where the label is missing, unknown or wrong.
// Latin-1 is read as windows-1252. Line ends become '\n'; control characters but tab and newline are dropped.
QString decodeMailBytes(const QByteArray &bytes, const QString &charset);

// Decodes the encoded words of a header (RFC 2047), also where a character is split between two of them.
// Bytes outside are read as UTF-8 or windows-1252.
QString decodeHeaderWords(const QByteArray &raw);

enum class DeleteSpace { No, Yes };

// Joins the soft-wrapped lines of format=flowed (RFC 3676).
QString unwrapFlowed(const QString &text, DeleteSpace deleteSpace);

// What the writer added: without the quoted history and the signature. Answers written between quoted lines
// stay, with their quotes. Where nothing would remain the whole text is returned.
QString withoutHistory(const QString &text);

struct MailHtml {
    QString own;  // without the quoted mail that mail programs mark as such
    QString full; // everything
};
MailHtml readMailHtml(const QString &html);

// A file name for display: no path, no control or bidirectional-override characters, at most 120 characters.
QString cleanFileName(const QString &name);

} // namespace Helmdesk
