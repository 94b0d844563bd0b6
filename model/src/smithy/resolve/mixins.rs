//! Copies into each shape what its mixins have: <https://smithy.io/2.0/spec/mixins.html>.

use super::Draft;
use crate::{
    api::{ShapeId, Value},
    diagnostic::Diagnostic,
    smithy::{
        document::Kind,
        model::{Link, Links, Traits},
        prelude,
    },
};
use indexmap::{IndexMap, IndexSet, map::Entry};
use std::{
    collections::{HashMap, HashSet, VecDeque},
    hash::Hash,
};

/// About so many bytes all mixins of a model together may give: a short file could ask for billions.
const MAX_INHERITED: usize = 100_000_000;

const MIXIN: &str = "smithy.api#mixin";

/// Applies every mixin; cycles, mixins that are none, and conflicts are reported.
pub(super) fn flatten(drafts: &mut IndexMap<ShapeId, Draft>, diagnostics: &mut Vec<Diagnostic>) {
    for (id, draft) in drafts.iter().filter(|(_, draft)| draft.traits.has(MIXIN)) {
        check_mixin(id, draft, diagnostics);
    }
    let mut inherited = 0;
    let order = order(drafts, diagnostics);
    report_missing(drafts, &order, diagnostics);
    for id in order {
        let Some(draft) = drafts.get_mut(&id) else { continue };
        let mixins = std::mem::take(&mut draft.mixins);
        let mut base = Inherited::default();
        for link in &mixins {
            let (Some(mixin), Some(draft)) = (drafts.get(&link.id), drafts.get(&id)) else {
                continue;
            };
            inherited += weight(mixin);
            if inherited > MAX_INHERITED {
                let message = "the mixins of this model give its shapes more than 100 MB together";
                let origin = link.origin.clone();
                diagnostics.push(Diagnostic::unsupported("model-size", origin, message));
                return;
            }
            if check(&id, draft, link, mixin, diagnostics) {
                base.add(&id, link, mixin, diagnostics);
            }
        }
        if let Some(draft) = drafts.get_mut(&id) {
            base.join(&id, draft, diagnostics);
            // Whether there were any still matters to messages.
            draft.mixins = mixins;
        }
    }
}

/// About how many bytes a mixin gives to each shape.
fn weight(mixin: &Draft) -> usize {
    fn of_value(value: &Value) -> usize {
        match value {
            Value::String(text) => 32 + text.len(),
            Value::Array(items) => 32 + items.iter().map(of_value).sum::<usize>(),
            Value::Object(members) => {
                let members = members.iter().map(|(name, it)| name.len() + of_value(it));
                32 + members.sum::<usize>()
            }
            _ => 32,
        }
    }
    let traits = |traits: &Traits| {
        traits.iter().map(|(_, applied)| 100 + of_value(applied.value())).sum::<usize>()
    };
    let members = mixin.members.values().map(|member| 200 + traits(&member.traits));
    let Links { operations, collection_operations, resources, errors, .. } = &mixin.links;
    let Links { rename, identifiers, properties, .. } = &mixin.links;
    let links = [operations, collection_operations, resources, errors].map(Vec::len);
    let bindings = [rename.len(), identifiers.len(), properties.len()];
    let links = links.iter().chain(&bindings).sum::<usize>() * 100;
    traits(&mixin.traits) + members.sum::<usize>() + links
}

/// The shapes with mixins, each behind its mixins; those on a cycle, and those that depend on one,
/// are left out.
fn order(drafts: &mut IndexMap<ShapeId, Draft>, diagnostics: &mut Vec<Diagnostic>) -> Vec<ShapeId> {
    let mut waiting_for: HashMap<ShapeId, usize> = HashMap::new();
    let mut dependents: HashMap<ShapeId, Vec<ShapeId>> = HashMap::new();
    let mut ready = VecDeque::new();
    for (id, draft) in drafts.iter() {
        if draft.mixins.is_empty() {
            continue;
        }
        let mut open = 0;
        for mixin in &draft.mixins {
            if drafts.get(&mixin.id).is_some_and(|mixin| !mixin.mixins.is_empty()) {
                open += 1;
                dependents.entry(mixin.id.clone()).or_default().push(id.clone());
            }
        }
        if open == 0 {
            ready.push_back(id.clone());
        }
        waiting_for.insert(id.clone(), open);
    }
    let mut order = Vec::new();
    while let Some(id) = ready.pop_front() {
        for dependent in dependents.remove(&id).unwrap_or_default() {
            if let Some(open) = waiting_for.get_mut(&dependent) {
                *open -= 1;
                if *open == 0 {
                    ready.push_back(dependent);
                }
            }
        }
        waiting_for.remove(&id);
        order.push(id);
    }
    report_cycles(drafts, &waiting_for, diagnostics);
    order
}

