#pragma once

#include <QTextBrowser>

namespace Helmdesk
{

// A report of the engine, whose foreign words are escaped where it is made. Loads no picture and no style
// from anywhere, and opens no link.
class ReportView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ReportView(QWidget *parent = nullptr);
    void showReport(const QString &html);
    QVariant loadResource(int type, const QUrl &name) override;
};

} // namespace Helmdesk
