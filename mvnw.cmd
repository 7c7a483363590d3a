@echo off
rem Runs the Maven that .mvn\wrapper\maven-wrapper.properties names, kept under %USERPROFILE%\.m2\wrapper\dists. When it
rem is not there yet, an installed mvn fetches it; where there is no mvn, it comes from the Apache archive (or from
rem MVNW_ARCHIVE, a mirror of it), checked against its SHA-512.
setlocal EnableExtensions DisableDelayedExpansion

set "properties=%~dp0.mvn\wrapper\maven-wrapper.properties"
if not exist "%properties%" (
  echo mvnw: "%properties%" is missing: check the project out again. 1>&2
  exit /b 1
)
for /f "usebackq eol=# tokens=1,2 delims==" %%a in ("%properties%") do set "mvnw_%%a=%%b"

if defined JAVA_HOME (
  if not exist "%JAVA_HOME%\bin\java.exe" (
    echo mvnw: JAVA_HOME is "%JAVA_HOME%", which has no bin\java.exe: set it to a JDK 17 or newer. 1>&2
    exit /b 1
  )
) else (
  where java >nul 2>nul
  if errorlevel 1 (
    echo mvnw: no java found: install a JDK 17 or newer, and set JAVA_HOME or put its bin folder on the PATH. 1>&2
    exit /b 1
  )
)

if defined MAVEN_USER_HOME (set "dists=%MAVEN_USER_HOME%\wrapper\dists") else set "dists=%USERPROFILE%\.m2\wrapper\dists"
set "maven=%dists%\apache-maven-%mvnw_version%"
if exist "%maven%\bin\mvn.cmd" goto run

rem Unpacked beside where it goes and then renamed: a fetch that breaks off leaves nothing that looks whole.
set "work=%dists%\.fetching.%RANDOM%%RANDOM%"
mkdir "%work%" 2>nul
if not exist "%work%" (
  echo mvnw: cannot write "%dists%": make the folder writable, or set MAVEN_USER_HOME to one that is. 1>&2
  exit /b 1
)
where mvn.cmd >nul 2>nul
if errorlevel 1 goto archive

echo mvnw: fetching Maven %mvnw_version% with mvn 1>&2
pushd "%work%"
call mvn.cmd -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack "-Dartifact=org.apache.maven:apache-maven:%mvnw_version%:zip:bin" "-DoutputDirectory=%work%" 1>&2
set "result=%ERRORLEVEL%"
popd
if not "%result%"=="0" (
  echo mvnw: mvn could not fetch Maven %mvnw_version%: check that it reaches its repository and try again. 1>&2
  rmdir /s /q "%work%"
  exit /b 1
)
goto install

:archive
if not defined MVNW_ARCHIVE set "MVNW_ARCHIVE=https://archive.apache.org/dist/maven/maven-3"
set "mvnw_url=%MVNW_ARCHIVE%/%mvnw_version%/binaries/apache-maven-%mvnw_version%-bin.zip"
echo mvnw: fetching %mvnw_url% 1>&2
set "mvnw_work=%work%"
powershell -NoProfile -NonInteractive -Command ^
  "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';" ^
  "$zip = Join-Path $env:mvnw_work 'maven.zip';" ^
  "Invoke-WebRequest -UseBasicParsing -Uri $env:mvnw_url -OutFile $zip;" ^
  "if ((Get-FileHash $zip -Algorithm SHA512).Hash -ne $env:mvnw_sha512) { throw 'the SHA-512 is not that of this Maven' };" ^
  "Expand-Archive $zip $env:mvnw_work" 1>&2
if errorlevel 1 (
  echo mvnw: could not fetch Maven from %mvnw_url%, and nothing of it was kept: check the network, or install Maven. 1>&2
  rmdir /s /q "%work%"
  exit /b 1
)

:install
rem Of two that run at once the first to end wins.
if not exist "%maven%" move "%work%\apache-maven-%mvnw_version%" "%maven%" >nul 2>nul
rmdir /s /q "%work%"
if not exist "%maven%\bin\mvn.cmd" (
  echo mvnw: "%maven%" is not whole: delete it and try again. 1>&2
  exit /b 1
)

:run
call "%maven%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%
