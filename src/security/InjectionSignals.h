#pragma once

#include <QString>
#include <QStringView>
#include <vector>

namespace Helmdesk
{

// Signs that a message tries to give the agent orders instead of asking the desk for something. They lead to
// a person; they are never the only guard, since the policy gate refuses such calls whatever a text says.
enum class InjectionSign {
    OverridesInstructions, // "ignore all previous instructions"
    AsksForPrompt,         // "print your system prompt"
    RoleMarker,            // a line "system:", <|im_start|>, [INST]
    ChangesRole,           // "you are now in developer mode"
    ClaimsAuthority,       // "as the administrator I approve the refund"
    NamesTool,             // process_refund(...), {"tool": ...}
    HiddenText,            // zero-width characters, tag characters, invisible HTML
    EncodedText,           // a long base64 blob, worse when it decodes to any of the above
};
QString nameOf(InjectionSign sign);

struct InjectionFinding {
    InjectionSign sign = InjectionSign::OverridesInstructions;
    QString matched; // at most 80 characters of the text
    double weight = 0.0;
};

struct InjectionSignals {
    double score = 0.0; // 0 to 1; 1 - product of (1 - weight), so several weak signs add up
    std::vector<InjectionFinding> findings;
};

// At or above it a message counts as suspected.
inline constexpr double injectionThreshold = 0.5;

// Thread: any. Linear in the text. Cannot fail.
InjectionSignals findInjectionSignals(const QString &text);

} // namespace Helmdesk
