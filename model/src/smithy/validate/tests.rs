//! Small models, each beside what is found in it.

use super::*;
use crate::smithy::idl;

/// Checks what is found in a model, whose files are parted by `---`: a line a finding, its severity, id,
/// shape and message. Notes and warnings count only if `all`.
fn check_all(model: &str, all: bool, expected: &[&str]) {
    let mut sources = Sources::new();
    let mut diagnostics = Vec::new();
    let documents = model.split("---\n").map(|text| {
        let id = sources.add("a.smithy", format!("$version: \"2.0\"\n{text}"));
        idl::parse(&sources, id, &mut diagnostics)
    });
    let documents = documents.collect();
    let model = resolve::resolve(documents, &mut diagnostics);
    assert!(!has_errors(&diagnostics), "{diagnostics:?}");
    let shown = findings(&model, &mut diagnostics).shown.into_iter();
    let shown = shown.filter(|it| all || it.severity > Severity::Warning).map(|finding| {
        let event = finding.event.unwrap();
        let shape = event.shape.as_deref().unwrap_or("-");
        format!("{} {} {}: {}", finding.severity.name(), event.id, shape, finding.message)
    });
    let shown: Vec<String> = shown.collect();
    assert_eq!(shown.len(), expected.len(), "{shown:#?}");
    for (found, expected) in shown.iter().zip(expected) {
        assert!(found.contains(expected), "{found}\ninstead of\n{expected}");
    }
}

fn check(model: &str, expected: &[&str]) {
    check_all(model, false, expected);
}

