#include "actions/CommandPalette.h"

#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QTimer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

int fuzzyScore(const QString &wanted, const QString &text)
{
    if (wanted.isEmpty())
        return 1;
    if (const auto whole = text.indexOf(wanted, 0, Qt::CaseInsensitive); whole >= 0)
        return 1000 - static_cast<int>(whole);
    int score = 1;
    qsizetype at = 0;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        const auto found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0)
            return 0;
        const bool startsWord = found == 0 || text.at(found - 1).isSpace();
        score += startsWord ? 20 : (found == at ? 8 : 1);
        at = found + 1;
    }
    return score;
}

CommandModel::CommandModel(const ActionRegistry &registry, QObject *parent)
    : QAbstractListModel(parent)
    , m_registry(registry)
{
}

void CommandModel::setFilter(const QString &wanted, const QStringList &recent)
{
    beginResetModel();
    m_shown.clear();
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

const ActionRegistry::Entry *CommandModel::entryAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_shown.size()) ? m_shown[static_cast<std::size_t>(row)]
                                                              : nullptr;
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    const ActionRegistry::Entry *entry = index.isValid() ? entryAt(index.row()) : nullptr;
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
    default:
        return {};
    }
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, 36};
}

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    painter->save();
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
    painter->setPen(theme.color(Token::Text));
    painter->setFont(Theme::font());
    painter->drawText(place(inside.adjusted(28, 0, 0, 0)), side(Qt::AlignLeading), index.data().toString());
    painter->setPen(theme.color(Token::Secondary));
    painter->setFont(Theme::font(0.9));
    const QString key = index.data(CommandModel::KeyRole).toString();
    painter->drawText(place(inside), side(Qt::AlignTrailing), key);
    painter->drawText(place(inside.adjusted(0, 0, -130, 0)), side(Qt::AlignTrailing),
                      index.data(CommandModel::ContextRole).toString());
    painter->restore();
}

CommandPalette::CommandPalette(const ActionRegistry &registry, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
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
    m_field->setPlaceholderText(tr("Type a few letters of a command"));
    m_field->setAccessibleName(tr("Command"));
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    auto *row = makeRow();
    row->setContentsMargins(Measure::pad, 0, Measure::pad, 0);
    row->addWidget(m_field);
    column->addLayout(row);
    m_model = new CommandModel(registry, this);
    m_list = new QListView;
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_list, 1);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

void CommandPalette::open()
{
    m_field->clear();
    filter();
    const QWidget *window = parentWidget();
    resize(std::min(600, window->width() - 80), std::min(460, window->height() - 120));
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, window->height() / 7)));
    QDialog::open();
    m_field->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::filter()
{
    m_model->setFilter(m_field->text().trimmed(), m_recent);
    m_list->setCurrentIndex(m_model->index(0));
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
    accept();
    if (!entry)
        return;
    m_recent.removeAll(entry->id);
    m_recent.prepend(entry->id);
    QTimer::singleShot(0, entry->action, &QAction::trigger); // after this dialog has gone
}

} // namespace Helmdesk
