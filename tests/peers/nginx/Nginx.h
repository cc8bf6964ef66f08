#pragma once

#include "core/Result.h"

#include <memory>
#include <QProcess>
#include <QTemporaryDir>

namespace Helmdesk::Test
{

// An nginx with a certificate of its own on a free port of this machine. It ends with the object.
// Failure: Io, with what nginx or openssl says.
class Nginx
{
public:
    static QString program(); // empty: it is not installed

    // `site` are the lines inside http { }, with CERTIFICATE, KEY and PORT for what is chosen here.
    static Result<std::unique_ptr<Nginx>> start(const QByteArray &site);
    ~Nginx();

    quint16 port() const { return m_port; }

private:
    Nginx() = default;
    Result<> makeCertificate();
    Result<> run(QByteArray site);

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace Helmdesk::Test
