package vn.careflow.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.calendar.CareDuration;

/**
 * The kinds of appointments that the house knows. A change holds for appointments that
 * are made or moved from then on.
 */
@Service
public class AppointmentKinds {

	private static final String COLUMNS = """
			code, name, channel, place, length_minutes, before_minutes, after_minutes, remind_agent, remind_customer,
			active""";

	private final JdbcClient jdbc;

	AppointmentKinds(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All kinds by code, those that are no longer given included. */
	public List<AppointmentKind> all() {
		return this.jdbc.sql("select " + COLUMNS + " from appointment_kind order by code")
			.query(AppointmentKinds::kind)
			.list();
	}

	/** The kind with this code, whether it is still given or not. */
	public Optional<AppointmentKind> find(String code) {
		return this.jdbc.sql("select " + COLUMNS + " from appointment_kind where code = :code")
			.param("code", code)
			.query(AppointmentKinds::kind)
			.optional();
	}

	/** Puts a kind in the place of the one with its code, or adds it. */
	@Transactional
	public void keep(AppointmentKind kind) {
		if (write("""
				update appointment_kind set name = :name, channel = :channel, place = :place, length_minutes = :length,
					before_minutes = :before, after_minutes = :after, remind_agent = :remindAgent,
					remind_customer = :remindCustomer, active = :active
				where code = :code""", kind) == 0) {
			write("insert into appointment_kind (" + COLUMNS + """
					) values (:code, :name, :channel, :place, :length, :before, :after, :remindAgent, :remindCustomer,
						:active)""", kind);
		}
	}

	private int write(String sql, AppointmentKind kind) {
		return this.jdbc.sql(sql)
			.param("code", kind.code())
			.param("name", kind.name())
			.param("channel", kind.channel().name())
			.param("place", kind.place().name())
			.param("length", kind.length().toMinutes())
			.param("before", kind.before().toMinutes())
			.param("after", kind.after().toMinutes())
			.param("remindAgent", kind.remindAgent().toString())
			.param("remindCustomer", kind.remindCustomer().toString())
			.param("active", kind.active())
			.update();
	}

	private static AppointmentKind kind(ResultSet row, int index) throws SQLException {
		return new AppointmentKind(row.getString("code"), row.getString("name"),
				ContactChannel.valueOf(row.getString("channel")), AppointmentPlace.valueOf(row.getString("place")),
				Duration.ofMinutes(row.getInt("length_minutes")), Duration.ofMinutes(row.getInt("before_minutes")),
				Duration.ofMinutes(row.getInt("after_minutes")), CareDuration.parse(row.getString("remind_agent")),
				CareDuration.parse(row.getString("remind_customer")), row.getBoolean("active"));
	}

}
