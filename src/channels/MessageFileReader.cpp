#include "channels/MessageFileReader.h"

#include "channels/JsonMessage.h"
#include "channels/MailParser.h"

#include <algorithm>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Helmdesk
{

namespace
{

enum class Format { Unknown, Jsonl, Mbox, Mail };

struct SourceFile {
    QString path;
    Format format = Format::Unknown;
    qint64 messages = 0;
};

Format formatBySuffix(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("jsonl") || suffix == QStringLiteral("ndjson"))
        return Format::Jsonl;
    if (suffix == QStringLiteral("mbox") || suffix == QStringLiteral("mbx"))
        return Format::Mbox;
    return suffix == QStringLiteral("eml") ? Format::Mail : Format::Unknown;
}

bool looksLikeHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || colon > 70)
        return false;
    return std::all_of(line.begin(), line.begin() + colon, [](char c) { return c > ' ' && c < 0x7F; });
}

Format formatByContent(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Format::Unknown;
    QByteArray first;
    while (first.trimmed().isEmpty() && !file.atEnd())
        first = file.readLine(4096);
    if (first.startsWith("\xEF\xBB\xBF"))
        first.remove(0, 3);
    if (first.trimmed().startsWith('{'))
        return Format::Jsonl;
    if (first.startsWith("From "))
        return Format::Mbox;
    return looksLikeHeader(first) ? Format::Mail : Format::Unknown;
}

bool isMboxLine(const QByteArray &line, bool afterBlank)
{
    return afterBlank && line.startsWith("From ");
}

bool isBlank(const QByteArray &line)
{
    return line == "\n" || line == "\r\n" || line.isEmpty();
}

// Of a longer line a little more than `most` bytes are kept and the rest is read past, so that one line
// cannot fill the memory.
QByteArray readBoundedLine(QFile &file, qsizetype most)
{
    constexpr qint64 pieceSize = 1 << 16;
    QByteArray line;
    bool isAtEnd = false;
    while (!isAtEnd) {
        const QByteArray piece = file.readLine(pieceSize);
        isAtEnd = piece.endsWith('\n') || file.atEnd() || piece.isEmpty();
        if (line.size() <= most)
            line += piece;
    }
    return line;
}

qint64 countMessages(const SourceFile &source)
{
    if (source.format == Format::Mail)
        return 1;
    QFile file(source.path);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    qint64 count = 0;
    bool afterBlank = true;
    bool atLineStart = true;
    bool lineHasText = false;
    while (!file.atEnd()) {
        const QByteArray piece = file.readLine(1 << 16);
        const bool endsLine = piece.endsWith('\n') || file.atEnd();
        if (source.format == Format::Mbox && atLineStart) {
            count += isMboxLine(piece, afterBlank) ? 1 : 0;
            afterBlank = isBlank(piece);
        }
        lineHasText = lineHasText || !piece.trimmed().isEmpty();
        if (source.format == Format::Jsonl && endsLine) {
            count += lineHasText ? 1 : 0;
            lineHasText = false;
        }
        atLineStart = endsLine;
    }
    return source.format == Format::Mbox ? std::max<qint64>(count, 1) : count;
}

QString shortHash(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(12));
}

} // namespace

struct MessageFileReader::State {
    std::vector<SourceFile> files;
    size_t index = 0;
    std::unique_ptr<QFile> file;
    QDateTime writtenAt; // of the file
    qint64 line = 0;
    qint64 total = 0;
    qint64 done = 0;
    QStringList ignored;
    QSet<QString> mailIds;
    bool isMboxStarted = false;

    QString name() const { return QFileInfo(files[index].path).fileName(); }

    void nextFile()
    {
        file.reset();
        line = 0;
        isMboxStarted = false;
        ++index;
    }

    IncomingMessage failed(const QString &why)
    {
        IncomingMessage message;
        message.channel = files[index].format == Format::Jsonl ? ChannelKind::Api : ChannelKind::Mail;
        message.source = name();
        message.externalId = name() + u':' + shortHash(why.toUtf8());
        message.unreadable = why;
        nextFile();
        return message;
    }

