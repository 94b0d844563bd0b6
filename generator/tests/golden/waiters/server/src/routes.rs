//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new().literals(&[("orders", &ORDERS)]);

// `/orders`
static ORDERS: Node = Node::new().label(&ORDERS_2);

// `/orders/{}`
static ORDERS_2: Node = Node::new().endpoints(&[Endpoint::new("GET", 0)]);
