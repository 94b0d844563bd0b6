//! Protocol tests and smoke tests: each has a name of its own, and its values fit what they are for.

use super::{
    event::Events,
    graph::{Graph, Index, Node},
    trait_value::part,
    value::{Leniency, Values},
};
use crate::{
    api::Value,
    diagnostic::Severity,
    smithy::{
        document::Kind,
        model::{Applied, Shape},
    },
};
use std::collections::BTreeMap;

const REQUESTS: &str = "smithy.test#httpRequestTests";
const RESPONSES: &str = "smithy.test#httpResponseTests";
const MALFORMED: &str = "smithy.test#httpMalformedRequestTests";
const EVENT_STREAMS: &str = "smithy.test#eventStreamTests";
const SMOKE: &str = "smithy.test#smokeTests";

pub(super) fn check<'g, 'm>(
    graph: &'g Graph<'m>,
    values: &mut Values<'g, 'm>,
    events: &mut Events,
) {
    let operations: Vec<Index> = graph.own_of(Kind::Operation).map(|(index, _)| index).collect();
    let all: Vec<Index> = graph.own().map(|(index, _)| index).collect();
    for id in [REQUESTS, RESPONSES, MALFORMED, EVENT_STREAMS] {
        unique(graph, &all, id, "UniqueProtocolTestCaseId", events);
    }
    unique_smoke_tests(graph, &operations, events);
    for (_, node) in graph.own().filter(|(_, node)| node.member.is_none()) {
        let shape = node.shape;
        let is_operation = shape.kind == Kind::Operation;
        let sides = [
            (REQUESTS, "HttpRequestTestsInput", graph.input(shape)),
            (
                RESPONSES,
                if is_operation { "HttpResponseTestsOutput" } else { "HttpResponseTestsError" },
                if is_operation { graph.output(shape) } else { Some(shape) },
            ),
        ];
        for (trait_id, id, message) in sides {
            if let Some(applied) = shape.traits.get(trait_id) {
                Check { graph, values, events, node, applied, id }.http_tests(message);
            }
        }
        if let Some(applied) = shape.traits.get(SMOKE) {
            let id = "SmokeTestCase";
            let input = graph.input(shape);
            Check { graph, values, events, node, applied, id }.smoke_tests(input);
        }
        if let Some(applied) = shape.traits.get(EVENT_STREAMS) {
            let id = "EventStreamTestsTrait";
            Check { graph, values, events, node, applied, id }.event_stream_tests();
        }
    }
}

/// The tests of a trait, each with its place in the trait's value.
fn cases(applied: &Applied) -> impl Iterator<Item = (String, &Value)> {
    let cases = applied.value().as_array().unwrap_or_default().iter().enumerate();
    cases.map(|(index, case)| (format!("/{index}"), case))
}

fn text<'v>(case: &'v Value, name: &str) -> Option<&'v str> {
    case.get(name).and_then(Value::as_str)
}

/// Reports the tests among those of `nodes` that have a name together.
fn unique(graph: &Graph<'_>, nodes: &[Index], trait_id: &str, id: &str, events: &mut Events) {
    let mut named: BTreeMap<&str, Vec<(Node<'_>, &Applied, String)>> = BTreeMap::new();
    for node in nodes.iter().filter_map(|&index| graph.node(index)) {
        let Some(applied) = node.traits().get(trait_id) else { continue };
        for (pointer, case) in cases(applied) {
            if let Some(name) = text(case, "id") {
                let pointer = format!("{pointer}/id");
                named.entry(name).or_default().push((node, applied, pointer));
            }
        }
    }
    for (name, cases) in named.iter().filter(|(_, cases)| cases.len() > 1) {
        for (place, (node, applied, pointer)) in cases.iter().enumerate() {
            // The one before; of the first, the second.
            let other = place.checked_sub(1).unwrap_or(1);
            let message = format!("the test `{name}` of `{}` has a namesake", node.name());
            let event = events.error(id, *node, message).at(&applied.value.origin_at(pointer));
            if let Some((_, applied, pointer)) = cases.get(other) {
                event.related(&applied.value.origin_at(pointer), "the other one");
            }
        }
    }
}

/// Smoke tests must have names of their own within a service, and those of no service within their
/// operation.
fn unique_smoke_tests(graph: &Graph<'_>, operations: &[Index], events: &mut Events) {
    let mut bound = std::collections::HashSet::new();
    for (service, _) in graph.own_of(Kind::Service) {
        let mut found = graph.operations(service);
        found.sort_unstable();
        bound.extend(found.iter().copied());
        unique(graph, &found, SMOKE, "UniqueSmokeTestCaseId", events);
    }
    for index in operations.iter().filter(|index| !bound.contains(index)) {
        unique(graph, &[*index], SMOKE, "UniqueSmokeTestCaseId", events);
    }
}

struct Check<'c, 'g, 'm> {
    graph: &'g Graph<'m>,
    values: &'c mut Values<'g, 'm>,
    events: &'c mut Events,
    /// The shape with the tests.
    node: Node<'m>,
    /// The tests.
    applied: &'m Applied,
    /// What findings are called.
    id: &'static str,
}

impl<'m> Check<'_, '_, 'm> {
    fn report(&mut self, suffix: &str, severity: Severity, pointer: &str, rule: &str) {
        let message = format!("{}the tests of `{}` {rule}", part(pointer), self.node.name());
        let id = format!("{}{suffix}", self.id);
        let place = self.applied.value.origin_at(pointer);
        self.events.add(&id, severity, self.node, message).at(&self.applied.origin).at(&place);
    }

