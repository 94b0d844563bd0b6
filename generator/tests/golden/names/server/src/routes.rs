//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new()
    .literals(&[("new", &NEW), ("self", &SELF), ("type", &TYPE)]);

// `/new`
static NEW: Node = Node::new().endpoints(&[Endpoint::new("POST", 2)]);

// `/self`
static SELF: Node = Node::new().endpoints(&[Endpoint::new("POST", 1)]);

// `/type`
static TYPE: Node = Node::new().endpoints(&[Endpoint::new("POST", 0)]);
