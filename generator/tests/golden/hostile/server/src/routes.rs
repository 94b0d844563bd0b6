//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new().literals(&[("a%22b", &A_22B)]);

// `/a%22b`
static A_22B: Node = Node::new().label(&A_22B_2);

// `/a%22b/{}`
static A_22B_2: Node = Node::new().endpoints(&[Endpoint::new("POST", 0)]);
