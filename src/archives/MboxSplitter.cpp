#include "archives/MboxSplitter.h"

#include "archives/ArchiveForm.h"
#include "channels/MailParser.h"

#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr qint64 pieceSize = qint64{1} << 16;

struct Line {
    QByteArray text; // at most a little more than the largest mail
    bool isWhole = true;
};

QByteArray readLine(QIODevice &file)
{
    QByteArray line;
    bool isAtEnd = false;
    while (!isAtEnd) {
        const QByteArray piece = file.readLine(pieceSize);
        isAtEnd = piece.endsWith('\n') || file.atEnd() || piece.isEmpty();
        if (line.size() <= largestMail)
            line += piece;
    }
    return line;
}

bool hasStrictSeparator(QIODevice &file)
{
    const qint64 start = file.pos();
    bool found = false;
    while (!file.atEnd() && !found)
        found = isMboxSeparator(readLine(file));
    file.seek(start);
    return found;
}

bool isBlank(const QByteArray &line)
{
    return line == "\n" || line == "\r\n" || line.isEmpty();
}

// mboxrd: one '>' less before "From ".
QByteArray unescaped(const QByteArray &line)
{
    qsizetype depth = 0;
    while (depth < line.size() && line[depth] == '>')
        ++depth;
    return depth > 0 && line.sliced(depth).startsWith("From ") ? line.sliced(1) : line;
}

} // namespace

void splitMbox(QIODevice &file, const std::function<bool(MboxPiece)> &take)
{
    const bool isStrict = hasStrictSeparator(file);
    MboxPiece piece;
    qint64 number = 0;
    bool afterBlank = true;
    bool isOpen = false;
    while (!file.atEnd()) {
        const QByteArray line = readLine(file);
        ++number;
        const bool parts = isStrict ? isMboxSeparator(line) : afterBlank && line.startsWith("From ");
        afterBlank = isBlank(line);
        if (parts) {
            if (isOpen && !take(std::move(piece)))
                return;
            piece = {{}, number};
            isOpen = true;
            continue;
        }
        if (!isOpen && isBlank(line))
            continue;
        if (!isOpen) // text before the first separator is a message of its own, to be told of
            piece = {{}, number};
        isOpen = true;
        if (piece.bytes.size() <= largestMail)
            piece.bytes += unescaped(line).left(largestMail + 1 - piece.bytes.size());
    }
    if (isOpen)
        take(std::move(piece));
}

QByteArray withRebuiltAddress(const QByteArray &mail)
{
    qsizetype start = mail.startsWith("From: ") ? 0 : mail.indexOf("\nFrom: ") + 1;
    const qsizetype body = mail.indexOf("\n\n");
    if ((start == 0 && !mail.startsWith("From: ")) || (body >= 0 && start > body))
        return mail;
    qsizetype end = mail.indexOf('\n', start);
    while (end >= 0 && end + 1 < mail.size() && (mail[end + 1] == ' ' || mail[end + 1] == '\t'))
        end = mail.indexOf('\n', end + 1);
    if (end < 0)
        end = mail.size();
    const QByteArray header = mail.sliced(start, end - start).simplified();
    static const QRegularExpression written(QStringLiteral("^From: (\\S+) at (\\S+)(?: \\((.*)\\))?$"));
    const auto match = written.match(QString::fromLatin1(header));
    if (!match.hasMatch())
        return mail;
    QByteArray name = match.captured(3).toLatin1();
    if (!name.contains("=?"))
        name = '"' + name.replace('\\', "").replace('"', "") + '"';
    const QByteArray rebuilt =
        "From: " + name + " <" + match.captured(1).toLatin1() + '@' + match.captured(2).toLatin1() + '>';
    return mail.left(start) + rebuilt + mail.mid(end);
}

} // namespace Helmdesk
