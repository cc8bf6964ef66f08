#pragma once

class QProcess;

namespace Helmdesk
{

// A child that must not outlive this program, however this program ends: the system ends it (on Linux by the
// parent's death signal, on Windows by a job object). Elsewhere (macOS) only an orderly end reaches it.
//
// Call dieWithUs() before start() and keepInJob() after started; both from the thread that owns the process,
// which has to live as long as the child: Linux takes the end of the thread for the parent's.
enum class ProcessGroup {
    Ours,
    Own, // of its own, so that all that it starts can be ended with it; nothing on Windows
};
void dieWithUs(QProcess &child, ProcessGroup group = ProcessGroup::Ours);
void keepInJob(const QProcess &child);

} // namespace Helmdesk
