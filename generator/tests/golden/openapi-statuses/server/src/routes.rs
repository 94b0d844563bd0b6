//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Mixed, Node};

pub(crate) static ROUTES: Node = Node::new().literals(&[("jobs", &JOBS)]);

// `/jobs`
static JOBS: Node = Node::new().mixed(&[(Mixed::new(&["", ".json"]), &JOBS_JSON)]);

// `/jobs/{}.json`
static JOBS_JSON: Node = Node::new().endpoints(&[Endpoint::new("PUT", 0)]);
