#pragma once

#include "store/Database.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

namespace Helmdesk::Test
{

// A fresh workspace database in a folder of its own.
struct TemporaryStore {
    QTemporaryDir folder;
    std::unique_ptr<Database> database;

    TemporaryStore()
    {
        auto opened = Database::open(path());
        if (opened)
            database = std::move(*opened);
        else
            qFatal("%s", qPrintable(opened.error().detail));
    }
    QString path() const { return folder.filePath(QStringLiteral("helmdesk.sqlite")); }
};

} // namespace Helmdesk::Test
