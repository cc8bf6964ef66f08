#pragma once

#include <optional>
#include <QFile>
#include <QString>

namespace Helmdesk
{

// Says on disk which file is being read while it is, so that a start knows what the program was reading when
// it died. Survives the death of the program, not the loss of power, which no file causes.
// Thread: one at a time. Failure: a folder that cannot be written leaves no note; reading goes on.
class ReadingNote
{
public:
    struct Left {
        QString file;       // name within the folder
        qint64 message = 0; // of the file, counted from one; 0: while it was opened
    };

    explicit ReadingNote(const QString &folder);

    // What an earlier program was reading when it ended; nothing when it ended otherwise.
    std::optional<Left> left() const;
    void begin(const QString &file, qint64 message);
    void end(); // the message was read
    void remove();

    static QString fileName() { return QStringLiteral(".reading.json"); }

private:
    void write(const QByteArray &bytes);

    QFile m_file;
    qsizetype m_longest = 0; // bytes written so far
};

} // namespace Helmdesk
