@echo off
rem Starts Treadle: finds Java, refuses one that is too old, uses an archive of classes that Java itself keeps.
rem No variable stands between parentheses: one in its value, as of 'Program Files (x86)', would end them.
setlocal EnableExtensions DisableDelayedExpansion
set "_dist=%~dp0.."

rem The bundle brings its own.
set "_java=%_dist%\runtime\bin\java.exe"
if exist "%_java%" goto found
if not defined JAVA_HOME goto search
set "_java=%JAVA_HOME:"=%\bin\java.exe"
goto found
:search
for %%j in (java.exe) do set "_java=%%~$PATH:j"
:found
if not exist "%_java%" goto missing

rem The release file answers without starting a JVM.
set "_version="
for %%j in ("%_java%") do set "_home=%%~dpj.."
if not exist "%_home%\release" goto ask
for /f "usebackq tokens=1,2 delims==" %%a in ("%_home%\release") do if "%%a"=="JAVA_VERSION" set "_version=%%~b"
:ask
if defined _version goto known
set "_answer=%TEMP%\treadle-%RANDOM%%RANDOM%.txt"
"%_java%" -version 2> "%_answer%"
for /f "usebackq tokens=2,3" %%a in ("%_answer%") do if "%%a"=="version" set "_version=%%~b"
del "%_answer%" 2> nul
:known
set "_major=0"
for /f "delims=.-+" %%m in ("%_version%") do set "_major=%%m"
if %_major% LSS 17 goto old

rem Most commands end before compiled code has paid for itself.
set "_flags=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -XX:-UseDynamicNumberOfCompilerThreads -XX:-UsePerfData -Xlog:disable"
if %_major% GEQ 24 set "_flags=%_flags% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

set "_archive=-Dtreadle.launcher.archive=without"
if /i "%TREADLE_ARCHIVE%"=="off" goto off
rem Java 17 and 18 keep none by themselves.
if %_major% LSS 19 goto start
if not defined LOCALAPPDATA goto start
set "_cache=%LOCALAPPDATA%\treadle"
if not exist "%_cache%\" mkdir "%_cache%" 2> nul
if not exist "%_cache%\" goto start
set "_file=%_cache%\classes-%_version%.jsa"
set "_state=used"
if exist "%_file%" goto use
set "_state=making"
rem Each Java has its own, of tens of megabytes: all but the newest few go.
for /f "skip=4 delims=" %%f in ('dir /b /o-d "%_cache%\classes-*.jsa" 2^> nul') do del "%_cache%\%%f" 2> nul
:use
set _archive=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%_file%" -Dtreadle.launcher.archive=%_state%
goto start
:off
set "_archive=-Dtreadle.launcher.archive=off"

:start
"%_java%" %_flags% %_archive% -cp "%_dist%\lib\*" dev.treadle.cli.Main %*
exit /b %ERRORLEVEL%

:missing
echo treadle needs Java 17 or later: install it, or set JAVA_HOME to it (now "%JAVA_HOME%").>&2
exit /b 4

:old
echo treadle needs Java 17 or later, but "%_java%" is Java "%_version%": set JAVA_HOME to a newer one.>&2
exit /b 4
