//! Sends shapes through selectors.

use super::{Category, Function, Graph, Index, Selector, Step, attribute, sets};
use crate::smithy::{
    document::Kind,
    validate::graph::{Edge, Node, Relation},
};
use std::{
    cell::Cell,
    collections::{BTreeSet, HashMap, HashSet},
    rc::Rc,
};

/// Evaluates selectors on a graph, and remembers what does not depend on the shape at hand.
pub(in crate::smithy::validate) struct Evaluation<'g, 'm> {
    pub(super) graph: &'g Graph<'m>,
    /// Variables by name.
    pub(super) variables: HashMap<String, Rc<BTreeSet<Index>>>,
    /// Of `:root`, by the address of its argument.
    remembered: HashMap<*const Selector, Rc<BTreeSet<Index>>>,
    reachable: HashMap<(Index, bool), Rc<Vec<Index>>>,
    /// Of arguments that go far, by address.
    asked: HashMap<*const Selector, Asked>,
    /// How many more steps may be made for this selector.
    steps_left: Cell<u64>,
}

/// What is known of an argument that was asked of several shapes.
enum Asked {
    /// So often, each time for itself.
    Often(u32),
    /// For which shapes something comes out of it.
    Known(Rc<Vec<bool>>),
    /// That it has to be asked each time.
    Each,
}

/// Takes what comes out of a selector; `false` if no more is wanted.
type Receiver<'r> = &'r mut dyn FnMut(Index) -> bool;

/// So many shapes' closures are remembered at most.
const MAX_REMEMBERED: usize = 256;

/// After so many times it is worth while to ask an argument of all shapes at once.
const OFTEN: u32 = 32;

/// So many steps are made for one selector, a fraction of a second in all; for all selectors of a model
/// the graph says how many. A short model could ask for billions; what is selected behind that is not
/// seen.
const MAX_STEPS: u64 = 10_000_000;

impl<'g, 'm> Evaluation<'g, 'm> {
    pub(in crate::smithy::validate) fn new(graph: &'g Graph<'m>) -> Self {
        Self {
            graph,
            variables: HashMap::new(),
            remembered: HashMap::new(),
            reachable: HashMap::new(),
            asked: HashMap::new(),
            steps_left: Cell::new(MAX_STEPS),
        }
    }

    /// What `selector` selects among all nodes, each once, in order.
    pub(in crate::smithy::validate) fn all(&mut self, selector: &Selector) -> Vec<Index> {
        if !selector.has_variables() {
            let everything = vec![true; self.graph.nodes().count()];
            return sets::members(&self.forward(&selector.0, everything)).collect();
        }
        let mut found = BTreeSet::new();
        for (start, _) in self.graph.nodes() {
            found.extend(self.of(selector, start));
        }
        found.into_iter().collect()
    }

    /// Those of `candidates` that `selector` selects, sorted or not. What only filters, and what starts
    /// with a shape and goes on to its members, is asked of the candidates alone.
    pub(in crate::smithy::validate) fn among(
        &mut self,
        selector: &Selector,
        candidates: &[Index],
    ) -> HashSet<Index> {
        let filters = |steps: &[Step]| steps.iter().all(Step::is_filter);
        let steps = selector.0.as_slice();
        let hop = steps.iter().position(|step| !step.is_filter());
        let starts: Vec<Index> = match hop {
            None => candidates.to_vec(),
            Some(hop)
                if filters(steps.get(hop + 1..).unwrap_or_default())
                    && matches!(
                        steps.get(hop),
                        Some(Step::Neighbor { back: false, relations }) if relations.is_empty()
                    ) =>
            {
                let mut starts: Vec<Index> = candidates
                    .iter()
                    .flat_map(|&candidate| self.graph.to(candidate))
                    .filter(|edge| edge.relation.is_followed())
                    .map(|edge| edge.other)
                    .collect();
                starts.sort_unstable();
                starts.dedup();
                starts
            }
            Some(_) => return self.all(selector).into_iter().collect(),
        };
        let mut found = HashSet::new();
        for start in starts {
            self.variables.clear();
            self.steps(steps, start, &mut |index| {
                found.insert(index);
                true
            });
        }
        found
    }

    /// What comes out of `selector` for one shape.
    pub(in crate::smithy::validate) fn of(
        &mut self,
        selector: &Selector,
        start: Index,
    ) -> BTreeSet<Index> {
        self.variables.clear();
        self.found(selector, start)
    }

    /// What comes out of a selector within another one, whose variables it sees.
    pub(super) fn found(&mut self, selector: &Selector, start: Index) -> BTreeSet<Index> {
        let mut found = BTreeSet::new();
        self.steps(&selector.0, start, &mut |index| {
            found.insert(index);
            true
        });
        found
    }

