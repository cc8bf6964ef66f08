#include "theme/Icons.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

QByteArray sourceOf(const QString &name)
{
    static QHash<QString, QByteArray> cache;
    if (const auto found = cache.constFind(name); found != cache.cend())
        return *found;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const QByteArray source = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    cache.insert(name, source);
    return source;
}

class LucideEngine : public QIconEngine
{
public:
    LucideEngine(QString name, Token token)
        : m_name(std::move(name))
        , m_token(token)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        QColor color = Theme::instance().color(state == QIcon::On ? Token::Accent : m_token);
        if (mode == QIcon::Disabled)
            color.setAlphaF(0.45F);
        QRect square(0, 0, std::min(rect.width(), rect.height()), std::min(rect.width(), rect.height()));
        square.moveCenter(rect.center());
        paintIcon(*painter, square, m_name, color);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

    QIconEngine *clone() const override { return new LucideEngine(m_name, m_token); }

private:
    QString m_name;
    Token m_token;
};

} // namespace

QIcon icon(const QString &name, Token token)
{
    return sourceOf(name).isEmpty() ? QIcon() : QIcon(new LucideEngine(name, token));
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    QByteArray source = sourceOf(name);
    if (source.isEmpty())
        return;
    source.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(source);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * color.alphaF());
    renderer.render(&painter, rect);
    painter.restore();
}

} // namespace Helmdesk
