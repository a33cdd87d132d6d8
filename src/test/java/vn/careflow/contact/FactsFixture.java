package vn.careflow.contact;

import java.time.LocalTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import vn.careflow.customer.CustomerFacts;
import vn.careflow.customer.CustomerGroup;
import vn.careflow.customer.CustomerKind;
import vn.careflow.customer.Lifecycle;
import vn.careflow.customer.Potential;

/**
 * Customers as the policies see them.
 *
 * @param phone in E.164, or null
 */
record FactsFixture(@Nullable String phone, boolean doNotCall, boolean advertising, boolean service,
		@Nullable LocalTime from, @Nullable LocalTime to, ZoneId zone) {

	static FactsFixture aCustomer() {
		return new FactsFixture("+84901234567", false, true, true, null, null, ZoneId.of("Asia/Ho_Chi_Minh"));
	}

	FactsFixture withoutPhone() {
		return new FactsFixture(null, this.doNotCall, this.advertising, this.service, this.from, this.to, this.zone);
	}

	FactsFixture withPhone(String phone) {
		return new FactsFixture(phone, this.doNotCall, this.advertising, this.service, this.from, this.to, this.zone);
	}

	FactsFixture notToBeCalled() {
		return new FactsFixture(this.phone, true, this.advertising, this.service, this.from, this.to, this.zone);
	}

	FactsFixture refusingAdvertising() {
		return new FactsFixture(this.phone, this.doNotCall, false, this.service, this.from, this.to, this.zone);
	}

	FactsFixture preferring(String from, String to) {
		return new FactsFixture(this.phone, this.doNotCall, this.advertising, this.service, LocalTime.parse(from),
				LocalTime.parse(to), this.zone);
	}

	FactsFixture livingIn(String zone) {
		return new FactsFixture(this.phone, this.doNotCall, this.advertising, this.service, this.from, this.to,
				ZoneId.of(zone));
	}

	CustomerFacts facts() {
		return new CustomerFacts(CustomerKind.PERSON, false, 0, true, 0, CustomerFacts.NEVER, "NONE",
				CustomerGroup.SMALL, Potential.WARM, Lifecycle.LEAD, "vi", null, this.phone, this.doNotCall,
				this.advertising, this.service, null, this.from, this.to, this.zone);
	}

}
