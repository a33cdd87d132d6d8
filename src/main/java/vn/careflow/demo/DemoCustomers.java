package vn.careflow.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import vn.careflow.customer.ContactPreferences;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;

/**
 * Two dozen customers of all kinds. Their phone numbers and addresses are made up.
 */
@Component
@Profile("demo")
class DemoCustomers {

	private static final String SOURCE = "demo";

	private final Customers customers;

	DemoCustomers(Customers customers) {
		this.customers = customers;
	}

	/** Registers them and gives their ids by a short name. */
	Map<String, UUID> load() {
		Map<String, UUID> ids = new LinkedHashMap<>();
		person(ids, "an", "Nguyễn Văn An", 1, "internet cho căn hộ mới");
		person(ids, "binh", "Trần Thị Bình", 2, "camera trông cửa hàng");
		person(ids, "cuong", "Lê Quốc Cường", 3, "truyền hình cho gia đình");
		person(ids, "dung", "Phạm Thuỳ Dung", 4, "nâng cấp gói internet");
		person(ids, "giang", "Hoàng Hương Giang", 5, "Wi-Fi cho nhà ba tầng");
		person(ids, "hai", "Vũ Đức Hải", 6, "internet cho quán cà phê");
		person(ids, "hanh", "Đỗ Mỹ Hạnh", 7, "camera cho bố mẹ ở quê");
		person(ids, "khanh", "Bùi Gia Khánh", 8, "internet tốc độ cao để học");
		person(ids, "linh", "Ngô Khánh Linh", 9, "truyền hình và internet");
		person(ids, "long", "Dương Hoàng Long", 10, "camera ngoài trời");
		person(ids, "my", "Lý Hà My", 11, "chuyển địa điểm lắp đặt");
		person(ids, "ngoc", "Đinh Bảo Ngọc", 12, "Wi-Fi phủ toàn nhà");
		person(ids, "kim", "Kim Min Jun", 13, "internet cho phòng trọ", "ko");
		person(ids, "quynh", "Mai Như Quỳnh", 14, "gói cho sinh viên");
		person(ids, "son", "Phan Thanh Sơn", 15, "internet dự phòng");
		person(ids, "tam", "Tạ Minh Tâm", 16, "camera có lưu trữ");
		person(ids, "uyen", "Cao Tố Uyên", 17, "truyền hình thể thao");
		person(ids, "vy", "Hồ Tường Vy", 18, "internet cho nhà mới xây");
		organisation(ids, "nhaxinh", "Công ty TNHH Nội thất Nhà Xinh Việt", 21, 4_800_000_000L, false);
		organisation(ids, "rausach", "Hợp tác xã Rau sạch Đông Anh", 22, 900_000_000L, false);
		organisation(ids, "truonghoc", "Trường THPT Hoa Phượng", 23, 1_200_000_000L, false);
		organisation(ids, "khachsan", "Khách sạn Biển Xanh", 24, 7_500_000_000L, false);
		organisation(ids, "bochihuy", "Ban Chỉ huy Quân sự quận", 25, 600_000_000L, true);
		organisation(ids, "uyban", "Uỷ ban nhân dân phường Hoa Sen", 26, 300_000_000L, true);
		return ids;
	}

	private void person(Map<String, UUID> ids, String key, String name, int number, String need) {
		person(ids, key, name, number, need, "vi");
	}

	private void person(Map<String, UUID> ids, String key, String name, int number, String need, String language) {
		register(ids, key,
				CustomerProfile.person(name)
					.phone("+84903%06d".formatted(100_000 + number))
					.email(key + "@khachhang.example")
					.preferences(new ContactPreferences(null, null, null, null, language, false))
					.need(need)
					.agreesToAdvertising()
					.build());
	}

	private void organisation(Map<String, UUID> ids, String key, String name, int number, long revenue,
			boolean servesState) {
		register(ids, key,
				CustomerProfile.organisation(name)
					.phone("+84903%06d".formatted(100_000 + number))
					.email("lienhe@" + key + ".example")
					.annualRevenue(revenue)
					.servesState(servesState)
					.need("đường truyền ổn định cho cơ quan")
					.agreesToAdvertising()
					.build());
	}

	private void register(Map<String, UUID> ids, String key, CustomerProfile profile) {
		ids.put(key, this.customers.register(NewCustomer.from(SOURCE, key, profile)).customer().id());
	}

}
