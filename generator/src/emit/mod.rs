//! From a plan to the text of files; nothing is decided here.

mod answer;
mod client;
mod client_operation;
mod codec;
mod doc;
mod enumeration;
mod error;
mod example;
mod manifest;
mod output;
mod paging;
mod path;
mod protocol_test;
mod query;
mod route;
mod sample;
mod server;
mod server_operation;
mod structure;
mod table;
mod ty;
mod union;

use crate::{
    Options,
    format::{self, PrintError},
    name::{ident, unraw},
    plan::{Crate, Operation, Role, Type},
};
use proc_macro2::TokenStream;
use quote::quote;
use rayon::prelude::*;

/// One file: its path below the crate, and its text.
pub(crate) type File = (String, String);

/// The files of `plan`.
pub(crate) fn files(plan: &Crate, options: &Options) -> Result<Vec<File>, PrintError> {
    let mut jobs: Vec<Job<'_>> = vec![Job::Library, Job::Operations];
    jobs.extend(plan.operations.iter().map(Job::Operation));
    if !plan.types.is_empty() {
        jobs.push(Job::Types);
        jobs.extend(plan.types.iter().map(Job::Type));
    }
    if plan.role == Role::Server {
        jobs.push(Job::Routes);
    }
    let rust: Result<Vec<File>, PrintError> =
        jobs.into_par_iter().map(|job| job.file(plan)).collect();
    let mut files = rust?;
    if !plan.tests.is_empty() {
        files.push(protocol_test::library(plan)?);
        let tests: Result<Vec<File>, PrintError> =
            plan.tests.par_iter().map(|tests| protocol_test::operation(plan, tests)).collect();
        files.extend(tests?);
    }
    files.extend(manifest::files(plan, options));
    files.sort();
    Ok(files)
}

/// One Rust file to be made.
enum Job<'a> {
    Library,
    Operations,
    Operation(&'a Operation),
    Types,
    Type(&'a Type),
    Routes,
}

impl Job<'_> {
    fn file(&self, plan: &Crate) -> Result<File, PrintError> {
        let mut own: Vec<String> = Vec::new();
        let (path, docs, items) = match self {
            Self::Library => {
                let items = match plan.role {
                    Role::Client => client::library(plan),
                    Role::Server => server::library(plan),
                };
                own.extend(
                    match plan.role {
                        Role::Client => ["Client", "Config", "Call", "Error"],
                        Role::Server => ["Context", "Fault", "Server", "Service"],
                    }
                    .map(str::to_owned),
                );
                ("src/lib.rs".to_owned(), manifest::crate_docs(plan), items)
            }
            Self::Operations => {
                let docs = vec![
                    "One module an operation: what it takes, answers and fails with.".to_owned(),
                ];
                ("src/operation.rs".to_owned(), docs, operations(plan))
            }
            Self::Operation(operation) => {
                own.extend(exported(plan.role, operation));
                own.push(operation.input.name.clone());
                let items = match plan.role {
                    Role::Client => client::operation(operation),
                    Role::Server => server_operation::operation(operation),
                };
                let path = format!("src/operation/{}.rs", unraw(&operation.module));
                let docs = vec![format!(
                    "`{}`: `{} {}`.",
                    operation.name, operation.http_method, operation.uri
                )];
                (path, docs, items)
            }
            Self::Types => {
                let docs = vec!["The types that operations take and answer.".to_owned()];
                ("src/types.rs".to_owned(), docs, types(plan))
            }
            Self::Type(ty) => {
                own.push(ty.name().to_owned());
                let items = match ty {
                    Type::Structure(ty) => output::wire_structure(ty, plan.role),
                    Type::Union(ty) => union::union(ty),
                    Type::Enum(ty) => enumeration::string_enum(ty),
                    Type::IntEnum(ty) => enumeration::int_enum(ty),
                };
                (format!("src/types/{}.rs", unraw(ty.module())), Vec::new(), items)
            }
            Self::Routes => {
                let docs = vec!["The tree that finds the operation of a request.".to_owned()];
                ("src/routes.rs".to_owned(), docs, route::routes(&plan.operations))
            }
        };
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let items = path::with_imports(items, &own);
        let docs = format::inner_docs(&docs);
        let lints = matches!(self, Self::Library).then(|| {
            let recursion_limit = plan.recursion_limit.map(|limit| {
                let limit = limit.to_string();
                quote! { #![recursion_limit = #limit] }
            });
            quote! { #![forbid(unsafe_code)] #![warn(missing_docs)] #recursion_limit }
        });
        let text = format::print(quote! { #docs #lints #items })?;
        Ok((path, text))
    }
}

fn exported(role: Role, operation: &Operation) -> Vec<String> {
    match role {
        Role::Client => client::exported(operation),
        Role::Server => server::exported(operation),
    }
}

/// `src/operation.rs`.
fn operations(plan: &Crate) -> TokenStream {
    let visibility = (plan.role == Role::Server).then(|| quote!(pub(crate)));
    let modules = plan.operations.iter().map(|operation| {
        let module = ident(&operation.module);
        quote!(#visibility mod #module;)
    });
    let uses = plan.operations.iter().map(|operation| {
        let module = ident(&operation.module);
        let names: Vec<_> = exported(plan.role, operation).iter().map(|name| ident(name)).collect();
        match names.as_slice() {
            [name] => quote!(pub use #module::#name;),
            names => quote!(pub use #module::{#(#names),*};),
        }
    });
    quote! { #(#modules)* #(#uses)* }
}

/// `src/types.rs`.
fn types(plan: &Crate) -> TokenStream {
    let modules = plan.types.iter().map(|ty| {
        let module = ident(ty.module());
        quote!(mod #module;)
    });
    let uses = plan.types.iter().map(|ty| {
        let (module, name) = (ident(ty.module()), ident(ty.name()));
        quote!(pub use #module::#name;)
    });
    quote! { #(#modules)* #(#uses)* }
}
