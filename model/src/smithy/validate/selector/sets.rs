//! Sends many shapes through a selector at once, so that what lies behind them is gone through once.

use super::{Evaluation, Function, Index, Operand, Part, Selector, Step, evaluate::follows};
use crate::smithy::validate::graph::Edge;

/// Nodes by their places.
type Nodes = Vec<bool>;

impl Evaluation<'_, '_> {
    /// What comes out of `steps` for all of `nodes` together. Variables have one value a shape that comes
    /// in, so that steps with them cannot be gone through in this way.
    pub(super) fn forward(&mut self, steps: &[Step], mut nodes: Nodes) -> Nodes {
        for step in steps {
            if !self.charge(nodes.len() / 16 + 1) {
                return self.none();
            }
            nodes = match step {
                Step::Neighbor { back, relations } => {
                    let graph = self.graph;
                    let mut found = self.none();
                    for index in members(&nodes) {
                        let edges = if *back { graph.to(index) } else { graph.from(index) };
                        edges
                            .iter()
                            .filter(|edge| follows(edge, relations))
                            .for_each(|edge| add(&mut found, edge.other));
                    }
                    found
                }
                Step::Reachable { back } => self.reached(&nodes, *back),
                Step::Function(Function::Is, arguments) => {
                    let mut found = self.none();
                    for argument in arguments {
                        let more = self.forward(&argument.0, nodes.clone());
                        members(&more).for_each(|index| add(&mut found, index));
                    }
                    found
                }
                Step::Function(Function::Root, arguments) => {
                    let mut found = self.none();
                    if let (Some(root), true) = (arguments.first(), nodes.contains(&true)) {
                        self.root(root).iter().for_each(|index| add(&mut found, *index));
                    }
                    found
                }
                Step::Function(Function::Recursive, arguments) => {
                    let mut found = self.none();
                    let mut waiting: Vec<Index> = members(&nodes).collect();
                    while let Some(next) = waiting.pop() {
                        for argument in arguments {
                            for index in self.found(argument, next) {
                                if !is_in(&found, index) {
                                    add(&mut found, index);
                                    waiting.push(index);
                                }
                            }
                        }
                    }
                    found
                }
                Step::Function(Function::TopDown, arguments) => {
                    let mut found = self.none();
                    let starts: Vec<Index> = members(&nodes).collect();
                    let all = self.top_down(arguments, starts);
                    all.into_iter().for_each(|index| add(&mut found, index));
                    found
                }
                filter => self.filtered(filter, nodes),
            };
        }
        nodes
    }

    /// The nodes for which anything comes out of `steps`; `None` if that can only be seen for each.
    pub(super) fn backward(&mut self, steps: &[Step], mut nodes: Nodes) -> Option<Nodes> {
        for step in steps.iter().rev() {
            if !self.charge(nodes.len() / 16 + 1) {
                return None;
            }
            nodes = match step {
                Step::Set(..)
                | Step::Get(_)
                | Step::Function(Function::Recursive | Function::TopDown, _) => return None,
                Step::Neighbor { back, relations } => {
                    let graph = self.graph;
                    let leads = |index: Index| {
                        let edges = if *back { graph.to(index) } else { graph.from(index) };
                        let counts =
                            |edge: &Edge| follows(edge, relations) && is_in(&nodes, edge.other);
                        edges.iter().any(counts)
                    };
                    (0..nodes.len()).map(leads).collect()
                }
                Step::Reachable { back } => self.reached(&nodes, !*back),
                Step::Function(Function::Is, arguments) => {
                    let mut found = self.none();
                    for argument in arguments {
                        let more = self.backward(&argument.0, nodes.clone())?;
                        members(&more).for_each(|index| add(&mut found, index));
                    }
                    found
                }
                Step::Function(Function::Root, arguments) => {
                    let root = self.root(arguments.first()?);
                    let any = root.iter().any(|index| is_in(&nodes, *index));
                    vec![any; nodes.len()]
                }
                filter => self.filtered(filter, nodes),
            };
        }
        Some(nodes)
    }

    /// Those of `nodes` that pass a step that lets in or keeps out.
    fn filtered(&mut self, step: &Step, mut nodes: Nodes) -> Nodes {
        for (index, is_in) in nodes.iter_mut().enumerate() {
            if *is_in {
                let mut passes = false;
                self.steps(std::slice::from_ref(step), index, &mut |_| {
                    passes = true;
                    false
                });
                *is_in = passes;
            }
        }
        nodes
    }

    /// What can be reached from another one of `nodes` than itself. Each node remembers two of those from
    /// which it can be reached: one of the two is not itself.
    fn reached(&self, nodes: &Nodes, back: bool) -> Nodes {
        let mut from: Vec<[Option<Index>; 2]> = vec![[None; 2]; nodes.len()];
        let mut waiting: Vec<(Index, Index)> = members(nodes).map(|index| (index, index)).collect();
        while let Some((at, source)) = waiting.pop() {
            let Some(known) = from.get_mut(at) else { continue };
            match known {
                [Some(first), second] => {
                    if *first == source || second.is_some() {
                        continue;
                    }
                    *second = Some(source);
                }
                [first, _] => *first = Some(source),
            }
            let edges = if back { self.graph.to(at) } else { self.graph.from(at) };
            let followed = edges.iter().filter(|edge| edge.relation.is_followed());
            waiting.extend(followed.map(|edge| (edge.other, source)));
        }
        let from_other = |(index, sources): (Index, [Option<Index>; 2])| {
            sources.into_iter().flatten().any(|source| source != index)
        };
        from.into_iter().enumerate().map(from_other).collect()
    }

    fn none(&self) -> Nodes {
        vec![false; self.graph.nodes().count()]
    }
}

/// The places of the nodes that are in.
pub(super) fn members(nodes: &Nodes) -> impl Iterator<Item = Index> + '_ {
    nodes.iter().enumerate().filter(|(_, is_in)| **is_in).map(|(index, _)| index)
}

pub(super) fn is_in(nodes: &[bool], index: Index) -> bool {
    nodes.get(index).copied().unwrap_or_default()
}

fn add(nodes: &mut Nodes, index: Index) {
    if let Some(is_in) = nodes.get_mut(index) {
        *is_in = true;
    }
}

impl Selector {
    /// Whether it, or an argument in it, sets or reads a variable.
    pub(super) fn has_variables(&self) -> bool {
        self.0.iter().any(|step| match step {
            Step::Set(..) | Step::Get(_) => true,
            Step::Function(_, arguments) => arguments.iter().any(Self::has_variables),
            Step::Attribute(attribute) => is_variable(&attribute.path),
            Step::Scoped(path, conditions) => {
                let reads = |operand: &Operand| match operand {
                    Operand::Path(path) => is_variable(path),
                    Operand::Text(_) => false,
                };
                let mut operands =
                    conditions.iter().flat_map(|it| it.right.iter().chain([&it.left]));
                is_variable(path) || operands.any(reads)
            }
            _ => false,
        })
    }

    /// Whether it, or an argument in it, goes on to all that can be reached.
    pub(super) fn goes_far(&self) -> bool {
        self.0.iter().any(|step| match step {
            Step::Reachable { .. } => true,
            Step::Function(_, arguments) => arguments.iter().any(Self::goes_far),
            _ => false,
        })
    }
}

fn is_variable(path: &[Part]) -> bool {
    matches!(path.first(), Some(Part::Name(name)) if name == "var")
}
