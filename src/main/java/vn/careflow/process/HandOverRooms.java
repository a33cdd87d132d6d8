package vn.careflow.process;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.careflow.assignment.HandOverKind;
import vn.careflow.assignment.Responsibility;
import vn.careflow.assignment.Responsibility.Held;
import vn.careflow.assignment.Responsibility.Move;
import vn.careflow.assignment.Responsibility.Moved;
import vn.careflow.contact.AppointmentAnswer;
import vn.careflow.contact.Appointments;
import vn.careflow.contact.TimeOfAgent;
import vn.careflow.customer.OwnedCustomers;
import vn.careflow.planning.DraftsOfAgent;
import vn.careflow.request.RequestsOfAgent;
import vn.careflow.servicelevel.UnreadNotices;
import vn.careflow.staff.Absence;
import vn.careflow.staff.AbsenceEntry;
import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.Staff;
import vn.careflow.staff.Team;

/**
 * What a person can be responsible for, room by room: how each kind is counted, listed
 * and handed over. Kinds that need more have a class of their own.
 */
@Configuration(proxyBeanMethods = false)
class HandOverRooms {

	@Bean
	Responsibility opportunitiesOfAgent(HandOverCases cases) {
		return ofModel(HandOverKind.OPPORTUNITY, PreSaleCareProcess.KEY, cases);
	}

	@Bean
	Responsibility careCyclesOfAgent(HandOverCases cases) {
		return ofModel(HandOverKind.CARE_CYCLE, CareManagementProcess.KEY, cases);
	}

	@Bean
	Responsibility casesOfAgent(HandOverCases cases) {
		return new Room(HandOverKind.CASE, cases::countOthers, cases::heldOthers, cases::move);
	}

	@Bean
	Responsibility timersOfAgent(PeopleInEngine people) {
		return follows(HandOverKind.TIMER, people::countTimers);
	}

	@Bean
	Responsibility surveysOfAgent(PeopleInEngine people) {
		return follows(HandOverKind.SURVEY,
				(agentId) -> people.countWaiting(agentId, PostSaleCareProcess.MESSAGE_SURVEY_ANSWERED));
	}

	@Bean
	Responsibility requestsOfAgentHandedOver(RequestsOfAgent requests) {
		return new Room(HandOverKind.REQUEST, requests::countOpen,
				(agentId) -> requests.open(agentId)
					.stream()
					.map((request) -> new Held(request.id().toString(), request.kind(), request.customerId(), null,
							request.id()))
					.toList(),
				(move) -> Moved.doneIf(requests.handOver(UUID.fromString(move.ref()), move.giver(), move.taker())));
	}

	@Bean
	Responsibility contactsOfAgent(TimeOfAgent time) {
		return new Room(HandOverKind.CONTACT, time::countContacts, (agentId) -> booked(time.contacts(agentId)),
				(move) -> Moved.doneIf(time.handOverContact(UUID.fromString(move.ref()), move.giver(), move.taker())));
	}

	@Bean
	Responsibility appointmentsOfAgent(TimeOfAgent time, Appointments appointments) {
		return new Room(HandOverKind.APPOINTMENT, time::countAppointments,
				(agentId) -> booked(time.appointments(agentId)), (move) -> handOver(appointments, move));
	}

	@Bean
	Responsibility customersOfAgent(OwnedCustomers customers) {
		return new Room(HandOverKind.CUSTOMER, customers::count, (agentId) -> customers.of(agentId)
			.stream()
			.map((customer) -> new Held(customer.id().toString(), "CUSTOMER", customer.id(), customer.language(), null))
			.toList(),
				(move) -> Moved
					.doneIf(customers.handOver(UUID.fromString(move.ref()), move.giver(), move.taker(), move.why())));
	}

	@Bean
	Responsibility draftsOfAgentHandedOver(DraftsOfAgent drafts) {
		return new Room(HandOverKind.DRAFT, drafts::count,
				(agentId) -> drafts.of(agentId)
					.stream()
					.map((draft) -> new Held(draft.planId() + "/" + draft.no(), "DAY_PLAN", draft.customerId(), null,
							draft.contactId()))
					.toList(),
				(move) -> {
					String[] ref = move.ref().split("/", 2);
					return Moved.doneIf(drafts.handOver(UUID.fromString(ref[0]), Integer.parseInt(ref[1]), move.giver(),
							move.taker()));
				});
	}

	@Bean
	Responsibility teamsLedByAgent(Staff staff) {
		return new Room(HandOverKind.TEAM_LEAD, (agentId) -> ledBy(staff, agentId).size(),
				(agentId) -> ledBy(staff, agentId).stream().map((team) -> Held.of(team.id(), "TEAM")).toList(),
				(move) -> {
					boolean leads = ledBy(staff, move.giver()).stream()
						.anyMatch((team) -> team.id().equals(move.ref()));
					if (leads) {
						staff.appointLead(move.ref(), move.taker());
					}
					return Moved.doneIf(leads);
				});
	}

