//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new()
    .literals(&[("openly", &OPENLY), ("send", &SEND)]);

// `/openly`
static OPENLY: Node = Node::new().endpoints(&[Endpoint::new("POST", 1)]);

// `/send`
static SEND: Node = Node::new().endpoints(&[Endpoint::new("POST", 0)]);