    /// Whether anything comes out of `selector` for one shape.
    fn matches(&mut self, selector: &Selector, start: Index) -> bool {
        if selector.goes_far()
            && let Some(known) = self.known(selector)
        {
            return sets::is_in(&known, start);
        }
        let mut any = false;
        self.steps(&selector.0, start, &mut |_| {
            any = true;
            false
        });
        any
    }

    /// For which shapes anything comes out of `selector`, if that has been worth finding out.
    fn known(&mut self, selector: &Selector) -> Option<Rc<Vec<bool>>> {
        let asked = self.asked.entry(selector).or_insert(Asked::Often(0));
        match asked {
            Asked::Known(known) => return Some(known.clone()),
            Asked::Each => return None,
            Asked::Often(times) if *times < OFTEN => {
                *times += 1;
                return None;
            }
            Asked::Often(_) => {}
        }
        let everything = vec![true; self.graph.nodes().count()];
        let found = match selector.has_variables() {
            true => None,
            false => self.backward(&selector.0, everything).map(Rc::new),
        };
        let asked = found.clone().map_or(Asked::Each, Asked::Known);
        self.asked.insert(selector, asked);
        found
    }

    /// Whether there were more steps than are made: something may not have been selected that should be.
    pub(in crate::smithy::validate) fn gave_up(&self) -> bool {
        self.steps_left.get() == 0 || self.graph.selector_steps.get() == 0
    }

    /// Pays for work that is as much as so many steps; whether more may be done.
    pub(super) fn charge(&self, steps: usize) -> bool {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        for left in [&self.steps_left, &self.graph.selector_steps] {
            left.set(left.get().saturating_sub(steps));
        }
        !self.gave_up()
    }

    /// Sends a node through `steps`; `false` if the receiver wants no more.
    pub(super) fn steps(&mut self, steps: &[Step], at: Index, receiver: Receiver<'_>) -> bool {
        if !self.charge(1) {
            return false;
        }
        let Some((step, rest)) = steps.split_first() else { return receiver(at) };
        let Some(node) = self.graph.node(at) else { return true };
        match step {
            Step::Any => self.steps(rest, at, receiver),
            Step::Kind(category) => !category.includes(node) || self.steps(rest, at, receiver),
            Step::Attribute(attribute) => {
                let holds = attribute::holds(self, node, attribute);
                !holds || self.steps(rest, at, receiver)
            }
            Step::Scoped(path, conditions) => {
                let holds = attribute::scoped(self, node, path, conditions);
                !holds || self.steps(rest, at, receiver)
            }
            Step::Neighbor { back, relations } => {
                let graph = self.graph;
                let edges = if *back { graph.to(at) } else { graph.from(at) };
                let mut followed = edges.iter().filter(|edge| follows(edge, relations));
                followed.all(|edge| self.steps(rest, edge.other, receiver))
            }
            Step::Reachable { back } => {
                let reachable = self.reachable(at, *back);
                reachable.iter().all(|&next| next == at || self.steps(rest, next, receiver))
            }
            Step::Function(function, arguments) => {
                self.function(*function, arguments, at, rest, receiver)
            }
            Step::Set(name, selector) => {
                let found = self.found(selector, at);
                self.variables.insert(name.clone(), Rc::new(found));
                self.steps(rest, at, receiver)
            }
            Step::Get(name) => {
                let found = self.variables.get(name).cloned().unwrap_or_default();
                found.iter().all(|&next| self.steps(rest, next, receiver))
            }
        }
    }

    fn function(
        &mut self,
        function: Function,
        arguments: &[Selector],
        at: Index,
        rest: &[Step],
        receiver: Receiver<'_>,
    ) -> bool {
        let passes = match function {
            Function::Test => arguments.iter().any(|argument| self.matches(argument, at)),
            Function::Not => !arguments.iter().any(|argument| self.matches(argument, at)),
            Function::In => arguments.iter().any(|argument| match argument.0.as_slice() {
                [Step::Function(Function::Root, roots)] => {
                    roots.first().is_some_and(|root| self.root(root).contains(&at))
                }
                _ => self.found(argument, at).contains(&at),
            }),
            Function::TopDown => {
                let found = self.top_down(arguments, [at]);
                return found.into_iter().all(|next| self.steps(rest, next, receiver));
            }
            Function::Unknown => false,
            Function::Is => {
                return arguments.iter().all(|argument| {
                    let mut found = Vec::new();
                    self.steps(&argument.0, at, &mut |index| {
                        found.push(index);
                        true
                    });
                    found.into_iter().all(|next| self.steps(rest, next, receiver))
                });
            }
            Function::Root => {
                let Some(root) = arguments.first() else { return true };
                let found = self.root(root);
                return found.iter().all(|&next| self.steps(rest, next, receiver));
            }
            Function::Recursive => {
                let mut seen = HashSet::new();
                let mut found = Vec::new();
                let mut waiting = vec![at];
                while let Some(next) = waiting.pop() {
                    for argument in arguments {
                        for index in self.found(argument, next) {
                            if seen.insert(index) {
                                found.push(index);
                                waiting.push(index);
                            }
                        }
                    }
                }
                return found.into_iter().all(|next| self.steps(rest, next, receiver));
            }
        };
        !passes || self.steps(rest, at, receiver)
    }

