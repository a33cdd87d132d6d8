package vn.careflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the models to {@link ModelConventions}, and breaks each convention once.
 */
class ModelConventionsTests {

	private static final Path PROJECT = Path.of("");

	/** Where delegates and listeners are written: the one room that knows the engine. */
	private static final Path DELEGATES = Path.of("src/main/java/vn/careflow/process");

	@Test
	void keepsToTheConventions() {
		ModelConventions conventions = new ModelConventions(PROJECT, beans());

		assertThat(String.join("\n", conventions.complaints())).isEmpty();
	}

	@Test
	void looksAtEveryModel() throws IOException {
		Set<String> files = new ModelConventions(PROJECT, beans()).files();

		assertThat(files).containsAll(namesIn("processes", ".bpmn"))
			.containsAll(namesIn("processes/decisions", ".dmn"))
			.containsAll(namesIn("forms", ".form"))
			.contains("care-management.bpmn", "contact-ladder.dmn", "answer-request.form");
	}

	private static Set<String> beans() {
		try (Stream<Path> files = Files.list(DELEGATES)) {
			return files.map((file) -> file.getFileName().toString().replace(".java", ""))
				.map((name) -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
				.collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> namesIn(String folder, String ending) throws IOException {
		try (Stream<Path> files = Files.list(PROJECT.resolve(folder))) {
			return files.map((file) -> file.getFileName().toString()).filter((name) -> name.endsWith(ending)).toList();
		}
	}

	/** Each test breaks the sound models of a repair shop in one place. */
	@Nested
	class ComplainsAbout {

		private static final Path SOUND = Path.of("src/test/resources/conventions");

		private static final Set<String> BEANS = Set.of("registerRepairDelegate", "recordRepairDelegate",
				"tellLeadDelegate", "stopRepairDelegate", "decisionOutcome");

		private static final String REPAIR = "processes/repair-order.bpmn";

		private static final String VISIT = "processes/visit-customer.bpmn";

		private static final String COVER = "processes/decisions/repair-cover.dmn";

		private static final String COVER_LISTENER = "<camunda:executionListener delegateExpression=\"${decisionOutcome}\" event=\"end\" />";

		@TempDir
		Path root;

		@BeforeEach
		void soundModels() throws IOException {
			try (Stream<Path> files = Files.walk(SOUND)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					Path copy = this.root.resolve(SOUND.relativize(file).toString());
					Files.createDirectories(copy.getParent());
					Files.copy(file, copy);
				}
			}
		}

		@Test
		void nothingThatIsSound() {
			complains();
		}

		// Files

		@Test
		void aFileNameUsedTwice() throws IOException {
			Files.copy(file(VISIT), file("processes/decisions/visit-customer.bpmn"));

			complains(
					"visit-customer.bpmn: is there in 2 folders, of which the packaged application would deploy one; give each file a name of its own");
		}

		@Test
		void aProcessNamedUnlikeItsFile() throws IOException {
			change(REPAIR, "\"repair-order\"", "\"repair-device\"");

			complains(
					"repair-order.bpmn: holds process «repair-device»; a file holds one, named like the file: «repair-order»");
		}

		@Test
		void aDecisionNamedUnlikeItsFile() throws IOException {
			change(COVER, "id=\"repair-cover\"", "id=\"cover\"");

			complains(
					"repair-cover.dmn: holds decision «cover»; a file holds one, named like the file: «repair-cover»");
		}

		@Test
		void aFormNamedUnlikeItsFile() throws IOException {
			change("forms/start-visit.form", "start-visit", "visit");

			complains("start-visit.form: holds form «visit»; a file holds one, named like the file: «start-visit»");
		}

		@Test
		void aFileThatCannotBeRead() throws IOException {
			change(REPAIR, "</bpmn:definitions>", "");

			complains("repair-order.bpmn: cannot be read");
		}

		@Test
		void whatTheStandardDoesNotKnow() throws IOException {
			change(REPAIR, "<bpmn:error id=", "<bpmn:mistake id=");

			complains("repair-order.bpmn: cannot be read");
		}

		// Ids

		@ParameterizedTest
		@ValueSource(strings = { "StartEvent_RepairAsked", "Task_RegisterRepair", "Gateway_Covered",
				"EndEvent_DeviceReturned", "BoundaryEvent_RepairOverdue", "CallActivity_VisitCustomer",
				"EventSubProcess_RepairWithdrawn", "Flow_CoveredYes" })
		void anIdWithoutAWord(String id) throws IOException {
			String generated = id.substring(0, id.indexOf('_')) + "_0x7f3ab";
			change(REPAIR, id, generated);

			complains("repair-order.bpmn, %s: give it an id of the form «%sWhatItIs»".formatted(generated,
					id.substring(0, id.indexOf('_') + 1)));
		}

		@Test
		void anIdOfAnotherKind() throws IOException {
			change(REPAIR, "Task_RecordRepair", "Activity_RecordRepair");

			complains("repair-order.bpmn, Activity_RecordRepair: give it an id of the form «Task_WhatItIs»");
		}

		@Test
		void aSubProcessThatIsNamedLikeOneThatAnEventStarts() throws IOException {
			change(REPAIR, "triggeredByEvent=\"true\"", "");

			complains(
					"repair-order.bpmn, EventSubProcess_RepairWithdrawn: give it an id of the form «SubProcess_WhatItIs»",
					"repair-order.bpmn, EventSubProcess_RepairWithdrawn: nothing leads to it; connect or remove it",
					"repair-order.bpmn, EventSubProcess_RepairWithdrawn: leads nowhere; let it end in an end event");
		}

		@Test
		void aGeneratedIdWhereAnyOtherWouldDo() throws IOException {
			change(REPAIR, "<bpmn:timerEventDefinition>", "<bpmn:timerEventDefinition id=\"Timer_0v3v9q1\">");

			complains("repair-order.bpmn, Timer_0v3v9q1: is a generated id; give it one that says what it is, or none");
		}

		// Names and documentation

		@Test
		void aProcessWithoutAName() throws IOException {
			change(REPAIR, " name=\"Sửa chữa bảo hành\"", "");

			complains("repair-order.bpmn, repair-order: give the process a Vietnamese name in sentence case, not «»");
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "Register repair", "ghi nhận thiết bị", "Ghi Nhận Thiết Bị", "GHI NHẬN" })
		void aNameThatIsNoVietnameseLabel(String name) throws IOException {
			change(REPAIR, "Ghi nhận thiết bị", name);

			complains("repair-order.bpmn, Task_RegisterRepair: name it in Vietnamese, in sentence case, not «%s»"
				.formatted(name));
		}

		@Test
		void aGatewayThatAsksNothing() throws IOException {
			change(REPAIR, "Còn bảo hành?", "Còn bảo hành");

			complains("repair-order.bpmn, Gateway_Covered: ask a question, with a question mark");
		}

		@Test
		void aJoinThatAsks() throws IOException {
			change(REPAIR, "exclusiveGateway", "parallelGateway");
			change(REPAIR, " default=\"Flow_CoveredNo\"", "");

			complains("repair-order.bpmn, Gateway_Covered: asks nothing; leave it without a name");
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "yes", "Có" })
		void anAnswerThatIsNone(String answer) throws IOException {
			change(REPAIR, "name=\"có\"", "name=\"%s\"".formatted(answer));

			complains(
					"repair-order.bpmn, Flow_CoveredYes: answer the gateway's question in Vietnamese, in small letters, "
							+ "not «%s»".formatted(answer));
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "Keeps what was done", "Ghi lại việc đã làm." })
		void documentationThatIsNoEnglishSentence(String text) throws IOException {
			change(REPAIR, "Keeps what was done.", text);

			complains(
					"repair-order.bpmn, Task_RecordRepair: say in one English sentence of documentation what it is for, "
							+ "not «%s»".formatted(text));
		}

