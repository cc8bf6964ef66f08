#include "conversation/Composer.h"

#include "conversation/ReplyEditor.h"
#include "conversation/ReplyFiles.h"
#include "conversation/ReplyPeople.h"
#include "conversation/WritingHelp.h"
#include "EffectWords.h"
#include "Replies.h"
#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int saveDelayMs = 600;
constexpr int textIndent = 10; // where the text of the field begins
constexpr int sideMargin = 11;
constexpr int buttonIndent = 5;

} // namespace

Composer::Composer(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"composer"_s);
    setSurface(*this, "composerPlain");
    auto *column = makeColumn(this);
    column->setContentsMargins(sideMargin, Measure::gap, sideMargin, Measure::pad);
    column->addWidget(makeWritePage());
    m_rejectPage = makeRejectPage();
    m_rejectPage->hide();
    column->addWidget(m_rejectPage);
    m_saveDelay = new QTimer(this);
    m_saveDelay->setSingleShot(true);
    m_saveDelay->setInterval(saveDelayMs);
    connect(m_saveDelay, &QTimer::timeout, this, &Composer::flush);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QWidget *Composer::makeWritePage()
{
    auto *page = new QWidget(this);
    auto *column = makeColumn(page, 0, Measure::gapSmall);
    column->addLayout(makeLabelRow());
    m_editor = new ReplyEditor(page);
    connect(m_editor, &QTextEdit::textChanged, this, &Composer::editorChanged);
    column->addWidget(m_people = new ReplyPeople(m_desk, page));
    column->addWidget(m_editor);
    column->addWidget(m_files = new ReplyFiles(m_desk, *m_editor, *this));
    connect(m_people, &ReplyPeople::failed, this, &Composer::failed);
    connect(m_people, &ReplyPeople::settled, this, &Composer::sendSettled);
    connect(m_files, &ReplyFiles::failed, this, &Composer::failed);
    connect(m_files, &ReplyFiles::settled, this, &Composer::sendSettled);
    connect(m_files, &ReplyFiles::sendRequested, this, &Composer::send);
    column->addWidget(m_writing = new WritingHelp(m_desk, *m_editor, page));
    connect(m_writing, &WritingHelp::failed, this, &Composer::failed);
    connect(m_writing, &WritingHelp::writingChanged, this, &Composer::updateSend);
    column->addWidget(m_citationRow = new QWidget);
    m_citations = makeRow(Measure::gapSmall);
    m_citations->setContentsMargins(textIndent, 0, textIndent, 0);
    m_citationRow->setLayout(m_citations);
    column->addWidget(makeActRow());
    m_buttonRow = new QWidget;
    m_buttonRow->setLayout(makeButtonRow());
    m_buttonRow->layout()->setContentsMargins(buttonIndent, 0, buttonIndent, 0);
    column->addWidget(m_buttonRow);
    return page;
}

QBoxLayout *Composer::makeLabelRow()
{
    auto *row = makeRow();
    m_label = new Chip({});
    m_confidence = makeSecondary({}, 0.92);
    m_confidence->setObjectName(u"draftConfidence"_s);
    m_edited = makeSecondary(tr("edited"), 0.92);
    row->setContentsMargins(textIndent, 0, textIndent, 0);
    row->addWidget(m_label);
    row->addWidget(m_confidence);
    row->addWidget(m_edited);
    row->addStretch(1);
    m_tone = makeSecondary({}, 0.92);
    row->addWidget(m_tone);
    return row;
}

