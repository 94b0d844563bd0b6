//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new()
    .literals(&[("orders", &ORDERS), ("rest", &REST), ("tags", &TAGS)]);

// `/orders`
static ORDERS: Node = Node::new().endpoints(&[Endpoint::new("GET", 0)]);

// `/rest`
static REST: Node = Node::new().endpoints(&[Endpoint::new("GET", 2)]);

// `/tags`
static TAGS: Node = Node::new().endpoints(&[Endpoint::new("POST", 1)]);
