package vn.careflow.assignment;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Over REST, for administrators: whether the ledger of everybody's load says what is
 * open, and to set it right after somebody has changed the tables by hand.
 */
@RestController
@RequestMapping("/api/assignments/loads")
@Tag(name = "Phân công")
class AgentLoadsController {

	private final AgentLoads loads;

	AgentLoadsController(AgentLoads loads) {
		this.loads = loads;
	}

	@GetMapping("/differences")
	@Operation(summary = "Chỗ sổ điểm việc lệch so với việc đang mở; bình thường không có chỗ nào")
	Differences differences() {
		return new Differences(this.loads.differences());
	}

	@PostMapping("/repairs")
	@Transactional
	@Operation(summary = "Ghi bù để sổ điểm việc khớp với việc đang mở")
	Repair repair() {
		return new Repair(this.loads.repair());
	}

	/**
	 * What differs.
	 *
	 * @param items each person's day that differs
	 */
	record Differences(List<LoadDifference> items) {
	}

	/**
	 * What was done.
	 *
	 * @param repaired how many persons' days differed
	 */
	record Repair(int repaired) {
	}

}
