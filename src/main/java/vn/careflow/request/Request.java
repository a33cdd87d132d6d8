package vn.careflow.request;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One thing that a customer asks for, and everything that was done about it. It changes
 * by verbs, each of which refuses what the rules forbid; a verb that finds its work done
 * answers false and changes nothing.
 */
public class Request {

	/** Statuses in which an agent may still work towards a resolution. */
	private static final Set<RequestStatus> UNRESOLVED = EnumSet.range(RequestStatus.NEW,
			RequestStatus.WAITING_FOR_THIRD_PARTY);

	@Id
	private UUID id;

	@Version
	private int version;

	private String number;

	private @Nullable String source;

	private @Nullable String externalId;

	private UUID customerId;

	private RequestKind kind;

	private String subject;

	private String description;

	private RequestChannel channel;

	private @Nullable String product;

	private @Nullable UUID orderId;

	private Level impact;

	private Level urgency;

	private @Nullable Priority priority;

	private @Nullable String priorityReason;

	private RequestStatus status;

	private @Nullable String statusReason;

	private @Nullable UUID survivorId;

	private @Nullable String agentId;

	private Instant receivedAt;

	private @Nullable Instant firstAnsweredAt;

	@Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY, prefix = "cycle_")
	private ResolutionCycle cycle;

	Request(UUID id, String number, UUID customerId, RequestKind kind, String subject, String description,
			RequestChannel channel, Level impact, Level urgency, RequestStatus status, Instant receivedAt,
			ResolutionCycle cycle) {
		this.id = id;
		this.number = number;
		this.customerId = customerId;
		this.kind = kind;
		this.subject = subject;
		this.description = description;
		this.channel = channel;
		this.impact = impact;
		this.urgency = urgency;
		this.status = status;
		this.receivedAt = receivedAt;
		this.cycle = cycle;
	}

	static Request registered(NewRequest asked, String number, Instant at) {
		UUID id = (asked.id() != null) ? asked.id() : UUID.randomUUID();
		Request request = new Request(id, number, asked.customerId(), asked.kind(), asked.subject(),
				asked.description(), asked.channel(), asked.impact(), asked.urgency(), RequestStatus.NEW, at,
				ResolutionCycle.first(at));
		request.source = asked.source();
		request.externalId = asked.externalId();
		request.product = asked.product();
		request.orderId = asked.orderId();
		return request;
	}

	boolean prioritise(Priority newPriority, String why) {
		refuseUnless(this.status.isOpen(), "đổi mức ưu tiên");
		boolean changes = newPriority != this.priority;
		if (changes) {
			this.priority = newPriority;
			this.priorityReason = why;
		}
		return changes;
	}

	boolean assignTo(String newAgentId) {
		refuseUnless(this.status.isOpen(), "phân công");
		boolean changes = this.status == RequestStatus.NEW || !newAgentId.equals(this.agentId);
		this.agentId = newAgentId;
		if (this.status == RequestStatus.NEW) {
			moveTo(RequestStatus.ASSIGNED, "phân công");
		}
		return changes;
	}

	/**
	 * Nobody is responsible until somebody is found; the work goes on where it stands.
	 */
	boolean putBack() {
		refuseUnless(this.status.isOpen(), "trả về hàng đợi");
		boolean changes = this.agentId != null;
		this.agentId = null;
		return changes;
	}

	boolean concern(@Nullable String newProduct) {
		refuseUnless(this.status.isOpen(), "đổi sản phẩm");
		boolean changes = !Objects.equals(newProduct, this.product);
		this.product = newProduct;
		return changes;
	}

	/**
	 * Who answers a request that nobody holds takes it; the first answer begins the work.
	 */
	void answered(String byAgentId, Instant at) {
		refuseUnless(this.status.isOpen(), "trả lời khách hàng");
		if (this.status == RequestStatus.NEW) {
			assignTo(byAgentId);
		}
		if (this.status == RequestStatus.ASSIGNED) {
			moveTo(RequestStatus.IN_PROGRESS, "bắt đầu xử lý");
		}
		this.cycle = this.cycle.answered(at);
		if (this.firstAnsweredAt == null) {
			this.firstAnsweredAt = at;
		}
	}

	boolean waitForCustomer() {
		return moveTo(RequestStatus.WAITING_FOR_CUSTOMER, "chuyển sang chờ khách hàng");
	}

	boolean waitForThirdParty() {
		return moveTo(RequestStatus.WAITING_FOR_THIRD_PARTY, "chuyển sang chờ bên thứ ba");
	}

	boolean resume() {
		return moveTo(RequestStatus.IN_PROGRESS, "tiếp tục xử lý");
	}

	boolean resolve(String resolution, RootCause rootCause, Instant at) {
		boolean moved = moveTo(RequestStatus.RESOLVED, "đánh dấu đã giải quyết");
		if (moved) {
			this.cycle = this.cycle.resolved(resolution, rootCause, at);
		}
		return moved;
	}

	boolean close(Instant at) {
		if (this.kind == RequestKind.COMPLAINT && this.cycle.answeredAt() == null) {
			throw new RequestMoveRefused(this,
					"Khiếu nại %s chưa có câu trả lời gửi khách hàng: hãy trả lời khách trước khi đóng."
						.formatted(this.number));
		}
		boolean moved = moveTo(RequestStatus.CLOSED, "đóng yêu cầu");
		if (moved) {
			this.cycle = this.cycle.closed(at);
		}
		return moved;
	}

	/**
	 * Begins the next resolution cycle and answers the one that ended; nothing where the
	 * request has been reopened already.
	 */
	Optional<ResolutionCycle> reopen(String why, Instant at) {
		if (this.status == RequestStatus.NEW && this.cycle.number() > 1) {
			return Optional.empty();
		}
		refuseUnless(this.status.mayBecome(RequestStatus.NEW), "mở lại");
		ResolutionCycle ended = this.cycle;
		this.status = RequestStatus.NEW;
		this.cycle = ended.next(why, at);
		return Optional.of(ended);
	}

	boolean withdraw(String why) {
		return end(RequestStatus.WITHDRAWN, why, "rút yêu cầu");
	}

	boolean reject(String why) {
		return end(RequestStatus.REJECTED, why, "từ chối yêu cầu");
	}

	boolean mergeInto(Request survivor) {
		if (survivor.id.equals(this.id)) {
			throw new RequestMoveRefused(this, "Không thể gộp yêu cầu %s vào chính nó.".formatted(this.number));
		}
		if (survivor.status == RequestStatus.DUPLICATE) {
			throw new RequestMoveRefused(this,
					"Yêu cầu %s đã được gộp vào yêu cầu khác: hãy gộp vào yêu cầu còn lại của nó."
						.formatted(survivor.number));
		}
		boolean moved = moveTo(RequestStatus.DUPLICATE, "gộp vào yêu cầu khác");
		if (moved) {
			this.survivorId = survivor.id;
		}
		return moved;
	}

	private boolean end(RequestStatus ended, String why, String verb) {
		boolean moved = moveTo(ended, verb);
		if (moved) {
			this.statusReason = why;
		}
		return moved;
	}

	private boolean moveTo(RequestStatus next, String verb) {
		if (this.status == next) {
			return false;
		}
		refuseUnless(this.status.mayBecome(next), verb);
		this.status = next;
		return true;
	}

	private void refuseUnless(boolean allowed, String verb) {
		if (!allowed) {
			throw RequestMoveRefused.becauseOfStatus(this, verb);
		}
	}

	public UUID id() {
		return this.id;
	}

	/**
	 * The number that people see and say, like YC000042.
	 */
	public String number() {
		return this.number;
	}

	public @Nullable String source() {
		return this.source;
	}

	public @Nullable String externalId() {
		return this.externalId;
	}

	public UUID customerId() {
		return this.customerId;
	}

	public RequestKind kind() {
		return this.kind;
	}

	public String subject() {
		return this.subject;
	}

	public String description() {
		return this.description;
	}

	public RequestChannel channel() {
		return this.channel;
	}

	public @Nullable String product() {
		return this.product;
	}

	public @Nullable UUID orderId() {
		return this.orderId;
	}

	public Level impact() {
		return this.impact;
	}

	public Level urgency() {
		return this.urgency;
	}

	public @Nullable Priority priority() {
		return this.priority;
	}

	public @Nullable String priorityReason() {
		return this.priorityReason;
	}

	public RequestStatus status() {
		return this.status;
	}

	/**
	 * Why the request was withdrawn or rejected.
	 */
	public @Nullable String statusReason() {
		return this.statusReason;
	}

	/**
	 * The request that this one was merged into.
	 */
	public @Nullable UUID survivorId() {
		return this.survivorId;
	}

	/**
	 * Who is responsible; after a reopening, who was until somebody is assigned again.
	 */
	public @Nullable String agentId() {
		return this.agentId;
	}

	public Instant receivedAt() {
		return this.receivedAt;
	}

	/**
	 * The very first answer, whatever the cycle.
	 */
	public @Nullable Instant firstAnsweredAt() {
		return this.firstAnsweredAt;
	}

	/**
	 * The resolution cycle the request is in now.
	 */
	public ResolutionCycle cycle() {
		return this.cycle;
	}

}
