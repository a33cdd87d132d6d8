package vn.careflow.it;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The packaged jar as an operator starts it, with the demonstration, on a free port and a
 * folder of its own.
 */
final class PackagedCareflow implements AutoCloseable {

	/** Everybody's in the demonstration. */
	static final String PASSWORD = "careflow-demo-2026";

	private static final String ADMINISTRATOR = "admin:" + PASSWORD;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final HttpClient BROWSER = HttpClient.newHttpClient();

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Process process;

	private final int port;

	private PackagedCareflow(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts the jar on this folder and waits until it is ready and the demo is there.
	 */
	static PackagedCareflow startedOn(Path folder) throws IOException, InterruptedException {
		int port = freePort();
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process process = new ProcessBuilder(List.of(java, "-Xmx768m", "-jar", System.getProperty("careflow.jar"),
				"--spring.profiles.active=demo", "--server.port=" + port,
				"--spring.datasource.url=jdbc:h2:file:" + folder.resolve("careflow").toAbsolutePath()))
			.directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "careflow.log")))
			.start();
		PackagedCareflow careflow = new PackagedCareflow(process, port);
		careflow.awaitReadiness();
		return careflow;
	}

	int statusOf(String path) throws IOException, InterruptedException {
		return send(request(path)).statusCode();
	}

	/** What the administrator is answered. */
	JsonNode json(String path) throws IOException, InterruptedException {
		return answer(path, asAdministrator(path));
	}

	/** Asks again until the answer is as wanted, but not for ever. */
	void awaits(String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!wanted.test(json(path))) {
			if (System.nanoTime() > end) {
				throw new AssertionError(path + " still answers " + json(path));
			}
			Thread.sleep(500);
		}
	}

	/** Puts something as the administrator. */
	JsonNode put(String path, String json) throws IOException, InterruptedException {
		return answer(path, asAdministrator(path).header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofString(json)));
	}

	/** Hands something over as the administrator. */
	JsonNode post(String path, String json) throws IOException, InterruptedException {
		return answer(path, asAdministrator(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	String address(String path) {
		return "http://localhost:" + this.port + path;
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private void awaitReadiness() throws InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < end && this.process.isAlive()) {
			if (isReady()) {
				return;
			}
			Thread.sleep(500);
		}
		this.process.destroyForcibly();
		throw new AssertionError("The packaged jar was not ready within " + PATIENCE + ", see careflow.log");
	}

	private boolean isReady() throws InterruptedException {
		try {
			return statusOf("/actuator/health/readiness") == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Has the administrator take something away. */
	void delete(String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = send(asAdministrator(path).DELETE());
		if (answer.statusCode() != 204) {
			throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
		}
	}

	private HttpRequest.Builder asAdministrator(String path) {
		String credentials = Base64.getEncoder().encodeToString(ADMINISTRATOR.getBytes(StandardCharsets.UTF_8));
		return request(path).header("Authorization", "Basic " + credentials);
	}

	private static JsonNode answer(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> answer = send(request);
		if (answer.statusCode() != 200 && answer.statusCode() != 201) {
			throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
		}
		return JSON.readTree(answer.body());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(address(path))).timeout(Duration.ofSeconds(30));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