#[test]
fn constraints_of_a_member_take_the_place_of_its_targets() {
    let shapes = r#"namespace a
        @timestampFormat("date-time") timestamp T
        @range(min: 5, max: 9) integer N
        @length(min: 3, max: 3) @pattern("^[a-c]*$") string L"#;
    let member = |member: &str| format!("{shapes}\nstructure S {{ {member}\n }}");
    check(&member(r#"@timestampFormat("epoch-seconds") t: T = 0"#), &[]);
    check(&member("@range(min: 1, max: 20) n: N = 15"), &[]);
    check(&member(r#"@length(min: 1, max: 10) @pattern("^.*$") l: L = "abcdef""#), &[]);
    // One of another kind takes the place of none.
    check(&member(r#"@length(max: 5) l: L = "abd""#), &["has \"abd\", which `L`'s pattern"]);
    check(&member("n: N = 15"), &["has 15, and `N` must be at most 9"]);
    check(&member("@range(max: 20) n: N = 21"), &["`S$n` must be at most 20"]);
}

#[test]
fn texts_of_timestamps_are_read() {
    let member = |member: &str| format!("namespace a\nstructure S {{ {member}\n }}");
    let http = "@timestampFormat(\"http-date\")";
    check(&member("t: Timestamp = \"1985-04-12T23:20:50.52Z\""), &[]);
    check(&member("t: Timestamp = 5"), &[]);
    check(&member("t: Timestamp = \"garbage\""), &["has the string \"garbage\" where `Timestamp`"]);
    check(&member(&format!("{http} t: Timestamp = \"Tue, 29 Apr 2014 18:30:38 GMT\"")), &[]);
    check(
        &member(&format!("{http} t: Timestamp = \"1985-04-12T23:20:50Z\"")),
        &["is no timestamp in the format `http-date`, which is like `Tue, "],
    );
    check(
        "namespace a\n@timestampFormat(\"date-time\") @default(\"garbage\") timestamp T",
        &["the default of `T` is no timestamp in the format `date-time`"],
    );
}

#[test]
fn patterns_are_those_of_ecma_262() {
    check("namespace a\n@pattern(\"^\\\\W+$\") @default(\"é\") string S", &[]);
    check("namespace a\n@pattern(\"^\\\\w+$\") @default(\"é\") string S", &["`S`'s pattern"]);
}

#[test]
fn numbers_and_blobs_are_what_they_stand_for() {
    let default = |shape: &str, value: &str| format!("namespace a\n@default({value}) {shape}");
    let large = "10000000000000000000000000000000000000000";
    check(&default("bigInteger B", large), &[]);
    check(&default("long L", large), &["which no long can hold"]);
    check(&default("long L", "1.5"), &["has `1.5` where `L` needs a whole number"]);
    let float = "namespace a\n@default(1) float F\nstructure S { f: F = 1.0\n }";
    check(float, &[]);
    check(&float.replace("1.0", "1.5"), &["`S$f` has another default than `F`"]);
    let blob = "namespace a\n@length(max: 2) blob B\nstructure S { b: B = \"aGk=\"\n }";
    check(blob, &[]);
    check(&blob.replace("aGk=", "aGkh"), &["has 3 bytes, and `B` takes at most 2"]);
}

/// A service with one operation, which has these traits and this input.
fn operation(traits: &str, input: &str) -> String {
    format!(
        "namespace a\n@aws.protocols#restJson1\nservice Z {{ version: \"1\", operations: [A] }}\n\
         {traits}\noperation A {{ input := {{ {input}\n }} }}"
    )
}

#[test]
fn host_prefixes_are_read_in_one_way() {
    let host = |prefix: &str| {
        let traits = "@http(method: \"POST\", uri: \"/\")\n@endpoint(hostPrefix: \"";
        operation(&format!("{traits}{prefix}\")"), "@required @hostLabel acct: String")
    };
    check(&host("{acct}."), &[]);
    check(&host("a-{acct}.b."), &[]);
    check(
        &host("{acct."),
        &["error HostLabelTrait a#A: the host prefix `{acct.` of `A` has a `{` w"],
    );
    check(&host("acct}.{acct}."), &["has a `}` without a `{`"]);
    check(&host("{acct}.{}."), &["has the label `{}`, which does not name a member"]);
    check(&host("{{acct}}."), &["has the label `{{acct}`"]);
    for prefix in ["{acct}..", "{acct}-.foo-", "-{acct}.", ".{acct}."] {
        check(&host(prefix).replace("foo-", "a."), &["cannot be the start of a host's name"]);
    }
}

#[test]
fn paths_are_read_as_they_are_later() {
    let path = |uri: &str, input: &str| {
        operation(&format!("@http(method: \"POST\", uri: \"{uri}\")"), input)
    };
    let label = "@required @httpLabel a: String";
    check(&path("/{a}/b", label), &[]);
    check(&path("/b/", ""), &[]);
    check(&path("foo", ""), &["error HttpUriFormat a#A: the uri `foo` of `A` does not start with"]);
    check(&path("/b//c", ""), &["has an empty segment"]);
    check(&path("/{a}/{a}", label), &["has the label `{a}` twice"]);
    check(&path("/e#frag", ""), &["has a fragment"]);
    check(&path("/b{a}", label), &["a label must be all of its segment"]);
    check(&path("/f?x={a}", label), &["has a label in its query"]);
}

#[test]
fn one_finding_a_shape_of_a_name() {
    let mut model = "namespace a\nservice Z { version: \"1\", operations: [O] }\n\
        operation O { input := { b: b#S, c: c#S, d: d#S } }\n"
        .to_owned();
    for namespace in ["b", "c", "d"] {
        model += &format!("---\nnamespace {namespace}\nstructure S {{}}\n");
    }
    let names = ["`b#S` and `c#S` have", "`c#S` and `b#S` have", "`d#S` and `b#S` have"];
    check(&model, &names);
    // Texts may have one name, and only the structure is in their way.
    let model = model.replace("namespace b\nstructure S {}", "namespace b\nstring S");
    let model = model.replace("namespace c\nstructure S {}", "namespace c\nstring S");
    check(&model, &["error Service d#S: `d#S` and `b#S` have one name"]);
}

#[test]
fn lists_of_lists_as_deep_as_you_like_may_have_one_name() {
    let mut model = "namespace a\nservice Z { version: \"1\", operations: [O] }\n\
        operation O { input := { b: b#L0, c: c#L0 } }\n"
        .to_owned();
    for namespace in ["b", "c"] {
        model += &format!("---\nnamespace {namespace}\nlist L2000 {{ member: Integer }}\n");
        for depth in 0..2000 {
            model += &format!("list L{depth} {{ member: L{} }}\n", depth + 1);
        }
    }
    check(&model, &[]);
}

#[test]
fn a_private_operation_of_a_resource_is_said_once() {
    let model = "namespace a\n@private @readonly operation Read { input := { @required id: String } }\n\
        ---\nnamespace b\nresource R { identifiers: { id: String }, read: a#Read }";
    check(model, &["error PrivateAccess b#R: `R` has the operation `Read`, which is private"]);
}

#[test]
fn resources_of_one_name_are_told_apart() {
    let resource = |namespace: &str, more: &str| {
        format!(
            "namespace {namespace}\nresource R {{ identifiers: {{ id: Id }}, read: Read }}\nstring Id\n\
             @readonly\noperation Read {{ input := {{ @required id: Id }}, output: Out }}\n{more}\n"
        )
    };
    let one = resource("a", "structure Out { x: Thing }\nstructure Thing { id: Id }");
    let two = resource("b", "structure Out { x: String }\nstructure Elsewhere { id: Id }");
    let expected = "MemberShouldReferenceResource b#Elsewhere$id";
    for model in [format!("{one}---\n{two}"), format!("{two}---\n{one}")] {
        check_all(&model, true, &[expected]);
    }
}

#[test]
fn errors_of_the_service_are_those_of_its_operations() {
    let model = "namespace a\n@aws.protocols#restJson1\n\
        service Z { version: \"1\", operations: [A, B], errors: [E] }\n\
        @http(method: \"GET\", uri: \"/a\") @readonly\n\
        @smithy.waiters#waitable(Gone: { acceptors: [\
            { state: \"success\", matcher: { errorType: \"E\" } }] })\n\
        operation A { output := { t: Boolean } }\n\
        @http(method: \"GET\", uri: \"/b\") @readonly operation B {}\n\
        @error(\"client\") structure E { @httpPayload p: L, other: String }\n\
        list L { member: String }";
    let payload = ["error HttpPayload a#E: `p` is the whole", "error ProtocolHttpPayload a#E$p"];
    check(model, &payload);
}

/// A model with this validator in its metadata.
fn validator(entry: &str, shapes: &str) -> String {
    format!("metadata validators = [{entry}]\nnamespace a\n{shapes}")
}

#[test]
fn validators_of_the_metadata_are_as_they_are_configured() {
    let shapes = "structure S { @required a: Integer, b: String }\nunion U { x: Integer }\n";
    let each = |more: &str, selector: &str, configuration: &str| {
        let entry = format!(
            "{{ name: \"EmitEachSelector\", id: \"X\"{more}, \
             configuration: {{ selector: \"{selector}\"{configuration} }} }}"
        );
        validator(&entry, shapes)
    };
    check(&each("", "union", ""), &["danger X a#U: `U` is selected by the validator `X`"]);
    check(&each(", namespaces: [\"b\"]", "union", ""), &[]);
    check(&each(", namespaces: [\"a\"]", "union", ""), &["danger X a#U"]);
    check(&each(", selector: \"structure\"", ":is(structure, union)", ""), &["danger X a#S"]);
    check(
        &each(", message: \"see {super}.\"", "union", ""),
        &["see `U` is selected by the validator"],
    );
    let template = ", messageTemplate: \"m@@n @{id|name}, @{trait|(keys)|name} @{id|member}.\"";
    check(&each("", "union", template), &["danger X a#U: m@n U, [] ."]);
    let both = each(", message: \"t: {super}\"", "[trait|required]", template);
    check(&both, &["danger X a#S$a: t: m@n S, [required] a."]);
    check_all(&each(", severity: \"NOTE\"", "union", ""), true, &["note X a#U"]);
    check(&each(", severity: \"ERROR\"", "union", ""), &["error Model -: the `severity` of the v"]);
    let broken = each("", "union", ", messageTemplate: \"@{id\"");
    check(&broken, &["has a `messageTemplate` that ends before `}`"]);
    let none = "{ name: \"EmitNoneSelector\", id: \"N\", message: \"oh, {super}\", \
        configuration: { selector: \"blob\" } }";
    check(&validator(none, shapes), &["danger N -: oh, nothing is selected"]);
    let unreferenced = "{ name: \"UnreferencedShape\", id: \"R\", namespaces: [\"b\"] }";
    check_all(&validator(unreferenced, shapes), true, &[]);
}

#[test]
fn selectors_that_take_too_long_are_said_to() {
    // Of each of all names, whether it is in any of all names, many times.
    let names = ["@{var|a|id} *= @{var|a|id}"; 400].join(" && ");
    let slow = &format!("$a(:root(*)) [@: {names}] [id=none]");
    let shapes = "string S";
    let entry = |name: &str, more: &str| format!("{{ name: \"{name}\", id: \"X\"{more} }}");
    let says = |model: &str, what: &str| {
        let expected =
            format!("warning Model -: {what} is passed over: its selector takes too long");
        check_all(model, true, &[&expected]);
    };
    let selector = format!(", selector: \"{slow}\"");
    let lint = entry("AbbreviationName", &selector);
    says(&validator(&lint, "structure XMLRequest {}"), "the validator `X`");
    let each = entry("EmitEachSelector", &format!(", configuration: {{ selector: \"{slow}\" }}"));
    says(&validator(&each, shapes), "the validator `X`");
    let words =
        format!(", configuration: {{ reserved: [{{ words: [\"S\"], selector: \"{slow}\" }}] }}");
    let words = entry("ReservedWords", &words);
    says(&validator(&words, shapes), "a part of the validator `X`");
    let closure = format!(
        "metadata shapeClosures = [{{ id: \"b#C\", includeBySelector: \"{slow}\" }}]\n\
         namespace a\n{shapes}"
    );
    says(&closure, "the shape closure `b#C`");
    let made =
        format!("namespace a\n@trait(selector: \"{slow}\") structure made {{}}\n@made string S");
    says(&made, "whether the trait `a#made` can be where it is");
    let made = format!(
        "namespace a\n@trait @traitValidators(V: {{ selector: \"{slow}\" }}) structure made {{}}\n\
         @made string S"
    );
    says(&made, "`V` of the trait `a#made`");
}

#[test]
fn variables_are_those_of_one_shape() {
    // What `$b` holds of one shape is not there for the next.
    let model = "namespace a\n@trait @traitValidators(\n\
        V: { selector: \":is(${b} [id|name=S], $b(*)) [id|name=none]\" }\n\
        W: { selector: \":test(${b}) [id|name^=T]\" }) structure made {}\n@made string S\n@made string T";
    check(model, &[]);
}

#[test]
fn ids_in_values_of_traits_are_found() {
    let model = "namespace a\n@http(method: \"GET\", uri: \"/x\") @readonly\n\
        @smithy.test#httpRequestTests([{\n\
            id: \"aa\", protocol: \"aws.protocols#restJson1\", method: \"GET\", uri: \"/x\" }])\n\
        operation O {}";
    check(model, &[]);
    let wrong = "names `aws.protocols#restNothing`, and there is no such shape";
    check(&model.replace("restJson1", "restNothing"), &[wrong]);
}

#[test]
fn payloads_of_events_leave_headers_alone() {
    let event = |more: &str| {
        format!(
            "namespace a\n@streaming union Events {{ e: Event }}\n\
             structure Event {{ @eventPayload p: Blob, {more} }}"
        )
    };
    check(&event("@eventHeader h: String"), &[]);
    check(&event("h: String"), &["error EventPayloadTrait a#Event: `p` is all of the payload of"]);
}

#[test]
fn values_of_the_first_enums_are_told_apart() {
    let enumeration = |values: &str| format!("namespace a\n@enum([{values}]) string E");
    let check = |values: &str, expected: &[&str]| {
        let deprecated = ["warning ModelDeprecation a#E"];
        check_all(&enumeration(values), true, &[&deprecated, expected].concat());
    };
    let a = "{ value: \"a\", name: \"A\" }";
    check(a, &[]);
    check("{ value: \"a\" }", &["warning EnumTrait a#E: the values of `E` have no names"]);
    check(
        &format!("{a}, {{ value: \"a\", name: \"B\" }}"),
        &["error EnumTrait a#E: `E` has the value `a` twice"],
    );
    check(
        &format!("{a}, {{ value: \"b\", name: \"A\" }}"),
        &["error EnumTrait a#E: `E` has the name `A` twice"],
    );
    check(
        &format!("{a}, {{ value: \"b\" }}"),
        &["error EnumTrait a#E: the value `b` of `E` has no"],
    );
    check("{ value: \"b\", name: \"b\" }", &["warning EnumTrait a#E: `b` is better written"]);
}

#[test]
fn what_does_not_go_with_a_trait_is_said_with_its_reason() {
    let model = "namespace a\n@aws.protocols#restXml service Z { version: \"1\", operations: [A] }\n\
        @http(method: \"POST\", uri: \"/\") operation A { input := { d: Document } }";
    check(
        model,
        &[
            "`AInput$d` does not go with the trait `aws.protocols#restXml` of `Z`: the protocol has no \
           way to write a document (`UnsupportedProtocolDocument`)",
        ],
    );
}

#[test]
fn bounds_are_such_as_the_type_can_hold() {
    let check = |range: &str, shape: &str, expected: &[&str]| {
        check_all(&format!("namespace a\n@range({range}) {shape} N"), true, expected);
    };
    check("min: -128, max: 127", "byte", &[]);
    check(
        "min: 300",
        "byte",
        &["warning RangeTrait a#N: `N` has the `min` 300, which no byte can"],
    );
    check("max: 9223372036854775807", "long", &[]);
    check("max: 9223372036854775808", "long", &["which no long can hold"]);
    check("max: 9223372036854775808", "bigInteger", &[]);
    check("max: 3.5", "short", &["error RangeTrait a#N: `N` holds whole numbers"]);
    check("max: 1e39", "float", &["which no float can hold"]);
    check("max: 1e39", "double", &[]);
}
