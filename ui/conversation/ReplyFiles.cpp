#include "conversation/ReplyFiles.h"

#include "conversation/AttachmentPreview.h"
#include "conversation/AttachmentRow.h"
#include "conversation/ReplyEditor.h"
#include "Replies.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QDropEvent>
#include <QFileDialog>
#include <QImage>
#include <QLocale>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollArea>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int rowsShown = 3; // of more the rest scrolls
constexpr int indent = 10;   // where the text of the editor begins

QString sizeWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString iconOf(const BegunFile &file)
{
    return file.mediaType.startsWith("image/"_L1)  ? u"image"_s
           : file.mediaType.startsWith("text/"_L1) ? u"file-text"_s
                                                   : u"paperclip"_s;
}

Attachment attachmentOf(const BegunFile &file)
{
    return {file.name, file.mediaType, file.bytes, true, {}};
}

} // namespace

ReplyFiles::ReplyFiles(Desk &desk, ReplyEditor &editor, QWidget &composer)
    : QWidget(&composer)
    , m_desk(desk)
    , m_composer(composer)
{
    setObjectName(u"replyFiles"_s);
    auto *column = makeColumn(this, 0, Measure::gapSmall);
    setMargins(*column, indent, 0, indent, 0);
    m_area = new QScrollArea;
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *list = new QWidget;
    m_rows = makeColumn(list, 0, 0);
    m_area->setWidget(list);
    m_area->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    column->addWidget(m_area);
    column->addWidget(m_total = makeSecondary({}, 0.85));
    m_total->setObjectName(u"filesTotal"_s);
    column->addWidget(m_question = makeQuestion());
    m_button = makeIconButton(u"paperclip"_s, tr("Attach files"));
    m_button->setObjectName(u"attachFiles"_s);
    connect(m_button, &QToolButton::clicked, this, &ReplyFiles::choose);
    connect(&editor, &ReplyEditor::filesOffered, this, &ReplyFiles::add);
    connect(&editor, &ReplyEditor::pictureOffered, this, &ReplyFiles::addPicture);
    composer.setAcceptDrops(true);
    composer.installEventFilter(this);
    fill();
}

// What is asked stands above the buttons, where the hand is.
QWidget *ReplyFiles::makeQuestion()
{
    auto *question = new QWidget;
    question->setObjectName(u"missingFileQuestion"_s);
    auto *row = Helmdesk::makeRow(Measure::gapSmall);
    question->setLayout(row);
    row->addWidget(makeIcon(u"shield-alert"_s, Token::Warn, 14));
    auto *words = new ElidedLabel(tr("The reply speaks of an attachment, and nothing is attached."));
    row->addWidget(words, 1);
    QPushButton *attach = makeButton(tr("Attach files"), "flat");
    attach->setObjectName(u"attachMissing"_s);
    QPushButton *send = makeButton(tr("Send without"), "flat");
    send->setObjectName(u"sendWithout"_s);
    row->addWidget(attach);
    row->addWidget(send);
    connect(attach, &QPushButton::clicked, this, &ReplyFiles::choose);
    connect(send, &QPushButton::clicked, this, [this] {
        m_question->hide();
        fill();
        Q_EMIT sendRequested();
    });
    question->hide();
    return question;
}

void ReplyFiles::setNote(bool isNote)
{
    m_button->setEnabled(!isNote);
    if (std::exchange(m_isNote, isNote) != isNote)
        fill();
}

void ReplyFiles::show(const ConversationView &view)
{
    const bool isOther = m_id != view.row.id;
    m_id = view.row.id;
    if (isOther) {
        m_asked.clear();
        m_question->hide();
    }
    if (isOther || m_running == 0)
        m_files = view.begun.files;
    fill();
}

void ReplyFiles::fill()
{
    clearLayout(*m_rows);
    qint64 total = 0;
    int height = 0;
    for (const BegunFile &file : m_files) {
        QWidget *row = makeRow(file);
        m_rows->addWidget(row);
        height = row->sizeHint().height();
        total += file.bytes;
    }
    const auto count = static_cast<int>(m_files.size());
    const bool isShown = !m_isNote && count > 0;
    m_area->setVisible(isShown);
    m_area->setFixedHeight(std::min(count, rowsShown) * height);
    m_total->setVisible(isShown && count > 1);
    //: How much the attached files have together, and how much they may have
    m_total->setText(
        tr("%n files, %1 of %2", nullptr, count).arg(sizeWords(total), sizeWords(largestReplyFiles)));
    if (count > 0 || m_isNote)
        m_question->hide();
    setVisible(isShown || !m_question->isHidden());
}

