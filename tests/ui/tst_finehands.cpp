// What a picky operator meets at the window: what moves under the pointer, what is said twice, what is cut.

#include "WindowBench.h"

#include "approvals/ApprovalsView.h"
#include "conversation/AttachmentRow.h"
#include "conversation/PdfPage.h"
#include "conversation/PictureView.h"
#include "conversation/ReplyEditor.h"
#include "inspector/ApprovalCard.h"
#include "inspector/Inspector.h"
#include "learning/LearningPage.h"
#include "queue/QueueModel.h"
#include "settings/ModelCard.h"
#include "settings/SettingEditor.h"
#include "settings/SettingsView.h"
#include "StatusStrip.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"

#include <QAbstractItemView>
#include <QBuffer>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeWidget>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::WindowBench;

namespace
{

QRect inWindow(const QWidget &widget)
{
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

// Where all that is seen lies, but for the bar and its parts.
QHash<const QWidget *, QRect> placesBeside(const InlineBar &bar)
{
    QHash<const QWidget *, QRect> places;
    for (const QWidget *widget : bar.window()->findChildren<QWidget *>())
        if (widget != &bar && !bar.isAncestorOf(widget) && widget->isVisible() &&
            widget->window() == bar.window())
            places.insert(widget, inWindow(*widget));
    return places;
}

bool isSettled(const InlineBar &bar)
{
    return QTest::qWaitFor([&] {
        const auto before = placesBeside(bar);
        QTest::qWait(20);
        return placesBeside(bar) == before;
    });
}

QByteArray pictureOf(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray pdfOf(int pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.fillRect(QRect(0, 0, writer.width(), writer.height()), page == 0 ? Qt::red : Qt::blue);
    }
    painter.end();
    return bytes;
}

} // namespace

class FineHandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barsMoveNothing();
    void barFollowsItsView();
    void signatureIsNoQuote();
    void caseHasOneNumber();
    void reasonsOfAKindStandTogether();
    void halfMadeChoiceOfACustomerStays();
    void halfTypedSettingStays();
    void reasonOfADenialStaysAmongTheApprovals();
    void attachmentNameIsWhole();
    void pictureIsFittedAndZoomed();
    void firstPageOfAPdfIsShown();
    void damagedPdfSaysSo();
    void emptyLearningSaysWhatComes();
    void replyHasTheLinesOfAMessage();
    void footHasOneGap();
    void markKeepsItsDistance();
    void selectedChipsKeepAGround();
    void resolvedIsSaidOnce();
    void paletteStaysInTheWindow();
    void sourcesAreWholeWhereThereIsRoom();
    void approvalsAreCardsOfAPage();
    void listOfChoicesOpensBelowItsBox();
    void questionBelowThePageIsBroughtUp();
    void sizeOfTheWindowIsKept();

private:
    static void attach(WindowBench &bench, const Attachment &attachment, const QByteArray &bytes);
    static QDialog *openPreview(WindowBench &bench);
};

// Who is about to click hits what the pointer is over, also while a bar comes or goes.
void FineHandsTest::barsMoveNothing()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(1280, 720);
    bench.window->showModels();
    for (const Room room : {Room::Inbox, Room::Approvals, Room::Knowledge, Room::Learning, Room::Settings}) {
        bench.window->setRoom(room);
        int tried = 0;
        for (const int page : {SettingsView::Settings, SettingsView::Snippets, SettingsView::Models}) {
            if (room == Room::Settings)
                bench.window->findChild<SettingsView *>()->setPage(static_cast<SettingsView::Page>(page));
            for (InlineBar *bar : bench.window->findChildren<InlineBar *>()) {
                if (bar->objectName() == "banner"_L1 || !bar->parentWidget()->isVisible())
                    continue;
                QVERIFY(isSettled(*bar)); // what was asked of the desk is shown
                const auto before = placesBeside(*bar);
                bar->say(InlineBar::Kind::Ok, u"Done. "_s.repeated(12), u"Undo"_s, [] {});
                QCoreApplication::processEvents();
                QVERIFY(bar->isVisible());
                QCOMPARE(placesBeside(*bar), before);
                bar->leave();
                QCoreApplication::processEvents();
                QCOMPARE(placesBeside(*bar), before);
                ++tried;
            }
            if (room != Room::Settings)
                break;
        }
        QVERIFY(tried > 0);
    }
}

