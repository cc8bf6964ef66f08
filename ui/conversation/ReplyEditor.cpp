#include "conversation/ReplyEditor.h"

#include "conversation/SpellChecker.h"
#include "theme/Theme.h"

#include <QAbstractTextDocumentLayout>
#include <QContextMenuEvent>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QSyntaxHighlighter>
#include <QTextBoundaryFinder>
#include <QtMath>
#include <QUrl>

#include <utility>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int fewestLines = 3;
constexpr int leastRoom = 7;    // lines
constexpr int lineHeight = 140; // percent, as in MessageBubble
constexpr int frame = 2 * 8;    // above and below the text, as in style.qss

// Numbers, addresses, identifiers such as INV-1051 and words in capitals are names, not spelling.
bool isProse(const QString &word)
{
    if (word.size() < 2)
        return false;
    bool hasLower = false;
    for (const QChar letter : word) {
        if (letter.isDigit() || letter == u'_' || letter == u'@')
            return false;
        hasLower = hasLower || letter.isLower() || letter.category() == QChar::Letter_Other;
    }
    return hasLower;
}

// Calls `visit(start, word)` for each word of the text.
template <class Visit>
void eachWord(const QString &text, Visit visit)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end >= 0; end = finder.toNextBoundary()) {
        QString word = text.mid(start, end - start);
        const bool isPartOfAddress =
            start > 1 && text.at(start - 1) == u'.' && text.at(start - 2).isLetterOrNumber();
        const bool isPartOfName = isPartOfAddress || (start > 0 && u"@/{"_s.contains(text.at(start - 1))) ||
                                  (end < text.size() && u"@/:}"_s.contains(text.at(end)) &&
                                   end + 1 < text.size() && !text.at(end + 1).isSpace());
        if (word.at(0).isLetter() && !isPartOfName && isProse(word))
            visit(start, word);
        start = end;
    }
}

} // namespace

class SpellMarks : public QSyntaxHighlighter
{
public:
    SpellMarks(QTextDocument *document, const SpellChecker &spelling)
        : QSyntaxHighlighter(document)
        , m_spelling(spelling)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        if (!m_spelling.isReady())
            return;
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        format.setUnderlineColor(Theme::instance().color(Token::Bad));
        eachWord(text, [&](qsizetype start, const QString &word) {
            if (!m_spelling.isRight(word))
                setFormat(static_cast<int>(start), static_cast<int>(word.size()), format);
        });
    }

private:
    const SpellChecker &m_spelling;
};

ReplyEditor::ReplyEditor(QWidget *parent)
    : QTextEdit(parent)
{
    setObjectName(u"replyEditor"_s);
    setProperty("kind", u"draft"_s);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFont(Theme::font());
    document()->setDocumentMargin(0);
    m_spelling = new SpellChecker(this);
    m_marks = new SpellMarks(document(), *m_spelling);
    connect(m_spelling, &SpellChecker::ready, m_marks, &QSyntaxHighlighter::rehighlight);
    connect(&Theme::instance(), &Theme::changed, m_marks, &QSyntaxHighlighter::rehighlight);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ReplyEditor::fit);
    setPlainText({});
    fit();
}

QStringList ReplyEditor::filesIn(const QMimeData &pasted)
{
    QStringList paths;
    const QList<QUrl> urls = pasted.urls();
    for (const QUrl &url : urls) {
        if (!url.isLocalFile())
            return {};
        paths.append(url.toLocalFile());
    }
    return paths;
}

bool ReplyEditor::canInsertFromMimeData(const QMimeData *pasted) const
{
    return pasted->hasImage() || !filesIn(*pasted).isEmpty() || QTextEdit::canInsertFromMimeData(pasted);
}

// Files and pictures go with the reply; a picture of words that come with it, as of a table, is not meant.
void ReplyEditor::insertFromMimeData(const QMimeData *pasted)
{
    const QStringList paths = filesIn(*pasted);
    if (!paths.isEmpty())
        Q_EMIT filesOffered(paths);
    else if (pasted->hasImage() && !pasted->hasText())
        Q_EMIT pictureOffered(qvariant_cast<QImage>(pasted->imageData()));
    else
        QTextEdit::insertFromMimeData(pasted);
}

