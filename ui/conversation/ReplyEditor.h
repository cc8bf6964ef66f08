#pragma once

#include <QTextEdit>

#include <memory>
#include <vector>

namespace Helmdesk
{

class SpellChecker;
class SpellMarks;

// The field of the composer, for plain text with the lines of the messages above it: as high as its text
// within bounds, spelling marked in the language of the conversation, suggestions in its context menu. GUI
// thread.
class ReplyEditor : public QTextEdit
{
    Q_OBJECT

public:
    explicit ReplyEditor(QWidget *parent = nullptr);

    // "en", "de"; empty: nothing is marked.
    void setLanguage(const QString &language);
    SpellChecker &spelling() { return *m_spelling; }
    // The words that are marked as unknown, in the order of the text.
    QStringList markedWords() const;

    void setPlainText(const QString &text);

    // From here to release() the text is that of a conversation that is being left: keys do not change it.
    void hold();
    // Keys typed from here on are meant for the text to come; release() types them.
    void typeAhead() { m_keepsKeys = m_isHeld; }
    void release();

    // Inserts the text and selects its first {placeholder} that nothing filled.
    void insertWithPlaceholders(const QString &text);

    // The local files that are pasted or dropped; empty where it is anything else.
    static QStringList filesIn(const QMimeData &pasted);

Q_SIGNALS:
    void filesOffered(const QStringList &paths); // pasted or dropped here
    void pictureOffered(const QImage &picture);

protected:
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *pasted) const override;
    void insertFromMimeData(const QMimeData *pasted) override;

private:
    void fit();
    void readDictionary();

    SpellChecker *m_spelling = nullptr;
    SpellMarks *m_marks = nullptr;
    QString m_language;
    bool m_isHeld = false;
    bool m_keepsKeys = false;
    std::vector<std::unique_ptr<QEvent>> m_ahead;
};

} // namespace Helmdesk
