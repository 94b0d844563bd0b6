//! What each statement of the language means.

use std::fmt::Write;

use super::{parse, render, written};
use crate::{
    api::Value,
    smithy::document::{Definition, Document, Node, Properties, Reference, Trait},
    source::Sources,
};

/// Checks what `text` says: the dump of its document.
fn check(text: &str, expected: &str) {
    let (document, mut diagnostics, sources) = parse(text);
    // Where comments document nothing, `errors.txt` says.
    diagnostics.retain(|finding| finding.code != "stray-documentation");
    assert!(diagnostics.is_empty(), "{text}\n{}", render(&diagnostics, &sources));
    let dump = dump(&document.expect("there are no errors"), &sources);
    assert_eq!(dump.trim(), expected.trim(), "\n{text}\n--- gives\n{dump}");
}

/// A file's shapes, a line each, without the head that every test has.
fn check_shapes(text: &str, expected: &str) {
    check(
        &format!("$version: \"2.0\"\nnamespace a.b\n{text}"),
        &format!("V2\n{}", expected.trim()),
    );
}

#[test]
fn control_and_metadata() {
    check("", "V1");
    check("$version: \"1.0\"", "V1");
    check("\u{feff}$version : \"2\" // to the end of the line", "V2");
    check(
        "$\"version\": \"2.0\"\nmetadata a = [1, -2.50, 1e3 \"x\" null,true]",
        "V2\nmetadata a = [1,-2.5,1000.0,\"x\",null,true]",
    );
    check(
        "metadata \"x y\" = {\n  a: \"b\",,\n  \"c\" : { /// no docs here\n }\n}\nmetadata c = a.b#C\n\
         metadata d = String",
        "V1\nmetadata x y = {\"a\":\"b\",\"c\":{}}\nmetadata c = \"a.b#C\" (0=a.b#C)\n\
         metadata d = \"String\" (0=smithy.api#String)",
    );
    check(
        "metadata big = [170141183460469231731687303715884105727, 340282366920938463460000000000000000000]",
        "V1\nmetadata big = [170141183460469231731687303715884105727,34028236692093846346e19]",
    );
}

#[test]
fn references() {
    check(
        "namespace a.b\nuse c.d#Str\nuse c.d#mark\n\n@mark @other\nlist L { member: Str }\n\
         list M { member: e.f#Str }\nlist N { member: Own }",
        "V1\nuse c.d#Str\nuse c.d#mark\n\
         @c.d#mark null @a.b:other null list a.b#L { member: c.d#Str }\n\
         list a.b#M { member: e.f#Str }\nlist a.b#N { member: a.b:Own }",
    );
}

#[test]
fn simple_shapes() {
    for kind in [
        "blob",
        "boolean",
        "string",
        "byte",
        "short",
        "integer",
        "long",
        "float",
        "double",
        "bigInteger",
        "bigDecimal",
        "timestamp",
        "document",
    ] {
        check_shapes(&format!("{kind} Foo"), &format!("{kind} a.b#Foo"));
    }
    check_shapes(
        "string A // comment\nstring B /// ignored\nstring C with [M, N] \n",
        "string a.b#A\nstring a.b#B\nstring a.b#C with a.b:M a.b:N",
    );
}

#[test]
fn enums() {
    check_shapes(
        "enum E { A, B C = \"c\" // comment\n\n /// Doc\n @x(1)\n D = \"\"\"\n  d\"\"\",\n}",
        "enum a.b#E { A: smithy.api#Unit; B: smithy.api#Unit; \
         @smithy.api#enumValue \"c\" C: smithy.api#Unit; \
         @smithy.api#documentation \"Doc\" @a.b:x 1 @smithy.api#enumValue \"d\" D: smithy.api#Unit }",
    );
    check_shapes(
        "intEnum E with [F]\n{ A = 1\n }",
        "intEnum a.b#E with a.b:F { @smithy.api#enumValue 1 A: smithy.api#Unit }",
    );
}

