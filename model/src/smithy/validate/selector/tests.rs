//! Selectors on a small model.

use super::*;
use crate::{
    smithy::{definitions, idl, model::Model, resolve},
    source::Sources,
};

const MODEL: &str = r#"$version: "2.0"
namespace a

service S { version: "1", operations: [Get], resources: [R] }
resource R { identifiers: { id: Text }, read: Read }
operation Get { input: In, output: Out }
@readonly
operation Read { input := { @required id: Text } }
@length(min: 3, max: 5)
string Text
@tags(["x", "y"])
structure In { @required text: Text, list: Texts }
structure Out { number: Integer, text: String }
list Texts { member: Text }
@range(min: 5, max: 2)
integer Odd
enum Suit { CLUB }
"#;

fn model() -> Model {
    let mut sources = Sources::new();
    let id = sources.add("a.smithy", MODEL);
    let mut findings = Vec::new();
    let document = idl::parse(&sources, id, &mut findings);
    let model = resolve::resolve(vec![document], &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    model
}

#[test]
fn selects() {
    let model = model();
    let definitions = definitions::load([]);
    let graph = Graph::new(&model, &definitions);
    let check = |selector: &str, expected: &str| {
        let parsed = Selector::parse(selector).unwrap_or_else(|problem| panic!("{problem}"));
        let selected =
            parsed.select(&graph).into_iter().flatten().filter_map(|index| graph.node(index));
        let own = selected.filter(|node| node.is_own()).map(|node| node.name());
        assert_eq!(own.collect::<Vec<_>>().join(" "), expected, "{selector}");
    };
    check("string", "Text Suit");
    check("string :not(enum)", "Text");
    check("[trait|length|min > 2]", "Text");
    check("[@trait|range: @{min} > @{max}]", "Odd");
    check("[trait|tags|(values)=y]", "In");
    check("[trait|tags|(length)=2]", "In");
    check("structure > member [trait|required]", "ReadInput$id In$text");
    check("structure > :test(member > list)", "In$list");
    check("service -[operation]-> operation", "Get");
    check("service ~> operation", "Get Read");
    check("operation -[input]-> structure", "ReadInput In");
    check("operation[id|name^=G] <-[operation]- *", "S");
    check("list <~ operation", "Get");
    check(":topdown([trait|readonly])", "Read");
    check(":is(resource, service)", "S R");
    check("resource:test(-[read]->)", "R");
    check("operation :not(:in(:root(resource ~> operation)))", "Get");
    check("service $ops(~> operation) ${ops} [trait|readonly]", "Read");
    check("structure:test([id|name='in' i])", "In");
    check("[id=a#In$text]", "In$text");
    check("member[id|member=number]", "Out$number");
    check("service[service|version=1]", "S");
    check("structure > member :test(> :is(number, list))", "In$list Out$number");
    check("[trait|(keys)|name*=eng]", "Text");
    // It starts with what comes in, and goes no way up.
    check("resource :topdown([trait|readonly])", "Read");
    check("resource :topdown(resource)", "R Read");
    check("resource :topdown(service)", "");
    check("operation :topdown(service)", "");
    check("service :topdown(service, resource)", "S Get");
    check(":topdown(service)", "S R Get Read");
    check("operation :test(-[output]->)", "Get");
    check("operation -[output]-> *", "Out");
    check("structure > member -[member]-> *", "");
    check("structure -[member]-> [id|member=list]", "In$list");
    // What is not known is let through, and gives nothing.
    check("* -[nothing]->", "");
    check("member -[idRef]-> *", "");
    check("string -[nothing, member]-> *", "Suit$CLUB");
    check(":nay(string)", "");
    check("string :not(:nay(string))", "Text Suit");
    // Any value that is so to any other.
    check("[trait|tags|(values)=y, z]", "In");
    check("[trait|tags|(values)=z]", "");
    check("[trait|tags|(values)!=x]", "In");
    check("[@trait|length: @{(values)} > 4]", "Text");
    check("[@trait|length: @{(values)} <= 2]", "");
    check("[@trait|length: @{(values)} >= @{(values)}]", "Text");
    check("[@trait|length: @{min} != @{min}]", "");
    check("[@trait|length: @{min} != @{max}]", "Text");
    check("[@trait|tags: @{(values)} {!=} @{(values)}]", "");
    check("[@trait|tags: @{(values)} {!=} x]", "In");
    check("[@trait|tags: @{(values)} {=} @{(values)}]", "In");
}

#[test]
fn many_shapes_at_once_give_what_each_gives() {
    // Circles, a shape that leads only to itself, and ways that meet.
    let circles = "structure A { b: B, s: Text }\nstructure B { a: A, c: C }\n\
        structure C { c: C }\nlist D { member: A }\nunion E { d: D, c: C }";
    let mut sources = Sources::new();
    let id = sources.add("a.smithy", format!("{MODEL}{circles}"));
    let mut findings = Vec::new();
    let document = idl::parse(&sources, id, &mut findings);
    let model = resolve::resolve(vec![document], &mut findings);
    let definitions = definitions::load([]);
    let graph = Graph::new(&model, &definitions);
    for selector in [
        "~> structure",
        "structure ~> structure",
        "structure <~ *",
        "structure > member > structure < [id|name^=A]",
        ":is(structure ~> list, union ~> structure)",
        "structure :test(~> [id|name=B])",
        ":not(~> [id|name=C])",
        ":not(<~ operation) ~> string",
        "structure :test(:is(~> string, > member > [id|name=C]))",
        "* :test(:root(resource) ~> string)",
        "service ~> :recursive(> member >) structure",
        "[id|name=C] ~> *",
    ] {
        let parsed = Selector::parse(selector).unwrap_or_else(|problem| panic!("{problem}"));
        let mut each = std::collections::BTreeSet::new();
        for (index, _) in graph.nodes() {
            each.extend(Evaluation::new(&graph).of(&parsed, index));
        }
        let mut evaluation = Evaluation::new(&graph);
        let together = evaluation.all(&parsed);
        assert_eq!(together, Vec::from_iter(each.iter().copied()), "{selector}");
        // Arguments have been asked often enough by now that they are known.
        let again: std::collections::BTreeSet<Index> =
            graph.nodes().flat_map(|(index, _)| evaluation.of(&parsed, index)).collect();
        assert_eq!(again, each, "{selector}, again");
    }
}

#[test]
fn refuses() {
    let check = |selector: &str, expected: &str| {
        let problem = Selector::parse(selector).expect_err(selector);
        assert!(problem.contains(expected), "{selector}: {problem}");
    };
    check("", "empty");
    check("!", "unexpected `!`");
    check(":is(string, )", "unexpected `)`");
    check(":not()", "unexpected `)`");
    check("foo", "no type");
    check("[a=b", "before `]`");
    check("[foo='", "does not end");
    check(&":not(".repeat(100), "nests");
}

#[test]
fn what_takes_too_long_is_given_up() {
    use std::fmt::Write;
    let mut shapes = "$version: \"2.0\"\nnamespace a\n@tags([".to_owned();
    for tag in 0..5000 {
        let _ = write!(shapes, "\"t{tag}\", ");
    }
    shapes += "]) structure Tagged {}\n";
    for shape in 0..300 {
        let _ = writeln!(shapes, "string S{shape}");
    }
    let mut sources = Sources::new();
    let id = sources.add("a.smithy", shapes);
    let mut findings = Vec::new();
    let document = idl::parse(&sources, id, &mut findings);
    let model = resolve::resolve(vec![document], &mut findings);
    let definitions = definitions::load([]);
    let graph = Graph::new(&model, &definitions);
    let check = |selector: &str, expected: Option<usize>| {
        let parsed = Selector::parse(selector).unwrap_or_else(|problem| panic!("{problem}"));
        assert_eq!(parsed.select(&graph).map(|found| found.len()), expected, "{selector}");
    };
    check("[@trait|tags: @{(values)} > @{(values)}]", Some(0));
    check("[@trait|tags: @{(values)} = @{(values)}]", Some(1));
    check("[@trait|tags: @{(values)} *= @{(values)}]", None);
    // Each shape brings all others.
    graph.selector_steps.set(200_000);
    let all = "$a(:root(*)) $b(:root(*)) :recursive(:root(*))";
    check(&format!("{all} [@: @{{var|a|id}} > @{{var|b|id}}]"), None);
    // What one has used is used for all.
    check("string :test([trait|tags])", None);
}
