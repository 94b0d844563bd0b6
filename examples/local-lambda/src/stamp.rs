//! What tells one state of a thing from the next: revisions and dates.

use lambda_server::farrier_runtime::{Timestamp, TimestampFormat};

/// A word that no other state has.
pub(crate) fn new_revision() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// The time, in the form that Lambda writes: `2024-05-17T09:30:00.000+0000`.
pub(crate) fn now() -> String {
    written(Timestamp::now())
}

fn written(time: Timestamp) -> String {
    let milliseconds = time.subsec_nanos() / 1_000_000;
    let second =
        Timestamp::from_unix_seconds(time.unix_seconds()).format(TimestampFormat::DateTime);
    format!("{}.{milliseconds:03}+0000", second.trim_end_matches('Z'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let check = |nanoseconds, expected: &str| {
            let time = Timestamp::new(1_715_938_200, nanoseconds).expect("a time");
            assert_eq!(written(time), expected);
        };
        check(0, "2024-05-17T09:30:00.000+0000");
        check(45_999_999, "2024-05-17T09:30:00.045+0000");
    }
}