QBoxLayout *Composer::makeButtonRow()
{
    auto *row = makeRow();
    m_note = makeIconButton(u"sticky-note"_s, tr("Write an internal note"));
    m_note->setCheckable(true);
    m_note->setObjectName(u"noteToggle"_s);
    connect(m_note, &QToolButton::clicked, this, &Composer::toggleNote);
    m_snippets = makeIconButton(u"text-quote"_s, tr("Insert a snippet"));
    m_snippets->setObjectName(u"snippets"_s);
    m_snippets->setMenu(new QMenu(m_snippets));
    connect(m_snippets, &QToolButton::clicked, this, &Composer::openSnippets);
    m_reject = makeButton(tr("Reject draft"));
    m_reject->setObjectName(u"rejectDraft"_s);
    connect(m_reject, &QPushButton::clicked, this, &Composer::askRejection);
    m_send = makeButton(tr("Send"), "primary", u"send"_s);
    m_send->setObjectName(u"sendReply"_s);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    m_begin = makeButton(tr("Begin with Helmdesk\u2019s draft"), "flat", u"sparkles"_s);
    m_begin->setObjectName(u"beginWithDraft"_s);
    connect(m_begin, &QPushButton::clicked, this, &Composer::beginWithDraft);
    row->addWidget(m_note);
    row->addWidget(m_files->button());
    row->addWidget(m_snippets);
    row->addWidget(m_writing->button());
    row->addWidget(m_begin);
    row->addStretch(1);
    row->addWidget(m_reject);
    row->addWidget(m_send);
    return row;
}

// What sending does besides, in the words of the call, and the draft of before a take-over.
QWidget *Composer::makeActRow()
{
    m_actRow = new QWidget;
    auto *row = makeRow(6);
    row->setContentsMargins(textIndent, 0, textIndent, 0);
    m_actRow->setLayout(row);
    row->addWidget(makeIcon(u"shield-alert"_s, Token::Warn, 14));
    m_acts = new ElidedLabel;
    m_acts->setObjectName(u"sendingDoes"_s);
    row->addWidget(m_acts, 1);
    return m_actRow;
}

QWidget *Composer::makeRejectPage()
{
    auto *page = new QWidget(this);
    auto *column = makeColumn(page, 0, Measure::gap);
    column->setContentsMargins(buttonIndent, 0, buttonIndent, 0);
    QLabel *label = makeLabel(tr("Why is the draft &not right?"));
    m_reason = new QLineEdit;
    m_reason->setObjectName(u"rejectReason"_s);
    m_reason->setPlaceholderText(tr("Kept with the run, not sent to the customer"));
    m_reason->setAccessibleName(tr("Reason for rejecting the draft"));
    label->setBuddy(m_reason);
    column->addWidget(label);
    column->addWidget(m_reason);
    auto *row = makeRow();
    row->addStretch(1);
    QPushButton *cancel = makeButton(tr("Keep draft"));
    QPushButton *confirm = makeButton(tr("Reject draft"), "danger");
    row->addWidget(cancel);
    row->addWidget(confirm);
    column->addLayout(row);
    cancel->setObjectName(u"keepDraft"_s);
    confirm->setObjectName(u"confirmRejection"_s);
    connect(cancel, &QPushButton::clicked, this, &Composer::leave);
    connect(confirm, &QPushButton::clicked, this, &Composer::reject);
    connect(m_reason, &QLineEdit::returnPressed, this, &Composer::reject);
    return page;
}

void Composer::hold()
{
    m_isHeld = true;
    m_writing->stop();
    m_editor->hold();
    if (isVisible())
        return;
    flush();
    write({}); // shown again before it is known what stands in it
}

void Composer::clear()
{
    flush();
    m_people->commit();
    m_isNote = false;
    m_view = {};
    setVisible(false);
}

void Composer::show(const ConversationView &view)
{
    const bool isSame = m_view.row.id == view.row.id;
    // What was read before the words were stored must not write over them.
    const bool wasTyping = isSame && (m_isUnsaved || m_isSending || m_runningSaves > 0);
    if (!isSame) {
        flush();
        m_isWrittenIn = false;
        m_isNote = !view.begunNote.isEmpty();
        setRejecting(false);
    }
    m_isHeld = false;
    m_view = view;
    setVisible(true);
    m_editor->setLanguage(view.language);
    if (!wasTyping)
        write(m_isNote ? m_view.begunNote : replyBegun());
    m_people->show(view);
    m_files->show(view);
    showCitations(view.draft ? view.draft->citations : std::vector<Citation>{});
    updateState();
    m_editor->release();
}

void Composer::write(const QString &wanted)
{
    if (m_editor->toPlainText() == wanted)
        return;
    m_isFilling = true;
    m_editor->setPlainText(wanted);
    m_isFilling = false;
    m_textBefore = m_editor->toPlainText();
}

