package vn.careflow.channel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;
import vn.careflow.testsupport.WithCustomers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DataJdbcTest
@OnH2
@WithCustomers
@Import(Inbox.class)
@RecordApplicationEvents
class InboxTests {

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:30");

	@Autowired
	private Inbox inbox;

	@Autowired
	private Customers customers;

	@Autowired
	private ApplicationEvents events;

	private UUID customerId;

	@BeforeEach
	void aCustomer() {
		CustomerProfile profile = CustomerProfile.person("Võ Minh Châu")
			.phone("0901 234 567")
			.email("chau@example.vn")
			.build();
		this.customerId = this.customers.register(NewCustomer.from("web", null, profile)).customer().id();
	}

	@Test
	void keepsAMessageAndTellsWhoSentIt() {
		Instant earlier = Time.instant("2025-03-03T08:00");
		InboundMessage inbound = new InboundMessage(Channel.EMAIL, "m-1", "Chau@Example.VN", "Vẫn chưa được",
				"YC000007", earlier);

		Message message = this.inbox.receive(inbound).message();

		Message kept = this.inbox.get(message.id());
		assertThat(kept.customerId()).isEqualTo(this.customerId);
		assertThat(kept.body()).isEqualTo("Vẫn chưa được");
		assertThat(this.events.stream(MessageReceived.class))
			.containsExactly(new MessageReceived(message.id(), this.customerId, "YC000007", "Vẫn chưa được", earlier));
	}

	@Test
	void makesOneMessageOfManyDeliveriesAndTellsOfItOnce() {
		UUID first = this.inbox.receive(aMessage("m-1", "0901234567")).message().id();

		for (int delivery = 2; delivery <= 837; delivery++) {
			ReceivedMessage repeated = this.inbox.receive(aMessage("m-1", "0901234567"));
			assertThat(repeated.repeated()).isTrue();
			assertThat(repeated.message().id()).isEqualTo(first);
		}

		assertThat(this.inbox.ofCustomer(this.customerId)).hasSize(1);
		assertThat(this.events.stream(MessageReceived.class)).hasSize(1);
	}

	@Test
	void keepsWordsOnEveryDatabaseWhateverTheChannelPutsBetweenThem() {
		InboundMessage inbound = new InboundMessage(Channel.WEB, "m-1", "0901234567", "Xin\0 chào 😀", null, null);

		UUID id = this.inbox.receive(inbound).message().id();

		assertThat(this.inbox.get(id).body()).isEqualTo("Xin chào 😀");
	}

	@Test
	void sameIdOnAnotherChannelIsAnotherMessage() {
		this.inbox.receive(aMessage("m-1", "0901234567"));

		ReceivedMessage onZalo = this.inbox
			.receive(new InboundMessage(Channel.ZALO, "m-1", "0901234567", "Xin chào", null, null));

		assertThat(onZalo.repeated()).isFalse();
	}

	@Test
	void keepsAndListsAMessageFromSomebodyUnknown() {
		this.inbox.receive(aMessage("m-1", "0901234567"));

		Message message = this.inbox.receive(aMessage("m-2", "stranger@example.com")).message();

		assertThat(this.inbox.unmatched(PageRequest.of(0, 20)).map(Message::id)).containsExactly(message.id());
		assertThat(this.events.stream(MessageReceived.class)).last()
			.isEqualTo(new MessageReceived(message.id(), null, null, "Xin chào", this.time.now()));
	}

	@Test
	void aMessageWhoseCustomerCameToLightIsNoLongerListed() {
		UUID id = this.inbox.receive(aMessage("m-2", "stranger@example.com")).message().id();

		this.inbox.match(id, this.customerId);
		this.inbox.match(id, this.customerId);

		assertThat(this.inbox.unmatched(PageRequest.of(0, 20)).getContent()).isEmpty();
		assertThat(this.inbox.get(id).customerId()).isEqualTo(this.customerId);
	}

	@Test
	void refusesAMessageWithoutIdSenderOrWords() {
		assertThatIllegalArgumentException().isThrownBy(() -> aMessage(" ", "0901234567"));
		assertThatIllegalArgumentException().isThrownBy(() -> aMessage("m-1", ""));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new InboundMessage(Channel.WEB, "m-1", "0901234567", "\n", null, null));
	}

	@Test
	void namesTheMessageThatDoesNotExist() {
		assertThatExceptionOfType(UnknownMessage.class).isThrownBy(() -> this.inbox.get(UUID.randomUUID()));
	}

	private static InboundMessage aMessage(String externalId, @Nullable String from) {
		return new InboundMessage(Channel.EMAIL, externalId, from, "Xin chào", null, null);
	}

}