    /// A value against its shape.
    fn fits(&mut self, value: &Value, shape: &Shape, pointer: &str) {
        let Some(index) = self.graph.shape(&shape.id) else { return };
        let epoch_seconds = self.id != "EventStreamTestsTrait";
        let leniency = Leniency { epoch_seconds, ..Leniency::default() };
        for problem in self.values.check(value, index, leniency) {
            let pointer = format!("{pointer}{}", problem.pointer);
            self.report(&problem.suffix, problem.severity, &pointer, &problem.message);
        }
    }

    fn http_tests(&mut self, message: Option<&'m Shape>) {
        for (pointer, case) in cases(self.applied) {
            if let (Some(params), Some(shape)) = (case.get("params"), message) {
                self.fits(params, shape, &format!("{pointer}/params"));
            }
            self.vendor_params(case, &pointer);
            self.body(case, &pointer);
        }
    }

    /// The shape that a test names in one of its members.
    fn named(&self, case: &Value, name: &str) -> Option<&'m Shape> {
        let index = self.graph.find(text(case, name)?)?;
        self.graph.node(index).map(|node| node.shape)
    }

    fn vendor_params(&mut self, case: &Value, pointer: &str) {
        match (case.get("vendorParams"), self.named(case, "vendorParamsShape")) {
            (Some(params), Some(shape)) => {
                self.fits(params, shape, &format!("{pointer}/vendorParams"));
            }
            (None, Some(_)) => {
                let rule = "has `vendorParamsShape`, and no `vendorParams` of that shape";
                self.report("", Severity::Warning, pointer, rule);
            }
            (Some(_), None)
                if self.id == "SmokeTestCase" && case.get("vendorParamsShape").is_none() =>
            {
                let rule = "has `vendorParams`, and does not say of which shape they are";
                self.report("", Severity::Warning, pointer, rule);
            }
            _ => {}
        }
    }

    /// The body is what its media type says.
    fn body(&mut self, case: &Value, pointer: &str) {
        let body = text(case, "body").filter(|body| !body.is_empty());
        let (Some(body), Some(media_type)) = (body, text(case, "bodyMediaType")) else { return };
        let is = |name: &str| {
            media_type == format!("application/{name}")
                || media_type == format!("text/{name}")
                || media_type.ends_with(&format!("+{name}"))
        };
        let rule = if is("json") && serde_json::from_str::<serde::de::IgnoredAny>(body).is_err() {
            "has a body that is no JSON"
        } else if is("xml") && body.contains("<!DOCTYPE") {
            "has a body of XML with a document type, which is not allowed"
        } else {
            return;
        };
        self.report("", Severity::Danger, &format!("{pointer}/body"), rule);
    }

    fn smoke_tests(&mut self, input: Option<&'m Shape>) {
        for (pointer, case) in cases(self.applied) {
            match (case.get("params"), input) {
                (Some(params), Some(shape)) => {
                    self.fits(params, shape, &format!("{pointer}/params"));
                }
                (None, Some(shape)) => {
                    let nothing = Value::Object(indexmap::IndexMap::new());
                    self.fits(&nothing, shape, &pointer);
                }
                _ => {}
            }
            self.vendor_params(case, &pointer);
        }
    }

    fn event_stream_tests(&mut self) {
        let operation = self.node.shape;
        let (input, output) = (self.graph.input(operation), self.graph.output(operation));
        for (pointer, case) in cases(self.applied) {
            let exchanged = case.get("events").and_then(Value::as_array).unwrap_or_default();
            let initial = [
                "initialRequestParams",
                "initialRequest",
                "initialResponseParams",
                "initialResponse",
            ];
            if exchanged.is_empty() && initial.iter().all(|name| case.get(name).is_none()) {
                let rule = "has neither an event nor an initial request or response";
                let index = pointer.replace('/', ".");
                self.report(&index, Severity::Error, &pointer, rule);
            }
            for (name, shape) in [
                ("initialRequestParams", input),
                ("initialRequest", self.named(case, "initialRequestShape")),
                ("initialResponseParams", output),
                ("initialResponse", self.named(case, "initialResponseShape")),
            ] {
                if let (Some(value), Some(shape)) = (case.get(name), shape) {
                    self.fits(value, shape, &format!("{pointer}/{name}"));
                }
            }
            self.vendor_params(case, &pointer);
            for (place, event) in exchanged.iter().enumerate() {
                let pointer = format!("{pointer}/events/{place}");
                let is_request = text(event, "type") == Some("request");
                match self.stream(if is_request { input } else { output }) {
                    Some(stream) => {
                        if let Some(params) = event.get("params") {
                            self.fits(params, stream, &format!("{pointer}/params"));
                        }
                    }
                    None => {
                        let what = if is_request { "input" } else { "output" };
                        let rule = format!("has an event for an {what} that has no events");
                        self.report("", Severity::Error, &pointer, &rule);
                    }
                }
                self.vendor_params(event, &pointer);
            }
        }
    }

    /// The events of an input or output.
    fn stream(&self, message: Option<&'m Shape>) -> Option<&'m Shape> {
        let members = message?.members.values();
        let mut targets = members.filter_map(|member| self.graph.target(&member.target));
        targets.find(|target| {
            let node = Node { shape: target, member: None };
            target.kind == Kind::Union && node.has("streaming")
        })
    }
}