		@Test
		void aProcessWithoutDocumentation() throws IOException {
			change(REPAIR,
					"<bpmn:documentation>Repairs a device that came back within its warranty.</bpmn:documentation>",
					"");

			complains("repair-order.bpmn, repair-order: say in one English sentence of documentation what it is for, "
					+ "not «»");
		}

		// The process as a whole

		@Test
		void aProcessThatCannotRun() throws IOException {
			change(REPAIR, "isExecutable=\"true\"", "isExecutable=\"false\"");

			complains("repair-order.bpmn, repair-order: tick «executable»");
		}

		@Test
		void historyForever() throws IOException {
			change(REPAIR, " camunda:historyTimeToLive=\"P365D\"", "");

			complains("repair-order.bpmn, repair-order: set the history's time to live, such as «P365D»");
		}

		@Test
		void moreNodesThanAPictureHolds() throws IOException {
			String nodes = IntStream.range(0, 13)
				.mapToObj((
						i) -> "<bpmn:task id=\"Task_Step%d\" name=\"Việc\"><bpmn:documentation>More work.</bpmn:documentation></bpmn:task>"
							.formatted(i))
				.collect(Collectors.joining());
			change(REPAIR, "</bpmn:process>", nodes + "</bpmn:process>");

			assertThat(complaints()).contains(
					"repair-order.bpmn, repair-order: holds 26 nodes, at most 25 read well; move a part into a process of its own");
		}

