package vn.careflow.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Calls the running application as a tool, a browser or an attacker would.
 */
final class Web {

	private final int port;

	private final HttpClient client;

	private final List<String> headers;

	private Web(int port, HttpClient client, List<String> headers) {
		this.port = port;
		this.client = client;
		this.headers = headers;
	}

	/** Without a sign-in. */
	static Web at(int port) {
		return new Web(port, HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), List.of());
	}

	/** With HTTP Basic. */
	Web as(String user, String password) {
		String pair = Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
		return with("Authorization", "Basic " + pair);
	}

	/** With one more header. */
	Web with(String name, String value) {
		List<String> more = new ArrayList<>(this.headers);
		more.addAll(List.of(name, value));
		return new Web(this.port, this.client, more);
	}

	HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	HttpResponse<String> postJson(String path, String json) {
		return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
	}

	HttpResponse<String> putJson(String path, String json) {
		return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
	}

	HttpResponse<String> delete(String path) {
		return send(request(path).DELETE());
	}

	HttpResponse<String> post(String path, String type, String body) {
		return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
	}

	/**
	 * A browser at the sign-in page of a web application: the cookies stay, the CSRF
	 * token is sent from now on.
	 */
	Web signedInto(String application, String user, String password) {
		HttpResponse<String> page = get("/camunda/app/" + application + "/default/");
		String token = page.headers().firstValue("X-XSRF-TOKEN").orElseThrow();
		HttpResponse<String> answer = with("X-XSRF-TOKEN", token).post(
				"/camunda/api/admin/auth/user/default/login/" + application, "application/x-www-form-urlencoded",
				"username=" + user + "&password=" + password);
		if (answer.statusCode() != 200) {
			throw new IllegalStateException("Sign-in answered " + answer.statusCode());
		}
		String fresh = get("/camunda/app/" + application + "/default/").headers()
			.firstValue("X-XSRF-TOKEN")
			.orElseThrow();
		return with("X-XSRF-TOKEN", fresh);
	}

	/** The same browser, forgetting to send the CSRF token and every other header. */
	Web withoutHeaders() {
		return new Web(this.port, this.client, List.of());
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		return this.headers.isEmpty() ? request : request.headers(this.headers.toArray(String[]::new));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
