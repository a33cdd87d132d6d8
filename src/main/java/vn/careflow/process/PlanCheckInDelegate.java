package vn.careflow.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Keeps the day of delivery and plans when to ask how it goes. Used in «Đặt lịch hỏi
 * thăm».
 */
@Component
class PlanCheckInDelegate implements JavaDelegate {

	private final SaleIntake sales;

	private final CareTimes times;

	private final CareProperties properties;

	private final Clock clock;

	PlanCheckInDelegate(SaleIntake sales, CareTimes times, CareProperties properties, Clock clock) {
		this.sales = sales;
		this.times = times;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Instant delivered = PostSaleCareProcess.DELIVERED_ON.get(execution).toInstant();
		this.sales.confirmDelivery(CaseKeys.caseId(execution), LocalDate.ofInstant(delivered, this.clock.getZone()),
				PostSaleCareProcess.THANK_NOTE.find(execution).orElse(null));
		PostSaleCareProcess.CHECK_IN_AT.set(execution,
				Date.from(this.times.after(delivered, this.properties.checkInAfter())));
	}

}
