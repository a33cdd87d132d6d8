package vn.careflow.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * The tab "Phân công" of a task in Tasklist.
 */
final class AssignmentTab {

	private final Page page;

	private final Locator tab;

	private AssignmentTab(Page page, Locator tab) {
		this.page = page;
		this.tab = tab;
	}

	static AssignmentTab shownOn(Page page) {
		Locator tab = page.locator(".careflow-assignment");
		tab.locator("h4").first().waitFor();
		return new AssignmentTab(page, tab);
	}

	/** The heading and the sentence under it. */
	Locator why() {
		return this.tab.locator(".careflow-why");
	}

	Locator history() {
		return this.tab.locator(".careflow-history li");
	}

	Locator candidates() {
		return this.tab.locator(".careflow-candidates tbody tr");
	}

	Locator actions() {
		return this.tab.locator(".careflow-buttons button");
	}

	/** What went wrong, or what was done. */
	Locator message() {
		return this.tab.locator(".alert");
	}

	void begin(String action) {
		this.tab.locator(".careflow-buttons").getByText(action).click();
	}

	void chooseSomebody(String name) {
		this.tab.getByLabel("Giao cho")
			.selectOption(
					this.tab.locator("option", new Locator.LocatorOptions().setHasText(name)).getAttribute("value"));
	}

	void giveReason(String reason) {
		this.tab.getByLabel("Lý do").fill(reason);
	}

	void send(String action) {
		this.tab.locator("form").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(action)).click();
	}

	/** Whom Tasklist itself shows as having the task. */
	Locator assignee() {
		return this.page.locator(".meta.actors .assignee");
	}

	void picture(String name) {
		Browser.picture(this.page, name);
	}

}
