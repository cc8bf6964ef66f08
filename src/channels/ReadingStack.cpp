#include "channels/ReadingStack.h"

#include <memory>
#include <QThread>

namespace Helmdesk
{
namespace
{

constexpr unsigned int readingStack = 16U * 1024 * 1024; // bytes

thread_local bool isReadingStack = false;

} // namespace

void onReadingStack(const std::function<void()> &work)
{
    if (isReadingStack) {
        work();
        return;
    }
    const std::unique_ptr<QThread> thread(QThread::create([&work] {
        isReadingStack = true;
        work();
    }));
    thread->setStackSize(readingStack);
    thread->start();
    thread->wait();
}

} // namespace Helmdesk
