#include "theme/Icons.h"

#include "theme/LineDrawing.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QtPlugin>

Q_IMPORT_PLUGIN(LineIconPlugin)

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

const std::optional<LineDrawing> &drawingOf(const QString &name)
{
    static QHash<QString, std::optional<LineDrawing>> cache;
    if (const auto found = cache.constFind(name); found != cache.cend())
        return *found;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return *cache.insert(name,
                         file.open(QIODevice::ReadOnly) ? readLineDrawing(file.readAll()) : std::nullopt);
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

    // `size` counts the pixels of the device.
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
    return drawingOf(name) ? QIcon(new LucideEngine(name, token)) : QIcon();
}

// Rows of a list are painted sixty times a second: a drawing is made once for each colour and size.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const QSize size(qRound(rect.width() * ratio), qRound(rect.height() * ratio));
    const QString key =
        u"helmdesk/%1/%2/%3x%4"_s.arg(name, color.name(QColor::HexArgb)).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        const std::optional<LineDrawing> &drawing = drawingOf(name);
        if (!drawing || size.isEmpty())
            return;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter draw(&pixmap);
        draw.setOpacity(color.alphaF());
        drawing->paint(draw, QRectF(QPointF(0, 0), size), QColor::fromRgb(color.rgb()));
        draw.end();
        QPixmapCache::insert(key, pixmap);
    }
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(rect, pixmap, QRectF(QPointF(0, 0), size));
    painter.restore();
}

} // namespace Helmdesk
