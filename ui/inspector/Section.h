#pragma once

#include <QString>

class QGridLayout;
class QVBoxLayout;

namespace Helmdesk
{

// Starts a titled part of an inspector page; a hairline parts it from what stands above.
// `figure` stands at the trailing end of the title.
void addSection(QVBoxLayout &page, const QString &title, const QString &figure = {});

// A name and its value in two columns.
QGridLayout *addFacts(QVBoxLayout &page);
void addFact(QGridLayout &facts, const QString &name, const QString &value);

} // namespace Helmdesk
