//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new()
    .literals(&[("boxes", &BOXES), ("notes", &NOTES), ("picture", &PICTURE)]);

// `/boxes`
static BOXES: Node = Node::new().label(&BOXES_2);

// `/boxes/{}`
static BOXES_2: Node = Node::new().endpoints(&[Endpoint::new("PUT", 0)]);

// `/notes`
static NOTES: Node = Node::new().endpoints(&[Endpoint::new("POST", 2)]);

// `/picture`
static PICTURE: Node = Node::new()
    .endpoints(&[Endpoint::new("GET", 1), Endpoint::new("POST", 3)]);
