//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new()
    .literals(
        &[("bills", &BILLS), ("notes", &NOTES), ("orders", &ORDERS), ("parts", &PARTS)],
    );

// `/bills`
static BILLS: Node = Node::new().endpoints(&[Endpoint::new("POST", 2)]);

// `/notes`
static NOTES: Node = Node::new().label(&NOTES_2);

// `/notes/{}`
static NOTES_2: Node = Node::new().endpoints(&[Endpoint::new("PUT", 3)]);

// `/orders`
static ORDERS: Node = Node::new().endpoints(&[Endpoint::new("POST", 1)]);

// `/parts`
static PARTS: Node = Node::new().endpoints(&[Endpoint::new("PUT", 0)]);
