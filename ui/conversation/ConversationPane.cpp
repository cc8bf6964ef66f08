#include "conversation/ConversationPane.h"

#include "conversation/AttachmentActions.h"
#include "conversation/Composer.h"
#include "conversation/MessageBubble.h"
#include "conversation/ReminderMenu.h"
#include "conversation/ThreadView.h"
#include "conversation/UndoStrip.h"
#include "Replies.h"
#include "theme/Icons.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

ConversationPane::ConversationPane(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"conversationPane"_s);
    setMinimumWidth(360);
    m_stack = new QStackedWidget(this);
    auto *outer = makeColumn(this);
    outer->addWidget(m_stack);
    m_stack->addWidget(makeEmptyState(u"message-circle"_s, tr("Choose a conversation to read it here.")));

    auto *page = new QWidget(m_stack);
    m_stack->addWidget(page);
    auto *column = makeColumn(page);
    column->addWidget(makeHeader());
    column->addWidget(makePromise());
    m_bar = new InlineBar(page);
    column->addWidget(m_bar);
    m_thread = new ThreadView(page);
    column->addWidget(m_thread, 1);
    m_undo = new UndoStrip(page);
    column->addWidget(m_undo);
    m_composer = new Composer(desk, page);
    column->addWidget(m_composer);

    connect(m_thread, &ThreadView::undoRequested, this,
            [this](OutboxId item) { act(m_desk.undoSend(item)); });
    connect(m_thread, &ThreadView::sendAgainRequested, this,
            [this](OutboxId item) { act(m_desk.sendAgain(item)); });
    auto *attachments = new AttachmentActions(desk, *m_bar, *this);
    connect(
        m_thread, &ThreadView::attachmentRequested, attachments,
        [attachments](MessageId message, int position, const Attachment &attachment, AttachmentWish wish) {
            if (wish == AttachmentWish::Show)
                attachments->preview(message, position, attachment);
            else if (wish == AttachmentWish::Save)
                attachments->save(message, position, attachment);
            else
                attachments->open(message, position, attachment);
        });
    connect(m_composer, &Composer::citationChosen, this, &ConversationPane::citationChosen);
    connect(m_composer, &Composer::failed, this, [this](const Error &error) {
        m_undoesWhenSent = false;
        m_bar->say(InlineBar::Kind::Bad, Words::error(error));
    });
    connect(m_composer, &Composer::sent, this, &ConversationPane::noteSent);
    connect(m_composer, &Composer::changed, this, [this] {
        reload();
        Q_EMIT changed();
    });
    connect(m_undo, &UndoStrip::undone, this, &ConversationPane::takeBack);
    connect(m_undo, &UndoStrip::closed, this, [this] {
        placeComposer();
        Q_EMIT changed();
    });
}

// What was sent goes to the strip; the composer comes back with the next conversation or after the countdown.
void ConversationPane::noteSent(ConversationId id, const SentReply &reply, const SentWords &words)
{
    m_bar->hide();
    const bool isUnwanted = std::exchange(m_undoesWhenSent, false);
    if (isUnwanted && reply.undoSeconds > 0) {
        takeBack(id, reply.item, words.text);
        return;
    }
    if (reply.undoSeconds > 0)
        m_undo->offer(id, reply, words);
    placeComposer();
    reload();
    Q_EMIT changed();
    Q_EMIT sent(id);
}

void ConversationPane::takeBack(ConversationId id, OutboxId item, const QString &text)
{
    whenDone(m_desk.undoSend(item), this, [this, id, text](const Result<> &undone) {
        if (!undone) {
            m_bar->say(InlineBar::Kind::Bad, Words::error(undone.error()));
            reload();
            return;
        }
        m_restored = std::pair(id, text);
        Q_EMIT conversationRequested(id);
        if (m_id == id)
            reload();
    });
}

void ConversationPane::setHasBefore(bool hasBefore)
{
    m_back->setVisible(hasBefore);
}

void ConversationPane::placeComposer()
{
    const bool isReplaced = m_undo->isOffered() && m_id == m_undo->conversation();
    m_composer->setVisible(m_id.has_value() && !isReplaced);
}

void ConversationPane::undoSend()
{
    m_undoesWhenSent = m_composer->isSending(); // the key was quicker than the store
    m_undo->undo();
}

bool ConversationPane::isUndoOffered() const
{
    return m_undo->isOffered();
}

