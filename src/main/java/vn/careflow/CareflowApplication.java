package vn.careflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts Careflow: customer care as processes that an engine runs.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CareflowApplication {

	public static void main(String[] args) {
		SpringApplication.run(CareflowApplication.class, args);
	}

}
