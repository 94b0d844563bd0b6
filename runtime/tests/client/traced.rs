//! What `tracing` hears of a call, and what it must not hear.

use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use farrier_runtime::client::Config;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::api::{OPEN, PutThing};
use crate::memory::{Memory, Step};

#[tokio::test(start_paused = true)]
async fn spans_and_events_of_a_call() {
    let heard = Heard::default();
    let _guard = tracing::subscriber::set_default(heard.clone());
    let memory = Memory::new([
        Step::Answer("503 | X-Amzn-ErrorType: Busy", r#"{"message":"secret of the service"}"#),
        Step::Answer("200 | x-amzn-RequestId: id-7", "{}"),
        Step::Answer("404 | X-Amzn-ErrorType: Missing | x-amzn-RequestId: id-8", "{}"),
        Step::Fail,
    ]);
    let client = memory.client(&OPEN, Config::new());
    let call = || client.call(PutThing::new("secret-1", "secret-2")).header("x-key", "secret-3");
    call().await.unwrap();
    call().await.unwrap_err();
    call().retries(0).await.unwrap_err();

    let (spans, events) = heard.take();
    let of = |span: usize, field: &str| spans[span].get(field).cloned().unwrap_or_default();
    assert_eq!(spans.len(), 3);
    for span in 0..3 {
        assert_eq!(
            (of(span, "name").as_str(), of(span, "operation").as_str()),
            ("call", "PutThing")
        );
        assert_eq!(of(span, "service"), OPEN.name());
        assert!(of(span, "duration_ms").parse::<f64>().is_ok(), "{spans:?}");
    }
    assert_eq!((of(0, "status"), of(0, "attempts")), ("200".into(), "2".into()));
    assert_eq!((of(0, "request_id"), of(0, "code")), ("id-7".into(), String::new()));
    assert_eq!((of(1, "status"), of(1, "attempts")), ("404".into(), "1".into()));
    assert_eq!((of(1, "request_id"), of(1, "code")), ("id-8".into(), "Missing".into()));
    assert_eq!(of(2, "status"), "");
    let said: Vec<&str> = events.iter().map(|event| event["message"].as_str()).collect();
    assert_eq!(
        said,
        [
            "answered with an error",
            "waiting to try again",
            "answered",
            "answered with an error",
            "failed"
        ]
    );
    assert_eq!((events[0]["status"].as_str(), events[0]["code"].as_str()), ("503", "Busy"));
    assert_eq!((events[0]["attempt"].as_str(), events[2]["attempt"].as_str()), ("1", "2"));
    assert!(events[4]["error"].contains("the service broke"), "{events:?}");
    let all = format!("{spans:?}{events:?}");
    assert!(!all.contains("secret"), "{all}");
}

type Fields = BTreeMap<&'static str, String>;

/// A subscriber that remembers.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<(Vec<Fields>, Vec<Fields>)>>);

impl Heard {
    /// The spans, and the events in them.
    fn take(&self) -> (Vec<Fields>, Vec<Fields>) {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl Subscriber for Heard {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("farrier_runtime")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields::from([("name", span.metadata().name().to_owned())]);
        span.record(&mut Texts(&mut fields));
        let mut heard = self.0.lock().unwrap();
        heard.0.push(fields);
        Id::from_u64(heard.0.len() as u64)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut heard = self.0.lock().unwrap();
        let index = usize::try_from(span.into_u64()).unwrap() - 1;
        values.record(&mut Texts(&mut heard.0[index]));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::new();
        event.record(&mut Texts(&mut fields));
        self.0.lock().unwrap().1.push(fields);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Texts<'f>(&'f mut Fields);

impl Visit for Texts<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let mut text = String::new();
        write!(text, "{value:?}").unwrap();
        self.0.insert(field.name(), text);
    }
}
