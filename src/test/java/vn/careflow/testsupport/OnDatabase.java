package vn.careflow.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.ActiveProfiles;

/**
 * The database under a Spring test. Used through {@link OnH2} and {@link OnPostgres}.
 */
@Target({ ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ActiveProfiles("test")
@interface OnDatabase {

	/**
	 * Which database.
	 */
	Kind value();

	/** A database that Careflow runs on. */
	enum Kind {

		/** H2 in memory. */
		H2,

		/** PostgreSQL from embedded binaries, one server for the whole run. */
		POSTGRES

	}

}
