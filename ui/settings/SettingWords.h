#pragma once

#include "app/DeskSnapshots.h"

#include <QCoreApplication>

namespace Helmdesk
{

// The places of the settings in their view, in the order in which they are shown.
enum class SettingGroup { Modes, Person, Sending, Conversations, Work, Models, Monitoring, Window, Other };

// How a setting is said: its name, what it means and in what it is counted, in the operator's language. A
// setting that is not known here shows what its row says.
struct SettingText {
    QString title;
    QString meaning;
    QString unit;        // behind the figure; empty: none
    double factor = 1.0; // what is shown is the value divided by it
    SettingGroup group = SettingGroup::Other;
};

class SettingWords
{
    Q_DECLARE_TR_FUNCTIONS(SettingWords)

public:
    static SettingText textOf(const SettingRow &row);
    static QString groupName(SettingGroup group);
    static QString groupNote(SettingGroup group); // below its name; empty: none
    // Whether with the value more would leave, or more money go, without a person than does now.
    static bool loosens(const SettingRow &row, const Json &value);
    static QString consequence(const SettingRow &row); // of loosening it, as a sentence
};

} // namespace Helmdesk
