//! What nobody says, and has a default.

use kinds_client::operation as called;
use kinds_server::operation::{DefaultsError, DefaultsOutput};
use serde_json::{Value, json};

use crate::kinds::Recorder;
use crate::unknown::answered;
use crate::{block_on, shown};

#[test]
fn a_server_takes_the_defaults_where_a_client_says_nothing() {
    let recorder = Recorder::default();
    let answer: Result<_, DefaultsError> = Ok(DefaultsOutput::new());
    let client = recorder.client(answer);
    let got = block_on(async { client.defaults(called::DefaultsInput::new()).await });
    let mut expected = defaults();
    assert_eq!(shown(&got.expect("an answer")).0, expected);
    expected["query"] = json!("asked");
    expected["query_rank"] = json!("Ace");
    assert_eq!(recorder.seen().expect("an input").0, expected);
}

#[test]
fn a_client_takes_the_defaults_where_a_server_says_nothing() {
    let client = answered(json!({}));
    let got = block_on(async { client.defaults(called::DefaultsInput::new()).await });
    let mut expected = defaults();
    // A client does not take these for said.
    expected["optional"] = Value::Null;
    expected["added"] = Value::Null;
    assert_eq!(shown(&got.expect("an answer")).0, expected);
}

/// What `DefaultValues` in `model/apis/kinds` has.
fn defaults() -> Value {
    json!({
        "header": "headed",
        "header_suit": "Club",
        "boolean": true,
        "byte": 8,
        "short": 16,
        "integer": 32,
        "long": 64,
        "float": 0.5,
        "double": -1.5,
        "string": "said",
        "empty": "",
        "enum": "Heart",
        "int_enum": "Joker",
        "blob": "aGk=",
        "document": "anything",
        "time": "1970-01-01T00:00:01Z",
        "date_time": "1970-01-01T00:00:02Z",
        "strings": [],
        "string_map": {},
        "optional": 33,
        "added": 34,
    })
}
