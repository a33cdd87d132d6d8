package vn.careflow.contact;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import vn.careflow.contact.SlotQuestion.Rules;

/**
 * The hours, quotas and buffers that hold, kept in memory because every contact asks for
 * them. Every change raises a revision, by which all nodes notice that what they know is
 * old.
 */
@Component
class ContactRules {

	private static final long TRUSTED_NANOS = Duration.ofSeconds(1).toNanos();

	private final ContactRuleTables tables;

	private volatile @Nullable Known known;

	ContactRules(ContactRuleTables tables) {
		this.tables = tables;
	}

	/** The rules as committed at this moment, and as this transaction changed them. */
	Rules current(ContactPurpose purpose, ContactChannel channel) {
		return select((isChanging() ? read(this.tables.revision()) : checked()), purpose, channel);
	}

	/** The rules as they were at most a second ago, for answers that plan nothing. */
	Rules recent(ContactPurpose purpose, ContactChannel channel) {
		Known trusted = this.known;
		boolean fresh = trusted != null && System.nanoTime() - trusted.checkedAtNanos() < TRUSTED_NANOS;
		return (fresh && !isChanging()) ? select(trusted, purpose, channel) : current(purpose, channel);
	}

	/**
	 * Tells that this transaction changes the rules: whoever asks after it has committed
	 * learns of it.
	 */
	void change() {
		this.tables.raiseRevision();
		if (!isChanging()) {
			Changing changing = new Changing();
			TransactionSynchronizationManager.bindResource(this, changing);
			TransactionSynchronizationManager.registerSynchronization(changing);
		}
	}

	private boolean isChanging() {
		return TransactionSynchronizationManager.hasResource(this);
	}

	private Known checked() {
		long revision = this.tables.revision();
		Known earlier = this.known;
		Known now = (earlier != null && earlier.revision() == revision)
				? new Known(earlier.rules(), revision, System.nanoTime()) : read(revision);
		this.known = now;
		return now;
	}

	private Known read(long revision) {
		return new Known(new Rules(this.tables.windows(), this.tables.quotas(), this.tables.buffers()), revision,
				System.nanoTime());
	}

	private static Rules select(Known known, ContactPurpose purpose, ContactChannel channel) {
		Rules all = known.rules();
		return new Rules(
				all.windows()
					.stream()
					.filter((rule) -> rule.purpose() == purpose && rule.channel() == channel)
					.toList(),
				all.quotas().stream().filter((rule) -> rule.purpose() == purpose && rule.channel() == channel).toList(),
				all.buffers().stream().filter((rule) -> rule.purpose() == purpose).toList());
	}

	private record Known(Rules rules, long revision, long checkedAtNanos) {
	}

	/** Marks the transaction that changes rules: what it reads is nobody else's. */
	private final class Changing implements TransactionSynchronization {

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(ContactRules.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(ContactRules.this, this);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResource(ContactRules.this);
			ContactRules.this.known = null;
		}

	}

}
