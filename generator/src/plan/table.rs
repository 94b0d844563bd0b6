//! The entries of the tables that say what members are called and how they travel.

use super::{Member, Role, constraint, shape::Planner};
use farrier_model::api::{self, HttpLocation, ShapeKind, Simple, Target, TimestampFormat};

/// The entry of `member`; with `read`, as a server reads it: with constraints.
pub(crate) fn entry(planner: &mut Planner<'_>, member: &api::Member, read: bool) -> Member {
    let checked = read && planner.role == Role::Server;
    let mut entry = Member {
        name: member.name.clone(),
        json: member.json_name.clone().filter(|name| *name != member.name),
        timestamp: timestamp(member),
        media_type: member.media_type.is_some()
            && matches!(member.http, Some(HttpLocation::Header(_)))
            && member.target == Target::Simple(Simple::String),
        sensitive: checked && member.sensitive,
        constraints: if checked {
            constraint::constraints(&member.constraints, &member.origin, &mut planner.diagnostics)
        } else {
            Vec::new()
        },
        ..Member::default()
    };
    let api = planner.api;
    if let Target::Shape(id) = &member.target
        && let Some(shape) = api.shape(id)
    {
        match &shape.kind {
            ShapeKind::List(list) => {
                let mut item = self::entry(planner, &list.member, read);
                item.sensitive |= entry.sensitive;
                entry.items = worthwhile(item, "member");
            }
            ShapeKind::Map(map) => {
                let mut key = self::entry(planner, &map.key, read);
                key.sensitive |= entry.sensitive;
                entry.keys = worthwhile(key, "key");
                let mut value = self::entry(planner, &map.value, read);
                value.sensitive |= entry.sensitive;
                entry.items = worthwhile(value, "value");
            }
            _ => {}
        }
    }
    entry
}

/// An entry that says no more than the runtime assumes is left out.
fn worthwhile(entry: Member, name: &str) -> Option<Box<Member>> {
    let plain = Member { name: entry.name.clone(), ..Member::default() };
    (entry != plain).then(|| Box::new(Member { name: name.to_owned(), ..entry }))
}

fn timestamp(member: &api::Member) -> Option<&'static str> {
    member.timestamp_format.map(|format| match format {
        TimestampFormat::DateTime => "DateTime",
        TimestampFormat::HttpDate => "HttpDate",
        TimestampFormat::EpochSeconds => "EpochSeconds",
        TimestampFormat::Date => "Date",
    })
}