	@Bean
	Responsibility substitutionsOfAgent(Staff staff, Clock clock) {
		return new Room(HandOverKind.SUBSTITUTE, (agentId) -> substitutions(staff, clock, agentId).size(),
				(agentId) -> substitutions(staff, clock, agentId).stream()
					.map((absence) -> Held.of(absence.agentId() + "/" + absence.id(), "ABSENCE"))
					.toList(),
				(move) -> substitute(staff, clock, move));
	}

	@Bean
	Responsibility noticesOfAgent(UnreadNotices notices) {
		return new Room(HandOverKind.NOTICE, notices::count,
				(agentId) -> notices.of(agentId)
					.stream()
					.map((notice) -> new Held(notice.id().toString(), notice.rung(), null, null, notice.subjectId()))
					.toList(),
				(move) -> {
					UUID id = UUID.fromString(move.ref());
					return Moved
						.doneIf(notices.isFor(id, move.taker()) ? notices.takeBack(id, move.giver(), move.taker())
								: notices.passOn(id, move.giver(), move.taker()));
				});
	}

	@Bean
	Responsibility calendarLinkOfAgent(TimeOfAgent time) {
		return new Room(HandOverKind.CALENDAR_LINK, time::countLinks,
				(agentId) -> (time.countLinks(agentId) > 0) ? List.of(Held.of(agentId, "LINK")) : List.of(), (move) -> {
					if (move.to() == null) {
						return time.takeLink(move.giver()).map(Moved::done).orElseGet(Moved::gone);
					}
					return Moved.doneIf(time.restoreLink(move.taker(), String.valueOf(move.kept())));
				});
	}

	private static List<Held> booked(List<TimeOfAgent.Booked> booked) {
		return booked.stream()
			.map((one) -> new Held(one.id().toString(), one.code(), one.customerId(), null, one.id()))
			.toList();
	}

	/** The case hears of it by the event and sets its timers anew. */
	private static Moved handOver(Appointments appointments, Move move) {
		UUID id = UUID.fromString(move.ref());
		boolean theirs = appointments.find(id)
			.filter((appointment) -> appointment.state().isBooked() && appointment.agentId().equals(move.giver()))
			.isPresent();
		if (!theirs) {
			return Moved.gone();
		}
		AppointmentAnswer answer = appointments.handOver(id, move.taker(), move.by());
		if (answer instanceof AppointmentAnswer.Refused refused) {
			return Moved.refused(refused.reasons().get(0).reason());
		}
		return (answer instanceof AppointmentAnswer.Agreed) ? Moved.done()
				: Moved.refused("Giờ hẹn mới được giữ chỗ, chưa xác nhận; sẽ tự hết hạn");
	}

	private static List<Team> ledBy(Staff staff, String agentId) {
		return staff.teams().stream().filter((team) -> agentId.equals(team.leadId())).toList();
	}

	private static List<Absence> substitutions(Staff staff, Clock clock, String agentId) {
		return staff.all()
			.stream()
			.flatMap((agent) -> staff.directory().absencesOf(agent.id()).stream())
			.filter((absence) -> agentId.equals(absence.substituteId()) && absence.to().isAfter(clock.instant()))
			.toList();
	}

	private static Moved substitute(Staff staff, Clock clock, Move move) {
		return substitutions(staff, clock, move.giver()).stream()
			.filter((absence) -> move.ref().equals(absence.agentId() + "/" + absence.id()))
			.findFirst()
			.map((absence) -> staff.changeAbsence(new NewAbsence(absence.id(), absence.agentId(), absence.from(),
					absence.to(), move.taker(), absence.reason())))
			.map((entry) -> (entry instanceof AbsenceEntry.Refused refused) ? Moved.refused(refused.reason())
					: Moved.done())
			.orElseGet(Moved::gone);
	}

	private static Responsibility ofModel(HandOverKind kind, String processKey, HandOverCases cases) {
		return new Room(kind, (agentId) -> cases.countOf(processKey, agentId),
				(agentId) -> cases.heldOf(processKey, agentId), cases::move);
	}

	/** What is counted, and goes with the case that it belongs to. */
	private static Responsibility follows(HandOverKind kind, ToLongFunction<String> count) {
		return new Room(kind, count, (agentId) -> List.of(), (move) -> Moved.gone());
	}

	/**
	 * One kind, as its room counts, lists and moves it.
	 */
	private record Room(HandOverKind kind, ToLongFunction<String> counting, Function<String, List<Held>> listing,
			Function<Move, Moved> moving) implements Responsibility {

		@Override
		public long count(String agentId) {
			return this.counting.applyAsLong(agentId);
		}

		@Override
		public List<Held> heldBy(String agentId) {
			return this.listing.apply(agentId);
		}

		@Override
		public Moved move(Move move) {
			return this.moving.apply(move);
		}

	}

}
