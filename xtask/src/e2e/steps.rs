//! The steps of `cargo xtask e2e`.
//!
//! A step's program is told by the environment where the server listens (`ADDRESS`, a URL) and where the
//! corpus lies (`CORPUS`). It prints a line for each case that begins with `passed`, `failed` or
//! `skipped`, closes with `N passed, N failed, N skipped`, and ends with a status other than 0 if any
//! failed.

use std::time::Duration;

/// A server, and a program that runs cases against it.
pub(super) struct Step {
    /// What `--only` takes.
    pub(super) name: &'static str,
    /// What it shows.
    pub(super) about: &'static str,
    /// What listens.
    pub(super) server: Serving,
    /// What calls.
    pub(super) driver: Driver,
    /// Whether it is skipped where the corpus is not.
    pub(super) needs_corpus: bool,
    /// How long it may take.
    pub(super) limit: Duration,
}

/// What listens.
pub(super) enum Serving {
    /// The program of this package of the workspace. It takes `--port 0` and prints its URL.
    Program(&'static str),
    /// moto, a server that stands in for AWS.
    Moto,
}

/// What calls.
pub(super) enum Driver {
    /// A Python program in `xtask/e2e`.
    Script(&'static str),
    /// The program of this package of the workspace.
    Program(&'static str),
}

/// All of them, in the order in which they run.
pub(super) const STEPS: &[Step] = &[
    Step {
        name: "scenarios",
        about: "what the real Lambda answers, held against local-lambda",
        server: Serving::Program("local-lambda"),
        driver: Driver::Script("scenarios.py"),
        needs_corpus: true,
        limit: Duration::from_secs(300),
    },
    Step {
        name: "boto3",
        about: "boto3 calls local-lambda: every operation, every constraint",
        server: Serving::Program("local-lambda"),
        driver: Driver::Script("boto.py"),
        needs_corpus: false,
        limit: Duration::from_secs(300),
    },
    Step {
        name: "aws-cli",
        about: "the AWS CLI calls local-lambda: every operation",
        server: Serving::Program("local-lambda"),
        driver: Driver::Script("cli.py"),
        needs_corpus: false,
        limit: Duration::from_secs(300),
    },
    Step {
        name: "client",
        about: "lambda-client calls local-lambda: every operation",
        server: Serving::Program("local-lambda"),
        driver: Driver::Program("lambda-probe"),
        needs_corpus: false,
        limit: Duration::from_secs(120),
    },
    Step {
        name: "moto",
        about: "lambda-client calls moto, which stands in for AWS",
        server: Serving::Moto,
        driver: Driver::Program("lambda-probe"),
        needs_corpus: false,
        limit: Duration::from_secs(120),
    },
];
