package vn.careflow.process;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.test.mock.MockElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.joda.time.ReadableInstant;
import org.joda.time.ReadablePartial;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.util.function.SingletonSupplier;

/**
 * What an expression in a model or a filter may reach: the beans made for models, the
 * case's variables, and the plain facts of a case or a task.
 * <p>
 * By default it reaches every bean, by {@code ${execution.processEngineServices}} the
 * whole engine, and by {@code ${''.class}} the whole JVM, so that whoever may deploy a
 * model may do anything. A bean comes before a variable of the same name, so that no
 * variable can take the place of a delegate.
 */
final class ModelExpressions extends SpringExpressionManager {

	ModelExpressions(ApplicationContext context) {
		super(context, new BeansForModels(context));
	}

	@Override
	protected ELResolver createElResolver() {
		CompositeELResolver resolver = new CompositeELResolver();
		resolver.add(new MockElResolver());
		resolver.add(new ReadOnlyMapELResolver(this.beans));
		resolver.add(new VariableScopeElResolver());
		resolver.add(new VariableContextElResolver());
		resolver.add(new ArrayELResolver());
		resolver.add(new ListELResolver());
		resolver.add(new MapELResolver());
		resolver.add(new FactsOnly());
		return resolver;
	}

	/**
	 * Reads values and the facts of a case or a task, and nothing through which one would
	 * get further.
	 */
	private static final class FactsOnly extends BeanELResolver {

		private static final List<Class<?>> VALUES = List.of(String.class, Number.class, Boolean.class, Date.class,
				Temporal.class, TemporalAmount.class, ReadableInstant.class, ReadablePartial.class, Collection.class,
				Map.class, Enum.class);

		private static final List<Class<?>> CASES = List.of(BaseDelegateExecution.class, DelegateTask.class);

		private static final Set<String> FACTS = Set.of("id", "businessKey", "processBusinessKey", "processInstanceId",
				"processDefinitionId", "currentActivityId", "currentActivityName", "name", "assignee", "owner",
				"priority", "dueDate", "followUpDate", "createTime", "taskDefinitionKey", "getVariable", "hasVariable",
				"getProcessBusinessKey", "getBusinessKey");

		@Override
		public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
			if (base != null) {
				refuseUnlessFact(base, property);
			}
			return super.getValue(context, base, property);
		}

		@Override
		public void setValue(ELContext context, @Nullable Object base, @Nullable Object property,
				@Nullable Object value) {
			if (base != null) {
				throw refused(base, property);
			}
		}

		@Override
		public @Nullable Object invoke(ELContext context, @Nullable Object base, @Nullable Object method,
				Class<?> @Nullable [] types, Object @Nullable [] parameters) {
			if (base != null) {
				refuseUnlessFact(base, method);
			}
			return super.invoke(context, base, method, types, parameters);
		}

		private static void refuseUnlessFact(Object base, @Nullable Object member) {
			String name = String.valueOf(member);
			boolean value = VALUES.stream().anyMatch((type) -> type.isInstance(base));
			boolean fact = CASES.stream().anyMatch((type) -> type.isInstance(base)) && FACTS.contains(name);
			if (!(value || fact) || name.equals("class") || name.equals("getClass") || name.equals("declaringClass")
					|| name.equals("getDeclaringClass")) {
				throw refused(base, member);
			}
		}

		private static ProcessEngineException refused(Object base, @Nullable Object member) {
			return new ProcessEngineException("An expression of a model may not use " + member + " of "
					+ base.getClass().getSimpleName() + ": use a delegate");
		}

	}

	/**
	 * The beans that a model may name: delegates and listeners. They are looked up when a
	 * model asks, because they need the engine that is built with this.
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
