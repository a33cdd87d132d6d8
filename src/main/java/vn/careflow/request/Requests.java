package vn.careflow.request;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way to every request: takes them in exactly once and changes them by the rules.
 * Every verb may be called again without further effect; a forbidden one throws
 * {@link RequestMoveRefused}, one for an id that does not exist {@link UnknownRequest}.
 */
@Service
public class Requests {

	private static final List<RequestStatus> OPEN = Arrays.stream(RequestStatus.values())
		.filter(RequestStatus::isOpen)
		.toList();

	private final RequestRepository repository;

	private final JdbcAggregateOperations rows;

	private final RequestNumbers numbers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Requests(RequestRepository repository, JdbcAggregateOperations rows, RequestNumbers numbers,
			ApplicationEventPublisher events, Clock clock) {
		this.repository = repository;
		this.rows = rows;
		this.numbers = numbers;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Takes a request in without asking anybody to handle it: for a caller that does so
	 * itself. Publishes {@link RequestRegistered} where the request is new.
	 * @return the request, the first one where this id or external id is known already
	 * @throws DuplicateKeyException if the same one is being taken in at this very
	 * moment: in a new transaction it will be known
	 */
	@Transactional
	public Request register(NewRequest asked) {
		return known(asked).orElseGet(() -> insert(asked));
	}

	/**
	 * Takes a request in from outside: publishes {@link RequestReceived} as well, once,
	 * so that it is handled.
	 * @return the request, the first one where this id or external id is known already
	 * @throws DuplicateKeyException as {@link #register(NewRequest)} does
	 */
	@Transactional
	public Request receive(NewRequest asked) {
		return known(asked).orElseGet(() -> {
			Request request = insert(asked);
			this.events.publishEvent(new RequestReceived(request.id(), request.customerId()));
			return get(request.id());
		});
	}

	/**
	 * The request that was taken in by this id or external id before.
	 */
	public Optional<Request> known(NewRequest asked) {
		Optional<Request> byId = (asked.id() != null) ? find(asked.id()) : Optional.empty();
		if (byId.isPresent() || asked.externalId() == null || asked.source() == null) {
			return byId;
		}
		return this.repository.findBySourceAndExternalId(asked.source(), asked.externalId());
	}

	/**
	 * The request, which must exist.
	 * @throws UnknownRequest if it does not
	 */
	public Request get(UUID requestId) {
		return find(requestId).orElseThrow(() -> new UnknownRequest(requestId));
	}

	public Optional<Request> find(UUID requestId) {
		return this.repository.findById(requestId);
	}

	/**
	 * Finds by the number that people use, like YC000042, whatever its case.
	 */
	public Optional<Request> findByNumber(String number) {
		return this.repository.findByNumber(number.strip().toUpperCase(Locale.ROOT));
	}

	/**
	 * Finds by id or number, whichever a person or another system has at hand.
	 */
	public Optional<Request> findByReference(String reference) {
		Optional<Request> byNumber = findByNumber(reference);
		return byNumber.isPresent() ? byNumber : asId(reference).flatMap(this::find);
	}

	/**
	 * Requests of the customer that still need something done, the oldest first.
	 */
	public List<Request> openOf(UUID customerId) {
		return this.repository.findByCustomerIdAndStatusInOrderByReceivedAt(customerId, OPEN);
	}

	/**
	 * Whether offers to the customer must rest: true while a complaint of theirs is open.
	 */
	public boolean hasOpenComplaint(UUID customerId) {
		return this.repository.existsByCustomerIdAndKindAndStatusIn(customerId, RequestKind.COMPLAINT, OPEN);
	}

	/**
	 * Requests that fit the filter, the latest first.
	 */
	public Page<Request> page(RequestFilter filter, Pageable page) {
		Sort latestFirst = Sort.by(Sort.Direction.DESC, "receivedAt", "number");
		Query wanted = Query.query(filter.criteria());
		List<Request> requests = this.rows.findAll(wanted.sort(latestFirst).with(page), Request.class);
		return new PageImpl<>(requests, page, this.rows.count(wanted, Request.class));
	}

	/**
	 * Answers sent to the customer, the earliest first.
	 */
	public List<RequestAnswer> answersOf(UUID requestId) {
		Query ofRequest = Query.query(Criteria.where("requestId").is(requestId)).sort(Sort.by("sentAt"));
		return this.rows.findAll(ofRequest, RequestAnswer.class);
	}

	/**
	 * Every resolution cycle, the first one first and the current one last.
	 */
	public List<ResolutionCycle> cyclesOf(UUID requestId) {
		Query ofRequest = Query.query(Criteria.where("requestId").is(requestId)).sort(Sort.by("cycle.number"));
		Stream<ResolutionCycle> frozen = this.rows.findAll(ofRequest, RequestCycle.class)
			.stream()
			.map(RequestCycle::cycle);
		return Stream.concat(frozen, Stream.of(get(requestId).cycle())).toList();
	}

	/**
	 * Sets the priority and publishes {@link RequestPrioritised} when it was another; a
	 * person who overrides the rule says why.
	 */
	@Transactional
	public Request prioritise(UUID requestId, Priority priority, String why) {
		String reason = NewRequest.text("why", why, NewRequest.LONGEST_TEXT);
		Change change = change(requestId, (request) -> request.prioritise(priority, reason));
		return change.tell(new RequestPrioritised(requestId, priority, reason));
	}

	/**
	 * Makes an agent responsible; work that has begun goes on where it stands.
	 */
	@Transactional
	public Request assignTo(UUID requestId, String agentId) {
		String responsible = NewRequest.text("agentId", agentId, NewRequest.LONGEST_REFERENCE);
		return change(requestId, (request) -> request.assignTo(responsible)).request();
	}

	/**
	 * Nobody is responsible until somebody is found; the work goes on where it stands.
	 */
	@Transactional
	public Request putBack(UUID requestId) {
		return change(requestId, Request::putBack).request();
	}

	/**
	 * The request turns out to be about another product, or about none. Publishes
	 * {@link RequestProductChanged}.
	 * @param product code of the product, null for none
	 */
	@Transactional
	public Request concern(UUID requestId, @Nullable String product) {
		String code = (product != null) ? NewRequest.text("product", product, NewRequest.LONGEST_REFERENCE) : null;
		Change change = change(requestId, (request) -> request.concern(code));
		return change.tell(new RequestProductChanged(requestId, code));
	}

	/**
	 * Keeps the words that were sent to the customer. The same agent's answer of the same
	 * moment is kept once.
	 * @param at when it was sent
	 */
	@Transactional
	public Request recordAnswer(UUID requestId, String agentId, String text, Instant at) {
		Request request = get(requestId);
		RequestAnswer answer = new RequestAnswer(UUID.randomUUID(), requestId, request.cycle().number(), agentId,
				NewRequest.text("text", text, NewRequest.LONGEST_TEXT), precise(at));
		if (isKept(answer)) {
			return request;
		}
		request.answered(agentId, answer.sentAt());
		this.rows.insert(answer);
		return this.repository.save(request);
	}

	@Transactional
	public Request waitForCustomer(UUID requestId) {
		return change(requestId, Request::waitForCustomer).request();
	}

	@Transactional
	public Request waitForThirdParty(UUID requestId) {
		return change(requestId, Request::waitForThirdParty).request();
	}

	/**
	 * Work goes on after a wait, or begins.
	 */
	@Transactional
	public Request resume(UUID requestId) {
		return change(requestId, Request::resume).request();
	}

	/**
	 * The agent holds the request to be settled and says how and why it came to be; the
	 * customer's confirmation is still to come.
	 */
	@Transactional
	public Request resolve(UUID requestId, String resolution, RootCause rootCause) {
		String how = NewRequest.text("resolution", resolution, NewRequest.LONGEST_TEXT);
		return change(requestId, (request) -> request.resolve(how, rootCause, now())).request();
	}

	/**
	 * Ends a resolved request and publishes {@link RequestClosed}. A complaint that was
	 * not answered in its current cycle cannot be closed.
	 */
	@Transactional
	public Request close(UUID requestId) {
		Change change = change(requestId, (request) -> request.close(now()));
		Request request = change.request();
		return change.tell(new RequestClosed(requestId, request.customerId(), request.kind()));
	}

	/**
	 * Starts a new resolution cycle of a resolved or closed request; the result of the
	 * old one is frozen. Publishes {@link RequestReopened} where it was closed, because
	 * then nobody is at work on it.
	 */
	@Transactional
	public Request reopen(UUID requestId, String why) {
		String reason = NewRequest.text("why", why, NewRequest.LONGEST_TEXT);
		Request request = get(requestId);
		boolean wasClosed = request.status() == RequestStatus.CLOSED;
		Optional<ResolutionCycle> ended = request.reopen(reason, now());
		if (ended.isEmpty()) {
			return request;
		}
		this.rows.insert(RequestCycle.of(request, ended.get()));
		Change change = new Change(this.repository.save(request), wasClosed);
		return change.tell(new RequestReopened(requestId, request.customerId()));
	}

	/**
	 * The customer takes the request back; possible until it is resolved. Publishes
	 * {@link RequestWithdrawn}.
	 */
	@Transactional
	public Request withdraw(UUID requestId, String why) {
		String reason = NewRequest.text("why", why, NewRequest.LONGEST_TEXT);
		Change change = change(requestId, (request) -> request.withdraw(reason));
		Request request = change.request();
		return change.tell(new RequestWithdrawn(requestId, request.customerId(), request.kind()));
	}

	/**
	 * Turns a request down and publishes {@link RequestRejected}.
	 */
	@Transactional
	public Request reject(UUID requestId, String why) {
		String reason = NewRequest.text("why", why, NewRequest.LONGEST_TEXT);
		Change change = change(requestId, (request) -> request.reject(reason));
		Request request = change.request();
		return change.tell(new RequestRejected(requestId, request.customerId(), request.kind()));
	}

	/**
	 * Marks a request as a duplicate of another, which goes on for both, and publishes
	 * {@link RequestMerged}. Refused for itself and for one that is a duplicate already,
	 * so loops cannot arise.
	 */
	@Transactional
	public Request mergeInto(UUID requestId, UUID survivorId) {
		Request survivor = get(survivorId);
		Change change = change(requestId, (request) -> request.mergeInto(survivor));
		Request request = change.request();
		return change.tell(new RequestMerged(requestId, survivorId, request.customerId(), request.kind()));
	}

	private Request insert(NewRequest asked) {
		Request request = insert(Request.registered(asked, this.numbers.next(), now()));
		this.events.publishEvent(new RequestRegistered(request.id(), request.customerId(), request.kind()));
		return request;
	}

	/**
	 * Says plainly that another transaction was first, so that a caller can try again.
	 */
	private Request insert(Request request) {
		try {
			return this.repository.save(request);
		}
		catch (DbActionExecutionException ex) {
			throw (ex.getCause() instanceof DuplicateKeyException duplicate) ? duplicate : ex;
		}
	}

	private boolean isKept(RequestAnswer answer) {
		Criteria same = Criteria.where("requestId")
			.is(answer.requestId())
			.and("agentId")
			.is(answer.agentId())
			.and("sentAt")
			.is(answer.sentAt());
		return this.rows.exists(Query.query(same), RequestAnswer.class);
	}

	private Change change(UUID requestId, Predicate<Request> verb) {
		Request request = get(requestId);
		boolean changed = verb.test(request);
		return new Change(changed ? this.repository.save(request) : request, changed);
	}

	private Instant now() {
		return precise(this.clock.instant());
	}

	/** What both databases can keep, so that what is returned is what is stored. */
	private static Instant precise(Instant moment) {
		return moment.truncatedTo(ChronoUnit.MICROS);
	}

	private static Optional<UUID> asId(String reference) {
		try {
			return Optional.of(UUID.fromString(reference.strip()));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** What a verb did to a request: only a change is worth telling. */
	private final class Change {

		private final Request request;

		private final boolean changed;

		Change(Request request, boolean changed) {
			this.request = request;
			this.changed = changed;
		}

		Request request() {
			return this.request;
		}

		Request tell(Object event) {
			if (this.changed) {
				Requests.this.events.publishEvent(event);
			}
			return this.request;
		}

	}

}
