// What stands below the reply: its sources, and the snippets that are put into it.
#include "conversation/Composer.h"
#include "conversation/ReplyEditor.h"
#include "Replies.h"
#include "snippets/Placeholders.h"
#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QMenu>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int mostCitations = 4;
constexpr int leastChip = 72; // of a source

} // namespace

void Composer::showCitations(const std::vector<Citation> &citations)
{
    clearLayout(*m_citations);
    int number = 0;
    for (const Citation &citation : citations) {
        if (++number > mostCitations)
            break;
        //: A numbered source below a draft
        const QString words = tr("%1 %2").arg(Words::number(number), citation.title);
        auto *chip = new ElidedButton(words); // narrower where several stand side by side
        chip->setProperty("kind", u"chip"_s);
        chip->setAutoDefault(false);
        chip->setMinimumWidth(leastChip);
        chip->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        chip->setAccessibleName(tr("Source %1: %2").arg(Words::number(number), citation.title));
        setToolTipText(*chip, citation.snippet.isEmpty() ? citation.title : citation.snippet);
        connect(chip, &QPushButton::clicked, this, [this, citation] { Q_EMIT citationChosen(citation); });
        m_citations->addWidget(chip);
    }
    m_citations->addStretch(1);
}

void Composer::fillSnippets()
{
    QMenu *menu = m_snippets->menu();
    menu->clear();
    whenDone(m_desk.snippets(), menu, [this, menu](const Result<std::vector<Snippet>> &snippets) {
        menu->clear();
        if (!snippets || snippets->empty())
            menu->addAction(tr("There are no snippets yet"))->setEnabled(false);
        else
            for (const Snippet &snippet : *snippets)
                connect(menu->addAction(snippet.name), &QAction::triggered, this,
                        [this, snippet] { insertSnippet(snippet); });
        menu->addSeparator();
        QAction *keep = menu->addAction(icon(u"bookmark"_s, Token::Text), tr("Keep this text as a snippet"));
        keep->setEnabled(!m_editor->toPlainText().trimmed().isEmpty());
        connect(keep, &QAction::triggered, this, [this] { Q_EMIT snippetOffered(m_editor->toPlainText()); });
        connect(menu->addAction(icon(u"pencil"_s, Token::Text), tr("Edit the snippets")), &QAction::triggered,
                this, &Composer::snippetsRequested);
        openMenuOf(*m_snippets); // when it is known how high it is
    });
}

void Composer::insertSnippet(const Snippet &snippet)
{
    if (!m_editor->hasFocus() && m_editor->textCursor().position() == 0)
        m_editor->moveCursor(QTextCursor::End);
    m_editor->setFocus(Qt::OtherFocusReason);
    m_editor->insertWithPlaceholders(withPlaceholders(snippet.text, m_view, m_desk.operatorName()));
}

void Composer::openSnippets()
{
    if (isVisible() && !isRejecting())
        fillSnippets();
}

} // namespace Helmdesk
