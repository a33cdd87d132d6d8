package vn.careflow.testsupport;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;

import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Speaks JSON with controllers as the product does, without a server, a sign-in or the
 * rest of the product.
 */
public final class Rest {

	private Rest() {
	}

	/**
	 * The controllers, with the product's JSON settings and problem details.
	 */
	public static MockMvc of(Object... controllers) {
		Jackson2ObjectMapperBuilder json = Jackson2ObjectMapperBuilder.json()
			.serializationInclusion(JsonInclude.Include.NON_NULL)
			.featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
			.featuresToEnable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
		return MockMvcBuilders.standaloneSetup(controllers)
			.setMessageConverters(new MappingJackson2HttpMessageConverter(json.build()))
			.setControllerAdvice(new Problems())
			.defaultResponseCharacterEncoding(StandardCharsets.UTF_8)
			.build();
	}

	/**
	 * A POST of JSON in which single quotes stand for double ones.
	 */
	public static RequestBuilder post(String path, String json) {
		return MockMvcRequestBuilders.post(path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json.replace('\'', '"'));
	}

	/**
	 * A PUT of JSON in which single quotes stand for double ones.
	 */
	public static RequestBuilder put(String path, String json) {
		return MockMvcRequestBuilders.put(path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json.replace('\'', '"'));
	}

	@ControllerAdvice
	private static final class Problems extends ResponseEntityExceptionHandler {

	}

}
