package vn.careflow.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOverCalledOff;
import vn.careflow.assignment.HandOverRequested;
import vn.careflow.assignment.HandOverReviewed;

/**
 * Hears what was decided about hand-overs outside of their model.
 */
@Component
class HandOverNews {

	private final CareProcesses processes;

	private final CareMessages messages;

	HandOverNews(CareProcesses processes, CareMessages messages) {
		this.processes = processes;
		this.messages = messages;
	}

	@EventListener
	void on(HandOverRequested event) {
		this.processes.startHandOver(event.handOverId(), event.agentId());
	}

	@EventListener
	void on(HandOverReviewed event) {
		this.messages.tellCase(HandOverProcess.MESSAGE_HAND_OVER_REVIEWED, event.handOverId());
	}

	@EventListener
	void on(HandOverCalledOff event) {
		this.messages.tellCase(HandOverProcess.MESSAGE_HAND_OVER_CALLED_OFF, event.handOverId());
	}

}
