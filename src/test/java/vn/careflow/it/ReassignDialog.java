package vn.careflow.it;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/**
 * The dialogue "Chuyển nhiều việc" of Tasklist.
 */
final class ReassignDialog {

	private final Page page;

	private final Locator dialog;

	private ReassignDialog(Page page, Locator dialog) {
		this.page = page;
		this.dialog = dialog;
	}

	static ReassignDialog shownOn(Page page) {
		Locator dialog = page.getByRole(AriaRole.DIALOG);
		dialog.getByLabel("Việc của").waitFor();
		return new ReassignDialog(page, dialog);
	}

	void chooseTasksOf(String agentId) {
		this.dialog.getByLabel("Việc của").selectOption(new SelectOption().setValue(agentId));
	}

	Locator tasks() {
		return this.dialog.locator(".careflow-tasks tbody tr");
	}

	void chooseAll() {
		this.dialog.getByLabel("Chọn tất cả việc đang hiện").check();
	}

	void giveTo(String agentId) {
		this.dialog.getByLabel("Giao cho").selectOption(new SelectOption().setValue(agentId));
	}

	void giveReason(String reason) {
		this.dialog.getByLabel("Lý do").fill(reason);
	}

	void preview() {
		press("Xem trước");
	}

	void carryOut() {
		press("Thực hiện");
	}

	void close() {
		press("Đóng");
	}

	/** The heading of what is shown now. */
	Locator heading() {
		return this.dialog.locator("h4");
	}

	Locator message() {
		return this.dialog.locator(".alert");
	}

	Locator itself() {
		return this.dialog;
	}

	void picture(String name) {
		Browser.picture(this.page, name);
	}

	private void press(String name) {
		this.dialog.locator("footer")
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)))
			.click();
	}

}
