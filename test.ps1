# Installs what is missing, builds and runs every test (Windows).
param([string]$Preset = 'release')
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
. .\packaging\install\dependencies.ps1
Install-HelmdeskDependencies
cmake --preset $Preset "-DCMAKE_TOOLCHAIN_FILE=$env:VCPKG_ROOT\scripts\buildsystems\vcpkg.cmake"
if ($LASTEXITCODE -ne 0) { throw 'Configuring failed.' }
cmake --build --preset $Preset --parallel
if ($LASTEXITCODE -ne 0) { throw 'Building failed.' }
ctest --preset $Preset --output-on-failure
exit $LASTEXITCODE
