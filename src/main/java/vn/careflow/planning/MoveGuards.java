package vn.careflow.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactMoment;
import vn.careflow.contact.ContactState;
import vn.careflow.contact.SharedLimit;
import vn.careflow.contact.PlannableContact;
import vn.careflow.contact.PlannableContacts;
import vn.careflow.contact.RefusedSlot;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;
import vn.careflow.staff.StaffDirectory;

/**
 * Asks every rule that binds again before a contact is moved, because time has passed
 * since the plan was made. Contacts that are moved together are judged together: one may
 * take the place that another leaves.
 */
@Component
class MoveGuards {

	private final PlannableContacts contacts;

	private final TakenTimes takenTimes;

	private final Staff staff;

	private final PlanningSettings settings;

	private final Clock clock;

	MoveGuards(PlannableContacts contacts, TakenTimes takenTimes, Staff staff, PlanningSettings settings, Clock clock) {
		this.contacts = contacts;
		this.takenTimes = takenTimes;
		this.staff = staff;
		this.settings = settings;
		this.clock = clock;
	}

	/** What happened to a contact since it was planned, in Vietnamese. */
	Optional<String> changeOf(DayPlanItem item, Contact contact) {
		if (contact.state() != ContactState.SCHEDULED) {
			return Optional.of("Lần liên hệ đã kết thúc hoặc không còn cần nữa.");
		}
		if (!item.fromSlotAt().equals(contact.slotAt())) {
			return Optional.of("Giờ liên hệ đã được đổi sau khi lập kế hoạch.");
		}
		if (!Objects.equals(item.fromAgentId(), contact.agentId())) {
			return Optional.of("Người liên hệ đã được đổi sau khi lập kế hoạch.");
		}
		return item.fromSlotAt().isAfter(this.clock.instant()) ? Optional.empty()
				: Optional.of("Đã đến giờ liên hệ: việc đang nằm trong tay nhân viên.");
	}

	/**
	 * What speaks against each of several moves, if all the others are made.
	 * @return reasons in Vietnamese by contact, none for those that may be made
	 */
	Map<UUID, List<String>> refusals(String teamId, Collection<Move> moves) {
		Map<UUID, List<String>> refusals = new LinkedHashMap<>();
		List<Judged> judged = judge(moves);
		judged.forEach((one) -> {
			List<String> reasons = reasons(teamId, one, judged);
			if (!reasons.isEmpty()) {
				refusals.put(one.move().id(), reasons);
			}
		});
		return refusals;
	}

	private List<Judged> judge(Collection<Move> moves) {
		StaffDirectory directory = this.staff.directory();
		Set<UUID> together = moves.stream().map(Move::id).collect(Collectors.toUnmodifiableSet());
		Map<UUID, PlannableContact> judged = this.contacts
			.judge(moves.stream()
				.map((move) -> new PlannableContacts.Wish(move.contact(), Set.of(move.slotAt()),
						this.settings.lengthOf(move.contact().channel())))
				.toList())
			.stream()
			.collect(Collectors.toMap((one) -> one.contact().id(), Function.identity()));
		return moves.stream()
			.map((move) -> new Judged(move, Objects.requireNonNull(judged.get(move.id())),
					this.takenTimes.block(move.contact(), move.slotAt()), taken(move, together, directory), directory))
			.toList();
	}

	private List<Block> taken(Move move, Set<UUID> together, StaffDirectory directory) {
		return directory.find(move.agentId())
			.map((agent) -> this.takenTimes
				.of(List.of(agent), together, move.slotAt(), move.slotAt().plus(Duration.ofHours(12)))
				.getOrDefault(agent.id(), List.of()))
			.orElse(List.of());
	}

	private List<String> reasons(String teamId, Judged one, List<Judged> all) {
		List<String> reasons = new ArrayList<>();
		if (!one.move().slotAt().isAfter(this.clock.instant())) {
			reasons.add("Giờ đề xuất đã qua.");
		}
		if (one.contact().moments().isEmpty()) {
			reasons.addAll(whyNot(one.contact()));
		}
		reasons.addAll(limits(one, all));
		Optional<Agent> agent = one.staff().find(one.move().agentId());
		agent.ifPresentOrElse((person) -> reasons.addAll(person(teamId, person, one, all)),
				() -> reasons.add("Không có nhân viên với mã " + one.move().agentId() + "."));
		return reasons;
	}

	private static List<String> whyNot(PlannableContact contact) {
		List<String> reasons = contact.refused().stream().map(RefusedSlot::reason).distinct().toList();
		return reasons.isEmpty() ? List.of("Không đủ thời gian trước khi hết khung giờ được phép.") : reasons;
	}

	private static List<String> limits(Judged one, List<Judged> all) {
		return one.contact()
			.moments()
			.stream()
			.flatMap((own) -> one.contact()
				.limits()
				.stream()
				.filter((limit) -> limit.isExceeded(own, sharing(limit, one, all)))
				.map((limit) -> limit.label() + ": các lần liên hệ khác của kế hoạch không để lại chỗ."))
			.toList();
	}

	private static List<ContactMoment> sharing(SharedLimit limit, Judged one, List<Judged> all) {
		return all.stream()
			.filter((other) -> other != one && other.contact().keys().contains(limit.key()))
			.flatMap((other) -> other.contact().moments().stream())
			.toList();
	}

	private static List<String> person(String teamId, Agent agent, Judged one, List<Judged> all) {
		List<Block> taken = new ArrayList<>(one.taken());
		all.stream()
			.filter((other) -> other != one && other.move().agentId().equals(agent.id()))
			.forEach((other) -> taken.add(other.time()));
		boolean theirs = agent.id().equals(one.move().contact().agentId());
		List<String> reasons = new ArrayList<>(AgentPolicy
			.refusals(
					new AgentQuestion(agent, teamId, one.contact().language(), theirs, one.time(), taken, one.staff()))
			.stream()
			.map((reason) -> reason + ".")
			.toList());
		boolean customerTaken = all.stream()
			.anyMatch((other) -> other != one
					&& other.move().contact().customerId().equals(one.move().contact().customerId())
					&& other.time().overlaps(one.time()));
		if (customerTaken) {
			reasons.add("Khách hàng có lần liên hệ khác vào giờ này.");
		}
		if (onDayOf(one, taken) + 1 > agent.capacity()) {
			reasons.add("%s đã đủ việc trong ngày (%d).".formatted(agent.name(), agent.capacity()));
		}
		return reasons;
	}

	private static long onDayOf(Judged one, List<Block> taken) {
		return taken.stream().filter((block) -> day(one, block.from()).equals(day(one, one.move().slotAt()))).count();
	}

	private static LocalDate day(Judged one, Instant at) {
		return at.atZone(one.staff().zone()).toLocalDate();
	}

	/**
	 * A move with all that is to be known about it.
	 */
	private record Judged(Move move, PlannableContact contact, Block time, List<Block> taken, StaffDirectory staff) {
	}

}
