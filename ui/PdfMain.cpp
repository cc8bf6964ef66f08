// helmdesk-pdf: draws the first page of the PDF that comes in by standard input and gives it back as a PNG. A
// program of its own, with little time and memory, since the PDF is a stranger's.

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPdfDocument>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace
{

constexpr qint64 largest = qint64{32} * 1024 * 1024; // bytes
constexpr int longestSide = 1600;                    // pixels

void limitSelf()
{
#if defined(Q_OS_UNIX) && !defined(__SANITIZE_ADDRESS__)     // which takes most of all addresses
    const rlimit processor{8, 8};                            // seconds
    const rlimit memory{rlim_t{2} << 30U, rlim_t{2} << 30U}; // bytes of addresses
    const rlimit files{0, 0};                                // bytes that it may write to files
    setrlimit(RLIMIT_CPU, &processor);
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_FSIZE, &files);
#endif
}

QImage firstPage(const QByteArray &pdf)
{
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1)
        return {};
    const QSizeF points = document.pagePointSize(0);
    const QSize size = points.scaled(longestSide, longestSide, Qt::KeepAspectRatio).toSize();
    if (size.isEmpty())
        return {};
    const QImage drawn = document.render(0, size);
    if (drawn.isNull())
        return {};
    QImage page(size, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter(&page).drawImage(0, 0, drawn);
    page.setText(QStringLiteral("pages"), QString::number(document.pageCount()));
    return page;
}

} // namespace

int main(int argc, char **argv)
{
    limitSelf();
    const QCoreApplication application(argc, argv);
#ifdef Q_OS_WIN // bytes, not lines
    _setmode(_fileno(stdin), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
#endif
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    const QByteArray pdf = in.read(largest + 1);
    if (pdf.size() > largest || !pdf.left(1024).contains("%PDF-"))
        return 1;
    const QImage page = firstPage(pdf);
    return !page.isNull() && page.save(&out, "PNG") ? 0 : 1;
}