void FineHandsTest::barFollowsItsView()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    InlineBar &bar = bench.pane().bar();
    bar.say(InlineBar::Kind::Warn,
            u"A sentence that is long enough to need two lines where it is narrow. "_s.repeated(2));
    const auto *thread = bench.find<QScrollArea>(u"thread"_s);
    for (const QSize &size : {QSize(1600, 900), QSize(1000, 640)}) {
        bench.window->resize(size);
        QTRY_VERIFY(inWindow(*thread).contains(inWindow(bar)));
        const auto *words = bar.findChild<QLabel *>();
        QVERIFY(words->height() >= words->heightForWidth(words->width()));
    }
}

void FineHandsTest::signatureIsNoQuote()
{
    for (const bool isQuote : {false, true}) {
        WindowBench bench;
        QVERIFY(bench.isReady());
        bench.desk.change(ConversationId{1}, [&](ConversationView &view) {
            ThreadEntry &entry = view.thread.front();
            entry.text = u"Hello"_s;
            entry.fullText = u"Hello\n-- \nVera"_s;
            entry.hidesQuote = isQuote;
        });
        QTRY_VERIFY(bench.find<QPushButton>(u"showQuote"_s));
        auto *toggle = bench.find<QPushButton>(u"showQuote"_s);
        QCOMPARE(toggle->text().contains("quoted"_L1), isQuote);
        toggle->click();
        QCOMPARE(toggle->text().contains("quoted"_L1), isQuote);
    }
}

void FineHandsTest::caseHasOneNumber()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    auto *number = bench.find<QLabel>(u"ticketNumber"_s);
    QVERIFY(!number->isVisible());
    bench.desk.change(ConversationId{1}, [](ConversationView &view) {
        view.row.ticket = TicketId{3078};
        view.outcome->ticket = TicketId{3078};
    });
    QTRY_COMPARE(number->text(), u"#3078"_s);
    QVERIFY(number->isVisible());
    for (const QLabel *label : bench.pane().findChildren<QLabel *>())
        QVERIFY2(label == number || !label->text().contains(u'#'), qPrintable(label->text()));

    Q_EMIT bench.desk.escalationArrived(1, 3078);
    QTRY_VERIFY(bench.queue().bar().isVisible());
    const QString said = bench.queue().bar().accessibleName();
    QVERIFY2(said.contains("#3078"_L1) && said.contains(bench.pane().view().row.customer), qPrintable(said));
}

void FineHandsTest::reasonsOfAKindStandTogether()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.desk.change(ConversationId{1}, [](ConversationView &view) {
        view.outcome->decision = Decision::Escalated;
        view.outcome->reasons = {
            {EscalationReason::ComplexQuery, u"words"_s, 22'000.0, 100.0},
            {EscalationReason::ComplexQuery, u"shortened: the beginning alone was read"_s},
            {EscalationReason::NegativeSentiment, u"sentiment"_s, -0.9, -0.5}};
    });
    const auto titles = [&] {
        QStringList words;
        for (const QLabel *label : bench.inbox().inspector().findChildren<QLabel *>(u"whyReason"_s))
            words.append(label->text());
        return words;
    };
    QTRY_COMPARE(titles(), QStringList({u"Complex question"_s, u"Upset customer"_s}));
    QString all;
    for (const QLabel *label : bench.inbox().inspector().findChildren<QLabel *>())
        all += label->text() + u'\n';
    QVERIFY2(all.contains("22,000 words"_L1) && all.contains("only its beginning"_L1), qPrintable(all));
}

