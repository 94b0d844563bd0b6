//! What operations answer when all went well.

use super::{
    answer::{read_content, status_pattern},
    codec,
    doc::docs,
    structure::structure,
};
use crate::{
    name::ident,
    plan::{Content, Field, Location, Output, OutputCase, Presence, Status, Structure, Travel},
    plan::{Operation, Role},
    wire::{MessageBody, Payload},
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The types that an operation's output needs in its own file.
pub(super) fn types(plan: &Operation, role: Role) -> TokenStream {
    match &plan.output {
        Output::Nothing(_) => TokenStream::new(),
        Output::One(case) => own(case, role),
        Output::Several { name, docs, cases } => {
            let name = ident(name);
            let docs = self::docs(docs);
            let own = cases.iter().map(|(_, case)| own(case, role));
            let copyable = cases.iter().all(|(_, case)| match &case.content {
                Content::Own(plan) => !plan.stream,
                _ => true,
            });
            let derive = match copyable {
                true => quote!(#[derive(Clone, Debug, PartialEq)]),
                false => quote!(#[derive(Debug)]),
            };
            let variants = cases.iter().map(|(variant, case)| {
                let docs = self::docs(&case.docs);
                let variant = ident(variant);
                let payload = case_payload(case);
                quote! { #docs #variant #payload, }
            });
            quote! {
                #docs
                #derive
                #[non_exhaustive]
                pub enum #name { #(#variants)* }
                #(#own)*
            }
        }
    }
}

fn case_payload(case: &OutputCase) -> Option<TokenStream> {
    let content = content_type(&case.content);
    match (matches!(case.status, Status::Code(_)), content) {
        (true, None) => None,
        (true, Some(content)) => Some(quote!((#content))),
        (false, None) => Some(quote!((u16))),
        (false, Some(content)) => Some(quote!((u16, #content))),
    }
}

fn own(case: &OutputCase, role: Role) -> TokenStream {
    match &case.content {
        Content::Own(plan) => wire_structure(plan, role),
        Content::Nothing | Content::Shared(_) => TokenStream::new(),
    }
}

/// A structure with everything that the wire needs of it.
pub(super) fn wire_structure(plan: &Structure, role: Role) -> TokenStream {
    let definition = structure(plan);
    let message = plan.message.is_some();
    let table = uses_table(plan, role).then(|| codec::structure_table(plan));
    let encode = plan.encode.then(|| codec::encode(plan));
    let decode = plan.decode.then(|| codec::decode(plan, role == Role::Server));
    let message = match role {
        Role::Client => message.then(|| from_response(plan)),
        Role::Server => plan.answer.then(|| into_response(plan)),
    };
    quote! { #definition #table #encode #decode #message }
}

/// Whether anything of the structure's own code names its table.
fn uses_table(plan: &Structure, role: Role) -> bool {
    let Some(message) = &plan.message else { return plan.encode || plan.decode };
    let payload = matches!(&message.body, MessageBody::Payload(_, kind)
        if role == Role::Client && !matches!(kind, Payload::Stream(_)));
    plan.encode
        || plan.decode
        || payload
        || message.body == MessageBody::Members
        || plan.fields.iter().any(|field| match field.location {
            Location::Header(_) => true,
            Location::PrefixHeaders(_) => role == Role::Client,
            _ => false,
        })
}

fn content_type(content: &Content) -> Option<TokenStream> {
    match content {
        Content::Nothing => None,
        Content::Own(plan) => {
            let name = ident(&plan.name);
            Some(quote!(#name))
        }
        Content::Shared(name) => {
            let name = ident(name);
            Some(quote!(crate::types::#name))
        }
    }
}

/// The type of the output.
pub(super) fn ty(output: &Output) -> TokenStream {
    match output {
        Output::Nothing(_) => quote!(()),
        Output::One(case) => content_type(&case.content).unwrap_or_else(|| quote!(())),
        Output::Several { name, .. } => {
            let name = ident(name);
            quote!(#name)
        }
    }
}

/// The names of the types that an operation's own file defines for its output, the output first.
pub(super) fn own_names(output: &Output) -> Vec<String> {
    let own = |case: &OutputCase| match &case.content {
        Content::Own(plan) => Some(plan.name.clone()),
        Content::Nothing | Content::Shared(_) => None,
    };
    match output {
        Output::Nothing(_) => Vec::new(),
        Output::One(case) => own(case).into_iter().collect(),
        Output::Several { name, cases, .. } => {
            let cases = cases.iter().filter_map(|(_, case)| own(case));
            std::iter::once(name.clone()).chain(cases).collect()
        }
    }
}

/// `fn read` of a client.
pub(super) fn read(output: &Output) -> TokenStream {
    let (response, body) = match output {
        Output::Nothing(_) => (quote!(_response), quote!(Ok(()))),
        Output::One(case) => match (read_content(&case.content, case.travel), case.travel) {
            (None, _) => (quote!(_response), quote!(Ok(()))),
            (Some(_), Travel::Body) => (quote!(response), quote!(response.body())),
            (Some(_), Travel::Message) => (quote!(response), quote!(response.read())),
        },
        Output::Several { name, cases, .. } => (quote!(response), several(name, cases)),
    };
    quote! {
        fn read(
            #response: &mut farrier_runtime::client::ResponseReader<'_>,
        ) -> Result<Self::Output, farrier_runtime::codec::Halt> { #body }
    }
}

fn several(name: &str, cases: &[(String, OutputCase)]) -> TokenStream {
    let name = ident(name);
    let arms = cases.iter().map(|(variant, case)| {
        let variant = ident(variant);
        let pattern = status_pattern(case.status);
        let content = read_content(&case.content, case.travel);
        let fixed = matches!(case.status, Status::Code(_));
        let value = match (fixed, content) {
            (true, None) => quote!(#name::#variant),
            (true, Some(content)) => quote!(#name::#variant(#content)),
            (false, None) => quote!(#name::#variant(response.status())),
            (false, Some(content)) => quote!(#name::#variant(response.status(), #content)),
        };
        quote!(#pattern => #value,)
    });
    let open = cases.iter().any(|(_, case)| case.status == Status::Default);
    let other = (!open).then(|| quote!(_ => return Err(response.unexpected_status()),));
    quote! {
        let output = match response.status() { #(#arms)* #other };
        Ok(output)
    }
}

/// `impl FromResponse`.
fn from_response(plan: &Structure) -> TokenStream {
    let name = ident(&plan.name);
    let table = ident(&plan.table);
    let Some(message) = &plan.message else { return TokenStream::new() };
    let start = match message.body {
        MessageBody::Members => quote!(let mut members = response.structure(&#table)?;),
        MessageBody::None | MessageBody::Payload(..) => TokenStream::new(),
    };
    let other = |index: usize| {
        let field = plan.fields.get(index)?;
        read_outside_body(index, field, &message.body, &quote!(response), Some(&table))
    };
    let in_body = |field: &Field| field.location == Location::Body;
    let statements =
        codec::read(plan, false, &TokenStream::new(), &start, &quote!(members), &in_body, &other);
    quote! {
        impl farrier_runtime::client::FromResponse for #name {
            fn from_response(
                response: &mut farrier_runtime::client::ResponseReader<'_>,
            ) -> Result<Self, farrier_runtime::codec::Halt> { #statements }
        }
    }
}

/// What reads a field that is not in a body of members; an `Option` of its value. `table` is named
/// where the reader does not know it.
pub(super) fn read_outside_body(
    index: usize,
    field: &Field,
    body: &MessageBody,
    reader: &TokenStream,
    table: Option<&proc_macro2::Ident>,
) -> Option<TokenStream> {
    // Only a server can find that the caller sent no stream.
    let stream = match table {
        Some(_) => quote!(#reader.stream()),
        None => quote!(#reader.stream()?),
    };
    let table = table.map(|table| quote!(&#table,));
    let position = Literal::usize_unsuffixed(index);
    Some(match &field.location {
        Location::Body => return None,
        // Labels are particular to requests, which know where they stand.
        Location::Label => return None,
        Location::Query(name) => quote!(#reader.query(#table #position, #name)?),
        Location::QueryParams => quote!(#reader.query_params(#table #position)?),
        Location::Header(name) => quote!(#reader.header(#table #position, #name)?),
        Location::PrefixHeaders(prefix) => {
            quote!(#reader.prefix_headers(#table #position, #prefix)?)
        }
        Location::ResponseCode if field.presence == Presence::Optional => {
            quote!(Some(i32::from(#reader.status())))
        }
        Location::ResponseCode => quote!(i32::from(#reader.status())),
        Location::Payload => match body {
            MessageBody::Payload(_, Payload::Blob(_)) => {
                quote!(#reader.blob_payload(#table #position)?)
            }
            MessageBody::Payload(_, Payload::Text(_)) => {
                quote!(#reader.text_payload(#table #position)?)
            }
            MessageBody::Payload(_, Payload::Stream(_)) if field.presence == Presence::Optional => {
                quote!(Some(#stream))
            }
            MessageBody::Payload(_, Payload::Stream(_)) => stream,
            _ => quote!(#reader.payload(#table #position)?),
        },
    })
}

/// `impl IntoResponse`: through the parts of the message, or as a body alone.
pub(super) fn into_response(plan: &Structure) -> TokenStream {
    let name = ident(&plan.name);
    let body = match &plan.message {
        None if plan.fields.is_empty() => quote!(response.empty_structure();),
        None => quote!(response.body(&self);),
        Some(message) => message_parts(plan, &message.body),
    };
    quote! {
        impl farrier_runtime::server::IntoResponse for #name {
            fn write(self, response: &mut farrier_runtime::server::ResponseWriter<'_>) { #body }
        }
    }
}

fn message_parts(plan: &Structure, body: &MessageBody) -> TokenStream {
    let table = ident(&plan.table);
    let outside = plan.fields.iter().enumerate().filter_map(|(index, field)| {
        let name = ident(&field.name);
        let index = Literal::usize_unsuffixed(index);
        Some(match &field.location {
            Location::ResponseCode => quote!(response.status_code(&self.#name);),
            Location::Header(header) => {
                quote!(response.header(&#table, #index, #header, &self.#name);)
            }
            Location::PrefixHeaders(prefix) => {
                quote!(response.prefix_headers(#prefix, &self.#name);)
            }
            _ => return None,
        })
    });
    let body = match body {
        MessageBody::None => quote!(response.empty_structure();),
        MessageBody::Members => codec::write_members(plan, &quote!(response.structure(&#table))),
        MessageBody::Payload(index, kind) => match plan.fields.get(*index) {
            Some(field) => answer_payload(field, kind),
            None => TokenStream::new(),
        },
    };
    quote! { #(#outside)* #body }
}

fn answer_payload(field: &Field, kind: &Payload) -> TokenStream {
    let name = ident(&field.name);
    let write = |value: TokenStream, reference: TokenStream| match kind {
        Payload::Structure | Payload::Document => quote!(response.payload(#reference);),
        Payload::Blob(_) => quote!(response.blob_payload(#value);),
        Payload::Text(_) => quote!(response.text_payload(#value.as_str());),
        Payload::Stream(_) => quote!(response.stream(#value);),
    };
    match (&field.presence, kind) {
        (
            Presence::Optional | Presence::Nullable,
            Payload::Structure | Payload::Document | Payload::Text(_),
        ) => {
            let write = write(quote!(value), quote!(value));
            quote! { if let Some(value) = &self.#name { #write } }
        }
        (Presence::Optional | Presence::Nullable, _) => {
            let write = write(quote!(value), quote!(&value));
            quote! { if let Some(value) = self.#name { #write } }
        }
        _ => write(quote!(self.#name), quote!(&self.#name)),
    }
}

/// `impl IntoResponse` for an output that has a variant for each status.
pub(super) fn into_response_by_status(output: &Output) -> TokenStream {
    let Output::Several { name, cases, .. } = output else { return TokenStream::new() };
    let name = ident(name);
    let arms = cases.iter().map(|(variant, case)| {
        let variant = ident(variant);
        let content = !matches!(case.content, Content::Nothing);
        let write = content.then(|| quote!(output.write(response);));
        match case.status {
            Status::Code(code) => {
                let code = Literal::u16_unsuffixed(code);
                let pattern = content.then(|| quote!((output)));
                quote!(Self::#variant #pattern => { response.status(#code); #write })
            }
            Status::Class(_) | Status::Default => {
                let output = content.then(|| quote!(, output));
                quote!(Self::#variant(status #output) => { response.status(status); #write })
            }
        }
    });
    quote! {
        impl farrier_runtime::server::IntoResponse for #name {
            fn write(self, response: &mut farrier_runtime::server::ResponseWriter<'_>) {
                match self { #(#arms)* }
            }
        }
    }
}
