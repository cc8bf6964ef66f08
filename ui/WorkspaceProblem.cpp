#include "WorkspaceProblem.h"

#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int cardWidth = 560;
constexpr int cardPad = 32;

} // namespace

QString WorkspaceProblem::headline(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::TooNew:
        return tr("This workspace belongs to a newer Helmdesk");
    case ErrorKind::Corrupt:
        return tr("This workspace is damaged");
    case ErrorKind::StorageFull:
        return tr("The disk is full");
    case ErrorKind::Io:
    case ErrorKind::Denied:
        return tr("This folder cannot be read and written");
    case ErrorKind::Unavailable:
    case ErrorKind::Timeout:
        return tr("Another program holds this workspace");
    default:
        break;
    }
    return tr("This workspace cannot be opened");
}

QString WorkspaceProblem::advice(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::TooNew:
        return tr("Update this program, or open another workspace. Nothing was changed.");
    case ErrorKind::Corrupt:
        return tr("Put the backup back that lies beside it, or open another workspace. Nothing was changed.");
    case ErrorKind::StorageFull:
        return tr("Free some space, then try again. Nothing was changed.");
    case ErrorKind::Io:
    case ErrorKind::Denied:
        return tr("Give yourself the right to write there, or open another workspace. Nothing was changed.");
    case ErrorKind::Unavailable:
    case ErrorKind::Timeout:
        return tr("Close the other program, then try again. Nothing was changed.");
    default:
        break;
    }
    return tr("Try again, or open another workspace. Nothing was changed.");
}

WorkspaceProblem::WorkspaceProblem(const QString &folder, const Error &error, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"workspaceProblem"_s);
    setWindowTitle(tr("Helmdesk"));
    setSurface(*this, "window");
    resize(900, 620);
    auto *outer = makeColumn(this, Measure::gapSection, 0);
    outer->addStretch(2);
    auto *card = new QFrame;
    setSurface(*card, "card");
    auto *column = makeColumn(card, cardPad, Measure::gapLarge);
    column->addWidget(makeIcon(u"database"_s, Token::Warn, 36));
    QLabel *title = makeWrapped(headline(error));
    title->setFont(Theme::font(1.4, QFont::DemiBold));
    column->addWidget(title);
    QLabel *words = makeWrapped(advice(error));
    column->addWidget(words);
    QLabel *place = makeWrapped(QDir::toNativeSeparators(folder), 0.92);
    place->setProperty("tone", u"secondary"_s);
    column->addWidget(place);

    auto *details = new QPlainTextEdit(error.detail);
    details->setReadOnly(true);
    details->setTabChangesFocus(true);
    details->setProperty("kind", u"code"_s);
    details->setAccessibleName(tr("Details"));
    details->setFixedHeight(88);
    details->hide();
    auto *line = makeRow();
    QPushButton *fold = makeButton(tr("Show details"), "link");
    fold->setCheckable(true);
    QPushButton *copy = makeButton(tr("Copy details"), "link");
    line->addWidget(fold);
    line->addWidget(copy);
    line->addStretch(1);
    column->addLayout(line);
    column->addWidget(details);
    connect(fold, &QPushButton::toggled, details, &QWidget::setVisible);
    connect(copy, &QPushButton::clicked, this,
            [text = error.detail] { QGuiApplication::clipboard()->setText(text); });

    auto *row = makeRow();
    QPushButton *quit = makeButton(tr("Quit"), "flat");
    QPushButton *other = makeButton(tr("Open another workspace"), "", u"folder-open"_s);
    other->setObjectName(u"otherWorkspace"_s);
    QPushButton *retry = makeButton(tr("Try again"), "primary", u"refresh-cw"_s);
    retry->setObjectName(u"retry"_s);
    row->addWidget(quit);
    row->addStretch(1);
    row->addWidget(other);
    row->addWidget(retry);
    column->addLayout(row);
    // As wide as its buttons want to be, and as high as the words are at that width.
    const int width = std::max(cardWidth, row->sizeHint().width() + 2 * cardPad);
    card->setFixedWidth(width);
    for (QLabel *label : {title, words, place})
        label->setMinimumHeight(label->heightForWidth(width - 2 * cardPad));
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(quit, &QPushButton::clicked, this, &WorkspaceProblem::quitRequested);
    connect(retry, &QPushButton::clicked, this, &WorkspaceProblem::retryRequested);
    connect(other, &QPushButton::clicked, this, [this, folder] { chooseFolder(folder); });
}

void WorkspaceProblem::chooseFolder(const QString &folder)
{
    auto *dialog = new QFileDialog(this, tr("Open a workspace"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &WorkspaceProblem::folderChosen);
    dialog->open();
}

} // namespace Helmdesk
