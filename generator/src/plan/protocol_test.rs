//! The model's protocol tests as tests of one crate.

use super::{
    Content, Crate, ErrorVariant, Field, Literal, Location, Operation, Output, OutputCase,
    Presence, Role, RustType, Structure, Type, documentation,
    sample::{Sampler, StructureSample},
    test_message,
};
use crate::{
    name::{self, Scope},
    pattern::{self, Translation},
    protocol::Protocol,
};
use farrier_model::{
    Api, Diagnostic,
    api::{
        self, BodyAssertion, MalformedRequestTest, MessageTest, ProtocolTest, RequestTest,
        ResponseTest, ShapeId, Side, Value,
    },
};
use indexmap::IndexMap;
use std::collections::HashSet;

/// The tests of one operation.
#[derive(Debug)]
pub(crate) struct OperationTests {
    /// The operation's place in the plan.
    pub(crate) operation: usize,
    pub(crate) tests: Vec<Test>,
}

/// One test: a function.
#[derive(Debug)]
pub(crate) struct Test {
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    pub(crate) kind: TestKind,
}

/// What a test does.
#[derive(Debug)]
pub(crate) enum TestKind {
    /// A client sends the input, and the request is looked at; a server gets the request, and the input is.
    Request { input: Option<StructureSample>, comparison: Comparison, request: RequestPlan },
    /// A client reads the answer, and the output is looked at; a server answers with the output, and the
    /// answer is.
    Response { outcome: Outcome, comparison: Comparison, response: ResponsePlan },
    /// A server refuses the request.
    Malformed { request: RequestPlan, response: ResponsePlan, message: Option<MessagePattern> },
}

/// What comes of an operation.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// Nothing to look at.
    Nothing,
    /// An output.
    Output(StructureSample),
    /// The variant of the operation's error, and what it holds.
    Error(String, Option<StructureSample>),
}

/// How a structure is compared.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    /// The fields that are compared, where it is not the structure as a whole.
    pub(crate) fields: Option<Vec<FieldComparison>>,
    /// The field that is a stream, whether it may be absent, and what it holds.
    pub(crate) stream: Option<(String, bool, String)>,
    /// The fields of the body that are set and not compared, as the test has no body.
    pub(crate) not_compared: Vec<String>,
}

/// How a field is compared.
#[derive(Debug)]
pub(crate) struct FieldComparison {
    pub(crate) name: String,
    /// Whether NaN is expected in it, which does not equal itself.
    pub(crate) holds_nan: bool,
}

/// What the message in an answer's body must be.
#[derive(Debug)]
pub(crate) struct MessagePattern {
    pub(crate) media_type: String,
    /// A regular expression.
    pub(crate) pattern: String,
}

/// A request.
#[derive(Debug)]
pub(crate) struct RequestPlan {
    pub(crate) method: String,
    pub(crate) path: String,
    /// The host that the client is told to call.
    pub(crate) host: String,
    pub(crate) resolved_host: Option<String>,
    pub(crate) query: Vec<String>,
    pub(crate) forbidden_query: Vec<String>,
    pub(crate) required_query: Vec<String>,
    pub(crate) message: MessageText,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct ResponsePlan {
    pub(crate) status: u16,
    pub(crate) message: MessageText,
}

/// Headers and body.
#[derive(Debug, Default)]
pub(crate) struct MessageText {
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) forbidden_headers: Vec<String>,
    pub(crate) required_headers: Vec<String>,
    /// The media type, if any, and the text.
    pub(crate) body: Option<(Option<String>, String)>,
}

/// The host that clients call where a test names none.
const HOST: &str = "example.com";

/// The function that a protocol test of this id becomes.
#[must_use]
pub fn protocol_test_name(kind: ProtocolTestKind, id: &str) -> String {
    let prefix = match kind {
        ProtocolTestKind::Request => "request",
        ProtocolTestKind::Response => "response",
        ProtocolTestKind::Malformed => "malformed",
    };
    format!("{prefix}_{}", name::unraw(&name::snake_case(id)))
}

