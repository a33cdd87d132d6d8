package vn.careflow.console;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a browser ask each time whether the product's parts of Tasklist are still the
 * same. They import each other by plain names, so after an upgrade a browser that kept
 * some of them would mix two versions.
 */
@Configuration(proxyBeanMethods = false)
class TasklistScripts implements WebMvcConfigurer {

	private static final String SCRIPTS = "/app/tasklist/scripts/";

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/camunda" + SCRIPTS + "**")
			.addResourceLocations("classpath:/META-INF/resources/webjars/camunda" + SCRIPTS)
			.setCacheControl(CacheControl.noCache());
	}

}
