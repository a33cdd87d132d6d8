package vn.careflow.assignment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

import vn.careflow.assignment.Verdict.Judged;

/**
 * A decision as it is kept: the version of the rules, all inputs and every candidate with
 * what spoke against them. A hundred thousand of them are kept for one campaign, so what
 * is usual (employed, on shift, …) is left out.
 *
 * @param rules the version of the rules
 * @param item the work item
 * @param teamName what people called its team
 * @param skillNames what people called the skills, by id
 * @param skillName what people called the only skill that version 1 of the rules knew
 * @param candidates every candidate, as the verdict ordered them
 */
record DecisionRecord(String rules, Item item, String teamName, Map<String, String> skillNames,
		@Nullable String skillName, List<Person> candidates) {

	private static final ObjectMapper JSON = JsonMapper.builder()
		.addModule(new JavaTimeModule())
		.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
		.defaultPropertyInclusion(
				JsonInclude.Value.construct(JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.NON_DEFAULT))
		.build();

	DecisionRecord {
		skillNames = (skillNames != null) ? Map.copyOf(skillNames) : Map.of();
		candidates = orNone(candidates);
	}

	static DecisionRecord of(AssignmentQuestion question, Verdict verdict) {
		return new DecisionRecord(AssignmentRules.VERSION, Item.of(question.item()), question.teamName(),
				question.skillNames(), null, verdict.judged().stream().map(Person::of).toList());
	}

	static DecisionRecord parse(String json) {
		try {
			return JSON.readValue(json, DecisionRecord.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A kept decision cannot be read", ex);
		}
	}

	String toJson() {
		try {
			return JSON.writeValueAsString(this);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A decision about " + this.item.id() + " cannot be written", ex);
		}
	}

	/**
	 * The question that was decided: asking the rules of the same version again gives the
	 * same verdict.
	 */
	AssignmentQuestion question() {
		WorkItem workItem = this.item.toWorkItem();
		return new AssignmentQuestion(workItem, this.teamName, namesOf(workItem),
				this.candidates.stream().map((person) -> person.toCandidate(workItem)).toList());
	}

	private Map<String, String> namesOf(WorkItem workItem) {
		return (this.skillName != null && workItem.skills().size() == 1)
				? Map.of(workItem.skills().get(0).skillId(), this.skillName) : this.skillNames;
	}

	List<Judged> judged() {
		WorkItem workItem = this.item.toWorkItem();
		return this.candidates.stream()
			.map((person) -> new Judged(person.toCandidate(workItem), person.refusedBy()))
			.toList();
	}

	/** What is empty is left out of the JSON. */
	private static <T> List<T> orNone(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

	/**
	 * The work item. The only skill that version 1 of the rules knew is {@code skill}.
	 */
	record Item(UUID id, String kind, String team, @Nullable String skill, List<SkillNeed> skills, String language,
			@Nullable String product, @Nullable String group, @Nullable String owner, @Nullable String lastAgent,
			Instant at, int weight, @Nullable String ranking, @Nullable String rankedBy, List<String> excluded) {

		Item {
			skills = orNone(skills);
			excluded = orNone(excluded);
		}

		static Item of(WorkItem item) {
			boolean usual = item.ranking().equals(Ranking.USUAL);
			return new Item(item.id(), item.kind(), item.teamId(), null, item.skills(), item.language(), item.product(),
					item.customerGroup(), item.ownerId(), item.lastAgentId(), item.at(),
					(item.weight() != 1) ? item.weight() : 0, usual ? null : item.ranking().text(),
					usual ? null : item.ranking().version(), List.copyOf(item.excluded()));
		}

		WorkItem toWorkItem() {
			return new WorkItem(this.id, this.kind, this.team, needs(), this.language, this.product, this.group,
					this.owner, this.lastAgent, this.at, Math.max(1, this.weight), order(),
					new TreeSet<>(this.excluded));
		}

		private List<SkillNeed> needs() {
			return (this.skill != null) ? List.of(SkillNeed.of(this.skill)) : this.skills;
		}

		private Ranking order() {
			return (this.ranking != null && this.rankedBy != null) ? Ranking.parse(this.ranking, this.rankedBy)
					: Ranking.USUAL;
		}
	}

	/**
	 * What is usually true of a person.
	 */
	enum Fact {

		AGENT, IN_TEAM, EMPLOYED, RECEIVING, ON_SHIFT, SPEAKS_LANGUAGE, SERVES_PRODUCT, SERVES_GROUP

	}

	/**
	 * A candidate: the facts that did not hold, those that are numbers, and the policies
	 * that refused. The level of the only skill that version 1 of the rules knew is
	 * {@code skill}.
	 */
	record Person(String agent, int capacity, int load, int skill, List<Integer> skills, @Nullable Affinity affinity,
			List<Fact> not, @Nullable LocalDateTime absentUntil, boolean excluded, boolean beingAssigned,
			boolean withheld, List<EligibilityPolicy> refusedBy) {

		Person {
			skills = orNone(skills);
			not = orNone(not);
			refusedBy = orNone(refusedBy);
		}

		static Person of(Judged judged) {
			Candidate candidate = judged.candidate();
			return new Person(candidate.agentId(), candidate.capacity(), candidate.load(), 0, candidate.skillLevels(),
					(candidate.affinity() != Affinity.NONE) ? candidate.affinity() : null, missing(candidate),
					candidate.absentUntil(), candidate.excluded(), candidate.beingAssigned(), candidate.withheld(),
					judged.refusedBy());
		}

		Candidate toCandidate(WorkItem item) {
			return new Candidate(this.agent, (this.affinity != null) ? this.affinity : Affinity.NONE, is(Fact.AGENT),
					is(Fact.IN_TEAM), is(Fact.EMPLOYED), is(Fact.RECEIVING), this.absentUntil, is(Fact.ON_SHIFT),
					this.capacity, this.load, levels(item), is(Fact.SPEAKS_LANGUAGE), is(Fact.SERVES_PRODUCT),
					is(Fact.SERVES_GROUP), this.excluded, this.beingAssigned, this.withheld);
		}

		private List<Integer> levels(WorkItem item) {
			return (this.skills.size() == item.skills().size()) ? this.skills
					: Collections.nCopies(item.skills().size(), this.skill);
		}

		private boolean is(Fact fact) {
			return !this.not.contains(fact);
		}

		private static List<Fact> missing(Candidate candidate) {
			List<Fact> missing = new ArrayList<>();
			note(missing, Fact.AGENT, candidate.agent());
			note(missing, Fact.IN_TEAM, candidate.inTeam());
			note(missing, Fact.EMPLOYED, candidate.employed());
			note(missing, Fact.RECEIVING, candidate.receiving());
			note(missing, Fact.ON_SHIFT, candidate.onShift());
			note(missing, Fact.SPEAKS_LANGUAGE, candidate.speaksLanguage());
			note(missing, Fact.SERVES_PRODUCT, candidate.servesProduct());
			note(missing, Fact.SERVES_GROUP, candidate.servesGroup());
			return missing;
		}

		private static void note(List<Fact> missing, Fact fact, boolean holds) {
			if (!holds) {
				missing.add(fact);
			}
		}
	}

}
