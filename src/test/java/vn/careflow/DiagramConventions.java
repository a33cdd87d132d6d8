package vn.careflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * How every diagram is drawn: complete, from left to right with the happy path on one
 * straight line, nothing on top of anything else.
 */
final class DiagramConventions {

	/**
	 * Everything that is wrong with a diagram.
	 * @return complaints naming the element; empty for a sound diagram
	 */
	List<String> complaintsAbout(BpmnModelInstance model) {
		Drawing drawing = new Drawing(model);
		List<String> complaints = new ArrayList<>();
		checkComplete(model, drawing, complaints::add);
		checkShapes(drawing, complaints::add);
		checkEdges(drawing, complaints::add);
		checkCrossings(drawing, complaints::add);
		checkLabels(drawing, complaints::add);
		checkHappyPaths(model, drawing, complaints::add);
		return complaints;
	}

	private void checkComplete(BpmnModelInstance model, Drawing drawing, Consumer<String> complain) {
		for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
			boolean drawn = drawing.shapes().containsKey(element) || drawing.edges().containsKey(element);
			if (!drawn && (element instanceof FlowNode || element instanceof SequenceFlow)) {
				complain.accept("%s: is not drawn; open the model in the modeler and draw it".formatted(id(element)));
			}
			boolean outside = element instanceof Event || element instanceof Gateway || element instanceof SequenceFlow;
			boolean named = element.getName() != null && !element.getName().isBlank();
			if (drawn && outside && named && !drawing.labels().containsKey(element)) {
				complain.accept("%s: its label has no place of its own; move it in the modeler".formatted(id(element)));
			}
		}
	}

	private void checkShapes(Drawing drawing, Consumer<String> complain) {
		pairs(drawing.shapes().keySet()).forEach((pair) -> {
			FlowElement one = pair.get(0);
			FlowElement other = pair.get(1);
			boolean over = drawing.shapes().get(one).overlaps(drawing.shapes().get(other));
			if (over && !contains(one, other) && !contains(other, one) && !isOn(one, other) && !isOn(other, one)) {
				complain.accept("%s: lies over %s; move them apart".formatted(id(one), id(other)));
			}
		});
		drawing.shapes().forEach((element, box) -> {
			Box scope = drawing.shapes().get(element.getParentElement());
			if (scope != null && !scope.surrounds(box) && !(element instanceof BoundaryEvent)) {
				complain.accept("%s: sticks out of %s; enlarge that".formatted(id(element),
						id((FlowElement) element.getParentElement())));
			}
		});
	}

	private void checkEdges(Drawing drawing, Consumer<String> complain) {
		drawing.edges().forEach((flow, segments) -> {
			if (segments.stream().anyMatch(Segment::isSlanted)) {
				complain.accept("%s: runs aslant; use right angles".formatted(id(flow)));
			}
			checkDock(drawing, flow, flow.getSource(), segments.get(0).start(), complain);
			checkDock(drawing, flow, flow.getTarget(), segments.get(segments.size() - 1).end(), complain);
			drawing.shapes().forEach((element, box) -> {
				boolean ends = element.equals(flow.getSource()) || element.equals(flow.getTarget());
				if (!ends && !contains(element, flow) && segments.stream().anyMatch((part) -> part.touches(box))) {
					complain.accept("%s: runs through %s; lead it around".formatted(id(flow), id(element)));
				}
			});
		});
	}

	private void checkDock(Drawing drawing, SequenceFlow flow, FlowNode node, Point end, Consumer<String> complain) {
		Box box = drawing.shapes().get(node);
		if (box != null && !box.hasOnBorder(end)) {
			complain.accept("%s: does not touch %s; connect it again".formatted(id(flow), id(node)));
		}
	}

	private void checkCrossings(Drawing drawing, Consumer<String> complain) {
		pairs(drawing.edges().keySet()).forEach((pair) -> {
			SequenceFlow one = pair.get(0);
			SequenceFlow other = pair.get(1);
			boolean together = one.getSource().equals(other.getSource()) || one.getTarget().equals(other.getTarget());
			boolean meet = drawing.edges()
				.get(one)
				.stream()
				.anyMatch((part) -> drawing.edges().get(other).stream().anyMatch(part::meets));
			if (meet && !together) {
				complain.accept("%s: crosses %s; lead one around".formatted(id(one), id(other)));
			}
		});
	}

	private void checkLabels(Drawing drawing, Consumer<String> complain) {
		drawing.labels().forEach((owner, label) -> {
			drawing.shapes().forEach((element, box) -> {
				if (!contains(element, owner) && label.overlaps(box)) {
					complain.accept("%s: its label lies over %s; move the label".formatted(id(owner), id(element)));
				}
			});
			drawing.edges().forEach((flow, segments) -> {
				if (segments.stream().anyMatch((part) -> part.touches(label))) {
					complain.accept("%s: its label lies over %s; move the label".formatted(id(owner), id(flow)));
				}
			});
		});
		pairs(drawing.labels().keySet()).forEach((pair) -> {
			if (drawing.labels().get(pair.get(0)).overlaps(drawing.labels().get(pair.get(1)))) {
				complain
					.accept("%s: its label lies over that of %s; move one".formatted(id(pair.get(0)), id(pair.get(1))));
			}
		});
	}

	/** From the start of each level a straight line leads to an end. */
	private void checkHappyPaths(BpmnModelInstance model, Drawing drawing, Consumer<String> complain) {
		for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
			boolean first = start.getEventDefinitions().isEmpty()
					|| (start.getParentElement() instanceof SubProcess scope && scope.triggeredByEvent());
			Box box = drawing.shapes().get(start);
			if (first && box != null && !leadsStraightToAnEnd(drawing, start, box.middle(), new HashSet<>())) {
				complain.accept("%s: no straight line leads from it to an end; put the happy path at y = %s"
					.formatted(id(start), box.middle()));
			}
		}
	}

	private boolean leadsStraightToAnEnd(Drawing drawing, FlowNode node, double y, Set<FlowNode> seen) {
		Box box = drawing.shapes().get(node);
		boolean inLine = box != null && (box.middle() == y || (node instanceof SubProcess && box.covers(y)));
		if (!inLine || !seen.add(node)) {
			return false;
		}
		return node instanceof EndEvent || node.getOutgoing()
			.stream()
			.filter((flow) -> drawing.edges().getOrDefault(flow, List.of()).stream().allMatch((s) -> s.leadsRight(y)))
			.anyMatch((flow) -> leadsStraightToAnEnd(drawing, flow.getTarget(), y, seen));
	}

	private static boolean contains(FlowElement scope, FlowElement element) {
		for (var parent = element.getParentElement(); parent != null; parent = parent.getParentElement()) {
			if (parent.equals(scope)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOn(FlowElement event, FlowElement host) {
		return event instanceof BoundaryEvent boundary && boundary.getAttachedTo().equals(host);
	}

	private static <T> Stream<List<T>> pairs(Collection<T> elements) {
		List<T> list = List.copyOf(elements);
		return IntStream.range(0, list.size())
			.boxed()
			.flatMap((first) -> IntStream.range(first + 1, list.size())
				.mapToObj((second) -> List.of(list.get(first), list.get(second))));
	}

	private static String id(BaseElement element) {
		return element.getId();
	}

	/** Where everything is. */
	private record Drawing(Map<FlowElement, Box> shapes, Map<SequenceFlow, List<Segment>> edges,
			Map<FlowElement, Box> labels) {

		Drawing(BpmnModelInstance model) {
			this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
			for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
				if (shape.getBpmnElement() instanceof FlowElement element && shape.getBounds() != null) {
					this.shapes.put(element, Box.of(shape.getBounds()));
					addLabel(element, shape.getBpmnLabel());
				}
			}
			for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
				if (edge.getBpmnElement() instanceof SequenceFlow flow && edge.getWaypoints().size() > 1) {
					this.edges.put(flow, segments(List.copyOf(edge.getWaypoints())));
					addLabel(flow, edge.getBpmnLabel());
				}
			}
		}

		private void addLabel(FlowElement element, BpmnLabel label) {
			if (label != null && label.getBounds() != null) {
				this.labels.put(element, Box.of(label.getBounds()));
			}
		}

		private static List<Segment> segments(List<Waypoint> points) {
			return IntStream.range(1, points.size())
				.mapToObj((index) -> new Segment(Point.of(points.get(index - 1)), Point.of(points.get(index))))
				.toList();
		}

	}

	private record Point(double x, double y) {

		static Point of(Waypoint waypoint) {
			return new Point(waypoint.getX(), waypoint.getY());
		}

	}

	private record Segment(Point start, Point end) {

		boolean isSlanted() {
			return this.start.x != this.end.x && this.start.y != this.end.y;
		}

		boolean leadsRight(double y) {
			return this.start.y == y && this.end.y == y && this.start.x < this.end.x;
		}

		boolean touches(Box box) {
			return asBox().overlaps(box);
		}

		boolean meets(Segment other) {
			return asBox().touches(other.asBox());
		}

		private Box asBox() {
			return new Box(Math.min(this.start.x, this.end.x), Math.min(this.start.y, this.end.y),
					Math.max(this.start.x, this.end.x), Math.max(this.start.y, this.end.y));
		}

	}

	private record Box(double left, double top, double right, double bottom) {

		static Box of(Bounds bounds) {
			return new Box(bounds.getX(), bounds.getY(), bounds.getX() + bounds.getWidth(),
					bounds.getY() + bounds.getHeight());
		}

		/** Shares more than the border. */
		boolean overlaps(Box other) {
			return this.left < other.right && other.left < this.right && this.top < other.bottom
					&& other.top < this.bottom;
		}

		boolean touches(Box other) {
			return this.left <= other.right && other.left <= this.right && this.top <= other.bottom
					&& other.top <= this.bottom;
		}

		boolean surrounds(Box other) {
			return this.left <= other.left && this.top <= other.top && this.right >= other.right
					&& this.bottom >= other.bottom;
		}

		boolean hasOnBorder(Point point) {
			boolean within = point.x >= this.left - 1 && point.x <= this.right + 1 && point.y >= this.top - 1
					&& point.y <= this.bottom + 1;
			boolean inside = point.x > this.left + 1 && point.x < this.right - 1 && point.y > this.top + 1
					&& point.y < this.bottom - 1;
			return within && !inside;
		}

		boolean covers(double y) {
			return this.top < y && y < this.bottom;
		}

		double middle() {
			return (this.top + this.bottom) / 2;
		}

	}

}
