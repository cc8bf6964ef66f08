#pragma once

#include <QWidget>

class QLabel;
class QTextEdit;

namespace Helmdesk
{

// The words of a message, to be read and selected. Words that are longer than a line, such as addresses and
// tokens, go on in the next one. GUI thread.
class MessageText : public QWidget
{
    Q_OBJECT

public:
    explicit MessageText(QWidget *parent = nullptr);

    // `plain` is what `html` shows, in which everything that people wrote is escaped.
    void setText(const QString &html, const QString &plain);
    void fitTo(int width); // as high as the words need

private:
    // A label draws faster and breaks between words alone; an editor breaks anywhere.
    QLabel *m_label = nullptr;
    QTextEdit *m_edit = nullptr;
};

} // namespace Helmdesk