QWidget *ConversationPane::makeHeader()
{
    auto *header = new QWidget;
    setSurface(*header, "header");
    header->setFixedHeight(Measure::headerHeight);
    auto *row = makeRow();
    setMargins(*row, Measure::pad, 0, Measure::gap, 0);
    header->setLayout(row);
    m_back = makeIconButton(QGuiApplication::isRightToLeft() ? u"chevron-right"_s : u"chevron-left"_s,
                            tr("Back to the conversation that was open before"));
    m_back->setObjectName(u"back"_s);
    m_back->hide();
    connect(m_back, &QToolButton::clicked, this, &ConversationPane::backRequested);
    m_avatar = new Avatar;
    m_name = new ElidedLabel;
    m_name->setFont(Theme::font(1.05, QFont::DemiBold));
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_status = new Chip({});
    m_takeOver = makeButton(tr("Take over"), "flat", u"hand"_s);
    m_takeOver->setObjectName(u"takeOver"_s);
    m_resolve = makeButton(tr("Resolve"), "flat", u"check"_s);
    m_resolve->setObjectName(u"resolve"_s);
    m_more = makeIconButton(u"ellipsis"_s, tr("More actions"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_menu = new QMenu(m_more);
    m_more->setMenu(m_menu);
    row->addWidget(m_back);
    row->addWidget(m_avatar);
    m_number = makeSecondary({});
    m_about = new ElidedLabel;
    m_about->setObjectName(u"conversationAbout"_s);
    m_about->setProperty("tone", u"secondary"_s);
    m_about->setFont(Theme::font(0.85));
    auto *lines = makeColumn(nullptr, 0, 0);
    auto *who = makeRow();
    who->addWidget(m_name);
    who->addWidget(m_number);
    who->addStretch(1);
    lines->addStretch(1);
    lines->addLayout(who);
    lines->addWidget(m_about);
    lines->addStretch(1);
    row->addLayout(lines, 1);
    row->addWidget(m_status);
    row->addWidget(m_takeOver);
    row->addWidget(m_resolve);
    row->addWidget(m_more);
    connect(m_takeOver, &QPushButton::clicked, this, &ConversationPane::toggleTakeOver);
    connect(m_resolve, &QPushButton::clicked, this, &ConversationPane::toggleResolved);
    connect(m_menu, &QMenu::aboutToShow, this, &ConversationPane::fillMenu);
    return header;
}

// What was promised, below the head: it has room for the words there.
QWidget *ConversationPane::makePromise()
{
    m_promiseRow = new QWidget;
    setSurface(*m_promiseRow, "header");
    auto *row = makeRow();
    setMargins(*row, Measure::pad, Measure::gapSmall, Measure::pad, Measure::gapSmall);
    m_promiseRow->setLayout(row);
    m_due = new Chip({});
    m_due->setObjectName(u"promiseDue"_s);
    m_promise = new ElidedLabel;
    m_promise->setProperty("tone", u"secondary"_s);
    m_promise->setFont(Theme::font(0.92));
    row->addWidget(m_due);
    row->addWidget(m_promise, 1);
    m_promiseRow->hide();
    return m_promiseRow;
}

void ConversationPane::showPromise(const QueueRow &row)
{
    const bool isPromised = row.dueAt.isValid() && row.status != ConversationStatus::Resolved;
    m_promiseRow->setVisible(isPromised);
    if (!isPromised)
        return;
    const bool isDue = row.dueAt <= QDateTime::currentDateTimeUtc();
    m_due->setContent({Words::due(row.dueAt), u"bell"_s, isDue ? Tone::Bad : Tone::Warn});
    m_promise->setFullText(row.promise);
}

void ConversationPane::changeCategory(Category category)
{
    constexpr int undoMs = 10'000;
    if (!m_id)
        return;
    whenDone(m_desk.changeCategory(*m_id, category), this, [this](const Result<CategoryBefore> &before) {
        if (before)
            m_bar->say(
                InlineBar::Kind::Ok, tr("The category was changed; Helmdesk answered again."), tr("Undo"),
                [this, before = *before] { act(m_desk.undoCategory(before)); }, undoMs);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(before.error()));
        reload();
        Q_EMIT changed();
    });
}

void ConversationPane::remind(const QDateTime &at)
{
    if (m_id)
        act(m_desk.remind(*m_id, at), at.isValid() ? tr("You will be reminded: %1.").arg(Words::moment(at))
                                                   : tr("The reminder is gone."));
}

void ConversationPane::openMenu()
{
    if (m_id)
        openMenuOf(*m_more);
}

void ConversationPane::fillMenu()
{
    m_menu->clear();
    if (!m_id)
        return;
    m_menu->addSection(tr("Change category and answer again"));
    for (const Category category : allCategories) {
        QAction *action = m_menu->addAction(Words::category(category));
        action->setCheckable(true);
        action->setChecked(m_view.row.category == category);
        connect(action, &QAction::triggered, this, [this, category] { changeCategory(category); });
    }
    m_menu->addSection(tr("Remind me"));
    addReminders(*m_menu, m_view.row.dueAt, [this](const QDateTime &at) { remind(at); });
    m_menu->addSeparator();
    QAction *alarm = m_menu->addAction(tr("False alarm: this needed no person"));
    alarm->setEnabled(m_view.row.decision == Decision::Escalated);
    connect(alarm, &QAction::triggered, this, &ConversationPane::markFalseAlarm);
}

void ConversationPane::markFalseAlarm()
{
    if (m_id)
        act(m_desk.markFalseAlarm(*m_id), tr("Noted as a false alarm."));
}

void ConversationPane::open(ConversationId id)
{
    if (m_id != id) {
        m_bar->hide();
        m_composer->hold();
    }
    m_id = id;
    placeComposer();
    reload();
}

void ConversationPane::clear()
{
    ++m_generation;
    m_composer->clear();
    m_thread->clear();
    m_id.reset();
    m_view = {};
    m_stack->setCurrentIndex(0);
    Q_EMIT cleared();
}

void ConversationPane::reload()
{
    if (!m_id)
        return;
    const int generation = ++m_generation;
    whenDone(m_desk.conversation(*m_id), this, [this, generation](Result<ConversationView> view) {
        if (generation != m_generation)
            return;
        m_stack->setCurrentIndex(1);
        if (view)
            show(std::move(*view));
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(view.error()));
    });
}

