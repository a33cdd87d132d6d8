package vn.careflow.process;

import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * A history level of the engine without its copies of what people enter into forms.
 * <p>
 * The engine keeps each text of a submitted form in its table of historic details, also
 * one that is transient: personal data would stay there for as long as the history is
 * kept. What was entered belongs to the rooms.
 *
 * @param level the level otherwise
 */
record HistoryWithoutFormEntries(HistoryLevel level) implements HistoryLevel {

	@Override
	public int getId() {
		return this.level.getId();
	}

	@Override
	public String getName() {
		return this.level.getName();
	}

	@Override
	public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
		return type != HistoryEventTypes.FORM_PROPERTY_UPDATE && this.level.isHistoryEventProduced(type, entity);
	}

}
