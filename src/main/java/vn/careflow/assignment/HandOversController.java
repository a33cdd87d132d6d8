package vn.careflow.assignment;

import java.net.URI;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets leads and managers hand over what a person leaves behind: begin, see who shall get
 * what, choose otherwise, carry out, watch, read the proof, undo.
 */
@RestController
@RequestMapping("/api/hand-overs")
@Tag(name = "Bàn giao")
class HandOversController {

	private final HandOvers handOvers;

	private final HandOverTables tables;

	HandOversController(HandOvers handOvers, HandOverTables tables) {
		this.handOvers = handOvers;
		this.tables = tables;
	}

	@PostMapping
	@Operation(summary = "Bắt đầu bàn giao; gửi lại cùng mã «id» không bắt đầu lần nữa")
	ResponseEntity<View> begin(Principal me, @Valid @RequestBody NewHandOver wanted) {
		UUID id = (wanted.id() != null) ? wanted.id() : UUID.randomUUID();
		boolean known = this.handOvers.find(id).isPresent();
		this.handOvers.request(id, wanted.agentId(), wanted.reason(), wanted.lastDay(), me.getName());
		URI location = URI.create("/api/hand-overs/" + id);
		return (known ? ResponseEntity.ok() : ResponseEntity.created(location)).body(get(id));
	}

	@GetMapping
	@Operation(summary = "Liệt kê bàn giao, mới nhất trước")
	Page<HandOver> list(@RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(200) int size) {
		return new Page<>(this.tables.latest(page, size), page, size, this.tables.count());
	}

	@GetMapping("/{id}")
	@Operation(summary = "Xem tiến độ, đề xuất theo loại và bằng chứng không còn gì sót")
	View get(@PathVariable UUID id) {
		return new View(this.handOvers.get(id), this.handOvers.progress(id), this.handOvers.shares(id),
				this.handOvers.counts(id), this.handOvers.isProven(id));
	}

	@GetMapping("/{id}/items")
	@Operation(summary = "Xem từng mục, lọc theo loại và trạng thái")
	Page<HandOverItem> items(@PathVariable UUID id, @RequestParam(required = false) @Nullable HandOverKind kind,
			@RequestParam(required = false) HandOverItem.@Nullable State state,
			@RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(200) int size) {
		this.handOvers.get(id);
		HandOverTables.ItemFilter filter = new HandOverTables.ItemFilter((kind != null) ? kind.name() : null,
				(state != null) ? state.name() : null);
		return new Page<>(this.tables.page(id, filter, page, size), page, size, this.tables.count(id, filter));
	}

	@PutMapping("/{id}/items/{no}")
	@Operation(summary = "Chọn người nhận khác; các mục cùng hồ sơ đi cùng nhau")
	HandOverItem choose(Principal me, @PathVariable UUID id, @PathVariable int no, @Valid @RequestBody Choice choice) {
		return this.handOvers.choose(id, no, choice.agentId(), me.getName());
	}

	@PostMapping("/{id}/review")
	@Operation(summary = "Duyệt: thực hiện theo đề xuất và các lựa chọn đã ghi")
	View review(@PathVariable UUID id) {
		this.handOvers.review(id);
		return get(id);
	}

	@PostMapping("/{id}/undo")
	@Operation(summary = "Huỷ hoặc hoàn tác: mọi thứ trở lại như trước, trừ những gì đã đổi chủ từ đó")
	View undo(Principal me, @PathVariable UUID id, @Valid @RequestBody Undoing undoing) {
		this.handOvers.callOff(id, undoing.reason(), me.getName());
		return get(id);
	}

	/**
	 * What is asked for; with an id of the client's choice it can be sent again safely.
	 */
	record NewHandOver(@Nullable UUID id,
			@NotBlank(message = "Cần mã nhân viên") @Size(max = 64, message = "Tối đa 64 ký tự") String agentId,
			@NotNull(message = "Cần ngày làm việc cuối cùng") LocalDate lastDay,
			@NotBlank(message = "Cần lý do") @Size(max = 1000, message = "Tối đa 1000 ký tự") String reason) {
	}

	/**
	 * Who shall have it instead.
	 */
	record Choice(@NotBlank(message = "Cần mã nhân viên") @Size(max = 64, message = "Tối đa 64 ký tự") String agentId) {
	}

	/**
	 * Why it is undone.
	 */
	record Undoing(@NotBlank(message = "Cần lý do") @Size(max = 1000, message = "Tối đa 1000 ký tự") String reason) {
	}

	/**
	 * A hand-over with how far it is, what is proposed, and every counting: the last one
	 * is the proof.
	 */
	record View(HandOver handOver, List<HandOverProgress> progress, List<HandOverShare> proposals,
			List<HandOverCount> counts, boolean proven) {
	}

	/**
	 * A part of a list.
	 */
	record Page<T>(List<T> items, int page, int size, long total) {
	}

}
