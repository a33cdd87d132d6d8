package vn.careflow.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports on a database, in transactions of their own: a test that needs an empty
 * database empties it. Beside {@code @OnH2} or {@code @OnPostgres}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@CustomerSlice
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@EnableConfigurationProperties(ImportSettings.class)
@Import({ Imports.class, ImportStore.class, ImportChunks.class, ImportRunner.class })
@TestPropertySource(properties = "careflow.customer.imports.chunk-size=10")
@interface ImportSlice {

}