QString Composer::replyBegun() const
{
    return m_view.draft ? m_view.draft->editedText : m_view.privateText;
}

void Composer::showLabel(bool hasDraft)
{
    if (m_isNote)
        m_label->setContent({tr("Internal note, the customer does not see it"), u"lock"_s, Tone::Warn});
    else if (hasDraft && m_view.draft->isShadow)
        m_label->setContent({tr("Shadow draft by Helmdesk, not sent"), u"sparkles"_s, Tone::Warn});
    else if (hasDraft && !isOwnText())
        m_label->setContent({tr("Draft by Helmdesk, not sent"), u"sparkles"_s, Tone::Warn});
    else
        m_label->setContent({tr("Your reply"), u"pencil"_s, Tone::Grey});
}

void Composer::updateState()
{
    const bool hasDraft = m_view.draft.has_value() && !m_isNote;
    setSurface(*this, hasDraft || m_isNote ? "composer" : "composerPlain");
    showLabel(hasDraft);
    m_confidence->setVisible(hasDraft && m_view.draft->confidence > 0.0); // no figure where none was computed
    if (hasDraft) {
        m_confidence->setText(Words::confidence(m_view.draft->confidence));
        setToolTipText(*m_confidence, tr("Confidence in the draft"));
    }
    m_edited->setVisible(hasDraft && !isOwnText() && m_editor->toPlainText() != m_view.draft->text);
    m_tone->setText(m_view.language.isEmpty() ? QString() : Words::language(m_view.language));
    m_citationRow->setVisible(hasDraft && !m_view.draft->citations.empty());
    m_reject->setVisible(hasDraft);
    m_note->setChecked(m_isNote);
    m_editor->setAccessibleName(m_isNote ? tr("Internal note") : tr("Reply to the customer"));
    m_editor->setPlaceholderText(m_isNote ? tr("Write a note for your colleagues") : tr("Write a reply"));
    m_writing->show(m_view, m_isNote);
    m_people->setNote(m_isNote);
    m_files->setNote(m_isNote);
    updateSend();
}

// A draft that rests on an undecided call cannot leave before the decision; other words can.
bool Composer::waitsForApproval() const
{
    const bool isUntouched = m_view.draft && m_editor->toPlainText() == m_view.draft->text;
    return !m_isNote && isUntouched &&
           std::ranges::any_of(m_view.approvals,
                               [](const ApprovalView &approval) { return !approval.isForMode; });
}

std::vector<ApprovalView> Composer::actsOfSending() const
{
    std::vector<ApprovalView> acts;
    if (!m_isNote && m_view.draft)
        std::ranges::copy_if(m_view.approvals, std::back_inserter(acts),
                             [](const ApprovalView &approval) { return approval.isForMode; });
    return acts;
}

QString Composer::actWords() const
{
    QStringList effects;
    for (const ApprovalView &act : actsOfSending())
        effects.append(EffectWords::clause(act.effect));
    return effects.join(u"; "_s);
}

void Composer::updateSend()
{
    const bool waits = waitsForApproval();
    const std::vector<ApprovalView> acts = actsOfSending();
    m_actRow->setVisible(!acts.empty());
    m_acts->setFullText(tr("Sending also does this: %1").arg(Words::foreign(actWords())));
    const bool hasTaken = !m_view.takenDraft.isEmpty() && m_editor->toPlainText().isEmpty();
    m_begin->setVisible(!m_isNote && (hasTaken || (m_view.draft && isOwnText())));
    m_send->setText(m_isNote       ? tr("Add note")
                    : waits        ? tr("Send once decided")
                    : acts.empty() ? tr("Send")
                                   : Words::sendWith(acts));
    m_send->setAccessibleName(m_isNote ? tr("Add note") : acts.empty() ? tr("Send reply") : m_send->text());
    const QString key = QKeySequence(u"Ctrl+Return"_s).toString(QKeySequence::NativeText);
    setToolTipText(*m_send, waits ? tr("Approve or deny what waits first, or change the reply.")
                                  : tr("%1 (%2)").arg(m_send->accessibleName(), key));
    const bool canSend =
        !waits && !m_isSending && !m_writing->isWriting() && !m_editor->toPlainText().trimmed().isEmpty();
    m_send->setEnabled(canSend);
    m_send->setIcon(icon(u"send"_s, canSend ? Token::OnAccent : Token::Secondary));
}

