package vn.careflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What the files of {@code processes} and {@code forms} keep to, so that each name leads
 * to one thing and nothing fails only when the first case gets there.
 * <p>
 * Reads every file and tells everything at once; {@link ProcessConventions},
 * {@link ExecutionConventions}, {@link DiagramConventions} and
 * {@link DecisionConventions} say what holds inside a file.
 */
final class ModelConventions {

	private static final Set<String> FREE_TEXT = Set.of("textfield", "textarea");

	private final Path root;

	private final Set<String> beans;

	private final List<String> complaints = new ArrayList<>();

	private final Map<String, BpmnModelInstance> processes = new TreeMap<>();

	private final Map<String, DmnModelInstance> decisions = new TreeMap<>();

	private final Map<String, JsonNode> forms = new TreeMap<>();

	/**
	 * @param root the folder that holds {@code processes} and {@code forms}
	 * @param beans the names of the delegates and listeners that models may call
	 */
	ModelConventions(Path root, Set<String> beans) {
		this.root = root;
		this.beans = beans;
		filesIn("processes", ".bpmn").forEach((file) -> read(file, Bpmn::readModelFromStream, this.processes));
		filesIn("processes", ".dmn").forEach((file) -> read(file, Dmn::readModelFromStream, this.decisions));
		filesIn("forms", ".form").forEach((file) -> read(file, new ObjectMapper()::readTree, this.forms));
		checkFileNames();
		checkIdsOfFiles();
		checkContents();
	}

	/** What is there, for a test to see that it looked at something. */
	Set<String> files() {
		return Stream.of(this.processes, this.decisions, this.forms)
			.flatMap((files) -> files.keySet().stream())
			.collect(Collectors.toSet());
	}

	/**
	 * Sentences that name file and element and say what to do; empty when all is well.
	 */
	List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	private void checkFileNames() {
		Map<Path, List<Path>> folders = Stream.of(".bpmn", ".dmn", ".form")
			.flatMap(
					(ending) -> Stream.concat(filesIn("processes", ending).stream(), filesIn("forms", ending).stream()))
			.collect(Collectors.groupingBy(Path::getFileName));
		folders.forEach((name, files) -> {
			if (files.size() > 1) {
				this.complaints.add(
						"%s: is there in %d folders, of which the packaged application would deploy one; give each file a name of its own"
							.formatted(name, files.size()));
			}
		});
	}

	private void checkIdsOfFiles() {
		this.processes.forEach((file, model) -> checkId(file, ids(model, Process.class), "process"));
		this.decisions.forEach((file, model) -> checkId(file, ids(model, Decision.class), "decision"));
		this.forms.forEach((file, form) -> checkId(file, List.of(form.path("id").asText()), "form"));
	}

	private void checkId(String file, List<String> ids, String kind) {
		if (!ids.equals(List.of(nameOf(file)))) {
			this.complaints.add("%s: holds %s %s; a file holds one, named like the file: «%s»".formatted(file, kind,
					ids.isEmpty() ? "none" : "«" + String.join("», «", ids) + "»", nameOf(file)));
		}
	}

	private Set<String> collecting() {
		DecisionConventions inDecisions = new DecisionConventions();
		return this.decisions.values()
			.stream()
			.flatMap((model) -> inDecisions.collectingIn(model).stream())
			.collect(Collectors.toSet());
	}

	private void checkContents() {
		ProcessConventions inProcesses = new ProcessConventions();
		ExecutionConventions.Surroundings known = new ExecutionConventions.Surroundings(names(this.processes),
				names(this.decisions), collecting(), names(this.forms), formsWithText(), this.beans, errors());
		DiagramConventions inDiagrams = new DiagramConventions();
		DecisionConventions inDecisions = new DecisionConventions();
		this.processes.forEach((file, model) -> {
			addAll(file, inProcesses.complaintsAbout(model));
			addAll(file, ExecutionConventions.complaintsAbout(model, known));
			addAll(file, inDiagrams.complaintsAbout(model));
		});
		this.decisions.forEach((file, model) -> addAll(file, inDecisions.complaintsAbout(model)));
	}

	private void addAll(String file, List<String> found) {
		found.forEach((complaint) -> this.complaints.add(file + ", " + complaint));
	}

	private Set<String> formsWithText() {
		return this.forms.entrySet()
			.stream()
			.filter((form) -> StreamSupport.stream(form.getValue().path("components").spliterator(), false)
				.anyMatch((component) -> FREE_TEXT.contains(component.path("type").asText())))
			.map((form) -> nameOf(form.getKey()))
			.collect(Collectors.toSet());
	}

	/** By process, the codes of the errors with which it can end. */
	private Map<String, Set<String>> errors() {
		Map<String, Set<String>> errors = new TreeMap<>();
		this.processes.forEach((file, model) -> errors.put(nameOf(file),
				model.getModelElementsByType(EndEvent.class)
					.stream()
					.flatMap((end) -> end.getEventDefinitions().stream())
					.filter(ErrorEventDefinition.class::isInstance)
					.map((definition) -> ((ErrorEventDefinition) definition).getError())
					.map((error) -> (error != null) ? String.valueOf(error.getErrorCode()) : "")
					.collect(Collectors.toSet())));
		return errors;
	}

	private <T> void read(Path file, Reader<T> reader, Map<String, T> target) {
		String name = file.getFileName().toString();
		try (var content = Files.newInputStream(file)) {
			target.put(name, reader.read(content));
		}
		catch (IOException | RuntimeException ex) {
			this.complaints.add("%s: cannot be read: %s".formatted(name, reason(ex)));
		}
	}

	private static String reason(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return String.valueOf(cause.getMessage());
	}

	private List<Path> filesIn(String folder, String ending) {
		Path start = this.root.resolve(folder);
		if (!Files.isDirectory(start)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(start)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> ids(ModelInstance model, Class<? extends ModelElementInstance> type) {
		return model.getModelElementsByType(type).stream().map((element) -> element.getAttributeValue("id")).toList();
	}

	private static Set<String> names(Map<String, ?> files) {
		return files.keySet().stream().map(ModelConventions::nameOf).collect(Collectors.toSet());
	}

	private static String nameOf(String file) {
		return file.substring(0, file.lastIndexOf('.'));
	}

	@FunctionalInterface
	private interface Reader<T> {

		T read(InputStream content) throws IOException;

	}

}