    // Each file and each mail of an mbox gives an outcome of its own, also when two carry the same
    // Message-ID.
    IncomingMessage mail(const QByteArray &bytes, const QString &source)
    {
        IncomingMessage message = parseMail(bytes, source);
        if (mailIds.contains(message.externalId))
            message.externalId += u'#' + shortHash(source.toUtf8() + bytes);
        mailIds.insert(message.externalId);
        return message;
    }

    std::optional<IncomingMessage> nextJson()
    {
        while (!file->atEnd()) {
            QByteArray bytes = readBoundedLine(*file, largestJsonLine);
            ++line;
            if (line == 1 && bytes.startsWith("\xEF\xBB\xBF"))
                bytes.remove(0, 3);
            if (bytes.trimmed().isEmpty())
                continue;
            IncomingMessage message = readJsonMessage(bytes, {name(), line, writtenAt});
            return message;
        }
        nextFile();
        return {};
    }

    std::optional<IncomingMessage> nextOfMbox()
    {
        if (file->atEnd() && isMboxStarted) {
            nextFile();
            return {};
        }
        const qint64 firstLine = line + 1;
        isMboxStarted = true;
        QByteArray bytes;
        bool afterBlank = line == 0;
        while (!file->atEnd()) {
            const qint64 at = file->pos();
            const QByteArray text = readBoundedLine(*file, largestMail);
            if (isMboxLine(text, afterBlank) && !bytes.trimmed().isEmpty()) {
                file->seek(at);
                break;
            }
            ++line;
            afterBlank = isBlank(text);
            const QByteArray own = unescaped(text);
            bytes += own.left(std::max<qsizetype>(0, largestMail + 1 - bytes.size()));
        }
        return mail(bytes, QStringLiteral("%1:%2").arg(name()).arg(firstLine));
    }

    // mboxrd: one '>' less before "From ".
    static QByteArray unescaped(const QByteArray &line)
    {
        qsizetype depth = 0;
        while (depth < line.size() && line[depth] == '>')
            ++depth;
        return depth > 0 && line.sliced(depth).startsWith("From ") ? line.sliced(1) : line;
    }
};

MessageFileReader::MessageFileReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
MessageFileReader::MessageFileReader(MessageFileReader &&) noexcept = default;
MessageFileReader &MessageFileReader::operator=(MessageFileReader &&) noexcept = default;
MessageFileReader::~MessageFileReader() = default;

Result<MessageFileReader> MessageFileReader::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorKind::NotFound, QStringLiteral("%1 does not exist").arg(path)};
    auto state = std::make_unique<State>();
    if (info.isDir()) {
        const QDir folder(path);
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
            const Format format = formatBySuffix(name);
            if (format == Format::Unknown)
                state->ignored.append(name);
            else
                state->files.push_back({folder.filePath(name), format});
        }
    } else {
        const Format bySuffix = formatBySuffix(path);
        const Format format = bySuffix == Format::Unknown ? formatByContent(path) : bySuffix;
        if (format == Format::Unknown)
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1 is neither JSON lines nor an mbox nor a mail").arg(path)};
        state->files.push_back({path, format});
    }
    for (SourceFile &file : state->files) {
        file.messages = countMessages(file);
        state->total += file.messages;
    }
    return MessageFileReader(std::move(state));
}

std::optional<IncomingMessage> MessageFileReader::next()
{
    State &state = *m_state;
    while (state.index < state.files.size()) {
        const SourceFile &source = state.files[state.index];
        std::optional<IncomingMessage> message;
        if (!state.file) {
            state.file = std::make_unique<QFile>(source.path);
            state.writtenAt = QFileInfo(source.path).lastModified();
            if (!state.file->open(QIODevice::ReadOnly)) {
                ++state.done;
                return state.failed(QStringLiteral("The file cannot be opened."));
            }
        }
        if (source.format == Format::Mail) {
            message = state.mail(state.file->read(largestMail + 1), state.name());
            state.nextFile();
        } else {
            message = source.format == Format::Jsonl ? state.nextJson() : state.nextOfMbox();
        }
        if (message) {
            ++state.done;
            return message;
        }
    }
    return {};
}

qint64 MessageFileReader::total() const
{
    return m_state->total;
}

qint64 MessageFileReader::done() const
{
    return m_state->done;
}

const QStringList &MessageFileReader::ignored() const
{
    return m_state->ignored;
}

} // namespace Helmdesk