		@Test
		void aNodeThatNothingLeadsTo() throws IOException {
			change(REPAIR, "targetRef=\"Task_TellLead\"", "targetRef=\"Task_RecordRepair\"",
					"<bpmn:incoming>Flow_RepairOverdueToTellLead</bpmn:incoming>", "");

			assertThat(complaints()).contains(
					"repair-order.bpmn, Task_TellLead: nothing leads to it; connect or remove it",
					"repair-order.bpmn, Flow_RepairOverdueToTellLead: is not listed as incoming and outgoing of its ends; connect it again in the modeler");
		}

		@Test
		void aNodeThatLeadsNowhere() throws IOException {
			change(REPAIR, "sourceRef=\"Task_TellLead\"", "sourceRef=\"Task_RecordRepair\"",
					"<bpmn:outgoing>Flow_TellLeadToLeadTold</bpmn:outgoing>", "");

			assertThat(complaints())
				.contains("repair-order.bpmn, Task_TellLead: leads nowhere; let it end in an end event");
		}

		@Test
		void aSplitWithoutAGateway() throws IOException {
			change(REPAIR, "sourceRef=\"Task_TellLead\"", "sourceRef=\"Task_RecordRepair\"",
					"<bpmn:outgoing>Flow_RecordRepairToVisitCustomer</bpmn:outgoing>",
					"<bpmn:outgoing>Flow_RecordRepairToVisitCustomer</bpmn:outgoing><bpmn:outgoing>Flow_TellLeadToLeadTold</bpmn:outgoing>");

			assertThat(complaints())
				.contains("repair-order.bpmn, Task_RecordRepair: splits the flow in secret; draw a gateway");
		}

		@Test
		void aGatewayThatLosesMessages() throws IOException {
			change(REPAIR, "exclusiveGateway", "eventBasedGateway");
			change(REPAIR, " default=\"Flow_CoveredNo\"", "");

			complains(
					"repair-order.bpmn, Gateway_Covered: a message that arrives too early is lost here; use a receive task with a boundary event");
		}

		// Forms

		@Test
		void aTaskWithoutAForm() throws IOException {
			change(REPAIR, "camunda:formRef=\"repair-device\" ", "");

			complains("repair-order.bpmn, Task_RepairDevice: has no form; name one with camunda:formRef");
		}

		@Test
		void aStartWithoutAForm() throws IOException {
			change(REPAIR, "camunda:formRef=\"start-repair\" ", "");

			complains("repair-order.bpmn, StartEvent_RepairAsked: has no form; name one with camunda:formRef");
		}

		@Test
		void aFormThatIsNotThere() throws IOException {
			change(REPAIR, "\"repair-device\"", "\"mend-device\"");

			complains(
					"repair-order.bpmn, Task_RepairDevice: asks for the form «mend-device», which is not there; add forms/mend-device.form");
		}

		@Test
		void aFormThatChangesUnderACase() throws IOException {
			change(REPAIR, "\"repair-device\" camunda:formRefBinding=\"deployment\"",
					"\"repair-device\" camunda:formRefBinding=\"latest\"");

			complains(
					"repair-order.bpmn, Task_RepairDevice: set camunda:formRefBinding to «deployment», so that an old case keeps what it started with");
		}

		@Test
		void aTaskOfNobody() throws IOException {
			change(REPAIR, "camunda:assignee=\"${agentId}\" camunda:candidateGroups=\"${teamId}\"", "");

			complains(
					"repair-order.bpmn, Task_RepairDevice: belongs to nobody; give it an assignee or candidate groups");
		}

		@Test
		void textThatASavePointLoses() throws IOException {
			change(REPAIR, "<bpmn:userTask ", "<bpmn:userTask camunda:asyncAfter=\"true\" ");

			complains(
					"repair-order.bpmn, Task_RepairDevice: loses the text of its form at the save point after it; put that after the next step");
		}

		@Test
		void textOfAStartThatASavePointLoses() throws IOException {
			change(REPAIR, "<bpmn:startEvent id=\"StartEvent_RepairAsked\"",
					"<bpmn:startEvent camunda:asyncBefore=\"true\" id=\"StartEvent_RepairAsked\"");

			complains(
					"repair-order.bpmn, StartEvent_RepairAsked: loses the text of its form at the save point before it; remove that");
		}

		@Test
		void textThatTheNextStepReadsTooLate() throws IOException {
			change(REPAIR, "name=\"Ghi kết quả sửa\"", "name=\"Ghi kết quả sửa\" camunda:asyncBefore=\"true\"");

			complains(
					"repair-order.bpmn, Task_RepairDevice: has a form with text, which Task_RecordRepair does not keep; let a service task without a save point before it follow, or an end listener keep the text");
		}