void FineHandsTest::halfMadeChoiceOfACustomerStays()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.desk.customers = {{u"c1"_s, u"Vera Quint"_s, u"vera@quint.example"_s, {}}};
    bench.desk.change(ConversationId{1}, [](ConversationView &view) {
        view.customer.reset();
        view.probable.reset();
    });
    bench.inbox().inspector().setPage(Inspector::Customer);
    QTRY_VERIFY(bench.find<QPushButton>(u"chooseCustomer"_s));
    bench.find<QPushButton>(u"chooseCustomer"_s)->click();
    QTest::keyClicks(bench.find<QLineEdit>(u"customerSearch"_s), u"vera"_s);

    bench.desk.change(ConversationId{1}, [](ConversationView &view) { view.row.isUnread = true; });
    Q_EMIT bench.desk.settingsChanged();
    QCoreApplication::processEvents();

    const auto field = [&]() -> QLineEdit * {
        const auto fields = bench.window->findChildren<QLineEdit *>(u"customerSearch"_s);
        const auto shown = std::ranges::find_if(fields, &QWidget::isVisible);
        return shown == fields.end() ? nullptr : *shown;
    };
    QTRY_VERIFY(field() && field()->text() == "vera"_L1);
    QVERIFY(field()->hasFocus());
}

void FineHandsTest::halfTypedSettingStays()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(Room::Settings);
    auto *view = bench.window->findChild<SettingsView *>();
    QTRY_VERIFY(view->findChild<QAbstractSpinBox *>(u"answer.threshold.figure"_s));
    auto *box = view->findChild<QAbstractSpinBox *>(u"answer.threshold.figure"_s);
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, u"0.9"_s);

    bench.desk.setSetting(u"ui.theme"_s, Json("light")); // by somebody else
    QTest::qWait(1);

    QCOMPARE(box->text(), u"0.9"_s);
    QVERIFY(box->hasFocus());
}

void FineHandsTest::reasonOfADenialStaysAmongTheApprovals()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(Room::Approvals);
    const auto shown = [&]() -> QLineEdit * {
        const auto fields =
            bench.window->findChild<ApprovalsView *>()->findChildren<QLineEdit *>(u"denyReason"_s);
        const auto visible = std::ranges::find_if(fields, &QWidget::isVisible);
        return visible == fields.end() ? nullptr : *visible;
    };
    QTRY_VERIFY(!bench.window->findChild<ApprovalsView *>()->findChildren<ApprovalCard *>().isEmpty());
    bench.window->findChild<ApprovalsView *>()->findChild<QPushButton *>(u"deny"_s)->click();
    QTest::keyClicks(shown(), u"too much"_s);

    bench.desk.change(ConversationId{2}, [](ConversationView &view) { view.row.isUnread = true; });
    QCoreApplication::processEvents();
    QCOMPARE(shown() ? shown()->text() : QString(), u"too much"_s);

    bench.desk.change(ConversationId{2}, [&](ConversationView &view) {
        ApprovalView other = bench.desk.view(ConversationId{1}).approvals.front();
        other.id = ApprovalId{2};
        other.digest = u"digest-2"_s;
        view.approvals = {other};
    });
    QTRY_COMPARE(shown() ? shown()->text() : QString(), u"too much"_s);
}

void FineHandsTest::attach(WindowBench &bench, const Attachment &attachment, const QByteArray &bytes)
{
    bench.desk.change(ConversationId{1}, [&](ConversationView &view) {
        ThreadEntry &entry = view.thread.front();
        entry.id = MessageId{77};
        entry.attachments.append(attachment);
        bench.desk.attached[{77, static_cast<int>(entry.attachments.size()) - 1}] = bytes;
    });
}

