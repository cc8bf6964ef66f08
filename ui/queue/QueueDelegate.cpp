#include "queue/QueueDelegate.h"

#include "queue/QueueModel.h"
#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QPainter>
#include <QTextLayout>

namespace Helmdesk
{
namespace
{

constexpr int side = 26; // room for the mark, off the edge and off the name
constexpr int chipHeight = 18;
constexpr int channelIcon = 12;

// The subject, and behind it what was said last where that is something else.
QString wordsOf(const QueueRow &row)
{
    if (row.snippet.isEmpty() || row.subject.isEmpty() || row.snippet.startsWith(row.subject.left(40)))
        return row.snippet.isEmpty() ? row.subject : row.snippet;
    return row.subject + QStringLiteral(" \u2013 ") + row.snippet;
}

int lineHeight()
{
    return QFontMetrics(Theme::font(1.0, QFont::DemiBold)).height();
}

QRect mirrored(const QPainter &painter, const QRect &area, const QRect &rect)
{
    return QStyle::visualRect(painter.layoutDirection(), area, rect);
}

int flags(const QPainter &painter, Qt::Alignment alignment)
{
    const auto visual = QStyle::visualAlignment(painter.layoutDirection(), alignment | Qt::AlignVCenter);
    return static_cast<int>(visual) | Qt::TextSingleLine;
}

// Each text runs in its own direction; the place is that of the window's.
void drawElided(QPainter &painter, const QRect &rect, const QFont &font, const QString &text)
{
    const int place = flags(painter, Qt::AlignLeading);
    const Qt::LayoutDirection direction = painter.layoutDirection();
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.setFont(font);
    painter.drawText(rect, place | Qt::AlignAbsolute,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    painter.setLayoutDirection(direction);
}

// The line with its matches on the mark's tint; begins shortly before the first one when that would not be
// seen.
void drawMatches(QPainter &painter, const QRect &rect, const QString &text,
                 const std::vector<TextRange> &matches)
{
    constexpr int lettersBefore = 14;
    const Theme &theme = Theme::instance();
    const QFont font = Theme::font();
    const QFontMetrics metrics(font);
    const TextRange &first = matches.front();
    QString shown = text;
    int offset = 0; // of a match in `shown`
    if (metrics.horizontalAdvance(text.left(first.start + first.length)) > rect.width() * 8 / 10) {
        const auto from =
            std::max<qsizetype>(0, text.lastIndexOf(u' ', std::max(0, first.start - lettersBefore)));
        shown = u'\u2026' + text.mid(from).trimmed();
        offset = static_cast<int>(shown.size() - text.size());
    }
    shown = metrics.elidedText(shown, Qt::ElideRight, rect.width());
    QTextCharFormat mark;
    mark.setBackground(theme.color(Token::WarnTint));
    mark.setForeground(theme.color(Token::Warn));
    mark.setFontWeight(QFont::DemiBold);
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &match : matches)
        if (match.start + offset >= 0 && match.start + offset + match.length <= shown.size())
            formats.append({match.start + offset, match.length, mark});
    QTextLayout layout(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(QStyle::visualAlignment(painter.layoutDirection(), Qt::AlignLeading) |
                        Qt::AlignAbsolute);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    painter.save();
    painter.setClipRect(rect);
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    painter.restore();
}

} // namespace

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, std::max(64, 2 * lineHeight() + chipHeight + 22)};
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    auto wanted = std::make_unique<Painted>(describe(*painter, option, index));
    const qint64 id = wanted->row.id.value;
    const Painted *kept = m_painted.object(id);
    if (kept == nullptr || !isSame(*kept, *wanted)) {
        wanted->picture = QPixmap(option.rect.size() * wanted->scale);
        wanted->picture.setDevicePixelRatio(wanted->scale);
        QStyleOptionViewItem atOrigin = option;
        atOrigin.rect.moveTo(0, 0);
        QPainter onPicture(&wanted->picture);
        onPicture.setFont(painter->font());
        paintRow(onPicture, atOrigin, index, wanted->row);
        onPicture.end();
        m_painted.insert(id, wanted.release());
        kept = m_painted.object(id);
    }
    if (kept != nullptr)
        painter->drawPixmap(option.rect.topLeft(), kept->picture);
}

QueueDelegate::Painted QueueDelegate::describe(const QPainter &painter, const QStyleOptionViewItem &option,
                                               const QModelIndex &index) const
{
    Painted painted;
    painted.row = index.data(QueueModel::RowRole).value<QueueRow>();
    painted.age = Words::age(painted.row.updatedAt, QDateTime::currentDateTimeUtc());
    painted.size = option.rect.size();
    painted.state = option.state & (QStyle::State_Selected | QStyle::State_MouseOver |
                                    QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange);
    painted.direction = option.direction;
    // A picture of the window may be drawn at another scale than the window has.
    painted.scale =
        std::max(painter.device()->devicePixelRatioF(), std::abs(painter.deviceTransform().m11()));
    painted.isMarked = index.data(QueueModel::MarkRole).toBool();
    painted.place = index.data(QueueModel::PlaceRole).toString();
    painted.ground = Theme::instance().color(Token::Panel).rgba();
    painted.font = Theme::font();
    return painted;
}

bool QueueDelegate::isSame(const Painted &a, const Painted &b)
{
    return a.row == b.row && a.age == b.age && a.size == b.size && a.state == b.state &&
           a.direction == b.direction && qFuzzyCompare(a.scale, b.scale) && a.isMarked == b.isMarked &&
           a.place == b.place && a.ground == b.ground && a.font == b.font;
}

