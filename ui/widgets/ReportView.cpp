#include "widgets/ReportView.h"

namespace Helmdesk
{

ReportView::ReportView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
}

void ReportView::showReport(const QString &html)
{
    setHtml(html);
}

QVariant ReportView::loadResource(int type, const QUrl &name)
{
    Q_UNUSED(type)
    Q_UNUSED(name)
    return {};
}

} // namespace Helmdesk
