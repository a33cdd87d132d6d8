package vn.careflow.planning;

import java.util.List;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;

/**
 * What makes a plan right, and of two right ones the better one. Hard rules are never
 * broken; as many contacts as possible find a place; then the costs count, in minutes of
 * waiting. What concerns one contact alone is settled before: it decides which places a
 * contact has. A contact that finds no place stays where it is and takes its room there.
 * Public because the search makes it by its name.
 */
public class PlanConstraints implements ConstraintProvider {

	static final String MISPLACED = "Giờ hoặc người không được phép";

	static final String AGENT_BOOKED_TWICE = "Nhân viên trùng giờ";

	static final String CUSTOMER_BOOKED_TWICE = "Khách hàng trùng giờ";

	static final String LIMIT_EXCEEDED = "Quá nhiều hoặc quá gần lần liên hệ khác";

	static final String OVER_CAPACITY = "Quá số việc trong ngày";

	static final String WITHOUT_PLACE = "Chưa xếp được";

	static final String WISH_BROKEN = "Trái mong muốn";

	static final String LATE = "Trễ so với giờ hẹn";

	static final String UNEVEN_LOAD = "Khối lượng không đều";

	static final String OTHER_AGENT = "Đổi người";

	static final String OTHER_SLOT = "Đổi giờ";

	@Override
	public Constraint[] defineConstraints(ConstraintFactory factory) {
		return new Constraint[] { misplaced(factory), agentBookedTwice(factory), customerBookedTwice(factory),
				limitExceeded(factory), overCapacity(factory), withoutPlace(factory), wishBroken(factory),
				late(factory), unevenLoad(factory), otherAgent(factory), otherSlot(factory) };
	}

	Constraint misplaced(ConstraintFactory factory) {
		return factory.forEach(Visit.class)
			.filter(Visit::isMisplaced)
			.penalize(HardMediumSoftLongScore.ONE_HARD)
			.asConstraint(MISPLACED);
	}

	Constraint agentBookedTwice(ConstraintFactory factory) {
		return factory.forEach(Visit.class)
			.join(factory.forEachIncludingUnassigned(Visit.class), Joiners.equal(Visit::agentDay, Visit::filledDay))
			.filter((placed, other) -> isPair(placed, other) && placed.clashesWith(other))
			.penalize(HardMediumSoftLongScore.ONE_HARD)
			.asConstraint(AGENT_BOOKED_TWICE);
	}

	/** Two that have a place are one pair, not two. */
	private static boolean isPair(Visit placed, Visit other) {
		return !other.isPlaced() || placed.id().compareTo(other.id()) < 0;
	}

	Constraint customerBookedTwice(ConstraintFactory factory) {
		return factory.forEach(Visit.class)
			.join(factory.forEachIncludingUnassigned(Visit.class), Joiners.equal(Visit::customerId))
			.filter((placed, other) -> isPair(placed, other) && placed.overlaps(other))
			.penalize(HardMediumSoftLongScore.ONE_HARD)
			.asConstraint(CUSTOMER_BOOKED_TWICE);
	}

	Constraint limitExceeded(ConstraintFactory factory) {
		return factory.forEachIncludingUnassigned(Visit.class)
			.groupBy(Visit::circle, ConstraintCollectors.toList())
			.filter((circle, visits) -> exceeded(circle, visits) > 0)
			.penalizeLong(HardMediumSoftLongScore.ONE_HARD, PlanConstraints::exceeded)
			.asConstraint(LIMIT_EXCEEDED);
	}

	private static long exceeded(int circle, List<Visit> visits) {
		return (visits.size() < 2) ? 0
				: visits.stream().filter(Visit::isPlaced).mapToLong((visit) -> visit.limitsExceededBy(visits)).sum();
	}

	Constraint overCapacity(ConstraintFactory factory) {
		return factory.forEachIncludingUnassigned(Visit.class)
			.filter((visit) -> visit.filledDay() != null)
			.groupBy(Visit::filledDay, ConstraintCollectors.count(),
					ConstraintCollectors.sum((visit) -> visit.isPlaced() ? 1 : 0))
			.filter((agentDay, contacts, placed) -> agentDay.beyondCapacity(contacts) > 0 && placed > 0)
			.penalizeLong(HardMediumSoftLongScore.ONE_HARD,
					(agentDay, contacts, placed) -> Math.min(agentDay.beyondCapacity(contacts), placed))
			.asConstraint(OVER_CAPACITY);
	}

	Constraint withoutPlace(ConstraintFactory factory) {
		return factory.forEachIncludingUnassigned(Visit.class)
			.filter((visit) -> visit.place() == null)
			.penalize(HardMediumSoftLongScore.ONE_MEDIUM)
			.asConstraint(WITHOUT_PLACE);
	}

	Constraint wishBroken(ConstraintFactory factory) {
		return factory.forEach(Visit.class)
			.filter((visit) -> visit.wishCost() > 0)
			.penalizeLong(HardMediumSoftLongScore.ONE_SOFT, Visit::wishCost)
			.asConstraint(WISH_BROKEN);
	}

	Constraint late(ConstraintFactory factory) {
		return factory.forEach(Visit.class)
			.filter((visit) -> visit.delayCost() > 0)
			.penalizeLong(HardMediumSoftLongScore.ONE_SOFT, Visit::delayCost)
			.asConstraint(LATE);
	}

	Constraint unevenLoad(ConstraintFactory factory) {
		return factory.forEach(Visit.class)
			.groupBy(Visit::agentDay, ConstraintCollectors.count())
			.penalizeLong(HardMediumSoftLongScore.ONE_SOFT, AgentDay::loadCost)
			.asConstraint(UNEVEN_LOAD);
	}

	Constraint otherAgent(ConstraintFactory factory) {
		return factory.forEach(Visit.class)
			.filter(Visit::isWithAnother)
			.penalizeLong(HardMediumSoftLongScore.ONE_SOFT, (visit) -> visit.weights().otherAgent())
			.asConstraint(OTHER_AGENT);
	}

	Constraint otherSlot(ConstraintFactory factory) {
		return factory.forEach(Visit.class)
			.filter(Visit::isMoved)
			.penalizeLong(HardMediumSoftLongScore.ONE_SOFT, (visit) -> visit.weights().otherSlot())
			.asConstraint(OTHER_SLOT);
	}

}