void ConversationPane::show(ConversationView view)
{
    m_view = std::move(view);
    showHeader();
    m_composer->show(m_view);
    if (m_restored && m_restored->first == m_view.row.id) {
        // A reply that was taken back stands where it was written, also when no draft was behind it.
        const QString text = std::exchange(m_restored, std::nullopt)->second;
        if (m_composer->text() != text)
            m_composer->setText(text);
        m_composer->focusEditor();
    }
    placeComposer();
    m_thread->show(m_view, m_search);
    Q_EMIT shown(m_view);
}

void ConversationPane::showHeader()
{
    const QueueRow &row = m_view.row;
    const QString person = Words::person(row);
    m_avatar->setName(person);
    m_name->setFullText(person);
    QStringList about;
    if (person != row.address && !row.address.isEmpty())
        about.append(row.address);
    about.append(Words::channel(row.channel));
    if (!m_view.subject.isEmpty())
        about.append(m_view.subject.simplified());
    if (!m_view.cc.isEmpty())
        //: Who got a copy of the customer's last mail
        about.append(tr("Cc: %1").arg(Words::foreign(m_view.cc)));
    showPromise(row);
    m_about->setFullText(about.join(u" \u00b7 "_s));
    m_number->setText(u"#%1"_s.arg(row.id.value));
    const bool isTaken = !row.assignee.isEmpty();
    const bool isResolved = row.status == ConversationStatus::Resolved;
    m_status->setVisible(isTaken || row.status != ConversationStatus::Open);
    m_status->setContent(isResolved ? ChipContent{Words::status(row.status), u"check"_s, Tone::Ok}
                         : isTaken  ? ChipContent{tr("With %1").arg(row.assignee), u"hand"_s, Tone::Accent}
                                    : ChipContent{Words::status(row.status), {}, Tone::Grey});
    m_takeOver->setText(isTaken ? tr("Hand back") : tr("Take over"));
    m_takeOver->setAccessibleName(m_takeOver->text());
    m_resolve->setText(isResolved ? tr("Reopen") : tr("Resolve"));
    m_resolve->setAccessibleName(m_resolve->text());
}

void ConversationPane::act(const Desk::Reply<> &reply, const QString &done)
{
    whenDone(reply, this, [this, done](const Result<> &result) {
        if (!result)
            m_bar->say(InlineBar::Kind::Bad, Words::error(result.error()));
        else if (!done.isEmpty())
            m_bar->say(InlineBar::Kind::Ok, done, 5000);
        reload();
        Q_EMIT changed();
    });
}

void ConversationPane::move(const Desk::Reply<PlacesBefore> &reply, const QString &done)
{
    constexpr int undoMs = 8000;
    whenDone(reply, this, [this, done](const Result<PlacesBefore> &places) {
        if (!places)
            m_bar->say(InlineBar::Kind::Bad, Words::error(places.error()));
        else if (places->empty())
            m_bar->say(InlineBar::Kind::Ok, done, undoMs);
        else
            m_bar->say(
                InlineBar::Kind::Ok, done, tr("Undo"),
                [this, places = *places] { act(m_desk.putBack(places)); }, undoMs);
        reload();
        Q_EMIT changed();
    });
}

void ConversationPane::toggleTakeOver()
{
    if (!m_id)
        return;
    m_composer->flush(); // what was typed goes along
    if (m_view.row.assignee.isEmpty())
        move(m_desk.takeOver(*m_id), tr("You have taken it over; Helmdesk is silent here."));
    else
        move(m_desk.handBack(*m_id), tr("Handed back; it waits in Review until it is answered."));
}

void ConversationPane::toggleResolved()
{
    if (m_id)
        Q_EMIT resolveRequested(*m_id, m_view.row.status != ConversationStatus::Resolved);
}

void ConversationPane::flush()
{
    m_composer->flush();
}

} // namespace Helmdesk
