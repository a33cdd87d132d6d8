package vn.careflow.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.RecordApplicationEvents;

/**
 * The room's services on a database, each test rolled back. Beside {@code @OnH2} or
 * {@code @OnPostgres}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@JdbcTest
@RecordApplicationEvents
@Import({ CustomerStore.class, CustomerFinder.class, Customers.class, Timeline.class, CarePlans.class })
@interface CustomerSlice {

}
