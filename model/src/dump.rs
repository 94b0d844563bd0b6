//! An [`Api`] as text: everything that it says but where it was written, for comparing two of them.

mod paging;
mod protocol_test;
mod text;

use crate::api::{
    Api, Checksum, Constraints, EnumValue, ErrorFault, HttpLocation, Member, Number, Operation,
    Range, Response, ResponseStatus, Shape, ShapeId, ShapeKind, StructureShape, Target,
    TimestampFormat, Xml,
};
use std::{
    collections::HashMap,
    fmt::{self, Write},
};
use text::{Json, Uri, auth, number_text, protocol_name, simple_name};

/// Everything that `api` says, one fact a line, in a form meant to be read and compared.
///
/// Namespaces are left out where a name is the only one of its kind; origins always are. Two
/// models that describe the same API give the same text if they name things alike.
pub fn dump(api: &Api) -> String {
    let mut dump = Dump { text: String::new(), names: names(api) };
    // Writing to a string cannot fail.
    let _ = dump.api(api);
    dump.text
}

/// What each shape is called: its name, or the whole id if another one has the same name.
fn names(api: &Api) -> HashMap<ShapeId, String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for shape in api.shapes.values() {
        *counts.entry(&shape.name).or_default() += 1;
    }
    let name = |id: &ShapeId, shape: &Shape| match counts.get(shape.name.as_str()) {
        Some(1) => shape.name.clone(),
        _ => id.to_string(),
    };
    api.shapes.iter().map(|(id, shape)| (id.clone(), name(id, shape))).collect()
}

struct Dump {
    text: String,
    names: HashMap<ShapeId, String>,
}

impl Dump {
    fn api(&mut self, api: &Api) -> fmt::Result {
        writeln!(self.text, "service {} {:?}", api.id.name, api.version)?;
        if let Some(title) = &api.title {
            writeln!(self.text, "  title {title:?}")?;
        }
        self.documentation("  ", api.documentation.as_deref())?;
        for protocol in &api.protocols {
            writeln!(self.text, "  protocol {}", protocol_name(*protocol))?;
        }
        for scheme in &api.auth {
            writeln!(self.text, "  auth {}: {}", scheme.id, auth(&scheme.kind))?;
        }
        if let Some(aws) = &api.aws {
            writeln!(self.text, "  aws {:?} {:?}", aws.sdk_id, aws.endpoint_prefix)?;
        }
        for server in &api.servers {
            writeln!(self.text, "  server {server:?}")?;
        }
        for operation in api.operations.values() {
            self.operation(operation)?;
        }
        for (id, shape) in &api.shapes {
            self.shape(id, shape)?;
        }
        Ok(())
    }

    fn operation(&mut self, operation: &Operation) -> fmt::Result {
        write!(self.text, "\noperation {}", operation.name)?;
        if let Some(http) = &operation.http {
            write!(self.text, ": {} {}", http.method, Uri(&http.uri))?;
        }
        self.text.push('\n');
        self.documentation("  ", operation.documentation.as_deref())?;
        let flags = [
            (operation.readonly, "readonly"),
            (operation.idempotent, "idempotent"),
            (operation.optional_auth, "optional-auth"),
            (operation.unsigned_payload, "unsigned-payload"),
            (operation.checksum == Some(Checksum::Md5), "checksum md5"),
            (operation.checksum == Some(Checksum::Amz), "checksum amz"),
        ];
        for (_, name) in flags.iter().filter(|(set, _)| *set) {
            writeln!(self.text, "  {name}")?;
        }
        if let Some(member) = &operation.checksum_algorithm {
            writeln!(self.text, "  checksum-algorithm {member}")?;
        }
        self.deprecated("  ", operation.deprecated.as_deref())?;
        if let Some(prefix) = &operation.host_prefix {
            writeln!(self.text, "  host-prefix {prefix:?}")?;
        }
        if let Some(auth) = &operation.auth {
            writeln!(self.text, "  auth [{}]", auth.join(", "))?;
        }
        if !operation.request_compression.is_empty() {
            let encodings = operation.request_compression.join(", ");
            writeln!(self.text, "  request-compression [{encodings}]")?;
        }
        if let Some(member) = &operation.event_stream {
            writeln!(self.text, "  event-stream {member}")?;
        }
        paging::write(&mut self.text, operation)?;
        if let Some(input) = &operation.input {
            let name = self.name(input);
            writeln!(self.text, "  input {name}")?;
        }
        for response in &operation.outputs {
            self.response("output", response)?;
        }
        for response in &operation.errors {
            self.response("error", response)?;
        }
        protocol_test::write(&mut self.text, &operation.tests)
    }