		@Test
		void textThatNobodyKeeps() throws IOException {
			change("forms/start-visit.form", "checkbox", "textfield");

			complains(
					"visit-customer.bpmn, StartEvent_VisitNeeded: has a form with text, which Task_AwaitVisit does not keep; let a service task without a save point before it follow, or an end listener keep the text");
		}

		@Test
		void noTextThatAListenerKeeps() throws IOException {
			change("forms/start-visit.form", "checkbox", "textfield");
			change(VISIT, "A visit is needed.</bpmn:documentation>",
					"A visit is needed.</bpmn:documentation><bpmn:extensionElements>%s</bpmn:extensionElements>"
						.formatted(COVER_LISTENER));

			complains();
		}

		// Decisions and called processes

		@Test
		void aTableThatIsNotThere() throws IOException {
			change(REPAIR, "decisionRef=\"repair-cover\"", "decisionRef=\"cover\"");

			complains(
					"repair-order.bpmn, Task_DecideCover: asks the table «cover», which is not there; add processes/decisions/cover.dmn");
		}

		@Test
		void aTableThatChangesUnderACase() throws IOException {
			change(REPAIR, " camunda:decisionRefBinding=\"deployment\"", "");

			complains(
					"repair-order.bpmn, Task_DecideCover: set camunda:decisionRefBinding to «deployment», so that an old case keeps what it started with");
		}

		@Test
		void anAnswerThatNobodyTakesOver() throws IOException {
			change(REPAIR, COVER_LISTENER, COVER_LISTENER.replace("end", "start"));

			complains(
					"repair-order.bpmn, Task_DecideCover: nobody takes over its answer; add the end listener ${decisionOutcome}");
		}

		@Test
		void aStoredResult() throws IOException {
			change(REPAIR, "camunda:mapDecisionResult", "camunda:resultVariable=\"cover\" camunda:mapDecisionResult");

			complains(
					"repair-order.bpmn, Task_DecideCover: stores a whole result as «cover»; leave the result variable out");
		}

		@Test
		void aProcessThatIsNotThere() throws IOException {
			change(REPAIR, "calledElement=\"visit-customer\"", "calledElement=\"visit\"");

			complains(
					"repair-order.bpmn, CallActivity_VisitCustomer: calls the process «visit», which is not there; add processes/visit.bpmn");
		}

		@Test
		void aCalledProcessThatChangesUnderACase() throws IOException {
			change(REPAIR, " camunda:calledElementBinding=\"deployment\"", "");

			complains(
					"repair-order.bpmn, CallActivity_VisitCustomer: set camunda:calledElementBinding to «deployment», so that an old case keeps what it started with");
		}

		@ParameterizedTest
		@ValueSource(strings = { "in", "out" })
		void allVariablesHandedOver(String direction) throws IOException {
			change(REPAIR, "<camunda:out source=\"visitOutcome\" target=\"visitOutcome\" />",
					"<camunda:%s variables=\"all\" />".formatted(direction));

			complains("repair-order.bpmn, CallActivity_VisitCustomer: hands %s all variables; name each one"
				.formatted(direction));
		}

		@Test
		void aValueComputedOnTheWay() throws IOException {
			change(REPAIR, "${'SERVICE'}", "${urgent ? 'A' : 'B'}");

			complains(
					"repair-order.bpmn, CallActivity_VisitCustomer: computes «${urgent ? 'A' : 'B'}» on the way in; map a variable, a 'CONSTANT' or the business key");
		}

		@Test
		void anErrorThatTheCallerDoesNotCatch() throws IOException {
			change(VISIT, "id=\"Error_VisitNotPossible\" name=\"visitNotPossible\" errorCode=\"visitNotPossible\"",
					"id=\"Error_NobodyHome\" name=\"nobodyHome\" errorCode=\"nobodyHome\"",
					"errorRef=\"Error_VisitNotPossible\"", "errorRef=\"Error_NobodyHome\"");

			complains(
					"repair-order.bpmn, CallActivity_VisitCustomer: does not catch the error «nobodyHome» with which visit-customer can end; add a boundary event");
		}

		// Code

		@ParameterizedTest
		@ValueSource(strings = { "${recordRepair}", "${recordRepairDelegate.execute(execution)}", "#{now}" })
		void aCallOfNoDelegate(String expression) throws IOException {
			change(REPAIR, "${recordRepairDelegate}", expression);

			assertThat(complaints()).singleElement()
				.asString()
				.startsWith("repair-order.bpmn, Task_RecordRepair: calls «%s»; name a".formatted(expression));
		}

		@Test
		void aDelegateThatNobodyHasWritten() throws IOException {
			change(REPAIR, "${recordRepairDelegate}", "${recordRepiarDelegate}");

			complains(
					"repair-order.bpmn, Task_RecordRepair: calls ${recordRepiarDelegate}, which nobody has written; mend the name or add the class");
		}

