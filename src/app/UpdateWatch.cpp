#include "app/UpdateWatch.h"

#include "app/UpdateCheck.h"
#include "http/HttpGateway.h"

#include <QLoggingCategory>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcUpdates, "helmdesk.updates", QtInfoMsg)
constexpr std::chrono::hours interval{24};

bool isSame(const std::optional<NewerVersion> &left, const std::optional<NewerVersion> &right)
{
    return left.has_value() == right.has_value() &&
           (!left || (left->version == right->version && left->page == right->page));
}

} // namespace

UpdateWatch::UpdateWatch(QString address, QString ownVersion, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_ownVersion(std::move(ownVersion))
{
    m_thread.setMaxThreadCount(1);
    m_daily.setInterval(interval);
    connect(&m_daily, &QTimer::timeout, this, &UpdateWatch::ask);
}

UpdateWatch::~UpdateWatch()
{
    m_stop.request_stop();
    m_thread.clear();
    m_thread.waitForDone();
}

void UpdateWatch::start()
{
    if (m_address.isEmpty() || m_daily.isActive())
        return;
    m_daily.start();
    ask();
}

void UpdateWatch::ask()
{
    m_thread.start([this, address = m_address, ownVersion = m_ownVersion, stop = m_stop.get_token()] {
        HttpGateway gateway; // once a day: no connection is worth keeping
        const auto published = askForUpdate(gateway, address, ownVersion, RunControl(stop));
        if (!published && published.error().kind != ErrorKind::Cancelled)
            qCInfo(lcUpdates).noquote() << "no answer about updates:" << published.error().detail;
        QMetaObject::invokeMethod(this, [this, published] {
            if (published)
                take(published->isNewer
                         ? std::optional(NewerVersion{published->version, published->page.toString()})
                         : std::nullopt);
            Q_EMIT asked();
        });
    });
}

void UpdateWatch::take(const std::optional<NewerVersion> &newer)
{
    if (isSame(m_newer, newer))
        return;
    m_newer = newer;
    Q_EMIT newerChanged();
}

} // namespace Helmdesk
