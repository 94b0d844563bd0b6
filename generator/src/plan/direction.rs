//! Which way every shape travels, and where.

use super::Role;
use crate::wire::{Direction, Exchange, Message, MessageBody, Payload};
use farrier_model::api::{Api, HttpLocation, Member, ShapeId, ShapeKind, Target};
use std::collections::HashMap;

/// What a crate does with a shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Use {
    /// Writes it into a body.
    pub(crate) encode: bool,
    /// Reads it from a body.
    pub(crate) decode: bool,
    /// Has it as the key of a map.
    pub(crate) key: bool,
    /// It stands in another shape, or is a payload.
    pub(crate) nested: bool,
    /// It travels as a whole message, in this many operations.
    pub(crate) outputs: usize,
    /// It is an error.
    pub(crate) error: bool,
    /// It reaches the wire from here (as against arriving).
    pub(crate) sent: bool,
    /// It arrives here.
    pub(crate) received: bool,
}

/// What a crate of `role` does with every shape of `api`.
pub(crate) fn uses<'a>(
    api: &'a Api,
    role: Role,
    exchanges: &[Exchange<'a>],
) -> HashMap<&'a ShapeId, Use> {
    let mut walk = Walk { api, uses: HashMap::new(), waiting: Vec::new() };
    for exchange in exchanges {
        let sends_requests = role == Role::Client;
        walk.message(&exchange.request, sends_requests, None);
        for answer in &exchange.outputs {
            walk.message(&answer.message, !sends_requests, Some(false));
        }
        for answer in &exchange.errors {
            walk.message(&answer.message, !sends_requests, Some(true));
        }
    }
    walk.finish();
    walk.uses
}

struct Walk<'a> {
    api: &'a Api,
    uses: HashMap<&'a ShapeId, Use>,
    /// Shapes that stand in a body: which, and whether they are sent.
    waiting: Vec<(&'a ShapeId, bool)>,
}

impl<'a> Walk<'a> {
    /// `answer` is `None` for a request, else whether the answer is an error.
    fn message(&mut self, message: &Message<'a>, sent: bool, answer: Option<bool>) {
        let Some((id, structure)) = message.shape else { return };
        if let Some(is_error) = answer {
            let entry = self.uses.entry(id).or_default();
            entry.outputs += usize::from(!is_error);
            entry.error |= is_error;
            entry.sent |= sent;
            entry.received |= !sent;
            if Direction::Response.is_all_body(structure) {
                entry.encode |= sent;
                entry.decode |= !sent;
            }
        }
        for (index, member) in structure.members.values().enumerate() {
            let direction = match answer {
                None => Direction::Request,
                Some(_) => Direction::Response,
            };
            match direction.location(member) {
                None | Some(HttpLocation::Payload) => {
                    let bare = matches!(
                        &message.body,
                        MessageBody::Payload(payload, kind)
                            if *payload == index && !matches!(kind, Payload::Document | Payload::Structure)
                    );
                    if bare {
                        self.text(member, sent);
                    } else {
                        self.body(member, sent);
                    }
                }
                Some(_) => self.text(member, sent),
            }
        }
    }

    fn body(&mut self, member: &'a Member, sent: bool) {
        if let Target::Shape(id) = &member.target {
            self.waiting.push((id, sent));
        }
    }

    fn text(&mut self, member: &'a Member, sent: bool) {
        let mut target = &member.target;
        while let Target::Shape(id) = target {
            let Some(shape) = self.api.shape(id) else { return };
            let entry = self.uses.entry(id).or_default();
            entry.nested = true;
            entry.sent |= sent;
            entry.received |= !sent;
            match &shape.kind {
                ShapeKind::List(list) => target = &list.member.target,
                ShapeKind::Map(map) => target = &map.value.target,
                _ => return,
            }
        }
    }

    fn finish(&mut self) {
        while let Some((id, sent)) = self.waiting.pop() {
            let Some(shape) = self.api.shape(id) else { continue };
            let entry = self.uses.entry(id).or_default();
            let done = entry.nested && if sent { entry.encode } else { entry.decode };
            entry.nested = true;
            entry.encode |= sent;
            entry.decode |= !sent;
            entry.sent |= sent;
            entry.received |= !sent;
            if done {
                continue;
            }
            for member in shape.members() {
                self.body(member, sent);
            }
            if let ShapeKind::Map(map) = &shape.kind
                && let Target::Shape(key) = &map.key.target
            {
                self.uses.entry(key).or_default().key = true;
            }
        }
    }
}
