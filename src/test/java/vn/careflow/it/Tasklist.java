package vn.careflow.it;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * Tasklist as one person uses it.
 */
final class Tasklist {

	private final Page page;

	private Tasklist(Page page) {
		this.page = page;
	}

	static Tasklist of(String person, Browser browser) {
		return new Tasklist(browser.signedIn(person, "tasklist"));
	}

	void beginToStart(String process) {
		this.page.getByText("Start process").click();
		this.page.locator(".modal-dialog").getByText(process, new Locator.GetByTextOptions().setExact(true)).click();
	}

	void start() {
		button("Start").click();
		this.page.locator(".modal-dialog").waitFor(Browser.hidden());
	}

	void show(String filter) {
		this.page.getByText(filter).first().click();
	}

	void open(String task, String caseDetail) {
		this.page.locator(".tasks-list").getByText(task).first().click();
		this.page.locator(".fjs-container").getByText(caseDetail).first().waitFor();
	}

	/** Opens a task at the tab that tells whose it is and why. */
	AssignmentTab assignmentOf(String taskId) {
		this.page
			.navigate(this.page.url().replaceAll("#.*", "") + "#/?task=" + taskId + "&detailsTab=careflow-assignment");
		return AssignmentTab.shownOn(this.page);
	}

	/** What a lead opens to move many tasks; nobody else is offered it. */
	Locator moveMany() {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chuyển nhiều việc"));
	}

	ReassignDialog beginToMoveMany() {
		moveMany().click();
		return ReassignDialog.shownOn(this.page);
	}

	void claim() {
		this.page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
		this.page.locator("button.unclaim").waitFor();
	}

	void enter(String field, String text) {
		this.page.locator("[id$=Field_" + field + "]").fill(text);
	}

	void choose(String field, String option) {
		this.page.locator("[id$=Field_" + field + "-display], input.fjs-input[id$=Field_" + field + "]").click();
		this.page.locator(".fjs-dropdownlist-item")
			.filter(new Locator.FilterOptions().setHasText(option))
			.first()
			.click();
	}

	void tick(String label) {
		this.page.getByLabel(label).check();
	}

	void complete() {
		button("Complete").click();
		this.page.locator(".fjs-container").waitFor(Browser.hidden());
	}

	void picture(String name) {
		Browser.picture(this.page, name);
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON,
				new Page.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name + "\\s*$")));
	}

}