/// Reports the shapes whose mixins have, on whatever way, a mixin that there is not.
fn report_missing(
    drafts: &IndexMap<ShapeId, Draft>,
    order: &[ShapeId],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut incomplete: HashSet<&ShapeId> = HashSet::new();
    for id in order {
        for link in drafts.get(id).iter().flat_map(|draft| &draft.mixins) {
            let Some(mixin) = drafts.get(&link.id) else {
                // Naming it has been reported.
                incomplete.insert(id);
                continue;
            };
            if incomplete.contains(&link.id) {
                incomplete.insert(id);
                let message =
                    format!("`{}` has the mixin `{}`, which lacks one of its own", id, link.id);
                diagnostics.push(
                    Diagnostic::invalid("incomplete-mixin", link.origin.clone(), message)
                        .with_related(mixin.origin.clone(), "defined here")
                        .with_event("Model", Some(id.to_string())),
                );
            }
        }
    }
}

/// Reports each cycle among the shapes that are still waiting once.
fn report_cycles(
    drafts: &IndexMap<ShapeId, Draft>,
    waiting: &HashMap<ShapeId, usize>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut seen: HashSet<&ShapeId> = HashSet::new();
    for start in drafts.keys().filter(|id| waiting.contains_key(*id)) {
        // Every shape that is waiting has a mixin that is waiting, so this walk ends on a cycle.
        let mut path: Vec<(&ShapeId, &Link)> = Vec::new();
        let mut on_path: HashMap<&ShapeId, usize> = HashMap::new();
        let mut at = start;
        while seen.insert(at) {
            let Some(draft) = drafts.get(at) else { break };
            let next = draft.mixins.iter().find(|mixin| waiting.contains_key(&mixin.id));
            let Some(next) = next else { break };
            on_path.insert(at, path.len());
            path.push((at, next));
            at = &next.id;
        }
        let Some(&first) = on_path.get(at) else { continue };
        let cycle = path.get(first..).unwrap_or_default();
        let Some((id, link)) = cycle.first() else { continue };
        let mut names: Vec<String> =
            cycle.iter().take(8).map(|(id, _)| format!("`{}`", id.name)).collect();
        if cycle.len() > names.len() {
            names.push("…".to_owned());
        }
        names.push(format!("`{}`", id.name));
        let message = format!("`{}` is a mixin of itself: {}", id.name, names.join(" → "));
        diagnostics.push(Diagnostic::invalid("mixin-cycle", link.origin.clone(), message));
    }
}

/// What a mixin must not have: what would mean nothing in a second shape.
fn check_mixin(id: &ShapeId, draft: &Draft, diagnostics: &mut Vec<Diagnostic>) {
    let links = &draft.links;
    let first = match draft.kind {
        Kind::Operation => {
            let mut own = links.input.iter().chain(&links.output);
            own.find(|link| link.id != prelude::unit()).map(|link| (link, "input or output"))
        }
        Kind::Resource => {
            let bindings = links.identifiers.iter().chain(&links.properties);
            let bindings = bindings.map(|(_, link)| link);
            let mut own = bindings
                .chain(links.lifecycle.iter().map(|(_, link)| link))
                .chain(&links.operations)
                .chain(&links.collection_operations)
                .chain(&links.resources);
            own.next().map(|link| (link, "anything but traits"))
        }
        _ => None,
    };
    if let Some((link, what)) = first {
        let (kind, name) = (draft.kind.name(), &id.name);
        let message =
            format!("the {kind} `{name}` is a mixin, and so cannot have {what} of its own");
        diagnostics.push(Diagnostic::invalid("mixin-property", link.origin.clone(), message));
    }
}

/// Whether `link` may be a mixin of `draft`.
fn check(
    id: &ShapeId,
    draft: &Draft,
    link: &Link,
    mixin: &Draft,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let mut report = |code, message| {
        let finding = Diagnostic::invalid(code, link.origin.clone(), message);
        diagnostics.push(finding.with_related(mixin.origin.clone(), "defined here"));
        false
    };
    let (shape, name) = (&id.name, &link.id.name);
    if draft.kind != mixin.kind {
        let (kind, mixin_kind) = (draft.kind.name(), mixin.kind.name());
        let message = format!(
            "the {mixin_kind} `{name}` cannot be a mixin of the {kind} `{shape}`: both must be of \
             the same type"
        );
        return report("mixin-type", message);
    }
    if !mixin.traits.has(MIXIN) {
        let message = format!("`{name}` is not a mixin: it lacks the trait `mixin`");
        return report("not-a-mixin", message);
    }
    true
}

/// What a shape's mixins give it.
#[derive(Default)]
struct Inherited {
    traits: Traits,
    members: IndexMap<String, super::DraftMember>,
    links: Links,
}

