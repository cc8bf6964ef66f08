#include "conversation/WritingHelp.h"

#include "app/Desk.h"
#include "Replies.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/Parts.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QMenu>
#include <QTextCursor>
#include <QTextEdit>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

WritingHelp::WritingHelp(Desk &desk, QTextEdit &editor, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_editor(editor)
{
    setObjectName(u"writingHelp"_s);
    auto *row = makeRow(6);
    constexpr int textIndent = 5; // where the text of the field begins
    row->setContentsMargins(textIndent, 0, textIndent, 0);
    setLayout(row);
    row->addWidget(m_icon = makeIcon(u"sparkles"_s, Token::Secondary, 14), 0, Qt::AlignTop);
    m_words = makeWrapped({}, 0.92);
    m_words->setObjectName(u"writingWords"_s);
    row->addWidget(m_words, 1);
    m_act = makeButton({}, "link");
    m_act->setObjectName(u"writingAct"_s);
    row->addWidget(m_act, 0, Qt::AlignTop);
    connect(m_act, &QPushButton::clicked, this, [this] {
        if (m_isWriting)
            stop();
        else
            undo();
    });
    hide();

    m_button = makeIconButton(u"sparkles"_s, tr("Write for me"));
    m_button->setObjectName(u"writeForMe"_s);
    m_button->setMenu(new QMenu(m_button));
    m_button->setPopupMode(QToolButton::InstantPopup);
    connect(m_button->menu(), &QMenu::aboutToShow, this, &WritingHelp::fillMenu);
    connect(&m_editor, &QTextEdit::textChanged, this, [this] {
        const QString text = m_editor.toPlainText();
        if (!m_isWriting && !m_written.isEmpty() && text != m_written) {
            m_written.clear(); // it is the person's again
            m_unproven.clear();
            markUnproven();
            hide();
        }
        updateButton();
    });
    connect(&m_desk, &Desk::settingsChanged, this, &WritingHelp::readWriter);
    readWriter();
}

void WritingHelp::readWriter()
{
    whenDone(m_desk.writingRoom().writer(), this, [this](const Result<QString> &writer) {
        m_writer = writer ? *writer : QString();
        updateButton();
    });
}

void WritingHelp::show(const ConversationView &view, bool isNote)
{
    if (m_id != view.row.id) {
        stop();
        m_written.clear();
        m_unproven.clear();
        markUnproven();
        hide();
    }
    m_id = view.row.id;
    m_language = view.language;
    m_isNote = isNote;
    updateButton();
}

// Greyed with the reason why.
void WritingHelp::updateButton()
{
    const bool isEmpty = m_editor.toPlainText().trimmed().isEmpty();
    const QString why =
        m_isNote ? tr("Write for me helps with replies, not with notes.")
        : m_writer.isEmpty()
            ? tr("Write for me needs a language model: add one under Settings, Models, and let "
                 "it word the answers.")
        : m_isWriting ? tr("%1 is writing.").arg(Words::foreign(m_writer))
        : isEmpty
            ? tr("Write some notes or a reply first; %1 goes on from there.").arg(Words::foreign(m_writer))
            : tr("Write for me");
    m_button->setEnabled(!m_isNote && !m_writer.isEmpty() && !m_isWriting && !isEmpty);
    setToolTipText(*m_button, why);
    m_button->setAccessibleDescription(why);
}

void WritingHelp::fillMenu()
{
    QMenu *menu = m_button->menu();
    menu->clear();
    const auto add = [&](const QString &words, WritingVerb verb) {
        connect(menu->addAction(words), &QAction::triggered, this, [this, verb] { write(verb); });
    };
    add(tr("Make it &shorter"), WritingVerb::Shorter);
    add(tr("Make it &friendlier"), WritingVerb::Friendlier);
    add(tr("Make it more f&ormal"), WritingVerb::Formal);
    add(m_language.isEmpty() ? tr("&Translate it for the customer")
                             : tr("&Translate it to %1").arg(Words::language(m_language)),
        WritingVerb::Translate);
    add(tr("Write a reply from these &notes"), WritingVerb::FromNotes);
}

void WritingHelp::write(WritingVerb verb)
{
    if (m_isWriting || !m_id.isValid())
        return;
    m_isWriting = true;
    m_editor.setReadOnly(true); // what is being worked on does not change under it
    m_icon->setVisible(true);
    m_words->setText(tr("%1 is writing\u2026").arg(Words::foreign(m_writer)));
    m_act->setText(tr("Stop"));
    m_act->setAccessibleName(tr("Stop the writing"));
    QWidget::show();
    updateButton();
    Q_EMIT writingChanged(true);
    whenDone(m_desk.writingRoom().write({m_id, verb, m_editor.toPlainText()}), this,
             [this, id = m_id](const Result<WrittenText> &written) {
                 if (m_isWriting && m_id == id)
                     take(written);
             });
}

void WritingHelp::stop()
{
    if (!std::exchange(m_isWriting, false))
        return;
    m_desk.writingRoom().stopWriting();
    m_editor.setReadOnly(false);
    hide();
    updateButton();
    Q_EMIT writingChanged(false);
}

// As if it had been typed: one step of the editor's undo.
void WritingHelp::take(const Result<WrittenText> &written)
{
    m_editor.setReadOnly(false);
    if (!written) {
        m_isWriting = false;
        hide();
    } else {
        QTextCursor cursor(m_editor.document());
        cursor.select(QTextCursor::Document);
        cursor.insertText(written->text);
        m_written = m_editor.toPlainText();
        m_isWriting = false;
        tell(*written);
        m_editor.setFocus(Qt::OtherFocusReason);
    }
    updateButton();
    Q_EMIT writingChanged(false);
    if (!written && written.error().kind != ErrorKind::Cancelled)
        Q_EMIT failed(written.error());
}

void WritingHelp::tell(const WrittenText &written)
{
    m_unproven = written.unproven;
    markUnproven();
    QStringList lines;
    if (!m_unproven.isEmpty())
        lines << tr("Stands in no source, look at it before sending: %1")
                     .arg(Words::foreign(m_unproven.join(u", "_s)));
    if (!written.lost.isEmpty())
        lines << tr("Is no longer in it: %1").arg(Words::foreign(written.lost.join(u", "_s)));
    if (!written.problems.isEmpty())
        lines << tr("The judge finds: %1").arg(Words::foreign(written.problems.join(u" "_s)));
    if (lines.isEmpty())
        lines << tr("Written by %1. Every figure and name of it has a source.")
                     .arg(Words::foreign(written.engine));
    m_words->setText(lines.join(u'\n'));
    m_act->setText(tr("Undo"));
    m_act->setAccessibleName(tr("Bring back what stood there"));
    QWidget::show();
    QAccessibleEvent event(m_words, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

// Marked where they stand, until the text is changed.
void WritingHelp::markUnproven()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const QString &words : std::as_const(m_unproven)) {
        QTextCursor cursor(m_editor.document());
        while (!(cursor = m_editor.document()->find(words, cursor)).isNull()) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = cursor;
            mark.format.setBackground(Theme::instance().color(Token::WarnTint));
            marks.append(mark);
        }
    }
    m_editor.setExtraSelections(marks);
}

void WritingHelp::undo()
{
    m_editor.undo();
    m_editor.setFocus(Qt::OtherFocusReason);
}

} // namespace Helmdesk
