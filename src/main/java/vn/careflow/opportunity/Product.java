package vn.careflow.opportunity;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Something the business sells, as forms and figures name it.
 *
 * @param code short and lasting, at most 50 characters
 * @param name what people call it
 * @param price in whole VND, none where it is agreed case by case
 * @param active whether it is still sold
 */
public record Product(String code, String name, @Nullable BigDecimal price, boolean active) {

	static final int LONGEST_CODE = 50;

	public Product {
		code = Texts.required("code", code, LONGEST_CODE);
		name = Texts.required("name", name, Texts.LONGEST_REFERENCE);
		price = (price != null) ? Money.inWholeVnd("price", price) : null;
	}

}
