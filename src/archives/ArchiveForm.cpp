#include "archives/ArchiveForm.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr qint64 probed = qint64{64} * 1024; // bytes
constexpr qsizetype longestSeparator = 500;  // bytes

struct Signature {
    QByteArrayView bytes;
    const char *what;
};

constexpr Signature foreign[] = {
    {"version https://git-lfs", "is a Git LFS pointer, not the file itself: fetch it with \"git lfs pull\""},
    {"PK\x03\x04", "is a spreadsheet or another zip archive: save the table as CSV, or unpack it"},
    {"\x1F\x8B", "is compressed with gzip: unpack it"},
    {"BZh", "is compressed with bzip2: unpack it"},
    {"\xFD\x37zXZ", "is compressed with xz: unpack it"},
    {"\x28\xB5\x2F\xFD", "is compressed with zstd: unpack it"},
    {"PAR1", "is a Parquet table: save it as CSV or JSON lines"},
    {"SQLite format 3", "is an SQLite database: export its tables as CSV"},
    {"%PDF-", "is a PDF"},
    {"\xD0\xCF\x11\xE0", "is an old Office or Outlook file: save it as CSV or mbox"},
    {"!BDN", "is an Outlook data file (PST): export it as mbox or EML"},
};

Error isNoArchive(const QString &path, const QString &what)
{
    return {ErrorKind::InvalidInput, QStringLiteral("%1 %2").arg(path, what)};
}

bool looksLikeHeader(const QByteArray &line)
{
    static const QRegularExpression header(
        QStringLiteral(
            "^(Return-Path|Received|From|To|Cc|Date|Subject|Message-I[dD]|MIME-Version|Content-Type|"
            "Content-Transfer-Encoding|Delivered-To|Reply-To|In-Reply-To|References|DKIM-Signature|Sender|"
            "Organization|User-Agent|List-[A-Za-z-]+|X-[A-Za-z0-9-]+|Envelope-to|Authentication-Results|"
            "ARC-[A-Za-z-]+|Status|Lines|Newsgroups|Path|Precedence|Mailing-List):"),
        QRegularExpression::CaseInsensitiveOption);
    return header.match(QString::fromLatin1(line.left(200))).hasMatch();
}

// Whether the lines look like a table: the first has a separator, and names rather than a sentence.
bool looksLikeTable(const QByteArray &bytes)
{
    const QByteArray line = bytes.left(bytes.indexOf('\n') < 0 ? bytes.size() : bytes.indexOf('\n'));
    for (const char separator : {',', ';', '\t', '|'}) {
        if (line.count(separator) >= 1 && line.size() < 8192)
            return true;
    }
    return false;
}

Result<ArchiveForm> formOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
    QByteArray bytes = file.read(probed);
    for (const Signature &signature : foreign) {
        if (bytes.startsWith(signature.bytes))
            return isNoArchive(path, QString::fromLatin1(signature.what));
    }
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return ArchiveForm::Table; // UTF-16, as spreadsheets write it
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    qsizetype start = 0;
    while (start < bytes.size() && isspace(static_cast<unsigned char>(bytes[start])) != 0)
        ++start;
    bytes.remove(0, start);
    if (bytes.isEmpty())
        return isNoArchive(path, QStringLiteral("is empty"));
    if (bytes.startsWith('{') || bytes.startsWith('['))
        return ArchiveForm::JsonFile;
    if (bytes.contains('\0'))
        return isNoArchive(path, QStringLiteral("is no text: it has bytes that no mail or table has"));
    const QByteArray line = bytes.left(std::max<qsizetype>(0, bytes.indexOf('\n')));
    bool isPipermail = false;
    if (isMboxSeparator(line, &isPipermail))
        return isPipermail ? ArchiveForm::Pipermail : ArchiveForm::Mbox;
    if (line.startsWith("From "))
        return ArchiveForm::Mbox;
    if (looksLikeHeader(line))
        return ArchiveForm::Mail;
    if (looksLikeTable(bytes))
        return ArchiveForm::Table;
    return isNoArchive(
        path,
        QStringLiteral("is none of the forms that can be read: mail, mbox, JSON or a table with columns"));
}

} // namespace

QString nameOf(ArchiveForm form)
{
    switch (form) {
    case ArchiveForm::Mbox:
        return QStringLiteral("mbox");
    case ArchiveForm::Pipermail:
        return QStringLiteral("pipermail");
    case ArchiveForm::MailFolder:
        return QStringLiteral("mail folder");
    case ArchiveForm::Mail:
        return QStringLiteral("mail");
    case ArchiveForm::JsonFile:
        return QStringLiteral("json");
    case ArchiveForm::Table:
        break;
    }
    return QStringLiteral("table");
}

bool isMboxSeparator(const QByteArray &line, bool *isPipermail)
{
    if (!line.startsWith("From ") || line.size() > longestSeparator)
        return false;
    static const QRegularExpression separator(
        QStringLiteral("^From (.*?) +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? +"
                       "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* +"
                       "\\d{1,2} +\\d{1,2}:\\d{2}(?::\\d{2})?(?: +[A-Z+-][A-Za-z0-9:+-]*)* +\\d{4}"));
    const auto match = separator.match(QString::fromLatin1(line));
    if (match.hasMatch() && isPipermail != nullptr)
        *isPipermail = match.captured(1).contains(QLatin1String(" at "));
    return match.hasMatch();
}

Result<ArchiveForm> archiveFormOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorKind::NotFound, QStringLiteral("%1 does not exist").arg(path)};
    if (!info.isDir())
        return formOfFile(path);
    QStringList files;
    QDirIterator it(path, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    QString why = QStringLiteral("has no files");
    for (const QString &file : files) {
        const auto form = formOfFile(file);
        if (form)
            return *form == ArchiveForm::Mail ? ArchiveForm::MailFolder : *form;
        why = QStringLiteral("holds nothing that can be read; the last file: %1").arg(form.error().detail);
    }
    return isNoArchive(path, why);
}

} // namespace Helmdesk