impl Inherited {
    fn add(&mut self, id: &ShapeId, link: &Link, mixin: &Draft, diagnostics: &mut Vec<Diagnostic>) {
        let local = local_traits(&mixin.traits);
        for (trait_id, applied) in mixin.traits.iter() {
            if trait_id != MIXIN && !local.contains(trait_id) {
                let applied = super::Applied { inherited: true, ..applied.clone() };
                self.traits.0.insert(trait_id.to_owned(), applied);
            }
        }
        for (name, member) in &mixin.members {
            match self.members.entry(name.clone()) {
                Entry::Vacant(entry) => {
                    entry.insert(inherit(member));
                }
                Entry::Occupied(mut entry) => {
                    let known = entry.get_mut();
                    if known.target != member.target {
                        let message = format!(
                            "`{}` gets the member `{name}` from two mixins, with different targets",
                            id.name
                        );
                        diagnostics.push(
                            Diagnostic::invalid("mixin-conflict", link.origin.clone(), message)
                                .with_related(known.origin.clone(), "one")
                                .with_related(member.origin.clone(), "the other"),
                        );
                        continue;
                    }
                    known.traits.0.extend(inherit(member).traits.0);
                }
            }
        }
        join_links(&mut self.links, &mixin.links);
    }

    /// Makes `draft` what it is with all its mixins.
    fn join(mut self, id: &ShapeId, draft: &mut Draft, diagnostics: &mut Vec<Diagnostic>) {
        self.traits.0.extend(std::mem::take(&mut draft.traits).0);
        draft.traits = self.traits;
        join_links(&mut self.links, &draft.links);
        settle_links(&mut self.links);
        let own = std::mem::replace(&mut draft.links, self.links);
        draft.own_links = Some(Box::new(own));
        for (name, own) in std::mem::take(&mut draft.members) {
            match self.members.entry(name) {
                Entry::Vacant(entry) => {
                    entry.insert(own);
                }
                Entry::Occupied(mut entry) => {
                    let name = entry.key().clone();
                    let inherited = entry.get_mut();
                    if own.target.is_some() && own.target != inherited.target {
                        let message = format!(
                            "`{}` gives the member `{name}` another target than its mixin does",
                            id.name
                        );
                        diagnostics.push(
                            Diagnostic::invalid("mixin-conflict", own.origin.clone(), message)
                                .with_related(inherited.origin.clone(), "the mixin's"),
                        );
                    }
                    if own.target.is_some() {
                        inherited.target = own.target;
                        inherited.origin = own.origin;
                    }
                    inherited.traits.0.extend(own.traits.0);
                }
            }
        }
        draft.members = self.members;
    }
}

/// A mixin's member as the shape has it.
fn inherit(member: &super::DraftMember) -> super::DraftMember {
    let mut member = member.clone();
    member.inherited = true;
    member.traits.0.values_mut().for_each(|applied| applied.inherited = true);
    member
}

/// The traits that a mixin keeps to itself.
fn local_traits(traits: &Traits) -> HashSet<&str> {
    let value = traits.get(MIXIN).and_then(|mixin| mixin.value().get("localTraits"));
    value.and_then(Value::as_array).unwrap_or_default().iter().filter_map(Value::as_str).collect()
}

/// Adds what `more` has to `links`: lists grow, and what there is once is replaced. What is there twice then,
/// [`settle_links`] sees to.
fn join_links(links: &mut Links, more: &Links) {
    if more.version.is_some() {
        links.version.clone_from(&more.version);
    }
    links.operations.extend_from_slice(&more.operations);
    links.collection_operations.extend_from_slice(&more.collection_operations);
    links.resources.extend_from_slice(&more.resources);
    links.errors.extend_from_slice(&more.errors);
    links.rename.extend_from_slice(&more.rename);
    links.identifiers.extend_from_slice(&more.identifiers);
    links.properties.extend_from_slice(&more.properties);
    links.lifecycle.extend_from_slice(&more.lifecycle);
    // An operation that is a mixin has none, or the prelude's `Unit`.
    let takes = |link: &Option<Link>| link.as_ref().is_some_and(|link| link.id != prelude::unit());
    if takes(&more.input) || links.input.is_none() {
        links.input.clone_from(&more.input);
    }
    if takes(&more.output) || links.output.is_none() {
        links.output.clone_from(&more.output);
    }
}

/// Leaves each shape in a list only where it was first, and of what has a name what was said last.
fn settle_links(links: &mut Links) {
    fn distinct(list: &mut Vec<Link>) {
        *list = std::mem::take(list).into_iter().collect::<IndexSet<_>>().into_iter().collect();
    }
    fn settle<K: Hash + Eq, V>(list: &mut Vec<(K, V)>) {
        *list = std::mem::take(list).into_iter().collect::<IndexMap<_, _>>().into_iter().collect();
    }
    distinct(&mut links.operations);
    distinct(&mut links.collection_operations);
    distinct(&mut links.resources);
    distinct(&mut links.errors);
    settle(&mut links.rename);
    settle(&mut links.identifiers);
    settle(&mut links.properties);
    settle(&mut links.lifecycle);
}
