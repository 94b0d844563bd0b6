//! Manifests that stand alone: paths adjusted, and nothing taken from a workspace.

use crate::failure::Failure;
use std::{fs, path::Path};
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, TableLike, Value, value};

/// What members of a workspace take from it.
pub(super) struct Inherited {
    package: Table,
    dependencies: Table,
}

impl Inherited {
    /// Reads the workspace's `Cargo.toml`.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let text = fs::read_to_string(path).map_err(Failure::io("read", path))?;
        Self::parse(&text).map_err(|reason| Failure::new(format!("{}: {reason}", path.display())))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let document = parse(text)?;
        let table = |key: &str| {
            let item = document.get("workspace").and_then(|workspace| workspace.get(key));
            item.and_then(Item::as_table).cloned().unwrap_or_default()
        };
        Ok(Self { package: table("package"), dependencies: table("dependencies") })
    }

    /// The licence of the workspace's own crates.
    pub(super) fn license(&self) -> Option<String> {
        self.package.get("license").and_then(Item::as_str).map(str::to_owned)
    }
}

/// A generated crate's manifest.
#[derive(Debug)]
pub(super) struct Vendored {
    pub(super) text: String,
    pub(super) license: Option<String>,
}

/// A generated crate's manifest, with the runtime as the directory beside it.
pub(super) fn vendor_generated(text: &str, runtime: &str) -> Result<Vendored, String> {
    let mut document = parse(text)?;
    let mut depends = false;
    // A crate with protocol tests has it a second time, for them.
    for kind in ["dependencies", "dev-dependencies"] {
        let dependency = document
            .get_mut(kind)
            .and_then(|dependencies| dependencies.get_mut(runtime))
            .and_then(Item::as_table_like_mut);
        if let Some(dependency) = dependency {
            set_path(dependency, &format!("../{runtime}"));
            depends |= kind == "dependencies";
        }
    }
    if !depends {
        return Err(format!("the crate does not depend on {runtime}"));
    }
    let license = document
        .get("package")
        .and_then(|package| package.get("license"))
        .and_then(Item::as_str)
        .map(str::to_owned);
    mark(&mut document)?;
    Ok(Vendored { text: document.to_string(), license })
}

fn set_path(dependency: &mut dyn TableLike, path: &str) {
    let path = Value::from(path);
    match dependency.get_mut("path").and_then(Item::as_value_mut) {
        Some(old) => {
            let decor = old.decor().clone();
            *old = path;
            *old.decor_mut() = decor;
        }
        None => {
            dependency.insert("path", Item::Value(path));
        }
    }
}

/// The runtime's manifest, complete in itself and without what only its own tests need.
pub(super) fn vendor_runtime(text: &str, inherited: &Inherited) -> Result<String, String> {
    let mut document = parse(text)?;
    for key in ["lints", "dev-dependencies", "bench", "test", "example", "profile"] {
        document.remove(key);
    }
    let package =
        document.get_mut("package").and_then(Item::as_table_mut).ok_or("there is no [package]")?;
    let keys: Vec<String> = package
        .iter()
        .filter(|(_, item)| is_inherited(item))
        .map(|(key, _)| key.to_owned())
        .collect();
    for key in keys {
        let inherited = inherited
            .package
            .get(&key)
            .ok_or_else(|| format!("[workspace.package] has no `{key}`"))?;
        set(package, &key, inherited.clone());
    }
    // It is somebody else's now, in a workspace of theirs.
    package.remove("publish");
    dependencies(document.as_table_mut(), inherited)?;
    if let Some(targets) = document.get_mut("target").and_then(Item::as_table_like_mut) {
        for (_, target) in targets.iter_mut() {
            if let Some(target) = target.as_table_mut() {
                target.remove("dev-dependencies");
                dependencies(target, inherited)?;
            }
        }
    }
    mark(&mut document)?;
    Ok(document.to_string().trim_start().to_owned())
}

fn dependencies(table: &mut Table, inherited: &Inherited) -> Result<(), String> {
    for kind in ["dependencies", "build-dependencies"] {
        let Some(dependencies) = table.get_mut(kind).and_then(Item::as_table_like_mut) else {
            continue;
        };
        let names: Vec<String> = dependencies
            .iter()
            .filter(|(_, item)| is_inherited(item))
            .map(|(name, _)| name.to_owned())
            .collect();
        for name in names {
            let own = dependencies.get(&name).and_then(Item::as_table_like);
            let whole = inherited
                .dependencies
                .get(&name)
                .ok_or_else(|| format!("[workspace.dependencies] has no `{name}`"))?;
            let merged = merge(whole, own, &name)?;
            set(dependencies, &name, Item::Value(merged));
        }
    }
    Ok(())
}

/// A dependency as the workspace names it, with what the member says besides.
fn merge(whole: &Item, own: Option<&dyn TableLike>, name: &str) -> Result<Value, String> {
    let mut merged = InlineTable::new();
    if let Some(version) = whole.as_str() {
        merged.insert("version", version.into());
    } else if let Some(whole) = whole.as_table_like() {
        for (key, item) in whole.iter() {
            let item = item.as_value().ok_or_else(|| format!("`{name}.{key}` is not a value"))?;
            merged.insert(key, plain(item));
        }
    }
    if merged.contains_key("path") {
        return Err(format!("`{name}` lies in this workspace: it cannot be vendored yet"));
    }
    for (key, item) in own.into_iter().flat_map(TableLike::iter) {
        let Some(item) = item.as_value() else { continue };
        match (key, merged.get_mut(key)) {
            ("workspace", _) => {}
            ("features", Some(Value::Array(features))) => add_features(features, item),
            _ => {
                merged.insert(key, plain(item));
            }
        }
    }
    let only_version = merged.len() == 1;
    match merged.get("version") {
        Some(version) if only_version => Ok(plain(version)),
        _ => Ok(Value::InlineTable(merged)),
    }
}

