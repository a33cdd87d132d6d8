package vn.careflow.opportunity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows and keeps the catalogue.
 */
@RestController
@RequestMapping("/api/products")
@Tag(name = "Sản phẩm")
class ProductController {

	private final Products products;

	ProductController(Products products) {
		this.products = products;
	}

	@GetMapping
	@Operation(summary = "Liệt kê sản phẩm đang bán")
	List<Product> list() {
		return this.products.active();
	}

	@GetMapping("/{code}")
	@Operation(summary = "Xem một sản phẩm")
	Product show(@PathVariable String code) {
		return this.products.find(code).orElseThrow(() -> Unknown.product(code));
	}

	@PutMapping("/{code}")
	@Operation(summary = "Thêm hoặc sửa sản phẩm; active = false khi ngừng bán")
	ResponseEntity<Product> keep(@PathVariable String code, @Valid @RequestBody ProductPayload payload) {
		if (code.isBlank() || code.length() > Product.LONGEST_CODE) {
			throw new FieldRefused("code", "Mã sản phẩm dài từ 1 đến %d ký tự.".formatted(Product.LONGEST_CODE));
		}
		Product product = payload.of(code);
		boolean isNew = this.products.keep(product);
		return isNew ? ResponseEntity.status(HttpStatus.CREATED).body(product) : ResponseEntity.ok(product);
	}

	/**
	 * What is kept of a product.
	 *
	 * @param active true where left out
	 */
	record ProductPayload(
			@NotBlank(message = "Hãy nhập tên sản phẩm.") @Size(max = Texts.LONGEST_REFERENCE,
					message = "Tên sản phẩm dài tối đa {max} ký tự.") String name,
			@PositiveOrZero(message = "Giá không được âm.") @Digits(integer = 15, fraction = 0,
					message = "Giá là số nguyên đồng, tối đa {integer} chữ số.") @Nullable BigDecimal price,
			@Nullable Boolean active) {

		Product of(String code) {
			return new Product(code, this.name, this.price, Objects.requireNonNullElse(this.active, true));
		}

	}

}
