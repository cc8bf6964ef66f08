// What an operator's day needs beside the conversations: promises that come back, who the sender is, what was
// decided, what was attached.

#include "WindowBench.h"

#include "approvals/ApprovalsView.h"
#include "approvals/DecisionHistory.h"
#include "conversation/AttachmentActions.h"
#include "inspector/Inspector.h"
#include "inspector/PlainFacts.h"
#include "queue/QueueModel.h"
#include "widgets/InlineBar.h"
#include "Words.h"

#include <QBuffer>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>
#include <QTreeView>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::WindowBench;

namespace
{

QByteArray picture()
{
    QImage image(12, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

// The visible button of the window with these words.
QPushButton *buttonOf(QWidget &parent, const QString &words)
{
    const auto buttons = parent.findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(
        buttons, [&](const QPushButton *each) { return each->isVisible() && each->text() == words; });
    return found == buttons.end() ? nullptr : *found;
}

} // namespace

// Stands in for the programs of the system.
class OpenedFiles : public QObject
{
    Q_OBJECT

public:
    QList<QByteArray> contents;

public Q_SLOTS:
    void open(const QUrl &url)
    {
        QFile file(url.toLocalFile());
        if (file.open(QIODevice::ReadOnly))
            contents.append(file.readAll());
    }
};

class DeskWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedCategoryCanBeUndone();
    void promiseIsShownAndDropped();
    void reminderIsSetByHand();
    void senderIsLinkedByHand();
    void probableSenderIsToldApart();
    void decisionsAreFilteredAndExported();
    void copiesAndForwardedSendersAreShown();
    void attachmentsAreListedAndShown();
    void attachmentIsSaved();
    void attachmentIsOpenedAfterAQuestion();
    void programIsNeverOpened();
    void runIsToldInPlainWords();

private:
    static void attach(WindowBench &bench, const Attachment &attachment, const QByteArray &bytes);
};

void DeskWorkTest::changedCategoryCanBeUndone()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const QString draft = bench.composer().text();
    const auto before = bench.pane().view().row.category;
    QVERIFY(!draft.isEmpty() && before != Category::General);

    bench.pane().changeCategory(Category::General);
    QTRY_COMPARE(bench.pane().view().row.category, std::optional(Category::General));
    QTRY_VERIFY(buttonOf(bench.pane(), u"Undo"_s));
    buttonOf(bench.pane(), u"Undo"_s)->click();

    QTRY_COMPARE(bench.pane().view().row.category, before);
    QTRY_COMPARE(bench.composer().text(), draft);
    QVERIFY(bench.desk.calls.contains(u"undoCategory"_s));
}

void DeskWorkTest::promiseIsShownAndDropped()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const QDateTime due = QDateTime::currentDateTimeUtc().addSecs(-600);
    bench.desk.change(ConversationId{1}, [&](ConversationView &view) {
        view.row.dueAt = due;
        view.row.promise = u"I will write before noon."_s;
    });
    auto *chip = bench.find<QWidget>(u"promiseDue"_s);
    QTRY_VERIFY(chip->isVisible());
    QVERIFY(chip->accessibleName().contains("due"_L1));
    const QueueModel &model = bench.queue().model();
    const auto spoken = [&] {
        return model.index(model.rowOf(ConversationId{1})).data(Qt::AccessibleTextRole).toString();
    };
    QTRY_VERIFY(spoken().contains(Words::due(bench.desk.view(ConversationId{1}).row)));

    bench.pane().openMenu();
    auto *done = bench.window->findChild<QAction *>(u"remindNoMore"_s);
    QVERIFY(done);
    done->trigger();

    QTRY_VERIFY(bench.desk.calls.contains(u"remindNoMore"_s));
    QTRY_VERIFY(!chip->isVisible());
}

void DeskWorkTest::reminderIsSetByHand()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.pane().openMenu();
    auto *tomorrow = bench.window->findChild<QAction *>(u"remindTomorrow"_s);
    QVERIFY(tomorrow);
    QVERIFY(!bench.window->findChild<QAction *>(u"remindNoMore"_s)); // there is none to drop

    tomorrow->trigger();

    QTRY_VERIFY(bench.desk.view(ConversationId{1}).row.dueAt.isValid());
    QCOMPARE(bench.desk.view(ConversationId{1}).row.dueAt.toLocalTime().time(), QTime(9, 0));
    QTRY_VERIFY(bench.find<QWidget>(u"promiseDue"_s)->isVisible());
}

