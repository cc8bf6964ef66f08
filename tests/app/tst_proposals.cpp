#include "app/EngineProposals.h"
#include "app/Proposals.h"
#include "store/ScaleData.h"
#include "support/TestSupport.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

// Proposals on a workspace with a made-up history.
class ProposalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void savedWithItsFigures();
    void unfitOnesAreRefused_data();
    void unfitOnesAreRefused();
    void comparisonAddsUpAndAgreesWithReplay();
    void appliedAllOrNone();
    void rolledBackToExactlyWhatWas();
    void changedSinceIsRefusedUnlessForced();
    void theRoomDoesTheSame();

private:
    Result<Proposal> save(const QString &name, std::vector<ProposedSetting> settings)
    {
        return Proposals(*m_workspace).save({name, std::move(settings), u"Robin"_s, u"To try it"_s}, {});
    }
    Json held(const char *name) const
    {
        return m_workspace->settings().value(findSetting(QString::fromLatin1(name))->key);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

namespace
{

const std::vector<ProposedSetting> bolder{{u"routing.threshold"_s, u"0.5"_s},
                                          {u"modes.billing"_s, u"auto"_s}};

} // namespace

void ProposalsTest::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace =
        Workspace::open(m_folder->path(), {.defaults = AdminDefaults(), .durability = Durability::None});
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
    const QDateTime now = m_workspace->clock().now();
    VERIFY_RESULT(addScaleConversations(m_workspace->database(), 50, now));
    VERIFY_RESULT(addScaleRuns(m_workspace->database(), 600, now));
}

void ProposalsTest::savedWithItsFigures()
{
    const auto saved = save(u" bolder "_s, bolder);

    VERIFY_RESULT(saved);
    QCOMPARE(saved->name, u"bolder"_s);
    QCOMPARE(saved->settings, Json({{"modes.billing", "auto"}, {"routing.threshold", 0.5}}));
    QCOMPARE(integerOr(saved->figures, "runs", 0), 600);
    QVERIFY(integerOr(saved->figures["to_automatic"], "runs", 0) > 0);
    const auto found = Proposals(*m_workspace).find(u"bolder"_s);
    VERIFY_RESULT(found);
    QCOMPARE(found->figures, saved->figures);
    QCOMPARE(held("routing.threshold"), Settings().toJson()["routing.threshold"]); // nothing changed yet
    QCOMPARE(save(u"bolder"_s, bolder).error().kind, ErrorKind::Conflict);
}

void ProposalsTest::unfitOnesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("no name") << u" "_s << u"routing.threshold"_s << u"0.5"_s << u"name of the proposal"_s;
    QTest::newRow("no such setting") << u"a"_s << u"routing.treshold"_s << u"0.5"_s << u"did you mean"_s;
    QTest::newRow("out of range") << u"a"_s << u"routing.threshold"_s << u"7"_s << u"routing.threshold"_s;
    QTest::newRow("not replayable") << u"a"_s << u"session.max_turns"_s << u"7"_s << u"session.max_turns"_s;
    QTest::newRow("changes nothing") << u"a"_s << u"routing.threshold"_s << u"0.8"_s << u"changes nothing"_s;
}

void ProposalsTest::unfitOnesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, setting);
    QFETCH(QString, value);
    QFETCH(QString, complaint);

    const auto saved = save(name, {{setting, value}});

    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(saved.error().detail.contains(complaint), qPrintable(saved.error().detail));
    QVERIFY(Proposals(*m_workspace).list()->empty());
}

void ProposalsTest::comparisonAddsUpAndAgreesWithReplay()
{
    const auto saved = save(u"bolder"_s, bolder);
    VERIFY_RESULT(saved);
    VERIFY_RESULT(save(u"careful"_s, {{u"answer.threshold"_s, u"0.95"_s}}));

    const auto comparison = Proposals(*m_workspace).compare({u"bolder"_s, u"careful"_s}, {});

    VERIFY_RESULT(comparison);
    QCOMPARE(comparison->columns.size(), size_t(3));
    for (const ComparedColumn &column : comparison->columns) {
        ComparedTally sum;
        for (const ComparedTally &part : column.byCategory) {
            sum.runs += part.runs;
            sum.notTold += part.notTold;
            sum.automatic.runs += part.automatic.runs;
            for (size_t decision = 0; decision < decisionCount; ++decision)
                sum.decisions[decision] += part.decisions[decision];
        }
        const ComparedTally &total = column.total;
        QCOMPARE(sum.runs, total.runs);
        QVERIFY(sum.decisions == total.decisions);
        QCOMPARE(total.decisions[0] + total.decisions[1] + total.decisions[2] + total.notTold, total.runs);
        QCOMPARE(total.automatic.runs, total.decisions[static_cast<size_t>(Decision::AutoSend)]);
    }
    const ComparedColumn &bold = comparison->columns[1];
    QCOMPARE(bold.total.decisions[static_cast<size_t>(Decision::AutoSend)],
             integerOr(saved->figures["proposed"], "auto_send", -1));
    QCOMPARE(bold.toAutomatic.runs, integerOr(saved->figures["to_automatic"], "runs", -1));
    QVERIFY(bold.total.automatic.judged() > 0);
    QCOMPARE(comparison->columns[0].toAutomatic.runs, 0);
    QCOMPARE(Proposals(*m_workspace).compare({u"nobody"_s}, {}).error().kind, ErrorKind::NotFound);
}

