//! The files of a server crate.

use super::{
    doc::{doc, docs},
    output,
};
use crate::{
    name::ident,
    plan::{Crate, Operation},
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// `src/lib.rs`, without its docs.
pub(super) fn library(plan: &Crate) -> TokenStream {
    let service = &plan.service;
    let (name, version) = (&service.name, &service.version);
    let protocol = ident(service.protocol_static);
    let trait_name = ident(&service.type_name);
    let docs_trait = match service.docs.as_slice() {
        [] => doc(&format!("What a server of {} does.", service.title)),
        lines => docs(lines),
    };
    let methods = plan.operations.iter().map(method);
    let docs_service =
        doc("The service that answers requests with `api`: a `tower` service of HTTP requests.");
    let docs_handlers = doc(&format!("The operations of a [`{}`], by number.", service.type_name));
    let metadata = plan.operations.iter().map(|operation| {
        let module = ident(&operation.module);
        quote!(&operation::#module::METADATA)
    });
    let arms = plan.operations.iter().enumerate().map(|(number, operation)| {
        let number = Literal::usize_unsuffixed(number);
        let (method, module) = (ident(&operation.method), ident(&operation.module));
        let input = ident(&operation.input.name);
        let call = match operation.no_input {
            true => quote! {
                let operation::#module::#input {} = request.read()?;
                let answer = self.0.#method(request.context()).await;
            },
            false => quote! {
                let input = request.read()?;
                let answer = self.0.#method(input, request.context()).await;
            },
        };
        quote! {
            #number => Box::pin(async move {
                #call
                request.answer(answer)
            }),
        }
    });
    let types = (!plan.types.is_empty()).then(|| {
        quote!(
            pub mod types;
        )
    });
    quote! {
        pub mod operation;
        mod routes;
        #types

        pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
        pub use farrier_runtime;

        #docs_trait
        pub trait #trait_name: Send + Sync + 'static {
            #(#methods)*
        }

        #docs_service
        pub fn service<T: #trait_name>(api: T) -> Service<Handlers<T>> {
            Service::new(Handlers(api))
        }

        #docs_handlers
        #[derive(Debug)]
        #[doc(hidden)]
        pub struct Handlers<T>(T);

        impl<T: #trait_name> farrier_runtime::server::Dispatch for Handlers<T> {
            fn metadata(&self) -> &'static farrier_runtime::server::ServiceMetadata { &SERVICE }

            fn dispatch(
                self: std::sync::Arc<Self>,
                operation: usize,
                mut request: farrier_runtime::server::Request,
            ) -> farrier_runtime::server::Answering {
                match operation {
                    #(#arms)*
                    _ => request.unknown_operation(),
                }
            }
        }

        static SERVICE: farrier_runtime::server::ServiceMetadata =
            farrier_runtime::server::ServiceMetadata::new(
                #name,
                #version,
                &farrier_runtime::protocol::#protocol,
            )
            .operations(&[#(#metadata),*])
            .routes(&routes::ROUTES);
    }
}

fn method(plan: &Operation) -> TokenStream {
    let docs = docs(&plan.docs);
    let name = ident(&plan.method);
    let (input, error) = (ident(&plan.input.name), ident(&plan.error.name));
    let input = (!plan.no_input).then(|| quote!(input: crate::operation::#input,));
    let output = match output::own_names(&plan.output).first() {
        Some(own) => {
            let own = ident(own);
            quote!(crate::operation::#own)
        }
        None => output::ty(&plan.output),
    };
    quote! {
        #docs
        fn #name(&self, #input context: &Context) -> impl Future<
            Output = Result<#output, crate::operation::#error>,
        > + Send;
    }
}

/// What `src/operation.rs` takes from the modules below it.
pub(super) fn exported(plan: &Operation) -> Vec<String> {
    let mut names = vec![plan.error.name.clone()];
    if !plan.no_input {
        names.push(plan.input.name.clone());
    }
    names.extend(output::own_names(&plan.output));
    names.sort();
    names
}
