#include "conversation/ConversationPane.h"

#include "conversation/AttachmentActions.h"
#include "conversation/Composer.h"
#include "conversation/HandoffPanel.h"
#include "conversation/MessageBubble.h"
#include "conversation/ReminderMenu.h"
#include "conversation/ThreadView.h"
#include "conversation/UndoStrip.h"
#include "inspector/ApprovalCard.h"
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
    column->addWidget(m_handoff = new HandoffPanel(desk, page));
    m_thread = new ThreadView(page);
    column->addWidget(m_thread, 1);
    m_bar = new InlineBar(page);
    m_bar->floatOver(*m_thread, InlineBar::Edge::Top); // the newest words stand at the other edge
    m_undo = new UndoStrip(page);
    column->addWidget(m_undo);
    m_approval = makeColumn(nullptr);
    setMargins(*m_approval, Measure::gapLarge, 0, Measure::gapLarge, 0);
    column->addLayout(m_approval);
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
    connect(m_composer, &Composer::left, this, &ConversationPane::keysReleased);
    connect(m_composer, &Composer::rejected, this, [this](const TurnBefore &before) {
        offerUndo(tr("The draft was rejected; what waited with it is withdrawn."),
                  [this, before] { act(m_desk.undoReject(before)); });
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
    const bool isReplaced = m_id && m_undo->isOffered(*m_id);
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
    m_name->setObjectName(u"conversationName"_s);
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
    m_number->setObjectName(u"ticketNumber"_s);
    setToolTipText(*m_number, tr("The number by which the customer knows this case"));
    m_about = new ElidedLabel;
    m_about->setObjectName(u"conversationAbout"_s);
    m_about->setProperty("tone", u"secondary"_s);
    m_about->setFont(Theme::font(0.85));
    auto *lines = makeColumn(nullptr, 0, 0);
    auto *who = makeRow();
    who->addWidget(m_name);
    who->addWidget(m_number);
    who->addStretch(1);
    // The second line gives way: to whom one writes is read first.
    auto *what = makeRow(Measure::gapSmall);
    what->addWidget(m_status);
    what->addWidget(m_about, 1);
    lines->addStretch(1);
    lines->addLayout(who);
    lines->addLayout(what);
    lines->addStretch(1);
    row->addLayout(lines, 1);
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
    m_due->setContent({Words::due(row), u"bell"_s, isDue ? Tone::Bad : Tone::Warn});
    m_promise->setFullText(row.promise);
}

void ConversationPane::changeCategory(Category category)
{
    if (!m_id)
        return;
    m_composer->whenSaved([this, id = *m_id, category] {
        whenDone(m_desk.changeCategory(id, category), this, [this](const Result<TurnBefore> &before) {
            if (before)
                offerUndo(tr("The category was changed and the answer drafted anew. Nothing was sent."),
                          [this, before = *before] { act(m_desk.undoCategory(before)); });
            else
                m_bar->say(InlineBar::Kind::Bad, Words::error(before.error()));
            reload();
            Q_EMIT changed();
        });
    });
}

void ConversationPane::offerUndo(const QString &done, std::function<void()> undo)
{
    constexpr int undoMs = 10'000;
    // What was typed since is stored before the state of before comes back.
    m_bar->say(
        InlineBar::Kind::Ok, done, tr("Undo"),
        [this, undo = std::move(undo)] { m_composer->whenSaved(undo); }, undoMs);
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
    addHeading(*m_menu, tr("Answer again as"));
    for (const Category category : allCategories) {
        QAction *action = m_menu->addAction(Words::category(category));
        action->setCheckable(true);
        action->setChecked(m_view.row.category == category);
        connect(action, &QAction::triggered, this, [this, category] { changeCategory(category); });
    }
    addHeading(*m_menu, tr("Remind me"));
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
    showApproval();
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
        // The keys stay where they are: the next one is no part of the reply.
    }
    placeComposer();
    showApproval();
    m_handoff->show(m_view);
    m_thread->show(m_view, m_search);
    Q_EMIT shown(m_view);
}

void ConversationPane::setShowsApprovals(bool shows)
{
    if (std::exchange(m_showsApprovals, shows) != shows)
        showApproval();
}

