#pragma once

#include <QDialog>

namespace Helmdesk
{

class ActionRegistry;

// The keys of the console by view. Shown with `?`.
class KeyHelp : public QDialog
{
    Q_OBJECT

public:
    KeyHelp(const ActionRegistry &registry, QWidget *window);
};

} // namespace Helmdesk
