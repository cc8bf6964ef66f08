#pragma once

#include <QByteArray>
#include <QString>

namespace Helmdesk
{

// What rich text (RTF) shows: paragraphs as lines, its hidden destinations and pictures left out. Of HTML
// that Outlook packed into RTF it is the HTML.
struct RtfText {
    QString text;
    bool isHtml = false;
};

// Pure, thread-safe and linear; never fails: damaged text ends where it is damaged. At most 1,000 groups
// deep.
RtfText readRtf(const QByteArray &rtf);

} // namespace Helmdesk
