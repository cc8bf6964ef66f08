#include "knowledge/DocumentReader.h"

#include "knowledge/DocumentFormats.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QStringDecoder>

namespace Helmdesk
{

namespace
{

using FormatReader = void (*)(const QString &, const QString &, const QString &, ReadDocuments &);

struct Format {
    const char *extension;
    FormatReader read;
};

constexpr Format formats[] = {
    {"md", DocumentFormats::readMarkdown},      {"markdown", DocumentFormats::readMarkdown},
    {"html", DocumentFormats::readHtml},        {"htm", DocumentFormats::readHtml},
    {"txt", DocumentFormats::readPlainText},    {"csv", DocumentFormats::readTable},
    {"tsv", DocumentFormats::readTable},        {"jsonl", DocumentFormats::readJsonLines},
    {"ndjson", DocumentFormats::readJsonLines},
};

constexpr qint64 largestFile = 32LL * 1024 * 1024;
constexpr qint64 largestArticleFile = 4LL * 1024 * 1024; // markup may be longer than what it shows

// Files that hold many articles.
bool isList(const QString &path)
{
    const QString extension = QFileInfo(path).suffix().toLower();
    return extension == QLatin1String("csv") || extension == QLatin1String("tsv") ||
           extension == QLatin1String("jsonl") || extension == QLatin1String("ndjson");
}

// UTF-8 or, with a byte-order mark, UTF-16; otherwise Latin-1, which is said.
QString decoded(const QString &name, const QByteArray &bytes, ReadDocuments &into)
{
    const auto bom = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(bom.value_or(QStringConverter::Utf8));
    QString text = decoder(bytes);
    if (decoder.hasError()) {
        into.problems.push_back({name, QStringLiteral("it is not UTF-8 and was read as Latin-1")});
        text = QString::fromLatin1(bytes);
    }
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
}

void readBytes(const QString &name, const QByteArray &bytes, ReadDocuments &into)
{
    const QFileInfo info(name);
    const QString extension = info.suffix().toLower();
    for (const Format &format : formats) {
        if (extension == QLatin1StringView(format.extension)) {
            format.read(name, info.completeBaseName(), decoded(name, bytes, into), into);
            return;
        }
    }
    into.problems.push_back({name, QStringLiteral("files of the type \"%1\" cannot be read; known are %2")
                                       .arg(extension, readableExtensions().join(QStringLiteral(", ")))});
}

void readFile(const QString &path, ReadDocuments &into)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        into.problems.push_back({path, QStringLiteral("it cannot be opened: %1").arg(file.errorString())});
        return;
    }
    const qint64 most = isList(path) ? largestFile : largestArticleFile;
    if (file.size() > most) {
        into.problems.push_back({path, QStringLiteral("it is larger than %1 MB").arg(most / (1024 * 1024))});
        return;
    }
    readBytes(path, file.readAll(), into);
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    return files;
}

// Keeps the last of the documents with the same id.
void dropRepeatedIds(ReadDocuments &read)
{
    QHash<QString, std::size_t> last;
    for (std::size_t i = 0; i < read.documents.size(); ++i) {
        const QString &id = read.documents[i].id;
        if (last.contains(id))
            read.problems.push_back(
                {id, QStringLiteral("the id occurs more than once; the last document counts")});
        last.insert(id, i);
    }
    std::vector<Document> kept;
    kept.reserve(static_cast<std::size_t>(last.size()));
    for (std::size_t i = 0; i < read.documents.size(); ++i)
        if (last.value(read.documents[i].id) == i)
            kept.push_back(std::move(read.documents[i]));
    read.documents = std::move(kept);
}

} // namespace

ReadDocuments readDocuments(const QStringList &paths)
{
    ReadDocuments read;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists()) {
            read.problems.push_back({path, QStringLiteral("there is no such file or folder")});
        } else if (info.isDir()) {
            const QStringList files = filesBelow(path);
            if (files.isEmpty())
                read.problems.push_back({path, QStringLiteral("the folder holds no files")});
            for (const QString &file : files)
                readFile(file, read);
        } else {
            readFile(path, read);
        }
    }
    dropRepeatedIds(read);
    return read;
}

ReadDocuments readDocumentText(const QString &name, const QByteArray &bytes)
{
    ReadDocuments read;
    readBytes(name, bytes, read);
    dropRepeatedIds(read);
    return read;
}

QStringList readableExtensions()
{
    QStringList list;
    for (const Format &format : formats)
        list.append(QStringLiteral(".") + QLatin1StringView(format.extension));
    return list;
}

} // namespace Helmdesk