void DeskWorkTest::senderIsLinkedByHand()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.desk.customers = {{u"cus_7"_s, u"Nils Berg"_s, u"nils@berg.example"_s, u"Berg"_s},
                            {u"cus_8"_s, u"Olga Ray"_s, u"olga@ray.example"_s, {}}};
    bench.desk.change(ConversationId{1}, [](ConversationView &view) {
        view.customer.reset();
        view.row.customer.clear();
        view.row.address = u"unknown@elsewhere.example"_s;
    });
    bench.inbox().inspector().setPage(Inspector::Customer);
    QTRY_VERIFY(bench.find<QPushButton>(u"chooseCustomer"_s));
    bench.find<QPushButton>(u"chooseCustomer"_s)->click();
    auto *field = bench.find<QLineEdit>(u"customerSearch"_s);
    QTRY_VERIFY(field);
    QTRY_VERIFY(bench.find<QPushButton>(u"customer:cus_7"_s));
    QTest::keyClicks(field, u"olga"_s);
    QTRY_VERIFY(!bench.find<QPushButton>(u"customer:cus_7"_s));
    QTRY_VERIFY(bench.find<QPushButton>(u"customer:cus_8"_s));

    bench.find<QPushButton>(u"customer:cus_8"_s)->click();

    QTRY_VERIFY(bench.desk.calls.contains(u"linkCustomer cus_8"_s));
    QTRY_VERIFY(bench.find<QPushButton>(u"unlinkCustomer"_s));
    QVERIFY(bench.find<QLabel>(u"customerLinkState"_s)->text().contains("Iris"_L1));
    bench.find<QPushButton>(u"unlinkCustomer"_s)->click();
    QTRY_VERIFY(bench.desk.calls.contains(u"linkCustomer "_s));
    QTRY_VERIFY(bench.find<QPushButton>(u"chooseCustomer"_s));
}

void DeskWorkTest::probableSenderIsToldApart()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.desk.customers = {{u"cus_7"_s, u"Nils Berg"_s, u"nils@berg.example"_s, {}}};
    bench.desk.change(ConversationId{1}, [&](ConversationView &view) {
        view.customer.reset();
        view.probable = bench.desk.customers.front();
    });
    bench.inbox().inspector().setPage(Inspector::Customer);
    const auto words = [&] {
        auto *state = bench.find<QLabel>(u"customerLinkState"_s);
        return state ? state->text() : QString();
    };
    QTRY_VERIFY(words().contains("Probably"_L1) && words().contains("unverified"_L1) &&
                words().contains("Nils Berg"_L1));

    bench.find<QPushButton>(u"linkProbable"_s)->click();

    QTRY_VERIFY(bench.desk.calls.contains(u"linkCustomer cus_7"_s));
}

void DeskWorkTest::decisionsAreFilteredAndExported()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    DecisionRow approved{ApprovalId{1},
                         ConversationId{2},
                         u"Mara Lind"_s,
                         u"Refund 249.00 USD"_s,
                         {},
                         ActState::Approved,
                         u"Iris"_s,
                         {},
                         now.addSecs(-900),
                         now.addSecs(-600)};
    DecisionRow denied = approved;
    denied.id = ApprovalId{2};
    denied.customer = u"Theo Okafor"_s;
    denied.state = ActState::Denied;
    denied.by = u"Robin"_s;
    denied.reason = u"paid twice by the bank"_s;
    bench.desk.decided = {approved, denied};
    bench.window->setRoom(Room::Approvals);
    bench.find<QPushButton>(u"approvalHistory"_s)->click();
    auto *table = bench.find<QTreeView>(u"decisions"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const auto texts = [&] {
        QStringList all;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            for (int column = 0; column < table->model()->columnCount(); ++column)
                all.append(table->model()->index(row, column).data().toString());
        return all.join(u'|');
    };
    for (const char *words : {"Iris", "Approved", "Robin", "Denied", "paid twice by the bank", "Theo Okafor"})
        QVERIFY2(texts().contains(QLatin1StringView(words)), words);

    auto *states = bench.find<QComboBox>(u"decisionState"_s);
    states->setCurrentIndex(states->findData(static_cast<int>(ActState::Denied)));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(texts().contains("Theo Okafor"_L1));
    states->setCurrentIndex(0);
    QTest::keyClicks(bench.find<QLineEdit>(u"decisionSearch"_s), u"mara"_s);
    QTRY_VERIFY(table->model()->rowCount() == 1 && texts().contains("Mara Lind"_L1));

    bench.find<QPushButton>(u"exportDecisions"_s)->click();
    auto *dialog = bench.window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    dialog->close();
    bench.find<DecisionHistory>(u"decisionHistory"_s)->exportTo(u"/there/decisions.csv"_s);
    QTRY_VERIFY(bench.desk.calls.contains(u"exportDecisions /there/decisions.csv"_s));
    QCOMPARE(bench.desk.askedDecisions.text, u"mara"_s);

    Q_EMIT table->activated(table->model()->index(0, 0));
    QVERIFY(bench.waitOpen(2)); // its conversation
}

