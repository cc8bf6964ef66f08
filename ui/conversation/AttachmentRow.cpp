#include "conversation/AttachmentRow.h"

#include "conversation/AttachmentPreview.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

// "PDF" of report.pdf or application/pdf.
QString kindOf(const Attachment &attachment)
{
    constexpr qsizetype longest = 5;
    const QString suffix = attachment.name.section(u'.', -1);
    if (attachment.name.contains(u'.') && !suffix.isEmpty() && suffix.size() <= longest)
        return suffix.toUpper();
    return attachment.mediaType.section(u'/', -1).section(u'.', -1).left(12).toUpper();
}

} // namespace

QString AttachmentRow::about(const Attachment &attachment)
{
    const QString size = QLocale().formattedDataSize(attachment.bytes, 0, QLocale::DataSizeSIFormat);
    const QString kind = kindOf(attachment);
    //: Of an attachment: its kind and its size
    const QString words = kind.isEmpty() ? size : tr("%1, %2", "kind, size").arg(kind, size);
    if (attachment.isKept)
        return words;
    return attachment.bytes > largestKeptAttachment
               ? tr("%1, too large to be kept").arg(words)
               //: Of an attachment of which the desk has the name and size alone
               : tr("%1, not kept").arg(words);
}

AttachmentRow::AttachmentRow(const Attachment &attachment, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"attachment"_s);
    auto *row = makeRow(6);
    setLayout(row);
    row->addWidget(makeIcon(u"paperclip"_s, Token::Secondary, 14));
    auto *name = new ElidedLabel(attachment.name);
    name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addWidget(name); // as wide as it is, while there is room
    row->addWidget(makeSecondary(about(attachment), 0.85));
    row->addStretch(1);
    if (!attachment.isKept)
        return;
    const auto add = [&](const QString &id, const QString &iconName, const QString &words, auto signal) {
        QToolButton *button = makeIconButton(iconName, words);
        button->setObjectName(id);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, signal);
    };
    if (AttachmentPreview::canShow(attachment))
        add(u"previewAttachment"_s, u"eye"_s, tr("Show %1").arg(attachment.name),
            &AttachmentRow::previewRequested);
    add(u"saveAttachment"_s, u"download"_s, tr("Save %1").arg(attachment.name),
        &AttachmentRow::saveRequested);
    add(u"openAttachment"_s, u"external-link"_s, tr("Open %1").arg(attachment.name),
        &AttachmentRow::openRequested);
}

} // namespace Helmdesk
