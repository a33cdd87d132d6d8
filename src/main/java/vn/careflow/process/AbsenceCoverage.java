package vn.careflow.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.calendar.CareDuration;
import vn.careflow.process.AbsentWork.Holder;
import vn.careflow.process.AbsentWork.Item;
import vn.careflow.process.HandAnswer.Given;
import vn.careflow.staff.Absence;
import vn.careflow.staff.AbsenceCover;
import vn.careflow.staff.AbsenceCovers;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * Looks at the work of somebody who is absent, as often as something may have come near:
 * what the table {@code absence-cover} says cannot wait goes to the substitute, or, with
 * none, to whom the rules choose.
 */
@Service
class AbsenceCoverage {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

	private final Staff staff;

	private final AbsentWork work;

	private final AbsenceCovers covers;

	private final AbsenceHands hands;

	private final Decisions decisions;

	private final ResponsiblePeople people;

	private final CareTimes times;

	private final CareProperties properties;

	AbsenceCoverage(Staff staff, AbsentWork work, AbsenceCovers covers, AbsenceHands hands, Decisions decisions,
			ResponsiblePeople people, CareTimes times, CareProperties properties) {
		this.staff = staff;
		this.work = work;
		this.covers = covers;
		this.hands = hands;
		this.decisions = decisions;
		this.people = people;
		this.times = times;
		this.properties = properties;
	}

	/**
	 * Hands over what is due now and says when to look again; or, once the absence is
	 * over, says what there is to decide about.
	 */
	@Transactional
	public void look(DelegateExecution execution) {
		Optional<Absence> going = this.staff.directory()
			.absence(CaseKeys.caseId(execution))
			.filter((absence) -> absence.to().isAfter(this.times.now()));
		CoverAbsenceProcess.ABSENCE_OVER.set(execution, going.isEmpty());
		going.ifPresentOrElse(
				(absence) -> CoverAbsenceProcess.LOOK_AGAIN_AT.set(execution, CaseKeys.date(cover(execution, absence))),
				() -> settle(execution));
	}

	/**
	 * @return when to look again
	 */
	private Instant cover(DelegateExecution execution, Absence absence) {
		Instant next = earlier(absence.to(), this.times.nextMorning());
		for (Item item : this.work.of(absence.agentId())) {
			Optional<Instant> handAt = handAt(item, absence);
			if (handAt.isPresent() && handAt.get().isAfter(this.times.now())) {
				next = earlier(next, handAt.get());
			}
			else if (handAt.isPresent()) {
				hand(execution, item, absence);
			}
		}
		return next;
	}

	/** When the rule wants the work handed over; empty when it stays. */
	private Optional<Instant> handAt(Item item, Absence absence) {
		Map<String, Object> rule = this.decisions.decide("absence-cover",
				Map.of("workKind", item.kind(), "priority", item.priority(), "coverDeadline", deadline(item, absence),
						"daysAway", this.times.workingDaysUntil(absence.to())));
		Instant due = item.dueAt();
		return switch (String.valueOf(rule.get("cover"))) {
			case "NOW" -> Optional.of(this.times.now());
			case "AT_DEADLINE" -> Optional.ofNullable(due)
				.map((at) -> this.times.before(at, CareDuration.parse(String.valueOf(rule.get("handBefore")))));
			default -> Optional.empty();
		};
	}

	private String deadline(Item item, Absence absence) {
		Instant due = item.dueAt();
		if (due == null) {
			return "NONE";
		}
		if (!due.isAfter(this.times.now())) {
			return "OVERDUE";
		}
		return due.isBefore(absence.to()) ? "BEFORE_RETURN" : "AFTER_RETURN";
	}

	private void hand(DelegateExecution execution, Item item, Absence absence) {
		String why = "%s vắng mặt đến %s".formatted(this.staff.get(absence.agentId()).name(),
				MOMENT.format(this.times.local(absence.to())));
		Optional<Given> given = this.staff.directory()
			.substituteOf(absence.agentId(), this.times.now())
			.flatMap((substitute) -> give(item.caseId(), substitute, why + ", người thay thế nhận"))
			.or(() -> give(item.caseId(), null, why));
		given.ifPresentOrElse(
				(answer) -> this.covers.record(absence, item.caseId(), item.kind(), answer.to(), answer.why()),
				() -> this.people.tellLead(execution, item.caseId(), "absence-uncovered"));
	}

	private Optional<Given> give(UUID caseId, @Nullable String to, String why) {
		return (this.hands.give(caseId, to, CaseKeys.SYSTEM, why) instanceof Given given) ? Optional.of(given)
				: Optional.empty();
	}

	private void settle(DelegateExecution execution) {
		UUID absenceId = CaseKeys.caseId(execution);
		String absentAgent = CoverAbsenceProcess.ABSENT_AGENT_ID.get(execution);
		for (AbsenceCover cover : this.covers.openOf(absenceId)) {
			Optional<Holder> holder = this.work.holderOf(cover.caseId());
			if (holder.isEmpty() || absentAgent.equals(holder.get().agentId())) {
				this.covers.settle(cover, AbsenceCover.Outcome.SETTLED, holder.map(Holder::agentId).orElse(null),
						CaseKeys.SYSTEM);
			}
		}
		CoverAbsenceProcess.ANYTHING_TO_RETURN.set(execution, !this.covers.openOf(absenceId).isEmpty());
		CoverAbsenceProcess.LEAD_ID.set(execution, leadOf(absentAgent).orElse(null));
		CoverAbsenceProcess.RETURN_DUE_AT.set(execution, this.times.dateAfter(this.properties.decideReturnWithin()));
	}

	/** A lead of one of the person's teams who is there, and not the person. */
	private Optional<String> leadOf(String agentId) {
		List<String> teams = this.staff.get(agentId).teams().stream().toList();
		return teams.stream()
			.flatMap((team) -> this.staff.leadOf(team).stream())
			.map(Agent::id)
			.filter((lead) -> !lead.equals(agentId)
					&& this.staff.directory().absenceOf(lead, this.times.now()).isEmpty())
			.findFirst();
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

}
