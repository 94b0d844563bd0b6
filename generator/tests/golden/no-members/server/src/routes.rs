//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new()
    .literals(&[("ping", &PING), ("wait", &WAIT)]);

// `/ping`
static PING: Node = Node::new().endpoints(&[Endpoint::new("POST", 0)]);

// `/wait`
static WAIT: Node = Node::new().endpoints(&[Endpoint::new("POST", 1)]);
