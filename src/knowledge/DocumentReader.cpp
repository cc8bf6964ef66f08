#include "knowledge/DocumentReader.h"

#include "core/Charset.h"
#include "knowledge/DocumentFormats.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>
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
    {"md", DocumentFormats::readMarkdown},     {"markdown", DocumentFormats::readMarkdown},
    {"html", DocumentFormats::readHtml},       {"htm", DocumentFormats::readHtml},
    {"txt", DocumentFormats::readPlainText},   {"csv", DocumentFormats::readTable},
    {"tsv", DocumentFormats::readTable},       {"json", DocumentFormats::readJson},
    {"jsonl", DocumentFormats::readJsonLines}, {"ndjson", DocumentFormats::readJsonLines},
};

constexpr qint64 largestFile = 32LL * 1024 * 1024;
constexpr qint64 largestArticleFile = 4LL * 1024 * 1024; // markup may be longer than what it shows

// Files that hold many articles.
bool isList(const QString &path)
{
    const QString extension = QFileInfo(path).suffix().toLower();
    return extension == QLatin1String("csv") || extension == QLatin1String("tsv") ||
           extension == QLatin1String("json") || extension == QLatin1String("jsonl") ||
           extension == QLatin1String("ndjson");
}

// UTF-8 or, with a byte-order mark, UTF-16; otherwise Windows-1252, which is said.
QString decoded(const QString &name, const QByteArray &bytes, ReadDocuments &into)
{
    const auto bom = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(bom.value_or(QStringConverter::Utf8));
    QString text = decoder(bytes);
    if (decoder.hasError()) {
        into.problems.push_back({name, QStringLiteral("it is not UTF-8 and was read as Windows-1252")});
        text = decodeWindows1252(bytes);
    }
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
}

// The id of a file that names none.
QString stemOf(const QFileInfo &info)
{
    static const QStringList nameless{QStringLiteral("index"), QStringLiteral("_index"),
                                      QStringLiteral("readme")};
    const QString folder = info.dir().dirName();
    const QString stem = info.completeBaseName();
    const bool isNamed = folder.isEmpty() || folder == QStringLiteral(".");
    return nameless.contains(stem.toLower()) && !isNamed ? folder : stem;
}

void readBytes(const QString &name, const QByteArray &bytes, ReadDocuments &into)
{
    const QFileInfo info(name);
    const QString extension = info.suffix().toLower();
    for (const Format &format : formats) {
        if (extension == QLatin1StringView(format.extension)) {
            format.read(name, stemOf(info), decoded(name, bytes, into), into);
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
    const std::size_t before = into.documents.size();
    readBytes(path, file.readAll(), into);
    const QString source = QFileInfo(path).absoluteFilePath();
    for (std::size_t i = before; i < into.documents.size(); ++i)
        into.documents[i].source = source;
    into.files.append(source);
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

// The path of a document's file below the folder, without its extension.
QString placeOf(const Document &document, const QDir &folder)
{
    const QFileInfo info(folder.relativeFilePath(document.source));
    return info.path() == QStringLiteral(".") ? info.completeBaseName()
                                              : info.path() + u'/' + info.completeBaseName();
}

// A path without the one folder that names a language, and that language: "help/de/export" is "help/export"
// in "de".
std::pair<QString, QString> withoutLocale(const QString &place)
{
    QStringList parts = place.split(u'/');
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        if (const QString locale = localeOf(parts[i]); !locale.isEmpty()) {
            parts.removeAt(i);
            return {parts.join(u'/'), locale};
        }
    }
    return {place, QString()};
}

// Files of one name in several folders have ids of their own: their paths. Those that differ by a folder of
// their language alone are versions of one article.
void partFilesOfOneName(const QDir &folder, std::vector<Document> &documents, std::size_t from)
{
    QHash<QString, QSet<QString>> sources;
    for (std::size_t i = from; i < documents.size(); ++i)
        if (!isList(documents[i].source) && documents[i].id == stemOf(QFileInfo(documents[i].source)))
            sources[documents[i].id].insert(documents[i].source);
    QHash<QString, int> places;
    for (std::size_t i = from; i < documents.size(); ++i)
        if (sources.value(documents[i].id).size() > 1)
            ++places[withoutLocale(placeOf(documents[i], folder)).first];
    for (std::size_t i = from; i < documents.size(); ++i) {
        Document &document = documents[i];
        if (sources.value(document.id).size() < 2 || isList(document.source))
            continue;
        const QString place = placeOf(document, folder);
        const auto [article, locale] = withoutLocale(place);
        document.id = place;
        if (!locale.isEmpty() && places.value(article) > 1) {
            document.article = article;
            document.locale = document.locale.isEmpty() ? locale : document.locale;
        }
    }
}

// Two versions in different languages under one id both stay; of documents in one language the last.
void dropRepeatedIds(ReadDocuments &read)
{
    QHash<QString, QString> locales;
    for (Document &document : read.documents) {
        const auto known = locales.constFind(document.id);
        if (known == locales.constEnd()) {
            locales.insert(document.id, document.locale);
        } else if (!document.locale.isEmpty() && *known != document.locale) {
            document.article = document.id;
            document.id += u'@' + document.locale;
        }
    }
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
            else
                read.folders.append(QDir(path).absolutePath());
            const std::size_t before = read.documents.size();
            for (const QString &file : files)
                readFile(file, read);
            partFilesOfOneName(QDir(path), read.documents, before);
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
