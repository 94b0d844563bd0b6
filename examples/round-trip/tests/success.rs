//! Every operation with every member set: what arrives is what was sent, on both sides.
#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by panicking")]

mod inputs;
mod outputs;

use std::sync::{Arc, Mutex};

use round_trip::{Scripted, WAYS, answers, reach};
use serde::Serialize;
use serde_json::Value;

/// Calls an operation in every way; both sides' idea of input and output must agree.
macro_rules! check {
    ($operation:ident, $output:expr) => {
        for way in WAYS {
            let received = Arc::new(Mutex::new(Value::Null));
            let seen = Arc::clone(&received);
            let look = move |input| *seen.lock().expect("the input") = whole(&input);
            let scripted = Scripted { $operation: answers($output, look), ..Scripted::default() };
            let reached = reach(way, scripted).await.expect("a server");
            let sent = whole(&inputs::$operation());
            let output = reached.client.$operation(inputs::$operation()).await.expect("an output");
            assert_eq!(*received.lock().expect("the input"), sent, "{way:?}");
            assert_eq!(whole(&output), whole(&$output), "{way:?}");
        }
    };
}

/// The value as JSON by serde, which has nothing to do with how it travels. No member may be missing.
fn whole<T: Serialize>(value: &T) -> Value {
    let value = serde_json::to_value(value).expect("JSON");
    if !value.is_null() {
        assert_whole(&value, "");
    }
    value
}

fn assert_whole(value: &Value, path: &str) {
    match value {
        Value::Null => panic!("{path} is not set"),
        Value::Array(items) => items.iter().for_each(|item| assert_whole(item, path)),
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| assert_whole(value, &format!("{path}/{name}")))
        }
        _ => {}
    }
}

#[tokio::test]
async fn create_function() {
    check!(create_function, outputs::configuration());
}

#[tokio::test]
async fn update_function_code() {
    check!(update_function_code, outputs::configuration());
}

#[tokio::test]
async fn get_function() {
    check!(get_function, outputs::get_function());
}

#[tokio::test]
async fn delete_function() {
    check!(delete_function, ());
}

#[tokio::test]
async fn publish_version() {
    check!(publish_version, outputs::configuration());
}

#[tokio::test]
async fn list_versions_by_function() {
    check!(list_versions_by_function, outputs::list_versions_by_function());
}

#[tokio::test]
async fn publish_layer_version() {
    check!(publish_layer_version, outputs::publish_layer_version());
}

#[tokio::test]
async fn get_layer_version() {
    check!(get_layer_version, outputs::layer_version());
}

#[tokio::test]
async fn get_layer_version_by_arn() {
    check!(get_layer_version_by_arn, outputs::layer_version());
}

#[tokio::test]
async fn list_layer_versions() {
    check!(list_layer_versions, outputs::list_layer_versions());
}

#[tokio::test]
async fn delete_layer_version() {
    check!(delete_layer_version, ());
}
