package vn.careflow.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Settings of the engine that are code and not words. It comes after the engine's own
 * configuration, and waits for the check of the time zone.
 */
@Component
@DependsOn("timeZoneGuard")
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineSettingsPlugin extends AbstractProcessEnginePlugin {

	private final ApplicationContext context;

	EngineSettingsPlugin(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setExpressionManager(new ModelExpressions(this.context));
		// Otherwise scripts, if ever there were a script engine, would see every bean.
		configuration.setBeans(new HashMap<>());
		if (configuration instanceof SpringProcessEngineConfiguration spring) {
			spring.setDeploymentResources(byName(spring.getDeploymentResources()));
		}
	}

	/**
	 * Forbids variables that are serialised Java objects, also to our own code. The
	 * engine's own setting forbids it to callers from outside only.
	 */
	@Override
	public void postProcessEngineBuild(ProcessEngine engine) {
		var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
		VariableSerializers serializers = configuration.getVariableSerializers();
		serializers.removeSerializer(serializers.getSerializerByName(JavaObjectSerializer.NAME));
	}

	/**
	 * Names each deployed file by its bare name, as the executable jar does. From a
	 * directory, the engine would take the absolute path for the name, and the same files
	 * would be deployed once more from each place.
	 */
	private static Resource[] byName(Resource[] resources) {
		Map<String, Resource> byName = new TreeMap<>();
		for (Resource resource : resources) {
			String name = String.valueOf(resource.getFilename());
			Resource other = byName.put(name, new Named(name, resource));
			if (other != null) {
				throw new IllegalStateException("Two files of one name would be deployed, of which the jar keeps one: "
						+ resource + ", " + other);
			}
		}
		return byName.values().toArray(Resource[]::new);
	}

	/** A file under the name by which it is deployed. */
	private static final class Named extends AbstractResource implements ContextResource {

		private final String name;

		private final Resource resource;

		private Named(String name, Resource resource) {
			this.name = name;
			this.resource = resource;
		}

		@Override
		public String getPathWithinContext() {
			return this.name;
		}

		@Override
		public String getFilename() {
			return this.name;
		}

		@Override
		public String getDescription() {
			return this.resource.getDescription();
		}

		@Override
		public InputStream getInputStream() throws IOException {
			return this.resource.getInputStream();
		}

	}

}
