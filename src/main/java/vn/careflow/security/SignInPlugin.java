package vn.careflow.security;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.stereotype.Component;

/**
 * Makes the engine check passwords the product's way: slow hashes, long passwords, a
 * throttle instead of lock-out.
 */
@Component
class SignInPlugin extends AbstractProcessEnginePlugin {

	private final SecuritySettings settings;

	private final SignInThrottle throttle;

	SignInPlugin(SecuritySettings settings, SignInThrottle throttle) {
		this.settings = settings;
		this.throttle = throttle;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		SlowPasswordHash hash = new SlowPasswordHash(this.settings.passwordStrength());
		configuration.setPasswordEncryptor(hash);
		configuration.setPasswordPolicy(new PasswordRules());
		configuration.setIdentityService(new ThrottledIdentityService(this.throttle, hash));
	}

}
