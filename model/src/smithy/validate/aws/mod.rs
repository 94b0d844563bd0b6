//! What must hold of AWS's own traits, and of protocols that restrict what they carry.

mod checksum;
mod endpoint_discovery;
mod protocol;
mod service;
mod tag;

use super::{event::Events, graph::Graph};

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    service::check(graph, events);
    protocol::check(graph, events);
    checksum::check(graph, events);
    endpoint_discovery::check(graph, events);
    tag::check(graph, events);
}