#[test]
fn aggregates() {
    check_shapes("list L{member:String}", "list a.b#L { member: a.b:String }");
    check_shapes(
        "map M {\n  /// K\n  key: a.c#K,\n  @sparse value : V }",
        "map a.b#M { @smithy.api#documentation \"K\" key: a.c#K; @a.b:sparse null value: a.b:V }",
    );
    check("namespace a.b\nset S { member: T }", "V1\nset a.b#S { member: a.b:T }");
    check_shapes(
        "structure S for R with [M] {\n  $id\n  @required $name\n  a: A = 1 // one\n\n  $b = []\n  input: B\n}",
        "structure a.b#S for a.b:R with a.b:M { $id; @a.b:required null $name; \
         @smithy.api#default 1 a: a.b:A; @smithy.api#default [] $b; input: a.b:B }",
    );
    check_shapes("union U { a: A\n /// dangling\n }", "union a.b#U { a: a.b:A }");
    check_shapes("structure for {}\nstructure with {}", "structure a.b#for\nstructure a.b#with");
}

#[test]
fn services_and_resources() {
    check_shapes(
        "service S with [T] {\n version: \"1\", operations: [A \"c.d#B\"]\n resources: [R],\n errors: [E]\n \
         rename: { \"c.d#X\": \"Y\" }\n}",
        "service a.b#S with a.b:T (version \"1\", operations a.b:A c.d#B, resources a.b:R, \
         errors a.b:E, rename c.d#X=Y)",
    );
    check_shapes(
        "resource R {\n identifiers: { a: A, \"b\": c.d#B }\n properties: { p: P }\n put: Op, list: Ops\n \
         operations: []\n collectionOperations: [Cop]\n}\nservice S {}",
        "resource a.b#R (collectionOperations a.b:Cop, identifiers a=a.b:A b=c.d#B, properties p=a.b:P, \
         Put a.b:Op, List a.b:Ops)\nservice a.b#S",
    );
}

#[test]
fn operations() {
    check_shapes(
        "operation O { input: I, output: c.d#O errors: [E, F] }\noperation P {}",
        "operation a.b#O (errors a.b:E a.b:F, input a.b:I, output c.d#O)\noperation a.b#P",
    );
    check_shapes(
        "operation O with [M] {\n input :=\n  /// Doc\n  @sensitive\n  for R with [N] { $a\n b: B = 1\n }\n output:= {}\n}",
        "@smithy.api#documentation \"Doc\" @a.b:sensitive null @smithy.api#input {} \
         structure a.b#OInput for a.b:R with a.b:N { $a; @smithy.api#default 1 b: a.b:B }\n\
         @smithy.api#output {} structure a.b#OOutput\n\
         operation a.b#O with a.b:M (input a.b#OInput, output a.b#OOutput)",
    );
    check(
        "$version: \"2\"\n$operationInputSuffix: \"Request\"\n$operationOutputSuffix: \"Response\"\n\
         namespace a.b\noperation O { input := {} output := {} }",
        "V2\n@smithy.api#input {} structure a.b#ORequest\n@smithy.api#output {} structure a.b#OResponse\n\
         operation a.b#O (input a.b#ORequest, output a.b#OResponse)",
    );
}

#[test]
fn applies() {
    check_shapes(
        "apply Foo @bar(\"x\")\napply c.d#Foo$member {\n  @a /// nothing\n  @b }\napply Foo {}",
        "apply a.b:Foo @a.b:bar \"x\"\napply c.d#Foo $member @a.b:a null\napply c.d#Foo $member @a.b:b null",
    );
}

