//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new()
    .literals(&[("offer", &OFFER), ("send", &SEND), ("stream", &STREAM), ("sum", &SUM)]);

// `/offer`
static OFFER: Node = Node::new().endpoints(&[Endpoint::new("POST", 3)]);

// `/send`
static SEND: Node = Node::new().endpoints(&[Endpoint::new("POST", 0)]);

// `/stream`
static STREAM: Node = Node::new().endpoints(&[Endpoint::new("POST", 1)]);

// `/sum`
static SUM: Node = Node::new().endpoints(&[Endpoint::new("POST", 2)]);