		@Test
		void aListenerThatNobodyHasWritten() throws IOException {
			change(REPAIR, COVER_LISTENER, COVER_LISTENER + COVER_LISTENER.replace("decisionOutcome", "outcome"));

			complains(
					"repair-order.bpmn, Task_DecideCover: calls ${outcome}, which nobody has written; mend the name or add the class");
		}

		@Test
		void aTaskListenerThatNobodyHasWritten() throws IOException {
			change(REPAIR, "The technician repairs the device.</bpmn:documentation>",
					"The technician repairs the device.</bpmn:documentation><bpmn:extensionElements>"
							+ "<camunda:taskListener delegateExpression=\"${bell}\" event=\"create\" /></bpmn:extensionElements>");

			complains(
					"repair-order.bpmn, Task_RepairDevice: calls ${bell}, which nobody has written; mend the name or add the class");
		}

		@ParameterizedTest
		@ValueSource(strings = { "class", "expression", "type", "topic" })
		void aServiceTaskThatCallsAnythingElse(String attribute) throws IOException {
			change(REPAIR, "camunda:delegateExpression=\"${recordRepairDelegate}\"",
					"camunda:delegateExpression=\"${recordRepairDelegate}\" camunda:%s=\"vn.careflow.Repair\""
						.formatted(attribute));

			complains(
					"repair-order.bpmn, Task_RecordRepair: uses camunda:%s; use camunda:delegateExpression for code and camunda:formRef for forms"
						.formatted(attribute));
		}

		@Test
		void aListenerWiredByClass() throws IOException {
			change(REPAIR, COVER_LISTENER,
					COVER_LISTENER + "<camunda:executionListener class=\"vn.careflow.Listener\" event=\"end\" />");

			complains("repair-order.bpmn, Task_DecideCover: calls «null»; name a bean: ${camelCase}",
					"repair-order.bpmn, Task_DecideCover: uses camunda:class; use camunda:delegateExpression for code and camunda:formRef for forms");
		}

		@Test
		void aScriptTask() throws IOException {
			change(REPAIR, "<bpmn:serviceTask id=\"Task_TellLead\"", "<bpmn:scriptTask id=\"Task_TellLead\"",
					"<bpmn:outgoing>Flow_TellLeadToLeadTold</bpmn:outgoing>\n    </bpmn:serviceTask>",
					"<bpmn:outgoing>Flow_TellLeadToLeadTold</bpmn:outgoing>\n    </bpmn:scriptTask>",
					" camunda:delegateExpression=\"${tellLeadDelegate}\"", "");

			complains(
					"repair-order.bpmn, Task_TellLead: holds a scriptTask, which nobody has reviewed; write a delegate");
		}

		@Test
		void aScriptInAListener() throws IOException {
			change(REPAIR, COVER_LISTENER, COVER_LISTENER
					+ "<camunda:executionListener delegateExpression=\"${decisionOutcome}\" event=\"start\"><camunda:script scriptFormat=\"js\">1</camunda:script></camunda:executionListener>");

			complains(
					"repair-order.bpmn, Task_DecideCover: holds a script, which nobody has reviewed; write a delegate");
		}

		@Test
		void aConnector() throws IOException {
			change(REPAIR, COVER_LISTENER, COVER_LISTENER
					+ "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>");

			complains(
					"repair-order.bpmn, Task_DecideCover: holds a connector, which nobody has reviewed; write a delegate");
		}

		// Conditions and times

		@ParameterizedTest
		@ValueSource(strings = { "${covered && paid}", "${covered == true}", "${months < 24}", "${cover == 'yes'}",
				"${warranty.covers(device)}", "covered" })
		void aConditionOfMoreThanOneFact(String condition) throws IOException {
			change(REPAIR, "${covered}", condition.replace("&", "&amp;").replace("<", "&lt;"));

			complains(
					"repair-order.bpmn, Flow_CoveredYes: decides by «%s»; ask for one fact, ${flag} or ${variable == 'CODE'}, or use a table"
						.formatted(condition));
		}

		@Test
		void aConditionWithoutAGateway() throws IOException {
			change(REPAIR, "sourceRef=\"Task_TellLead\" targetRef=\"EndEvent_LeadTold\" />",
					"sourceRef=\"Task_TellLead\" targetRef=\"EndEvent_LeadTold\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${told}</bpmn:conditionExpression></bpmn:sequenceFlow>");

			complains(
					"repair-order.bpmn, Flow_TellLeadToLeadTold: has a condition, but does not leave a gateway; draw one");
		}

