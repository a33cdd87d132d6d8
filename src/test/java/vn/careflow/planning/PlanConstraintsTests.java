package vn.careflow.planning;

import java.time.Duration;
import java.util.UUID;

import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import org.junit.jupiter.api.Test;

import vn.careflow.contact.SharedLimit;

import static vn.careflow.planning.VisitFixture.agentDay;
import static vn.careflow.planning.VisitFixture.place;
import static vn.careflow.planning.VisitFixture.wantedAt;

class PlanConstraintsTests {

	private static final String NINE = "2026-11-23T09:00";

	private static final String TEN_PAST_NINE = "2026-11-23T09:10";

	private static final String QUARTER_PAST_NINE = "2026-11-23T09:15";

	private final ConstraintVerifier<PlanConstraints, DaySchedule> verifier = ConstraintVerifier
		.build(new PlanConstraints(), DaySchedule.class, Visit.class);

	private final AgentDay lan = agentDay("lan", 3);

	private final AgentDay minh = agentDay("minh", 3);

	@Test
	void leavesNoContactWhereARuleRefusesIt() {
		Place refused = place(this.lan, NINE);

		this.verifier.verifyThat(PlanConstraints::misplaced)
			.given(wantedAt(NINE).before(refused).mayGoTo(place(this.minh, NINE)).asBefore())
			.penalizesBy(1);
		this.verifier.verifyThat(PlanConstraints::misplaced)
			.given(wantedAt(NINE).before(refused).mayGoTo(refused).asBefore(),
					wantedAt(NINE).before(refused).at(place(this.minh, NINE)), wantedAt(NINE).nowhere())
			.penalizesBy(0);
	}

	@Test
	void givesAnAgentOneContactAtATime() {
		this.verifier.verifyThat(PlanConstraints::agentBookedTwice)
			.given(wantedAt(NINE).at(place(this.lan, NINE)), wantedAt(NINE).at(place(this.lan, TEN_PAST_NINE)))
			.penalizesBy(1);
		this.verifier.verifyThat(PlanConstraints::agentBookedTwice)
			.given(wantedAt(NINE).at(place(this.lan, NINE)), wantedAt(NINE).at(place(this.lan, QUARTER_PAST_NINE)),
					wantedAt(NINE).at(place(this.minh, NINE)))
			.penalizesBy(0);
	}

	@Test
	void leavesTimeToTravelToAndFromAMeeting() {
		Visit call = wantedAt(NINE).at(place(this.lan, NINE));

		this.verifier.verifyThat(PlanConstraints::agentBookedTwice)
			.given(call, wantedAt(NINE).meeting().at(place(this.lan, "2026-11-23T09:44")))
			.penalizesBy(1);
		this.verifier.verifyThat(PlanConstraints::agentBookedTwice)
			.given(call, wantedAt(NINE).meeting().at(place(this.lan, "2026-11-23T09:45")),
					wantedAt(NINE).meeting().at(place(this.lan, "2026-11-23T11:15")))
			.penalizesBy(0);
	}

	@Test
	void leavesACustomerOneContactAtATime() {
		UUID customer = UUID.randomUUID();

		this.verifier.verifyThat(PlanConstraints::customerBookedTwice)
			.given(wantedAt(NINE).of(customer).at(place(this.lan, NINE)),
					wantedAt(NINE).of(customer).at(place(this.minh, TEN_PAST_NINE)))
			.penalizesBy(1);
		this.verifier.verifyThat(PlanConstraints::customerBookedTwice)
			.given(wantedAt(NINE).of(customer).at(place(this.lan, NINE)),
					wantedAt(NINE).of(customer).at(place(this.minh, QUARTER_PAST_NINE)),
					wantedAt(NINE).at(place(this.minh, NINE)))
			.penalizesBy(0);
	}

	@Test
	void keepsAQuotaThatContactsShare() {
		String number = "ADVERTISING/CALL/+84901234567";
		SharedLimit onceADay = new SharedLimit(number, 1, Duration.ofHours(24), "Hạn mức");
		Place tomorrow = place(this.lan, "2026-11-24T09:00");
		Place afterTomorrow = place(this.lan, "2026-11-25T09:00");
		Visit today = wantedAt(NINE).countedBy(number).with(onceADay).at(place(this.lan, NINE));

		this.verifier.verifyThat(PlanConstraints::limitExceeded)
			.given(today, wantedAt(NINE).countedBy(number).with(onceADay).at(tomorrow))
			.penalizesBy(2);
		this.verifier.verifyThat(PlanConstraints::limitExceeded)
			.given(today, wantedAt(NINE).countedBy(number).with(onceADay).at(afterTomorrow),
					wantedAt(NINE).countedBy("ADVERTISING/CALL/+84901234568").at(tomorrow))
			.penalizesBy(0);
	}