void FineHandsTest::attachmentNameIsWhole()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(1440, 900);
    const QString name = u"screen shot of the import dialog.png"_s;
    attach(bench, {name, u"image/png"_s, 112'000, true, {}}, {});
    QTRY_VERIFY(bench.find<AttachmentRow>(u"attachment"_s));
    const auto labels = bench.find<AttachmentRow>(u"attachment"_s)->findChildren<ElidedLabel *>();
    const auto label = std::ranges::find(labels, name, &ElidedLabel::fullText);
    QVERIFY(label != labels.end());
    QTRY_VERIFY((*label)->width() >= (*label)->fontMetrics().horizontalAdvance(name));
}

QDialog *FineHandsTest::openPreview(WindowBench &bench)
{
    const bool isThere =
        QTest::qWaitFor([&] { return bench.find<QToolButton>(u"previewAttachment"_s) != nullptr; });
    if (!isThere)
        return nullptr;
    bench.find<QToolButton>(u"previewAttachment"_s)->click();
    (void)QTest::qWaitFor([&] { return bench.find<QDialog>(u"attachmentPreview"_s) != nullptr; });
    return bench.find<QDialog>(u"attachmentPreview"_s);
}

void FineHandsTest::pictureIsFittedAndZoomed()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const QByteArray bytes = pictureOf({1500, 1000});
    attach(bench, {u"screen.png"_s, u"image/png"_s, bytes.size(), true, {}}, bytes);
    QDialog *preview = openPreview(bench);
    QVERIFY(preview);
    auto *view = preview->findChild<PictureView *>();
    QVERIFY(view);
    QTRY_VERIFY(view->isVisible() && view->zoom() < 1.0);
    const auto isWhole = [view] {
        return view->widget()->width() <= view->viewport()->width() &&
               view->widget()->height() <= view->viewport()->height();
    };
    QVERIFY(isWhole());
    const double fitted = view->zoom();

    preview->findChild<QToolButton *>(u"zoomIn"_s)->click();
    QVERIFY(view->zoom() > fitted);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_1);
    QCOMPARE(view->widget()->size(), QSize(1500, 1000));
    QVERIFY(!isWhole());
    QVERIFY(preview->findChild<QLabel *>(u"zoomFigure"_s)->text().contains("100"_L1));
    preview->findChild<QPushButton *>(u"zoomFit"_s)->click();
    QVERIFY(isWhole());
    preview->resize(preview->width() - 200, preview->height());
    QTRY_VERIFY(isWhole() && view->zoom() < fitted);
}