		@Test
		void aSplitWithoutADefault() throws IOException {
			change(REPAIR, " default=\"Flow_CoveredNo\"", "");

			complains(
					"repair-order.bpmn, Gateway_Covered: knows no way when no condition holds; mark one flow as the default",
					"repair-order.bpmn, Flow_CoveredNo: say when it is taken");
		}

		@Test
		void aDefaultWithACondition() throws IOException {
			change(REPAIR, "default=\"Flow_CoveredNo\"", "default=\"Flow_CoveredYes\"");

			complains("repair-order.bpmn, Flow_CoveredYes: is the default flow; remove its condition",
					"repair-order.bpmn, Flow_CoveredNo: say when it is taken");
		}

		@Test
		void aDurationInTheModel() throws IOException {
			change(REPAIR, "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${repairDueAt}</bpmn:timeDate>",
					"<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT8H</bpmn:timeDuration>");

			complains(
					"repair-order.bpmn, BoundaryEvent_RepairOverdue: counts the time itself; let a room compute the date and name the variable in timeDate");
		}

		@ParameterizedTest
		@ValueSource(strings = { "2027-01-01T08:00:00", "${dateTime().plusWeeks(1).toDate()}" })
		void aDateInTheModel(String date) throws IOException {
			change(REPAIR, "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${repairDueAt}",
					"<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + date);

			complains(
					"repair-order.bpmn, BoundaryEvent_RepairOverdue: takes its time from «%s»; let a room compute it and name the variable: ${…}"
						.formatted(date));
		}

		@Test
		void aDueDateComputedInTheModel() throws IOException {
			change(REPAIR, "camunda:dueDate=\"${repairDueAt}\"", "camunda:dueDate=\"${now()}\"");

			complains(
					"repair-order.bpmn, Task_RepairDevice: takes its due date from «${now()}»; let a room compute it and name the variable: ${…}");
		}

		// Messages and errors

		@ParameterizedTest
		@ValueSource(strings = { "Repair withdrawn", "RepairWithdrawn", "repairStopped" })
		void aMessageWhoseIdSaysSomethingElse(String name) throws IOException {
			change(REPAIR, "name=\"repairWithdrawn\"", "name=\"%s\"".formatted(name));

			complains(
					"repair-order.bpmn, Message_RepairWithdrawn: is called «%s»; id and name belong together like «Message_CustomerReplied» and «customerReplied»"
						.formatted(name));
		}

		@Test
		void anErrorWhoseIdSaysSomethingElse() throws IOException {
			change(VISIT, "errorCode=\"visitNotPossible\"", "errorCode=\"VISIT\"");

			complains(
					"repair-order.bpmn, CallActivity_VisitCustomer: does not catch the error «VISIT» with which visit-customer can end; add a boundary event",
					"visit-customer.bpmn, Error_VisitNotPossible: is called «VISIT»; id and name belong together like «Error_CustomerReplied» and «customerReplied»");
		}

		@Test
		void whatNobodyAwaits() throws IOException {
			change(REPAIR, "<bpmn:error id=",
					"<bpmn:message id=\"Message_BellRang\" name=\"bellRang\" /><bpmn:error id=\"Error_FuseBlown\" name=\"fuseBlown\" errorCode=\"fuseBlown\" /><bpmn:error id=");

			complains("repair-order.bpmn, Message_BellRang: is awaited nowhere; remove it",
					"repair-order.bpmn, Error_FuseBlown: happens nowhere; remove it");
		}

		@Test
		void eventsThatNameNothing() throws IOException {
			change(REPAIR, " messageRef=\"Message_RepairWithdrawn\"", "");
			change(VISIT, " messageRef=\"Message_VisitReported\"", "", " errorRef=\"Error_VisitNotPossible\"", "");

			assertThat(complaints()).contains(
					"repair-order.bpmn, StartEvent_RepairWithdrawn: awaits no message; choose one",
					"visit-customer.bpmn, Task_AwaitVisit: awaits no message; choose one",
					"visit-customer.bpmn, EndEvent_VisitNotPossible: names no error; choose one");
		}

		// The diagram

		@Test
		void aNodeThatIsNotDrawn() throws IOException {
			change(REPAIR, "bpmnElement=\"EndEvent_LeadTold\"", "bpmnElement=\"Task_TellLead\"");

			assertThat(complaints()).contains(
					"repair-order.bpmn, EndEvent_LeadTold: is not drawn; open the model in the modeler and draw it");
		}

		@Test
		void aFlowThatIsNotDrawn() throws IOException {
			change(REPAIR,
					"<bpmndi:BPMNEdge id=\"Flow_TellLeadToLeadTold_di\" bpmnElement=\"Flow_TellLeadToLeadTold\">",
					"<bpmndi:BPMNEdge id=\"Flow_TellLeadToLeadTold_di\">");

			complains(
					"repair-order.bpmn, Flow_TellLeadToLeadTold: is not drawn; open the model in the modeler and draw it");
		}

		@Test
		void aLabelWithoutAPlace() throws IOException {
			change(REPAIR, "<dc:Bounds x=\"566\" y=\"315\" width=\"67\" height=\"14\" />", "");

			complains(
					"repair-order.bpmn, EndEvent_NotCovered: its label has no place of its own; move it in the modeler");
		}

		@Test
		void shapesOnTopOfEachOther() throws IOException {
			change(REPAIR, "<dc:Bounds x=\"1222\" y=\"272\"", "<dc:Bounds x=\"1100\" y=\"272\"");

			assertThat(complaints())
				.contains("repair-order.bpmn, EndEvent_LeadTold: lies over EndEvent_DeviceKept; move them apart");
		}

		@Test
		void aShapeThatSticksOut() throws IOException {
			change(REPAIR, "<dc:Bounds x=\"142\" y=\"400\" width=\"430\"",
					"<dc:Bounds x=\"142\" y=\"400\" width=\"370\"");

			assertThat(complaints()).contains(
					"repair-order.bpmn, EndEvent_RepairStopped: sticks out of EventSubProcess_RepairWithdrawn; enlarge that");
		}

		@Test
		void aFlowAslant() throws IOException {
			change(REPAIR, "<di:waypoint x=\"1000\" y=\"290\" />", "<di:waypoint x=\"1000\" y=\"280\" />");

			complains("repair-order.bpmn, Flow_TellLeadToLeadTold: runs aslant; use right angles");
		}

		@Test
		void aFlowThatEndsInTheAir() throws IOException {
			change(REPAIR, "<di:waypoint x=\"1072\" y=\"290\" />", "<di:waypoint x=\"1060\" y=\"290\" />");

			complains("repair-order.bpmn, Flow_TellLeadToLeadTold: does not touch EndEvent_LeadTold; connect it again");
		}

		@Test
		void aFlowThroughAShape() throws IOException {
			change(REPAIR, "<di:waypoint x=\"600\" y=\"272\" />",
					"<di:waypoint x=\"600\" y=\"230\" /><di:waypoint x=\"950\" y=\"230\" /><di:waypoint x=\"950\" y=\"340\" /><di:waypoint x=\"600\" y=\"340\" /><di:waypoint x=\"600\" y=\"308\" />");

			assertThat(complaints())
				.contains("repair-order.bpmn, Flow_CoveredNo: runs through Task_TellLead; lead it around");
		}

		@Test
		void flowsThatCross() throws IOException {
			change(REPAIR, "<di:waypoint x=\"770\" y=\"290\" />",
					"<di:waypoint x=\"770\" y=\"250\" /><di:waypoint x=\"540\" y=\"250\" /><di:waypoint x=\"540\" y=\"350\" /><di:waypoint x=\"860\" y=\"350\" /><di:waypoint x=\"860\" y=\"290\" />");

			complains("repair-order.bpmn, Flow_CoveredNo: crosses Flow_RepairOverdueToTellLead; lead one around");
		}

		@Test
		void aLabelOverAShape() throws IOException {
			change(REPAIR, "<dc:Bounds x=\"562\" y=\"115\"", "<dc:Bounds x=\"490\" y=\"115\"");

			complains("repair-order.bpmn, Gateway_Covered: its label lies over Task_DecideCover; move the label");
		}

		@Test
		void aLabelOverAFlow() throws IOException {
			change(REPAIR, "<dc:Bounds x=\"662\" y=\"142\"", "<dc:Bounds x=\"662\" y=\"153\"");

			complains("repair-order.bpmn, Flow_CoveredYes: its label lies over Flow_CoveredYes; move the label");
		}

		@Test
		void aLabelOverALabel() throws IOException {
			change(REPAIR, "<dc:Bounds x=\"1072\" y=\"315\"", "<dc:Bounds x=\"1180\" y=\"315\"");

			complains(
					"repair-order.bpmn, EndEvent_LeadTold: its label lies over that of EndEvent_DeviceKept; move one");
		}

		@Test
		void aHappyPathThatIsNotStraight() throws IOException {
			change(REPAIR, "<dc:Bounds x=\"880\" y=\"120\"", "<dc:Bounds x=\"880\" y=\"130\"");

			complains(
					"repair-order.bpmn, StartEvent_RepairAsked: no straight line leads from it to an end; put the happy path at y = 160.0");
		}

		// Tables

		@Test
		void aTableWithoutAVietnameseName() throws IOException {
			change(COVER, "<decision id=\"repair-cover\" name=\"Phạm vi bảo hành\"",
					"<decision id=\"repair-cover\" name=\"Cover\"");

			complains("repair-cover.dmn, repair-cover: give it a Vietnamese name, not «Cover»");
		}

		@Test
		void decisionsKeptForever() throws IOException {
			change(COVER, " camunda:historyTimeToLive=\"P365D\"", "");

			complains("repair-cover.dmn, repair-cover: set camunda:historyTimeToLive, such as «P365D»");
		}

		@Test
		void aHitPolicyThatDependsOnTheOrderOfRules() throws IOException {
			change(COVER, "hitPolicy=\"FIRST\"", "hitPolicy=\"RULE ORDER\"");

			complains(
					"repair-cover.dmn, DecisionTable_RepairCover: hit policy is RULE ORDER; use UNIQUE, FIRST with a last rule for everything else, or COLLECT of rows");
		}

		@Test
		void aSumOverRules() throws IOException {
			change(COVER, "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\" aggregation=\"SUM\"");
			change(REPAIR, "decisionRef=\"repair-cover\"", "delegateExpression=\"${recordRepairDelegate}\"");

			complains(
					"repair-cover.dmn, DecisionTable_RepairCover: hit policy is COLLECT; use UNIQUE, FIRST with a last rule for everything else, or COLLECT of rows");
		}

		@Test
		void aTableWithSeveralAnswersWhereOneIsExpected() throws IOException {
			change(COVER, "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"");

			complains(
					"repair-order.bpmn, Task_DecideCover: asks the table «repair-cover», which may give several answers; ask for one that gives one");
		}

		@Test
		void aFirstThatDoesNotEndInACatchAll() throws IOException {
			change(COVER, "<inputEntry id=\"Others_monthsUsed\">\n          <text></text>",
					"<inputEntry id=\"Others_monthsUsed\">\n          <text>&gt;= 24</text>");

			complains(
					"repair-cover.dmn, DecisionTable_RepairCover: hit policy FIRST needs a last rule without conditions, for everything else");
		}

		@Test
		void anInputThatComputes() throws IOException {
			change(COVER, "<text>monthsUsed</text>", "<text>monthsUsed + 1</text>");

			complains(
					"repair-cover.dmn, Input_monthsUsed: ask for one variable, not «monthsUsed + 1»; a room computes the rest");
		}

		@ParameterizedTest
		@ValueSource(strings = { "", " typeRef=\"number\"" })
		void anInputWithoutAKnownType(String type) throws IOException {
			change(COVER, " typeRef=\"integer\"", type);

			assertThat(complaints()).singleElement()
				.asString()
				.startsWith(
						"repair-cover.dmn, Input_monthsUsed: say its type, one of [boolean, date, double, integer, long, string]");
		}

		@Test
		void anOutputWithoutAName() throws IOException {
			change(COVER, "name=\"covered\"", "name=\"is covered\"");

			complains(
					"repair-cover.dmn, Output_covered: name the variable that it sets in camelCase, not «is covered»");
		}

		@Test
		void anOutputWithoutAType() throws IOException {
			change(COVER, " typeRef=\"boolean\"", "");

			complains(
					"repair-cover.dmn, Output_covered: say its type, one of [boolean, date, double, integer, long, string], not «null»");
		}

		@Test
		void columnsWithoutVietnameseLabels() throws IOException {
			change(COVER, " label=\"Số tháng đã dùng\"", "", "label=\"Được bảo hành\"", "label=\"Covered\"");

			complains("repair-cover.dmn, Input_monthsUsed: give the column a Vietnamese label, not «null»",
					"repair-cover.dmn, Output_covered: give the column a Vietnamese label, not «Covered»");
		}

		private Path file(String name) {
			return this.root.resolve(name);
		}

		/** Replaces each first text by the second one; the first must be there. */
		private void change(String file, String... texts) throws IOException {
			String content = Files.readString(file(file));
			for (int index = 0; index < texts.length; index += 2) {
				assertThat(content).contains(texts[index]);
				content = content.replace(texts[index], texts[index + 1]);
			}
			Files.writeString(file(file), content);
		}

		/** All complaints and no other; a text up to a colon stands for the rest. */
		private void complains(String... expected) {
			List<String> found = complaints();
			assertThat(found).hasSameSizeAs(expected);
			assertThat(found)
				.allMatch((complaint) -> Arrays.stream(expected).anyMatch((start) -> complaint.startsWith(start)));
			assertThat(expected)
				.allMatch((start) -> found.stream().anyMatch((complaint) -> complaint.startsWith(start)));
		}

		private List<String> complaints() {
			return new ModelConventions(this.root, BEANS).complaints();
		}

	}

}
