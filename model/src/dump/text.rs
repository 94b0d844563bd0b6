//! What a dump calls things.

use crate::api::{AuthKind, Body, Number, Protocol, Segment, Simple, UriPattern, Value};
use std::fmt::{self, Write};

pub(super) fn protocol_name(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::RestJson1 => "restJson1",
        Protocol::RestXml => "restXml",
        Protocol::AwsJson1_0 => "awsJson1_0",
        Protocol::AwsJson1_1 => "awsJson1_1",
        Protocol::AwsQuery => "awsQuery",
        Protocol::Ec2Query => "ec2Query",
        Protocol::RpcV2Cbor => "rpcv2Cbor",
        Protocol::HttpJson => "http-json",
    }
}

pub(super) fn auth(kind: &AuthKind) -> String {
    match kind {
        AuthKind::SigV4 { name } => format!("sigv4 {name:?}"),
        AuthKind::HttpBasic => "basic".to_owned(),
        AuthKind::HttpDigest => "digest".to_owned(),
        AuthKind::HttpBearer => "bearer".to_owned(),
        AuthKind::ApiKeyHeader { name, scheme: None } => format!("api key in header {name:?}"),
        AuthKind::ApiKeyHeader { name, scheme: Some(scheme) } => {
            format!("api key in header {name:?} behind {scheme:?}")
        }
        AuthKind::ApiKeyQuery { name } => format!("api key in query {name:?}"),
        AuthKind::Other => "other".to_owned(),
    }
}

pub(super) fn simple_name(simple: Simple) -> &'static str {
    match simple {
        Simple::Blob(Body::Whole) => "blob",
        Simple::Blob(Body::Streaming) => "streaming blob",
        Simple::Blob(Body::StreamingWithLength) => "streaming blob with length",
        Simple::Boolean => "boolean",
        Simple::String => "string",
        Simple::Byte => "byte",
        Simple::Short => "short",
        Simple::Integer => "integer",
        Simple::Long => "long",
        Simple::Float => "float",
        Simple::Double => "double",
        Simple::BigInteger => "bigInteger",
        Simple::BigDecimal => "bigDecimal",
        Simple::Timestamp => "timestamp",
        Simple::Document => "document",
        Simple::Unit => "unit",
    }
}

pub(super) fn number_text(number: Number) -> String {
    match number {
        Number::Integer(integer) => integer.to_string(),
        Number::Float(float) => float.to_string(),
        large @ Number::Large { .. } => large.to_string(),
    }
}

/// A value as JSON.
pub(super) struct Json<'v>(pub(super) &'v Value);

impl fmt::Display for Json<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Null => formatter.write_str("null"),
            Value::Bool(value) => value.fmt(formatter),
            Value::Number(number) => formatter.write_str(&number_text(*number)),
            Value::String(text) => write!(formatter, "{text:?}"),
            Value::Array(items) => {
                formatter.write_char('[')?;
                for (index, item) in items.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(formatter, "{comma}{}", Json(item))?;
                }
                formatter.write_char(']')
            }
            Value::Object(members) => {
                formatter.write_char('{')?;
                for (index, (name, member)) in members.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(formatter, "{comma}{name:?}: {}", Json(member))?;
                }
                formatter.write_char('}')
            }
        }
    }
}

/// A pattern as Smithy writes it.
pub(super) struct Uri<'u>(pub(super) &'u UriPattern);

impl fmt::Display for Uri<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.segments.is_empty() {
            formatter.write_char('/')?;
        }
        for segment in &self.0.segments {
            formatter.write_char('/')?;
            write_segment(segment, formatter)?;
        }
        for (index, (name, value)) in self.0.query.iter().enumerate() {
            formatter.write_char(if index == 0 { '?' } else { '&' })?;
            formatter.write_str(name)?;
            if let Some(value) = value {
                write!(formatter, "={value}")?;
            }
        }
        Ok(())
    }
}

fn write_segment(segment: &Segment, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    match segment {
        Segment::Literal(text) => formatter.write_str(text),
        Segment::Label(name) => write!(formatter, "{{{name}}}"),
        Segment::GreedyLabel(name) => write!(formatter, "{{{name}+}}"),
        Segment::Mixed(parts) => parts.iter().try_for_each(|part| write_segment(part, formatter)),
    }
}

/// A text in quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("{text:?}")
}
