@echo off
rem Starts Treadle: finds Java, refuses one that is too old, uses an archive of classes that Java itself keeps.
setlocal EnableExtensions DisableDelayedExpansion
set "TREADLE_DIST=%~dp0.."

if exist "%TREADLE_DIST%\runtime\bin\java.exe" (
  set "TREADLE_JAVA=%TREADLE_DIST%\runtime\bin\java.exe"
) else if defined JAVA_HOME (
  set "TREADLE_JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  set "TREADLE_JAVA=java.exe"
)

set TREADLE_VERSION=
for /f "tokens=3" %%v in ('""%TREADLE_JAVA%" -version 2^>^&1" ^| findstr /c:" version "') do set "TREADLE_VERSION=%%~v"
if not defined TREADLE_VERSION (
  echo treadle needs Java 17 or later: install it, or set JAVA_HOME to it ^(now '%JAVA_HOME%'^).>&2
  exit /b 4
)
for /f "delims=.-+" %%m in ("%TREADLE_VERSION%") do set "TREADLE_MAJOR=%%m"
if %TREADLE_MAJOR% LSS 17 (
  echo treadle needs Java 17 or later, but "%TREADLE_JAVA%" is Java %TREADLE_VERSION%: set JAVA_HOME to a newer one.>&2
  exit /b 4
)

set "TREADLE_FLAGS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable"
if %TREADLE_MAJOR% GEQ 24 set "TREADLE_FLAGS=%TREADLE_FLAGS% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
set TREADLE_CACHED=
if %TREADLE_MAJOR% GEQ 19 if not "%TREADLE_ARCHIVE%"=="off" (
  if not exist "%LOCALAPPDATA%\treadle" mkdir "%LOCALAPPDATA%\treadle" 2>nul
  set "TREADLE_CACHED=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\treadle\classes-%TREADLE_VERSION%.jsa" -Dtreadle.launcher.archive=used"
)

"%TREADLE_JAVA%" %TREADLE_FLAGS% %TREADLE_CACHED% -cp "%TREADLE_DIST%\lib\*" dev.treadle.cli.Main %*
exit /b %ERRORLEVEL%