    fn response(&mut self, what: &str, response: &Response) -> fmt::Result {
        let status = match response.status {
            ResponseStatus::Code(code) => code.to_string(),
            ResponseStatus::Class(class) => format!("{class}XX"),
            ResponseStatus::Default => "default".to_owned(),
        };
        write!(self.text, "  {what} {status}")?;
        if let Some(shape) = &response.shape {
            let name = self.name(shape);
            write!(self.text, " {name}")?;
        }
        self.text.push('\n');
        self.documentation("    ", response.documentation.as_deref())
    }

    fn shape(&mut self, id: &ShapeId, shape: &Shape) -> fmt::Result {
        let kind = match &shape.kind {
            ShapeKind::Enum(_) => "enum",
            ShapeKind::IntEnum(_) => "intEnum",
            ShapeKind::List(_) => "list",
            ShapeKind::Map(_) => "map",
            ShapeKind::Structure(_) => "structure",
            ShapeKind::Union(_) => "union",
        };
        write!(self.text, "\n{kind} {}", self.name(id))?;
        if shape.sensitive {
            self.text.push_str(" sensitive");
        }
        match &shape.kind {
            ShapeKind::List(list) => {
                self.collection(list.sparse, &list.constraints)?;
            }
            ShapeKind::Map(map) => {
                self.collection(map.sparse, &map.constraints)?;
            }
            ShapeKind::Structure(structure) => self.structure(structure)?,
            _ => {}
        }
        self.text.push('\n');
        self.documentation("  ", shape.documentation.as_deref())?;
        self.deprecated("  ", shape.deprecated.as_deref())?;
        match &shape.kind {
            ShapeKind::Enum(values) => {
                for value in &values.values {
                    self.enum_value(value, format!("{:?}", value.value))?;
                }
            }
            ShapeKind::IntEnum(values) => {
                for value in &values.values {
                    self.enum_value(value, value.value.to_string())?;
                }
            }
            _ => {}
        }
        for member in shape.members() {
            self.member(member)?;
        }
        match &shape.kind {
            ShapeKind::Structure(structure) => {
                protocol_test::write_responses(&mut self.text, &structure.tests)
            }
            _ => Ok(()),
        }
    }

    fn collection(&mut self, sparse: bool, constraints: &Constraints) -> fmt::Result {
        if sparse {
            self.text.push_str(" sparse");
        }
        self.constraints(constraints)
    }

    fn structure(&mut self, structure: &StructureShape) -> fmt::Result {
        if structure.input {
            self.text.push_str(" input");
        }
        match structure.error {
            Some(ErrorFault::Client) => self.text.push_str(" error=client"),
            Some(ErrorFault::Server) => self.text.push_str(" error=server"),
            None => {}
        }
        if let Some(code) = structure.http_error {
            write!(self.text, " status={code}")?;
        }
        match structure.retryable {
            Some(retryable) if retryable.throttling => self.text.push_str(" retryable=throttling"),
            Some(_) => self.text.push_str(" retryable"),
            None => {}
        }
        if structure.closed {
            self.text.push_str(" closed");
        }
        Ok(())
    }

    fn enum_value<T>(&mut self, value: &EnumValue<T>, travels: String) -> fmt::Result {
        write!(self.text, "  {:?} = {travels}", value.name)?;
        if value.internal {
            self.text.push_str(" internal");
        }
        self.text.push('\n');
        self.documentation("    ", value.documentation.as_deref())?;
        self.deprecated("    ", value.deprecated.as_deref())
    }

