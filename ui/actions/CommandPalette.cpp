#include "actions/CommandPalette.h"

#include "actions/FuzzyMatch.h"
#include "Replies.h"
#include "theme/Icons.h"
#include "UiSettings.h"
#include "widgets/Parts.h"
#include "widgets/RoundedCorners.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QTextLayout>
#include <QTimer>
#include <QtMath>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int mostRecent = 12;
constexpr int mostShown = 11;
constexpr int rowHeight = 36;
constexpr int mostConversations = 6;
constexpr int shortestSearch = 2;
constexpr int searchDelayMs = 120;
constexpr int usualTop = 120;
constexpr auto recentKey = "palette/recent"_L1;

} // namespace

namespace
{

// The words with the letters that were typed in bold. Returns their width.
int paintMarked(QPainter &painter, const QRect &rect, const QString &text, const QList<int> &places)
{
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    for (const int at : places)
        formats.append({at, 1, bold});
    const QString shown = QFontMetrics(Theme::font()).elidedText(text, Qt::ElideRight, rect.width());
    QTextLayout layout(shown, Theme::font());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(painter.layoutDirection());
    option.setAlignment(QStyle::visualAlignment(painter.layoutDirection(), Qt::AlignLeading));
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
    return qCeil(line.naturalTextWidth());
}

// "Ctrl+Shift+A" as three caps at the trailing end. Returns the room they take.
int paintKeyCaps(QPainter &painter, const QRect &row, Qt::LayoutDirection direction, const QString &key)
{
    const Theme &theme = Theme::instance();
    const QFont font = Theme::font(0.82);
    QStringList caps = key.split(u'+', Qt::SkipEmptyParts);
    if (key.endsWith(u'+'))
        caps.append(u"+"_s);
    int right = row.right();
    for (auto cap = caps.crbegin(); cap != caps.crend(); ++cap) {
        const int width = std::max(20, QFontMetrics(font).horizontalAdvance(*cap) + 10);
        const QRect box(right - width, row.center().y() - 9, width, 19);
        const QRectF drawn = QRectF(QStyle::visualRect(direction, row, box)).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(theme.color(Token::Border));
        painter.setBrush(theme.color(Token::Window));
        painter.drawRoundedRect(drawn, 4, 4);
        painter.setPen(theme.color(Token::Secondary));
        painter.setFont(font);
        painter.drawText(drawn, Qt::AlignCenter, *cap);
        right -= width + 3;
    }
    return row.right() - right + Measure::gap;
}

} // namespace

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight};
}

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect box = option.rect.adjusted(Measure::gap, 0, -Measure::gap, 0);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(Token::AccentTint));
        painter->drawRoundedRect(box, Measure::controlRadius, Measure::controlRadius);
    }
    const auto place = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const auto side = [&](Qt::Alignment alignment) {
        return static_cast<int>(QStyle::visualAlignment(option.direction, alignment | Qt::AlignVCenter));
    };
    const QRect inside = box.adjusted(Measure::gap, 0, -Measure::gap, 0);
    const QRect iconRect(inside.left(), inside.center().y() - 7, 16, 16);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, place(iconRect));
    const QString key = index.data(CommandModel::KeyRole).toString();
    const int caps = key.isEmpty() ? 0 : paintKeyCaps(*painter, inside, option.direction, key);
    QRect words = inside.adjusted(28, 0, -caps, 0);
    painter->setPen(theme.color(Token::Text));
    const int used = paintMarked(*painter, place(words), index.data().toString(),
                                 index.data(CommandModel::PlacesRole).value<QList<int>>());
    words.setLeft(words.left() + used + Measure::gap);
    painter->setPen(theme.color(Token::Secondary));
    painter->setFont(Theme::font(0.88));
    painter->drawText(
        place(words), side(Qt::AlignLeading),
        QFontMetrics(painter->font())
            .elidedText(index.data(CommandModel::ContextRole).toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

CommandPalette::CommandPalette(const ActionRegistry &registry, Desk &desk, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_desk(desk)
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Find a command"));
    roundCorners(*this, Measure::cardRadius);
    auto *outer = makeColumn(this);
    auto *frame = new QFrame;
    setSurface(*frame, "popup");
    outer->addWidget(frame);
    auto *column = makeColumn(frame, 0, Measure::gap);
    column->setContentsMargins(0, Measure::pad, 0, Measure::gap);
    m_field = new QLineEdit;
    m_field->setObjectName(u"paletteField"_s);
    m_field->setPlaceholderText(tr("A command, customer, setting, article, words or a ticket number"));
    m_field->setAccessibleName(tr("Command"));
    makeSearchField(*m_field);
    auto *row = makeRow();
    row->setContentsMargins(Measure::pad, 0, Measure::pad, 0);
    row->addWidget(m_field);
    column->addLayout(row);
    m_model = new CommandModel(registry, this);
    m_list = new QListView;
    m_list->setMinimumHeight(rowHeight); // a view asks for more than one row of its own accord
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_list, 1);
    m_nothing = makeSecondary(tr("Nothing is called that, and no conversation has these words."), 1.0);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setFixedHeight(rowHeight);
    column->addWidget(m_nothing);
    m_searchDelay = new QTimer(this);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(searchDelayMs);
    connect(m_searchDelay, &QTimer::timeout, this, &CommandPalette::search);
    m_recent = uiSettings().value(recentKey).toStringList();
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListView::clicked, this, [this] {
        m_isMoved = true;
        run();
    });
}

