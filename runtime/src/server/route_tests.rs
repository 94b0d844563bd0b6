//! A routing table, request by request.

use super::*;

static ROOT: Node = Node::new().endpoints(&[Endpoint::new("GET", 0)]).literals(&[
    ("%41 b", &Node::new().endpoints(&[Endpoint::new("GET", 40)])),
    (
        "deep",
        &Node::new()
            .literals(&[(
                "a",
                &Node::new()
                    .literals(&[("x", &Node::new().endpoints(&[Endpoint::new("GET", 30)]))]),
            )])
            .label(
                &Node::new()
                    .literals(&[("y", &Node::new().endpoints(&[Endpoint::new("GET", 31)]))])
                    .label(&Node::new().endpoints(&[Endpoint::new("PUT", 32)])),
            ),
    ),
    (
        "functions",
        &Node::new()
            .endpoints(&[
                Endpoint::new("GET", 1),
                Endpoint::new("GET", 2).query(&[("find", Some("Layer Version"))]),
                Endpoint::new("GET", 3).query(&[("find", Some("Layer Version")), ("deep", None)]),
                Endpoint::new("POST", 4),
                Endpoint::new("DELETE", 5).query(&[("all", None)]),
            ])
            .literals(&[("latest", &Node::new().endpoints(&[Endpoint::new("GET", 6)]))])
            .label(
                &Node::new()
                    .endpoints(&[Endpoint::new("GET", 7), Endpoint::new("PUT", 8)])
                    .literals(&[("versions", &Node::new().endpoints(&[Endpoint::new("POST", 9)]))]),
            ),
    ),
    (
        "keys",
        &Node::new().endpoints(&[Endpoint::new("GET", 10)]).greedy(&[
            Greedy::new(&["acl", "of"], &[Endpoint::new("GET", 11)]),
            Greedy::new(&["acl"], &[Endpoint::new("GET", 12), Endpoint::new("PUT", 13)]),
            Greedy::new(&[], &[Endpoint::new("GET", 14), Endpoint::new("HEAD", 15)]),
        ]),
    ),
    (
        "slashed",
        &Node::new()
            .endpoints(&[Endpoint::new("GET", 20)])
            .literals(&[("", &Node::new().endpoints(&[Endpoint::new("GET", 21)]))]),
    ),
    (
        "tests",
        &Node::new()
            .mixed(&[
                (
                    Mixed::new(&["", ".tar.", ""]),
                    &Node::new().endpoints(&[Endpoint::new("GET", 50)]),
                ),
                (Mixed::new(&["", ".", ""]), &Node::new().endpoints(&[Endpoint::new("GET", 51)])),
                (
                    Mixed::new(&["v", ""]),
                    &Node::new()
                        .literals(&[("up", &Node::new().endpoints(&[Endpoint::new("GET", 52)]))]),
                ),
            ])
            .label(
                &Node::new()
                    .endpoints(&[Endpoint::new("GET", 53)])
                    .literals(&[("down", &Node::new().endpoints(&[Endpoint::new("GET", 54)]))]),
            ),
    ),
]);

fn show(request: &str) -> String {
    let (method, target) = request.split_once(' ').unwrap();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    match route(&ROOT, method, path, query) {
        Routed::Operation { operation, labels } => {
            let labels: Vec<_> = labels.into_iter().map(|label| path.get(label).unwrap()).collect();
            format!("{operation} {}", labels.join(" ")).trim_end().to_owned()
        }
        Routed::MethodNotAllowed(methods) => format!("405 {}", methods.join(",")),
        Routed::NotFound => "404".to_owned(),
    }
}

