package vn.careflow.security;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes the engine check passwords the product's way: slow hashes, long passwords, a
 * throttle instead of lock-out.
 */
@Component
class SignInPlugin extends AbstractProcessEnginePlugin {

	private final SecuritySettings settings;

	private final SignInThrottle throttle;

	private final ObjectProvider<Leavers> leavers;

	SignInPlugin(SecuritySettings settings, SignInThrottle throttle, ObjectProvider<Leavers> leavers) {
		this.settings = settings;
		this.throttle = throttle;
		this.leavers = leavers;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		SlowPasswordHash hash = new SlowPasswordHash(this.settings.passwordStrength());
		configuration.setPasswordEncryptor(hash);
		configuration.setPasswordPolicy(new PasswordRules());
		configuration.setIdentityService(new ThrottledIdentityService(this.throttle, hash,
				(userId) -> this.leavers.getObject().include(userId)));
	}

}