void ProposalsTest::appliedAllOrNone()
{
    VERIFY_RESULT(save(u"bolder"_s, bolder));
    Proposals proposals(*m_workspace);
    QCOMPARE(proposals.apply({u"bolder"_s, u"Kim"_s, u""_s}).error().kind, ErrorKind::InvalidInput);

    const auto applied = proposals.apply({u"Bolder"_s, u"Kim"_s, u"Agreed on Monday"_s});

    VERIFY_RESULT(applied);
    QCOMPARE(held("routing.threshold"), Json(0.5));
    QCOMPARE(held("modes.billing"), Json("auto"));
    QVERIFY(isInForce(*proposals.history(), u"bolder"_s));
    QCOMPARE(proposals.apply({u"bolder"_s, u"Kim"_s, u"Again"_s}).error().kind, ErrorKind::Conflict);

    // Where an administrator locks one of them, the other stays, too.
    m_workspace.reset();
    const QTemporaryDir machine;
    QFile file(machine.filePath(u"defaults.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"locked": {"modes.billing": "suggest"}})");
    file.close();
    const AdminDefaults defaults = AdminDefaults::fromFiles({file.fileName()});
    QVERIFY2(defaults.problem().isEmpty(), qPrintable(defaults.problem()));
    auto locked = Workspace::open(m_folder->path(), {.defaults = defaults, .durability = Durability::None});
    VERIFY_RESULT(locked);
    m_workspace = std::move(*locked);
    Proposals again(*m_workspace);
    VERIFY_RESULT(again.save({u"both"_s,
                              {{u"routing.threshold"_s, u"0.6"_s}, {u"modes.billing"_s, u"auto"_s}},
                              u"Robin"_s,
                              u"x"_s},
                             {}));
    QCOMPARE(again.apply({u"both"_s, u"Kim"_s, u"Let us"_s}).error().kind, ErrorKind::Denied);
    QCOMPARE(held("routing.threshold"), Json(0.5));
    QVERIFY(!isInForce(*again.history(), u"both"_s));
}

void ProposalsTest::rolledBackToExactlyWhatWas()
{
    VERIFY_RESULT(m_workspace->settingsRepository().save(u"routing.threshold"_s, 0.83, u"Robin"_s));
    VERIFY_RESULT(save(u"bolder"_s, bolder));
    const Settings before = m_workspace->settings();
    Proposals proposals(*m_workspace);
    QCOMPARE(proposals.rollBack({u"bolder"_s, u"Kim"_s, {}}, ChangedSince::Refuse).error().kind,
             ErrorKind::Conflict); // not in force
    VERIFY_RESULT(proposals.apply({u"bolder"_s, u"Kim"_s, u"Agreed"_s}));
    QVERIFY(m_workspace->settings() != before);

    VERIFY_RESULT(proposals.rollBack({u"bolder"_s, u"Kim"_s, u"Too bold"_s}, ChangedSince::Refuse));

    QVERIFY(m_workspace->settings() == before);
    QVERIFY(!isInForce(*proposals.history(), u"bolder"_s));
    const auto events = proposals.history();
    QCOMPARE(events->front().act, ProposalAct::RolledBack);
    QCOMPARE(events->front().after, Json({{"modes.billing", "suggest"}, {"routing.threshold", 0.83}}));
    QCOMPARE(proposals.rollBack({u"nobody"_s, u"Kim"_s, {}}, ChangedSince::Refuse).error().kind,
             ErrorKind::NotFound);
}

void ProposalsTest::changedSinceIsRefusedUnlessForced()
{
    VERIFY_RESULT(save(u"bolder"_s, bolder));
    Proposals proposals(*m_workspace);
    const Settings before = m_workspace->settings();
    VERIFY_RESULT(proposals.apply({u"bolder"_s, u"Kim"_s, u"Agreed"_s}));
    VERIFY_RESULT(m_workspace->settingsRepository().save(u"routing.threshold"_s, 0.9, u"Robin"_s));

    const auto refused = proposals.rollBack({u"bolder"_s, u"Kim"_s, {}}, ChangedSince::Refuse);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QVERIFY(refused.error().detail.contains(u"routing.threshold"_s));
    QVERIFY(!refused.error().detail.contains(u"modes.billing"_s));
    QCOMPARE(held("modes.billing"), Json("auto"));

    VERIFY_RESULT(proposals.remove({u"bolder"_s, u"Kim"_s, {}})); // what it did can still be taken back
    VERIFY_RESULT(proposals.rollBack({u"bolder"_s, u"Kim"_s, {}}, ChangedSince::Overwrite));
    QVERIFY(m_workspace->settings() == before);
}

void ProposalsTest::theRoomDoesTheSame()
{
    EngineProposals room(*m_workspace);
    VERIFY_RESULT(room.save({u"bolder"_s, bolder, u"Robin"_s, u"To try"_s}).result());
    VERIFY_RESULT(room.apply({u"bolder"_s, u"Robin"_s, u"Agreed"_s}).result());

    const Result<ProposalsView> view = room.view({u"bolder"_s, u"gone"_s}).result();

    VERIFY_RESULT(view);
    QCOMPARE(view->rows.size(), size_t(1));
    QVERIFY(view->rows.front().isInForce);
    QCOMPARE(view->history.size(), size_t(2));
    QCOMPARE(view->comparison.columns.size(), size_t(2));
    QVERIFY(view->settings.contains(u"routing.threshold"_s));
    VERIFY_RESULT(room.rollBack({u"bolder"_s, u"Robin"_s, {}}, ChangedSince::Refuse).result());
    VERIFY_RESULT(room.remove({u"bolder"_s, u"Robin"_s, {}}).result());
    QVERIFY(room.view({}).result()->rows.empty());
}

QTEST_GUILESS_MAIN(ProposalsTest)
#include "tst_proposals.moc"
