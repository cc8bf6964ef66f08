// Files and copies of a reply, attached and typed as a person does.

#include "WindowBench.h"

#include "conversation/ReplyEditor.h"
#include "conversation/ReplyFiles.h"
#include "conversation/ReplyPeople.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"

#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

// Opens the mail of the sample as one with these people.
BegunReply asMail(const QStringList &others, bool copiesByDefault = false)
{
    BegunReply reply;
    reply.isMail = true;
    reply.to = u"ada@brook.example"_s;
    reply.others = others;
    reply.copiesByDefault = copiesByDefault;
    return reply;
}

class Editor : public ReplyEditor
{
public:
    using ReplyEditor::canInsertFromMimeData;
    using ReplyEditor::insertFromMimeData;
};

} // namespace

class ReplyPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreListedAndRemoved();
    void refusedFileIsSaidAndNothingIsLost();
    void pastedFilesAndPicturesAreAttached();
    void missingFileIsAskedAboutOnce();
    void wordsOfAttachments_data();
    void wordsOfAttachments();
    void noteHasNeitherFilesNorCopies();
    void answerToAllIsAChoice();
    void typedCopiesAreStoredBeforeTheReplyLeaves();
    void wrongAddressKeepsTheReplyHere();

private:
    static std::unique_ptr<WindowBench> openedOn(const BegunReply &reply);
};

std::unique_ptr<WindowBench> ReplyPartsTest::openedOn(const BegunReply &reply)
{
    auto bench = std::make_unique<WindowBench>();
    bench->desk.replies.reply = reply;
    if (!bench->isReady())
        return nullptr;
    bench->pane().reload();
    return QTest::qWaitFor([&] { return bench->opened().has_value(); }) ? std::move(bench) : nullptr;
}

void ReplyPartsTest::filesAreListedAndRemoved()
{
    const auto bench = openedOn({});
    QVERIFY(bench);
    auto *files = bench->find<ReplyFiles>(u"replyFiles"_s);
    QVERIFY(!files->isVisible());
    QTemporaryDir folder;
    QFile file(folder.filePath(u"report.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("12345") == 5);
    file.close();

    files->add({file.fileName(), file.fileName()});

    QTRY_COMPARE(files->files().size(), size_t{2});
    QVERIFY(files->isVisible());
    const auto rows = files->findChildren<QWidget *>(u"attachedFile"_s);
    QVERIFY(rows.front()->findChild<ElidedLabel *>()->fullText() == u"report.pdf"_s);
    QVERIFY(bench->find<QLabel>(u"filesTotal"_s)->isVisible());
    auto *remove = rows.front()->findChild<QToolButton *>(u"removeFile"_s);
    QCOMPARE(remove->accessibleName(), u"Remove report.pdf"_s);
    remove->click();
    QTRY_COMPARE(files->files().size(), size_t{1});
    QCOMPARE(bench->desk.replies.reply.files.size(), size_t{1});
}

void ReplyPartsTest::refusedFileIsSaidAndNothingIsLost()
{
    BegunReply begun;
    begun.files = {{7, u"kept.txt"_s, u"text/plain"_s, 3}};
    const auto bench = openedOn(begun);
    QVERIFY(bench);
    auto *files = bench->find<ReplyFiles>(u"replyFiles"_s);
    QTRY_COMPARE(files->files().size(), size_t{1});
    bench->desk.replies.failure = Error{ErrorKind::InvalidInput, u"\"gone.txt\" is empty"_s};

    files->add({u"/nowhere/gone.txt"_s});

    QTRY_VERIFY(bench->pane().bar().isVisible());
    QCOMPARE(files->files().size(), size_t{1});
}

void ReplyPartsTest::pastedFilesAndPicturesAreAttached()
{
    Editor editor;
    QStringList paths;
    int pictures = 0;
    connect(&editor, &ReplyEditor::filesOffered, this, [&](const QStringList &given) { paths = given; });
    connect(&editor, &ReplyEditor::pictureOffered, this, [&](const QImage &) { ++pictures; });

    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(u"/tmp/a.txt"_s), QUrl::fromLocalFile(u"/tmp/b.txt"_s)});
    QVERIFY(editor.canInsertFromMimeData(&dropped));
    editor.insertFromMimeData(&dropped);
    QCOMPARE(paths, (QStringList{u"/tmp/a.txt"_s, u"/tmp/b.txt"_s}));
    QVERIFY(editor.toPlainText().isEmpty());

    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::red);
    QMimeData picture;
    picture.setImageData(image);
    editor.insertFromMimeData(&picture);
    QCOMPARE(pictures, 1);

    QMimeData table; // cells come with a picture of themselves
    table.setImageData(image);
    table.setText(u"a\tb"_s);
    editor.insertFromMimeData(&table);
    QCOMPARE(pictures, 1);
    QCOMPARE(editor.toPlainText(), u"a\tb"_s);

    QMimeData link;
    link.setUrls({QUrl(u"https://desk.example/a"_s)});
    link.setText(u"https://desk.example/a"_s);
    paths.clear();
    editor.insertFromMimeData(&link);
    QVERIFY(paths.isEmpty());

    const auto bench = openedOn({});
    QVERIFY(bench);
    auto *files = bench->find<ReplyFiles>(u"replyFiles"_s);
    files->addPicture(image);
    QTRY_COMPARE(files->files().size(), size_t{1});
    files->addPicture(image);
    QTRY_COMPARE(files->files().size(), size_t{2});
    QCOMPARE(files->files()[0].name, u"picture.png"_s);
    QCOMPARE(files->files()[1].name, u"picture-2.png"_s);
}

