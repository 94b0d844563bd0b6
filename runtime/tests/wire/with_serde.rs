//! The value types through serde.

use farrier_runtime::{BigDecimal, BigInteger, Blob, Document, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct All {
    blob: Blob,
    time: Timestamp,
    integer: BigInteger,
    decimal: BigDecimal,
    document: Document,
}

#[test]
fn values_go_through_serde() {
    let document = json!({"a": [1, -1, 1.5, null, true, "x", u64::MAX]});
    let all = All {
        blob: Blob::from("blob"),
        time: Timestamp::new(1, 500_000_000).unwrap(),
        integer: "123456789012345678901234567890".parse().unwrap(),
        decimal: "1.50".parse().unwrap(),
        document: serde_json::from_value(document.clone()).unwrap(),
    };
    let expected = json!({
        "blob": "YmxvYg==",
        "time": "1970-01-01T00:00:01.5Z",
        "integer": "123456789012345678901234567890",
        "decimal": "1.50",
        "document": document,
    });
    assert_eq!(serde_json::to_value(&all).unwrap(), expected);
    assert_eq!(serde_json::from_value::<All>(expected).unwrap(), all);
}

#[test]
fn wrong_texts_are_refused() {
    assert!(serde_json::from_value::<Blob>(json!("*")).is_err());
    assert!(serde_json::from_value::<Blob>(json!([1, 2])).is_err());
    assert!(serde_json::from_value::<Timestamp>(json!("yesterday")).is_err());
    assert!(serde_json::from_value::<BigInteger>(json!("1.5")).is_err());
    assert!(serde_json::from_value::<BigDecimal>(json!("x")).is_err());
}
