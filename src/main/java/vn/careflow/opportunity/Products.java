package vn.careflow.opportunity;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue: small, changed rarely, read by every form that offers a product.
 */
@Service
public class Products {

	private static final String COLUMNS = "select code, name, price, active from product ";

	private final JdbcClient jdbc;

	Products(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is sold now, by name.
	 */
	public List<Product> active() {
		return this.jdbc.sql(COLUMNS + "where active order by name, code").query(Product.class).list();
	}

	public Optional<Product> find(String code) {
		return this.jdbc.sql(COLUMNS + "where code = ?").param(code).query(Product.class).optional();
	}

	/**
	 * Adds a product, or changes the one of the same code; one no longer sold is kept as
	 * not active.
	 * @return whether it is new
	 */
	@Transactional
	public boolean keep(Product product) {
		int changed = this.jdbc
			.sql("update product set name = :name, price = :price, active = :active where code = :code")
			.paramSource(product)
			.update();
		if (changed == 0) {
			this.jdbc.sql("insert into product (code, name, price, active) values (:code, :name, :price, :active)")
				.paramSource(product)
				.update();
		}
		return changed == 0;
	}

}
