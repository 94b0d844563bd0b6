//! Bodies of JSON.

use farrier_runtime::Document;
use farrier_runtime::codec::{Decode, Encode, Strictness};
use farrier_runtime::protocol::{HTTP_JSON, Protocol, REST_JSON_1};
use serde_json::Value;

/// As a document: what `serde_json` reads is read alike, and what is written again is the same.
pub fn document(body: &[u8]) {
    let reference = serde_json::from_slice::<Value>(body);
    for strictness in [Strictness::Strict, Strictness::Tolerant] {
        let ours = REST_JSON_1.reader(body, strictness).decode::<Document>();
        assert_eq!(
            ours.is_ok(),
            reference.is_ok(),
            "{strictness:?}: {ours:?} against {reference:?}"
        );
        let (Ok(document), Ok(reference)) = (ours, &reference) else { continue };
        assert_eq!(&serde_json::to_value(&document).expect("a document is JSON"), reference);
        let written = write(&document);
        assert_eq!(read::<Document>(&written), document, "{}", String::from_utf8_lossy(&written));
    }
}

/// As the output of an operation: what a client reads, the server that has it writes such that the client reads the same.
pub fn generated_type(body: &[u8]) {
    use lambda_client::types::FunctionConfiguration as Received;
    use lambda_server::types::FunctionConfiguration as Sent;

    let mut reader = REST_JSON_1.reader(body, Strictness::Tolerant);
    let Ok(received) = reader.decode::<Received>() else {
        let problem = reader.problems().malformed().expect("it says why");
        assert!(problem.offset.is_none_or(|offset| offset <= body.len()), "{problem:?}");
        return;
    };
    let plain = serde_json::to_value(&received).expect("every type is JSON to serde");
    // Enums are closed on servers: one may have a value that the server does not know.
    let Ok(sent) = serde_json::from_value::<Sent>(plain.clone()) else { return };
    let again: Received = read(&write(&sent));
    assert_eq!(serde_json::to_value(&again).expect("JSON"), plain);
}

fn write<T: Encode>(value: &T) -> Vec<u8> {
    let mut written = Vec::new();
    REST_JSON_1.writer(&mut written).encode(value);
    let mut same = Vec::new();
    HTTP_JSON.writer(&mut same).encode(value);
    serde_json::from_slice::<Value>(&written).expect("what is written is JSON");
    serde_json::from_slice::<Value>(&same).expect("what is written is JSON");
    written
}

fn read<T: Decode>(body: &[u8]) -> T {
    let mut reader = REST_JSON_1.reader(body, Strictness::Tolerant);
    match reader.decode() {
        Ok(value) => value,
        Err(_) => panic!("{:?}: {}", reader.problems(), String::from_utf8_lossy(body)),
    }
}
