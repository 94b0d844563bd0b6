//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Greedy, Node};

pub(crate) static ROUTES: Node = Node::new()
    .literals(
        &[
            ("bodies", &BODIES),
            ("defaults", &DEFAULTS),
            ("headers", &HEADERS),
            ("hosts", &HOSTS),
            ("labels", &LABELS),
            ("payload", &PAYLOAD),
            ("queries", &QUERIES),
            ("query-maps", &QUERY_MAPS),
            ("query-strings", &QUERY_STRINGS),
            ("statuses", &STATUSES),
        ],
    );

// `/bodies`
static BODIES: Node = Node::new().endpoints(&[Endpoint::new("POST", 0)]);

// `/defaults`
static DEFAULTS: Node = Node::new().endpoints(&[Endpoint::new("POST", 7)]);

// `/headers`
static HEADERS: Node = Node::new().endpoints(&[Endpoint::new("PUT", 1)]);

// `/hosts`
static HOSTS: Node = Node::new().endpoints(&[Endpoint::new("POST", 6)]);

// `/labels`
static LABELS: Node = Node::new().label(&LABELS_2);

// `/labels/{}`
static LABELS_2: Node = Node::new().label(&LABELS_3);

// `/labels/{}/{}`
static LABELS_3: Node = Node::new().label(&LABELS_4);

// `/labels/{}/{}/{}`
static LABELS_4: Node = Node::new().label(&LABELS_5);

// `/labels/{}/{}/{}/{}`
static LABELS_5: Node = Node::new().label(&LABELS_6);

// `/labels/{}/{}/{}/{}/{}`
static LABELS_6: Node = Node::new().label(&LABELS_7);

// `/labels/{}/{}/{}/{}/{}/{}`
static LABELS_7: Node = Node::new().label(&LABELS_8);

// `/labels/{}/{}/{}/{}/{}/{}/{}`
static LABELS_8: Node = Node::new().label(&LABELS_9);

// `/labels/{}/{}/{}/{}/{}/{}/{}/{}`
static LABELS_9: Node = Node::new().label(&LABELS_10);

// `/labels/{}/{}/{}/{}/{}/{}/{}/{}/{}`
static LABELS_10: Node = Node::new().label(&LABELS_11);

// `/labels/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}`
static LABELS_11: Node = Node::new().label(&LABELS_12);

// `/labels/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}`
static LABELS_12: Node = Node::new().label(&LABELS_13);

// `/labels/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}`
static LABELS_13: Node = Node::new().label(&LABELS_14);

// `/labels/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}`
static LABELS_14: Node = Node::new()
    .greedy(&[Greedy::new(&["end"], &[Endpoint::new("DELETE", 5)])]);

// `/payload`
static PAYLOAD: Node = Node::new()
    .literals(
        &[
            ("blob", &PAYLOAD_BLOB),
            ("document", &PAYLOAD_DOCUMENT),
            ("enum", &PAYLOAD_ENUM),
            ("structure", &PAYLOAD_STRUCTURE),
            ("text", &PAYLOAD_TEXT),
            ("union", &PAYLOAD_UNION),
        ],
    );

// `/payload/blob`
static PAYLOAD_BLOB: Node = Node::new().endpoints(&[Endpoint::new("POST", 8)]);

// `/payload/document`
static PAYLOAD_DOCUMENT: Node = Node::new().endpoints(&[Endpoint::new("POST", 13)]);

// `/payload/enum`
static PAYLOAD_ENUM: Node = Node::new().endpoints(&[Endpoint::new("POST", 10)]);

// `/payload/structure`
static PAYLOAD_STRUCTURE: Node = Node::new().endpoints(&[Endpoint::new("POST", 11)]);

// `/payload/text`
static PAYLOAD_TEXT: Node = Node::new().endpoints(&[Endpoint::new("POST", 9)]);

// `/payload/union`
static PAYLOAD_UNION: Node = Node::new().endpoints(&[Endpoint::new("POST", 12)]);

// `/queries`
static QUERIES: Node = Node::new()
    .endpoints(&[Endpoint::new("GET", 2).query(&[("kind", Some("one"))])]);

// `/query-maps`
static QUERY_MAPS: Node = Node::new().endpoints(&[Endpoint::new("GET", 3)]);

// `/query-strings`
static QUERY_STRINGS: Node = Node::new().endpoints(&[Endpoint::new("GET", 4)]);

// `/statuses`
static STATUSES: Node = Node::new().endpoints(&[Endpoint::new("POST", 14)]);
