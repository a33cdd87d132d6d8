package vn.careflow.customer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ImportMappingTests {

	static final String FIELDS = """
			"source": "crm", "externalId": "{Mã}", "name": "{Họ} {Tên}\"""";

	@ParameterizedTest
	@CsvSource({ "bank-{row},bank-42", "+8490{row:7},+84900000042", "{Họ} {Tên},Nguyễn An", "{ Tên },An", "chữ,chữ",
			"{row}/{Tên}/{row:3},42/An/042", "'',''", "{Không có},''" })
	void makesAValueOfARow(String template, String value) {
		assertThat(ImportTemplate.parse(template).of(Map.of("Họ", "Nguyễn", "Tên", "An"), 42)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "{row", "row}", "a{b}c}" })
	void refusesBracesWithoutAPartner(String template) {
		assertThatIllegalArgumentException().isThrownBy(() -> ImportTemplate.parse(template));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"fields": {"externalId": "{a}", "name": "{b}"}}                                    | mapping.fields.source
					{"fields": {"source": "s", "externalId": "{a}", "name": "{b}", "phnoe": "{c}"}}     | mapping.fields.phnoe
					{"fields": {"source": "s", "externalId": "{a", "name": "{b}"}}                      | mapping.fields.externalId
					{"delimiter": ";;", "fields": {"source": "s", "externalId": "{a}", "name": "{b}"}}  | mapping.delimiter
					{"charset": "vn", "fields": {"source": "s", "externalId": "{a}", "name": "{b}"}}    | mapping.charset
					{"values": {"kind": {}}, "fields": {"source": "s", "externalId": "1", "name": "b"}} | mapping.values.kind
					{"felds": {}}                                                                       | mapping
					{}                                                                                  | mapping.fields
					null                                                                                | mapping.fields
					[]                                                                                  | mapping
					no json                                                                             | mapping
					""")
	void namesThePartOfAMappingThatMakesNoSense(String mapping, String field) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> parse(mapping))
			.satisfies((ex) -> assertThat(problemsOf(ex)).extracting(FieldProblem::field).contains(field));
	}

	@Test
	void namesTheColumnThatTheFileDoesNotHave() {
		assertThat(parse("{\"fields\": {" + FIELDS + "}}").problemsWith(List.of("Mã", "Họ")))
			.extracting(FieldProblem::field)
			.containsExactly("mapping.fields.name");
	}

	@Test
	void readsACustomerFromARow() throws IOException {
		NewCustomer customer = read(
				"""
						{"delimiter": ";", "fields": {%s, "phone": "{Điện thoại}", "gender": "{Giới tính}", "needs": "{Nhu cầu}"},
						 "values": {"gender": {"Nữ": "FEMALE"}}}"""
					.formatted(FIELDS),
				"""
						Mã;Họ;Tên;Điện thoại;Giới tính;Nhu cầu
						7; Nguyễn ;"Lan; Anh";0901234567;Nữ;Vay
						""", StandardCharsets.UTF_8)
			.get(0)
			.customer();

		assertThat(customer.source()).isEqualTo("crm");
		assertThat(customer.externalId()).isEqualTo("7");
		assertThat(customer.profile()).isEqualTo(CustomerProfile.person("Nguyễn Lan; Anh")
			.gender(Gender.FEMALE)
			.phone("0901234567")
			.need("Vay")
			.build());
	}

	@Test
	void takesSeveralValuesOfOneCell() throws IOException {
		NewCustomer customer = read("{\"fields\": {" + FIELDS + ", \"phone\": \"{Số}\"}}", """
				Mã,Họ,Tên,Số
				7,Lê,An,0901234567; 0901234568
				""", StandardCharsets.UTF_8).get(0).customer();

		assertThat(customer.profile().values(ContactPointKind.PHONE)).containsExactly("+84901234567", "+84901234568");
	}

	@Test
	void namesTheFieldsOfARowThatCannotBeRead() throws IOException {
		List<ImportMapping.ReadRow> rows = read(
				"{\"fields\": {" + FIELDS + ", \"phone\": \"{Số}\", \"email\": \"{Thư}\"}}", """
						Mã,Họ,Tên,Số,Thư
						1,Lê,An,12,x
						,Lê,An,,
						3,Lê,An
						4,,,0901234567;99,a@b.vn
						""", StandardCharsets.UTF_8);

		assertThat(rows.get(0).problems()).extracting(FieldProblem::field).containsExactly("phone", "email");
		assertThat(rows.get(1).problems()).extracting(FieldProblem::field).containsExactly("externalId");
		assertThat(rows.get(2).problems())
			.containsExactly(new FieldProblem("row", "Dòng có 3 ô, dòng tiêu đề có 5 ô."));
		assertThat(rows.get(3).problems()).extracting(FieldProblem::field).containsExactly("name", "phone");
		assertThat(rows).extracting(ImportMapping.ReadRow::row).containsExactly(1, 2, 3, 4);
	}

	@Test
	void namesTheFieldWithCharactersThatCannotBeRead() throws IOException {
		List<ImportMapping.ReadRow> rows = read("""
				{"fields": {"source": "crm", "externalId": "{Ma}", "name": "{Ten}"}}""", "Ma,Ten\n1,Lê\n",
				StandardCharsets.ISO_8859_1);

		assertThat(rows.get(0).problems()).extracting(FieldProblem::field).containsExactly("name");
	}

	@Test
	void leavesOutTheMarkThatSpreadsheetsPutInFront() throws IOException {
		List<ImportMapping.ReadRow> rows = read("{\"fields\": {" + FIELDS + "}}", "\uFEFF\"Mã\",Họ,Tên\n1,Lê,An\n",
				StandardCharsets.UTF_8);

		assertThat(rows.get(0).customer().externalId()).isEqualTo("1");
	}

	@Test
	void namesTheRowAfterWhichQuotesAreBroken() {
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> read("{\"fields\": {" + FIELDS + "}}", "Mã,Họ,Tên\n1,Lê,An\n2,\"Lê,An\n3,a,b\n",
					StandardCharsets.UTF_8))
			.satisfies((ex) -> assertThat(problemsOf(ex).get(0).message()).contains("sau dòng dữ liệu thứ 1"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''          | Tệp trống
			'a,b,a\n'   | hai cột cùng tên
			""")
	void refusesAFileWithoutAUsableHeader(String content, String message) {
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(
					() -> read("{\"fields\": {" + FIELDS + "}}", content.replace("\\n", "\n"), StandardCharsets.UTF_8))
			.satisfies((ex) -> assertThat(problemsOf(ex).get(0).message()).contains(message));
	}

	private static List<ImportMapping.ReadRow> read(String mapping, String content, Charset charset)
			throws IOException {
		ImportMapping parsed = parse(mapping);
		try (CsvRows rows = new CsvRows(new ByteArrayInputStream(content.getBytes(charset)), parsed)) {
			return rows.next(100).stream().map(parsed::read).toList();
		}
	}

	private static ImportMapping parse(String mapping) {
		return ImportMapping.parse(mapping, new ObjectMapper());
	}

	@SuppressWarnings("unchecked")
	private static List<FieldProblem> problemsOf(InvalidInput ex) {
		return (List<FieldProblem>) ex.getBody().getProperties().get("errors");
	}

}
