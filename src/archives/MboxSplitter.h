#pragma once

#include <functional>
#include <QByteArray>
#include <QIODevice>

namespace Helmdesk
{

// One message of an mbox: its bytes without the "From " line, and the line at which it begins, from 1.
struct MboxPiece {
    QByteArray bytes;
    qint64 line = 0;
};

// Hands out the messages of an mbox one by one; only lines in the strict form part them, so that a sentence
// that begins with "From " does not. In a file without such a line every "From " after a blank line does.
// One ">" before a quoted "From " is taken off. Memory: one message of at most 25 MB and a little more.
// `take` returns false to stop.
void splitMbox(QIODevice &file, const std::function<bool(MboxPiece piece)> &take);

// What Mailman's archives make of an address: "From: ada at firm.example (Ada Reed)" becomes
// "From: "Ada Reed" <ada@firm.example>"; another header stays as it is. Pure.
QByteArray withRebuiltAddress(const QByteArray &mail);

} // namespace Helmdesk