// Lines as far apart as those of a message; what is typed takes after the line that it stands in.
void ReplyEditor::setPlainText(const QString &text)
{
    QTextEdit::setPlainText(text);
    document()->setUndoRedoEnabled(false); // the distance is nothing to take back
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
    all.mergeBlockFormat(format);
    document()->setUndoRedoEnabled(true);
}

void ReplyEditor::fit()
{
    const int line = QFontMetrics(font()).lineSpacing() * lineHeight / 100;
    // As tall as its text while the window has room for that.
    const int most = std::max(leastRoom * line, window()->height() * 2 / 5);
    const int wanted = qCeil(document()->size().height());
    setFixedHeight(std::clamp(wanted, fewestLines * line, most) + frame);
    setVerticalScrollBarPolicy(wanted <= most ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

void ReplyEditor::setLanguage(const QString &language)
{
    m_language = language;
    if (hasFocus())
        readDictionary();
}

// Only who writes needs the dictionary, which takes memory.
void ReplyEditor::readDictionary()
{
    m_spelling->setLanguage(m_language);
    m_marks->rehighlight();
}

void ReplyEditor::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    readDictionary();
}

void ReplyEditor::hold()
{
    m_isHeld = true;
    m_keepsKeys = false;
    m_ahead.clear();
}

void ReplyEditor::release()
{
    m_isHeld = false;
    for (const auto &key : std::exchange(m_ahead, {}))
        QTextEdit::event(key.get());
}

bool ReplyEditor::event(QEvent *event)
{
    const bool isTyped = event->type() == QEvent::KeyPress || event->type() == QEvent::InputMethod;
    if (!m_isHeld || !isTyped)
        return QTextEdit::event(event);
    if (m_keepsKeys)
        m_ahead.emplace_back(event->clone());
    event->accept();
    return true;
}

QStringList ReplyEditor::markedWords() const
{
    QStringList words;
    if (m_spelling->isReady())
        eachWord(toPlainText(), [&](qsizetype, const QString &word) {
            if (!m_spelling->isRight(word))
                words.append(word);
        });
    return words;
}

void ReplyEditor::insertWithPlaceholders(const QString &text)
{
    const int at = textCursor().selectionStart();
    const QChar before = at > 0 ? document()->characterAt(at - 1) : QChar(u' ');
    const bool needsSpace = !before.isSpace() && !text.isEmpty() && !text.front().isSpace();
    if (needsSpace)
        insertPlainText(QString(u' '));
    const int start = at + (needsSpace ? 1 : 0);
    insertPlainText(text);
    const int open = static_cast<int>(text.indexOf(u'{'));
    const int close = static_cast<int>(text.indexOf(u'}', open));
    if (open < 0 || close < 0)
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(start + open);
    cursor.setPosition(start + close + 1, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

void ReplyEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QTextCursor cursor = cursorForPosition(event->pos());
    cursor.select(QTextCursor::WordUnderCursor);
    const QString word = cursor.selectedText();
    if (m_spelling->isReady() && isProse(word) && !m_spelling->isRight(word)) {
        QAction *first = menu->actions().value(0);
        const auto insert = [&](const QString &words) {
            auto *action = new QAction(words, menu);
            menu->insertAction(first, action);
            return action;
        };
        const QStringList suggestions = m_spelling->suggestions(word);
        for (const QString &suggestion : suggestions)
            connect(insert(suggestion), &QAction::triggered, this,
                    [cursor, suggestion]() mutable { cursor.insertText(suggestion); });
        if (suggestions.isEmpty())
            insert(tr("No suggestion"))->setEnabled(false);
        connect(insert(tr("Accept \u201c%1\u201d").arg(word)), &QAction::triggered, this, [this, word] {
            m_spelling->accept(word);
            m_marks->rehighlight();
        });
        menu->insertSeparator(first);
    }
    menu->popup(event->globalPos());
}

} // namespace Helmdesk
