#include "queue/QueueFilter.h"

#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QMenu>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

QueueFilter::QueueFilter(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"queueFilter"_s);
    setSurface(*this, "header");
    auto *column = makeColumn(this, 0, Measure::gapSmall);
    setMargins(*column, Measure::pad, 6, Measure::gap, 6);
    m_chips = makeRow(Measure::gapSmall);
    column->addLayout(m_chips);
    m_name = new QLineEdit;
    m_name->setObjectName(u"viewName"_s);
    m_name->setPlaceholderText(tr("Name of the view, then Enter"));
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->hide();
    column->addWidget(m_name);
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        m_name->hide();
        if (!m_name->text().trimmed().isEmpty())
            Q_EMIT nameChosen(m_name->text().trimmed());
        showChips();
    });
    m_button = makeIconButton(u"list-filter"_s, tr("Filter and sort"));
    m_button->setObjectName(u"filterButton"_s);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_menu = new QMenu(m_button);
    m_button->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &QueueFilter::fillMenu);
    showChips();
}

void QueueFilter::setQuery(const QueueQuery &query)
{
    m_query = query;
    showChips();
}

void QueueFilter::openMenu()
{
    openMenuOf(*m_button);
}

void QueueFilter::askName()
{
    m_name->clear();
    m_name->show();
    show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void QueueFilter::fillMenu()
{
    m_menu->clear();
    const auto add = [this](QMenu *menu, const QString &words, bool isSet, const QueueQuery &query) {
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(isSet);
        connect(action, &QAction::triggered, this, [this, query] { Q_EMIT queryChosen(query); });
    };
    for (const QueueSort sort : {QueueSort::Priority, QueueSort::LongestWaiting, QueueSort::Newest}) {
        QueueQuery query = m_query;
        query.sort = sort;
        add(m_menu, Words::sort(sort), m_query.sort == sort, query);
    }
    m_menu->addSeparator();
    QueueQuery unanswered = m_query;
    unanswered.isUnanswered = !m_query.isUnanswered;
    add(m_menu, tr("Not answered yet"), m_query.isUnanswered, unanswered);
    QMenu *categories = m_menu->addMenu(tr("Category"));
    for (const Category category : allCategories) {
        QueueQuery query = m_query;
        const bool isSet = m_query.category == category;
        query.category = isSet ? std::nullopt : std::optional(category);
        add(categories, Words::category(category), isSet, query);
    }
    QMenu *channels = m_menu->addMenu(tr("Channel"));
    for (const ChannelKind channel :
         {ChannelKind::Chat, ChannelKind::Mail, ChannelKind::File, ChannelKind::Api}) {
        QueueQuery query = m_query;
        const bool isSet = m_query.channel == channel;
        query.channel = isSet ? std::nullopt : std::optional(channel);
        add(channels, Words::channel(channel), isSet, query);
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(icon(u"bookmark"_s, Token::Text), tr("Keep as a view")), &QAction::triggered,
            this, &QueueFilter::askName);
}

void QueueFilter::addChip(const QString &words, const QueueQuery &without)
{
    QPushButton *chip = makeButton(words, "chip", u"x"_s);
    chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    chip->setIconSize({12, 12});
    chip->setAccessibleName(tr("Remove the filter %1").arg(words));
    connect(chip, &QPushButton::clicked, this, [this, without] { Q_EMIT queryChosen(without); });
    m_chips->addWidget(chip);
}

void QueueFilter::showChips()
{
    clearLayout(*m_chips);
    QueueQuery without = m_query;
    if (m_query.isUnanswered) {
        without.isUnanswered = false;
        addChip(tr("Not answered yet"), without);
    }
    if (m_query.category) {
        without = m_query;
        without.category.reset();
        addChip(Words::category(*m_query.category), without);
    }
    if (m_query.channel) {
        without = m_query;
        without.channel.reset();
        addChip(Words::channel(*m_query.channel), without);
    }
    if (m_query.sort != QueueSort::Priority) {
        without = m_query;
        without.sort = QueueSort::Priority;
        addChip(Words::sort(m_query.sort), without);
    }
    const bool hasChips = m_chips->count() > 0;
    m_chips->addStretch(1);
    m_button->setChecked(m_query.isFiltered());
    m_button->setIcon(icon(u"list-filter"_s, hasChips ? Token::Accent : Token::Secondary));
    setVisible(hasChips || m_name->isVisibleTo(this));
}

} // namespace Helmdesk
