# Installs what is missing, builds, and opens the console on the demo workspace (Windows).
#   .\run.ps1             open the console
#   .\run.ps1 -Headless   all but the window: one message through the whole pipeline, the result printed
param([switch]$Headless, [switch]$BuildOnly)
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
. .\packaging\install\dependencies.ps1
Install-HelmdeskDependencies
cmake --preset release "-DCMAKE_TOOLCHAIN_FILE=$env:VCPKG_ROOT\scripts\buildsystems\vcpkg.cmake"
if ($LASTEXITCODE -ne 0) { throw 'Configuring failed.' }
cmake --build --preset release --parallel --target helmdesk helmdeskctl
if ($LASTEXITCODE -ne 0) { throw 'Building failed.' }
if ($BuildOnly) { return }
$bin = 'build\release\bin'
$workspace = if ($env:HELMDESK_WORKSPACE) { $env:HELMDESK_WORKSPACE } else { Join-Path $env:LOCALAPPDATA 'Helmdesk\demo' }
if (-not (Test-Path (Join-Path $workspace 'helmdesk.db'))) {
    New-Item -ItemType Directory -Force $workspace | Out-Null
    & "$bin\helmdeskctl.exe" --data $workspace init --demo
}
if ($Headless) {
    & "$bin\helmdeskctl.exe" --data $workspace ask 'I was charged twice for invoice INV-1042, please refund the second one' --customer cus_1001
} else {
    & "$bin\helmdesk.exe" --data $workspace
}
exit $LASTEXITCODE
