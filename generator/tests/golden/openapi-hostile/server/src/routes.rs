//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new().literals(&[("a\"b", &A_B)]);

// `/a"b`
static A_B: Node = Node::new().label(&A_B_2);

// `/a"b/{}`
static A_B_2: Node = Node::new().endpoints(&[Endpoint::new("GET", 0)]);