void FineHandsTest::firstPageOfAPdfIsShown()
{
    if (!PdfPage::canDraw())
        QSKIP("this build does not draw PDFs");
    WindowBench bench;
    QVERIFY(bench.isReady());
    const QByteArray bytes = pdfOf(3);
    attach(bench, {u"report.pdf"_s, u"application/pdf"_s, bytes.size(), true, {}}, bytes);
    QDialog *preview = openPreview(bench);
    QVERIFY(preview);
    QTRY_VERIFY_WITH_TIMEOUT(preview->findChild<PictureView *>(), 20'000);
    const QImage page = preview->findChild<QLabel *>(u"attachmentPicture"_s)->pixmap().toImage();
    QCOMPARE(page.pixelColor(page.rect().center()), QColor(Qt::red)); // the first of them
    QVERIFY(page.height() > page.width());
    const auto labels = preview->findChildren<QLabel *>();
    QVERIFY(
        std::ranges::any_of(labels, [](const QLabel *label) { return label->text() == "Page 1 of 3"_L1; }));
}

void FineHandsTest::damagedPdfSaysSo()
{
    if (!PdfPage::canDraw())
        QSKIP("this build does not draw PDFs");
    for (const QByteArray &bytes :
         {QByteArray("%PDF-1.7\nnothing of the kind"), QByteArray("no PDF at all")}) {
        WindowBench bench;
        QVERIFY(bench.isReady());
        attach(bench, {u"report.pdf"_s, u"application/pdf"_s, bytes.size(), true, {}}, bytes);
        QDialog *preview = openPreview(bench);
        QVERIFY(preview);
        auto *state = preview->findChild<QLabel *>(u"pdfState"_s);
        QTRY_VERIFY_WITH_TIMEOUT(state->text().contains("cannot be shown"_L1), 20'000);
        QVERIFY(!preview->findChild<PictureView *>());
    }
}

void FineHandsTest::emptyLearningSaysWhatComes()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(Room::Learning);
    auto *table = bench.find<QTreeWidget>(u"contributions"_s);
    QTRY_VERIFY(table->topLevelItemCount() > 0);
    QVERIFY(table->isVisible());
    const auto nothing = [&] { return bench.find<QWidget>(u"noContribution"_s)->isVisible(); };
    QVERIFY(!nothing());

    bench.desk.learningView().contributions.clear();
    bench.desk.learningView().promise = {};
    bench.desk.learningView().promise.evidence = 1;
    bench.desk.learningView().promise.leastNeeded = 49;
    bench.desk.learningView().shownError = 0.02;
    Q_EMIT bench.desk.learningChanged();

    QTRY_VERIFY(nothing());
    const QString promise = bench.find<QLabel>(u"promise"_s)->text();
    QVERIFY2(promise.contains("at most 2 % wrong"_L1) && promise.contains("Judged so far: 1."_L1),
             qPrintable(promise));
}

void FineHandsTest::replyHasTheLinesOfAMessage()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    ReplyEditor &editor = bench.composer().editor();
    editor.setFocus();
    editor.moveCursor(QTextCursor::End);
    QTest::keyClick(&editor, Qt::Key_Return);
    QTest::keyClicks(&editor, u"Another line"_s);
    editor.insertPlainText(u"\nand one\nthat was pasted"_s);
    for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next()) {
        QCOMPARE(block.blockFormat().lineHeight(), 140.0);
        QCOMPARE(block.blockFormat().lineHeightType(), int(QTextBlockFormat::ProportionalHeight));
    }
    const QRect text = editor.cursorRect(QTextCursor(editor.document())).translated(editor.viewport()->pos());
    QVERIFY2(text.left() >= 8 && text.top() >= 6, qPrintable(u"%1 %2"_s.arg(text.left()).arg(text.top())));
    editor.undo();
    editor.undo();
    for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next())
        QCOMPARE(block.blockFormat().lineHeight(), 140.0);
}

void FineHandsTest::footHasOneGap()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.desk.shownStatus.channels = {{u"Inbox folder"_s, PartState::Ready, u"/srv/inbox"_s},
                                       {u"Web chat"_s, PartState::Ready, u"http://127.0.0.1:8790"_s}};
    Q_EMIT bench.desk.statusChanged();
    auto *strip = bench.window->findChild<StatusStrip *>();
    QTRY_VERIFY(strip->findChild<QPushButton *>(u"channelAddress"_s));
    QCoreApplication::processEvents();
    auto *address = strip->findChild<QPushButton *>(u"channelAddress"_s);
    QStyleOptionButton option;
    option.initFrom(address);
    const QRect words = address->style()->subElementRect(QStyle::SE_PushButtonContents, &option, address);
    QCOMPARE(words.left(), 0); // as in a label
}

void FineHandsTest::markKeepsItsDistance()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    QueueModel &model = bench.queue().model();
    const QueueRow *second = model.rowAt(1);
    QVERIFY(second);
    model.setMarked(second->id, true);
    QCoreApplication::processEvents();
    const QListView &list = bench.queue().list();
    const QRect row = list.visualRect(model.index(1));
    const QImage picture = list.viewport()->grab(row).toImage();
    const double scale = picture.devicePixelRatio();
    const QColor ground = Theme::instance().color(Token::Panel);
    const auto isEmpty = [&](int from, int to) {
        for (int x = qRound(from * scale); x < qRound(to * scale); ++x)
            for (int y = qRound(8 * scale); y < qRound(24 * scale); ++y)
                if (picture.pixelColor(x, y) != ground)
                    return false;
        return true;
    };
    QVERIFY(isEmpty(0, 5));   // the edge of the window
    QVERIFY(!isEmpty(5, 21)); // the mark
    QVERIFY(isEmpty(22, 26)); // the name
}

