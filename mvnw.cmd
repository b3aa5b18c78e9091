@echo off
setlocal
rem Runs Maven: fetches the version named in .mvn\wrapper\maven-wrapper.properties once, or uses an installed one when it cannot.
set "home=%~dp0"
if defined JAVA_HOME (set "javac=%JAVA_HOME%\bin\javac.exe") else (for %%i in (javac.exe) do set "javac=%%~$PATH:i")
if not exist "%javac%" (
  echo CareQueue needs a JDK 17 or later, and none was found. Install one, or set JAVA_HOME to it. 1>&2
  exit /b 1
)
for /f "usebackq tokens=1,* delims==" %%a in ("%home%.mvn\wrapper\maven-wrapper.properties") do set "%%a=%%b"
for %%i in ("%distributionUrl%") do set "name=%%~ni"
set "name=%name:-bin.tar=%"
set "maven=%USERPROFILE%\.m2\wrapper\dists\%name%\carequeue"
if exist "%maven%\bin\mvn.cmd" goto run
set "part=%maven%.part"
if exist "%part%" rmdir /s /q "%part%"
mkdir "%part%"
echo Fetching Maven from %distributionUrl% (9 MB, once) 1>&2
curl -fsSL -o "%part%\maven.tar.gz" "%distributionUrl%" || goto installed
certutil -hashfile "%part%\maven.tar.gz" SHA256 | findstr /i /x "%distributionSha256Sum%" >nul || goto installed
tar -xzf "%part%\maven.tar.gz" -C "%part%" || goto installed
move "%part%\%name%" "%maven%" >nul || goto installed
rmdir /s /q "%part%"
:run
cd /d "%home%"
"%maven%\bin\mvn.cmd" %*
exit /b %errorlevel%
:installed
where mvn >nul 2>nul || (
  echo Maven could not be fetched and none is installed. Check the network, or install Maven 3.8.6 or later. 1>&2
  exit /b 1
)
echo Maven could not be fetched; using the installed one. 1>&2
cd /d "%home%"
mvn %*
exit /b %errorlevel%
