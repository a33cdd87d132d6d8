package vn.careflow.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import vn.careflow.customer.Customers;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * Gives a slice of another room the true customer records, because nearly everything
 * belongs to a customer.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Import(WithCustomers.Records.class)
public @interface WithCustomers {

	/** What it takes to register and find customers. */
	@TestConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackageClasses = Customers.class, useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = ".*\\.(Customers|CustomerStore|CustomerFinder)"))
	class Records {

	}

}
