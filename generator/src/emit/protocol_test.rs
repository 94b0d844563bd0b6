//! Protocol tests: `tests/protocol/`.

use super::{
    File,
    doc::{doc, docs},
    output, path,
    sample::variable,
};
use crate::{
    format::{self, PrintError},
    name::{ident, unraw},
    plan::{
        Comparison, Crate, MessagePattern, MessageText, Operation, OperationTests, Outcome,
        RequestPlan, ResponsePlan, Role, StructureSample, Test, TestKind,
    },
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// `tests/protocol/main.rs`.
pub(super) fn library(plan: &Crate) -> Result<File, PrintError> {
    let docs =
        vec!["What must be on the wire for given values: the model's protocol tests.".to_owned()];
    let operations: Vec<&Operation> =
        plan.tests.iter().filter_map(|tests| plan.operations.get(tests.operation)).collect();
    let modules = operations.iter().map(|operation| {
        let module = ident(&operation.module);
        quote!(mod #module;)
    });
    let deprecated = plan.operations.iter().any(|operation| operation.deprecated.is_some());
    let deprecated = (deprecated && plan.role == Role::Client)
        .then(|| quote!(#![allow(deprecated, reason = "what is deprecated is tested, too")]));
    let handlers = (plan.role == Role::Server).then(|| handlers(plan));
    let items = quote! { #(#modules)* #handlers };
    let items = path::with_imports_of(&plan.library, items, &["Recorder"]);
    let docs = format::inner_docs(&docs);
    let text = format::print(quote! { #docs #deprecated #items })?;
    Ok(("tests/protocol/main.rs".to_owned(), text))
}

/// Handlers that keep their inputs.
fn handlers(plan: &Crate) -> TokenStream {
    let name = ident(&plan.service.type_name);
    let methods = plan.operations.iter().map(|operation| {
        let (method, error) = (ident(&operation.method), ident(&operation.error.name));
        let output = output_type(operation);
        let (parameter, input) = match operation.no_input {
            true => (None, quote!(())),
            false => {
                let input = ident(&operation.input.name);
                (Some(quote!(input: crate::operation::#input,)), quote!(input))
            }
        };
        quote! {
            async fn #method(
                &self,
                #parameter
                _context: &crate::Context,
            ) -> Result<#output, crate::operation::#error> {
                self.0.keep(#input)
            }
        }
    });
    let recorder = doc("Handlers that keep their inputs, and fail.");
    let service = doc("The service of such handlers.");
    let library = ident(&plan.library);
    quote! {
        #recorder
        struct Recorder(farrier_runtime::testing::Script);

        impl crate::#name for Recorder { #(#methods)* }

        #service
        fn service(
            script: &farrier_runtime::testing::Script,
        ) -> crate::Service<crate::Handlers<Recorder>> {
            #library::service(Recorder(script.clone()))
        }
    }
}

fn output_type(operation: &Operation) -> TokenStream {
    match output::own_names(&operation.output).first() {
        Some(own) => {
            let own = ident(own);
            quote!(crate::operation::#own)
        }
        None => output::ty(&operation.output),
    }
}

/// `tests/protocol/<operation>.rs`.
pub(super) fn operation(plan: &Crate, tests: &OperationTests) -> Result<File, PrintError> {
    let Some(operation) = plan.operations.get(tests.operation) else {
        return Ok((String::new(), String::new()));
    };
    let functions = tests.tests.iter().map(|test| function(plan, operation, test));
    let items = path::with_imports_of(&plan.library, quote!(#(#functions)*), &[]);
    let docs = format::inner_docs(&[format!("`{}`.", operation.name)]);
    let text = format::print(quote! { #docs #items })?;
    Ok((format!("tests/protocol/{}.rs", unraw(&operation.module)), text))
}

fn function(plan: &Crate, operation: &Operation, test: &Test) -> TokenStream {
    let docs = docs(&test.docs);
    let name = ident(&test.name);
    let (is_async, body) = match (&test.kind, plan.role) {
        (TestKind::Request { input, request, .. }, Role::Client) => {
            (true, client_request(operation, input.as_ref(), request))
        }
        (TestKind::Request { input, comparison, request }, Role::Server) => {
            (true, server_request(operation, input.as_ref(), comparison, request))
        }
        (TestKind::Response { outcome, comparison, response }, Role::Client) => (
            comparison.stream.is_some(),
            client_response(plan, operation, outcome, comparison, response),
        ),
        (TestKind::Response { outcome, response, .. }, Role::Server) => {
            (true, server_response(operation, outcome, response))
        }
        (TestKind::Malformed { request, response, message }, _) => {
            (true, malformed(request, response, message.as_ref()))
        }
    };
    match is_async {
        true => quote! { #docs #[tokio::test] async fn #name() { #body } },
        false => quote! { #docs #[test] fn #name() { #body } },
    }
}

fn client_request(
    operation: &Operation,
    input: Option<&StructureSample>,
    request: &RequestPlan,
) -> TokenStream {
    let host = &request.host;
    let method = ident(&operation.method);
    let (input, argument) = match input {
        Some(input) => (Some(variable("input", input)), Some(quote!(input))),
        None => (None, None),
    };
    let mut checks = Vec::new();
    let (http_method, path) = (&request.method, &request.path);
    checks.push(quote!(.method(#http_method).path(#path)));
    if let Some(host) = &request.resolved_host {
        checks.push(quote!(.host(#host)));
    }
    for (names, check) in [
        (&request.query, "query"),
        (&request.forbidden_query, "no_query"),
        (&request.required_query, "some_query"),
    ] {
        if !names.is_empty() {
            let check = ident(check);
            checks.push(quote!(.#check(&[#(#names),*])));
        }
    }
    checks.push(message_checks(&request.message));
    quote! {
        #input
        let client = crate::Client::new(farrier_runtime::testing::config(#host));
        let call = client.#method(#argument);
        let request = farrier_runtime::testing::request(call).await;
        request #(#checks)*;
    }
}

fn message_checks(message: &MessageText) -> TokenStream {
    let mut checks = TokenStream::new();
    for (name, value) in &message.headers {
        checks.extend(quote!(.header(#name, #value)));
    }
    let (forbidden, required) = (&message.forbidden_headers, &message.required_headers);
    if !forbidden.is_empty() {
        checks.extend(quote!(.no_headers(&[#(#forbidden),*])));
    }
    if !required.is_empty() {
        checks.extend(quote!(.some_headers(&[#(#required),*])));
    }
    match &message.body {
        Some((Some(media_type), body)) => checks.extend(quote!(.body_of(#media_type, #body))),
        Some((None, body)) => checks.extend(quote!(.body(#body))),
        None => {}
    }
    checks
}

/// A request that a server gets.
fn test_request(request: &RequestPlan) -> TokenStream {
    let (method, mut target) = (&request.method, request.path.clone());
    for (index, parameter) in request.query.iter().enumerate() {
        target.push(if index == 0 && !target.contains('?') { '?' } else { '&' });
        target.push_str(parameter);
    }
    let headers =
        request.message.headers.iter().map(|(name, value)| quote!(.header(#name, #value)));
    let body = request.message.body.as_ref().filter(|(_, body)| !body.is_empty());
    let body = body.map(|(_, body)| quote!(.body(#body)));
    quote!(farrier_runtime::testing::TestRequest::new(#method, #target) #(#headers)* #body)
}

fn server_request(
    operation: &Operation,
    input: Option<&StructureSample>,
    comparison: &Comparison,
    request: &RequestPlan,
) -> TokenStream {
    let request = test_request(request);
    let (kept, compare) = match input {
        None => (quote!(script.input::<()>(&answer);), TokenStream::new()),
        Some(_) if compares_nothing(comparison) => {
            let ty = ident(&operation.input.name);
            (quote!(script.input::<crate::operation::#ty>(&answer);), TokenStream::new())
        }
        Some(expected) => {
            let ty = ident(&operation.input.name);
            let expected = expected_of(expected, comparison);
            let compare = compare("input", comparison);
            (
                quote!(let input: crate::operation::#ty = script.input(&answer);),
                quote! { #expected #compare },
            )
        }
    };
    quote! {
        let script = farrier_runtime::testing::Script::new();
        let request = #request;
        let answer = request.send(super::service(&script)).await;
        #kept
        #compare
    }
}

/// The function that compares values in which NaN is expected, or is not.
fn assert_same(holds_nan: bool) -> TokenStream {
    match holds_nan {
        true => quote!(farrier_runtime::testing::assert_same_or_nan),
        false => quote!(farrier_runtime::testing::assert_same),
    }
}

fn compares_nothing(comparison: &Comparison) -> bool {
    comparison.stream.is_none() && comparison.fields.as_ref().is_some_and(Vec::is_empty)
}

/// The statements that make the variable `expected`, if anything is compared with it.
fn expected_of(expected: &StructureSample, comparison: &Comparison) -> Option<TokenStream> {
    let is_used = comparison.fields.as_ref().is_none_or(|fields| !fields.is_empty());
    is_used.then(|| variable("expected", expected))
}

/// That the variable `actual` is as the variable `expected`.
fn compare(actual: &str, comparison: &Comparison) -> TokenStream {
    let actual = ident(actual);
    let Some(fields) = &comparison.fields else {
        return quote!(farrier_runtime::testing::assert_same(&#actual, &expected););
    };
    let fields = fields.iter().map(|field| {
        let (name, assert_same) = (ident(&field.name), assert_same(field.holds_nan));
        quote!(#assert_same(&#actual.#name, &expected.#name);)
    });
    let stream = comparison.stream.as_ref().map(|(field, optional, bytes)| {
        let field = ident(field);
        let bytes = Literal::byte_string(bytes.as_bytes());
        let or = optional.then(|| quote!(.unwrap_or_default()));
        quote!(farrier_runtime::testing::assert_stream(#actual.#field #or, #bytes).await;)
    });
    quote! { #(#fields)* #stream }
}

fn client_response(
    plan: &Crate,
    operation: &Operation,
    outcome: &Outcome,
    comparison: &Comparison,
    response: &ResponsePlan,
) -> TokenStream {
    let input = ident(&operation.input.name);
    let protocol = ident(plan.service.protocol_static);
    let protocol = quote!(&farrier_runtime::protocol::#protocol);
    let status = Literal::u16_unsuffixed(response.status);
    let headers =
        response.message.headers.iter().map(|(name, value)| quote!(.header(#name, #value)));
    let body = response.message.body.as_ref().map(|(_, body)| quote!(.body(#body)));
    let reply = quote! {
        let reply = farrier_runtime::testing::Reply::new(#status) #(#headers)* #body;
    };
    match outcome {
        Outcome::Nothing => quote! {
            #reply
            reply.output::<crate::operation::#input>(#protocol);
        },
        Outcome::Output(_) if compares_nothing(comparison) => quote! {
            #reply
            reply.output::<crate::operation::#input>(#protocol);
        },
        Outcome::Output(expected) => {
            let expected = expected_of(expected, comparison);
            let compare = compare("output", comparison);
            quote! {
                #reply
                let output = reply.output::<crate::operation::#input>(#protocol);
                #expected
                #compare
            }
        }
        Outcome::Error(variant, expected) => {
            let (error, variant) = (ident(&operation.error.name), ident(variant));
            let error = quote!(crate::operation::#error::#variant);
            let assert_same =
                assert_same(expected.as_ref().is_some_and(StructureSample::holds_nan));
            let (made, value) = match expected {
                Some(expected) => (Some(variable("expected", expected)), quote!(#error(expected))),
                None => (None, error),
            };
            quote! {
                #reply
                let error = reply.error::<crate::operation::#input>(#protocol);
                #made
                #assert_same(&error, &#value);
            }
        }
    }
}

fn server_response(
    operation: &Operation,
    outcome: &Outcome,
    response: &ResponsePlan,
) -> TokenStream {
    let name = &operation.name;
    let error = ident(&operation.error.name);
    let ty = output_type(operation);
    let (made, outcome) = match outcome {
        Outcome::Nothing => (None, quote!(Ok::<(), crate::operation::#error>(()))),
        Outcome::Output(output) => {
            (Some(variable("output", output)), quote!(Ok::<_, crate::operation::#error>(output)))
        }
        Outcome::Error(variant, content) => {
            let variant = ident(variant);
            let variant = quote!(crate::operation::#error::#variant);
            match content {
                Some(content) => {
                    (Some(variable("error", content)), quote!(Err::<#ty, _>(#variant(error))))
                }
                None => (None, quote!(Err::<#ty, _>(#variant))),
            }
        }
    };
    let status = Literal::u16_unsuffixed(response.status);
    let checks = message_checks(&response.message);
    quote! {
        #made
        let service = super::service(&Default::default());
        let answer = farrier_runtime::testing::answer(service, #name, #outcome).await;
        answer.status(#status) #checks;
    }
}

fn malformed(
    request: &RequestPlan,
    response: &ResponsePlan,
    message: Option<&MessagePattern>,
) -> TokenStream {
    let request = test_request(request);
    let status = Literal::u16_unsuffixed(response.status);
    let checks = message_checks(&response.message);
    let message = message
        .map(|MessagePattern { media_type, pattern }| quote!(.message(#media_type, #pattern)));
    quote! {
        let request = #request;
        let answer = request.send(super::service(&Default::default())).await;
        answer.status(#status) #checks #message;
    }
}