void DeskWorkTest::copiesAndForwardedSendersAreShown()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.desk.change(ConversationId{1}, [](ConversationView &view) {
        view.cc = view.thread.front().cc = u"Bo Reed <bo@reed.example>"_s;
        view.thread.front().forwardedFrom = u"Kim Holt <kim@holt.example>"_s;
    });
    QTRY_VERIFY(bench.find<QLabel>(u"conversationAbout"_s)->text().contains("bo@reed.example"_L1));
    QTRY_VERIFY(bench.find<QLabel>(u"forwardedFrom"_s));
    QVERIFY(bench.find<QLabel>(u"forwardedFrom"_s)->text().contains("kim@holt.example"_L1));
    QVERIFY(bench.find<QLabel>(u"messageCopies"_s)->text().contains("bo@reed.example"_L1));
}

void DeskWorkTest::attach(WindowBench &bench, const Attachment &attachment, const QByteArray &bytes)
{
    bench.desk.change(ConversationId{1}, [&](ConversationView &view) {
        ThreadEntry &entry = view.thread.front();
        entry.id = MessageId{77};
        entry.attachments.append(attachment);
        bench.desk.attached[{77, static_cast<int>(entry.attachments.size()) - 1}] = bytes;
    });
}

void DeskWorkTest::attachmentsAreListedAndShown()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const QByteArray bytes = picture();
    attach(bench, {u"screen.png"_s, u"image/png"_s, bytes.size(), true, {}}, bytes);
    attach(bench, {u"log.txt"_s, u"text/plain"_s, 12, true, {}}, "first\nsecond");
    attach(bench, {u"huge.zip"_s, u"application/zip"_s, largestKeptAttachment + 1, false, {}}, {});
    const auto rows = [&] { return bench.pane().findChildren<QWidget *>(u"attachment"_s); };
    QTRY_COMPARE(rows().size(), 3);
    const auto said = [](const QWidget *row) {
        QString words;
        for (const QLabel *label : row->findChildren<QLabel *>())
            words += label->text() + u' ';
        return words;
    };
    QVERIFY2(said(rows().at(0)).contains("PNG"_L1), qPrintable(said(rows().at(0))));
    QVERIFY(said(rows().at(2)).contains("too large"_L1));
    QVERIFY(rows().at(2)->findChildren<QToolButton *>().isEmpty());

    rows().at(0)->findChild<QToolButton *>(u"previewAttachment"_s)->click();
    QTRY_VERIFY(bench.window->findChild<QLabel *>(u"attachmentPicture"_s));
    QCOMPARE(bench.window->findChild<QLabel *>(u"attachmentPicture"_s)->pixmap().size(), QSize(12, 8));
    bench.window->findChild<QDialog *>(u"attachmentPreview"_s)->close();
    QTRY_VERIFY(!bench.window->findChild<QDialog *>(u"attachmentPreview"_s));

    rows().at(1)->findChild<QToolButton *>(u"previewAttachment"_s)->click();
    QTRY_VERIFY(bench.window->findChild<QPlainTextEdit *>(u"attachmentText"_s));
    QCOMPARE(bench.window->findChild<QPlainTextEdit *>(u"attachmentText"_s)->toPlainText(),
             u"first\nsecond"_s);
}

