//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new()
    .literals(&[("thing", &THING), ("upload", &UPLOAD)]);

// `/thing`
static THING: Node = Node::new().endpoints(&[Endpoint::new("GET", 0)]);

// `/upload`
static UPLOAD: Node = Node::new().endpoints(&[Endpoint::new("POST", 1)]);
