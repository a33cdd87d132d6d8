package vn.careflow.process;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.customer.CareCycle;
import vn.careflow.customer.CarePlans;
import vn.careflow.customer.DueCarePlan;

/**
 * Starts the care cycles whose date has come. The dates are rows of a table that
 * whichever node is free claims in batches, so that a million customers do not mean a
 * million waiting timers, and each cycle runs on the newest model.
 */
@Component
class CareCycleStarter {

	private static final Logger log = LoggerFactory.getLogger(CareCycleStarter.class);

	private final CarePlans carePlans;

	private final CareProcesses processes;

	private final TransactionTemplate transaction;

	private final CareTimes times;

	private final CareProperties properties;

	CareCycleStarter(CarePlans carePlans, CareProcesses processes, TransactionTemplate transaction, CareTimes times,
			CareProperties properties) {
		this.carePlans = carePlans;
		this.processes = processes;
		this.transaction = transaction;
		this.times = times;
		this.properties = properties;
	}

	/** Starts what is due, batch by batch, until nothing is. */
	@Scheduled(fixedDelayString = "${careflow.care.cycles-every:10s}",
			initialDelayString = "${careflow.care.cycles-every:10s}")
	void startDueCycles() {
		int started = startBatch();
		while (started == this.properties.cyclesAtOnce()) {
			started = startBatch();
		}
	}

	private void start(DueCarePlan plan) {
		CareCycle cycle = this.carePlans.begin(plan.cycleId(), plan.customerId());
		this.processes.startCareCycle(cycle.id(), cycle.customerId());
	}

	/**
	 * Claims and starts one batch in one transaction: a node that dies meanwhile leaves
	 * it to the others.
	 */
	int startBatch() {
		Integer started = this.transaction.execute((status) -> {
			List<DueCarePlan> due = this.carePlans.claimDue(this.properties.cyclesAtOnce(), this.times.now());
			due.forEach(this::start);
			return due.size();
		});
		if (started != null && started > 0) {
			log.info("Started {} care cycles that were due", started);
		}
		return (started != null) ? started : 0;
	}

}