#[test]
fn trait_values() {
    for (written, expected) in [
        ("@t", "null"),
        ("@t()", "{}"),
        ("@t( )", "{}"),
        ("@t(null)", "null"),
        ("@t(true)", "true"),
        ("@t(-1)", "-1"),
        ("@t(\"a\\nb\")", "\"a\\nb\""),
        ("@t(\"\"\"\n    a\n      b\n    \"\"\")", "\"a\\n  b\\n\""),
        ("@t([])", "[]"),
        ("@t({a: 1})", "{\"a\":1}"),
        ("@t(a: 1)", "{\"a\":1}"),
        (
            "@t(\n  \"a\" : 1,\n  true: {}, b: [{c: d}]\n)",
            "{\"a\":1,\"true\":{},\"b\":[{\"c\":\"d\"}]} (5=a.b:d)",
        ),
        ("@t(Foo)", "\"Foo\" (0=a.b:Foo)"),
        ("@t(Foo$bar)", "\"Foo$bar\" (0=a.b:Foo$bar)"),
        ("@t([{\"a/b~c\": c.d#E}])", "[{\"a/b~c\":\"c.d#E\"}] (2=c.d#E)"),
    ] {
        check_shapes(&format!("{written}\nstring S"), &format!("@a.b:t {expected} string a.b#S"));
    }
}

#[test]
fn documentation() {
    check_shapes(
        "/// One\r\n///  two \r\n///\r\n///three\r\n@t /// not this\r\nstring S\r\n\r\n/// nor this",
        "@smithy.api#documentation \"One\\n two \\n\\nthree\" @a.b:t null string a.b#S",
    );
    check_shapes(
        "////// One\n/////\nstring S",
        "@smithy.api#documentation \"/// One\\n//\" string a.b#S",
    );
    check(
        "/// A\n$version: \"2\"\n/// B\nnamespace a.b\n/// C\nuse c.d#E\n/// D\nstring S",
        "V2\nuse c.d#E\n@smithy.api#documentation \"D\" string a.b#S",
    );
    check(
        "$version: \"2\"\nnamespace a.b\n/// D\nstring S",
        "V2\n@smithy.api#documentation \"D\" string a.b#S",
    );
    check_shapes(
        "/// A\n\n// comment\n\n/// B\nlist L /// C\n{ /// D\nmember: M /// E\n}",
        "@smithy.api#documentation \"A\\nB\" list a.b#L { @smithy.api#documentation \"D\" member: a.b:M }",
    );
}

#[test]
fn places() {
    let text = "$version: \"2.0\"\nnamespace a.b\n@t(a: [1, {b: \"c\"}], \"d/e\": Foo)\nstructure S {\n @u x: c.d#T = 5\n}";
    let (document, _, sources) = parse(text);
    let document = document.expect("there are no errors");
    let shape = &document.shapes[0];
    let value = &shape.traits[0].value;
    for (pointer, expected) in [
        ("", "(a: [1, {b: \"c\"}], \"d/e\": Foo)"),
        ("/a", "[1, {b: \"c\"}]"),
        ("/a/0", "1"),
        ("/a/1", "{b: \"c\"}"),
        ("/a/1/b", "\"c\""),
        ("/d~1e", "Foo"),
        ("/a/7", "[1, {b: \"c\"}]"),
        ("/nothing", "(a: [1, {b: \"c\"}], \"d/e\": Foo)"),
    ] {
        assert_eq!(written(&value.origin_at(pointer), &sources), expected, "{pointer}");
    }
    let member = &shape.members[0];
    let target = member.target.as_ref().expect("the member has a target");
    for (origin, expected) in [
        (&shape.origin, "S"),
        (&shape.traits[0].origin, "@t"),
        (&member.origin, "x"),
        (target.origin(), "c.d#T"),
        (&member.traits[0].origin, "@u"),
        (&member.traits[1].value.origin, "5"),
    ] {
        assert_eq!(written(origin, &sources), expected);
    }
}

