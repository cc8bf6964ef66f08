# Installs the compiler, CMake, Ninja and, through vcpkg, the libraries. Quick when nothing is missing.
function Install-HelmdeskDependencies {
    foreach ($tool in @(@('cmake', 'Kitware.CMake'), @('ninja', 'Ninja-build.Ninja'), @('git', 'Git.Git'))) {
        if (-not (Get-Command $tool[0] -ErrorAction SilentlyContinue)) {
            winget install --silent --accept-package-agreements --accept-source-agreements --id $tool[1]
        }
    }
    if (-not (Get-Command cl -ErrorAction SilentlyContinue)) {
        $vswhere = "${env:ProgramFiles(x86)}\Microsoft Visual Studio\Installer\vswhere.exe"
        $found = if (Test-Path $vswhere) { & $vswhere -latest -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath }
        if (-not $found) {
            winget install --silent --accept-package-agreements --accept-source-agreements --id Microsoft.VisualStudio.2022.BuildTools --override '--quiet --wait --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended'
            $found = & $vswhere -latest -products * -property installationPath
        }
        Import-Module "$found\Common7\Tools\Microsoft.VisualStudio.DevShell.dll"
        Enter-VsDevShell -VsInstallPath $found -SkipAutomaticLocation -DevCmdArguments '-arch=x64' | Out-Null
    }
    if (-not $env:VCPKG_ROOT) {
        $env:VCPKG_ROOT = Join-Path $env:LOCALAPPDATA 'vcpkg'
    }
    if (-not (Test-Path "$env:VCPKG_ROOT\vcpkg.exe")) {
        throw "vcpkg was not found in $env:VCPKG_ROOT. Install it there, or set VCPKG_ROOT to the folder where it lies; the libraries in vcpkg.json are then installed by the build."
    }
}
