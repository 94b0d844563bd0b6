//! What the model says of one value.

use farrier_model::api::{
    Body, Constraints, HttpLocation, Member, Shape, ShapeId, ShapeKind, Simple, Target,
    TimestampFormat,
};

use super::Model;

/// What the model says of one value.
#[derive(Clone, Debug)]
pub(crate) struct Hint<'m> {
    pub(super) model: &'m Model,
    pub(super) what: What<'m>,
    pub(super) place: Place,
    pub(super) constraints: Constraints,
    pub(super) required: bool,
    timestamp: Option<TimestampFormat>,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub(super) enum What<'m> {
    Nothing,
    Simple(Simple),
    Shape(&'m Shape),
}

/// Where a value travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Body,
    Payload,
    Host,
    Label,
    Query,
    QueryMap,
    QueryName,
    Header,
    HeaderName,
    Status,
}

impl<'m> Hint<'m> {
    pub(super) fn nothing(model: &'m Model) -> Self {
        Self {
            model,
            what: What::Nothing,
            place: Place::Body,
            constraints: Constraints::default(),
            required: false,
            timestamp: None,
        }
    }

    pub(super) fn text(model: &'m Model) -> Self {
        Self { what: What::Simple(Simple::String), ..Self::nothing(model) }
    }

    pub(super) fn shape(model: &'m Model, id: &ShapeId) -> Self {
        Self { what: What::Shape(model.shape(id)), ..Self::nothing(model) }
    }

    /// The member of a structure that a field stands for.
    pub(super) fn field(&self, name: &str) -> Self {
        let What::Shape(Shape { kind: ShapeKind::Structure(structure), .. }) = self.what else {
            panic!("{name} is a field of {:?}", self.what)
        };
        let mut members = structure.members.values();
        let member = members.find(|member| same_name(&member.name, name));
        self.member(member.unwrap_or_else(|| panic!("{name} is no member of {structure:?}")))
    }

    /// A member, item, key or value of this.
    pub(super) fn member(&self, member: &Member) -> Self {
        let place = match &member.http {
            None if member.host_label => Place::Host,
            None => match self.place {
                Place::Payload => Place::Body,
                place => place,
            },
            Some(HttpLocation::Label) => Place::Label,
            Some(HttpLocation::Query(_)) => Place::Query,
            Some(HttpLocation::QueryParams) => Place::QueryMap,
            Some(HttpLocation::Header(_) | HttpLocation::PrefixHeaders(_)) => Place::Header,
            Some(HttpLocation::Payload) => Place::Payload,
            Some(HttpLocation::ResponseCode) => Place::Status,
        };
        let what = match &member.target {
            Target::Simple(simple) => What::Simple(*simple),
            Target::Shape(id) => What::Shape(self.model.shape(id)),
        };
        let is_structure = matches!(what, What::Shape(Shape { kind: ShapeKind::Structure(_), .. }));
        Self {
            model: self.model,
            what,
            place,
            constraints: member.constraints.clone(),
            // Where a client says nothing, a server takes the default; and a structure that is the whole body is sent as
            // one without members when there is none.
            required: member.required
                || member.default.is_some()
                || (is_structure && place == Place::Payload),
            timestamp: member.timestamp_format,
        }
    }

    /// The same, elsewhere.
    pub(super) fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// How a timestamp is written here.
    pub(super) fn timestamp(&self) -> TimestampFormat {
        self.timestamp.unwrap_or(match self.place {
            Place::Header => TimestampFormat::HttpDate,
            Place::Label | Place::Query => TimestampFormat::DateTime,
            _ => TimestampFormat::EpochSeconds,
        })
    }

    /// Whether nothing at all and something empty look the same here.
    pub(super) fn must_not_be_empty(&self) -> bool {
        match self.place {
            Place::Host | Place::Label | Place::Payload => true,
            Place::Query | Place::QueryMap | Place::Header => matches!(self.what, What::Shape(_)),
            _ => false,
        }
    }

    pub(super) fn is(&self, simple: Simple) -> bool {
        matches!(self.what, What::Simple(one) if one == simple)
    }

    pub(super) fn is_blob(&self) -> bool {
        self.is(Simple::Blob(Body::Whole))
    }
}

/// Whether a name of the model and one made from it for Rust are the same, as far as both show it.
pub(super) fn same_name(model: &str, rust: &str) -> bool {
    let letters = |name: &str| -> String {
        name.chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect()
    };
    letters(model) == letters(rust)
}
