//! The same API in Smithy and in OpenAPI is the same `Api`, but for what each says of the service.

#![expect(clippy::expect_used, clippy::panic, reason = "a test says what is wrong by panicking")]

use farrier_model::dump::dump;

const SMITHY: &str = r#"$version: "2.0"

namespace cities

use aws.protocols#restJson1

@restJson1
service Cities {
    version: "1"
    operations: [GetCity, PutCity]
}

/// Tells about a city.
@readonly
@http(method: "GET", uri: "/cities/{name}")
operation GetCity {
    input := {
        @required
        @httpLabel
        @length(min: 1, max: 40)
        name: String

        /// The language to answer in.
        @httpQuery("lang")
        lang: String

        @httpHeader("depth")
        depth: Integer
    }
    output: City
    errors: [NotFound]
}

/// Keeps a city.
@idempotent
@http(method: "PUT", uri: "/cities/{name}", code: 201)
operation PutCity {
    input := {
        @required
        @httpLabel
        name: String

        @required
        kind: Kind

        @range(min: 0)
        people: Long

        names: Names
    }
    output: City
    errors: [NotFound]
}

/// A city.
structure City {
    /// Its name.
    @required
    name: String

    kind: Kind

    names: Names

    @timestampFormat("date-time")
    founded: Timestamp

    arms: Blob
}

enum Kind {
    town
    village
}

list Names {
    @pattern("^[a-z]+$")
    member: String
}

/// There is none.
@error("client")
@httpError(404)
structure NotFound {
    message: String
}
"#;

const OPENAPI: &str = r##"openapi: 3.1.0
info: {title: Cities, version: "1"}
paths:
  /cities/{name}:
    get:
      operationId: GetCity
      description: Tells about a city.
      parameters:
        - {name: name, in: path, required: true, schema: {type: string, minLength: 1, maxLength: 40}}
        - {name: lang, in: query, description: The language to answer in., schema: {type: string}}
        - {name: depth, in: header, schema: {type: integer, format: int32}}
      responses:
        "200": {$ref: "#/components/responses/TheCity"}
        "404": {$ref: "#/components/responses/None"}
    put:
      operationId: PutCity
      description: Keeps a city.
      parameters:
        - {name: name, in: path, required: true, schema: {type: string}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [kind]
              properties:
                kind: {$ref: "#/components/schemas/Kind"}
                people: {type: integer, format: int64, minimum: 0}
                names: {$ref: "#/components/schemas/Names"}
      responses:
        "201": {$ref: "#/components/responses/TheCity"}
        "404": {$ref: "#/components/responses/None"}
components:
  responses:
    TheCity:
      description: ""
      content: {application/json: {schema: {$ref: "#/components/schemas/City"}}}
    None:
      description: ""
      content: {application/json: {schema: {$ref: "#/components/schemas/NotFound"}}}
  schemas:
    City:
      description: A city.
      type: object
      required: [name]
      properties:
        name: {type: string, description: Its name.}
        kind: {$ref: "#/components/schemas/Kind"}
        names: {$ref: "#/components/schemas/Names"}
        founded: {type: string, format: date-time}
        arms: {type: string, contentEncoding: base64}
    Kind: {type: string, enum: [town, village]}
    Names: {type: array, items: {type: string, pattern: "^[a-z]+$"}}
    NotFound:
      description: There is none.
      type: object
      properties:
        message: {type: string}
"##;

/// The dump of a model, from its first operation on.
fn operations(name: &str, text: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("the target directory can be written");
    let reading = farrier_model::read(&[path], None);
    let said = farrier_model::diagnostic::render(&reading.sources, &reading.diagnostics, false);
    let api = reading.api.unwrap_or_else(|| panic!("{name} cannot be read:\n{said}"));
    let text = dump(&api);
    let start = text.find("\noperation ").expect("there are operations");
    text.split_at(start).1.to_owned()
}

#[test]
fn smithy_and_openapi_give_the_same_operations_and_shapes() {
    let smithy = operations("alike.smithy", SMITHY);
    let openapi = operations("alike.yaml", OPENAPI);
    assert_eq!(smithy, openapi, "\n--- smithy\n{smithy}\n--- openapi\n{openapi}");
}
