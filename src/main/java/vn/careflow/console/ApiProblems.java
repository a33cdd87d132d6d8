package vn.careflow.console;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Tells what is wrong with a request as a problem detail (RFC 9457) in the user's
 * language, naming each field. A room's own exceptions carry their problem detail
 * themselves and pass through here unchanged.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(ApiProblems.class);

	private static final String INVALID = "Dữ liệu không hợp lệ";

	private static final String UNREADABLE = "không đọc được giá trị này";

	private static final Map<HttpStatus, Words> WORDS = Map.of(HttpStatus.NOT_FOUND,
			new Words("Không tìm thấy", "Không có gì ở địa chỉ này."), HttpStatus.METHOD_NOT_ALLOWED,
			new Words("Không làm được thao tác này", "Địa chỉ này không nhận thao tác đó."),
			HttpStatus.UNSUPPORTED_MEDIA_TYPE,
			new Words("Không nhận dạng nội dung này", "Hãy gửi nội dung ở dạng mà tài liệu API nêu."),
			HttpStatus.NOT_ACCEPTABLE, new Words("Không trả được dạng này", "Câu trả lời có dạng JSON."),
			HttpStatus.PAYLOAD_TOO_LARGE, new Words("Nội dung quá lớn", "Hãy chia nhỏ rồi gửi lại."),
			HttpStatus.BAD_REQUEST, new Words("Yêu cầu sai", "Không hiểu yêu cầu này."), HttpStatus.CONFLICT,
			new Words("Mâu thuẫn với dữ liệu đã có", "Hãy tải lại rồi thử lần nữa."), HttpStatus.FORBIDDEN,
			new Words("Không có quyền", "Vai trò của bạn không cho phép thao tác này."));

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return invalid(ex,
				Stream.concat(ex.getFieldErrors().stream().map(ApiProblems::problem),
						ex.getGlobalErrors().stream().map((error) -> new FieldProblem("", error.getDefaultMessage()))),
				request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return invalid(ex, ex.getParameterValidationResults().stream().flatMap((result) -> {
			String parameter = result.getMethodParameter().getParameterName();
			return (result instanceof ParameterErrors errors)
					? errors.getFieldErrors().stream().map(ApiProblems::problem)
					: result.getResolvableErrors()
						.stream()
						.map((error) -> new FieldProblem(parameter, error.getDefaultMessage()));
		}), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> violated(ConstraintViolationException ex, WebRequest request) {
		return invalid(ex, ex.getConstraintViolations().stream().map(ApiProblems::problem), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		String name = (ex instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: ex.getPropertyName();
		return invalid(ex, Stream.of(new FieldProblem(name, expected(ex.getRequiredType()))), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
			MissingServletRequestParameterException ex, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		return invalid(ex, Stream.of(new FieldProblem(ex.getParameterName(), "bắt buộc")), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(MissingServletRequestPartException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return invalid(ex, Stream.of(new FieldProblem(ex.getRequestPartName(), "bắt buộc")), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (ex.getCause() instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
			String message = (mapping instanceof UnrecognizedPropertyException) ? "không có trường này" : UNREADABLE;
			return invalid(ex, Stream.of(new FieldProblem(path(mapping), message)), request);
		}
		String detail = (ex.getCause() instanceof JsonParseException parse) ? "JSON sai ở dòng "
				+ parse.getLocation().getLineNr() + ", cột " + parse.getLocation().getColumnNr() + "."
				: "Thiếu nội dung hoặc không đọc được nội dung của yêu cầu.";
		return answer(ex, problem(HttpStatus.BAD_REQUEST, "Không đọc được yêu cầu", detail), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> changedMeanwhile(OptimisticLockingFailureException ex, WebRequest request) {
		return answer(ex,
				problem(HttpStatus.CONFLICT, "Dữ liệu vừa được người khác thay đổi", "Hãy tải lại rồi thử lần nữa."),
				request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> contradicts(DataIntegrityViolationException ex, WebRequest request) {
		// The message of a database may quote the data itself: it stays out of the answer
		// and out of the log.
		logger.warn("A request contradicts stored data: {}", ex.getClass().getSimpleName());
		return answer(ex, problem(HttpStatus.CONFLICT, "Mâu thuẫn với dữ liệu đã có",
				"Dữ liệu này đã có, hoặc nhắc đến dữ liệu không có."), request);
	}

	/** Spring Security's own, thrown behind a controller: its filter answers them. */
	@ExceptionHandler({ AccessDeniedException.class, AuthenticationException.class })
	void notAllowed(RuntimeException ex) {
		throw ex;
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unexpected(Exception ex, WebRequest request) {
		UUID id = UUID.randomUUID();
		logger.error("Request failed, problem {}", id, ex);
		ProblemDetail problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "Lỗi hệ thống",
				"Yêu cầu chưa được thực hiện. Khi báo lỗi, hãy gửi kèm mã " + id + ".");
		problem.setProperty("problemId", id);
		return answer(ex, problem, request);
	}

	/**
	 * All others: what Spring MVC throws, and the exceptions of the rooms, which bring
	 * their own words.
	 */
	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (body == null && ex instanceof ErrorResponse error) {
			translate(error.getBody(), ex instanceof ErrorResponseException);
			return super.handleExceptionInternal(ex, error.getBody(), headers, status, request);
		}
		return super.handleExceptionInternal(ex, body, headers, status, request);
	}

	private static void translate(ProblemDetail problem, boolean hasOwnDetail) {
		HttpStatus status = HttpStatus.resolve(problem.getStatus());
		Words words = (status != null) ? WORDS.get(status) : null;
		if (status != null && words != null && status.getReasonPhrase().equals(problem.getTitle())) {
			problem.setTitle(words.title());
			problem.setDetail((hasOwnDetail && problem.getDetail() != null) ? problem.getDetail() : words.detail());
		}
	}

	private @Nullable ResponseEntity<Object> invalid(Exception ex, Stream<FieldProblem> problems, WebRequest request) {
		List<FieldProblem> errors = problems
			.sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::message))
			.toList();
		String fields = errors.stream().map(FieldProblem::field).distinct().collect(Collectors.joining(", "));
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, INVALID, "Hãy sửa: " + fields + ".");
		problem.setProperty("errors", errors);
		return answer(ex, problem, request);
	}

	private @Nullable ResponseEntity<Object> answer(Exception ex, ProblemDetail problem, WebRequest request) {
		return handleExceptionInternal(ex, problem, new HttpHeaders(), HttpStatusCode.valueOf(problem.getStatus()),
				request);
	}

	private static ProblemDetail problem(HttpStatus status, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		return problem;
	}

	private static FieldProblem problem(FieldError error) {
		String message = error.isBindingFailure() ? UNREADABLE : error.getDefaultMessage();
		return new FieldProblem(error.getField(), message);
	}

	/** The path without the method that was called. */
	private static FieldProblem problem(ConstraintViolation<?> violation) {
		String field = Stream.iterate(violation.getPropertyPath().iterator(), Iterator::hasNext, (nodes) -> nodes)
			.map(Iterator::next)
			.filter((node) -> node.getKind() != ElementKind.METHOD)
			.map(Path.Node::toString)
			.collect(Collectors.joining("."));
		return new FieldProblem(field, violation.getMessage());
	}

	private static String path(JsonMappingException ex) {
		StringBuilder path = new StringBuilder();
		for (JsonMappingException.Reference step : ex.getPath()) {
			if (step.getFieldName() == null) {
				path.append('[').append(step.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
			}
		}
		return path.toString();
	}

	private static String expected(@Nullable Class<?> type) {
		if (type == null) {
			return UNREADABLE;
		}
		if (type.isEnum()) {
			return "phải là một trong: "
					+ Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
		}
		return switch (type.getSimpleName()) {
			case "UUID" -> "phải là mã định danh (UUID)";
			case "int", "Integer", "long", "Long", "BigDecimal" -> "phải là số";
			case "boolean", "Boolean" -> "phải là true hoặc false";
			case "LocalDate" -> "phải là ngày, ví dụ 2026-03-02";
			case "Instant", "OffsetDateTime", "LocalDateTime" -> "phải là thời điểm, ví dụ 2026-03-02T09:30:00+07:00";
			default -> UNREADABLE;
		};
	}

	private record Words(String title, String detail) {

	}

	/**
	 * What is wrong with one field.
	 *
	 * @param field path of the field as the sender wrote it; empty: the whole
	 * @param message what is wrong, for people
	 */
	record FieldProblem(String field, String message) {

		FieldProblem(@Nullable String field, @Nullable String message) {
			this.field = (field != null) ? field : "";
			this.message = (message != null) ? message : "không hợp lệ";
		}

	}

}