fn add_features(features: &mut Array, more: &Value) {
    for feature in more.as_array().into_iter().flatten() {
        let name = feature.as_str();
        if !features.iter().any(|known| known.as_str() == name) {
            features.push(plain(feature));
        }
    }
}

/// Whether it says `workspace = true`.
fn is_inherited(item: &Item) -> bool {
    item.get("workspace").and_then(Item::as_bool) == Some(true)
}

/// Replaces a value, and the `name.workspace` that its key may be.
fn set(table: &mut dyn TableLike, key: &str, item: Item) {
    let item = match item {
        Item::Value(item) => Item::Value(plain(&item)),
        item => item,
    };
    table.insert(key, item);
    if let Some(mut key) = table.key_mut(key) {
        key.fmt();
    }
}

/// The value without the spaces and comments that stood about it.
fn plain(value: &Value) -> Value {
    let mut value = value.clone();
    value.decor_mut().clear();
    value
}

/// Says that Farrier wrote it, so that the next run may replace it.
fn mark(document: &mut DocumentMut) -> Result<(), String> {
    let package =
        document.get_mut("package").and_then(Item::as_table_mut).ok_or("there is no [package]")?;
    let table = |parent: &mut Table, key: &str, implicit: bool| {
        if !parent.contains_key(key) {
            let mut table = Table::new();
            table.set_implicit(implicit);
            parent.insert(key, Item::Table(table));
        }
    };
    table(package, "metadata", true);
    let metadata = package.get_mut("metadata").and_then(Item::as_table_mut);
    let metadata = metadata.ok_or("`package.metadata` is not a table")?;
    table(metadata, "farrier", false);
    let farrier = metadata.get_mut("farrier").and_then(Item::as_table_like_mut);
    let farrier = farrier.ok_or("`package.metadata.farrier` is not a table")?;
    farrier.insert("vendored", value(true));
    Ok(())
}

fn parse(text: &str) -> Result<DocumentMut, String> {
    text.parse::<DocumentMut>().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_crate_finds_the_runtime_beside_it() {
        let text = r#"# Written by Farrier.

[package]
name = "a-client"
version = "0.1.0"
license = "MIT"

[package.metadata.farrier]
service = "A"

[dependencies]
farrier-runtime = { path = "../../runtime", version = "0.1.0", features = ["hyper"] }

[dev-dependencies]
farrier-runtime = { path = "../../runtime", features = ["testing"] }
tokio = { version = "1", features = ["macros", "rt"] }

[features]
default = []
"#;
        let vendored = vendor_generated(text, "farrier-runtime").unwrap();
        let expected = text
            .replace("../../runtime", "../farrier-runtime")
            .replace("service = \"A\"\n", "service = \"A\"\nvendored = true\n");
        assert_eq!(vendored.text, expected);
        assert_eq!(vendored.license.as_deref(), Some("MIT"));
        let error = vendor_generated("[package]\nname = \"a\"\n", "farrier-runtime").unwrap_err();
        assert_eq!(error, "the crate does not depend on farrier-runtime");
        let error = vendor_generated(
            "[package]\nname = \"a\"\n[dev-dependencies]\nfarrier-runtime = { path = \"x\" }\n",
            "farrier-runtime",
        );
        assert_eq!(error.unwrap_err(), "the crate does not depend on farrier-runtime");
    }

    #[test]
    fn the_runtime_takes_nothing_from_a_workspace() {
        let workspace = r#"
[workspace.package]
version = "0.3.0"
edition = "2024"
publish = false

[workspace.dependencies]
bytes = "1"
regex = "1"
hyper = { version = "1", default-features = false, features = ["http1"] }
criterion = "0.8"
"#;
        let runtime = r#"[package]
name = "farrier-runtime"
version.workspace = true
edition.workspace = true
publish.workspace = true

[lints]
workspace = true

[features]
hyper = ["dep:hyper"]

[dependencies]
bytes.workspace = true
regex = { workspace = true, optional = true }
hyper = { workspace = true, features = ["client", "http1"], optional = true }
serde = "1"

[dev-dependencies]
criterion.workspace = true

[[bench]]
name = "json"
"#;
        let expected = r#"[package]
name = "farrier-runtime"
version = "0.3.0"
edition = "2024"

[package.metadata.farrier]
vendored = true

[features]
hyper = ["dep:hyper"]

[dependencies]
bytes = "1"
regex = { version = "1", optional = true }
hyper = { version = "1", default-features = false, features = ["http1", "client"], optional = true }
serde = "1"
"#;
        let inherited = Inherited::parse(workspace).unwrap();
        assert_eq!(vendor_runtime(runtime, &inherited).unwrap(), expected);
        let error = vendor_runtime(
            "[package]\nversion.workspace = true\n[dependencies]\nx.workspace = true\n",
            &inherited,
        );
        assert_eq!(error.unwrap_err(), "[workspace.dependencies] has no `x`");
    }
}
