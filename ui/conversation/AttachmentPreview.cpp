#include "conversation/AttachmentPreview.h"

#include "conversation/PdfPage.h"
#include "conversation/PictureView.h"
#include "widgets/Parts.h"

#include <algorithm>
#include <QBoxLayout>
#include <QBuffer>
#include <QImageReader>
#include <QPlainTextEdit>
#include <QStackedWidget>
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

bool isPdf(const Attachment &attachment)
{
    const QString type = attachment.mediaType.toLower();
    return type == "application/pdf"_L1 || (!type.startsWith("text/"_L1) && hasSuffix(attachment, {"pdf"}));
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
    return isPicture(attachment) || isText(attachment) || (isPdf(attachment) && PdfPage::canDraw());
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
    m_foot = makeRow();
    column->addWidget(isPicture(attachment) ? makePicture(bytes)
                      : isPdf(attachment)   ? makePage(bytes)
                                            : makeText(bytes),
                      1);
    column->addLayout(m_foot);
    m_foot->addStretch(1);
    QPushButton *close = makeButton(tr("Close"));
    m_foot->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    const QSize usual(720, 560);
    resize(parent ? usual.boundedTo(parent->window()->size() * 9 / 10) : usual);
}

// How near it is, and the ways to look nearer.
void AttachmentPreview::addZoom(PictureView &view)
{
    constexpr double step = 1.25;
    QToolButton *less = makeIconButton(u"minus"_s, tr("Smaller"));
    less->setObjectName(u"zoomOut"_s);
    auto *figure = makeSecondary({});
    figure->setObjectName(u"zoomFigure"_s);
    QToolButton *more = makeIconButton(u"plus"_s, tr("Larger"));
    more->setObjectName(u"zoomIn"_s);
    QPushButton *fit = makeButton(tr("Fit"), "flat");
    fit->setObjectName(u"zoomFit"_s);
    m_foot->insertWidget(0, less);
    m_foot->insertWidget(1, figure);
    m_foot->insertWidget(2, more);
    m_foot->insertWidget(3, fit);
    const auto show = [figure](double zoom) { figure->setText(Words::percent(zoom)); };
    show(view.zoom());
    connect(&view, &PictureView::zoomed, figure, show);
    connect(less, &QToolButton::clicked, &view, [&view] { view.zoomBy(1.0 / step); });
    connect(more, &QToolButton::clicked, &view, [&view] { view.zoomBy(step); });
    connect(fit, &QPushButton::clicked, &view, &PictureView::fit);
}

QWidget *AttachmentPreview::makePicture(const QByteArray &bytes)
{
    const QImage picture = pictureOf(bytes);
    if (picture.isNull())
        return makeWrapped(
            tr("This picture cannot be shown. It is damaged, too large or of another kind than "
               "its name says."));
    auto *view = new PictureView(this);
    view->setPicture(picture);
    addZoom(*view);
    return view;
}

QWidget *AttachmentPreview::makePage(const QByteArray &bytes)
{
    auto *pages = new QStackedWidget(this);
    QLabel *state = makeWrapped(tr("The first page is being drawn\u2026"));
    state->setObjectName(u"pdfState"_s);
    state->setAlignment(Qt::AlignCenter);
    pages->addWidget(state);
    auto *page = new PdfPage(bytes, pages);
    connect(page, &PdfPage::failed, state, [state] {
        state->setText(tr("This PDF cannot be shown. It is damaged, too large, protected with a password, or "
                          "takes too long to draw."));
    });
    connect(page, &PdfPage::drawn, pages, [this, pages](const QImage &drawn, int count) {
        auto *view = new PictureView(pages);
        pages->addWidget(view);
        pages->setCurrentWidget(view);
        view->setPicture(drawn);
        addZoom(*view);
        m_foot->insertWidget(4,
                             makeSecondary(tr("Page %1 of %2").arg(Words::number(1), Words::number(count))));
    });
    return pages;
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
