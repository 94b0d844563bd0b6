//! Reading a request's body: up to a size, and not for ever.

use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};

use super::timer;
use crate::value::{BodyError, ByteStream};

/// Why a body was not read to its end.
#[derive(Debug)]
pub(crate) enum ReceiveError {
    /// It is longer than the limit.
    TooLarge,
    /// It came too slowly.
    TooSlow,
    /// The connection broke off, or the body was not framed as HTTP wants it, or not compressed as it says.
    Broken(BodyError),
    /// The first bytes were looked at, and not wanted.
    Refused,
}

/// Callers that send at least this many bytes a second are never cut off for being slow.
const SLOWEST: u64 = 16 * 1024;

/// The whole body, if it is at most `limit` bytes long.
///
/// It must arrive within `timeout`, plus a second for every 16 KiB that have arrived: so neither a large body on a slow
/// line is cut off, nor can a caller hold on by sending a byte now and then. `welcome` is asked once, before
/// the first byte is kept.
pub(crate) async fn receive(
    mut body: ByteStream,
    limit: u64,
    timeout: Option<Duration>,
    latest: Option<Instant>,
    welcome: impl Fn() -> bool,
) -> Result<Bytes, ReceiveError> {
    if body.length().is_some_and(|length| length > limit) {
        return Err(ReceiveError::TooLarge);
    }
    let started = Instant::now();
    let mut first = Bytes::new();
    let mut rest = BytesMut::new();
    loop {
        let received = (first.len() + rest.len()) as u64;
        let deadline = deadline(started, timeout, received, latest);
        let piece = match timer::before(deadline, body.next()).await {
            Err(timer::Elapsed) => return Err(ReceiveError::TooSlow),
            Ok(None) => break,
            Ok(Some(Err(error))) => return Err(ReceiveError::Broken(error)),
            Ok(Some(Ok(piece))) if piece.is_empty() => continue,
            Ok(Some(Ok(piece))) => piece,
        };
        if piece.len() as u64 > limit.saturating_sub(received) {
            return Err(ReceiveError::TooLarge);
        }
        if received == 0 {
            if !welcome() {
                return Err(ReceiveError::Refused);
            }
            first = piece;
            continue;
        }
        if rest.is_empty() {
            let expected = body.length().unwrap_or(0).min(limit);
            rest.reserve(
                first.len() + piece.len() + usize::try_from(expected).unwrap_or(0).min(RESERVED),
            );
            rest.extend_from_slice(&first);
            first = Bytes::new();
        }
        rest.extend_from_slice(&piece);
    }
    Ok(if rest.is_empty() { first } else { rest.freeze() })
}

/// How much is reserved ahead on a caller's word.
const RESERVED: usize = 1024 * 1024;

fn deadline(
    started: Instant,
    timeout: Option<Duration>,
    received: u64,
    latest: Option<Instant>,
) -> Option<Instant> {
    let slow = timeout.and_then(|timeout| {
        let earned = Duration::from_millis(received.saturating_mul(1000) / SLOWEST);
        started.checked_add(timeout.checked_add(earned)?)
    });
    match (slow, latest) {
        (Some(slow), Some(latest)) => Some(slow.min(latest)),
        (slow, latest) => slow.or(latest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_may_be_as_long_as_can_be_said() {
        let now = Instant::now();
        assert_eq!(deadline(now, Some(Duration::MAX), 20_000, None), None);
        assert_eq!(deadline(now, Some(Duration::MAX), 20_000, Some(now)), Some(now));
    }
}
