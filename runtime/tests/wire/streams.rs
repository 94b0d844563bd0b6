//! Blobs, streams, documents: what they hold and what they show.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use farrier_runtime::{Blob, ByteStream, Document, Redacted};
use http_body::{Body, Frame};

/// Nothing here ever waits.
fn ready<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

struct Pieces(Vec<Result<Frame<Bytes>, String>>);

impl Body for Pieces {
    type Data = Bytes;
    type Error = String;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, String>>> {
        Poll::Ready(self.0.pop())
    }
}

fn pieces(pieces: &[&'static str]) -> ByteStream {
    let frames =
        pieces.iter().rev().map(|piece| Ok(Frame::data(Bytes::from_static(piece.as_bytes()))));
    ByteStream::from_body(Pieces(frames.collect()))
}

#[test]
fn streams_are_collected() {
    for (parts, whole) in
        [(&[][..], ""), (&["one"], "one"), (&["one", "", "two", "three"], "onetwothree")]
    {
        assert_eq!(ready(pieces(parts).collect()).unwrap(), whole);
        assert_eq!(ready(pieces(parts).collect_up_to(whole.len())).unwrap(), whole);
        if !whole.is_empty() {
            assert!(ready(pieces(parts).collect_up_to(whole.len() - 1)).is_err());
        }
    }
    let whole = ByteStream::from("text");
    assert_eq!(whole.length(), Some(4));
    assert_eq!(whole.in_memory().map(|bytes| &bytes[..]), Some(&b"text"[..]));
    assert!(ready(whole.collect_up_to(3)).is_err());
    let broken = Pieces(vec![Err("reset".to_owned()), Ok(Frame::data(Bytes::from_static(b"a")))]);
    assert_eq!(ready(ByteStream::from_body(broken).collect()).unwrap_err().to_string(), "reset");
}

#[test]
fn lengths_count_down() {
    let mut stream = pieces(&["abc", "de"]).with_length(5);
    assert_eq!(stream.size_hint().exact(), Some(5));
    assert_eq!(ready(stream.next()).unwrap().unwrap(), "abc");
    assert_eq!(stream.length(), Some(2));
    assert_eq!(ready(stream.next()).unwrap().unwrap(), "de");
    assert!(ready(stream.next()).is_none());
    assert_eq!(pieces(&[]).length(), None);
}

/// Collects a stream that was promised to be so long.
fn promised(parts: &[&'static str], length: u64) -> Result<String, String> {
    let collected = ready(pieces(parts).with_length(length).collect());
    let bytes = collected.map_err(|error| error.to_string())?;
    Ok(String::from_utf8(bytes.to_vec()).unwrap())
}

#[test]
fn lengths_are_kept() {
    assert_eq!(promised(&["abc", "de"], 5), Ok("abcde".to_owned()));
    assert_eq!(promised(&["abc", "", "de", ""], 5), Ok("abcde".to_owned()));
    assert_eq!(promised(&[], 0), Ok(String::new()));
    let short = "the stream ended after 5 of the 6 bytes that were promised";
    assert_eq!(promised(&["abc", "de"], 6), Err(short.to_owned()));
    let long = |length| format!("the stream is longer than the {length} bytes that were promised");
    assert_eq!(promised(&["abc", "de"], 4), Err(long(4)));
    assert_eq!(promised(&["abc"], 0), Err(long(0)));
    // Before the last byte is out, for who sends would stop there.
    let mut stream = pieces(&["abc", "de", "", "f"]).with_length(5);
    assert_eq!(ready(stream.next()).unwrap().unwrap(), "abc");
    assert_eq!(ready(stream.next()).unwrap().unwrap_err().to_string(), long(5));
    assert!(ready(stream.next()).is_none());
    let failing = Pieces(vec![Err("reset".to_owned()), Ok(Frame::data(Bytes::from_static(b"a")))]);
    let mut stream = ByteStream::from_body(failing).with_length(1);
    assert_eq!(ready(stream.next()).unwrap().unwrap_err().to_string(), "reset");
    assert!(ready(stream.next()).is_none());
}

#[test]
fn some_streams_can_be_had_again() {
    let mut stream = ByteStream::repeatable(|| pieces(&["abc", "de"])).with_length(5);
    assert_eq!(ready(stream.next()).unwrap().unwrap(), "abc");
    for _ in 0..2 {
        let again = stream.try_clone().unwrap();
        assert_eq!(again.length(), Some(5));
        assert_eq!(ready(again.try_clone().unwrap().collect()).unwrap(), "abcde");
        assert_eq!(ready(again.collect()).unwrap(), "abcde");
    }
    assert_eq!(ready(ByteStream::from("whole").try_clone().unwrap().collect()).unwrap(), "whole");
    assert!(pieces(&["abc"]).try_clone().is_none());
}

#[test]
fn streams_can_cross_threads() {
    fn sendable<T: Send + Sync>() {}
    sendable::<ByteStream>();
    sendable::<Blob>();
}

#[test]
fn little_is_shown() {
    assert_eq!(format!("{:?}", Blob::from("x")), "Blob(1 byte)");
    assert_eq!(format!("{:?}", Blob::from(vec![0; 1024])), "Blob(1024 bytes)");
    assert_eq!(format!("{:?}", ByteStream::from("abc")), "ByteStream(3 bytes)");
    assert_eq!(format!("{:?}", pieces(&[])), "ByteStream(length unknown)");
    assert_eq!(format!("{:?}", Redacted::option(&Some("secret"))), "Some(*** redacted ***)");
    assert_eq!(format!("{:?}", Redacted::option::<String>(&None)), "None");
}

#[test]
fn documents_are_asked_without_panics() {
    let document: Document =
        [("a", Document::from(vec![1, 2])), ("b", Document::from("x"))].into_iter().collect();
    assert_eq!(document.get("a").and_then(|a| a.at(1)).and_then(Document::as_i64), Some(2));
    assert_eq!(document.get("a").and_then(|a| a.at(2)), None);
    assert_eq!(document.get("b").and_then(|b| b.get("c")), None);
    assert_eq!(Document::from(1_u64), Document::from(1_i64));
    assert_eq!(Document::from(1.0), Document::from(1_i64));
    assert_ne!(Document::from(-1_i64), Document::from(u64::MAX));
}
