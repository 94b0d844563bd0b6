//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new()
    .literals(
        &[
            ("convert", &CONVERT),
            ("log", &LOG),
            ("objects", &OBJECTS),
            ("records", &RECORDS),
        ],
    );

// `/convert`
static CONVERT: Node = Node::new().endpoints(&[Endpoint::new("POST", 3)]);

// `/log`
static LOG: Node = Node::new().endpoints(&[Endpoint::new("POST", 5)]);

// `/objects`
static OBJECTS: Node = Node::new().label(&OBJECTS_2);

// `/objects/{}`
static OBJECTS_2: Node = Node::new()
    .endpoints(&[Endpoint::new("PUT", 0), Endpoint::new("GET", 1)])
    .literals(&[("parts", &OBJECTS_PARTS)]);

// `/objects/{}/parts`
static OBJECTS_PARTS: Node = Node::new().label(&OBJECTS_PARTS_2);

// `/objects/{}/parts/{}`
static OBJECTS_PARTS_2: Node = Node::new().endpoints(&[Endpoint::new("PUT", 2)]);

// `/records`
static RECORDS: Node = Node::new().endpoints(&[Endpoint::new("POST", 4)]);