	@Test
	void keepsContactsApartByTheBufferOfTheOneThatWaits() {
		SharedLimit fourHours = new SharedLimit("customer/1", 1, Duration.ofHours(4), "Khoảng cách");
		Visit waits = wantedAt(NINE).countedBy("customer/1").with(fourHours).at(place(this.lan, NINE));

		this.verifier.verifyThat(PlanConstraints::limitExceeded)
			.given(waits, wantedAt(NINE).countedBy("customer/1").at(place(this.minh, "2026-11-23T13:00")))
			.penalizesBy(1);
		this.verifier.verifyThat(PlanConstraints::limitExceeded)
			.given(waits, wantedAt(NINE).countedBy("customer/1").at(place(this.minh, "2026-11-23T17:00")))
			.penalizesBy(0);
	}

	@Test
	void givesNobodyMoreThanTheyCanTakeInADay() {
		AgentDay busy = new AgentDay("lan", this.lan.day(), 3, 2, 5);

		this.verifier.verifyThat(PlanConstraints::overCapacity)
			.given(wantedAt(NINE).at(place(busy, NINE)), wantedAt(NINE).at(place(busy, QUARTER_PAST_NINE)))
			.penalizesBy(1);
		this.verifier.verifyThat(PlanConstraints::overCapacity)
			.given(wantedAt(NINE).at(place(busy, NINE)), wantedAt(NINE).at(place(this.minh, QUARTER_PAST_NINE)))
			.penalizesBy(0);
	}

	@Test
	void leavesAContactWithoutAPlaceTheRoomItHas() {
		Visit stays = wantedAt(NINE).before(place(this.lan, NINE)).nowhere();
		AgentDay one = agentDay("one", 1);
		Visit full = wantedAt(NINE).before(place(one, NINE)).nowhere();

		this.verifier.verifyThat(PlanConstraints::agentBookedTwice)
			.given(stays, wantedAt(NINE).at(place(this.lan, TEN_PAST_NINE)))
			.penalizesBy(1);
		this.verifier.verifyThat(PlanConstraints::agentBookedTwice)
			.given(stays, wantedAt(NINE).before(place(this.lan, NINE)).nowhere(),
					wantedAt(NINE).at(place(this.lan, QUARTER_PAST_NINE)))
			.penalizesBy(0);
		this.verifier.verifyThat(PlanConstraints::overCapacity)
			.given(full, wantedAt(NINE).at(place(one, QUARTER_PAST_NINE)))
			.penalizesBy(1);
	}

	@Test
	void countsContactsWithoutAPlace() {
		this.verifier.verifyThat(PlanConstraints::withoutPlace)
			.given(wantedAt(NINE).nowhere(), wantedAt(NINE).at(place(this.lan, NINE)))
			.penalizesBy(1);
	}

	@Test
	void paysWhatABrokenWishIsWorth() {
		Place noon = place(this.lan, "2026-11-23T12:00");

		this.verifier.verifyThat(PlanConstraints::wishBroken)
			.given(wantedAt(NINE).unwelcome(noon, 240).at(noon), wantedAt(NINE).at(place(this.minh, NINE)))
			.penalizesBy(240);
	}

	@Test
	void paysForEachMinuteOfDelayByUrgency() {
		this.verifier.verifyThat(PlanConstraints::late)
			.given(wantedAt(NINE).urgency(3).at(place(this.lan, TEN_PAST_NINE)),
					wantedAt(NINE).urgency(1).at(place(this.minh, QUARTER_PAST_NINE)),
					wantedAt(NINE).at(place(this.minh, NINE)))
			.penalizesBy(3 * 10 + 15);
	}

	@Test
	void findsUnevenDaysDearer() {
		Place nine = place(this.lan, NINE);
		Place later = place(this.lan, QUARTER_PAST_NINE);

		this.verifier.verifyThat(PlanConstraints::unevenLoad)
			.given(wantedAt(NINE).at(nine), wantedAt(NINE).at(later))
			.penalizesBy(5 * 4);
		this.verifier.verifyThat(PlanConstraints::unevenLoad)
			.given(wantedAt(NINE).at(nine), wantedAt(NINE).at(place(this.minh, NINE)))
			.penalizesBy(5 + 5);
	}

	@Test
	void paysForAnotherPersonThanItHad() {
		Place before = place(this.lan, NINE);

		this.verifier.verifyThat(PlanConstraints::otherAgent)
			.given(wantedAt(NINE).before(before).at(place(this.minh, NINE)),
					wantedAt(NINE).before(before).at(place(this.lan, QUARTER_PAST_NINE)),
					wantedAt(NINE).at(place(this.minh, NINE)))
			.penalizesBy(60);
	}

	@Test
	void paysForMovingAContactAtAll() {
		Place before = place(this.lan, NINE);

		this.verifier.verifyThat(PlanConstraints::otherSlot)
			.given(wantedAt(NINE).before(before).at(place(this.minh, NINE)),
					wantedAt(NINE).before(before).at(place(this.lan, QUARTER_PAST_NINE)))
			.penalizesBy(5);
	}

}
