package vn.careflow.customer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes in files of customers and tells how far their import has come. */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "Nhập khách hàng từ tệp")
class ImportController {

	private final Imports imports;

	ImportController(Imports imports) {
		this.imports = imports;
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "Nhập tệp CSV theo tệp ánh xạ; dryRun=true chỉ kiểm tra; startPreSaleCare=none|all|số",
			requestBody = @RequestBody(content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
					schema = @Schema(implementation = ImportForm.class))))
	ResponseEntity<CustomerImport> submit(@Parameter(hidden = true) @RequestParam MultipartFile file,
			@Parameter(hidden = true) @RequestParam(defaultValue = "false") boolean dryRun,
			@Parameter(hidden = true) @RequestParam(defaultValue = "none") String startPreSaleCare,
			@Parameter(hidden = true) MultipartHttpServletRequest request, @Nullable Principal principal) {
		NewImport newImport = new NewImport(Objects.requireNonNullElse(file.getOriginalFilename(), "customers.csv"),
				file, mapping(request), dryRun, careWanted(startPreSaleCare),
				(principal != null) ? principal.getName() : null);
		CustomerImport submitted = this.imports.submit(newImport);
		return ResponseEntity.accepted().location(URI.create("/api/imports/" + submitted.id())).body(submitted);
	}

	@GetMapping
	@Operation(summary = "Các lần nhập, mới nhất trước")
	Page<CustomerImport> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
		PageLimits.check(page, size);
		return this.imports.page(page, size);
	}

	@GetMapping("/{importId}")
	@Operation(summary = "Tiến độ của một lần nhập")
	CustomerImport show(@PathVariable UUID importId) {
		return this.imports.get(importId);
	}

	@GetMapping("/{importId}/errors")
	@Operation(summary = "Lỗi và lưu ý theo dòng, tối đa 10.000 mục")
	Page<ImportProblem> problems(@PathVariable UUID importId, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		PageLimits.check(page, size);
		return this.imports.problems(importId, page, size);
	}

	@PostMapping("/{importId}/resume")
	@Operation(summary = "Tiếp tục một lần nhập đã dừng vì lỗi")
	ResponseEntity<CustomerImport> resume(@PathVariable UUID importId) {
		return ResponseEntity.accepted().body(this.imports.resume(importId));
	}

	/** Sent as a form field or, as curl does with {@code @}, as a file. */
	private static String mapping(MultipartHttpServletRequest request) {
		MultipartFile file = request.getFile("mapping");
		if (file == null) {
			return Required.text("mapping", request.getParameter("mapping"), Imports.MAX_MAPPING);
		}
		try {
			return new String(file.getBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int careWanted(String text) {
		return switch (text.strip().toLowerCase(Locale.ROOT)) {
			case "none" -> 0;
			case "all" -> NewImport.ALL;
			default -> number(text.strip());
		};
	}

	private static int number(String text) {
		if (!text.matches("\\d{1,9}")) {
			throw new InvalidInput("startPreSaleCare", "Phải là none, all hoặc một số từ 0.");
		}
		return Integer.parseInt(text);
	}

	/**
	 * The parts of an upload, for the description of the API.
	 *
	 * @param file the CSV file
	 * @param mapping which column goes where, JSON
	 * @param dryRun check only
	 * @param startPreSaleCare none, all or a number
	 */
	record ImportForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) MultipartFile file,
			@Schema(requiredMode = Schema.RequiredMode.REQUIRED) MultipartFile mapping, boolean dryRun,
			String startPreSaleCare) {

	}

}
