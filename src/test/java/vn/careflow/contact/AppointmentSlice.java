package vn.careflow.contact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import vn.careflow.customer.Timeline;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.WithCustomers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * Runs a test against the rooms that appointments need, with their true tables: contacts,
 * customers and staff.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@JdbcTest
@WithCustomers
@EnableConfigurationProperties({ ContactSettings.class, AppointmentSettings.class })
@Import({ AppointmentSlice.Rooms.class, Timeline.class })
@interface AppointmentSlice {

	/** The rooms. */
	@TestConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackageClasses = { Appointments.class, Staff.class },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Controller|Tests).*"))
	class Rooms {

	}

}
