package vn.careflow.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * How a refusal is told: as a problem detail (RFC 9457), in the user's language.
 */
@Component
class ProblemDetails implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final ObjectMapper json;

	ProblemDetails(ObjectMapper json) {
		this.json = json;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		if (ex instanceof SignInRefused refused) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refused.seconds()));
			write(response, HttpStatus.TOO_MANY_REQUESTS, "Đăng nhập sai quá nhiều lần",
					"Hãy thử lại sau " + refused.seconds() + " giây.");
			return;
		}
		if (!sentByScript(request)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Careflow\", charset=\"UTF-8\"");
		}
		write(response, HttpStatus.UNAUTHORIZED, "Chưa đăng nhập",
				"Hãy đăng nhập bằng tên người dùng và mật khẩu đúng.");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		refused(request, response, ex);
	}

	/**
	 * For paths of the web applications, where signing in by HTTP Basic would not help.
	 */
	void refused(HttpServletRequest request, HttpServletResponse response, RuntimeException ex) throws IOException {
		write(response, HttpStatus.FORBIDDEN, "Không có quyền", "Vai trò của bạn không cho phép thao tác này.");
	}

	/**
	 * For paths that lead nowhere.
	 */
	void notFound(HttpServletRequest request, HttpServletResponse response, RuntimeException ex) throws IOException {
		write(response, HttpStatus.NOT_FOUND, "Không tìm thấy", "Không có gì ở địa chỉ này.");
	}

	/** On these a browser would cover the page with its own sign-in window. */
	private static boolean sentByScript(HttpServletRequest request) {
		String mode = request.getHeader("Sec-Fetch-Mode");
		return (mode != null && !mode.equals("navigate"))
				|| "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
	}

	private void write(HttpServletResponse response, HttpStatus status, String title, String detail)
			throws IOException {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		this.json.writeValue(response.getOutputStream(), problem);
	}

}
