#pragma once

#include "app/BacktestRoom.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace Helmdesk
{

class ElidedLabel;
class InlineBar;
class ReportView;

// Try the desk on one's own archive: choose it, correct which column holds what, watch, read the report. GUI
// thread; the room outlives it.
class BacktestPage : public QWidget
{
    Q_OBJECT

public:
    explicit BacktestPage(BacktestRoom &room, QWidget *parent = nullptr);
    void openArchive(const QString &path); // reads what it is, and offers to begin

Q_SIGNALS:
    void backRequested();

private:
    QWidget *makeChoice();
    QWidget *makeReport();
    void chooseFile();
    void chooseFolder();
    void describe(const QMap<QString, QString> &mapping);
    void showSource(const BacktestSourceView &source);
    QMap<QString, QString> mapping() const;
    void start();
    void finish(const Result<BacktestView> &view);
    void setRunning(bool isRunning);
    void tellProgress();
    void savePdf();
    void saveReport();

    BacktestRoom &m_room;
    QString m_path;
    int m_generation = 0; // of the archive that is described
    InlineBar *m_bar = nullptr;
    ElidedLabel *m_chosen = nullptr;
    QLabel *m_source = nullptr;
    QWidget *m_columns = nullptr;
    QFormLayout *m_form = nullptr;
    QMap<QString, QComboBox *> m_boxes; // by field
    QCheckBox *m_mask = nullptr;
    QPushButton *m_file = nullptr;
    QPushButton *m_folder = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_stop = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    QTimer *m_watch = nullptr;
    QWidget *m_reportPart = nullptr;
    ReportView *m_report = nullptr;
};

} // namespace Helmdesk
