//! How the pages of operations follow each other, and what can be waited for.

use super::{
    doc::{deprecated, doc, docs},
    query, ty,
};
use crate::{
    name::{ident, unraw},
    plan::{Acceptor, AcceptorMatcher, Operation, Pagination, PathStep, Waiter},
};
use farrier_model::api::AcceptorState;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// What stands in the operation's file.
pub(super) fn operation(plan: &Operation) -> TokenStream {
    let pagination = plan.pagination.as_ref().map(|pages| pagination(plan, pages));
    let waiters = waiters(plan);
    quote! { #pagination #waiters }
}

/// What the method of a paginated operation says of that.
pub(super) fn method_docs(plan: &Operation) -> Vec<String> {
    let Some(pages) = &plan.pagination else { return Vec::new() };
    let more = match &pages.items {
        Some(_) => {
            "Answers a page at a time; `.items()` goes through all of them, as does `.pages()`."
        }
        None => "Answers a page at a time; `.pages()` goes through all of them.",
    };
    vec![String::new(), more.to_owned()]
}

/// The client's methods that wait.
pub(super) fn methods(plan: &Operation) -> TokenStream {
    let input = ident(&plan.input.name);
    let (parameter, value) = match plan.no_input {
        true => (None, quote!(crate::operation::#input::default())),
        false => (Some(quote!(input: crate::operation::#input,)), quote!(input)),
    };
    plan.waiters
        .iter()
        .map(|waiter| {
            let mut lines = waiter.docs.clone();
            let method = unraw(&plan.method);
            lines.push(String::new());
            lines.push(format!(
                "Calls [`{method}`](Self::{method}) until then, for `max_wait` at most."
            ));
            let docs = docs(&lines);
            let deprecated = deprecated(waiter.deprecated.as_ref().or(plan.deprecated.as_ref()));
            let (name, constant) = (ident(&waiter.method), ident(&waiter.constant));
            quote! {
                #docs
                #deprecated
                pub fn #name(
                    &self,
                    #parameter
                    max_wait: std::time::Duration,
                ) -> farrier_runtime::client::Wait<crate::operation::#input> {
                    self.inner
                        .call(#value)
                        .wait_until(crate::operation::#input::#constant, max_wait)
                }
            }
        })
        .collect()
}

fn pagination(plan: &Operation, pages: &Pagination) -> TokenStream {
    let input = ident(&plan.input.name);
    let token = ty::ty(&pages.token);
    let next_token = borrowed(&pages.next_token);
    let set = ident(&pages.set.field);
    let value = if pages.set.optional { quote!(Some(token)) } else { quote!(token) };
    let (items_type, items) = match &pages.items {
        None => (quote!(()), None),
        Some((path, items)) => {
            let items = ty::ty(items);
            let value = owned(path);
            let function = quote! {
                fn items(output: Self::Output) -> Option<Self::Items> { #value }
            };
            (items, Some(function))
        }
    };
    quote! {
        impl farrier_runtime::client::Paginated for #input {
            type Token = #token;
            type Items = #items_type;

            fn next_token(output: &Self::Output) -> Option<&Self::Token> { #next_token }

            fn set_token(&mut self, token: Self::Token) { self.#set = #value; }

            #items
        }
    }
}

/// The value that a path leads to, borrowed from the output.
fn borrowed(path: &[PathStep]) -> TokenStream {
    let mut value = quote!(output);
    let count = path.len();
    for (index, step) in path.iter().enumerate() {
        let field = ident(&step.field);
        value = match (step.optional, index + 1 == count) {
            (true, true) => quote!(#value.#field.as_ref()),
            (true, false) => quote!(#value.#field.as_ref()?),
            (false, true) => quote!(Some(&#value.#field)),
            (false, false) => quote!(#value.#field),
        };
    }
    value
}

/// The value that a path leads to, taken out of the output.
fn owned(path: &[PathStep]) -> TokenStream {
    let mut value = quote!(output);
    let count = path.len();
    for (index, step) in path.iter().enumerate() {
        let field = ident(&step.field);
        value = match (step.optional, index + 1 == count) {
            (true, false) => quote!(#value.#field?),
            (false, true) => quote!(Some(#value.#field)),
            (true, true) | (false, false) => quote!(#value.#field),
        };
    }
    value
}

fn waiters(plan: &Operation) -> TokenStream {
    if plan.waiters.is_empty() {
        return TokenStream::new();
    }
    let input = ident(&plan.input.name);
    let constants = plan.waiters.iter().map(constant);
    quote! { impl #input { #(#constants)* } }
}

fn constant(plan: &Waiter) -> TokenStream {
    let method = unraw(&plan.method);
    let docs = doc(&format!("What [`{method}`](crate::Client::{method}) waits for."));
    let (constant, name) = (ident(&plan.constant), &plan.name);
    let min = Literal::u32_unsuffixed(plan.min_delay);
    let max = Literal::u32_unsuffixed(plan.max_delay);
    let acceptors = plan.acceptors.iter().map(acceptor);
    quote! {
        #docs
        pub const #constant: farrier_runtime::client::Waiter<Self> =
            farrier_runtime::client::Waiter {
                name: #name,
                min_delay: #min,
                max_delay: #max,
                acceptors: &[#(#acceptors),*],
            };
    }
}

fn acceptor(plan: &Acceptor) -> TokenStream {
    let text = |(expected, state): &(String, AcceptorState)| {
        let state = self::state(*state);
        quote!((#expected, #state))
    };
    let acceptor = match &plan.matcher {
        AcceptorMatcher::Output(state) => {
            let state = self::state(*state);
            quote!(farrier_runtime::client::Acceptor::output(#state))
        }
        AcceptorMatcher::Error(None, state) => {
            let state = self::state(*state);
            quote!(farrier_runtime::client::Acceptor::any_error(#state))
        }
        AcceptorMatcher::Error(Some(code), state) => {
            let state = self::state(*state);
            quote!(farrier_runtime::client::Acceptor::error(#code, #state))
        }
        AcceptorMatcher::Text(path, query, states) => {
            let (closure, states) = (query::closure(query), states.iter().map(text));
            quote! {
                farrier_runtime::client::Acceptor::string(#path, #closure, &[#(#states),*])
            }
        }
        AcceptorMatcher::Flag(path, query, states) => {
            let closure = query::closure(query);
            let states = states.iter().map(|(expected, state)| {
                let state = self::state(*state);
                quote!((#expected, #state))
            });
            quote! {
                farrier_runtime::client::Acceptor::boolean(#path, #closure, &[#(#states),*])
            }
        }
        AcceptorMatcher::All(path, query, states) => {
            let (closure, states) = (query::closure_of_texts(query), states.iter().map(text));
            quote! {
                farrier_runtime::client::Acceptor::all_strings(
                    #path,
                    #closure,
                    &[#(#states),*],
                )
            }
        }
        AcceptorMatcher::Any(path, query, states) => {
            let (closure, states) = (query::closure_of_texts(query), states.iter().map(text));
            quote! {
                farrier_runtime::client::Acceptor::any_string(
                    #path,
                    #closure,
                    &[#(#states),*],
                )
            }
        }
    };
    match &plan.message {
        None => acceptor,
        Some(message) => {
            let closure = query::closure_of_texts(message);
            quote!(farrier_runtime::client::Acceptor::message(#acceptor, #closure))
        }
    }
}

fn state(state: AcceptorState) -> TokenStream {
    match state {
        AcceptorState::Success => quote!(farrier_runtime::client::WaiterState::Success),
        AcceptorState::Failure => quote!(farrier_runtime::client::WaiterState::Failure),
        AcceptorState::Retry => quote!(farrier_runtime::client::WaiterState::Retry),
    }
}