void FineHandsTest::selectedChipsKeepAGround()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const QListView &list = bench.queue().list();
    const QRect row = list.visualRect(list.currentIndex());
    const QImage picture = list.viewport()->grab(row).toImage();
    const double scale = picture.devicePixelRatio();
    const QColor around = Theme::instance().color(Token::AccentTint);
    const QColor ground = Theme::instance().color(Token::Panel);
    QVERIFY(around != ground);
    const int y = picture.height() - qRound(17 * scale); // through the chips
    int own = 0;
    for (int x = qRound(26 * scale); x < picture.width() / 2; ++x)
        own += picture.pixelColor(x, y) == ground ? 1 : 0;
    QVERIFY2(own > 10, qPrintable(QString::number(own)));
}

void FineHandsTest::resolvedIsSaidOnce()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_R, Qt::ControlModifier);
    if (bench.pane().bar().isAsking())
        bench.pane().bar().findChild<QPushButton *>()->click();
    const QueueModel &model = bench.queue().model();
    const auto opened = *bench.opened();
    QTRY_VERIFY(model.index(model.rowOf(opened)).data(QueueModel::PlaceRole).toString() == "Resolved"_L1);
    const QString spoken = model.index(model.rowOf(opened)).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(spoken.count("Resolved"_L1), 1);
}

void FineHandsTest::paletteStaysInTheWindow()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    for (const QSize &size : {QSize(900, 560), QSize(1000, 640), QSize(1440, 900)}) {
        bench.window->resize(size);
        QTRY_COMPARE(bench.window->size(), size);
        bench.window->showPalette();
        auto *palette = bench.find<QDialog>(u"commandPalette"_s);
        QTRY_VERIFY(palette->isVisible());
        const QRect inside(palette->mapToGlobal(QPoint()), palette->size());
        const QRect window(bench.window->mapToGlobal(QPoint()), bench.window->size());
        QVERIFY2(window.contains(inside), qPrintable(QString::number(inside.bottom())));
        QVERIFY(inside.top() - window.top() >= 60);
        QVERIFY(!palette->mask().isEmpty() && !palette->mask().contains(QPoint(0, 0))); // no black corner
        palette->close();
    }
}

void FineHandsTest::sourcesAreWholeWhereThereIsRoom()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(1920, 1080);
    const QString title = u"Error E-1204: the columns of the import do not match the board"_s;
    bench.desk.change(ConversationId{1}, [&](ConversationView &view) {
        view.draft->citations = {{u"a"_s, title, 0, u"One"_s}};
    });
    const auto chip = [&]() -> ElidedButton * {
        for (auto *button : bench.composer().findChildren<ElidedButton *>())
            if (button->isVisible() && button->text().contains(title))
                return button;
        return nullptr;
    };
    QTRY_VERIFY(chip());
    QTRY_VERIFY(chip()->width() >= chip()->fontMetrics().horizontalAdvance(chip()->text()));
}

