//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new().literals(&[("things", &THINGS)]);

// `/things`
static THINGS: Node = Node::new()
    .endpoints(
        &[Endpoint::new("GET", 0).query(&[("kind", Some("all")), ("flag", None)])],
    );
