#include "FirstRunPage.h"

#include "Replies.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"

#include <QBoxLayout>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int cardWidth = 560;
constexpr int cardPad = 32;

} // namespace

FirstRunPage::FirstRunPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"firstRunPage"_s);
    setSurface(*this, "window");
    auto *outer = makeColumn(this, Measure::gapSection, Measure::gapLarge);
    m_bar = new InlineBar;
    outer->addWidget(m_bar);
    outer->addStretch(2);
    auto *card = new QFrame;
    setSurface(*card, "card");
    card->setFixedWidth(cardWidth);
    auto *column = makeColumn(card, cardPad, Measure::gapLarge);
    column->addWidget(makeIcon(u"life-buoy"_s, Token::Accent, 36));
    column->addWidget(makeLabel(tr("Welcome to Helmdesk"), 1.6, QFont::DemiBold));
    QLabel *words = makeWrapped(
        tr("Helmdesk reads what customers write, answers what it can from your knowledge, and hands "
           "you the rest with a draft and its reasons. This workspace is still empty."));
    words->setMinimumHeight(words->heightForWidth(cardWidth - 2 * cardPad));
    column->addWidget(words);
    m_demo = makeButton(tr("Load the sample workspace"), "primary", u"sparkles"_s);
    m_demo->setObjectName(u"loadDemo"_s);
    QPushButton *knowledge = makeButton(tr("Import knowledge articles"), "", u"upload"_s);
    QPushButton *mailbox = makeButton(tr("Connect your team\u2019s mailbox"), "", u"mail"_s);
    mailbox->setObjectName(u"connectMailbox"_s);
    m_backtest = makeButton(tr("Try it on your archive"), "", u"file-text"_s);
    m_backtest->setObjectName(u"tryArchive"_s);
    m_backtest->hide();
    QPushButton *skip = makeButton(tr("Start with an empty inbox"), "flat");
    for (QPushButton *button : {m_demo, mailbox, knowledge, m_backtest, skip})
        column->addWidget(button);
    column->addWidget(
        makeSecondary(tr("The sample customers and companies are invented. Nothing leaves this computer.")));
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(m_demo, &QPushButton::clicked, this, &FirstRunPage::loadDemo);
    connect(knowledge, &QPushButton::clicked, this, &FirstRunPage::knowledgeRequested);
    connect(mailbox, &QPushButton::clicked, this, &FirstRunPage::mailboxRequested);
    connect(m_backtest, &QPushButton::clicked, this, &FirstRunPage::backtestRequested);
    connect(skip, &QPushButton::clicked, this, &FirstRunPage::finished);
}

void FirstRunPage::setOffersBacktest(bool offers)
{
    m_backtest->setVisible(offers);
}

void FirstRunPage::loadDemo()
{
    m_demo->setEnabled(false);
    m_demo->setText(tr("Loading the sample workspace"));
    whenDone(m_desk.loadDemo(), this, [this](const Result<> &loaded) {
        m_demo->setEnabled(true);
        m_demo->setText(tr("Load the sample workspace"));
        if (loaded)
            Q_EMIT finished();
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(loaded.error()));
    });
}

} // namespace Helmdesk