void FineHandsTest::approvalsAreCardsOfAPage()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(1920, 1080);
    bench.window->setRoom(Room::Approvals);
    auto *view = bench.window->findChild<ApprovalsView *>();
    QTRY_VERIFY(view->findChild<ApprovalCard *>());
    auto *card = view->findChild<ApprovalCard *>();
    QTRY_VERIFY(card->width() > 800);
    const QRect place = inWindow(*card);
    const QRect room = inWindow(*view);
    QVERIFY(std::abs((place.left() - room.left()) - (room.right() - place.right())) < 24); // in the middle
    const QString asked = bench.desk.view(ConversationId{1}).approvals.front().words;
    QVERIFY(!asked.isEmpty());
    QVERIFY(card->findChild<QLabel *>(u"approvalWords"_s)->text().contains(asked));
    const auto buttons = card->findChildren<QPushButton *>();
    const auto open = std::ranges::find_if(
        buttons, [](const QPushButton *button) { return button->text().startsWith("Open the conv"_L1); });
    QVERIFY(open != buttons.end());
    QCOMPARE(inWindow(**open).left(), inWindow(*card->findChild<QLabel *>(u"approvalEffect"_s)).left());
    (*open)->click();
    QTRY_COMPARE(bench.window->room(), Room::Inbox);
}

void FineHandsTest::listOfChoicesOpensBelowItsBox()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(1280, 720);
    bench.window->setRoom(Room::Settings);
    auto *view = bench.window->findChild<SettingsView *>();
    QTRY_VERIFY(view->findChild<ChoiceBox *>(u"modes.billing"_s));
    auto *box = view->findChild<ChoiceBox *>(u"modes.billing"_s);
    box->showPopup();
    const QWidget *list = box->view()->window();
    QTRY_VERIFY(list->isVisible());
    QVERIFY(list != bench.window.get());
    QVERIFY(list->mapToGlobal(QPoint()).y() >= box->mapToGlobal(box->rect().bottomLeft()).y());
    QVERIFY(!list->mask().isEmpty() && !list->mask().contains(QPoint(0, 0)));
    box->hidePopup();
}

void FineHandsTest::questionBelowThePageIsBroughtUp()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(900, 560);
    bench.desk.models.fill();
    bench.window->showModels();
    QTRY_VERIFY(!bench.window->findChildren<ModelCard *>().isEmpty());
    ModelCard *last = bench.window->findChildren<ModelCard *>().last();
    auto *remove = last->findChild<QPushButton *>(u"removeModel"_s);
    QVERIFY(remove);
    remove->click();
    const auto isSeen = [&](const QString &name) {
        const auto *question = bench.window->findChild<QWidget *>(name);
        return question && !question->visibleRegion().isEmpty() &&
               question->visibleRegion().boundingRect().height() == question->height();
    };
    QTRY_VERIFY(isSeen(u"removalQuestion"_s));

    auto *view = bench.window->findChild<SettingsView *>();
    view->setPage(SettingsView::Settings);
    QTRY_VERIFY(view->findChild<ChoiceBox *>(u"modes.general"_s));
    bench.desk.setSetting(u"modes.general"_s, Json("suggest"));
    auto *box = view->findChild<ChoiceBox *>(u"modes.general"_s);
    QTRY_COMPARE(box->currentData().toString(), u"suggest"_s);
    QScrollArea *area = nullptr;
    for (QWidget *parent = box->parentWidget(); parent && !area; parent = parent->parentWidget())
        area = qobject_cast<QScrollArea *>(parent);
    QVERIFY(area);
    // The box stands at the lower edge of what is seen, so that the question would be below it.
    const int bottom = box->mapTo(area->widget(), QPoint(0, box->height())).y();
    area->verticalScrollBar()->setValue(bottom - area->viewport()->height());
    box->setCurrentIndex(box->findData(u"auto"_s));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_VERIFY(isSeen(u"modes.general.question"_s));
}

void FineHandsTest::sizeOfTheWindowIsKept()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(1111, 654);
    QTRY_COMPARE(bench.window->size(), QSize(1111, 654));
    // Kept without a close too: the session may end at once.
    const auto keptSize = [&] {
        MainWindow again(bench.desk);
        return again.size();
    };
    QTRY_COMPARE(keptSize(), QSize(1111, 654));
    bench.window->resize(1000, 640);
    bench.window->close();
    QCOMPARE(keptSize(), QSize(1000, 640));
}

QTEST_MAIN(FineHandsTest)
#include "tst_finehands.moc"
