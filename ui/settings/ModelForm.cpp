#include "settings/ModelForm.h"

#include "settings/ModelWords.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDoubleValidator>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr double dearest = 100'000.0; // dollars a million tokens

std::optional<double> priceIn(const QLineEdit &field)
{
    bool isNumber = false;
    const double price = QLocale().toDouble(field.text().trimmed(), &isNumber);
    return isNumber ? std::optional(price) : std::nullopt;
}

} // namespace

ModelForm::ModelForm(const ModelRoom &room, QWidget *parent)
    : QFrame(parent)
    , m_room(room)
{
    setObjectName(u"modelForm"_s);
    setSurface(*this, "card");
    auto *column = makeColumn(this, Measure::gapLarge, Measure::gap);
    column->addWidget(makeLabel(tr("Add a language model"), 1.15, QFont::DemiBold));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Measure::gapLarge);
    grid->setVerticalSpacing(Measure::gap);
    grid->setColumnStretch(1, 1);
    m_provider = new ChoiceBox;
    m_provider->setObjectName(u"modelProvider"_s);
    m_provider->setAccessibleName(tr("Provider"));
    for (const ModelProvider provider : {ModelProvider::OpenAi, ModelProvider::OpenAiResponses,
                                         ModelProvider::Anthropic, ModelProvider::Managed})
        m_provider->addItem(ModelWords::provider(provider), static_cast<int>(provider));
    QLabel *label = makeLabel(tr("&Provider"));
    label->setBuddy(m_provider);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_provider, 0, 1);
    makeFileLine(*grid);
    m_address = addLine(*grid, tr("A&ddress"), u"modelAddress"_s,
                        tr("Empty: the provider's own. A server of yours: http://127.0.0.1:8080/v1"));
    m_model = addLine(*grid, tr("&Model"), u"modelModel"_s, tr("As its provider calls it"));
    m_name = addLine(*grid, tr("&Name"), u"modelName"_s, tr("As you want to call it here, such as fast"));
    m_key = addLine(*grid, tr("&Key"), u"modelKey"_s, tr("Empty: it needs none"));
    m_key->setEchoMode(QLineEdit::Password);
    m_keyNote = makeWrapped({}, 0.92);
    m_keyNote->setObjectName(u"modelKeyNote"_s);
    m_keyNote->setProperty("tone", u"secondary"_s);
    grid->addWidget(m_keyNote, grid->rowCount(), 1);
    const QString unknown = tr("US dollars for a million tokens; empty: as listed, or not known");
    m_priceIn = addLine(*grid, tr("Price of readin&g"), u"modelPriceIn"_s, unknown);
    m_priceOut = addLine(*grid, tr("Price of wri&ting"), u"modelPriceOut"_s, unknown);
    for (QLineEdit *price : {m_priceIn, m_priceOut})
        price->setValidator(new QDoubleValidator(0.0, dearest, 6, price));
    m_isFree = new QCheckBox(tr("It &costs nothing: it runs on a machine of ours"));
    m_isFree->setObjectName(u"modelIsFree"_s);
    grid->addWidget(m_isFree, grid->rowCount(), 1);
    makeButtons(*grid);
    column->addLayout(grid);
    connect(m_provider, &QComboBox::currentIndexChanged, this, &ModelForm::showProvider);
    showProvider();
    connect(m_name, &QLineEdit::textChanged, this, &ModelForm::showKeyNote);
    connect(m_isFree, &QCheckBox::toggled, this, [this](bool isFree) {
        m_priceIn->setEnabled(!isFree);
        m_priceOut->setEnabled(!isFree);
    });
}

QLineEdit *ModelForm::addLine(QGridLayout &grid, const QString &words, const QString &name,
                              const QString &hint)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setAccessibleName(QString(words).remove(u'&'));
    field->setAccessibleDescription(hint);
    field->setPlaceholderText(hint);
    QLabel *label = makeLabel(words);
    label->setBuddy(field);
    const int line = grid.rowCount();
    grid.addWidget(label, line, 0);
    grid.addWidget(field, line, 1);
    m_labels.insert(field, label);
    connect(field, &QLineEdit::returnPressed, this, &ModelForm::add);
    return field;
}

void ModelForm::makeFileLine(QGridLayout &grid)
{
    m_file = addLine(grid, tr("&File"), u"modelFile"_s, tr("A model in the GGUF format"));
    const int line = grid.rowCount() - 1;
    grid.removeWidget(m_file);
    auto *row = makeRow();
    m_chooseFile = makeButton(tr("Choose…"), "flat");
    m_chooseFile->setObjectName(u"chooseModelFile"_s);
    row->addWidget(m_file, 1);
    row->addWidget(m_chooseFile);
    grid.addLayout(row, line, 1);
    connect(m_chooseFile, &QPushButton::clicked, this, &ModelForm::chooseFile);
}

void ModelForm::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("A model in the GGUF format"), m_file->text(),
                                                      tr("Models (*.gguf)"));
    if (file.isEmpty())
        return;
    m_file->setText(file);
    if (m_name->text().isEmpty()) {
        static const QRegularExpression other(u"[^A-Za-z0-9._-]+"_s);
        m_name->setText(QFileInfo(file).completeBaseName().toLower().replace(other, u"-"_s).left(64));
    }
}

