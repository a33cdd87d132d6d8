package vn.careflow.assignment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
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
 * @param skillName what people called the skill
 * @param candidates every candidate, as the verdict ordered them
 */
record DecisionRecord(String rules, Item item, String teamName, String skillName, List<Person> candidates) {

	private static final ObjectMapper JSON = JsonMapper.builder()
		.addModule(new JavaTimeModule())
		.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
		.defaultPropertyInclusion(
				JsonInclude.Value.construct(JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.NON_DEFAULT))
		.build();

	DecisionRecord {
		skillName = (skillName != null) ? skillName : "";
		candidates = orNone(candidates);
	}

	static DecisionRecord of(AssignmentQuestion question, Verdict verdict) {
		return new DecisionRecord(AssignmentRules.VERSION, Item.of(question.item()), question.teamName(),
				question.skillName(), verdict.judged().stream().map(Person::of).toList());
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
		return new AssignmentQuestion(this.item.toWorkItem(), this.teamName,
				(this.skillName != null) ? this.skillName : "",
				this.candidates.stream().map(Person::toCandidate).toList());
	}

	List<Judged> judged() {
		return this.candidates.stream().map((person) -> new Judged(person.toCandidate(), person.refusedBy())).toList();
	}

	/** What is empty is left out of the JSON. */
	private static <T> List<T> orNone(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

	/**
	 * The work item.
	 */
	record Item(UUID id, String kind, String team, @Nullable String skill, String language, @Nullable String owner,
			@Nullable String lastAgent, Instant at) {

		static Item of(WorkItem item) {
			return new Item(item.id(), item.kind(), item.teamId(), item.skill(), item.language(), item.ownerId(),
					item.lastAgentId(), item.at());
		}

		WorkItem toWorkItem() {
			return new WorkItem(this.id, this.kind, this.team, this.skill, this.language, this.owner, this.lastAgent,
					this.at);
		}
	}

	/**
	 * What is usually true of a person.
	 */
	enum Fact {

		AGENT, IN_TEAM, EMPLOYED, RECEIVING, ON_SHIFT, SPEAKS_LANGUAGE

	}

	/**
	 * A candidate: the facts that did not hold, those that are numbers, and the policies
	 * that refused.
	 */
	record Person(String agent, int capacity, int load, int skill, @Nullable Affinity affinity, List<Fact> not,
			@Nullable LocalDateTime absentUntil, boolean beingAssigned, boolean withheld,
			List<EligibilityPolicy> refusedBy) {

		Person {
			not = orNone(not);
			refusedBy = orNone(refusedBy);
		}

		static Person of(Judged judged) {
			Candidate candidate = judged.candidate();
			return new Person(candidate.agentId(), candidate.capacity(), candidate.load(), candidate.skillLevel(),
					(candidate.affinity() != Affinity.NONE) ? candidate.affinity() : null, missing(candidate),
					candidate.absentUntil(), candidate.beingAssigned(), candidate.withheld(), judged.refusedBy());
		}

		Candidate toCandidate() {
			return new Candidate(this.agent, (this.affinity != null) ? this.affinity : Affinity.NONE, is(Fact.AGENT),
					is(Fact.IN_TEAM), is(Fact.EMPLOYED), is(Fact.RECEIVING), this.absentUntil, is(Fact.ON_SHIFT),
					this.capacity, this.load, this.skill, is(Fact.SPEAKS_LANGUAGE), this.beingAssigned, this.withheld);
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
			return missing;
		}

		private static void note(List<Fact> missing, Fact fact, boolean holds) {
			if (!holds) {
				missing.add(fact);
			}
		}
	}

}