void ReplyPartsTest::missingFileIsAskedAboutOnce()
{
    const auto bench = openedOn({});
    QVERIFY(bench);
    bench->composer().setText(u"You find the invoice attached."_s);
    bench->desk.calls.clear();

    bench->composer().send();

    QVERIFY(!bench->desk.calls.contains(u"send"_s));
    auto *question = bench->find<QWidget>(u"missingFileQuestion"_s);
    QVERIFY(question->isVisible());
    question->findChild<QPushButton *>(u"sendWithout"_s)->click();
    QTRY_VERIFY(bench->desk.calls.contains(u"send"_s));
    QCOMPARE(bench->desk.sentText, std::optional(u"You find the invoice attached."_s));
}

void ReplyPartsTest::wordsOfAttachments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("speaks");
    QTest::newRow("English") << u"The form is attached."_s << true;
    QTest::newRow("English noun") << u"See the Attachment"_s << true;
    QTest::newRow("German") << u"Im Anhang finden Sie die Rechnung."_s << true;
    QTest::newRow("German verb") << u"Ich habe sie angehängt."_s << true;
    QTest::newRow("German word") << u"Anbei die Rechnung"_s << true;
    QTest::newRow("French") << u"Voir la pièce jointe"_s << true;
    QTest::newRow("Spanish") << u"Adjuntamos la factura"_s << true;
    QTest::newRow("nothing") << u"Your money is on its way."_s << false;
    QTest::newRow("part of a word") << u"The unattachedness of Anhangers"_s << false;
}

void ReplyPartsTest::wordsOfAttachments()
{
    QFETCH(QString, text);
    QFETCH(bool, speaks);
    QCOMPARE(ReplyFiles::speaksOfAttachment(text), speaks);
}

void ReplyPartsTest::noteHasNeitherFilesNorCopies()
{
    BegunReply begun = asMail({});
    begun.files = {{7, u"kept.txt"_s, u"text/plain"_s, 3}};
    const auto bench = openedOn(begun);
    QVERIFY(bench);
    QTRY_VERIFY(bench->find<QWidget>(u"replyPeople"_s)->isVisible());
    QVERIFY(bench->find<QWidget>(u"replyFiles"_s)->isVisible());

    bench->composer().toggleNote();

    QVERIFY(!bench->find<QWidget>(u"replyPeople"_s)->isVisible());
    QVERIFY(!bench->find<QWidget>(u"replyFiles"_s)->isVisible());
    QVERIFY(!bench->find<QToolButton>(u"attachFiles"_s)->isEnabled());
}

void ReplyPartsTest::answerToAllIsAChoice()
{
    const auto bench = openedOn(asMail({u"bo@brook.example"_s, u"cy@brook.example"_s}));
    QVERIFY(bench);
    auto *all = bench->find<QPushButton>(u"answerAll"_s);
    QTRY_VERIFY(all->isVisible());
    QVERIFY(!all->isChecked());
    QVERIFY(!bench->find<QLineEdit>(u"ccField"_s)->isVisible());

    all->click();

    QTRY_COMPARE(bench->desk.replies.reply.copies.cc,
                 std::optional(QStringList{u"bo@brook.example"_s, u"cy@brook.example"_s}));
    QVERIFY(bench->find<QLineEdit>(u"ccField"_s)->isVisible());
    all->click();
    QTRY_COMPARE(bench->desk.replies.reply.copies, ReplyCopies{}); // as the mailbox does by itself

    // Where the mailbox answers everybody, that nobody gets a copy is what has to be said.
    const auto other = openedOn(asMail({u"bo@brook.example"_s}, true));
    QVERIFY(other);
    QTRY_VERIFY(other->find<QPushButton>(u"answerAll"_s)->isChecked());
    other->find<QPushButton>(u"answerAll"_s)->click();
    QTRY_COMPARE(other->desk.replies.reply.copies.cc, std::optional(QStringList()));
}

void ReplyPartsTest::typedCopiesAreStoredBeforeTheReplyLeaves()
{
    const auto bench = openedOn(asMail({}));
    QVERIFY(bench);
    QTRY_VERIFY(bench->find<QPushButton>(u"showBcc"_s)->isVisible());
    bench->find<QPushButton>(u"showBcc"_s)->click();
    bench->find<QLineEdit>(u"bccField"_s)
        ->setText(u"The Boss <boss@desk.example>\u060C audit@desk.example"_s);
    bench->composer().setText(u"It is on its way."_s);
    bench->desk.calls.clear();

    bench->composer().send();

    QTRY_VERIFY(bench->desk.calls.contains(u"send"_s));
    QCOMPARE(bench->desk.replies.reply.copies.bcc,
             (QStringList{u"boss@desk.example"_s, u"audit@desk.example"_s}));
}

void ReplyPartsTest::wrongAddressKeepsTheReplyHere()
{
    const auto bench = openedOn(asMail({}));
    QVERIFY(bench);
    QTRY_VERIFY(bench->find<QPushButton>(u"showCc"_s)->isVisible());
    bench->find<QPushButton>(u"showCc"_s)->click();
    bench->find<QLineEdit>(u"ccField"_s)->setText(u"nobody"_s);
    bench->composer().setText(u"It is on its way."_s);
    bench->desk.replies.failure = Error{ErrorKind::InvalidInput, u"\"nobody\" is no e-mail address"_s};
    bench->desk.calls.clear();

    bench->composer().send();

    QTRY_VERIFY(bench->pane().bar().isVisible());
    QVERIFY(!bench->desk.calls.contains(u"send"_s));
    QCOMPARE(bench->composer().text(), u"It is on its way."_s);
    bench->desk.replies.failure.reset();
    bench->find<QLineEdit>(u"ccField"_s)->setText({});
    bench->composer().send();
    QTRY_VERIFY(bench->desk.calls.contains(u"send"_s));
}

QTEST_MAIN(ReplyPartsTest)
#include "tst_replyparts.moc"
