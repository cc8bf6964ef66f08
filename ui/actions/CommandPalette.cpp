#include "actions/CommandPalette.h"

#include "Replies.h"
#include "theme/Icons.h"
#include "UiSettings.h"
#include "widgets/Parts.h"

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
constexpr auto recentKey = "palette/recent"_L1;

} // namespace

int fuzzyScore(const QString &wanted, const QString &text)
{
    if (wanted.isEmpty())
        return 1;
    if (const auto whole = text.indexOf(wanted, 0, Qt::CaseInsensitive); whole >= 0)
        return 1000 - static_cast<int>(whole);
    constexpr qsizetype mostSkipped = 2; // letters within a word: one that was mistyped or left out
    int score = 1;
    qsizetype at = 0;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        const auto found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0)
            return 0;
        const bool startsWord = found == 0 || text.at(found - 1).isSpace();
        // Letters that are merely somewhere in the sentence are in most sentences.
        if (!startsWord && (at == 0 || found - at > mostSkipped || text.mid(at, found - at).contains(u' ')))
            return 0;
        score += startsWord ? 20 : (found == at ? 8 : 1);
        at = found + 1;
    }
    return score;
}

QList<int> fuzzyPlaces(const QString &wanted, const QString &text)
{
    QList<int> places;
    if (const auto whole = text.indexOf(wanted, 0, Qt::CaseInsensitive); whole >= 0) {
        for (qsizetype i = 0; i < wanted.size(); ++i)
            places.append(static_cast<int>(whole + i));
        return places;
    }
    qsizetype at = 0;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        const auto found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0)
            return {};
        places.append(static_cast<int>(found));
        at = found + 1;
    }
    return places;
}

CommandModel::CommandModel(const ActionRegistry &registry, QObject *parent)
    : QAbstractListModel(parent)
    , m_registry(registry)
{
}

void CommandModel::setFilter(const QString &wanted, const QStringList &recent)
{
    beginResetModel();
    m_wanted = wanted;
    m_shown.clear();
    m_conversations.clear();
    std::vector<std::pair<int, const ActionRegistry::Entry *>> found;
    for (const ActionRegistry::Entry &entry : m_registry.entries()) {
        int score = fuzzyScore(wanted, entry.action->text());
        if (score == 0 || entry.id == "palette"_L1)
            continue;
        if (const auto place = recent.indexOf(entry.id); wanted.isEmpty() && place >= 0)
            score += 100 - static_cast<int>(place);
        found.emplace_back(score, &entry);
    }
    std::ranges::stable_sort(found, [](const auto &a, const auto &b) { return a.first > b.first; });
    for (const auto &[score, entry] : found)
        m_shown.push_back(entry);
    endResetModel();
}

void CommandModel::setConversations(std::vector<QueueRow> rows)
{
    const int first = static_cast<int>(m_shown.size());
    if (!m_conversations.empty()) {
        beginRemoveRows({}, first, rowCount() - 1);
        m_conversations.clear();
        endRemoveRows();
    }
    if (rows.empty())
        return;
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_conversations = std::move(rows);
    endInsertRows();
}

const QueueRow *CommandModel::conversationAt(int row) const
{
    const int at = row - static_cast<int>(m_shown.size());
    return at >= 0 && at < static_cast<int>(m_conversations.size())
               ? &m_conversations[static_cast<std::size_t>(at)]
               : nullptr;
}

const ActionRegistry::Entry *CommandModel::entryAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_shown.size()) ? m_shown[static_cast<std::size_t>(row)]
                                                              : nullptr;
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size() + m_conversations.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    const ActionRegistry::Entry *entry = index.isValid() ? entryAt(index.row()) : nullptr;
    if (const QueueRow *row = index.isValid() ? conversationAt(index.row()) : nullptr)
        return conversationData(*row, role);
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return entry->action->text();
    case Qt::DecorationRole:
        return entry->action->icon();
    case Qt::AccessibleTextRole:
        return withKey(*entry->action);
    case KeyRole:
        return entry->action->shortcut().toString(QKeySequence::NativeText);
    case ContextRole:
        return entry->context;
    case PlacesRole:
        return QVariant::fromValue(fuzzyPlaces(m_wanted, entry->action->text()));
    default:
        return {};
    }
}