#[test]
fn table() {
    let cases = [
        // The root, and what is no path at all.
        ("GET /", "0"),
        ("POST /", "405 GET"),
        ("GET //", "404"),
        ("GET nowhere", "404"),
        ("OPTIONS *", "404"),
        // Literals before labels, compared decoded.
        ("GET /functions", "1"),
        ("GET /functi%6Fns", "1"),
        ("GET /Functions", "404"),
        ("GET /functi%zzons", "404"),
        ("GET /%2541%20b", "40"),
        ("GET /functions/latest", "6"),
        ("PUT /functions/latest", "8 latest"),
        ("GET /functions/resize", "7 resize"),
        ("POST /functions/resize/versions", "9 resize"),
        ("GET /functions/resize/versions", "405 POST"),
        ("GET /functions/resize/versions/1", "404"),
        // Labels: an encoded slash stays inside, an empty one does not match, dots are text.
        ("GET /functions/a%2Fb", "7 a%2Fb"),
        ("GET /functions/%FF", "7 %FF"),
        ("POST /functions//versions", "404"),
        ("GET //functions", "404"),
        ("GET /functions/..", "7 .."),
        ("POST /functions/../versions", "9 .."),
        // One slash at the end is overlooked, unless a pattern has it.
        ("GET /functions/", "1"),
        ("GET /functions//", "404"),
        ("GET /functions/resize/", "7 resize"),
        ("POST /functions/resize/versions/", "9 resize"),
        ("GET /slashed", "20"),
        ("GET /slashed/", "21"),
        ("GET /slashed//", "21"),
        // Query literals.
        ("GET /functions?other=1", "1"),
        ("GET /functions?find=Layer%20Version", "2"),
        ("GET /functions?x&find=Layer+Version&Arn=a", "2"),
        ("GET /functions?find=Other", "1"),
        ("GET /functions?deep=&f%69nd=Layer%20Version", "3"),
        ("DELETE /functions", "405 GET,POST"),
        ("DELETE /functions?all", "5"),
        ("DELETE /functions?all=true", "5"),
        // Methods: none is implied.
        ("HEAD /functions", "405 GET,POST"),
        ("OPTIONS /functions/resize", "405 GET,PUT"),
        ("get /functions", "405 GET,POST"),
        // Back from where a literal led nowhere.
        ("GET /deep/a/x", "30"),
        ("GET /deep/a/y", "31 a"),
        ("PUT /deep/a/y", "32 a y"),
        ("PUT /deep/a/x", "32 a x"),
        ("POST /deep/a/x", "405 GET,PUT"),
        ("GET /deep/b/z", "405 PUT"),
        // Greedy labels keep their slashes.
        ("GET /keys", "10"),
        ("GET /keys/", "10"),
        ("GET /keys/a", "14 a"),
        ("GET /keys/a/b%2Fc//d", "14 a/b%2Fc//d"),
        ("GET /keys/a/", "14 a/"),
        ("GET /keys//a", "14 /a"),
        ("HEAD /keys/a/b", "15 a/b"),
        ("GET /keys/a/b/acl", "12 a/b"),
        ("GET /keys/a/ac%6C", "12 a"),
        ("PUT /keys/a/acl/", "13 a"),
        ("GET /keys/a/acl/of", "11 a"),
        ("GET /keys/acl", "14 acl"),
        ("PUT /keys/a", "405 GET,HEAD"),
        // Fixed text inside a segment.
        ("GET /tests/a.tar.gz", "50 a gz"),
        ("GET /tests/a.b.c", "51 a b.c"),
        ("GET /tests/.b", "53 .b"),
        ("GET /tests/v1/up", "52 1"),
        ("GET /tests/v1/down", "54 v1"),
        ("GET /tests/v1", "53 v1"),
        ("GET /tests/v/up", "404"),
    ];
    for (request, expected) in cases {
        assert_eq!(show(request), expected, "{request}");
    }
}

#[test]
fn long_paths_cost_no_more_than_their_length() {
    let path = format!("GET /keys{}", "/a".repeat(30_000));
    assert!(show(&path).starts_with("14 a/a/"));
    assert_eq!(show(&format!("GET {}", "/functions".repeat(6_000))), "404");
}
