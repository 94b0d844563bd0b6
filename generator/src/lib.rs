//! Writes a Rust client crate and a Rust server crate from a description of an API.
//!
//! ```text
//! Api ─ wire ─▶ Exchange ─ plan ─▶ plan::Crate ─ emit ─▶ Files
//! ```
//!
//! [`generate`] does all of it, and nothing else: it reads no file and writes none.

mod docs;
mod emit;
mod format;
#[cfg(test)]
#[path = "../../model/tests/location/mod.rs"]
mod location;
mod name;
mod pattern;
mod plan;
mod protocol;
mod wire;

pub use plan::{ProtocolTestKind, Role, protocol_test_name};

use farrier_model::{Api, Diagnostic, Severity};

/// What a crate is to be called, and what its manifest is to say.
#[derive(Clone, Debug)]
pub struct Options {
    /// Client or server.
    pub role: Role,
    /// The package's name: `lambda-client`.
    pub package: String,
    /// Where the runtime lies, as a path from the crate's directory; `None` takes it from the
    /// registry.
    pub runtime_path: Option<String>,
    /// What the manifest says besides.
    pub manifest: Manifest,
    /// Where the crate comes from.
    pub provenance: Provenance,
    /// Whether the model's protocol tests become tests of the crate.
    pub protocol_tests: bool,
}

/// What a publisher says of a crate.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// The crate's version; `0.1.0` if none is given.
    pub version: Option<String>,
    /// One sentence; made from the service's title if none is given.
    pub description: Option<String>,
    /// At most five.
    pub keywords: Vec<String>,
    /// Slugs that crates.io knows.
    pub categories: Vec<String>,
    /// An SPDX expression.
    pub license: Option<String>,
    /// A URL.
    pub repository: Option<String>,
    /// The least version of Rust that is promised; that which generated code needs if none is given.
    pub rust_version: Option<String>,
}

/// Where a generated crate comes from.
#[derive(Clone, Debug, Default)]
pub struct Provenance {
    /// The model's files as the project names them, each with the SHA-256 of its text in hex.
    pub files: Vec<(String, String)>,
}

/// A generated crate.
#[derive(Debug)]
pub struct Generated {
    /// Path below the crate's directory → text, sorted by path.
    pub files: Vec<(String, String)>,
    /// What there is to say about the model; with an error among it, there are no files.
    pub diagnostics: Vec<Diagnostic>,
}

/// The files of one crate for `api`.
pub fn generate(api: &Api, options: &Options) -> Generated {
    let Some(protocol) = protocol::of(api) else {
        let names: Vec<String> =
            api.protocols.iter().map(|protocol| format!("{protocol:?}")).collect();
        let diagnostic = Diagnostic::unsupported(
            "protocol-unsupported",
            api.origin.clone(),
            format!("the service speaks {}, which Farrier does not speak yet", names.join(", ")),
        )
        .with_help(format!("Farrier speaks {}", protocol::names().join(" and ")));
        return Generated { files: Vec::new(), diagnostics: vec![diagnostic] };
    };
    let plan::Build { plan, mut diagnostics } =
        match plan::build(api, protocol, options.role, &options.package, options.protocol_tests) {
            Ok(build) => build,
            Err(diagnostics) => return Generated { files: Vec::new(), diagnostics },
        };
    if diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Generated { files: Vec::new(), diagnostics };
    }
    match emit::files(&plan, options) {
        Ok(files) => Generated { files, diagnostics },
        Err(error) => {
            diagnostics.push(Diagnostic::unsupported(
                "rust-not-printable",
                api.origin.clone(),
                format!("a file cannot be printed: {error}"),
            ));
            Generated { files: Vec::new(), diagnostics }
        }
    }
}
