package vn.careflow.staff;

import java.time.Duration;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the staff directory in memory and notices, by the revision that every change
 * raises, when another thread or node has made it old.
 *
 * <p>
 * A transaction that changes staff sees its own changes at once and shares them with
 * nobody before it has committed.
 */
@Component
class StaffDirectories {

	private static final long TRUSTED_NANOS = Duration.ofSeconds(1).toNanos();

	private final StaffTables tables;

	private volatile @Nullable Checked newest;

	StaffDirectories(StaffTables tables) {
		this.tables = tables;
	}

	/**
	 * The directory as committed at this moment.
	 */
	StaffDirectory current() {
		OwnChanges own = (OwnChanges) TransactionSynchronizationManager.getResource(this);
		return (own != null) ? own.directory() : checked().directory();
	}

	/**
	 * The directory as it was at most a second ago: for what changes once a year and is
	 * asked for many times in each piece of work.
	 */
	StaffDirectory recent() {
		Checked known = this.newest;
		boolean trusted = known != null && System.nanoTime() - known.atNanos() < TRUSTED_NANOS
				&& !TransactionSynchronizationManager.hasResource(this);
		return trusted ? known.directory() : current();
	}

	/**
	 * Carries out a change of staff inside the caller's transaction. Changes happen one
	 * after the other, so the directory handed over cannot become old meanwhile.
	 * @param change takes the directory before the change
	 * @return what the change returned
	 */
	<T> T change(Function<StaffDirectory, T> change) {
		this.tables.raiseRevision();
		OwnChanges own = ownChanges();
		T result = change.apply(own.directory());
		own.forget();
		return result;
	}

	private OwnChanges ownChanges() {
		OwnChanges known = (OwnChanges) TransactionSynchronizationManager.getResource(this);
		if (known != null) {
			return known;
		}
		OwnChanges own = new OwnChanges();
		TransactionSynchronizationManager.bindResource(this, own);
		TransactionSynchronizationManager.registerSynchronization(own);
		return own;
	}

	private Checked checked() {
		long revision = this.tables.revision();
		Checked known = this.newest;
		StaffDirectory directory = (known != null && known.directory().revision() == revision) ? known.directory()
				: this.tables.load(revision);
		Checked checked = new Checked(directory, System.nanoTime());
		this.newest = checked;
		return checked;
	}

	private record Checked(StaffDirectory directory, long atNanos) {
	}

	/**
	 * What the current transaction has made of the directory.
	 */
	private final class OwnChanges implements TransactionSynchronization {

		private @Nullable StaffDirectory directory;

		StaffDirectory directory() {
			StaffDirectory known = this.directory;
			if (known == null) {
				known = StaffDirectories.this.tables.load(StaffDirectories.this.tables.revision());
				this.directory = known;
			}
			return known;
		}

		void forget() {
			this.directory = null;
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(StaffDirectories.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(StaffDirectories.this, this);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResource(StaffDirectories.this);
			StaffDirectories.this.newest = null;
		}

	}

}
