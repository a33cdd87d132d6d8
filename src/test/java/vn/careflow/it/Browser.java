package vn.careflow.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;

/**
 * A real browser: the Chromium of this machine, without a window. Each person works in a
 * session of their own.
 */
final class Browser implements AutoCloseable {

	/** What takes a moment on a quiet machine takes long on a busy one. */
	private static final double PATIENCE_MILLIS = 60_000;

	private static final Path PICTURES = Path.of("target", "screenshots");

	private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"C:/Program Files/Google/Chrome/Application/chrome.exe");

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser chromium;

	private final PackagedCareflow careflow;

	private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium, PackagedCareflow careflow) {
		this.playwright = playwright;
		this.chromium = chromium;
		this.careflow = careflow;
	}

	/**
	 * Whether a Chromium is there; {@code -Dcareflow.chromium=…} names one elsewhere.
	 */
	static boolean isInstalled() {
		return executable().isPresent();
	}

	private static Optional<Path> executable() {
		return Stream.concat(Stream.ofNullable(System.getProperty("careflow.chromium")), PLACES.stream())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	static Browser openedOn(PackagedCareflow careflow) {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
		// The tests use the machine's browser; a download of another would only take
		// time.
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		return new Browser(playwright,
				playwright.chromium()
					.launch(new BrowserType.LaunchOptions().setExecutablePath(executable().orElseThrow())
						.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"))),
				careflow);
	}

	/** A page of a web application, opened by somebody who signs in first. */
	Page signedIn(String person, String application) {
		BrowserContext session = this.chromium
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1366, 768)
				.setLocale("vi-VN")
				.setTimezoneId("Asia/Ho_Chi_Minh"));
		session.setDefaultTimeout(PATIENCE_MILLIS);
		Page page = session.newPage();
		page.navigate(this.careflow.address("/camunda/app/" + application + "/default/"));
		page.fill("input[type=text]", person);
		page.fill("input[type=password]", PackagedCareflow.PASSWORD);
		page.click("button[type=submit]");
		page.locator("input[type=password]").waitFor(hidden());
		return page;
	}

	static Locator.WaitForOptions hidden() {
		return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
	}

	/** Keeps what a person sees as a picture under {@code target/screenshots}. */
	static void picture(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
	}

	@Override
	public void close() {
		this.chromium.close();
		this.playwright.close();
	}

}