void Composer::editorChanged()
{
    // Marks of spelling come as changes too.
    const QString text = m_editor->toPlainText();
    if (m_isFilling || text == std::exchange(m_textBefore, text))
        return;
    updateState();
    if (!m_view.row.id.isValid())
        return;
    m_isWrittenIn = true;
    m_isUnsaved = true;
    m_saveDelay->start();
}

void Composer::flush()
{
    m_saveDelay->stop();
    if (!std::exchange(m_isUnsaved, false) || !m_view.row.id.isValid())
        return;
    const QString text = m_editor->toPlainText();
    if (m_isNote)
        m_view.begunNote = text;
    else if (m_view.draft)
        m_view.draft->editedText = text;
    else
        m_view.privateText = text;
    ++m_runningSaves;
    whenDone(m_isNote ? m_desk.keepNote(m_view.row.id, text) : m_desk.saveDraft(m_view.row.id, text), this,
             [this, id = m_view.row.id, isNote = m_isNote](const Result<> &saved) {
                 --m_runningSaves;
                 if (saved) {
                     finishSaving();
                     return;
                 }
                 m_afterSaving.clear(); // it would go on over words that are nowhere else
                 if (m_view.row.id == id && m_isNote == isNote)
                     m_isUnsaved = true; // what stands here is the only copy: nothing may write over it
                 Q_EMIT failed(saved.error());
             });
}

void Composer::whenSaved(std::function<void()> act)
{
    flush();
    m_afterSaving.push_back(std::move(act));
    finishSaving();
}

void Composer::finishSaving()
{
    if (m_runningSaves > 0)
        return;
    for (const auto &act : std::exchange(m_afterSaving, {}))
        act();
}

