; What the installer for Windows does beside electron-builder's own steps: the command `latchkey` is found in every
; terminal of the person. PowerShell changes the Path: NSIS would cut it off after 1,024 characters.

!macro changePath EXPRESSION
  InitPluginsDir
  FileOpen $0 "$PLUGINSDIR\path.ps1" w
  FileWrite $0 "param([string]$$folder)$\r$\n"
  FileWrite $0 "$$key = [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey('Environment', $$true)$\r$\n"
  FileWrite $0 "$$path = $$key.GetValue('Path', '', 'DoNotExpandEnvironmentNames')$\r$\n"
  FileWrite $0 "$$others = @($$path -split ';' | Where-Object { $$_ -ne '' -and $$_ -ne $$folder })$\r$\n"
  FileWrite $0 "$$key.SetValue('Path', ((${EXPRESSION}) -join ';'), 'ExpandString')$\r$\n"
  FileClose $0
  nsExec::Exec 'powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "$PLUGINSDIR\path.ps1" "$INSTDIR\resources\app.asar.unpacked\out\cli"'
  Pop $0
  ; Programs that start from now on see it.
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
!macroend

!macro customInstall
  !insertmacro changePath "$$others + $$folder"
!macroend

!macro customUnInstall
  !insertmacro changePath "$$others"
!macroend
