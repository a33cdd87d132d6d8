package vn.careflow.console;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOver;
import vn.careflow.assignment.HandOverCount;
import vn.careflow.assignment.HandOverItem;
import vn.careflow.assignment.HandOverKind;
import vn.careflow.assignment.HandOverKind.Succession;
import vn.careflow.assignment.HandOverShare;
import vn.careflow.assignment.HandOvers;
import vn.careflow.console.CaseSubjects.Subject;
import vn.careflow.process.CaseTask;
import vn.careflow.process.FormFacts;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * What a lead reads about a hand-over: who gets how much of what, what the rules found
 * nobody for, and afterwards the proof that nothing was left.
 */
@Component
class HandOverFacts implements FormFacts {

	/** More stand in REST. */
	private static final int MOST_ROWS = 50;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

	private final HandOvers handOvers;

	private final Staff staff;

	private final Clock clock;

	HandOverFacts(HandOvers handOvers, Staff staff, Clock clock) {
		this.handOvers = handOvers;
		this.staff = staff;
		this.clock = clock;
	}

	@Override
	public Map<String, Object> about(CaseTask task) {
		return task.processKey().equals("hand-over") ? task.caseUuid()
			.flatMap(this.handOvers::find)
			.map((handOver) -> Map.<String, Object>of("planRows", rows(handOver)))
			.orElse(Map.of()) : Map.of();
	}

	Subject subjectOf(CaseTask task) {
		return task.caseUuid()
			.flatMap(this.handOvers::find)
			.map((handOver) -> new Subject("Bàn giao của " + name(handOver.agentId()),
					"Ngày làm việc cuối cùng: %s. Lý do: %s. Người yêu cầu: %s."
						.formatted(DAY.format(handOver.lastDay()), handOver.reason(), name(handOver.requestedBy()))))
			.orElse(new Subject("", ""));
	}

	private String rows(HandOver handOver) {
		return (handOver.state() == HandOver.State.PROPOSED) ? proposals(handOver.id()) : proof(handOver.id());
	}

	private String proposals(UUID id) {
		List<HandOverShare> shares = this.handOvers.shares(id);
		if (shares.isEmpty()) {
			return "Không có gì đang thuộc trách nhiệm của người này.";
		}
		Map<HandOverKind, List<HandOverShare>> byKind = shares.stream()
			.collect(Collectors.groupingBy(HandOverShare::kind, LinkedHashMap::new, Collectors.toList()));
		Stream<String> kinds = byKind.entrySet().stream().map((entry) -> kind(entry.getKey(), entry.getValue()));
		return Stream.concat(kinds, doubtful(id)).collect(Collectors.joining("\n\n"));
	}

	private String kind(HandOverKind kind, List<HandOverShare> shares) {
		long all = shares.stream().mapToLong(HandOverShare::number).sum();
		int first = shares.stream().mapToInt(HandOverShare::firstNo).min().orElse(0);
		int last = shares.stream().mapToInt(HandOverShare::lastNo).max().orElse(0);
		String who = shares.stream()
			.map((share) -> "%s: %d".formatted(taker(kind, share.agentId()), share.number()))
			.collect(Collectors.joining("; "));
		return "**%s** · %d mục, dòng %d–%d\n%s".formatted(kind.label(), all, first, last, who);
	}

	private String taker(HandOverKind kind, @Nullable String agentId) {
		if (agentId != null) {
			return name(agentId);
		}
		return (kind.succession() == Succession.ENDS) ? "kết thúc cùng tài khoản" : "**chưa có người nhận**";
	}

	/** What the rules found nobody for, and what could not be handed over before. */
	private Stream<String> doubtful(UUID id) {
		List<HandOverItem> items = this.handOvers.doubtfulItems(id, MOST_ROWS);
		return items.isEmpty() ? Stream.empty()
				: Stream.concat(Stream.of("**Cần xem kỹ**"), items.stream().map(this::doubtful));
	}

	private String doubtful(HandOverItem item) {
		String why = Stream.of(item.stateReason(), item.proposedBecause())
			.filter((reason) -> reason != null && !reason.isBlank())
			.map(String::valueOf)
			.map(Markdown::plain)
			.collect(Collectors.joining(" "));
		return "**%d.** %s → %s\n*%s*".formatted(item.no(), item.kind().label(),
				taker(item.kind(), item.targetAgentId()), why);
	}

	private String proof(UUID id) {
		List<HandOverCount> counts = this.handOvers.counts(id);
		int last = counts.stream().mapToInt(HandOverCount::no).max().orElse(0);
		return counts.stream()
			.filter((count) -> count.no() == last)
			.map((count) -> "%s: lúc đầu %d, khi kiểm chứng **%d** (%s)".formatted(count.kind().label(),
					first(counts, count.kind()), count.counted(),
					MOMENT.format(count.countedAt().atZone(this.clock.getZone()))))
			.collect(Collectors.joining("\n"));
	}

	private static long first(List<HandOverCount> counts, HandOverKind kind) {
		return counts.stream()
			.filter((count) -> count.kind() == kind)
			.findFirst()
			.map(HandOverCount::counted)
			.orElse(0L);
	}

	private String name(String agentId) {
		return Markdown.plain(this.staff.find(agentId).map(Agent::name).orElse(agentId));
	}

}