// As if it had been typed: the editor's own undo brings back what stood there.
void Composer::beginWithDraft()
{
    QTextCursor cursor(m_editor->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(m_view.draft ? m_view.draft->text : m_view.takenDraft);
    focusEditor();
}

bool Composer::isOwnText() const
{
    if (!m_view.draft)
        return true;
    const QString text = m_editor->toPlainText();
    if (text.trimmed().isEmpty())
        return false;
    const QStringList lines = m_view.draft->text.split(u'\n', Qt::SkipEmptyParts);
    constexpr qsizetype telling = 12; // letters; a greeting or a name is anybody's
    const bool isShort =
        std::ranges::none_of(lines, [](const QString &line) { return line.size() >= telling; });
    return std::ranges::none_of(lines, [&](const QString &line) {
        return (isShort || line.size() >= telling) && text.contains(line.left(2 * telling));
    });
}

// What is refused stays to be read.
void Composer::setRejecting(bool isRejecting)
{
    m_rejectPage->setVisible(isRejecting);
    m_buttonRow->setVisible(!isRejecting);
    m_editor->setReadOnly(isRejecting);
}

bool Composer::isRejecting() const
{
    return !m_rejectPage->isHidden();
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

// What was typed stays where it is; an empty note gives way to the reply.
void Composer::leave()
{
    setRejecting(false);
    if (m_isNote && m_editor->toPlainText().isEmpty()) {
        m_isNote = false;
        write(replyBegun());
        updateState();
    }
    flush();
    Q_EMIT left();
}

void Composer::send()
{
    const QString text = m_editor->toPlainText();
    if (m_isSending || m_isHeld || !m_view.row.id.isValid() || text.trimmed().isEmpty() || isRejecting() ||
        m_writing->isWriting() || waitsForApproval())
        return;
    if (m_isNote) {
        saveNote();
        return;
    }
    // The next conversation has opened under the same key: it is not meant for that one yet, unless it was
    // written in.
    if (!m_isWrittenIn && m_sinceSent.isValid() && m_sinceSent.elapsed() < m_repeatPauseMs)
        return;
    if (!isWhole(text))
        return;
    m_sinceSent.start();
    if (m_editor->hasFocus() || m_send->hasFocus())
        Q_EMIT left(); // what is typed next is not for this customer, and these widgets give way
    m_saveDelay->stop();
    m_isWrittenIn = false;
    m_isUnsaved = false;
    m_isSending = true;
    updateSend();
    const SentWords words{Words::person(m_view.row), text, actWords()};
    const bool isDraftItself = m_view.draft && m_view.draft->text == text && m_view.draft->isShadow;
    whenDone(m_desk.send(m_view.row.id, isDraftItself ? std::nullopt : std::optional(text)), this,
             [this, id = m_view.row.id, words](const Result<SentReply> &reply) {
                 m_isSending = false;
                 updateSend();
                 if (reply) {
                     Q_EMIT sent(id, *reply, words);
                     return;
                 }
                 keepUnsent(id, words.text);
                 Q_EMIT failed(reply.error());
             });
}

// Whether what goes with the reply is stored, and nothing about it is left to be asked.
bool Composer::isWhole(const QString &text)
{
    m_people->commit();
    m_sendsSettled = m_people->isBusy() || m_files->isBusy() ? m_view.row.id : ConversationId{};
    return !m_sendsSettled.isValid() && !m_people->isRefused() && m_files->mayLeave(text);
}

// The key was quicker than the store.
void Composer::sendSettled()
{
    if (m_people->isBusy() || m_files->isBusy())
        return;
    const ConversationId wanted = std::exchange(m_sendsSettled, {});
    if (wanted.isValid() && wanted == m_view.row.id && !m_people->isRefused())
        send();
}

// What could not be sent is kept like what was typed, whatever is open by now.
void Composer::keepUnsent(ConversationId id, const QString &text)
{
    if (m_view.row.id == id && !m_isNote) {
        m_isUnsaved = true;
        flush();
        return;
    }
    whenDone(m_desk.saveDraft(id, text), this, [this](const Result<> &saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

void Composer::saveNote()
{
    m_saveDelay->stop();
    m_isUnsaved = false;
    m_isSending = true;
    updateState();
    whenDone(m_desk.addNote(m_view.row.id, m_editor->toPlainText()), this,
             [this, id = m_view.row.id](const Result<> &saved) {
                 m_isSending = false;
                 const bool isOpen = m_view.row.id == id && m_isNote;
                 if (!saved) {
                     m_isUnsaved = isOpen;
                     updateState();
                     Q_EMIT failed(saved.error());
                     return;
                 }
                 if (isOpen) {
                     write({});
                     m_view.begunNote.clear();
                     m_isNote = false;
                     write(replyBegun());
                     Q_EMIT left(); // what is typed next was not meant for the customer
                 }
                 updateState();
                 Q_EMIT changed();
             });
}

void Composer::toggleNote()
{
    flush();
    m_isNote = !m_isNote;
    write(m_isNote ? m_view.begunNote : replyBegun());
    updateState();
    focusEditor();
}

void Composer::askRejection()
{
    if (!m_view.draft || m_isNote)
        return;
    m_reason->clear();
    setRejecting(true);
    m_reason->setFocus(Qt::OtherFocusReason);
}

void Composer::reject()
{
    whenSaved([this, id = m_view.row.id, reason = m_reason->text().trimmed()] {
        whenDone(m_desk.reject(id, reason), this, [this](const Result<TurnBefore> &before) {
            leave();
            if (!before)
                Q_EMIT failed(before.error());
            else
                Q_EMIT rejected(*before);
            Q_EMIT changed();
        });
    });
}

void Composer::setText(const QString &text)
{
    setRejecting(false);
    m_editor->setPlainText(text);
}

void Composer::focusEditor()
{
    m_editor->setFocus(Qt::OtherFocusReason);
    m_editor->moveCursor(QTextCursor::End);
    m_editor->typeAhead();
}

QString Composer::text() const
{
    return m_editor->toPlainText();
}

} // namespace Helmdesk
