#include "conversation/ReplyPeople.h"

#include "Replies.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int indent = 10; // where the text of the editor begins
constexpr int labelWidth = 32;

// As a person separates them; each may be "Name <address>", of which the desk takes the address.
QStringList partsOf(const QString &line)
{
    QStringList parts;
    static const QRegularExpression separator(u"[,;\u060C]"_s); // the last is the Arabic comma
    for (const QString &each : line.split(separator, Qt::SkipEmptyParts)) {
        QString part = each.trimmed();
        if (part.endsWith(u'>') && part.contains(u'<'))
            part = part.section(u'<', -1).chopped(1).trimmed();
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts;
}

} // namespace

ReplyPeople::ReplyPeople(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"replyPeople"_s);
    auto *column = makeColumn(this, 0, Measure::gapSmall);
    setMargins(*column, indent, 0, indent, 0);
    auto *row = makeRow(Measure::gapSmall);
    QLabel *label = makeSecondary(tr("To"), 0.92);
    label->setMinimumWidth(labelWidth);
    m_to = new ElidedLabel;
    m_to->setObjectName(u"replyTo"_s);
    m_to->setFont(Theme::font(0.92));
    m_all = makeButton({}, "flat");
    m_all->setObjectName(u"answerAll"_s);
    m_all->setCheckable(true);
    m_ccButton = makeButton(tr("Cc"), "flat");
    m_ccButton->setObjectName(u"showCc"_s);
    m_bccButton = makeButton(tr("Bcc"), "flat");
    m_bccButton->setObjectName(u"showBcc"_s);
    row->addWidget(label);
    row->addWidget(m_to, 1);
    row->addWidget(m_all);
    row->addWidget(m_ccButton);
    row->addWidget(m_bccButton);
    column->addLayout(row);
    column->addWidget(m_ccRow = makeField(tr("Cc"), tr("Who gets a copy"), m_cc));
    column->addWidget(m_bccRow = makeField(tr("Bcc"), tr("Who gets a copy that nobody else sees"), m_bcc));
    m_cc->setObjectName(u"ccField"_s);
    m_bcc->setObjectName(u"bccField"_s);
    connect(m_all, &QPushButton::clicked, this, &ReplyPeople::answerAll);
    connect(m_ccButton, &QPushButton::clicked, this, [this] {
        m_showsCc = true;
        updateRows();
        m_cc->setFocus(Qt::OtherFocusReason);
    });
    connect(m_bccButton, &QPushButton::clicked, this, [this] {
        m_showsBcc = true;
        updateRows();
        m_bcc->setFocus(Qt::OtherFocusReason);
    });
}

QWidget *ReplyPeople::makeField(const QString &words, const QString &name, QLineEdit *&field)
{
    auto *widget = new QWidget;
    auto *row = makeRow(Measure::gapSmall);
    widget->setLayout(row);
    QLabel *label = makeSecondary(words, 0.92);
    label->setMinimumWidth(labelWidth);
    field = new QLineEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(tr("Addresses, with commas between them"));
    row->addWidget(label);
    row->addWidget(field, 1);
    connect(field, &QLineEdit::editingFinished, this, &ReplyPeople::commit);
    return widget;
}

void ReplyPeople::setNote(bool isNote)
{
    if (std::exchange(m_isNote, isNote) != isNote)
        updateRows();
}

void ReplyPeople::show(const ConversationView &view)
{
    const bool isOther = m_id != view.row.id;
    if (isOther)
        commit(); // of the one that is left
    m_id = view.row.id;
    const bool isTyping = !isOther && (m_running > 0 || m_isRefused || wanted() != m_begun.copies);
    if (!isTyping) {
        m_begun = view.begun;
        m_isRefused = false;
        fill();
    }
    updateRows();
}

// Without a choice of a person the fields show what the mailbox does by itself.
void ReplyPeople::fill()
{
    const QStringList byDefault = m_begun.copiesByDefault ? m_begun.others : QStringList();
    m_cc->setText(m_begun.copies.cc.value_or(byDefault).join(u", "_s));
    m_bcc->setText(m_begun.copies.bcc.join(u", "_s));
    m_showsCc = !m_cc->text().isEmpty();
    m_showsBcc = !m_bcc->text().isEmpty();
}

void ReplyPeople::updateRows()
{
    setVisible(m_begun.isMail && !m_isNote);
    m_to->setFullText(Words::foreign(m_begun.to));
    const auto others = static_cast<int>(m_begun.others.size());
    m_all->setVisible(others > 0);
    m_all->setText(tr("Answer to all (%n)", "how many others were written to", others));
    const QStringList cc = partsOf(m_cc->text());
    m_all->setChecked(others > 0 && std::ranges::all_of(m_begun.others, [&](const QString &each) {
                          return cc.contains(each, Qt::CaseInsensitive);
                      }));
    m_ccRow->setVisible(m_showsCc);
    m_bccRow->setVisible(m_showsBcc);
    m_ccButton->setVisible(!m_showsCc);
    m_bccButton->setVisible(!m_showsBcc);
}

void ReplyPeople::answerAll(bool isAll)
{
    QStringList cc = partsOf(m_cc->text());
    for (const QString &other : std::as_const(m_begun.others)) {
        cc.removeIf([&](const QString &each) { return each.compare(other, Qt::CaseInsensitive) == 0; });
        if (isAll)
            cc.append(other);
    }
    m_cc->setText(cc.join(u", "_s));
    m_showsCc = !cc.isEmpty();
    updateRows();
    commit();
}

ReplyCopies ReplyPeople::wanted() const
{
    ReplyCopies copies;
    const QStringList cc = partsOf(m_cc->text());
    const QStringList byDefault = m_begun.copiesByDefault ? m_begun.others : QStringList();
    if (cc != byDefault)
        copies.cc = cc;
    copies.bcc = partsOf(m_bcc->text());
    return copies;
}

void ReplyPeople::commit()
{
    if (!m_begun.isMail || !m_id.isValid())
        return;
    const ReplyCopies copies = wanted();
    if (copies == m_begun.copies) {
        m_isRefused = false;
        return;
    }
    m_begun.copies = copies;
    ++m_running;
    whenDone(m_desk.replyRoom().setCopies(m_id, copies), this,
             [this, id = m_id, copies](const Result<BegunReply> &begun) {
                 --m_running;
                 if (m_id == id)
                     m_isRefused = !begun;
                 if (!begun) {
                     m_begun.copies = {}; // what stands here is not stored: it is tried again
                     Q_EMIT failed(begun.error());
                 } else if (m_id == id && m_running == 0) {
                     const bool isTyping = wanted() != copies;
                     m_begun = *begun;
                     if (!isTyping)
                         fill();
                     updateRows();
                 }
                 if (m_running == 0)
                     Q_EMIT settled();
             });
}

} // namespace Helmdesk
