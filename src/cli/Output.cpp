#include "cli/Output.h"

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace Helmdesk
{
namespace
{

bool isErrorTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

} // namespace

void Output::result(const Json &document, const QString &text) const
{
    line(m_json ? QString::fromUtf8(toIndentedBytes(document)) : text);
}

void Output::line(const QString &text) const
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

int Output::fail(const Error &error) const
{
    std::fprintf(stderr, "helmdeskctl: %s\n", qPrintable(error.detail));
    return 1;
}

void Output::warn(const QString &sentence) const
{
    std::fprintf(stderr, "helmdeskctl: %s\n", qPrintable(sentence));
}

std::function<void(qint64, qint64)> Output::progress(const QString &label) const
{
    if (!isErrorTerminal())
        return {};
    return [label](qint64 done, qint64 total) {
        if (total > 0)
            std::fprintf(stderr, "\r%s  %lld of %lld ", qPrintable(label), static_cast<long long>(done),
                         static_cast<long long>(total));
        else
            std::fprintf(stderr, "\r%s  %lld ", qPrintable(label), static_cast<long long>(done));
        if (done == total && total > 0)
            std::fputc('\n', stderr);
        std::fflush(stderr);
    };
}

} // namespace Helmdesk
