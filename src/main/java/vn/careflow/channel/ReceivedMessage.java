package vn.careflow.channel;

/**
 * What became of a delivery.
 *
 * @param message the message, the first one where it was delivered before
 * @param repeated whether it was delivered before
 */
public record ReceivedMessage(Message message, boolean repeated) {

}
