#include "settings/MailboxScope.h"

#include "settings/MailboxWords.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QScrollArea>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int choiceWidth = 340;
constexpr int tallestList = 132; // some four folders; the others are scrolled to

// Ampersands would be taken for keys.
QString labelOf(const QString &folder)
{
    return QString(folder).replace(u'&', u"&&"_s);
}

bool isInbox(const QString &folder)
{
    return folder.compare("INBOX"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

const std::vector<int> &MailboxScope::lookBacks()
{
    static const std::vector<int> days{0, 1, 7, 30, 90, 365};
    return days;
}

MailboxScope::MailboxScope(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Measure::gapLarge);
    grid->setVerticalSpacing(Measure::gap);
    grid->setColumnStretch(1, 1);
    grid->addWidget(makeLabel(tr("Folders")), 0, 0, Qt::AlignTop);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(tr("Folders to read"));
    area->setMaximumHeight(tallestList);
    auto *list = new QWidget;
    m_list = makeColumn(list, 0, 0);
    area->setWidget(list);
    grid->addWidget(area, 0, 1);
    m_lookBack = new ChoiceBox;
    m_lookBack->setObjectName(u"mailLookBack"_s);
    m_lookBack->setAccessibleName(tr("Mail that is there already"));
    m_lookBack->setFixedWidth(choiceWidth);
    QLabel *lookBack = makeLabel(tr("&Mail to read"));
    lookBack->setBuddy(m_lookBack);
    grid->addWidget(lookBack, 1, 0);
    grid->addWidget(m_lookBack, 1, 1, Qt::AlignLeading);
    m_mode = new ChoiceBox;
    m_mode->setObjectName(u"mailMode"_s);
    m_mode->setAccessibleName(tr("Replies"));
    m_mode->setFixedWidth(choiceWidth);
    QLabel *mode = makeLabel(tr("Re&plies"));
    mode->setBuddy(m_mode);
    grid->addWidget(mode, 2, 0);
    grid->addWidget(m_mode, 2, 1, Qt::AlignLeading);
    m_meaning = makeWrapped({}, 0.92);
    m_meaning->setProperty("tone", u"secondary"_s);
    grid->addWidget(m_meaning, 3, 1);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &MailboxScope::showMeaning);
}

void MailboxScope::begin(const std::vector<ServerFolder> &folders, bool canSend)
{
    clearLayout(*m_list);
    m_folders.clear();
    std::vector<ServerFolder> offered{{u"INBOX"_s, {}}};
    for (const ServerFolder &folder : folders)
        if (!isInbox(folder.name) && folder.use.isEmpty())
            offered.push_back(folder);
    for (const ServerFolder &folder : offered) {
        auto *box = new QCheckBox(isInbox(folder.name) ? tr("Inbox") : labelOf(folder.name));
        box->setObjectName(u"mailFolder."_s + folder.name);
        box->setChecked(isInbox(folder.name));
        m_list->addWidget(box);
        m_folders.append({folder.name, box});
        connect(box, &QCheckBox::toggled, this, &MailboxScope::foldersChanged);
    }
    setCounts({});
    m_lookBack->setCurrentIndex(0);
    m_mode->clear();
    m_mode->addItem(MailboxWords::mode(MailMode::DraftsOnly), static_cast<int>(MailMode::DraftsOnly));
    if (canSend)
        m_mode->addItem(MailboxWords::mode(MailMode::Sending), static_cast<int>(MailMode::Sending));
    showMeaning();
}

void MailboxScope::setCounts(const std::vector<LookBackCount> &counts)
{
    const int chosen = std::max(0, m_lookBack->currentIndex());
    m_lookBack->clear();
    for (const int days : lookBacks()) {
        const auto count = std::ranges::find(counts, days, &LookBackCount::days);
        m_lookBack->addItem(
            MailboxWords::lookBack(days, count == counts.end() ? std::nullopt : std::optional(count->mails)),
            days);
    }
    m_lookBack->setCurrentIndex(chosen);
}

void MailboxScope::apply(MailAccount &account) const
{
    account.folders.watched.clear();
    for (const auto &[name, box] : m_folders)
        if (box->isChecked())
            account.folders.watched << name;
    account.lookBackDays = m_lookBack->currentData().toInt();
    account.mode = static_cast<MailMode>(m_mode->currentData().toInt());
}

QString MailboxScope::problem() const
{
    const bool hasOne =
        std::ranges::any_of(m_folders, [](const auto &each) { return each.second->isChecked(); });
    return hasOne ? QString() : tr("Choose at least one folder.");
}

void MailboxScope::focusFirst()
{
    m_lookBack->setFocus(Qt::OtherFocusReason);
}

void MailboxScope::showMeaning()
{
    m_meaning->setText(MailboxWords::modeMeaning(static_cast<MailMode>(m_mode->currentData().toInt())));
}

} // namespace Helmdesk