void QueueDelegate::paintRow(QPainter &painterOfRow, const QStyleOptionViewItem &option,
                             const QModelIndex &index, const QueueRow &row) const
{
    QPainter *painter = &painterOfRow;
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->setRenderHint(QPainter::Antialiasing);
    paintBack(*painter, option);
    const QRect area = option.rect.adjusted(side, 8, -Measure::pad, -8);
    const QRect gutter(option.rect.left(), area.top(), side, lineHeight());
    paintGutter(*painter, mirrored(*painter, option.rect, gutter), index);
    const QRect mirroredArea = mirrored(*painter, option.rect, area);
    paintWords(*painter, mirroredArea, row);
    const QRect chips(mirroredArea.left(), mirroredArea.bottom() - chipHeight + 1, mirroredArea.width(),
                      chipHeight);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    paintChips(*painter, chips, Words::chips(row, index.data(QueueModel::PlaceRole).toString()),
               isSelected ? std::optional(Token::Panel) : std::nullopt);
    painter->restore();
}

// A tick for a marked row, else a dot for one that was not answered.
void QueueDelegate::paintGutter(QPainter &painter, const QRect &gutter, const QModelIndex &index) const
{
    const QColor color = Theme::instance().color(Token::Accent);
    if (index.data(QueueModel::MarkRole).toBool()) {
        paintIcon(painter, QRect(gutter.center().x() - 6, gutter.center().y() - 6, 14, 14),
                  QStringLiteral("square-check"), color);
        return;
    }
    if (!index.data(QueueModel::RowRole).value<QueueRow>().isUnread)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRect(gutter.center().x() - 2, gutter.center().y() - 2, 6, 6));
}

void QueueDelegate::paintBack(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const Theme &theme = Theme::instance();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.fillRect(option.rect, theme.color(isSelected  ? Token::AccentTint
                                              : isHovered ? Token::Hover
                                                          : Token::Panel));
    const QRect line(option.rect.left(), option.rect.bottom(), option.rect.width(), 1);
    painter.fillRect(line, theme.color(Token::Border));
    if (isSelected) {
        const QRect edge(option.rect.left(), option.rect.top(), 3, option.rect.height());
        painter.fillRect(mirrored(painter, option.rect, edge), theme.color(Token::Accent));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(theme.color(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
}

void QueueDelegate::paintWords(QPainter &painter, const QRect &area, const QueueRow &row) const
{
    const Theme &theme = Theme::instance();
    const int height = lineHeight();
    const QFont meta = Theme::font(0.85);
    const QString age = Words::age(row.updatedAt, QDateTime::currentDateTimeUtc());
    const int ageWidth = QFontMetrics(meta).horizontalAdvance(age) + 2 + channelIcon + Measure::gapSmall;

    const QRect first(area.left(), area.top(), area.width(), height);
    painter.setFont(meta);
    painter.setPen(theme.color(Token::Secondary));
    painter.drawText(first, flags(painter, Qt::AlignTrailing), age);
    const QRect sign(first.right() - ageWidth + 1, first.center().y() - channelIcon / 2, channelIcon,
                     channelIcon);
    paintIcon(painter, mirrored(painter, first, sign), Words::icon(row.channel),
              theme.color(Token::Secondary));

    const QFont name = Theme::font(1.0, QFont::DemiBold);
    const QRect nameRect = mirrored(painter, first, first.adjusted(0, 0, -ageWidth - Measure::gap, 0));
    painter.setPen(theme.color(Token::Text));
    const QString person = Words::person(row);
    const int nameWidth = std::min(QFontMetrics(name).horizontalAdvance(person) + 2, nameRect.width());
    drawElided(painter, mirrored(painter, nameRect, QRect(nameRect.topLeft(), QSize(nameWidth, height))),
               name, person);
    // The address behind the name, where there is room for some of it.
    const int room = nameRect.width() - nameWidth - Measure::gap;
    if (person != row.address && !row.address.isEmpty() && room > 4 * Measure::gap) {
        painter.setPen(theme.color(Token::Secondary));
        const QRect rest(nameRect.right() - room, nameRect.top(), room, height);
        drawElided(painter, mirrored(painter, nameRect, rest), meta, row.address);
    }

    const QRect second(area.left(), first.bottom() + 2, area.width(), height);
    const QString words = row.matches.empty() ? wordsOf(row) : row.snippet;
    painter.setPen(theme.color(row.isUnread ? Token::Text : Token::Secondary));
    if (row.matches.empty())
        drawElided(painter, second, Theme::font(), words.simplified());
    else
        drawMatches(painter, second, words, row.matches);
}

void QueueDelegate::paintChips(QPainter &painter, const QRect &line, const QList<ChipContent> &chips,
                               std::optional<Token> ground) const
{
    const QFont font = Theme::font(0.82, QFont::Medium);
    int used = 0;
    for (const ChipContent &chip : chips) {
        const int left = line.width() - used;
        const int width = std::min(chipWidth(chip, font), left);
        if (width < chipWidth(chip, font) && left < 96)
            break;
        const QRect spot(line.left() + used, line.top(), width, line.height());
        paintChip(painter, mirrored(painter, line, spot), chip, font, ground);
        used += width + Measure::gapSmall;
    }
}

} // namespace Helmdesk
