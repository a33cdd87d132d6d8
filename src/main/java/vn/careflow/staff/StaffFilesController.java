package vn.careflow.staff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * People and absences as tables over REST, to and from a spreadsheet.
 */
@RestController
@RequestMapping("/api")
@Tag(name = "Nhân sự")
class StaffFilesController {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private final AgentFiles agents;

	private final AbsenceFiles absences;

	StaffFilesController(AgentFiles agents, AbsenceFiles absences) {
		this.agents = agents;
		this.absences = absences;
	}

	@GetMapping("/agents.csv")
	@Operation(summary = "Xuất nhân viên ra bảng tính (CSV UTF-8, dấu chấm phẩy)")
	ResponseEntity<byte[]> agents() {
		return file("nhan-vien.csv", this.agents.export());
	}

	@PostMapping(path = "/agents/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "Nhập nhân viên từ bảng tính; dryRun=true chỉ kiểm tra; có dòng sai thì không ghi gì")
	StaffImport importAgents(@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun)
			throws IOException {
		try (InputStream content = file.getInputStream()) {
			return taken(this.agents.submit(content, dryRun));
		}
	}

	/** The path is for leads and managers: the file says why people are away. */
	@GetMapping("/absences.csv")
	@Operation(summary = "Xuất các kỳ vắng mặt ra bảng tính (CSV UTF-8, dấu chấm phẩy)")
	ResponseEntity<byte[]> absences() {
		return file("vang-mat.csv", this.absences.export());
	}

	@PostMapping(path = "/absences/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "Nhập các kỳ vắng mặt từ bảng tính; dryRun=true chỉ kiểm tra; có dòng sai thì không ghi gì")
	StaffImport importAbsences(@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun)
			throws IOException {
		try (InputStream content = file.getInputStream()) {
			return taken(this.absences.submit(content, dryRun));
		}
	}

	private static StaffImport taken(StaffImport answer) {
		if (!answer.dryRun() && !answer.errors().isEmpty()) {
			throw StaffProblem.refusedFile(answer);
		}
		return answer;
	}

	private static ResponseEntity<byte[]> file(String name, byte[] content) {
		return ResponseEntity.ok()
			.contentType(CSV)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(content);
	}

}
