//! Operations as a server answers them.

use super::{codec, error, output, structure::structure};
use crate::{
    name::ident,
    plan::{
        Content, ErrorEnum, Field, Location, Operation, Output, OutputCase, Role, RouteSegment,
        Status,
    },
    wire::{MessageBody, Payload},
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The file of one operation.
pub(super) fn operation(plan: &Operation) -> TokenStream {
    let metadata = metadata(plan);
    let input = structure(&plan.input);
    let table = (!plan.no_input).then(|| codec::structure_table(&plan.input));
    let from_request = from_request(plan);
    let output = output::types(plan, Role::Server);
    let answer = output::into_response_by_status(&plan.output);
    let error = error::definition(&plan.error, &plan.name, Role::Server);
    let conversions = error::conversions(&plan.error);
    let failure = failure(&plan.error);
    quote! {
        #input #output #error #conversions
        #metadata #table #from_request #answer #failure
    }
}

fn metadata(plan: &Operation) -> TokenStream {
    let name = &plan.name;
    let mut flags = TokenStream::new();
    let status = match plan.output {
        Output::Nothing(status) | Output::One(OutputCase { status: Status::Code(status), .. }) => {
            status
        }
        _ => 200,
    };
    if status != 200 {
        let status = Literal::u16_unsuffixed(status);
        flags.extend(quote!(.status(#status)));
    }
    let kind = |body: &MessageBody| {
        Some(match body {
            MessageBody::None => return None,
            MessageBody::Members => ("Structure", None),
            MessageBody::Payload(_, Payload::Structure | Payload::Document) => ("Payload", None),
            MessageBody::Payload(_, Payload::Blob(media_type)) => ("Blob", media_type.clone()),
            MessageBody::Payload(_, Payload::Text(media_type)) => ("Text", media_type.clone()),
            MessageBody::Payload(_, Payload::Stream(media_type)) => ("Stream", media_type.clone()),
        })
    };
    if let Some((kind, media_type)) = kind(&plan.input_body) {
        let kind = ident(kind);
        flags.extend(quote!(.input(farrier_runtime::server::InputBody::#kind)));
        flags.extend(media_type.map(|media_type| quote!(.input_media_type(#media_type))));
    }
    if plan.requires_length {
        flags.extend(quote!(.requires_length()));
    }
    if plan.gzip {
        flags.extend(quote!(.gzip()));
    }
    if plan.binds_content_encoding {
        flags.extend(quote!(.binds_content_encoding()));
    }
    if let Some((kind, media_type)) = kind(&plan.output_body) {
        let kind = ident(kind);
        flags.extend(quote!(.output(farrier_runtime::server::OutputBody::#kind)));
        flags.extend(media_type.map(|media_type| quote!(.output_media_type(#media_type))));
    }
    quote! {
        pub(crate) static METADATA: farrier_runtime::server::OperationMetadata =
            farrier_runtime::server::OperationMetadata::new(#name) #flags;
    }
}

fn from_request(plan: &Operation) -> TokenStream {
    let name = ident(&plan.input.name);
    if plan.no_input {
        return quote! {
            impl farrier_runtime::server::FromRequest for #name {
                fn read(
                    _request: &mut farrier_runtime::server::RequestReader<'_>,
                ) -> Result<Self, farrier_runtime::codec::Halt> { Ok(Self {}) }
            }
        };
    }
    let labels = label_names(&plan.route);
    let passed_over = plan.passes_over_members.then(|| {
        quote! {
            while input.next()?.is_some() {
                input.skip()?;
            }
        }
    });
    let mutable = (!plan.input.fields.is_empty() || passed_over.is_some()).then(|| quote!(mut));
    let before = quote! {
        let #mutable input = request.structure(&INPUT)?;
        #passed_over
    };
    let in_body = |field: &Field| field.location == Location::Body;
    let other = |index: usize| {
        let field = plan.input.fields.get(index)?;
        if field.location == Location::Label {
            let place = labels.iter().position(|label| **label == field.member.name)?;
            let (index, place) =
                (Literal::usize_unsuffixed(index), Literal::usize_unsuffixed(place));
            return Some(quote!(input.label(#index, #place)?));
        }
        output::read_outside_body(index, field, &plan.input_body, &quote!(input), None)
    };
    let statements = codec::read(
        &plan.input,
        true,
        &before,
        &TokenStream::new(),
        &quote!(input),
        &in_body,
        &other,
    );
    quote! {
        impl farrier_runtime::server::FromRequest for #name {
            fn read(
                request: &mut farrier_runtime::server::RequestReader<'_>,
            ) -> Result<Self, farrier_runtime::codec::Halt> { #statements }
        }
    }
}

/// The labels of a path, in order.
fn label_names(route: &[RouteSegment]) -> Vec<&String> {
    let mut names = Vec::new();
    for segment in route {
        match segment {
            RouteSegment::Literal(_) => {}
            RouteSegment::Label(name) | RouteSegment::Greedy(name) => names.push(name),
            RouteSegment::Mixed(parts) => names.extend(label_names(parts)),
        }
    }
    names
}

fn failure(plan: &ErrorEnum) -> TokenStream {
    let name = ident(&plan.name);
    let arms = plan.variants.iter().map(|variant| {
        let variant_name = ident(&variant.name);
        let code = error::code_text(variant);
        let content = !matches!(variant.content, Content::Nothing);
        match (variant.status, content) {
            (Status::Code(status), true) => {
                let status = Literal::u16_unsuffixed(status);
                quote!(Self::#variant_name(error) => response.error(#code, #status, error),)
            }
            (Status::Code(status), false) => {
                let status = Literal::u16_unsuffixed(status);
                quote!(Self::#variant_name => response.error(#code, #status, ()),)
            }
            (_, true) => {
                quote!(Self::#variant_name(status, error) => response.error(#code, status, error),)
            }
            (_, false) => quote!(Self::#variant_name(status) => response.error(#code, status, ()),),
        }
    });
    let unmodelled = plan.unmodelled.as_ref().map(|variant| {
        let variant = ident(variant);
        (
            quote!(Self::#variant(fault) => response.fault(fault),),
            quote! {
                impl From<farrier_runtime::server::Fault> for #name {
                    fn from(fault: farrier_runtime::server::Fault) -> Self { Self::#variant(fault) }
                }
            },
        )
    });
    let (arm, from) = unmodelled.unzip();
    quote! {
        impl farrier_runtime::server::Failure for #name {
            fn write(self, response: &mut farrier_runtime::server::ResponseWriter<'_>) {
                match self { #(#arms)* #arm }
            }
        }
        #from
    }
}
