#include "conversation/AttachmentPreview.h"

#include "widgets/Parts.h"

#include <algorithm>
#include <QBoxLayout>
#include <QBuffer>
#include <QImageReader>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStringDecoder>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int widestPicture = 1600; // pixels, on the screen
constexpr qint64 mostPixels = qint64{50} * 1000 * 1000;
constexpr qsizetype longestText = 200'000; // characters

bool hasSuffix(const Attachment &attachment, std::initializer_list<const char *> suffixes)
{
    const QString suffix = attachment.name.section(u'.', -1).toLower();
    return std::ranges::any_of(suffixes, [&](const char *each) { return suffix == QLatin1StringView(each); });
}

bool isPicture(const Attachment &attachment)
{
    constexpr std::array types{"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp"};
    const QString type = attachment.mediaType.toLower();
    return std::ranges::any_of(types, [&](const char *each) { return type == QLatin1StringView(each); }) ||
           (!type.startsWith("image/"_L1) &&
            hasSuffix(attachment, {"png", "jpg", "jpeg", "gif", "bmp", "webp"}));
}

bool isText(const Attachment &attachment)
{
    const QString type = attachment.mediaType.toLower();
    return type.startsWith("text/"_L1) || type == "application/json"_L1 || type == "application/xml"_L1 ||
           hasSuffix(attachment, {"txt", "log", "csv", "md", "json", "xml", "yaml", "yml", "ini", "ics"});
}

// By its content alone: the name and the type are the sender's words.
QImage pictureOf(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoDetectImageFormat(true);
    reader.setDecideFormatFromContent(true);
    constexpr std::array formats{"png", "jpeg", "gif", "bmp", "webp"};
    const QByteArray format = reader.format();
    const bool isKnown = std::ranges::any_of(formats, [&](const char *each) { return format == each; });
    const QSize size = reader.size();
    if (!isKnown || !size.isValid() || qint64{size.width()} * size.height() > mostPixels)
        return {};
    reader.setAutoTransform(true);
    if (size.width() > widestPicture || size.height() > widestPicture)
        reader.setScaledSize(size.scaled(widestPicture, widestPicture, Qt::KeepAspectRatio));
    return reader.read();
}

QString textOf(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    if (!utf8.hasError())
        return text;
    const auto byMark = QStringConverter::encodingForData(bytes);
    return byMark ? QString(QStringDecoder(*byMark)(bytes)) : QString::fromLatin1(bytes);
}

} // namespace

bool AttachmentPreview::canShow(const Attachment &attachment)
{
    return isPicture(attachment) || isText(attachment);
}

AttachmentPreview::AttachmentPreview(const Attachment &attachment, const QByteArray &bytes, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"attachmentPreview"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(attachment.name);
    auto *column = makeColumn(this, Measure::gapLarge, Measure::gap);
    auto *name = new ElidedLabel(attachment.name);
    name->setFont(Theme::font(1.05, QFont::DemiBold));
    column->addWidget(name);
    column->addWidget(isPicture(attachment) ? makePicture(bytes) : makeText(bytes), 1);
    QPushButton *close = makeButton(tr("Close"));
    column->addWidget(close, 0, Qt::AlignTrailing);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(720, 560);
}

QWidget *AttachmentPreview::makePicture(const QByteArray &bytes)
{
    const QImage picture = pictureOf(bytes);
    if (picture.isNull())
        return makeWrapped(
            tr("This picture cannot be shown. It is damaged, too large or of another kind than "
               "its name says."));
    auto *area = new QScrollArea(this);
    area->setAlignment(Qt::AlignCenter);
    QLabel *label = makeLabel({});
    label->setObjectName(u"attachmentPicture"_s);
    label->setPixmap(QPixmap::fromImage(picture));
    label->setAccessibleName(tr("The picture, %1 by %2 pixels")
                                 .arg(Words::number(picture.width()), Words::number(picture.height())));
    area->setWidget(label);
    return area;
}

QWidget *AttachmentPreview::makeText(const QByteArray &bytes)
{
    QString text = textOf(bytes.left(4 * longestText));
    if (text.size() > longestText)
        text = text.left(longestText) + u"\n\u2026"_s;
    auto *view = new QPlainTextEdit(text, this);
    view->setObjectName(u"attachmentText"_s);
    view->setReadOnly(true);
    view->setProperty("kind", u"code"_s);
    view->setAccessibleName(tr("The text"));
    return view;
}

} // namespace Helmdesk
