#pragma once

#include <QString>

// The text side of mail: line wrapping, quoted history, HTML, file names.
// All functions are pure, thread-safe and never fail: what is not understood stays as it was.
namespace Helmdesk
{

enum class DeleteSpace { No, Yes };

// Joins the soft-wrapped lines of format=flowed (RFC 3676).
QString unwrapFlowed(const QString &text, DeleteSpace deleteSpace);

// What the writer added, and whom he passes on.
struct MailWords {
    // Without the quoted history and the signature. Answers written between quoted lines stay, with their
    // quotes, and so does a forwarded mail, which the subject tells from a quoted one. Where nothing would
    // remain it is the whole text. See Utterance::withoutHistory.
    QString text;
    QString forwardedFrom; // "Bo Reed <bo@reed.example>": who wrote the forwarded mail, as it claims
};
MailWords mailWords(const QString &text, const QString &subject = {});
inline QString withoutHistory(const QString &text, const QString &subject = {})
{
    return mailWords(text, subject).text;
}

// The text of an HTML body. What the mail program marked as quoted bears "> ", its signature stands below "--
// ".
QString mailHtmlText(const QString &html);

// A file name for display: no path, no control or bidirectional-override characters, at most 120 characters.
QString cleanFileName(const QString &name);

} // namespace Helmdesk
