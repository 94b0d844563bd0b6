//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new().literals(&[("send", &SEND)]);

// `/send`
static SEND: Node = Node::new().endpoints(&[Endpoint::new("POST", 0)]);