    fn member(&mut self, member: &Member) -> fmt::Result {
        let target = match &member.target {
            Target::Simple(simple) => simple_name(*simple).to_owned(),
            Target::Shape(id) => self.name(id),
        };
        write!(self.text, "  {}: {target}", member.name)?;
        let flags = [
            (member.required, "required"),
            (member.nullable, "nullable"),
            (member.client_optional, "client-optional"),
            (member.added_default, "added-default"),
            (member.sensitive, "sensitive"),
            (member.idempotency_token, "idempotency-token"),
            (member.host_label, "host-label"),
            (member.event, "event"),
        ];
        for (_, name) in flags.iter().filter(|(set, _)| *set) {
            write!(self.text, " {name}")?;
        }
        if let Some(default) = &member.default {
            write!(self.text, " default={}", Json(default))?;
        }
        match &member.http {
            None => {}
            Some(HttpLocation::Label) => self.text.push_str(" label"),
            Some(HttpLocation::Query(name)) => write!(self.text, " query={name:?}")?,
            Some(HttpLocation::QueryParams) => self.text.push_str(" query-params"),
            Some(HttpLocation::Header(name)) => write!(self.text, " header={name:?}")?,
            Some(HttpLocation::PrefixHeaders(prefix)) => {
                write!(self.text, " prefix-headers={prefix:?}")?;
            }
            Some(HttpLocation::Payload) => self.text.push_str(" payload"),
            Some(HttpLocation::ResponseCode) => self.text.push_str(" response-code"),
        }
        if let Some(name) = &member.json_name {
            write!(self.text, " json={name:?}")?;
        }
        self.xml(&member.xml)?;
        if let Some(format) = member.timestamp_format {
            let name = match format {
                TimestampFormat::DateTime => "date-time",
                TimestampFormat::HttpDate => "http-date",
                TimestampFormat::EpochSeconds => "epoch-seconds",
                TimestampFormat::Date => "date",
            };
            write!(self.text, " format={name}")?;
        }
        if let Some(media_type) = &member.media_type {
            write!(self.text, " media-type={media_type:?}")?;
        }
        self.constraints(&member.constraints)?;
        self.text.push('\n');
        self.documentation("    ", member.documentation.as_deref())?;
        self.deprecated("    ", member.deprecated.as_deref())
    }

    fn xml(&mut self, xml: &Xml) -> fmt::Result {
        if let Some(name) = &xml.name {
            write!(self.text, " xml={name:?}")?;
        }
        if xml.attribute {
            self.text.push_str(" xml-attribute");
        }
        if xml.flattened {
            self.text.push_str(" xml-flattened");
        }
        match &xml.namespace {
            Some((Some(prefix), uri)) => write!(self.text, " xmlns:{prefix}={uri:?}"),
            Some((None, uri)) => write!(self.text, " xmlns={uri:?}"),
            None => Ok(()),
        }
    }

    fn constraints(&mut self, constraints: &Constraints) -> fmt::Result {
        let Constraints { length, range, multiple_of, pattern, unique_items } = constraints;
        if let Some(length) = length {
            let bound = |bound: Option<u64>| bound.map_or_else(String::new, |n| n.to_string());
            write!(self.text, " length={}..{}", bound(length.min), bound(length.max))?;
        }
        if let Some(Range { min, max, exclusive_min, exclusive_max }) = range {
            let bound = |bound: &Option<Number>, exclusive: bool| match bound {
                Some(number) if exclusive => format!("({})", number_text(*number)),
                Some(number) => number_text(*number),
                None => String::new(),
            };
            let (min, max) = (bound(min, *exclusive_min), bound(max, *exclusive_max));
            write!(self.text, " range={min}..{max}")?;
        }
        if let Some(number) = multiple_of {
            write!(self.text, " multiple-of={}", number_text(*number))?;
        }
        if let Some(pattern) = pattern {
            write!(self.text, " pattern={pattern:?}")?;
        }
        if *unique_items {
            self.text.push_str(" unique-items");
        }
        Ok(())
    }

    fn documentation(&mut self, indent: &str, text: Option<&str>) -> fmt::Result {
        match text {
            Some(text) => writeln!(self.text, "{indent}/// {}", text.escape_debug()),
            None => Ok(()),
        }
    }

    fn deprecated(&mut self, indent: &str, text: Option<&str>) -> fmt::Result {
        match text {
            Some(text) => writeln!(self.text, "{indent}deprecated {text:?}"),
            None => Ok(()),
        }
    }

    fn name(&self, id: &ShapeId) -> String {
        self.names.get(id).cloned().unwrap_or_else(|| format!("{id} (missing)"))
    }
}
