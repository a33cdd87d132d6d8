package vn.careflow.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a Spring test, whole or slice, on PostgreSQL, one database for each Spring
 * context, all on one server that is started when the first test needs it.
 * <p>
 * Beside {@code @SpringBootTest}, {@code @DataJdbcTest} or {@code @JdbcTest}. To run the
 * same tests on both databases, let a class with the other annotation extend the first:
 * the nearest annotation holds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@OnDatabase(OnDatabase.Kind.POSTGRES)
public @interface OnPostgres {

}
