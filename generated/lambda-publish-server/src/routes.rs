//! The tree that finds the operation of a request.

use farrier_runtime::server::{Endpoint, Node};

pub(crate) static ROUTES: Node = Node::new()
    .literals(&[("2015-03-31", &V2015_03_31), ("2018-10-31", &V2018_10_31)]);

// `/2015-03-31`
static V2015_03_31: Node = Node::new()
    .literals(&[("functions", &V2015_03_31_FUNCTIONS)]);

// `/2015-03-31/functions`
static V2015_03_31_FUNCTIONS: Node = Node::new().label(&V2015_03_31_FUNCTIONS_2);

// `/2015-03-31/functions/{}`
static V2015_03_31_FUNCTIONS_2: Node = Node::new()
    .literals(&[("versions", &V2015_03_31_FUNCTIONS_VERSIONS)]);

// `/2015-03-31/functions/{}/versions`
static V2015_03_31_FUNCTIONS_VERSIONS: Node = Node::new()
    .endpoints(&[Endpoint::new("POST", 0)]);

// `/2018-10-31`
static V2018_10_31: Node = Node::new().literals(&[("layers", &V2018_10_31_LAYERS)]);

// `/2018-10-31/layers`
static V2018_10_31_LAYERS: Node = Node::new().label(&V2018_10_31_LAYERS_2);

// `/2018-10-31/layers/{}`
static V2018_10_31_LAYERS_2: Node = Node::new()
    .literals(&[("versions", &V2018_10_31_LAYERS_VERSIONS)]);

// `/2018-10-31/layers/{}/versions`
static V2018_10_31_LAYERS_VERSIONS: Node = Node::new()
    .endpoints(&[Endpoint::new("POST", 1)]);
