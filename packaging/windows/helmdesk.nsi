; The setup for one person, without administrator's rights:
;   makensis -DVERSION=0.1.0 -DPAYLOAD=folder -DOUTPUT=file.exe helmdesk.nsi
; Silent: setup.exe /S, another folder: /D=C:\Folder (last, without quotes). Silent removal: uninstall.exe /S.
; Exit code 2: the program runs, and nobody was there to close it.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Helmdesk"

Name "Helmdesk"
OutFile "${OUTPUT}"
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Helmdesk"
InstallDirRegKey HKCU "Software\Helmdesk" "InstallDir"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Helmdesk"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileDescription "Setup of Helmdesk"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "GPL-3.0-only"

!define MUI_ICON "../icon/helmdesk.ico"
!define MUI_UNICON "../icon/helmdesk.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\bin\helmdesk.exe"
!insertmacro MUI_PAGE_LICENSE "../../LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Arabic"
LangString StillRuns ${LANG_ENGLISH} "Helmdesk is running. Close its window, and stop helmdeskctl serve, then try again."
LangString StillRuns ${LANG_GERMAN} "Helmdesk läuft noch. Schließen Sie das Fenster, beenden Sie helmdeskctl serve, und versuchen Sie es erneut."
LangString StillRuns ${LANG_ARABIC} "لا يزال Helmdesk يعمل. أغلق نافذته وأوقف helmdeskctl serve ثم أعد المحاولة."

; The programs hold a mutex of this name while they run (src/core/RunningMark.h).
!macro RefuseWhileRunning un
Function ${un}RefuseWhileRunning
  again:
    System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "Helmdesk.Running") p .r0'
    ${If} $0 P<> 0
      System::Call 'kernel32::CloseHandle(p r0)'
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillRuns)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 2
      Quit
    ${EndIf}
FunctionEnd
!macroend
!insertmacro RefuseWhileRunning ""
!insertmacro RefuseWhileRunning "un."

Function .onInit
  Call RefuseWhileRunning
FunctionEnd
Function un.onInit
  Call un.RefuseWhileRunning
FunctionEnd

Section
  ; An older version goes first, so that no file of it stays.
  ReadRegStr $0 HKCU "${KEY}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$0\uninstall.exe"
    ExecWait '"$0\uninstall.exe" /S _?=$0'
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\Helmdesk.lnk" "$INSTDIR\bin\helmdesk.exe"
  WriteRegStr HKCU "Software\Helmdesk" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Helmdesk"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Helmdesk authors"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\bin\helmdesk.exe"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
SectionEnd

; Only what the setup wrote: a workspace is never touched, nor a folder with files of others in it.
Section "Uninstall"
  RMDir /r "$INSTDIR\bin"
  RMDir /r "$INSTDIR\plugins"
  RMDir /r "$INSTDIR\share"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Helmdesk.lnk"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\Helmdesk"
SectionEnd