    pub(super) fn root(&mut self, selector: &Selector) -> Rc<BTreeSet<Index>> {
        let key: *const Selector = selector;
        if let Some(found) = self.remembered.get(&key) {
            return found.clone();
        }
        let kept = std::mem::take(&mut self.variables);
        let found: Rc<BTreeSet<Index>> = Rc::new(self.all(selector).into_iter().collect());
        self.variables = kept;
        self.remembered.insert(key, found.clone());
        found
    }

    /// Those of `starts`, and of the resources and operations below them, that match the first argument
    /// or are below one that does, unless the second one excludes them or what is between.
    pub(super) fn top_down(
        &mut self,
        arguments: &[Selector],
        starts: impl IntoIterator<Item = Index>,
    ) -> BTreeSet<Index> {
        let graph = self.graph;
        let mut found = BTreeSet::new();
        let Some(first) = arguments.first() else { return found };
        let is_bound = |&index: &Index| {
            graph.node(index).is_some_and(|node| {
                [Kind::Service, Kind::Resource, Kind::Operation].iter().any(|kind| node.is(*kind))
            })
        };
        let starts = starts.into_iter().filter(is_bound);
        let mut waiting: Vec<(Index, bool)> = starts.map(|index| (index, false)).collect();
        let mut seen = HashSet::new();
        while let Some((at, inherited)) = waiting.pop() {
            if !seen.insert((at, inherited)) || !self.charge(1) {
                continue;
            }
            let excluded = arguments.get(1).is_some_and(|argument| self.matches(argument, at));
            let included = !excluded && (inherited || self.matches(first, at));
            if included {
                found.insert(at);
            }
            let binds =
                |edge: &&Edge| matches!(edge.relation, Relation::Operation | Relation::Resource);
            let below = graph.from(at).iter().filter(binds);
            waiting.extend(below.map(|edge| (edge.other, included)));
        }
        found
    }

    fn reachable(&mut self, at: Index, back: bool) -> Rc<Vec<Index>> {
        if let Some(found) = self.reachable.get(&(at, back)) {
            return found.clone();
        }
        let found = self.graph.closure(at, back, |edge| edge.relation.is_followed());
        // Finding them is work too.
        self.charge(self.graph.nodes().count() / 16 + found.len());
        let found = Rc::new(found);
        if self.reachable.len() >= MAX_REMEMBERED {
            self.reachable.clear();
        }
        self.reachable.insert((at, back), found.clone());
        found
    }
}

/// Whether a step of these relations, or of all if there are none, goes over an edge.
pub(super) fn follows(edge: &Edge, relations: &[Relation]) -> bool {
    match relations {
        [] => edge.relation.is_followed(),
        relations => relations.contains(&edge.relation),
    }
}

impl Step {
    /// Whether only the shape that comes in can come out.
    fn is_filter(&self) -> bool {
        match self {
            Self::Any | Self::Kind(_) | Self::Attribute(_) | Self::Scoped(..) => true,
            Self::Function(function, arguments) => match function {
                Function::Test | Function::Not | Function::In | Function::Unknown => true,
                Function::Is => {
                    arguments.iter().all(|argument| argument.0.iter().all(Self::is_filter))
                }
                Function::Root | Function::Recursive | Function::TopDown => false,
            },
            Self::Neighbor { .. } | Self::Reachable { .. } | Self::Set(..) | Self::Get(_) => false,
        }
    }
}

impl Category {
    fn includes(self, node: Node<'_>) -> bool {
        if node.member.is_some() {
            return self == Self::Member;
        }
        let kind = node.shape.kind;
        let is_simple = !matches!(
            kind,
            Kind::List
                | Kind::Set
                | Kind::Map
                | Kind::Structure
                | Kind::Union
                | Kind::Service
                | Kind::Resource
                | Kind::Operation
        );
        match self {
            Self::Member => false,
            Self::Simple => is_simple,
            Self::Number => matches!(
                kind,
                Kind::Byte
                    | Kind::Short
                    | Kind::Integer
                    | Kind::IntEnum
                    | Kind::Long
                    | Kind::Float
                    | Kind::Double
                    | Kind::BigInteger
                    | Kind::BigDecimal
            ),
            Self::Collection => matches!(kind, Kind::List | Kind::Set),
            Self::Data => !matches!(kind, Kind::Service | Kind::Resource | Kind::Operation),
            Self::Shape(Kind::String) => matches!(kind, Kind::String | Kind::Enum),
            Self::Shape(Kind::Integer) => matches!(kind, Kind::Integer | Kind::IntEnum),
            Self::Shape(Kind::List) => matches!(kind, Kind::List | Kind::Set),
            Self::Shape(wanted) => kind == wanted,
        }
    }
}
