//! Ways through a graph: what can be reached, what leads back to itself, what a service binds.

use super::{Edge, Graph, Index, Relation};
use crate::smithy::document::Kind;
use std::collections::HashSet;

impl Graph<'_> {
    /// All that can be reached from a node, itself first; with `follow` saying which relations count.
    pub(in crate::smithy::validate) fn closure(
        &self,
        start: Index,
        back: bool,
        follow: impl Fn(&Edge) -> bool,
    ) -> Vec<Index> {
        self.closure_of([start], back, follow)
    }

    /// All that can be reached from any of several nodes, themselves among it.
    pub(in crate::smithy::validate) fn closure_of(
        &self,
        starts: impl IntoIterator<Item = Index>,
        back: bool,
        follow: impl Fn(&Edge) -> bool,
    ) -> Vec<Index> {
        let mut seen = vec![false; self.nodes.len()];
        let mut found = Vec::new();
        let mut waiting: Vec<Index> = starts.into_iter().collect();
        while let Some(next) = waiting.pop() {
            match seen.get_mut(next) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            found.push(next);
            let edges = if back { self.to(next) } else { self.from(next) };
            waiting.extend(edges.iter().filter(|edge| follow(edge)).map(|edge| edge.other).rev());
        }
        found
    }

    /// The nodes that lead back to themselves over the edges that `counts` lets through: Tarjan's
    /// components, without recursion.
    pub(in crate::smithy::validate) fn circular(
        &self,
        counts: impl Fn(Index, &Edge) -> bool,
    ) -> HashSet<Index> {
        let size = self.nodes.len();
        // 0 is not seen yet.
        let mut order = vec![0_usize; size];
        let mut lowest = vec![0_usize; size];
        let mut on_stack = vec![false; size];
        let mut stack: Vec<Index> = Vec::new();
        let mut circular = HashSet::new();
        let mut next = 0;
        let get = |list: &[usize], index: Index| list.get(index).copied().unwrap_or_default();
        let lower = |list: &mut [usize], index: Index, to: usize| {
            if let Some(entry) = list.get_mut(index) {
                *entry = (*entry).min(to);
            }
        };
        for root in 0..size {
            if get(&order, root) != 0 {
                continue;
            }
            let mut path: Vec<(Index, usize)> = vec![(root, 0)];
            while let Some((at, edge)) = path.pop() {
                if edge == 0 {
                    next += 1;
                    for list in [&mut order, &mut lowest] {
                        if let Some(entry) = list.get_mut(at) {
                            *entry = next;
                        }
                    }
                    stack.push(at);
                    on_stack.get_mut(at).into_iter().for_each(|it| *it = true);
                }
                let Some(follow) = self.from(at).get(edge) else {
                    // All that it leads to is known.
                    if let Some((parent, _)) = path.last() {
                        let own = get(&lowest, at);
                        lower(&mut lowest, *parent, own);
                    }
                    if get(&lowest, at) == get(&order, at) {
                        let from = stack.iter().rposition(|index| *index == at);
                        let component = stack.split_off(from.unwrap_or_default());
                        for index in &component {
                            on_stack.get_mut(*index).into_iter().for_each(|it| *it = false);
                        }
                        let own = |edge: &Edge| edge.other == at && counts(at, edge);
                        if component.len() > 1 || self.from(at).iter().any(own) {
                            circular.extend(component);
                        }
                    }
                    continue;
                };
                path.push((at, edge + 1));
                if !counts(at, follow) {
                    continue;
                }
                let other = follow.other;
                if get(&order, other) == 0 {
                    path.push((other, 0));
                } else if on_stack.get(other).copied().unwrap_or_default() {
                    lower(&mut lowest, at, get(&order, other));
                }
            }
        }
        circular
    }

    /// The operations that a service binds, itself and through its resources, each with its node.
    pub(in crate::smithy::validate) fn operations(&self, service: Index) -> Vec<Index> {
        let binds = |edge: &Edge| matches!(edge.relation, Relation::Operation | Relation::Resource);
        let mut found = self.closure(service, false, binds);
        found.retain(|&index| self.node(index).is_some_and(|node| node.is(Kind::Operation)));
        found
    }

    /// The services that bind an operation, themselves or through their resources.
    pub(in crate::smithy::validate) fn services(&self, operation: Index) -> Vec<Index> {
        let mut seen = HashSet::new();
        let mut waiting = vec![operation];
        let mut found = Vec::new();
        while let Some(next) = waiting.pop() {
            if !seen.insert(next) {
                continue;
            }
            if self.node(next).is_some_and(|node| node.is(Kind::Service)) {
                found.push(next);
            }
            let binds =
                |edge: &&Edge| matches!(edge.relation, Relation::Operation | Relation::Resource);
            waiting.extend(self.to(next).iter().filter(binds).map(|edge| edge.other));
        }
        found.sort_unstable();
        found
    }

    /// The resources below a service or resource, itself left out.
    pub(in crate::smithy::validate) fn resources(&self, container: Index) -> Vec<Index> {
        let mut found = self.closure(container, false, |edge| edge.relation == Relation::Resource);
        found.retain(|&index| {
            index != container && self.node(index).is_some_and(|node| node.is(Kind::Resource))
        });
        found
    }
}
