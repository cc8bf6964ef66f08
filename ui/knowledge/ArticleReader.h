#pragma once

#include <QTextBrowser>

namespace Helmdesk
{

// Shows the Markdown of an article, which may come from any file or web page: HTML in it stays text, no
// picture or other file is loaded, and only web and mail addresses are opened.
class ArticleReader : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ArticleReader(QWidget *parent = nullptr);
    void showMarkdown(const QString &text);
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void open(const QUrl &address);
};

} // namespace Helmdesk
