; Inno Setup 6: iscc /DVersion=0.1.0 packaging\windows\aidebug.iss   (after: pyinstaller packaging\aidebug.spec)
; Written for Windows and not run there yet; tests/packaging holds names and file types to those of Linux.

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0
#endif
#define Id "io.github.aidebug.AiDebug"

[Setup]
AppId={#Id}
AppName=AiDebug
AppVersion={#Version}
AppPublisher=AiDebug contributors
DefaultDirName={autopf}\AiDebug
DefaultGroupName=AiDebug
DisableProgramGroupPage=yes
; For one user without asking an administrator, or for all.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
Compression=lzma2/max
SolidCompression=yes
SourceDir=..\..
LicenseFile=LICENSE
OutputDir=dist
OutputBaseFilename=AiDebug-{#Version}-setup
UninstallDisplayIcon={app}\AiDebug.exe

[Files]
Source: "dist\aidebug-gui\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; What an older version had and this one has not.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\AiDebug"; Filename: "{app}\AiDebug.exe"; AppUserModelID: "{#Id}"

[Registry]
; Offered under "Open with" for these kinds; the program that opens them by a double click stays what it is.
Root: HKA; Subkey: "Software\Classes\{#Id}"; ValueType: string; ValueName: ""; ValueData: "Log"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Id}"; ValueType: string; ValueName: "AppUserModelID"; ValueData: "{#Id}"
Root: HKA; Subkey: "Software\Classes\{#Id}\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\AiDebug.exe,0"
Root: HKA; Subkey: "Software\Classes\{#Id}\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\AiDebug.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.jsonl\OpenWithProgids"; ValueType: string; ValueName: "{#Id}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.ndjson\OpenWithProgids"; ValueType: string; ValueName: "{#Id}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.eval\OpenWithProgids"; ValueType: string; ValueName: "{#Id}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.log\OpenWithProgids"; ValueType: string; ValueName: "{#Id}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Applications\AiDebug.exe\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\AiDebug.exe"" ""%1"""; Flags: uninsdeletekey

[Run]
Filename: "{app}\AiDebug.exe"; Description: "{cm:LaunchProgram,AiDebug}"; Flags: nowait postinstall skipifsilent
