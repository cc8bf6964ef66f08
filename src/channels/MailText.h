#pragma once

#include <QString>

// The text side of mail: line wrapping, quoted history, HTML, file names.
// All functions are pure, thread-safe and never fail: what is not understood stays as it was.
namespace Helmdesk
{

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