ModelProvider ModelForm::provider() const
{
    return static_cast<ModelProvider>(m_provider->currentData().toInt());
}

// A file on this machine has no address, no key and no price.
void ModelForm::showProvider()
{
    const bool isFile = provider() == ModelProvider::Managed;
    for (QLineEdit *field : {m_address, m_model, m_key, m_priceIn, m_priceOut}) {
        field->setVisible(!isFile);
        m_labels.value(field)->setVisible(!isFile);
    }
    m_keyNote->setVisible(!isFile);
    m_isFree->setVisible(!isFile);
    m_file->setVisible(isFile);
    m_labels.value(m_file)->setVisible(isFile);
    m_chooseFile->setVisible(isFile);
    m_problem->hide();
}

void ModelForm::makeButtons(QGridLayout &grid)
{
    m_problem = makeWrapped({});
    m_problem->setObjectName(u"modelProblem"_s);
    m_problem->setProperty("tone", u"bad"_s);
    m_problem->hide();
    grid.addWidget(m_problem, grid.rowCount(), 1);
    auto *row = makeRow();
    row->addStretch(1);
    QPushButton *cancel = makeButton(tr("Cancel"), "flat");
    cancel->setObjectName(u"cancelModel"_s);
    QPushButton *add = makeButton(tr("Add the model"), "primary");
    add->setObjectName(u"addModel"_s);
    row->addWidget(cancel);
    row->addWidget(add);
    grid.addLayout(row, grid.rowCount(), 0, 1, 2);
    connect(cancel, &QPushButton::clicked, this, &ModelForm::cancelled);
    connect(add, &QPushButton::clicked, this, &ModelForm::add);
}

void ModelForm::begin()
{
    for (QLineEdit *field : {m_name, m_address, m_model, m_key, m_priceIn, m_priceOut, m_file})
        field->setText({}); // and with it what could be undone
    m_isFree->setChecked(false);
    m_problem->hide();
    m_provider->setFocus(Qt::OtherFocusReason);
}

void ModelForm::setCanKeepKeys(bool canKeepKeys)
{
    m_canKeepKeys = canKeepKeys;
    m_key->setEnabled(canKeepKeys);
    if (!canKeepKeys)
        m_key->setText({});
    showKeyNote();
}

// Where a key goes, said before it is typed.
void ModelForm::showKeyNote()
{
    m_keyNote->setText(
        m_canKeepKeys
            ? tr("It goes into the keychain of this machine and is never shown again.")
            : tr("There is no keychain on this machine, and a key is never written to a file. Set the "
                 "environment variable %1 before you start Helmdesk.")
                  .arg(Words::foreign(m_room.keyVariable(
                      m_name->text().trimmed().isEmpty() ? u"NAME"_s : m_name->text().trimmed()))));
}

void ModelForm::add()
{
    NewModel model;
    model.profile.provider = provider();
    model.profile.name = m_name->text().trimmed();
    if (provider() == ModelProvider::Managed) {
        model.profile.file = m_file->text().trimmed();
        if (const QString problem = problemOf(model); !problem.isEmpty())
            fail(problem);
        else
            Q_EMIT addRequested(model);
        return;
    }
    model.profile.url = QUrl(m_address->text().trimmed(), QUrl::StrictMode);
    model.profile.model = m_model->text().trimmed();
    model.profile.prices.isFree = m_isFree->isChecked();
    if (!m_isFree->isChecked()) {
        model.profile.prices.input = priceIn(*m_priceIn);
        model.profile.prices.output = priceIn(*m_priceOut);
    }
    if (model.profile.prices.input || model.profile.prices.output)
        model.profile.prices.asOf = u"given"_s;
    model.key = m_key->text().trimmed();
    if (const QString problem = problemOf(model); !problem.isEmpty()) {
        fail(problem);
        return;
    }
    m_key->setText({});
    Q_EMIT addRequested(model);
}

QString ModelForm::problemOf(const NewModel &model) const
{
    static const QRegularExpression name(u"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"_s);
    const QUrl &address = model.profile.url;
    const bool isFile = model.profile.provider == ModelProvider::Managed;
    if (isFile && model.profile.file.isEmpty())
        return tr("Choose the file of the model.");
    if (!isFile && !m_address->text().trimmed().isEmpty() &&
        (!address.isValid() || address.host().isEmpty() ||
         (address.scheme() != "http"_L1 && address.scheme() != "https"_L1)))
        return tr("The address must begin with http:// or https://, like http://127.0.0.1:8080/v1.");
    if (!address.userInfo().isEmpty())
        return tr("A key does not belong into the address: type it into its own field.");
    if (!isFile && model.profile.model.isEmpty())
        return tr("The provider's name of the model is missing.");
    if (!name.match(model.profile.name).hasMatch() || model.profile.name == "builtin"_L1)
        return tr("A name has up to 64 letters, digits, \u201c-\u201d, \u201c_\u201d and \u201c.\u201d.");
    return {};
}

void ModelForm::fail(const QString &why)
{
    m_problem->setText(why);
    m_problem->show();
}

void ModelForm::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        Q_EMIT cancelled();
    else
        QFrame::keyPressEvent(event);
}

} // namespace Helmdesk