void DeskWorkTest::attachmentIsSaved()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    QTemporaryDir folder;
    attach(bench, {u"report.pdf"_s, u"application/pdf"_s, 4, true, {}}, "%PDF");
    QTRY_VERIFY(bench.pane().findChild<QToolButton *>(u"saveAttachment"_s));

    bench.pane().findChild<QToolButton *>(u"saveAttachment"_s)->click();

    auto *dialog = bench.window->findChild<QFileDialog *>(u"saveAttachmentDialog"_s);
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(folder.filePath(u"kept.pdf"_s));
    dialog->close();
    QTRY_VERIFY(QFile::exists(folder.filePath(u"kept.pdf"_s)));
    QFile kept(folder.filePath(u"kept.pdf"_s));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("%PDF"));
}

void DeskWorkTest::attachmentIsOpenedAfterAQuestion()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    OpenedFiles opened;
    QDesktopServices::setUrlHandler(u"file"_s, &opened, "open");
    attach(bench, {u"report.pdf"_s, u"application/pdf"_s, 4, true, {}}, "%PDF");
    QTRY_VERIFY(bench.pane().findChild<QToolButton *>(u"openAttachment"_s));

    bench.pane().findChild<QToolButton *>(u"openAttachment"_s)->click();
    QVERIFY(opened.contents.isEmpty()); // asked first
    QVERIFY(buttonOf(bench.pane(), u"Open the file"_s));
    buttonOf(bench.pane(), u"Open the file"_s)->click();

    QTRY_COMPARE(opened.contents, QList<QByteArray>{"%PDF"});
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

void DeskWorkTest::programIsNeverOpened()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    attach(bench, {u"invoice.pdf.exe"_s, u"application/pdf"_s, 2, true, {}}, "MZ");
    QTRY_VERIFY(bench.pane().findChild<QToolButton *>(u"openAttachment"_s));

    bench.pane().findChild<QToolButton *>(u"openAttachment"_s)->click();

    QVERIFY(bench.pane().bar().isVisible());
    QVERIFY(!buttonOf(bench.pane(), u"Open the file"_s));
    QVERIFY(AttachmentActions::isProgram(u"run.SH"_s));
    QVERIFY(!AttachmentActions::isProgram(u"report.pdf"_s));
}

void DeskWorkTest::runIsToldInPlainWords()
{
    const Json step{
        {"invoice_id", "INV-1042"},
        {"amount_minor", 4900},
        {"currency", "USD"},
        {"intent", "billing.plan_pricing"},
        {"key", "5f0c"},
        {"approved", true},
        {"calls", Json::array({{{"name", "process_refund"}, {"args", {{"invoice_id", "INV-1"}}}}})}};

    QString said;
    for (const auto &[name, value] : PlainFacts::of(step))
        said += name + u": "_s + value + u'\n';
    said.replace(QChar::Nbsp, u' ');

    for (const char *words : {"Invoice: INV-1042", "Amount: ", "49.00 USD", "About: Price of a plan",
                              "Approved: Yes", "Wants to do: Refund"})
        QVERIFY2(said.contains(QLatin1StringView(words)), qPrintable(said));
    static const QRegularExpression internal(u"[a-z]+_[a-z]+|5f0c|[{}\\[\\]\"]"_s);
    QVERIFY2(!internal.match(said).hasMatch(), qPrintable(said));

    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.inbox().inspector().setPage(Inspector::Run);
    for (QPushButton *line : bench.inbox().inspector().findChildren<QPushButton *>())
        if (line->isCheckable() && line->isVisible() && line->isEnabled() && !line->isChecked() &&
            line->property("kind").toString() == "flatLine"_L1)
            line->click();
    for (const QLabel *label : bench.inbox().inspector().findChildren<QLabel *>())
        QVERIFY2(!label->isVisible() || !internal.match(label->text()).hasMatch(), qPrintable(label->text()));
    QVERIFY(bench.inbox().inspector().findChildren<QPlainTextEdit *>().isEmpty());
}

QTEST_MAIN(DeskWorkTest)
#include "tst_deskwork.moc"
