#include "insights/BacktestPage.h"

#include "Replies.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ReportView.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QPdfWriter>
#include <QProgressBar>
#include <QScrollArea>
#include <QTextDocument>
#include <QTimer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int watchMs = 500;
constexpr int leastReportHeight = 520;

QString fieldName(const QString &field)
{
    const QMap<QString, QString> names{
        {u"question"_s, BacktestPage::tr("The customer\u2019s text")},
        {u"answer"_s, BacktestPage::tr("The team\u2019s answer")},
        {u"id"_s, BacktestPage::tr("Number")},
        {u"conversation"_s, BacktestPage::tr("Conversation that a message belongs to")},
        {u"subject"_s, BacktestPage::tr("Subject")},
        {u"at"_s, BacktestPage::tr("Time")},
        {u"answered_at"_s, BacktestPage::tr("Time of the answer")},
        {u"author"_s, BacktestPage::tr("Who wrote it")},
        {u"role"_s, BacktestPage::tr("Customer or team")},
        {u"category"_s, BacktestPage::tr("Category")},
        {u"channel"_s, BacktestPage::tr("Channel")},
        {u"in_reply_to"_s, BacktestPage::tr("Message that it answers")},
        {u"private"_s, BacktestPage::tr("Internal note")},
    };
    return names.value(field, field);
}

} // namespace

BacktestPage::BacktestPage(BacktestRoom &room, QWidget *parent)
    : QWidget(parent)
    , m_room(room)
{
    setObjectName(u"backtestPage"_s);
    setSurface(*this, "window");
    auto *column = makeColumn(this);
    auto *header = new ViewHeader(tr("Try it on your archive"));
    auto *back = makeButton(tr("Back"), "flat");
    back->setObjectName(u"backtestBack"_s);
    connect(back, &QPushButton::clicked, this, &BacktestPage::backRequested);
    header->addAction(back);
    column->addWidget(header);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Try it on your archive"));
    QVBoxLayout *page = makePageColumn(*area);
    page->addWidget(makeWrapped(
        tr("Helmdesk answers the first message of each of your past conversations in shadow and compares it "
           "with "
           "what your team answered. Nothing is sent, and nothing of it is stored in the workspace.")));
    page->addWidget(
        makeSecondary(tr("Mail (mbox, Maildir, .eml), exports of help desks as JSON, and tables as CSV.")));
    page->addWidget(makeChoice());
    page->addWidget(makeReport(), 1);
    page->addStretch(1);
    column->addWidget(area, 1);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*area, InlineBar::Edge::Bottom);
    m_watch = new QTimer(this);
    m_watch->setInterval(watchMs);
    connect(m_watch, &QTimer::timeout, this, &BacktestPage::tellProgress);
    setRunning(false);
}

QWidget *BacktestPage::makeChoice()
{
    auto *part = new QWidget;
    auto *column = makeColumn(part, 0, Measure::gapLarge);
    m_file = makeButton(tr("Choose a file\u2026"), "", u"file-text"_s);
    m_file->setObjectName(u"backtestFile"_s);
    connect(m_file, &QPushButton::clicked, this, &BacktestPage::chooseFile);
    m_folder = makeButton(tr("Choose a folder\u2026"), "", u"folder-open"_s);
    m_folder->setObjectName(u"backtestFolder"_s);
    connect(m_folder, &QPushButton::clicked, this, &BacktestPage::chooseFolder);
    m_chosen = new ElidedLabel;
    auto *choice = makeRow();
    choice->addWidget(m_file);
    choice->addWidget(m_folder);
    choice->addWidget(m_chosen, 1);
    column->addLayout(choice);
    m_source = makeWrapped({});
    m_source->setObjectName(u"backtestSource"_s);
    column->addWidget(m_source);
    m_columns = new QWidget;
    m_form = new QFormLayout(m_columns);
    m_form->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_columns);
    m_columns->hide();
    m_mask = new QCheckBox(tr("Take names and addresses out of the report"));
    m_mask->setObjectName(u"backtestMask"_s);
    column->addWidget(m_mask);
    m_start = makeButton(tr("Start"), "primary");
    m_start->setObjectName(u"backtestStart"_s);
    connect(m_start, &QPushButton::clicked, this, &BacktestPage::start);
    m_stop = makeButton(tr("Stop"));
    m_stop->setObjectName(u"backtestStop"_s);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_room.stop(); });
    m_progress = new QProgressBar;
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progressText = makeLabel({});
    m_progressText->setObjectName(u"backtestProgress"_s);
    auto *row = makeRow();
    row->addWidget(m_start);
    row->addWidget(m_stop);
    row->addWidget(m_progress);
    row->addWidget(m_progressText);
    row->addStretch(1);
    column->addLayout(row);
    return part;
}

QWidget *BacktestPage::makeReport()
{
    m_reportPart = new QWidget;
    auto *column = makeColumn(m_reportPart, 0, Measure::gapLarge);
    auto *pdf = makeButton(tr("Save as PDF\u2026"), "", u"download"_s);
    pdf->setObjectName(u"backtestPdf"_s);
    connect(pdf, &QPushButton::clicked, this, &BacktestPage::savePdf);
    auto *save = makeButton(tr("Save the report and its table\u2026"), "", u"upload"_s);
    save->setObjectName(u"backtestSave"_s);
    connect(save, &QPushButton::clicked, this, &BacktestPage::saveReport);
    auto *row = makeRow();
    row->addWidget(pdf);
    row->addWidget(save);
    row->addStretch(1);
    column->addLayout(row);
    m_report = new ReportView;
    m_report->setObjectName(u"backtestReport"_s);
    m_report->setAccessibleName(tr("Report"));
    m_report->setMinimumHeight(leastReportHeight);
    column->addWidget(m_report, 1);
    m_reportPart->hide();
    return m_reportPart;
}

void BacktestPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose an archive"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BacktestPage::openArchive);
    dialog->open();
}

void BacktestPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose the folder of an archive"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &BacktestPage::openArchive);
    dialog->open();
}

void BacktestPage::openArchive(const QString &path)
{
    m_path = path;
    m_chosen->setFullText(Words::foreign(path));
    m_source->clear();
    m_columns->hide();
    m_start->setEnabled(false);
    describe({});
}

void BacktestPage::describe(const QMap<QString, QString> &mapping)
{
    const int generation = ++m_generation;
    whenDone(m_room.describe(m_path, mapping), this,
             [this, generation](const Result<BacktestSourceView> &source) {
                 if (generation != m_generation)
                     return;
                 if (source)
                     showSource(*source);
                 else
                     m_source->setText(Words::foreign(source.error().detail));
             });
}

void BacktestPage::showSource(const BacktestSourceView &source)
{
    m_source->setText(source.columns.isEmpty() ? tr("It is read as %1.").arg(Words::foreign(source.system))
                                               : tr("It is read as a table. Which column holds what?"));
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_boxes.clear();
    for (const QString &field : source.fields) {
        auto *box = new ChoiceBox;
        box->setObjectName(u"backtestColumn."_s + field);
        box->addItem(tr("None"), QString());
        for (const QString &column : source.columns)
            box->addItem(column, column);
        box->setCurrentIndex(std::max(0, box->findData(source.mapping.value(field))));
        auto *label = makeLabel(fieldName(field));
        label->setBuddy(box);
        box->setAccessibleName(fieldName(field));
        m_form->addRow(label, box);
        m_boxes.insert(field, box);
        connect(box, &QComboBox::activated, this,
                [this] { m_start->setEnabled(!mapping().value(u"question"_s).isEmpty()); });
    }
    m_columns->setVisible(!source.fields.isEmpty());
    m_start->setEnabled(true);
    m_start->setFocus(Qt::OtherFocusReason);
}

QMap<QString, QString> BacktestPage::mapping() const
{
    QMap<QString, QString> chosen;
    for (auto it = m_boxes.begin(); it != m_boxes.end(); ++it)
        chosen.insert(it.key(), it.value()->currentData().toString());
    return chosen;
}

void BacktestPage::start()
{
    setRunning(true);
    whenDone(m_room.run({m_path, mapping(), m_mask->isChecked()}), this,
             [this](const Result<BacktestView> &view) { finish(view); });
}

void BacktestPage::finish(const Result<BacktestView> &view)
{
    setRunning(false);
    if (!view) {
        m_bar->say(InlineBar::Kind::Bad, view.error().kind == ErrorKind::InvalidInput
                                             ? Words::foreign(view.error().detail)
                                             : Words::error(view.error()));
        return;
    }
    if (!view->isComplete)
        m_bar->say(InlineBar::Kind::Warn,
                   tr("It was stopped. The report holds what was compared until then."));
    m_report->showReport(view->html);
    m_reportPart->show();
    m_report->setFocus(Qt::OtherFocusReason);
}

void BacktestPage::setRunning(bool isRunning)
{
    for (QWidget *part : {static_cast<QWidget *>(m_file), static_cast<QWidget *>(m_folder), m_columns,
                          static_cast<QWidget *>(m_mask)})
        part->setEnabled(!isRunning);
    m_start->setEnabled(!isRunning && !m_path.isEmpty());
    m_stop->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    m_progressText->setVisible(isRunning);
    if (isRunning) {
        tellProgress();
        m_watch->start();
    } else {
        m_watch->stop();
    }
}

void BacktestPage::tellProgress()
{
    m_progressText->setText(tr("%Ln conversation(s)", nullptr, static_cast<int>(m_room.compared())));
}

void BacktestPage::savePdf()
{
    auto *dialog = new QFileDialog(this, tr("Save as PDF"), u"backtest.pdf"_s, tr("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QPdfWriter writer(path);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setTitle(tr("Backtest"));
        const std::unique_ptr<QTextDocument> document(m_report->document()->clone());
        document->print(&writer);
        if (QFileInfo(path).size() > 0)
            m_bar->say(InlineBar::Kind::Ok, tr("The report stands in %1.").arg(Words::foreign(path)), 6000);
        else
            m_bar->say(InlineBar::Kind::Bad, tr("%1 could not be written.").arg(Words::foreign(path)));
    });
    dialog->open();
}

void BacktestPage::saveReport()
{
    auto *dialog = new QFileDialog(this, tr("Choose a folder for the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        whenDone(m_room.save(folder), this, [this, folder](const Result<> &saved) {
            if (saved)
                m_bar->say(InlineBar::Kind::Ok, tr("The report stands in %1.").arg(Words::foreign(folder)),
                           6000);
            else
                m_bar->say(InlineBar::Kind::Bad, Words::error(saved.error()));
        });
    });
    dialog->open();
}

} // namespace Helmdesk
