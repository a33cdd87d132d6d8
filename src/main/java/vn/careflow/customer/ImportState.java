package vn.careflow.customer;

/** How far an import has come. */
public enum ImportState {

	/** Waits for a node that is free. */
	QUEUED,

	/** A node works on it. */
	RUNNING,

	/** All rows were read. */
	DONE,

	/** Stopped by a failure; what was imported stays, the rest can be resumed. */
	FAILED

}
