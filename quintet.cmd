@echo off
rem Finds a JDK 25 or newer, builds what is stale, and starts Quintet.
rem
rem   QUINTET_OPTS  options for the Java virtual machine, split at spaces
setlocal EnableExtensions DisableDelayedExpansion

set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "STATE=%HOME_DIR%\.quintet\build"
set "SUITE=%HOME_DIR%\suite\target"
set "STAMP=%STATE%\stamp"
set "JDK="
set "TOO_OLD="

rem ---- the JDK ------------------------------------------------------------------------------

if defined JAVA_HOME call :consider "%JAVA_HOME:"=%"
if not defined JDK for /f "delims=" %%j in ('where java 2^>nul') do call :consider "%%~dpj.."
if not defined JDK for /d %%d in (
  "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk-*"
  "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\Amazon Corretto\*"
  "%ProgramFiles%\OpenJDK\*" "%ProgramFiles%\SapMachine\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*"
  "%USERPROFILE%\.jdks\*" "%USERPROFILE%\.gradle\jdks\*" "%USERPROFILE%\.sdkman\candidates\java\*"
  "%USERPROFILE%\scoop\apps\temurin*" "%USERPROFILE%\scoop\apps\openjdk*"
) do (
  call :consider "%%~d"
  call :consider "%%~d\current"
)
if defined JDK goto :found_jdk
>&2 echo quintet: needs a JDK 25 or newer, and found none (JAVA_HOME, PATH, the usual folders).
if defined TOO_OLD >&2 echo Found:%TOO_OLD%
>&2 echo To install one:
>&2 echo   winget install EclipseAdoptium.Temurin.25.JDK
exit /b 2

:consider
if defined JDK exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
set "VERSION="
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do set "VERSION=%%~v"
if not defined VERSION exit /b
set "MAJOR="
for /f "tokens=1 delims=.-+_" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% geq 25 (
  set "JDK=%~f1"
  set "JDK_VERSION=%VERSION%"
) else (
  set "TOO_OLD=%TOO_OLD% %VERSION% in %~f1;"
)
exit /b

:found_jdk

rem ---- the tests ----------------------------------------------------------------------------

set "JAVA_HOME=%JDK%"
if /i not "%~1"=="test" goto :build
if /i "%~2"=="--help" goto :build
if /i "%~2"=="-h" goto :build
call :lock
if errorlevel 1 exit /b 2
for /f "tokens=1,* delims= " %%a in ("%*") do set "REST=%%b"
pushd "%HOME_DIR%"
call mvnw.cmd verify %REST% <nul
set "EXIT_CODE=%ERRORLEVEL%"
popd
call :unlock
exit /b %EXIT_CODE%

rem ---- the build: a source or a folder of sources is newer than the stamp --------------------

:build
call :is_stale
if errorlevel 1 goto :start
call :lock
if errorlevel 1 exit /b 2
call :is_stale
if errorlevel 1 goto :built
>&2 echo quintet: building with JDK %JDK_VERSION%
>"%STATE%\started" type nul
if exist "%SUITE%\lib" rmdir /s /q "%SUITE%\lib"
if exist "%SUITE%\suite-*.jar" del /q "%SUITE%\suite-*.jar"
if exist "%STAMP%" del /q "%STAMP%"
pushd "%HOME_DIR%"
call mvnw.cmd -B -DskipTests -Dspotless.check.skip=true package <nul >"%STATE%\log" 2>&1
set "EXIT_CODE=%ERRORLEVEL%"
popd
if not "%EXIT_CODE%"=="0" (
  findstr /b /c:"[ERROR]" "%STATE%\log" >&2
  >&2 echo quintet: the build failed; all that it said is in %STATE%\log
  call :unlock
  exit /b 1
)
move /y "%STATE%\started" "%STAMP%" >nul
:built
call :unlock
goto :start

:is_stale
if not exist "%STAMP%" exit /b 0
if not exist "%SUITE%\lib" exit /b 0
if not exist "%SUITE%\suite-*.jar" exit /b 0
powershell -NoProfile -Command ^
  "$s = (Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc;" ^
  "$d = Get-ChildItem -LiteralPath $env:HOME_DIR -Directory | ForEach-Object { Join-Path $_.FullName 'src'; Join-Path $_.FullName 'pom.xml' };" ^
  "$d = @($d) + (Join-Path $env:HOME_DIR 'pom.xml') + (Join-Path $env:HOME_DIR '.mvn') | Where-Object { Test-Path -LiteralPath $_ };" ^
  "$n = @(Get-Item -LiteralPath $d) + @(Get-ChildItem -LiteralPath $d -Recurse) | Where-Object { $_.LastWriteTimeUtc -gt $s } | Select-Object -First 1;" ^
  "if ($n) { exit 0 } else { exit 1 }"
exit /b %ERRORLEVEL%

rem A lock is a folder: making one is atomic. One that is left by a crash is given ten minutes.
:lock
if not exist "%STATE%" mkdir "%STATE%"
set "TRIES=0"
:lock_again
mkdir "%STATE%\lock" 2>nul && exit /b 0
if "%TRIES%"=="0" >&2 echo quintet: another quintet is building; waiting for it
set /a TRIES+=1
if %TRIES% gtr 600 (
  >&2 echo quintet: still locked; if no quintet is building, remove %STATE%\lock
  exit /b 1
)
ping -n 2 127.0.0.1 >nul
goto :lock_again

:unlock
rmdir /s /q "%STATE%\lock" 2>nul
exit /b 0

rem ---- the start ----------------------------------------------------------------------------

:start
for %%j in ("%SUITE%\suite-*.jar") do set "CLASS_PATH=%%~fj"
set "CLASS_PATH=%CLASS_PATH%;%SUITE%\lib\*"

rem Throughput counts, and two threads that allocate: the parallel collector disturbs them least.
set "OPTIONS="
if /i "%~1"=="run" set "OPTIONS=-XX:+UseParallelGC --sun-misc-unsafe-memory-access=allow"
if /i "%~1"=="tasks" set "OPTIONS=--sun-misc-unsafe-memory-access=allow"
if /i "%~1"=="member" set "OPTIONS=-XX:+UseParallelGC --sun-misc-unsafe-memory-access=allow"
if /i "%~1"=="titles" set "OPTIONS=-XX:+UseParallelGC"
if /i "%~1"=="data" set "OPTIONS=-XX:+UseParallelGC"
if /i "%~1"=="bench" set "OPTIONS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
if /i "%~1"=="prove" set "OPTIONS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
if defined QUINTET_OPTS if not "%QUINTET_OPTS:GC=%"=="%QUINTET_OPTS%" set "OPTIONS="

"%JDK%\bin\java.exe" %OPTIONS% "-Dquintet.home=%HOME_DIR%" -Dquintet.launched=true %QUINTET_OPTS% -cp "%CLASS_PATH%" quintet.suite.Quintet %*
exit /b %ERRORLEVEL%
