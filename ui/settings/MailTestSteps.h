#pragma once

#include "mailbox/MailTest.h"
#include "theme/Theme.h"

#include <QWidget>

class QVBoxLayout;

namespace Helmdesk
{

// The steps of a mailbox's test as they end: each with a tick, or what is wrong. GUI thread.
class MailTestSteps : public QWidget
{
    Q_OBJECT

public:
    explicit MailTestSteps(QWidget *parent = nullptr);
    void begin(); // empties it and says that it is under way
    void add(const MailTestStep &step);
    void end();
    void clear();

private:
    void addLine(const QString &iconName, Token token, const char *tone, const QString &words);

    QVBoxLayout *m_lines = nullptr;
    QWidget *m_waiting = nullptr; // the last line while it is under way
};

} // namespace Helmdesk
