package vn.careflow.process;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringExpressionManager;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Settings of the engine that are code and not words: what an expression in a model may
 * reach.
 * <p>
 * By default any deployed expression reaches every bean of the application, the data
 * source included. Here a model sees only what was written for models: delegates and
 * listeners, by the name of their bean.
 */
@Component
@DependsOn("timeZoneGuard")
class EngineSettingsPlugin extends AbstractProcessEnginePlugin {

	private final ApplicationContext context;

	EngineSettingsPlugin(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		Map<Object, Object> beans = new BeansForModels(this.context);
		configuration.setExpressionManager(new SpringExpressionManager(this.context, beans));
	}

	/**
	 * The beans that a model may name. They are looked up when a model asks, because they
	 * need the engine that is being built here.
	 */
	private static final class BeansForModels extends AbstractMap<Object, Object> {

		private final ApplicationContext context;

		private final Supplier<Set<String>> names;

		private BeansForModels(ApplicationContext context) {
			this.context = context;
			this.names = SingletonSupplier.of(() -> namesIn(context));
		}

		private static Set<String> namesIn(ApplicationContext context) {
			return Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
				.flatMap((type) -> Stream.of(context.getBeanNamesForType(type, true, false)))
				.collect(Collectors.toUnmodifiableSet());
		}

		@Override
		public boolean containsKey(Object name) {
			return this.names.get().contains(name);
		}

		@Override
		public Object get(Object name) {
			return this.context.getBean((String) name);
		}

		@Override
		public Set<Entry<Object, Object>> entrySet() {
			return this.names.get().stream().collect(Collectors.toMap((name) -> (Object) name, this::get)).entrySet();
		}

	}

}