void ConversationPane::showApproval()
{
    const auto waiting =
        std::ranges::find_if(m_view.approvals, [](const ApprovalView &each) { return !each.isForMode; });
    const bool isWanted = m_showsApprovals && waiting != m_view.approvals.end();
    if (isWanted && m_card && m_card->approval().digest == waiting->digest) {
        m_card->setBusy(false);
        return; // a reason may be being written in it
    }
    clearLayout(*m_approval);
    m_card = nullptr;
    if (!isWanted)
        return;
    m_card = new ApprovalCard(*waiting, ApprovalCard::Detail::Short);
    m_approval->addWidget(m_card);
    connect(m_card, &ApprovalCard::approved, this, [this](const ApprovalView &asked) {
        m_card->setBusy(true);
        act(m_desk.approve(asked.id, asked.digest));
    });
    connect(m_card, &ApprovalCard::denied, this, [this](const ApprovalView &asked, const QString &reason) {
        m_card->setBusy(true);
        act(m_desk.deny(asked.id, asked.digest, reason));
    });
}

bool ConversationPane::denyShown()
{
    if (m_card)
        m_card->askReason();
    return m_card != nullptr;
}

bool ConversationPane::approveShown()
{
    if (m_card && !m_card->isDenying())
        Q_EMIT m_card->approved(m_card->approval());
    return m_card != nullptr;
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
    constexpr int widestName = 160; // more of it shows where there is room
    m_name->setMinimumWidth(std::min(m_name->sizeHint().width(), widestName));
    m_number->setVisible(row.ticket.isValid());
    m_number->setText(Words::ticket(row.ticket));
    const bool isTaken = !row.assignee.isEmpty();
    const bool isResolved = row.status == ConversationStatus::Resolved;
    m_status->setVisible(isTaken || row.status != ConversationStatus::Open);
    m_status->setContent(isResolved ? ChipContent{Words::status(row.status), u"check"_s, Tone::Ok}
                         : isTaken  ? ChipContent{tr("With %1").arg(row.assignee), u"hand"_s, Tone::Accent}
                                    : ChipContent{Words::status(row.status), {}, Tone::Grey});
    fitHeader();
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
    constexpr int shownMs = 8000;
    whenDone(reply, this, [this, done](const Result<PlacesBefore> &places) {
        if (!places)
            m_bar->say(InlineBar::Kind::Bad, Words::error(places.error()));
        else if (places->empty())
            m_bar->say(InlineBar::Kind::Ok, done, shownMs);
        else
            offerUndo(done, [this, places = *places] { act(m_desk.putBack(places)); });
        reload();
        Q_EMIT changed();
    });
}

void ConversationPane::toggleTakeOver()
{
    if (!m_id)
        return;
    // What was typed goes along.
    m_composer->whenSaved([this, row = m_view.row] {
        if (row.assignee.isEmpty()) {
            move(m_desk.takeOver(row.id), tr("You have taken it over; Helmdesk is silent here."));
            return;
        }
        const bool isEscalated = row.decision == Decision::Escalated;
        const QString place = Words::view(isEscalated ? QueueView::Escalated : QueueView::NeedsReview);
        //: %1 is the name of a view of the queue
        move(m_desk.handBack(row.id), tr("Handed back; it waits in %1 until it is answered.").arg(place));
    });
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

// In a narrow pane the buttons of the head are their icons alone, with their words as tool tips.
void ConversationPane::fitHeader()
{
    constexpr int narrow = 500;
    const bool isNarrow = width() < narrow;
    const bool isTaken = !m_view.row.assignee.isEmpty();
    const bool isResolved = m_view.row.status == ConversationStatus::Resolved;
    const auto name = [isNarrow](QPushButton &button, const QString &words) {
        button.setText(isNarrow ? QString() : words);
        setToolTipText(button, isNarrow ? words : QString());
        button.setAccessibleName(words);
    };
    name(*m_takeOver, isTaken ? tr("Hand back") : tr("Take over"));
    name(*m_resolve, isResolved ? tr("Reopen") : tr("Resolve"));
}

void ConversationPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeader();
}

} // namespace Helmdesk