/// The kinds of protocol tests; ids are told apart within their kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProtocolTestKind {
    /// `smithy.test#httpRequestTests`.
    Request,
    /// `smithy.test#httpResponseTests`.
    Response,
    /// `smithy.test#httpMalformedRequestTests`.
    Malformed,
}

/// The protocol tests of `api` that `plan` can run; those that it cannot are reported.
pub(super) fn tests(
    api: &Api,
    protocol: &dyn Protocol,
    plan: &Crate,
    shape_types: &dyn Fn(&ShapeId) -> Option<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<OperationTests> {
    let side = match plan.role {
        Role::Client => Side::Client,
        Role::Server => Side::Server,
    };
    let mut planner = TestPlanner {
        plan,
        sampler: Sampler::new(plan),
        is_for: &|test| test.is_for(protocol.id(), side),
        diagnostics,
    };
    let mut errors = HashSet::new();
    let mut all = Vec::new();
    for (index, operation) in plan.operations.iter().enumerate() {
        let Some(model) = api.operations.get(&operation.name) else { continue };
        let mut scope = Scope::new();
        let mut tests = planner.operation(operation, model, &mut scope);
        // An error is the same whichever operation fails with it.
        for id in model.errors.iter().filter_map(|error| error.shape.as_ref()) {
            if errors.insert(id)
                && let Some(structure) = api.structure(id)
                && let Some(ty) = shape_types(id)
            {
                tests.extend(planner.error(operation, &ty, &structure.tests, &mut scope));
            }
        }
        if !tests.is_empty() {
            all.push(OperationTests { operation: index, tests });
        }
    }
    all
}

struct TestPlanner<'p, 'd> {
    plan: &'p Crate,
    sampler: Sampler<'p>,
    is_for: &'p dyn Fn(&ProtocolTest) -> bool,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl TestPlanner<'_, '_> {
    fn operation(
        &mut self,
        operation: &Operation,
        model: &api::Operation,
        scope: &mut Scope,
    ) -> Vec<Test> {
        let mut tests = Vec::new();
        for request in model.tests.requests.iter().filter(|test| (self.is_for)(&test.test)) {
            let kind = self.request(operation, request);
            tests.extend(self.test(ProtocolTestKind::Request, &request.test, kind, scope));
        }
        for response in model.tests.responses.iter().filter(|test| (self.is_for)(&test.test)) {
            let kind = self.response(operation, response);
            tests.extend(self.test(ProtocolTestKind::Response, &response.test, kind, scope));
        }
        if self.plan.role == Role::Server {
            for request in model.tests.malformed.iter().filter(|test| (self.is_for)(&test.test)) {
                let kind = with_translated_pattern(request).map(|request| malformed(&request));
                tests.extend(self.test(ProtocolTestKind::Malformed, &request.test, kind, scope));
            }
        }
        tests
    }

    fn error(
        &mut self,
        operation: &Operation,
        ty: &str,
        responses: &[ResponseTest],
        scope: &mut Scope,
    ) -> Vec<Test> {
        let holds = |variant: &&ErrorVariant| matches!(&variant.content, Content::Shared(name) if name == ty);
        let variant = operation.error.variants.iter().find(holds);
        let mut tests = Vec::new();
        for response in responses.iter().filter(|test| (self.is_for)(&test.test)) {
            let sample = match (variant, self.shared(ty)) {
                (Some(variant), Some(plan)) => self
                    .sample(plan, &response.message)
                    .map(|sample| (variant.name.clone(), sample)),
                (None, _) => Err(format!("`{}` has no variant of `{ty}`", operation.error.name)),
                (_, None) => Err(format!("there is no structure `{ty}`")),
            };
            let kind = sample.map(|(variant, sample)| TestKind::Response {
                outcome: Outcome::Error(variant, Some(sample)),
                comparison: Comparison::default(),
                response: response_plan(response),
            });
            tests.extend(self.test(ProtocolTestKind::Response, &response.test, kind, scope));
        }
        tests
    }

    fn test(
        &mut self,
        kind: ProtocolTestKind,
        test: &ProtocolTest,
        made: Result<TestKind, String>,
        scope: &mut Scope,
    ) -> Option<Test> {
        match made.and_then(|made| test_message::can_be_made(&made, self.plan.role).map(|()| made))
        {
            Ok(made) => {
                let mut docs = documentation::of(
                    test.documentation.as_deref(),
                    None,
                    &format!("{}.", documentation::code(&test.id)),
                );
                docs.extend(silence(&made));
                let name = scope.unique(protocol_test_name(kind, &test.id));
                Some(Test { name, docs, kind: made })
            }
            Err(reason) => {
                let origin = test.origin.clone();
                let message = format!("the protocol test `{}` is left out: {reason}", test.id);
                self.diagnostics.push(Diagnostic::warning(
                    "protocol-test-left-out",
                    origin,
                    message,
                ));
                None
            }
        }
    }

    fn request(&self, operation: &Operation, test: &RequestTest) -> Result<TestKind, String> {
        let received = self.plan.role == Role::Server;
        let plan = &operation.input;
        let (input, comparison) = match operation.no_input {
            true => (None, Comparison::default()),
            false => {
                let sample = self.sampler.structure(plan, &test.message.params, received)?;
                let comparison = comparison(plan, &sample, &test.message, received);
                (Some(sample), comparison)
            }
        };
        Ok(TestKind::Request {
            input,
            comparison,
            request: RequestPlan {
                method: test.method.clone(),
                path: test.uri.clone(),
                host: test.host.clone().unwrap_or_else(|| HOST.to_owned()),
                resolved_host: test.resolved_host.clone(),
                query: test.query.clone(),
                forbidden_query: test.forbidden_query.clone(),
                required_query: test.required_query.clone(),
                message: message_text(&test.message),
            },
        })
    }

    fn response(&self, operation: &Operation, test: &ResponseTest) -> Result<TestKind, String> {
        let structure = match &operation.output {
            Output::Nothing(_) | Output::One(OutputCase { content: Content::Nothing, .. }) => None,
            Output::One(OutputCase { content: Content::Own(plan), .. }) => Some(&**plan),
            Output::One(OutputCase { content: Content::Shared(name), .. }) => self.shared(name),
            Output::Several { .. } => {
                return Err("the operation has several outputs".to_owned());
            }
        };
        let received = self.plan.role == Role::Client;
        let (outcome, comparison) = match structure {
            None => (Outcome::Nothing, Comparison::default()),
            Some(plan) => {
                let sample = self.sample(plan, &test.message)?;
                let comparison = comparison(plan, &sample, &test.message, received);
                (Outcome::Output(sample), comparison)
            }
        };
        Ok(TestKind::Response { outcome, comparison, response: response_plan(test) })
    }

    fn sample(&self, plan: &Structure, message: &MessageTest) -> Result<StructureSample, String> {
        self.sampler.structure(plan, &message.params, self.plan.role == Role::Client)
    }

    fn shared(&self, name: &str) -> Option<&Structure> {
        self.plan.types.iter().find_map(|ty| match ty {
            Type::Structure(plan) if plan.name == name => Some(plan),
            _ => None,
        })
    }
}

/// The test with its pattern, which is of ECMA 262, in the syntax of the `regex` crate.
fn with_translated_pattern(test: &MalformedRequestTest) -> Result<MalformedRequestTest, String> {
    let mut test = test.clone();
    if let Some(BodyAssertion::Message { pattern, .. }) = &mut test.answer_body {
        *pattern = match pattern::translate(pattern) {
            Translation::Linear(translated) => translated,
            Translation::Backtracking(_) => {
                return Err(
                    "the pattern of its message cannot be matched in linear time".to_owned()
                );
            }
            Translation::Invalid(reason) => {
                return Err(format!("the pattern of its message cannot be matched: {reason}"));
            }
        };
    }
    Ok(test)
}

fn malformed(test: &MalformedRequestTest) -> TestKind {
    let (body, message) = match &test.answer_body {
        None => (None, None),
        Some(BodyAssertion::Contents { media_type, contents }) => {
            (Some((Some(media_type.clone()), contents.clone())), None)
        }
        Some(BodyAssertion::Message { media_type, pattern }) => {
            let (media_type, pattern) = (media_type.clone(), pattern.clone());
            (None, Some(MessagePattern { media_type, pattern }))
        }
    };
    TestKind::Malformed {
        request: RequestPlan {
            method: test.method.clone(),
            path: test.uri.clone(),
            host: HOST.to_owned(),
            resolved_host: None,
            query: test.query.clone(),
            forbidden_query: Vec::new(),
            required_query: Vec::new(),
            message: MessageText {
                headers: pairs(&test.headers),
                body: test.body.clone().map(|body| (None, body)),
                ..MessageText::default()
            },
        },
        response: ResponsePlan {
            status: test.code,
            message: MessageText {
                headers: pairs(&test.answer_headers),
                body,
                ..MessageText::default()
            },
        },
        message,
    }
}

fn response_plan(test: &ResponseTest) -> ResponsePlan {
    ResponsePlan { status: test.code, message: message_text(&test.message) }
}

fn message_text(test: &MessageTest) -> MessageText {
    MessageText {
        headers: pairs(&test.headers),
        forbidden_headers: test.forbidden_headers.clone(),
        required_headers: test.required_headers.clone(),
        body: test.body.clone().map(|body| (test.body_media_type.clone(), body)),
    }
}

fn pairs(headers: &IndexMap<String, String>) -> Vec<(String, String)> {
    headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn comparison(
    plan: &Structure,
    sample: &StructureSample,
    test: &MessageTest,
    received: bool,
) -> Comparison {
    let is_stream = |field: &&Field| field.ty == RustType::ByteStream;
    let stream = plan.fields.iter().find(is_stream).map(|field| {
        let text = test.params.get(&field.member.name).and_then(Value::as_str);
        let optional = field.presence != Presence::Required;
        (field.name.clone(), optional, text.unwrap_or_default().to_owned())
    });
    let in_body = |field: &Field| matches!(field.location, Location::Body | Location::Payload);
    // A test that says nothing of the body says nothing of the values in it: what is not set has its default.
    let is_silent = |field: &Field| {
        let is_set = test.params.contains_key(&field.member.name);
        received && test.body.is_none() && in_body(field) && is_set
    };
    let not_compared: Vec<String> = plan
        .fields
        .iter()
        .filter(|field| is_silent(field))
        .map(|field| field.name.clone())
        .collect();
    let holds_nan = |field: &Field| {
        let nan_by_default = Literal::NotFinite(field.ty.clone(), "NAN");
        sample.holds_nan_in(&field.name) || field.presence == Presence::Default(nan_by_default)
    };
    if stream.is_none() && not_compared.is_empty() && !plan.fields.iter().any(holds_nan) {
        return Comparison::default();
    }
    let field_comparison =
        |field: &Field| FieldComparison { name: field.name.clone(), holds_nan: holds_nan(field) };
    let compared = plan.fields.iter().filter(|field| !is_stream(field) && !is_silent(field));
    Comparison {
        fields: Some(compared.map(field_comparison).collect()),
        stream: stream.filter(|(name, ..)| !not_compared.contains(name)),
        not_compared,
    }
}

/// What a test has to say of the fields that it does not compare.
fn silence(kind: &TestKind) -> Vec<String> {
    let (TestKind::Request { comparison, .. } | TestKind::Response { comparison, .. }) = kind
    else {
        return Vec::new();
    };
    let fields: Vec<String> = comparison
        .not_compared
        .iter()
        .map(|field| documentation::code(name::unraw(field)))
        .collect();
    match fields.is_empty() {
        true => Vec::new(),
        false => {
            let fields = fields.join(", ");
            vec![String::new(), format!("Not compared, as the test has no body: {fields}.")]
        }
    }
}
