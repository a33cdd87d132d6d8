package brokenhouse.request;

import brokenhouse.customer.CustomerHelper;
import org.jspecify.annotations.Nullable;

/** Half of a cycle. */
public class Requests {

	@Nullable CustomerHelper customers;

}
