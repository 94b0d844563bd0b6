//! Operations as a client carries them out.

use super::{codec, error, output, paging, structure::structure};
use crate::{
    name::ident,
    plan::{
        Auth, ErrorKey, Field, Location, Operation, PathPart, Presence, Role, RustType, Status,
    },
    wire::{MessageBody, Payload},
};
use farrier_model::api::Checksum;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The file of one operation.
pub(super) fn operation(plan: &Operation) -> TokenStream {
    let input = structure(&plan.input);
    let table = uses_table(plan).then(|| codec::structure_table(&plan.input));
    let output = output::types(plan, Role::Client);
    let error = error::client(plan);
    let metadata = metadata(plan);
    let implementation = implementation(plan);
    let paging = paging::operation(plan);
    quote! { #input #output #error #metadata #table #implementation #paging }
}

/// Whether the request names the input's table: for anything but whole bodies and maps.
fn uses_table(plan: &Operation) -> bool {
    plan.input_body == MessageBody::Members
        || plan.input.fields.iter().any(|field| {
            matches!(field.location, Location::Label | Location::Query(_) | Location::Header(_))
        })
}

fn metadata(plan: &Operation) -> TokenStream {
    let (name, method, uri) = (&plan.name, &plan.http_method, &plan.uri);
    let mut flags = TokenStream::new();
    let mut flag = |on: bool, name: &str| {
        if on {
            let name = ident(name);
            flags.extend(quote!(.#name()));
        }
    };
    flag(plan.readonly, "readonly");
    flag(plan.idempotent, "idempotent");
    flag(plan.optional_auth, "optional_auth");
    flag(plan.unsigned_payload, "unsigned_payload");
    flag(plan.checksum == Some(Checksum::Md5), "checksum_md5");
    flag(plan.checksum == Some(Checksum::Amz), "checksum_amz");
    flag(plan.input_body.is_stream(), "streaming_input");
    flag(plan.requires_length, "requires_length");
    flag(plan.gzip, "gzip");
    flag(plan.streaming_output, "streaming_output");
    if let Some(header) = &plan.checksum_algorithm {
        flags.extend(quote!(.checksum_algorithm(#header)));
    }
    if let Some(schemes) = &plan.auth {
        let schemes = schemes.iter().map(auth);
        flags.extend(quote!(.auth(&[#(#schemes),*])));
    }
    let errors: Vec<TokenStream> = plan
        .error
        .variants
        .iter()
        .filter_map(|variant| {
            let retryable = variant.retryable.map(|throttling| quote!(.retryable(#throttling)));
            match (&variant.code, variant.status) {
                (ErrorKey::Code(code), Status::Code(status)) => {
                    let status = Literal::u16_unsuffixed(status);
                    Some(quote! {
                        farrier_runtime::client::ErrorMetadata::new(#code, #status) #retryable
                    })
                }
                _ => None,
            }
        })
        .collect();
    let count = Literal::usize_unsuffixed(errors.len());
    let table = (!errors.is_empty()).then(|| {
        quote! {
            static ERRORS: [farrier_runtime::client::ErrorMetadata; #count] = [#(#errors),*];
        }
    });
    if !errors.is_empty() {
        flags.extend(quote!(.errors(&ERRORS)));
    }
    quote! {
        #table
        static METADATA: farrier_runtime::client::OperationMetadata =
            farrier_runtime::client::OperationMetadata::new(#name, #method, #uri) #flags;
    }
}

/// The runtime's word for a way to prove who calls.
pub(super) fn auth(auth: &Auth) -> TokenStream {
    match auth {
        Auth::SigV4 => quote!(farrier_runtime::auth::AuthScheme::SigV4),
        Auth::Basic => quote!(farrier_runtime::auth::AuthScheme::Basic),
        Auth::Bearer => quote!(farrier_runtime::auth::AuthScheme::Bearer),
        Auth::ApiKeyHeader { name, scheme } => {
            let scheme = match scheme {
                Some(scheme) => quote!(Some(#scheme)),
                None => quote!(None),
            };
            quote!(farrier_runtime::auth::AuthScheme::ApiKeyHeader { name: #name, scheme: #scheme })
        }
        Auth::ApiKeyQuery { name } => {
            quote!(farrier_runtime::auth::AuthScheme::ApiKeyQuery { name: #name })
        }
    }
}

fn implementation(plan: &Operation) -> TokenStream {
    let input = ident(&plan.input.name);
    let output = output::ty(&plan.output);
    let error = ident(&plan.error.name);
    let write = write(plan);
    let read = output::read(&plan.output);
    let read_error = error::read(&plan.error);
    quote! {
        impl farrier_runtime::client::Operation for #input {
            type Output = #output;
            type Error = #error;

            fn metadata() -> &'static farrier_runtime::client::OperationMetadata { &METADATA }

            fn write(
                &mut self,
                request: &mut farrier_runtime::client::RequestWriter<'_>,
            ) -> Result<(), farrier_runtime::client::Refused> {
                #write
                Ok(())
            }

            #read

            #read_error
        }
    }
}

fn write(plan: &Operation) -> TokenStream {
    let mut statements = Vec::new();
    for part in &plan.host_prefix {
        statements.push(match part {
            PathPart::Literal(text) => quote!(request.host_literal(#text);),
            PathPart::Label(index) | PathPart::GreedyLabel(index) => {
                label(plan, *index, "host_label")
            }
        });
    }
    for part in &plan.path {
        statements.push(match part {
            PathPart::Literal(text) => quote!(request.literal(#text);),
            PathPart::Label(index) => label(plan, *index, "label"),
            PathPart::GreedyLabel(index) => label(plan, *index, "greedy_label"),
        });
    }
    for (name, value) in &plan.query {
        statements.push(match value {
            Some(value) => quote!(request.query_literal(#name, Some(#value));),
            None => quote!(request.query_literal(#name, None);),
        });
    }
    for (index, field) in plan.input.fields.iter().enumerate() {
        statements.extend(outside_body(index, field, "INPUT", "request", true));
    }
    statements.push(body(&plan.input_body, plan));
    quote! { #(#statements)* }
}

fn label(plan: &Operation, index: usize, method: &str) -> TokenStream {
    let method = ident(method);
    let Some(field) = plan.input.fields.get(index) else { return TokenStream::new() };
    let name = ident(&field.name);
    let index = Literal::usize_unsuffixed(index);
    let value = if field.token { codec::token(field) } else { quote!(&self.#name) };
    quote!(request.#method(&INPUT, #index, #value)?;)
}

/// The statement that writes a field which is neither in the path nor in the body of `message`;
/// requests can refuse a value.
pub(super) fn outside_body(
    index: usize,
    field: &Field,
    table: &str,
    message: &str,
    fallible: bool,
) -> Option<TokenStream> {
    let message = ident(message);
    let table = ident(table);
    let index = Literal::usize_unsuffixed(index);
    let question = fallible.then(|| quote!(?));
    let call = |call: &dyn Fn(TokenStream) -> TokenStream, question| {
        Some(by_presence(field, call, question))
    };
    match &field.location {
        Location::Query(name) => {
            call(&|value| quote!(#message.query(&#table, #index, #name, #value)), None)
        }
        Location::QueryParams => call(&|value| quote!(#message.query_params(#value)), None),
        Location::Header(name) => {
            call(&|value| quote!(#message.header(&#table, #index, #name, #value)), question)
        }
        Location::PrefixHeaders(prefix) => {
            call(&|value| quote!(#message.prefix_headers(#prefix, #value)), question)
        }
        Location::Body | Location::Label | Location::Payload | Location::ResponseCode => None,
    }
}

/// The call with the field's value, if it has one.
fn by_presence(
    field: &Field,
    call: &dyn Fn(TokenStream) -> TokenStream,
    question: Option<TokenStream>,
) -> TokenStream {
    let name = ident(&field.name);
    match field.presence {
        _ if field.token => {
            let call = call(codec::token(field));
            quote! { #call #question; }
        }
        Presence::Optional | Presence::Nullable => {
            let call = call(quote!(value));
            quote! { if let Some(value) = &self.#name { #call #question; } }
        }
        _ => {
            let call = call(quote!(&self.#name));
            quote! { #call #question; }
        }
    }
}

fn body(body: &MessageBody, plan: &Operation) -> TokenStream {
    match body {
        MessageBody::None => TokenStream::new(),
        MessageBody::Members => {
            codec::write_members(&plan.input, &quote!(request.structure(&INPUT)))
        }
        MessageBody::Payload(index, kind) => {
            let Some(field) = plan.input.fields.get(*index) else { return TokenStream::new() };
            payload(field, kind, "request")
        }
    }
}

/// The statement that writes a field which is the whole body.
pub(super) fn payload(field: &Field, kind: &Payload, message: &str) -> TokenStream {
    let message = ident(message);
    let name = ident(&field.name);
    let media = |media: &Option<String>| match media {
        Some(media) => quote!(Some(#media)),
        None => quote!(None),
    };
    let optional = matches!(field.presence, Presence::Optional | Presence::Nullable);
    match kind {
        Payload::Structure if optional => quote!(#message.optional_payload(&self.#name);),
        Payload::Structure | Payload::Document => {
            by_presence(field, &|value| quote!(#message.payload(#value)), None)
        }
        Payload::Blob(media_type) => {
            let media = media(media_type);
            by_presence(field, &|value| quote!(#message.blob_payload(#media, #value)), None)
        }
        Payload::Text(media_type) => {
            let media = media(media_type);
            by_presence(
                field,
                &|value| {
                    let text = match field.ty {
                        RustType::String => value,
                        _ if optional => quote!(value.as_str()),
                        _ => quote!(self.#name.as_str()),
                    };
                    quote!(#message.text_payload(#media, #text))
                },
                None,
            )
        }
        Payload::Stream(media_type) => {
            let media = media(media_type);
            match optional {
                true => quote! {
                    if let Some(stream) = self.#name.take() {
                        #message.stream_payload(#media, stream);
                    }
                },
                false => quote! {
                    let stream = std::mem::take(&mut self.#name);
                    #message.stream_payload(#media, stream);
                },
            }
        }
    }
}
