#include "conversation/MessageText.h"

#include "theme/Theme.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QTextEdit>
#include <QtMath>

namespace Helmdesk
{
namespace
{

constexpr qsizetype longestWord = 32; // that surely fits into the narrowest bubble

bool hasLongWord(const QString &text)
{
    qsizetype length = 0;
    for (const QChar letter : text) {
        length = letter.isSpace() ? 0 : length + 1;
        if (length > longestWord)
            return true;
    }
    return false;
}

} // namespace

MessageText::MessageText(QWidget *parent)
    : QWidget(parent)
{
    makeColumn(this);
}

void MessageText::setText(const QString &html, const QString &plain)
{
    const bool needsEdit = hasLongWord(plain);
    if (!needsEdit && !m_label) {
        m_label = makeLabel({});
        m_label->setTextFormat(Qt::RichText);
        m_label->setWordWrap(true);
        m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout()->addWidget(m_label);
    }
    if (needsEdit && !m_edit) {
        m_edit = new QTextEdit;
        m_edit->setObjectName(QStringLiteral("messageText"));
        m_edit->setReadOnly(true);
        m_edit->setFrameShape(QFrame::NoFrame);
        m_edit->setFont(Theme::font());
        m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_edit->setFocusPolicy(Qt::ClickFocus);
        m_edit->document()->setDocumentMargin(0);
        m_edit->viewport()->setAutoFillBackground(false);
        m_edit->setAccessibleName(tr("Text of the message"));
        layout()->addWidget(m_edit);
    }
    if (m_label)
        m_label->setVisible(!needsEdit);
    if (m_edit)
        m_edit->setVisible(needsEdit);
    if (needsEdit)
        m_edit->setHtml(html);
    else
        m_label->setText(html);
}

void MessageText::fitTo(int width)
{
    if (m_edit && m_edit->isVisibleTo(this)) {
        m_edit->document()->setTextWidth(width);
        setFixedSize(width, qCeil(m_edit->document()->size().height()));
        return;
    }
    setFixedSize(width, m_label->heightForWidth(width));
}

} // namespace Helmdesk