fn dump(document: &Document, sources: &Sources) -> String {
    let mut text = format!("{:?}\n", document.version);
    for metadata in &document.metadata {
        writeln!(text, "metadata {} = {}", metadata.key, node(&metadata.value)).unwrap();
    }
    for reference in &document.uses {
        writeln!(text, "use {}", name(reference)).unwrap();
    }
    for shape in &document.shapes {
        assert!(!written(&shape.origin, sources).is_empty());
        writeln!(text, "{}", definition(shape)).unwrap();
    }
    for apply in &document.applies {
        let member = apply.member.iter().map(|member| format!(" ${member}")).collect::<String>();
        let applied = traits(std::slice::from_ref(&apply.applied));
        writeln!(text, "apply {}{member} {}", name(&apply.shape), applied.trim_end()).unwrap();
    }
    text
}

fn definition(shape: &Definition) -> String {
    let mut text = format!("{}{} {}", traits(&shape.traits), shape.kind.name(), shape.id);
    if let Some(resource) = &shape.for_resource {
        text += &format!(" for {}", name(resource));
    }
    if !shape.mixins.is_empty() {
        text += &format!(" with {}", names(&shape.mixins));
    }
    let members: Vec<String> = shape
        .members
        .iter()
        .map(|member| {
            let traits = traits(&member.traits);
            match &member.target {
                Some(target) => format!("{traits}{}: {}", member.name, name(target)),
                None => format!("{traits}${}", member.name),
            }
        })
        .collect();
    if !members.is_empty() {
        text += &format!(" {{ {} }}", members.join("; "));
    }
    text + &properties(&shape.properties)
}

fn properties(properties: &Properties) -> String {
    let mut parts = Vec::new();
    parts.extend(properties.version.iter().map(|version| format!("version {version:?}")));
    for (key, references) in [
        ("operations", &properties.operations),
        ("collectionOperations", &properties.collection_operations),
        ("resources", &properties.resources),
        ("errors", &properties.errors),
    ] {
        if !references.is_empty() {
            parts.push(format!("{key} {}", names(references)));
        }
    }
    for rename in &properties.rename {
        parts.push(format!("rename {}={}", name(&rename.from), rename.to));
    }
    for (key, references) in
        [("identifiers", &properties.identifiers), ("properties", &properties.properties)]
    {
        let named: Vec<String> =
            references.iter().map(|(key, shape)| format!("{key}={}", name(shape))).collect();
        if !named.is_empty() {
            parts.push(format!("{key} {}", named.join(" ")));
        }
    }
    for (lifecycle, operation) in &properties.lifecycle {
        parts.push(format!("{lifecycle:?} {}", name(operation)));
    }
    parts.extend(properties.input.iter().map(|input| format!("input {}", name(input))));
    parts.extend(properties.output.iter().map(|output| format!("output {}", name(output))));
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

fn traits(traits: &[Trait]) -> String {
    traits.iter().map(|it| format!("@{} {} ", name(&it.id), node(&it.value))).collect()
}

fn names(references: &[Reference]) -> String {
    references.iter().map(name).collect::<Vec<_>>().join(" ")
}

/// `namespace#name` if it is decided, `namespace:name` if it is relative.
fn name(reference: &Reference) -> String {
    match reference {
        Reference::Absolute { id, .. } => id.to_string(),
        Reference::Relative { namespace, name, .. } => format!("{namespace}:{name}"),
    }
}

fn node(node: &Node) -> String {
    let mut text = value(&node.value);
    if !node.shape_ids.is_empty() {
        let ids: Vec<String> = node
            .shape_ids
            .iter()
            .map(|(place, reference, member)| {
                let member: String = member.iter().map(|member| format!("${member}")).collect();
                format!("{place}={}{member}", name(reference))
            })
            .collect();
        text += &format!(" ({})", ids.join(", "));
    }
    text
}

fn value(it: &Value) -> String {
    match it {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => format!("{text:?}"),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(value).collect::<Vec<_>>().join(","))
        }
        Value::Object(members) => {
            let members: Vec<String> =
                members.iter().map(|(key, member)| format!("{key:?}:{}", value(member))).collect();
            format!("{{{}}}", members.join(","))
        }
    }
}