QWidget *ReplyFiles::makeRow(const BegunFile &file)
{
    auto *widget = new QWidget;
    widget->setObjectName(u"attachedFile"_s);
    auto *row = Helmdesk::makeRow(6);
    widget->setLayout(row);
    row->addWidget(makeIcon(iconOf(file), Token::Secondary, 14));
    auto *name = new ElidedLabel(file.name);
    name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addWidget(name);
    row->addWidget(makeSecondary(AttachmentRow::about(attachmentOf(file)), 0.85));
    row->addStretch(1);
    if (AttachmentPreview::canShow(attachmentOf(file))) {
        QToolButton *eye = makeIconButton(u"eye"_s, tr("Show %1").arg(file.name));
        connect(eye, &QToolButton::clicked, this, [this, file] { preview(file); });
        row->addWidget(eye);
    }
    QToolButton *remove = makeIconButton(u"x"_s, tr("Remove %1").arg(file.name));
    remove->setObjectName(u"removeFile"_s);
    connect(remove, &QToolButton::clicked, this,
            [this, id = file.id] { change(m_desk.replyRoom().detach(m_id, id)); });
    row->addWidget(remove);
    return widget;
}

void ReplyFiles::preview(const BegunFile &file)
{
    whenDone(m_desk.replyRoom().bytes(m_id, file.id), this, [this, file](const Result<QByteArray> &bytes) {
        if (!bytes)
            return Q_EMIT failed(bytes.error());
        auto *shown = new AttachmentPreview(attachmentOf(file), *bytes, window());
        shown->setAttribute(Qt::WA_DeleteOnClose);
        shown->open();
    });
}

void ReplyFiles::choose()
{
    if (m_isNote || !m_id.isValid())
        return;
    auto *dialog = new QFileDialog(window(), tr("Attach files"));
    dialog->setObjectName(u"attachDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ReplyFiles::add);
    dialog->open();
}

void ReplyFiles::add(const QStringList &paths)
{
    if (!m_isNote && m_id.isValid() && !paths.isEmpty())
        change(m_desk.replyRoom().attach(m_id, paths));
}

void ReplyFiles::addPicture(const QImage &picture)
{
    if (m_isNote || !m_id.isValid() || picture.isNull())
        return;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
        return;
    //: The name of a file made of a picture that was pasted, without its ending
    const QString name = tr("picture");
    QString free = name + ".png"_L1;
    for (int i = 2; std::ranges::find(m_files, free, &BegunFile::name) != m_files.end(); ++i)
        free = name + u'-' + QString::number(i) + ".png"_L1;
    change(m_desk.replyRoom().attach(m_id, free, bytes));
}

void ReplyFiles::change(const ReplyRoom::Reply<BegunReply> &reply)
{
    ++m_running;
    whenDone(reply, this, [this, id = m_id](const Result<BegunReply> &begun) {
        --m_running;
        if (!begun) {
            Q_EMIT failed(begun.error());
        } else if (m_id == id) {
            m_files = begun->files;
            fill();
        }
        if (m_running == 0)
            Q_EMIT settled();
    });
}

bool ReplyFiles::speaksOfAttachment(const QString &text)
{
    static const QRegularExpression words(
        u"\\b(attached|attachments?|enclosed|enclosures?|anhang|anhänge|angehängt\\w*|anbei|beigefügt\\w*|"
        "anlage\\w*|pièces? jointes?|ci-joint\\w*|adjunt\\w*|allegat\\w*|in "
        "allegato|bijlagen?|bijgevoegd\\w*|"
        "anexos?|anexad\\w*|załącz\\w*)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return words.match(text).hasMatch();
}

bool ReplyFiles::mayLeave(const QString &text)
{
    if (!m_files.empty() || m_asked == text || !speaksOfAttachment(text))
        return true;
    m_asked = text;
    m_question->show();
    setVisible(true);
    return false;
}

// Files that are dropped on the composer; the editor takes those that are dropped on it.
bool ReplyFiles::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_composer || m_isNote)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event); // NOLINT: what the type says
        const QStringList paths = ReplyEditor::filesIn(*drop->mimeData());
        if (paths.isEmpty())
            return QWidget::eventFilter(watched, event);
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop)
            add(paths);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Helmdesk
