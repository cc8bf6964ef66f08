#include "inspector/CustomerLink.h"

#include "Replies.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

CustomerLink::CustomerLink(Desk &desk, const ConversationView &view, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_conversation(view.row.id)
{
    setObjectName(u"customerLink"_s);
    m_column = makeColumn(this, 0, Measure::gap);
    showState(view);
    m_found = makeColumn(nullptr, 0, Measure::gapSmall);
    m_column->addLayout(m_found);
}

void CustomerLink::showState(const ConversationView &view)
{
    const auto say = [this](const QString &words, const char *tone) {
        QLabel *label = makeWrapped(words);
        label->setObjectName(u"customerLinkState"_s);
        label->setProperty("tone", QString::fromLatin1(tone));
        m_column->addWidget(label);
    };
    if (!view.linkedBy.isEmpty()) {
        say(tr("%1 said who this is. The channel did not establish it, so the sender has no rights by it.")
                .arg(view.linkedBy),
            "secondary");
        QPushButton *unlink = makeButton(tr("This is somebody else"), "link");
        unlink->setObjectName(u"unlinkCustomer"_s);
        m_column->addWidget(unlink, 0, Qt::AlignLeading);
        connect(unlink, &QPushButton::clicked, this, [this] { link({}); });
        return;
    }
    if (view.probable) {
        say(tr("Probably %1, unverified: the address is known, but nothing proves who writes.")
                .arg(Words::foreign(view.probable->name)),
            "warn");
        QPushButton *confirm = makeButton(tr("Yes, this is %1").arg(view.probable->name), "", u"check"_s);
        confirm->setObjectName(u"linkProbable"_s);
        m_column->addWidget(confirm, 0, Qt::AlignLeading);
        connect(confirm, &QPushButton::clicked, this, [this, id = view.probable->id] { link(id); });
    } else {
        say(tr("The channel did not establish who writes. Helmdesk shows and changes no customer data in "
               "this "
               "conversation."),
            "secondary");
    }
    QPushButton *choose = makeButton(tr("Say who this is\u2026"), "link", u"user-round"_s);
    choose->setObjectName(u"chooseCustomer"_s);
    m_column->addWidget(choose, 0, Qt::AlignLeading);
    connect(choose, &QPushButton::clicked, this, [this, choose] {
        choose->hide();
        addSearch();
    });
    m_choose = choose;
}

void CustomerLink::leaveSearch()
{
    ++m_generation;
    clearLayout(*m_found);
    m_choose->show();
    m_choose->setFocus(Qt::OtherFocusReason);
    m_field->hide();
    std::exchange(m_field, nullptr)->deleteLater();
}

void CustomerLink::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_field)
        leaveSearch();
    else
        QWidget::keyPressEvent(event);
}

void CustomerLink::addSearch()
{
    m_field = new QLineEdit(this);
    m_field->setObjectName(u"customerSearch"_s);
    m_field->setPlaceholderText(tr("Name, address or company"));
    m_field->setAccessibleName(tr("Find the customer"));
    makeSearchField(*m_field);
    m_column->insertWidget(m_column->indexOf(m_found), m_field);
    connect(m_field, &QLineEdit::textChanged, this, [this] { search(); });
    m_field->setFocus(Qt::OtherFocusReason);
    search();
}

QString CustomerLink::searched() const
{
    return m_field ? m_field->text() : QString();
}

void CustomerLink::search(const QString &words)
{
    if (!m_choose)
        return; // somebody said meanwhile who it is
    m_choose->hide();
    if (!m_field)
        addSearch();
    m_field->setText(words);
}

void CustomerLink::search()
{
    const int generation = ++m_generation;
    whenDone(m_desk.findCustomers(m_field->text().trimmed()), this,
             [this, generation](const Result<std::vector<CustomerChoice>> &choices) {
                 if (generation != m_generation)
                     return;
                 if (choices)
                     show(*choices);
                 else
                     Q_EMIT failed(choices.error());
             });
}

void CustomerLink::show(const std::vector<CustomerChoice> &choices)
{
    constexpr std::size_t most = 6;
    clearLayout(*m_found);
    if (choices.empty())
        m_found->addWidget(makeSecondary(tr("No customer matches.")));
    for (std::size_t each = 0; each < std::min(most, choices.size()); ++each) {
        const CustomerChoice &choice = choices[each];
        //: A customer to choose: the name and the address
        auto *button = new ElidedButton(tr("%1, %2").arg(choice.name, choice.email));
        button->setObjectName(u"customer:"_s + choice.id);
        button->setProperty("kind", u"flatLine"_s);
        button->setAutoDefault(false);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setAccessibleName(button->text());
        m_found->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, id = choice.id] { link(id); });
    }
    bringIntoView(*this);
}

void CustomerLink::link(const QString &customer)
{
    setEnabled(false);
    whenDone(m_desk.linkCustomer(m_conversation, customer), this, [this](const Result<> &linked) {
        setEnabled(true);
        if (!linked)
            Q_EMIT failed(linked.error());
        Q_EMIT changed();
    });
}

} // namespace Helmdesk