void CommandPalette::open()
{
    const QWidget *window = parentWidget();
    resize(std::min(600, window->width() - 80), height());
    readPlaces();
    m_field->clear();
    filter();
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, top())));
    QDialog::open();
    m_field->setFocus(Qt::OtherFocusReason);
}

int CommandPalette::top() const
{
    return std::min(usualTop, parentWidget()->height() / 7);
}

// The settings and articles there are, once for each time that it opens.
void CommandPalette::readPlaces()
{
    const auto again = [this] {
        if (m_field->text().isEmpty() || m_isMoved)
            return;
        const bool runs = m_runsWhenFound; // typing and Enter may have been quicker
        filter();
        m_runsWhenFound = runs;
    };
    whenDone(m_desk.settings(), this, [this, again](const Result<std::vector<SettingRow>> &rows) {
        if (rows)
            m_model->setSettings(*rows);
        again();
    });
    whenDone(m_desk.articles({}), this, [this, again](const Result<std::vector<ArticleRow>> &rows) {
        if (rows)
            m_model->setArticles(*rows);
        again();
    });
}

void CommandPalette::filter()
{
    m_isMoved = false;
    m_runsWhenFound = false;
    m_model->setFilter(m_field->text().trimmed(), m_recent);
    m_list->setCurrentIndex(m_model->index(0));
    fit();
    ++m_generation;
    const QString words = m_field->text().trimmed();
    m_isSearching = words.size() >= shortestSearch || Words::asStored(words).toInt() > 0;
    if (m_isSearching)
        m_searchDelay->start();
    else
        m_searchDelay->stop();
}

// Commands, settings and articles are there at once; what the store finds joins them.
void CommandPalette::search()
{
    const int generation = ++m_generation;
    const QueueQuery query{.view = QueueView::All, .search = Words::asStored(m_field->text().trimmed())};
    whenDone(m_desk.queue(query, mostConversations, std::nullopt), this,
             [this, generation](Result<QueuePage> page) {
                 if (generation != m_generation)
                     return;
                 if (page) { // without an answer the rest remains
                     if (page->rows.size() > mostConversations)
                         page->rows.resize(mostConversations);
                     showFound(page->rows);
                 }
                 endSearch();
             });
}

// What the operator has moved to stays chosen; else the best is.
void CommandPalette::showFound(const std::vector<QueueRow> &rows)
{
    const CommandModel::Item *current = m_model->itemAt(m_list->currentIndex().row());
    const QString chosen = m_isMoved && current ? current->id : QString();
    m_model->setConversations(rows);
    int row = 0;
    for (int each = 0; !chosen.isEmpty() && each < m_model->rowCount(); ++each)
        if (m_model->itemAt(each)->id == chosen)
            row = each;
    m_list->setCurrentIndex(m_model->index(row));
    fit();
}

void CommandPalette::endSearch()
{
    m_isSearching = false;
    if (std::exchange(m_runsWhenFound, false) && isVisible())
        run();
}

void CommandPalette::fit()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    const int besides = m_field->sizeHint().height() + Measure::pad + 2 * Measure::gap + 4;
    const int room = (parentWidget()->height() - top() - Measure::gapLarge - besides) / rowHeight;
    const int rows = std::clamp(m_model->rowCount(), 1, std::clamp(room, 1, mostShown));
    resize(width(), besides + rows * rowHeight);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_model->rowCount() > 0) {
            const int row = std::clamp(m_list->currentIndex().row() + step, 0, m_model->rowCount() - 1);
            m_list->setCurrentIndex(m_model->index(row));
            m_isMoved = true;
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

// A command that merely has the letters is not run while a customer of that name may still be found.
void CommandPalette::run()
{
    const CommandModel::Item *item = m_model->itemAt(m_list->currentIndex().row());
    if (m_isSearching && !m_isMoved && (!item || item->score < surelyMeant)) {
        m_runsWhenFound = true;
        return;
    }
    const CommandModel::Item chosen = item ? *item : CommandModel::Item{};
    accept();
    if (!item)
        return;
    switch (chosen.kind) {
    case CommandModel::Kind::Command:
        runCommand(*chosen.entry);
        break;
    case CommandModel::Kind::Conversation:
        Q_EMIT conversationChosen(chosen.conversation);
        break;
    case CommandModel::Kind::Setting:
        Q_EMIT settingChosen(chosen.text);
        break;
    case CommandModel::Kind::Article:
        Q_EMIT articleChosen(chosen.id);
        break;
    }
}

void CommandPalette::runCommand(const ActionRegistry::Entry &entry)
{
    m_recent.removeAll(entry.id);
    m_recent.prepend(entry.id);
    m_recent = m_recent.mid(0, mostRecent);
    uiSettings().setValue(recentKey, m_recent);
    QTimer::singleShot(0, entry.action, &QAction::trigger); // after this dialog has gone
}

} // namespace Helmdesk
