package vn.careflow.console;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.staff.Absence;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.staff.StaffDirectory;

/**
 * The people whom somebody may think of when a task shall change hands, with what is
 * plain to see against them. The rules have the last word.
 */
@Component
class Colleagues {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM",
			Locale.forLanguageTag("vi-VN"));

	private final Staff staff;

	private final Clock clock;

	Colleagues(Staff staff, Clock clock) {
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * The agents employed today, by name, those at work first.
	 * @param teamId their team, or null for all
	 */
	List<Colleague> of(@Nullable String teamId) {
		StaffDirectory directory = this.staff.directory();
		boolean known = teamId != null && directory.team(teamId).isPresent();
		Stream<Agent> people = (known ? directory.members(teamId) : directory.all()).stream();
		return people.filter((agent) -> agent.roles().contains(Role.AGENT))
			.filter((agent) -> agent.isEmployedOn(LocalDate.now(this.clock)))
			.map((agent) -> new Colleague(agent.id(), agent.name(), against(agent, directory).orElse(null)))
			.sorted(Comparator.comparing((Colleague one) -> one.note() != null).thenComparing(Colleague::name))
			.toList();
	}

	private Optional<String> against(Agent agent, StaffDirectory directory) {
		Instant now = this.clock.instant();
		Optional<String> absence = directory.absenceOf(agent.id(), now).map(this::absent);
		if (absence.isPresent()) {
			return absence;
		}
		if (!agent.receiving()) {
			return Optional.of("tạm ngừng nhận việc");
		}
		return directory.isOnShift(agent, now) ? Optional.empty() : Optional.of("ngoài ca làm việc");
	}

	private String absent(Absence absence) {
		return "vắng mặt đến " + MOMENT.format(absence.to().atZone(this.clock.getZone()));
	}

	/**
	 * A person to choose.
	 *
	 * @param id the user id
	 * @param name what people call them
	 * @param note what is plain to see against them, or null
	 */
	record Colleague(String id, String name, @Nullable String note) {
	}

}
