package vn.careflow.contact;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

import vn.careflow.customer.Timeline;

/**
 * Gives a slice of another room the true contacts and the rules about them.
 */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
		pattern = ".*(Controller|Tests|ContactRoom|Slice).*"))
@EnableConfigurationProperties({ ContactSettings.class, AppointmentSettings.class })
@Import(Timeline.class)
public class ContactRoom {

}
