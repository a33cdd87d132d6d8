package vn.careflow.console;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springframework.boot.info.BuildProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What stands above the description of the REST interface.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	private static final String SIGN_IN = "basic";

	@Bean
	OpenAPI openApi(ObjectProvider<BuildProperties> build) {
		String version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("0");
		return new OpenAPI().info(new Info().title("Careflow REST API")
			.version(version)
			.description(
					"Hands over customers, orders, messages and requests. Handing over the same thing twice, by its "
							+ "external id, makes one thing. Errors are problem details (RFC 9457)."))
			.components(new Components().addSecuritySchemes(SIGN_IN,
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
			.addSecurityItem(new SecurityRequirement().addList(SIGN_IN));
	}

}