QVariant CommandModel::conversationData(const QueueRow &row, int role) const
{
    const QString subject = row.subject.simplified();
    switch (role) {
    case Qt::DisplayRole:
        return Words::person(row);
    case Qt::DecorationRole:
        return icon(Words::icon(row.channel));
    case Qt::AccessibleTextRole:
        return tr("Open the conversation with %1: %2").arg(Words::person(row), subject);
    case ContextRole:
        return subject;
    case PlacesRole:
        return QVariant::fromValue(Words::person(row).contains(m_wanted, Qt::CaseInsensitive)
                                       ? fuzzyPlaces(m_wanted, Words::person(row))
                                       : QList<int>());
    default:
        return {};
    }
}

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
    QTextLayout layout(text, Theme::font());
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
    setAttribute(Qt::WA_TranslucentBackground);
    auto *outer = makeColumn(this);
    auto *frame = new QFrame;
    setSurface(*frame, "popup");
    outer->addWidget(frame);
    auto *column = makeColumn(frame, 0, Measure::gap);
    column->setContentsMargins(0, Measure::pad, 0, Measure::gap);
    m_field = new QLineEdit;
    m_field->setObjectName(u"paletteField"_s);
    m_field->setPlaceholderText(tr("A command, a customer, words of a conversation or a ticket number"));
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
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

void CommandPalette::open()
{
    const QWidget *window = parentWidget();
    resize(std::min(600, window->width() - 80), height());
    m_field->clear();
    filter();
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, window->height() / 7)));
    QDialog::open();
    m_field->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::filter()
{
    m_model->setFilter(m_field->text().trimmed(), m_recent);
    m_list->setCurrentIndex(m_model->index(0));
    fit();
    ++m_generation;
    m_searchDelay->start();
}

// The commands are there at once; what the store finds follows below them.
void CommandPalette::search()
{
    const QString words = m_field->text().trimmed();
    if (words.size() < shortestSearch && !words.toInt())
        return;
    const int generation = ++m_generation;
    const QueueQuery query{.view = QueueView::All, .search = words};
    whenDone(m_desk.queue(query, mostConversations, std::nullopt), this,
             [this, generation](Result<QueuePage> page) {
                 if (generation != m_generation || !page)
                     return; // without an answer the commands remain
                 if (page->rows.size() > mostConversations)
                     page->rows.resize(mostConversations);
                 const bool isNew = !m_list->currentIndex().isValid();
                 m_model->setConversations(std::move(page->rows));
                 if (isNew)
                     m_list->setCurrentIndex(m_model->index(0));
                 fit();
             });
}

void CommandPalette::fit()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    const int besides = m_field->height() + Measure::pad + 2 * Measure::gap + 4;
    const int room = (parentWidget()->height() * 6 / 7 - Measure::pad - besides) / rowHeight;
    const int rows = std::clamp(m_model->rowCount(), 1, std::clamp(room, 1, mostShown));
    resize(width(), m_field->height() + rows * rowHeight + Measure::pad + 2 * Measure::gap + 4);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_model->rowCount() > 0) {
            const int row = std::clamp(m_list->currentIndex().row() + step, 0, m_model->rowCount() - 1);
            m_list->setCurrentIndex(m_model->index(row));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::run()
{
    const ActionRegistry::Entry *entry = m_model->entryAt(m_list->currentIndex().row());
    const QueueRow *row = m_model->conversationAt(m_list->currentIndex().row());
    const ConversationId chosen = row ? row->id : ConversationId();
    accept();
    if (chosen.isValid()) {
        Q_EMIT conversationChosen(chosen);
        return;
    }
    if (!entry)
        return;
    m_recent.removeAll(entry->id);
    m_recent.prepend(entry->id);
    m_recent = m_recent.mid(0, mostRecent);
    uiSettings().setValue(recentKey, m_recent);
    QTimer::singleShot(0, entry->action, &QAction::trigger); // after this dialog has gone
}

} // namespace Helmdesk
