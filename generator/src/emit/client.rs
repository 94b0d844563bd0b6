//! The files of a client crate.

use super::{
    client_operation::{self, auth},
    doc::{deprecated, doc, docs},
    output, paging,
};
use crate::{
    name::ident,
    plan::{Crate, Operation},
};
use proc_macro2::TokenStream;
use quote::quote;

/// `src/lib.rs`, without its docs.
pub(super) fn library(plan: &Crate) -> TokenStream {
    let service = &plan.service;
    let (name, version) = (&service.name, &service.version);
    let protocol = ident(service.protocol_static);
    let mut facts = TokenStream::new();
    if let Some(signing_name) = &service.sigv4 {
        facts.extend(quote!(.sigv4(#signing_name)));
    }
    if let Some(prefix) = &service.endpoint_prefix {
        facts.extend(quote!(.endpoint_prefix(#prefix)));
    }
    if let Some(endpoint) = &service.endpoint {
        facts.extend(quote!(.endpoint(#endpoint)));
    }
    if !service.auth.is_empty() {
        let schemes = service.auth.iter().map(auth);
        facts.extend(quote!(.auth(&[#(#schemes),*])));
    }
    facts.extend(quote!(.crate_version(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))));
    let methods = plan.operations.iter().map(method);
    let docs_client = docs(
        &[format!("Calls {}.", service.title)]
            .into_iter()
            .chain([String::new(), "Cheap to clone; clones share their connections.".to_owned()])
            .collect::<Vec<_>>(),
    );
    let docs_new = doc("A client with these settings. Nothing is sent before the first call.");
    let types = (!plan.types.is_empty()).then(|| {
        quote!(
            pub mod types;
        )
    });
    quote! {
        pub mod operation;
        #types

        pub use farrier_runtime::client::{Call, Config, Error};
        pub use farrier_runtime;

        static SERVICE: farrier_runtime::client::ServiceMetadata =
            farrier_runtime::client::ServiceMetadata::new(
                #name,
                #version,
                &farrier_runtime::protocol::#protocol,
            ) #facts;

        #docs_client
        #[derive(Clone, Debug)]
        pub struct Client {
            inner: farrier_runtime::client::Client,
        }

        impl Client {
            #docs_new
            pub fn new(config: Config) -> Self {
                Self { inner: farrier_runtime::client::Client::new(&SERVICE, config) }
            }

            #(#methods)*
        }
    }
}

fn method(plan: &Operation) -> TokenStream {
    let docs = docs(&[plan.docs.clone(), paging::method_docs(plan)].concat());
    let deprecated = deprecated(plan.deprecated.as_ref());
    let name = ident(&plan.method);
    let waiters = paging::methods(plan);
    let input = ident(&plan.input.name);
    let (parameter, value) = match plan.no_input {
        true => (None, quote!(crate::operation::#input::default())),
        false => (Some(quote!(, input: crate::operation::#input)), quote!(input)),
    };
    quote! {
        #docs
        #deprecated
        pub fn #name(&self #parameter) -> Call<'_, crate::operation::#input> {
            self.inner.call(#value)
        }

        #waiters
    }
}

/// What `src/operation.rs` takes from the modules below it.
pub(super) fn exported(plan: &Operation) -> Vec<String> {
    let mut names = vec![plan.input.name.clone(), plan.error.name.clone()];
    names.extend(output::own_names(&plan.output));
    names.sort();
    names
}

/// The file of one operation.
pub(super) fn operation(plan: &Operation) -> TokenStream {
    client_operation::operation(plan)
}
