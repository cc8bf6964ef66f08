#include "knowledge/ArticleReader.h"

#include "theme/Theme.h"

#include <QDesktopServices>
#include <QTextBlock>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

// Air around headings and paragraphs, which Markdown itself leaves out.
void spaceOut(QTextDocument &document)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        const bool isHeading = format.headingLevel() > 0;
        format.setTopMargin(isHeading && block != document.begin() ? Measure::gapLarge : 0);
        format.setBottomMargin(block.textList() ? Measure::gapSmall : Measure::gap);
        format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
        cursor.setBlockFormat(format);
    }
}

} // namespace

ArticleReader::ArticleReader(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    connect(this, &QTextBrowser::anchorClicked, this, &ArticleReader::open);
}

void ArticleReader::showMarkdown(const QString &text)
{
    using Document = QTextDocument;
    document()->setMarkdown(text, Document::MarkdownFeatures(Document::MarkdownDialectGitHub) |
                                      Document::MarkdownNoHTML);
    spaceOut(*document());
}

QVariant ArticleReader::loadResource(int, const QUrl &)
{
    return {};
}

void ArticleReader::open(const QUrl &address)
{
    const QString scheme = address.scheme();
    if (scheme == "https"_L1 || scheme == "http"_L1 || scheme == "mailto"_L1)
        QDesktopServices::openUrl(address);
}

} // namespace Helmdesk
