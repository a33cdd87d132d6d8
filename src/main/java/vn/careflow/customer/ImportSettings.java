package vn.careflow.customer;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How imports of customers run.
 *
 * @param chunkSize rows that are written in one transaction
 * @param claim how long a node keeps an import that it no longer moves on; another takes
 * it over then
 * @param poll how often a node looks for imports that wait or were left behind
 * @param threads imports that a node runs at once
 */
@Validated
@ConfigurationProperties("careflow.customer.imports")
record ImportSettings(@DefaultValue("500") @Min(1) @Max(5000) int chunkSize, @DefaultValue("2m") Duration claim,
		@DefaultValue("30s") Duration poll, @DefaultValue("2") @Min(1) @Max(16) int threads) {

}
