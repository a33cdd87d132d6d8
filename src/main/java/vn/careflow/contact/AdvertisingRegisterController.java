package vn.careflow.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes in files of the register of numbers that forbid advertising.
 */
@RestController
@RequestMapping("/api/advertising-register")
@Tag(name = "Danh sách không quảng cáo")
class AdvertisingRegisterController {

	private static final int LARGEST_PAGE = 200;

	private final RegisterImports imports;

	private final AdvertisingRegister register;

	AdvertisingRegisterController(RegisterImports imports, AdvertisingRegister register) {
		this.imports = imports;
		this.register = register;
	}

	@GetMapping
	@Operation(summary = "Có bao nhiêu số trong danh sách; bản thân các số không đọc lại được")
	Register show() {
		return new Register(this.register.size());
	}

	@PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "Nhập tệp CSV có cột number; change=ADD|REMOVE; dryRun=true chỉ kiểm tra")
	RegisterImport take(@RequestParam MultipartFile file,
			@RequestParam(defaultValue = "ADD") RegisterImport.Change change,
			@RequestParam(defaultValue = "false") boolean dryRun, @Nullable Principal principal) {
		try (InputStream content = file.getInputStream()) {
			return this.imports.read(content, change, dryRun, (principal != null) ? principal.getName() : null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@GetMapping("/imports/{importId}")
	@Operation(summary = "Tiến độ và kết quả của một lần nhập")
	RegisterImport show(@PathVariable UUID importId) {
		return this.imports.get(importId);
	}

	@GetMapping("/imports/{importId}/errors")
	@Operation(summary = "Lỗi theo dòng, tối đa 10.000 dòng")
	ErrorPage errors(@PathVariable UUID importId, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		if (page < 0 || size < 1 || size > LARGEST_PAGE) {
			throw new FieldRefused("size", "Trang bắt đầu từ 0, mỗi trang từ 1 đến " + LARGEST_PAGE + " mục.");
		}
		this.imports.get(importId);
		return new ErrorPage(this.imports.errors(importId, page, size), page, size, this.imports.countErrors(importId));
	}

	/**
	 * The register.
	 *
	 * @param numbers how many are on it
	 */
	record Register(long numbers) {
	}

	/**
	 * Some of the errors.
	 */
	record ErrorPage(List<RegisterImport.RowError> items, int page, int size, long total) {
	}

}
