package vn.careflow.console;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(controllers = ApiProblemsTests.Things.class)
@ContextConfiguration(classes = { ApiProblemsTests.Things.class, ApiProblems.class })
@AutoConfigureMockMvc(addFilters = false)
@Import(ApiProblems.class)
class ApiProblemsTests {

	@Autowired
	MockMvcTester mvc;

	@Test
	void namesEachInvalidFieldInVietnamese() {
		assertThat(post("""
				{"name": " ", "email": "nobody", "parts": [{"code": "far too long"}]}""")).hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"title": "Dữ liệu không hợp lệ", "status": 400, "detail": "Hãy sửa: bornOn, email, name, parts[0].code.",
							 "errors": [{"field": "bornOn", "message": "bắt buộc"},
							  {"field": "email", "message": "không phải địa chỉ e-mail"},
							  {"field": "name", "message": "không được để trống"},
							  {"field": "parts[0].code", "message": "phải dài từ 1 đến 5"}]}""");
	}

	@Test
	void namesTheFieldThatCannotBeRead() {
		assertThat(post("{\"bornOn\": \"yesterday\"}")).hasStatus(400)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"bornOn\", \"message\": \"không đọc được giá trị này\"}]}");
		assertThat(post("{\"parts\": [{\"code\": {}}]}")).bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"parts[0].code\"}]}");
	}

	@Test
	void namesTheFieldThatDoesNotExist() {
		assertThat(post("{\"nmae\": \"Lan\"}")).hasStatus(400)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"nmae\", \"message\": \"không có trường này\"}]}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "nonsense", "[1" })
	void saysThatItCannotReadABrokenBody(String body) {
		assertThat(post(body)).hasStatus(400).bodyJson().isLenientlyEqualTo("{\"title\": \"Không đọc được yêu cầu\"}");
	}

	@Test
	void saysWhatAParameterShouldHaveBeen() {
		assertThat(this.mvc.get().uri("/api/things/abc")).hasStatus(400)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"id\", \"message\": \"phải là mã định danh (UUID)\"}]}");
		assertThat(this.mvc.get().uri("/api/things?colour=PINK&page=0")).bodyJson()
			.isLenientlyEqualTo(
					"{\"errors\": [{\"field\": \"colour\", \"message\": \"phải là một trong: RED, BLUE\"}]}");
		assertThat(this.mvc.get().uri("/api/things?colour=RED")).bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"page\", \"message\": \"bắt buộc\"}]}");
	}

	@Test
	void keepsTheWordsOfARoom() {
		assertThat(this.mvc.get().uri("/api/things/" + UUID.randomUUID())).hasStatus(404)
			.bodyJson()
			.isLenientlyEqualTo("{\"title\": \"Không tìm thấy\", \"detail\": \"Không có đồ vật này.\"}");
	}

	@Test
	void translatesWhatTheFrameworkSays() {
		assertThat(this.mvc.get().uri("/api/nothing")).hasStatus(404)
			.bodyJson()
			.isLenientlyEqualTo("{\"title\": \"Không tìm thấy\", \"detail\": \"Không có gì ở địa chỉ này.\"}");
		assertThat(this.mvc.delete().uri("/api/things")).hasStatus(405)
			.bodyJson()
			.isLenientlyEqualTo("{\"title\": \"Không làm được thao tác này\"}");
		assertThat(this.mvc.post().uri("/api/things").contentType(MediaType.TEXT_PLAIN).content("x")).hasStatus(415);
	}

	@Test
	void answersConflictsWithoutQuotingTheDatabase() {
		assertThat(this.mvc.post().uri("/api/things/duplicate")).hasStatus(409)
			.bodyText()
			.contains("Mâu thuẫn với dữ liệu đã có")
			.doesNotContain("0912");
		assertThat(this.mvc.post().uri("/api/things/stale")).hasStatus(409)
			.bodyText()
			.contains("vừa được người khác thay đổi");
	}

	@Test
	void tellsNothingOfAnUnexpectedErrorButItsNumber() {
		assertThat(this.mvc.post().uri("/api/things/broken")).hasStatus(500)
			.bodyText()
			.contains("Lỗi hệ thống", "problemId")
			.doesNotContain("0912");
	}

	private MockMvcTester.MockMvcRequestBuilder post(String json) {
		return this.mvc.post().uri("/api/things").contentType(MediaType.APPLICATION_JSON).content(json);
	}

	enum Colour {

		RED, BLUE

	}

	record Part(@Size(min = 1, max = 5) @Nullable String code) {

	}

	record Thing(@NotBlank @Nullable String name, @Email @Nullable String email, @NotNull @Nullable LocalDate bornOn,
			@Nullable List<@Valid Part> parts) {

	}

	@RestController
	@RequestMapping("/api/things")
	static class Things {

		@PostMapping
		Thing take(@Valid @RequestBody Thing thing) {
			return thing;
		}

		@GetMapping
		Colour list(@RequestParam Colour colour, @RequestParam int page) {
			return colour;
		}

		@GetMapping("/{id}")
		Thing find(@PathVariable UUID id) {
			throw new ErrorResponseException(HttpStatus.NOT_FOUND,
					ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "Không có đồ vật này."), null);
		}

		@PostMapping("/duplicate")
		void duplicate() {
			throw new DuplicateKeyException("Key (phone)=(0912345678) already exists");
		}

		@PostMapping("/stale")
		void stale() {
			throw new OptimisticLockingFailureException("stale");
		}

		@PostMapping("/broken")
		void broken() {
			throw new IllegalStateException("0912345678");
		}

	}

}
