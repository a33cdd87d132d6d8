package vn.careflow.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureJdbc;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/**
 * The room's REST on top of its services and a database, each test rolled back: what is
 * answered is what was kept. Beside {@code @OnH2} or {@code @OnPostgres}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WebMvcTest(useDefaultFilters = false)
@AutoConfigureMockMvc(addFilters = false)
@AutoConfigureJdbc
@Transactional
@RecordApplicationEvents
@Import({ CustomerController.class, CareCycleController.class, CustomerJson.class, CustomerStore.class,
		CustomerFinder.class, Customers.class, Timeline.class, CarePlans.class })
@TestPropertySource(properties = "spring.mvc.problemdetails.enabled=true")
@interface CustomerRestSlice {

}
