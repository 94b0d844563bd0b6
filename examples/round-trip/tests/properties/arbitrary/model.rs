//! The model that the types were generated from.

use std::path::{Path, PathBuf};

use farrier_model::Api;
use farrier_model::api::{Operation, Shape, ShapeId};

use super::hint::{Hint, same_name};

/// The model that the types were generated from.
#[derive(Debug)]
pub(crate) struct Model {
    api: Api,
}

impl Model {
    /// The model at `path` below `model/apis`.
    pub(crate) fn read(path: &str, service: Option<&str>) -> Self {
        let apis = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../model/apis");
        let paths: [PathBuf; 1] = [apis.join(path)];
        Self { api: farrier_model::read(&paths, service).api.expect("the model has no errors") }
    }

    /// What the operation, by the name of its method, takes.
    pub(crate) fn input(&self, operation: &str) -> Hint<'_> {
        match &self.operation(operation).input {
            Some(id) => Hint::shape(self, id),
            None => Hint::nothing(self),
        }
    }

    /// What it answers.
    pub(crate) fn output(&self, operation: &str) -> Hint<'_> {
        let shape =
            self.operation(operation).outputs.first().and_then(|output| output.shape.as_ref());
        shape.map_or_else(|| Hint::nothing(self), |id| Hint::shape(self, id))
    }

    /// The error of that name.
    pub(crate) fn error(&self, name: &str) -> Hint<'_> {
        let mut ids = self.api.shapes.iter().filter(|(_, shape)| shape.name == name);
        Hint::shape(self, ids.next().expect("an error of that name").0)
    }

    /// A text that nothing is said about, or several of them.
    pub(crate) fn text(&self) -> Hint<'_> {
        Hint::text(self)
    }

    pub(super) fn shape(&self, id: &ShapeId) -> &Shape {
        self.api.shapes.get(id).expect("a shape that something targets")
    }

    fn operation(&self, method: &str) -> &Operation {
        let mut operations = self.api.operations.values();
        operations
            .find(|operation| same_name(&operation.name, method))
            .expect("an operation of that name")
    }
}
