//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Greedy, Node};

pub(crate) static ROUTES: Node = Node::new().literals(&[("drives", &DRIVES)]);

// `/drives`
static DRIVES: Node = Node::new().label(&DRIVES_2);

// `/drives/{}`
static DRIVES_2: Node = Node::new().literals(&[("files", &DRIVES_FILES)]);

// `/drives/{}/files`
static DRIVES_FILES: Node = Node::new()
    .greedy(&[Greedy::new(&[], &[Endpoint::new("GET", 0)])]);
