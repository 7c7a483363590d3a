package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.chancery.LongTrial;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * What a newcomer does first, in a real Chromium. Skipped where Chromium or its driver is not
 * installed.
 */
@QuarkusIntegrationTest
@TestProfile(WithSample.class)
class BrowserIT {

  /**
   * Warns that it does not know this Chromium's DevTools protocol, of which nothing is used here.
   */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** More than a page has. */
  private static final int MOST_LINKS = 200;

  private static final List<String> PAGES =
      List.of(
          "",
          "meetings",
          "meetings?party=CN&topic=climate-change&sort=oldest",
          "meetings/2021-09-01-wang-kerry",
          "meetings/1931-05-nord-sahl",
          "meetings/2021-09-01-wang-kerry?asOf=1",
          "meetings/nothing",
          "accounts/1931-05-nord-sahl-southland?q=lighthouse",
          "statements",
          "statements/2021-09-01-wang-kerry-press-11",
          "participants",
          "participants/john-kerry",
          "participants/ada-nord",
          "parties",
          "parties/US",
          "topics",
          "topics/climate-change",
          "events",
          "events/2021-tianjin-climate-talks",
          "search?q=oasis",
          "meetings/2021-09-01-wang-kerry/history",
          "changes");

  @TestHTTPResource("/")
  URI home;

  private @Nullable ChromeDriver browser;

  @BeforeEach
  void open() {
    Optional<File> chromium = onPath("chromium", "chromium-browser", "google-chrome");
    Optional<File> driver = onPath("chromedriver");
    assumeTrue(
        chromium.isPresent() && driver.isPresent(),
        "Chromium and chromedriver are not both on the PATH: the browser test is skipped.");
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options =
        new ChromeOptions()
            .setBinary(chromium.orElseThrow())
            .addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--window-size=1400,1000");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .withSilent(true)
                .build(),
            options);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void theFirstExampleOpensInGraphiqlAndAnswersWithTheOasis() {
    WebDriver page = browser();
    page.get(home.toString());
    assertEquals("Chancery", page.getTitle());
    page.findElement(By.cssSelector("a[href*='query=']")).click();

    WebElement play =
        new WebDriverWait(page, PATIENCE)
            .until(
                ExpectedConditions.elementToBeClickable(
                    By.cssSelector("button.graphiql-execute-button")));
    assertEquals("Chancery: GraphiQL", page.getTitle());
    assertTrue(
        page.findElement(By.cssSelector(".graphiql-query-editor")).getText().contains("wang-kerry"),
        "the link did not fill in the query");
    play.click();
    new WebDriverWait(page, PATIENCE)
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector(".result-window"), "oasis"));
    assertEquals(List.of(), refusedByThePolicy());
  }

  @Test
  void everyLinkOfTheFirstPageOpens() {
    WebDriver page = browser();
    page.get(home.toString());
    List<String> links =
        page.findElements(By.tagName("a")).stream()
            .map(link -> String.valueOf(link.getAttribute("href")))
            .toList();
    assertTrue(links.size() > 30, links.toString());
    for (String link : links) {
      page.get(link);
      if (link.contains("graphql-ui")) {
        new WebDriverWait(page, PATIENCE)
            .until(
                ExpectedConditions.presenceOfElementLocated(By.cssSelector(".graphiql-container")));
      } else {
        assertNotNull(page.getPageSource());
      }
      assertEquals(List.of(), refusedByThePolicy(), link);
    }
  }

  /** Without a mouse, and without any script of the page. */
  @Test
  void theKeyboardAloneReachesWhatIsLookedFor() {
    ChromeDriver page = browser();
    page.get(home.toString());
    tabTo("input[type=search]").sendKeys("oasis", Keys.ENTER);
    new WebDriverWait(page, PATIENCE).until(ExpectedConditions.urlContains("search?q=oasis"));
    tabTo("main ol a[href*=statements]").sendKeys(Keys.ENTER);
    new WebDriverWait(page, PATIENCE).until(ExpectedConditions.urlContains("/statements/"));
    page.get(home + "meetings");
    tabTo("main input[type=search]").sendKeys("oasis", Keys.ENTER);
    new WebDriverWait(page, PATIENCE).until(ExpectedConditions.urlContains("meetings?q=oasis"));
    assertTrue(page.findElement(By.tagName("main")).getText().contains("Wang Yi"));
    assertEquals(List.of(), refusedByThePolicy());
  }

  private WebElement tabTo(String selector) {
    ChromeDriver page = browser();
    for (int time = 0; time < MOST_LINKS; time++) {
      new Actions(page).sendKeys(Keys.TAB).perform();
      WebElement here = page.switchTo().activeElement();
      if (Boolean.TRUE.equals(
          page.executeScript("return arguments[0].matches(arguments[1])", here, selector))) {
        return here;
      }
    }
    throw new AssertionError("The keyboard does not reach " + selector);
  }

  /**
   * By the rules of WCAG 2.2 AA that axe can check: each page in one look, in turn, or in each
   * where {@code -Dchancery.trials=all} asks for it.
   */
  @Test
  void everybodyCanReadEveryPage() {
    boolean inAll = LongTrial.Asked.forAll();
    List<Look> looks = List.of(Look.values());
    for (Look look : looks) {
      look.apply(browser());
      for (int i = 0; i < PAGES.size(); i++) {
        if (inAll || i % looks.size() == looks.indexOf(look)) {
          assertReadable(PAGES.get(i), look);
        }
      }
    }
    assertEquals(List.of(), refusedByThePolicy());
  }

  /** How a page can be looked at. */
  private enum Look {
    LIGHT_AND_NARROW("light", 320, "ltr"),
    DARK_AND_WIDE("dark", 1280, "rtl"),
    LIGHT_AND_WIDE("light", 1280, "ltr"),
    DARK_AND_NARROW("dark", 320, "rtl"),
    LIGHT_AND_NARROW_FROM_THE_RIGHT("light", 320, "rtl"),
    DARK_AND_WIDE_FROM_THE_LEFT("dark", 1280, "ltr"),
    LIGHT_AND_WIDE_FROM_THE_RIGHT("light", 1280, "rtl"),
    DARK_AND_NARROW_FROM_THE_LEFT("dark", 320, "ltr");

    private final String scheme;
    private final int width;
    private final String direction;

    Look(String scheme, int width, String direction) {
      this.scheme = scheme;
      this.width = width;
      this.direction = direction;
    }

    void apply(ChromeDriver page) {
      page.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      page.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }
  }

  private void assertReadable(String path, Look look) {
    String how = path + ", " + look;
    ChromeDriver page = browser();
    page.get(home + path);
    page.executeScript("document.documentElement.dir = arguments[0]", look.direction);
    List<String> findings =
        new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze(page)
                .getViolations()
                .stream()
                .map(rule -> rule.getId() + " " + rule.getNodes())
                .toList();
    assertEquals(List.of(), findings, how);
    Object beside =
        page.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertEquals(0L, beside, how + ": wider than the screen");
  }

  /** What the content security policy kept from being loaded or run. */
  private List<String> refusedByThePolicy() {
    return browser().manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("Content Security Policy"))
        .toList();
  }

  private ChromeDriver browser() {
    if (browser == null) {
      throw new IllegalStateException("no browser was opened");
    }
    return browser;
  }

  private static Optional<File> onPath(String... names) {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of(names).map(name -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst();
  }
}
